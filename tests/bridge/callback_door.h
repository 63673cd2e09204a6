#pragma once

#include "bridge/intake.h"
#include "crypto/tls_identity.h"
#include "support/plain_sealer.h"
#include "tls_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace nadi::test
{

inline UtcTime wallClock()
{
    return UtcTime::fromDateTime(QDateTime::currentDateTimeUtc());
}

/// Makes callback tokens as the gateway does, and as forgers do.
class TokenMaker
{
public:
    explicit TokenMaker(QString kid = QStringLiteral("kid-1"))
        : m_kid(std::move(kid))
        , m_key(crypto::RsaPrivateKey::generate().value())
    {
    }
    static QJsonObject claims(std::chrono::seconds life = std::chrono::seconds(1200))
    {
        const qint64 now = wallClock().ms() / 1000;
        return {{QStringLiteral("exp"), now + life.count()}, {QStringLiteral("iat"), now},
            {QStringLiteral("iss"), QStringLiteral("https://gateway.test/realm")},
            {QStringLiteral("aud"), QStringLiteral("account")}, {QStringLiteral("azp"), QStringLiteral("gateway")},
            {QStringLiteral("jti"), QStringLiteral("one-token-for-many")}};
    }
    QByteArray token(const QJsonObject &claims = TokenMaker::claims(),
        crypto::JwtAlgorithm algorithm = crypto::JwtAlgorithm::RS256) const
    {
        return m_key.signJwt(claims, m_kid, algorithm).value();
    }
    QByteArray keySet(crypto::JwtAlgorithm algorithm = crypto::JwtAlgorithm::RS256) const
    {
        const QJsonArray keys{m_key.publicKey().toJwk(m_kid, algorithm)};
        return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson();
    }
    const QString &kid() const { return m_kid; }

private:
    QString m_kid;
    crypto::RsaPrivateKey m_key;
};

/// So wide that only tests of the limit meet it.
inline constexpr bridge::RateLimits noRateLimit{.perSecond = 100'000};

/// The bridge's door alone: a real TLS server, real verification, a real SQLite file. The key set is a function.
class CallbackDoor
{
public:
    explicit CallbackDoor(const QString &file, std::function<Result<QByteArray>()> keySet,
        bridge::IdentityPolicy policy = {}, const storage::Sealer &sealer = plain(),
        storage::Durability durability = storage::Durability::Full, bridge::RateLimits rates = noRateLimit)
        : keys(
              [this, keySet](const bridge::KeyRing::Fetched &fetched) {
                  ++fetches;
                  fetched(keySet());
              },
              clock, {crypto::JwtAlgorithm::RS256})
        , config{storage::Backend::Sqlite, file, TenantId(QStringLiteral("t1")), durability}
    {
        writer = bridge::InboxWriter::start(config, sealer, [this] { ++commits; }).value();
        intake = std::make_unique<bridge::Intake>(keys, std::move(policy), rates, *writer, clock, counters);
        intake->setDirectory({{facility.value(), facility}, {otherFacility.value(), otherFacility}});
        server = bridge::HttpsServer::start(
            {.certificatePem = pem.certificatePem, .keyPem = pem.keyPem}, {}, intake->handler(), 2)
                     .value();
    }
    /// From here on responses to discoveries wait so long for their answer.
    void awaitAnswers(std::chrono::milliseconds patience)
    {
        server.reset();
        bodyAnswers = std::make_unique<bridge::BodyAnswers>(patience);
        intake = std::make_unique<bridge::Intake>(
            keys, bridge::IdentityPolicy(), noRateLimit, *writer, clock, counters, bodyAnswers.get());
        intake->setDirectory({{facility.value(), facility}, {otherFacility.value(), otherFacility}});
        server = bridge::HttpsServer::start(
            {.certificatePem = pem.certificatePem, .keyPem = pem.keyPem}, {}, intake->handler(), 2)
                     .value();
    }
    ~CallbackDoor()
    {
        server.reset();
        writer.reset();
    }

    static const storage::Sealer &plain()
    {
        static const PlainSealer sealer;
        return sealer;
    }
    TlsClient client() const { return TlsClient(server->port(), pem.issuerPem); }
    QList<storage::InboxMessage> stored(storage::InboxState state = storage::InboxState::New) const
    {
        const auto db = storage::Connection::open(config, plain()).value();
        return storage::Inbox(*db).inState(state, 100'000).value();
    }

    const FacilityId facility{QStringLiteral("IN0710000123")};
    const FacilityId otherFacility{QStringLiteral("IN0710000124")};
    const crypto::PemIdentity pem
        = crypto::makeServerIdentity({QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}, wallClock(), 30)
              .value();
    SystemClock clock;
    bridge::Counters counters;
    std::atomic<int> fetches = 0;
    std::atomic<int> commits = 0;
    bridge::KeyRing keys;
    storage::DatabaseConfig config;
    std::unique_ptr<bridge::InboxWriter> writer;
    std::unique_ptr<bridge::BodyAnswers> bodyAnswers;
    std::unique_ptr<bridge::Intake> intake;
    std::unique_ptr<bridge::HttpsServer> server;
};

/// One callback as bytes.
struct CallbackRequest
{
    QByteArray path = "/api/v3/link/on_carecontext";
    QByteArray token = {};
    QByteArray requestId = "11111111-2222-4333-8444-555555555555";
    QByteArray facility = "IN0710000123";
    QByteArray body = R"({"abhaAddress":"asha.k@sbx","status":"Successfully Linked care context",)"
                      R"("response":{"requestId":"3a1f0f83-5c55-4c0c-a3c5-8f3f6f0b7a12"}})";
    QByteArray timestamp = "2026-11-20T18:40:00.000Z";
    QByteArray method = "POST";
    QByteArray more = {};

    QByteArray bytes() const
    {
        QByteArray out = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        if (!token.isEmpty())
            out += "Authorization: Bearer " + token + "\r\n";
        if (!requestId.isEmpty())
            out += "REQUEST-ID: " + requestId + "\r\n";
        if (!facility.isEmpty())
            out += "X-HIP-ID: " + facility + "\r\n";
        if (!timestamp.isEmpty())
            out += "TIMESTAMP: " + timestamp + "\r\n";
        return out + more + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
};

}
