#pragma once

#include <QHash>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

#include <functional>

namespace nadi::test
{

struct PeerRequest
{
    QByteArray method;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct PeerReply
{
    enum class Fate { Answer, Drop, Silence };
    int status = 202;
    QByteArray body;
    QByteArray headers; ///< whole lines with CRLF
    Fate fate = Fate::Answer;
};

/// A real TLS peer on loopback that does what a test says: answers, drops the connection after it read the request, or
/// says nothing. Lives on the thread of the test.
class TlsPeer : public QObject
{
    Q_OBJECT

public:
    TlsPeer(const QByteArray &certificatePem, const QByteArray &keyPem,
        std::function<PeerReply(const PeerRequest &)> behave)
        : m_behave(std::move(behave))
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromData(certificatePem, QSsl::Pem));
        tls.setPrivateKey(QSslKey(keyPem, QSsl::Ec));
        m_server.setSslConfiguration(tls);
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                serve(socket);
        });
        m_server.listen(QHostAddress::LocalHost, 0);
    }

    QUrl url() const { return QUrl(QStringLiteral("https://localhost:%1").arg(m_server.serverPort())); }
    quint16 port() const { return m_server.serverPort(); }
    const QList<PeerRequest> &requests() const { return m_requests; }
    int count(QByteArrayView path) const
    {
        return int(std::count_if(m_requests.begin(), m_requests.end(), [&](const auto &r) { return r.path == path; }));
    }

private:
    void serve(QTcpSocket *socket)
    {
        auto unread = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, unread] {
            *unread += socket->readAll();
            while (takeRequest(socket, *unread)) { }
        });
    }

    bool takeRequest(QTcpSocket *socket, QByteArray &unread)
    {
        const auto headEnd = unread.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        PeerRequest request;
        const auto lines = unread.left(headEnd).split('\n');
        const auto start = lines.first().trimmed().split(' ');
        request.method = start.value(0);
        request.path = start.value(1);
        for (const auto &line : lines.mid(1))
            if (const auto colon = line.indexOf(':'); colon > 0)
                request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        const auto length = request.headers.value("content-length").toLongLong();
        if (unread.size() < headEnd + 4 + length)
            return false;
        request.body = unread.mid(headEnd + 4, length);
        unread.remove(0, headEnd + 4 + length);
        m_requests.append(request);
        answer(socket, m_behave(request));
        return socket->isOpen();
    }

    static void answer(QTcpSocket *socket, const PeerReply &reply)
    {
        if (reply.fate == PeerReply::Fate::Drop)
            socket->abort();
        if (reply.fate != PeerReply::Fate::Answer)
            return;
        socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\nContent-Length: "
            + QByteArray::number(reply.body.size()) + "\r\n" + reply.headers + "\r\n" + reply.body);
    }

    std::function<PeerReply(const PeerRequest &)> m_behave;
    QSslServer m_server;
    QList<PeerRequest> m_requests;
};

}
