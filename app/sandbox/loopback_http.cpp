#include "sandbox/loopback_http.h"

#include <QTcpSocket>
#include <QTimer>

#include <tl/expected.hpp>

#include <memory>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr qsizetype mostHead = 16 * 1024;
constexpr qsizetype mostBody = 1024 * 1024;
constexpr auto patience = 10s;

QByteArray write(const LocalResponse &response)
{
    // The page shows documents of others: nothing of them may run or load.
    return "HTTP/1.1 " + QByteArray::number(response.status) + " -\r\nContent-Type: " + response.contentType
        + "\r\nContent-Length: " + QByteArray::number(response.body.size())
        + "\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
          "Content-Security-Policy: default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
          "object-src 'self'\r\n\r\n"
        + response.body;
}

bool namesLoopback(const QByteArray &host)
{
    const auto name = host.left(host.lastIndexOf(':') < 0 ? host.size() : host.lastIndexOf(':'));
    return name == "127.0.0.1" || name == "localhost";
}

enum class Progress { Incomplete, Bad };

tl::expected<LocalRequest, Progress> readRequest(const QByteArray &bytes)
{
    const auto headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return tl::unexpected(bytes.size() > mostHead ? Progress::Bad : Progress::Incomplete);
    const auto lines = bytes.left(headEnd).split('\n');
    const auto start = lines.first().trimmed().split(' ');
    if (headEnd > mostHead || start.size() != 3)
        return tl::unexpected(Progress::Bad);
    LocalRequest out;
    out.method = start[0];
    const QUrl target = QUrl::fromEncoded(start[1], QUrl::StrictMode);
    out.path = target.path();
    out.query = QUrlQuery(target.query());
    for (const auto &line : lines.mid(1))
        if (const auto colon = line.indexOf(':'); colon > 0)
            out.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    const auto length = out.headers.value("content-length").toLongLong();
    if (length < 0 || length > mostBody || out.headers.contains("transfer-encoding"))
        return tl::unexpected(Progress::Bad);
    if (bytes.size() < headEnd + 4 + length)
        return tl::unexpected(Progress::Incomplete);
    out.body = bytes.mid(headEnd + 4, length);
    return out;
}
}

LoopbackHttp::LoopbackHttp(std::function<LocalResponse(const LocalRequest &)> handle, QObject *parent)
    : QObject(parent)
    , m_handle(std::move(handle))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

bool LoopbackHttp::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void LoopbackHttp::serve(QTcpSocket *socket)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(patience, socket, &QTcpSocket::abort);
    auto bytes = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, bytes] {
        *bytes += socket->readAll();
        const auto request = readRequest(*bytes);
        if (!request && request.error() == Progress::Incomplete)
            return;
        socket->disconnect(this);
        LocalResponse response{400, "text/plain", "Bad request"};
        if (request && namesLoopback(request->headers.value("host")))
            response = m_handle(*request);
        socket->write(write(response));
        socket->disconnectFromHost();
    });
}

}
