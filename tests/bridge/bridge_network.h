#pragma once

#include "bridge/bridge.h"
#include "callback_door.h"
#include "support/tls_peer.h"

#include <QMutex>
#include <QProcessEnvironment>
#include <QThread>

namespace nadi::test
{

/// The whole bridge in this process, and on a thread of its own a gateway that takes every call and notes when it came.
class BridgeNetwork
{
public:
    using Time = std::chrono::steady_clock::time_point;
    struct Heard
    {
        QJsonObject body;
        Time at;
    };
    using Changes = QList<std::pair<QString, QString>>; ///< settings by their key

    BridgeNetwork(const storage::DatabaseConfig &database, const storage::Sealer &sealer, const Changes &changes = {})
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_peer = std::make_unique<TlsPeer>(
                    pem.certificatePem, pem.keyPem, [this](const PeerRequest &request) { return answer(request); });
            },
            Qt::BlockingQueuedConnection);
        QProcessEnvironment environment;
        for (const auto &[key, text] : changes)
            environment.insert(Settings::environmentName(key), text);
        bridge::BridgeParts parts;
        parts.database = database;
        parts.sealer = &sealer;
        parts.gateway.baseUrl = m_peer->url();
        parts.gateway.cmId = QStringLiteral("sbx");
        parts.gateway.clientId = QStringLiteral("SBXID_1");
        parts.gateway.clientSecret = Secret("secret");
        parts.gateway.caPem = pem.issuerPem;
        parts.listen.certificatePem = pem.certificatePem;
        parts.listen.keyPem = pem.keyPem;
        parts.settings = Settings::load({}, environment).value();
        m_bridge = bridge::Bridge::start(std::move(parts), m_clock, m_random).value();
    }
    ~BridgeNetwork()
    {
        m_bridge.reset();
        QMetaObject::invokeMethod(&m_context, [this] { m_peer.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    TlsClient client() const { return TlsClient(m_bridge->port(), pem.issuerPem); }
    const QByteArray &token() const { return m_token; }
    bool knowsKeys() const { return m_keysAsked > 0; }
    /// Every call to this path so far, in the order of their arrival.
    QList<Heard> heard(QByteArrayView path) const
    {
        const QMutexLocker lock(&m_lock);
        QList<Heard> out;
        for (const auto &[where, what] : m_heard)
            if (where == path)
                out << what;
        return out;
    }

private:
    PeerReply answer(const PeerRequest &request)
    {
        const auto arrived = std::chrono::steady_clock::now();
        if (request.path.endsWith("/gateway/v3/sessions"))
            return {.status = 200, .body = R"({"accessToken":"session","expiresIn":1200})", .headers = {}};
        if (request.path.endsWith("/gateway/v3/certs")) {
            ++m_keysAsked;
            return {.status = 200, .body = m_maker.keySet(), .headers = {}};
        }
        const QMutexLocker lock(&m_lock);
        m_heard.append({request.path, {QJsonDocument::fromJson(request.body).object(), arrived}});
        return {};
    }

    const crypto::PemIdentity pem
        = crypto::makeServerIdentity({QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}, wallClock(), 30)
              .value();
    TokenMaker m_maker;
    const QByteArray m_token = m_maker.token();
    SystemClock m_clock;
    SystemRandom m_random;
    mutable QMutex m_lock;
    QList<std::pair<QByteArray, Heard>> m_heard;
    std::atomic<int> m_keysAsked = 0;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<TlsPeer> m_peer; ///< lives on m_thread
    std::unique_ptr<bridge::Bridge> m_bridge;
};

}
