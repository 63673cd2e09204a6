#include "bridge/https_server.h"

#include "bridge/https_session.h"
#include "common/log.h"

#include <thread>
#include <vector>

namespace nadi::bridge
{

namespace
{

constexpr milliseconds acceptPause{50}; // after an accept error such as too many open files

Result<TlsContext> tlsContext(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    error_code certificateError;
    error_code keyError;
    const auto bytes = [](const QByteArray &pem) { return asio::buffer(pem.constData(), size_t(pem.size())); };
    context->use_certificate_chain(bytes(certificatePem), certificateError);
    if (!certificateError)
        context->use_private_key(bytes(keyPem), asio::ssl::context::pem, keyError);
    if (certificateError || keyError || SSL_CTX_check_private_key(context->native_handle()) != 1)
        return fail(ErrorKind::Invalid, QStringLiteral("TLS-CERTIFICATE"),
            certificateError ? QStringLiteral("certificate") : QStringLiteral("key"));
    return context;
}

/// false: everybody in the house is being served.
bool makeRoom(Core &core)
{
    std::shared_ptr<Session> leaving;
    {
        const std::scoped_lock guard(core.lock);
        if (core.strangers.size() + core.idle.size() + core.busy.size() < size_t(core.limits.connections))
            return true;
        auto &from = core.strangers.empty() ? core.idle : core.strangers;
        if (from.empty())
            return false;
        leaving = from.begin()->second;
        from.erase(from.begin());
    }
    leaving->evict();
    return true;
}

void acceptNext(std::shared_ptr<Core> core)
{
    core->acceptor.async_accept(
        asio::make_strand(core->io), [&core = *core, weak = std::weak_ptr(core)](error_code error, Socket socket) {
            const auto self = weak.lock();
            if (!self || core.stopping)
                return;
            if (error) {
                core.acceptTimer.expires_after(acceptPause);
                core.acceptTimer.async_wait([weak](error_code) {
                    if (const auto again = weak.lock(); again && !again->stopping)
                        acceptNext(again);
                });
                return;
            }
            if (makeRoom(core)) {
                error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                TlsContext tls;
                {
                    const std::scoped_lock guard(core.lock);
                    tls = core.tls;
                }
                const auto session = std::make_shared<Session>(self, std::move(socket), tls);
                session->setStanding(Standing::Stranger);
                session->begin();
            }
            acceptNext(self);
        });
}

}

struct HttpsServer::Private
{
    std::shared_ptr<Core> core = std::make_shared<Core>();
    std::vector<std::thread> threads;
    quint16 port = 0;
};

HttpsServer::HttpsServer()
    : d(std::make_unique<Private>())
{
}

Result<std::unique_ptr<HttpsServer>> HttpsServer::start(
    const Listen &listen, const HttpLimits &limits, HttpHandler handler, int threads)
{
    auto tls = tlsContext(listen.certificatePem, listen.keyPem);
    if (!tls)
        return failed(tls);
    std::unique_ptr<HttpsServer> server(new HttpsServer);
    Core &core = *server->d->core;
    core.limits = limits;
    core.handler = std::move(handler);
    core.tls = *tls;

    error_code error;
    const auto address = asio::ip::make_address(listen.address.toStdString(), error);
    const tcp::endpoint endpoint(address, listen.port);
    if (!error)
        core.acceptor.open(endpoint.protocol(), error);
    if (!error)
        core.acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        core.acceptor.bind(endpoint, error);
    if (!error)
        core.acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(ErrorKind::Unavailable, QStringLiteral("LISTEN"), QString::fromStdString(error.message()));
    server->d->port = core.acceptor.local_endpoint(error).port();

    acceptNext(server->d->core);
    for (int i = 0; i < std::max(1, threads); ++i)
        server->d->threads.emplace_back([core = server->d->core] {
            while (!core->stopping) {
                try {
                    core->io.run();
                } catch (const std::exception &defect) {
                    qCCritical(lcBridge) << "HTTPS handler threw:" << defect.what(); // one bug, one request (S-B8)
                }
            }
        });
    return server;
}

HttpsServer::~HttpsServer()
{
    d->core->stopping = true;
    d->core->io.stop();
    for (auto &thread : d->threads)
        thread.join();
    // Sessions hold pieces of the io_context: they leave before it.
    const std::scoped_lock guard(d->core->lock);
    d->core->strangers.clear();
    d->core->idle.clear();
    d->core->busy.clear();
}

quint16 HttpsServer::port() const
{
    return d->port;
}

Done HttpsServer::replaceCertificate(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    auto tls = tlsContext(certificatePem, keyPem);
    if (!tls)
        return failed(tls);
    const std::scoped_lock guard(d->core->lock);
    d->core->tls = *tls;
    return {};
}

}
