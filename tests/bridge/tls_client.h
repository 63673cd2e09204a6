#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QSslSocket>

namespace nadi::test
{

/// A blocking TLS client that can misbehave: bytes go out exactly as given.
class TlsClient
{
public:
    TlsClient(quint16 port, const QByteArray &issuerPem)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(issuerPem));
        m_socket.setSslConfiguration(tls);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        m_ready = m_socket.waitForEncrypted(5'000);
    }
    bool ready() const { return m_ready; }
    QSslCertificate peer() const { return m_socket.peerCertificate(); }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5'000)) { }
    }

    struct Answer
    {
        int status = 0; ///< 0: the connection ended without an answer
        QByteArray head;
        QByteArray body;
    };
    Answer receive(int timeoutMs = 5'000)
    {
        QElapsedTimer timer;
        timer.start();
        const auto more
            = [&] { return m_socket.waitForReadyRead(int(std::max<qint64>(1, timeoutMs - timer.elapsed()))); };
        const auto fill = [&] { m_pending += m_socket.readAll(); };
        fill();
        while (!m_pending.contains("\r\n\r\n")) {
            const bool got = more();
            fill();
            if (!got && !m_pending.contains("\r\n\r\n"))
                return {};
        }
        Answer answer;
        const qsizetype end = m_pending.indexOf("\r\n\r\n") + 4;
        answer.head = m_pending.left(end);
        answer.status = answer.head.mid(9, 3).toInt();
        const qsizetype at = answer.head.toLower().indexOf("content-length: ");
        const qsizetype length
            = at < 0 ? 0 : answer.head.mid(at + 16, answer.head.indexOf('\r', at) - at - 16).toLongLong();
        while (m_pending.size() < end + length && more())
            fill();
        fill();
        answer.body = m_pending.mid(end, length);
        m_pending.remove(0, end + length);
        return answer;
    }
    bool closedByPeer(int timeoutMs = 5'000)
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(timeoutMs);
    }

private:
    QSslSocket m_socket;
    QByteArray m_pending;
    bool m_ready = false;
};

}
