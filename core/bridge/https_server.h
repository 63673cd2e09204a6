#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace nadi::bridge
{

struct HttpRequest
{
    QByteArray method;
    QByteArray path; ///< without query, percent-decoded is NOT applied
    QByteArray query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct HttpResponse
{
    int status = 202; ///< 0 drops the connection: the sandbox plays a network that breaks
    QByteArray contentType;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers;
};

/// Limits of S-C9.
struct HttpLimits
{
    qsizetype headBytes = 16 * 1024;
    qsizetype bodyBytes = 1024 * 1024;
    int connections = 200;
    std::chrono::milliseconds headTime{10'000};
    std::chrono::milliseconds bodyTime{30'000};
    std::chrono::milliseconds idleTime{60'000};
};

/// What a request may do is decided in two steps, so that nothing of a body is read for a stranger (S-C1).
struct HttpHandler
{
    /// Sees method, path and headers; nullopt lets the body in. Called on the server's threads.
    std::function<std::optional<HttpResponse>(const HttpRequest &head)> admit;
    /// Sees the whole request; answers through `respond`, from any thread, exactly once.
    std::function<void(HttpRequest request, std::function<void(HttpResponse)> respond)> handle;
    /// Used instead of `admit` when set: for checks that may have to wait, such as a key set on its way. From any
    /// thread, exactly once; nullopt lets the body in.
    std::function<void(const HttpRequest &head, std::function<void(std::optional<HttpResponse>)> decide)> admitLater;
};

/// HTTPS/1.1 over Boost.Beast (docs/dependencies.md). TLS 1.2+, strict framing, TCP_NODELAY, no version banner. One
/// .cpp knows Beast. Used by the bridge's callback side and by the sandbox's gateway.
class HttpsServer
{
public:
    struct Listen
    {
        QString address = QStringLiteral("127.0.0.1");
        quint16 port = 0; ///< 0 takes a free one
        QByteArray certificatePem;
        QByteArray keyPem;
    };
    /// Errors: TLS-CERTIFICATE, LISTEN.
    static Result<std::unique_ptr<HttpsServer>> start(
        const Listen &listen, const HttpLimits &limits, HttpHandler handler, int threads = 1);
    ~HttpsServer();

    quint16 port() const;
    /// New certificate for new connections, without a restart (S-T3).
    Done replaceCertificate(const QByteArray &certificatePem, const QByteArray &keyPem);

private:
    HttpsServer();
    struct Private;
    std::unique_ptr<Private> d;
};

}
