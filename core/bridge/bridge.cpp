#include "bridge/bridge.h"

#include "bridge/body_answers.h"
#include "bridge/discovery_policy.h"
#include "bridge/engine.h"
#include "bridge/health_page.h"
#include "bridge/intake.h"
#include "bridge/shared_random.h"
#include "common/log.h"
#include "common/utc_time.h"

#include <QJsonDocument>
#include <QLockFile>
#include <QTimer>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr auto keysAgain = 5s; // while there is no key at all
constexpr auto keysHourly = 1h; // S-C3
constexpr int serverThreads = 2;

QSet<crypto::JwtAlgorithm> allowedAlgorithms(const Settings &settings)
{
    QSet<crypto::JwtAlgorithm> allowed{crypto::JwtAlgorithm::RS256};
    if (settings.flag(u"callback.allowRs512"_s))
        allowed.insert(crypto::JwtAlgorithm::RS512);
    return allowed;
}

}

struct Bridge::Private
{
    Private(BridgeParts given, const Clock &time, Random &source)
        : parts(std::move(given))
        , clock(time)
        , random(source)
    {
    }

    /// One bridge per clinic file: a second one would take the first one's leases for lost (P7).
    Done lock()
    {
        if (parts.database.backend != storage::Backend::Sqlite)
            return {};
        lockFile = std::make_unique<QLockFile>(parts.database.location + u".bridge-lock"_s);
        lockFile->setStaleLockTime(0);
        return lockFile->tryLock(0) ? Done() : fail(ErrorKind::Conflict, u"BRIDGE-RUNNING"_s);
    }
    Done buildIntake();
    Done openEngine();
    Done listen();
    Done startHealthPage(const std::function<QJsonObject()> &health);
    void watchKeys(QObject *owner);

    BridgeParts parts;
    const Clock &clock;
    SharedRandom random;
    Counters counters;
    std::unique_ptr<QLockFile> lockFile;
    QThread thread;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<KeyRing> keys;
    std::unique_ptr<InboxWriter> writer;
    std::unique_ptr<BodyAnswers> bodyAnswers;
    std::unique_ptr<Intake> intake;
    std::unique_ptr<HttpsServer> server;
    std::unique_ptr<HttpsServer> healthServer;
    QString publicUrl;
    std::chrono::milliseconds startedAt{};
};

Bridge::Bridge() = default;

Result<std::unique_ptr<Bridge>> Bridge::start(BridgeParts parts, const Clock &clock, Random &random)
{
    std::unique_ptr<Bridge> bridge(new Bridge);
    bridge->d = std::make_unique<Private>(std::move(parts), clock, random);
    auto &d = *bridge->d;
    d.startedAt = clock.monotonic();
    // The engine is open, and knows the facilities, before the first caller comes.
    const Done started = d.lock()
                             .and_then([&] { return d.buildIntake(); })
                             .and_then([&] { return d.openEngine(); })
                             .and_then([&] { return d.listen(); })
                             .and_then([&] { return d.startHealthPage([b = bridge.get()] { return b->health(); }); });
    if (!started)
        return failed(started);
    d.watchKeys(bridge.get());
    qCInfo(lcBridge) << "bridge" << NADI_BRIDGE_VERSION << "listens on port" << bridge->port();
    return bridge;
}

Done Bridge::Private::buildIntake()
{
    engine = std::make_unique<Engine>(Engine::Parts{parts.database, *parts.sealer, parts.gateway, parts.settings, clock,
        random, counters, [this](const FacilityDirectory &directory) { intake->setDirectory(directory); }, parts.sms,
        [this](const flows::AnswerInBody &answer, std::chrono::milliseconds after) {
            return bodyAnswers
                && bodyAnswers->give(answer.request, QJsonDocument(answer.body).toJson(QJsonDocument::Compact), after);
        }});
    keys = std::make_unique<KeyRing>([this](const KeyRing::Fetched &fetched) { engine->fetchKeys(fetched); }, clock,
        allowedAlgorithms(parts.settings));
    auto opened = InboxWriter::start(parts.database, *parts.sealer, [this] { engine->wakeUp(); });
    if (!opened)
        return failed(opened);
    writer = std::move(*opened);
    const RateLimits rates{.perSecond = int(parts.settings.integer(u"bridge.ratePerPath"_s))};
    const auto policy = discoveryPolicy(parts.settings);
    if (policy.answerBy != flows::AnswerBy::Callback)
        bodyAnswers = std::make_unique<BodyAnswers>(policy.soft);
    intake = std::make_unique<Intake>(
        *keys, IdentityPolicy::fromSettings(parts.settings), rates, *writer, clock, counters, bodyAnswers.get());
    return {};
}

Done Bridge::Private::openEngine()
{
    engine->moveToThread(&thread);
    thread.setObjectName(u"engine"_s);
    thread.start();
    Done opened;
    QMetaObject::invokeMethod(engine.get(), [&] { opened = engine->open(); }, Qt::BlockingQueuedConnection);
    return opened;
}

Done Bridge::Private::listen()
{
    HttpLimits limits;
    limits.connections = int(parts.settings.integer(u"bridge.maxConnections"_s));
    auto listening = HttpsServer::start(parts.listen, limits, intake->handler(), serverThreads);
    if (!listening)
        return failed(listening);
    server = std::move(*listening);
    publicUrl = parts.publicUrl.isEmpty() ? u"https://localhost:%1"_s.arg(server->port()) : parts.publicUrl;
    QMetaObject::invokeMethod(engine.get(), [this] { engine->begin(publicUrl); }, Qt::BlockingQueuedConnection);
    return {};
}

Done Bridge::Private::startHealthPage(const std::function<QJsonObject()> &health)
{
    HttpsServer::Listen listen = parts.listen;
    listen.address = u"127.0.0.1"_s;
    listen.port = 0;
    HttpLimits limits;
    limits.connections = 8;
    limits.bodyBytes = 0;
    auto listening = HttpsServer::start(listen, limits, healthPage(health));
    if (!listening)
        return failed(listening);
    healthServer = std::move(*listening);
    return {};
}

void Bridge::Private::watchKeys(QObject *owner)
{
    keys->refresh();
    auto *hourly = new QTimer(owner);
    QObject::connect(hourly, &QTimer::timeout, owner, [this] { keys->refresh(); });
    hourly->start(keysHourly);
    auto *whileEmpty = new QTimer(owner);
    QObject::connect(whileEmpty, &QTimer::timeout, owner, [this, whileEmpty] {
        if (keys->isEmpty())
            keys->refresh();
        else
            whileEmpty->stop();
    });
    whileEmpty->start(keysAgain);
}

Bridge::~Bridge()
{
    if (!d)
        return;
    // From the outside in: no new callbacks, the last ones stored, then the engine finishes its step.
    d->healthServer.reset();
    d->server.reset();
    d->writer.reset();
    if (d->thread.isRunning()) {
        QMetaObject::invokeMethod(d->engine.get(), [this] { d->engine->close(); }, Qt::BlockingQueuedConnection);
        d->thread.quit();
        d->thread.wait();
    }
}

quint16 Bridge::port() const
{
    return d->server->port();
}

QString Bridge::publicUrl() const
{
    return d->publicUrl;
}

QString Bridge::healthUrl() const
{
    return u"https://localhost:%1/health"_s.arg(d->healthServer->port());
}

Done Bridge::replaceCertificate(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    return d->server->replaceCertificate(certificatePem, keyPem).and_then([&] {
        return d->healthServer->replaceCertificate(certificatePem, keyPem);
    });
}

QJsonObject Bridge::health() const
{
    QJsonObject out = d->counters.toJson();
    out[u"version"_s] = QStringLiteral(NADI_BRIDGE_VERSION);
    out[u"upSeconds"_s] = double((d->clock.monotonic() - d->startedAt).count() / 1000);
    out[u"hasKeys"_s] = !d->keys->isEmpty();
    return out;
}

}
