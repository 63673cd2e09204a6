#include "bridge/engine.h"

#include "bridge/courier.h"
#include "bridge/discovery_policy.h"
#include "bridge/facility_listing.h"
#include "bridge/flow_runner.h"
#include "bridge/parked_callbacks.h"
#include "bridge/pusher.h"
#include "bridge/token_watch.h"
#include "bridge/upkeep.h"
#include "bridge/wake_queue.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "storage/bridge_claim.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"

#include <QFutureWatcher>
#include <QPointer>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr int mostTogether = 50; // steps before the event loop gets a turn
constexpr int mostInACommit = 16; // steps that wait for the disk together
constexpr int mostTimers = 100'000;
constexpr auto databaseAgain = 250ms; // after a failure of the database
constexpr auto serverAgain = 2s; // while the database server is away
constexpr auto longestTimer = 1h; // QTimer counts in int: the end of a consent in a month would overflow it
constexpr auto lookAnyway = 2s; // a net under missed hints: a commit may fall between our first look and the feed's
constexpr auto housekeeping = 60s;
constexpr auto tokenLook = 1h; // B10 has seven days

}

struct Engine::Private
{
    Private(const Parts &parts)
        : steady(parts.clock)
        , network(parts.clock)
        , ids(parts.random)
    {
    }

    SteadyClock steady;
    NetworkClock network;
    RandomIdSource ids;
    std::unique_ptr<storage::Connection> db;
    std::unique_ptr<storage::ChangeFeed> feed;
    std::unique_ptr<abdm::Gateway> gateway;
    std::unique_ptr<FlowRunner> runner;
    std::unique_ptr<SmsProvider> sms;
    std::unique_ptr<CodeSender> codes;
    std::unique_ptr<Courier> courier;
    std::unique_ptr<FacilityListing> listing;
    std::unique_ptr<Upkeep> upkeep;
    QThread pushThread;
    Pusher *pusher = nullptr; ///< lives and dies on pushThread
    WakeQueue timers;
    QTimer wakeTimer;
    QTimer houseTimer;
    QTimer netTimer;
    QTimer againTimer;
    bool timersLoaded = false;
    std::optional<std::chrono::milliseconds> tokensSeenAt; ///< by the monotonic clock
    bool working = false;
};

Engine::Engine(Parts parts)
    : m(std::move(parts))
{
}

Engine::~Engine() = default;

Done Engine::open()
{
    d = std::make_unique<Private>(m);
    auto db = storage::Connection::open(m.database, m.sealer);
    if (!db)
        return failed(db);
    d->db = std::move(*db);
    if (const auto alone = storage::claimBridge(*d->db); !alone)
        return alone;
    d->feed = std::make_unique<storage::ChangeFeed>(m.database);
    d->gateway = std::make_unique<abdm::Gateway>(m.gateway, m.clock, d->ids);
    connect(d->gateway.get(), &abdm::Gateway::heardTime, d->gateway.get(),
        [&network = d->network](auto skew) { network.heard(skew); });
    d->courier = std::make_unique<Courier>(Courier::Parts{*d->db, *d->gateway, m.clock, d->steady, d->ids, m.random,
        m.counters, m.settings.duration(u"bridge.leaseMs"_s), int(m.settings.integer(u"bridge.retryScalePercent"_s)),
        [this] { wakeUp(); },
        [this](const storage::OutboxMessage &page) {
            QMetaObject::invokeMethod(d->pusher, [pusher = d->pusher, page] { pusher->push(page); });
        },
        [this](const storage::OutboxMessage &order) { d->codes->send(order); }});
    auto sms = makeSmsProvider(m.sms, m.clock);
    if (!sms)
        return failed(sms);
    d->sms = std::move(*sms);
    d->codes = std::make_unique<CodeSender>(CodeSender::Parts{*d->db, *d->sms, m.random},
        [this](const storage::OutboxMessage &order, const CodeOutcome &outcome) {
            if (d && d->courier)
                d->courier->codeEnded(order, outcome);
        });
    d->upkeep = std::make_unique<Upkeep>(*d->db, m.settings, m.clock, d->network);
    readFacilities();
    return openPusher().and_then([this] { return d->courier->recover(); });
}

void Engine::begin(const QString &publicUrl)
{
    m_publicUrl = publicUrl;
    const auto ring = [this](storage::Topic topic) {
        d->feed->ring(topic);
        if (topic == storage::Topic::Outbox)
            d->courier->look();
    };
    d->runner = std::make_unique<FlowRunner>(*d->db,
        FlowRunner::Parts{m.clock, d->steady, d->network, d->ids, m.random, m.counters, ring,
            [this](const FlowId &flow, auto delay) { wakeIn(flow, delay); },
            {m.gateway.clientId, publicUrl, m.settings.duration(u"share.tokenMs"_s), discoveryPolicy(m.settings)},
            m.answerInBody});
    d->listing = std::make_unique<FacilityListing>(FacilityListing::Parts{*d->db, *d->gateway, m.clock, d->ids,
        d->steady, publicUrl, m.settings.text(u"app.mode"_s) == u"sandbox", m.counters,
        m.settings.duration(u"facility.pollMs"_s), [this, ring](storage::Topic topic) {
            ring(topic);
            wakeUp();
        }});
    connect(d->feed.get(), &storage::ChangeFeed::changed, this, &Engine::changed);
    startTimers();
    wakeUp();
    d->courier->look();
    d->listing->refresh();
}

void Engine::startTimers()
{
    d->wakeTimer.setSingleShot(true);
    d->againTimer.setSingleShot(true);
    connect(&d->wakeTimer, &QTimer::timeout, this, &Engine::runTimers);
    connect(&d->againTimer, &QTimer::timeout, this, &Engine::work);
    connect(&d->netTimer, &QTimer::timeout, this, &Engine::work);
    connect(&d->houseTimer, &QTimer::timeout, this, &Engine::keepHouse);
    d->netTimer.start(lookAnyway);
    d->houseTimer.start(housekeeping);
    loadTimers();
}

void Engine::keepHouse()
{
    readFacilities(); // a net under a missed hint, or a database that was busy
    if (!d->timersLoaded)
        loadTimers();
    d->courier->recoverForeign();
    if (const auto retried = d->runner->retryUnmatched(); !retried)
        qCWarning(lcBridge) << "unmatched:" << retried.error().code;
    if (const auto kept = d->upkeep->look(); !kept)
        qCWarning(lcBridge) << "upkeep:" << kept.error().code << kept.error().detail;
    renewTokens();
    work();
}

void Engine::renewTokens()
{
    const auto now = m.clock.monotonic();
    if (d->tokensSeenAt && now < *d->tokensSeenAt + tokenLook)
        return;
    d->tokensSeenAt = now;
    if (const auto begun = beginTokenRenewals(*d->db, m.clock, d->ids); !begun)
        qCWarning(lcBridge) << "token renewals:" << begun.error().code;
}

Done Engine::openPusher()
{
    const bool raw = m.settings.flag(u"fidelius.sendRawKey"_s);
    d->pusher = new Pusher(Pusher::Parts{m.database, m.sealer, m.gateway, PushAddressRules::fromSettings(m.settings),
        raw ? crypto::KeyForm::Raw : crypto::KeyForm::X509, m.clock, d->network, d->ids, m.random});
    d->pusher->moveToThread(&d->pushThread);
    connect(&d->pushThread, &QThread::finished, d->pusher, &QObject::deleteLater);
    connect(d->pusher, &Pusher::done, d->courier.get(), &Courier::pushed);
    d->pushThread.setObjectName(u"push"_s);
    d->pushThread.start();
    Done opened;
    QMetaObject::invokeMethod(d->pusher, [&] { opened = d->pusher->open(); }, Qt::BlockingQueuedConnection);
    return opened;
}

void Engine::close()
{
    m_closed = true;
    letGo();
}

void Engine::letGo()
{
    if (!d)
        return;
    d->pushThread.quit();
    d->pushThread.wait();
    d.reset();
}

void Engine::wakeUp()
{
    if (m_wakePosted.exchange(true)) // many callbacks, one look
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_wakePosted = false;
            if (d && d->runner)
                work();
        },
        Qt::QueuedConnection);
}

void Engine::work()
{
    if (std::exchange(d->working, true))
        return;
    int count = 0;
    Result<int> more = 1;
    while (more && *more > 0 && count < mostTogether) {
        more = d->runner->workTogether(mostInACommit);
        count += more.value_or(0);
    }
    d->working = false;
    if (!more) {
        qCWarning(lcBridge) << "inbox:" << more.error().code << more.error().detail;
        if (d->db->isLost()) // queued: the caller may be one of our timers
            QMetaObject::invokeMethod(this, &Engine::reopen, Qt::QueuedConnection);
        else
            d->againTimer.start(databaseAgain);
    } else if (*more > 0) {
        wakeUp();
    }
}

/// The database server went away: everything around the connection starts anew, as after a crash.
void Engine::reopen()
{
    if (m_closed || (d && !d->db->isLost()))
        return;
    letGo();
    const auto opened = open();
    if (opened)
        return begin(m_publicUrl);
    qCWarning(lcBridge) << "database:" << opened.error().code << opened.error().detail;
    letGo();
    QTimer::singleShot(serverAgain, this, &Engine::reopen);
}

// ---- Timers

void Engine::loadTimers()
{
    storage::FlowRepository rows(*d->db);
    constexpr auto farAway = UtcTime::fromMs(std::numeric_limits<qint64>::max());
    const auto waiting = rows.due(farAway, mostTimers);
    if (!waiting) {
        qCWarning(lcBridge) << "timers:" << waiting.error().code;
        return;
    }
    d->timersLoaded = true;
    for (const auto &id : *waiting)
        if (const auto flow = rows.flow(id); flow)
            wakeIn(id, flow->wakeAt - m.clock.now());
}

void Engine::wakeIn(const FlowId &flow, std::optional<std::chrono::milliseconds> delay)
{
    if (delay)
        d->timers.set(flow, m.clock.monotonic() + *delay);
    else
        d->timers.clear(flow);
    armTimers();
}

void Engine::armTimers()
{
    if (const auto next = d->timers.next())
        d->wakeTimer.start(std::clamp<std::chrono::milliseconds>(*next - m.clock.monotonic() + 1ms, 1ms, longestTimer));
    else
        d->wakeTimer.stop();
}

void Engine::runTimers()
{
    for (int count = 0; count < mostTogether; ++count) {
        const auto flow = d->timers.takeDue(m.clock.monotonic());
        if (!flow)
            break;
        if (const auto woken = d->runner->wake(*flow); !woken) {
            qCWarning(lcBridge) << "wake:" << woken.error().code << woken.error().detail;
            d->timers.set(*flow, m.clock.monotonic() + housekeeping);
        }
    }
    armTimers();
}

// ---- What others tell us

void Engine::changed(storage::Topic topic)
{
    switch (topic) {
    case storage::Topic::Inbox:
        return wakeUp();
    case storage::Topic::Outbox:
        return d->courier->look();
    case storage::Topic::Facilities:
        readFacilities();
        return d->listing->refresh();
    default:
        return;
    }
}

void Engine::readFacilities()
{
    const auto facilities = storage::FacilityRepository(*d->db).facilities();
    if (!facilities) {
        qCWarning(lcBridge) << "facilities:" << facilities.error().code;
        return;
    }
    // First the intake: what comes from now on is not parked any more.
    const auto directory = facilityDirectory(*facilities);
    m.facilitiesChanged(directory);
    const auto replayed = replayParked(*d->db, directory);
    if (!replayed)
        qCWarning(lcBridge) << "parked callbacks:" << replayed.error().code;
    else if (*replayed > 0)
        wakeUp();
}

void Engine::fetchKeys(const KeyRing::Fetched &fetched)
{
    QMetaObject::invokeMethod(
        this,
        [this, fetched] {
            if (!d)
                return fetched(fail(ErrorKind::Unavailable, u"GW-KEYS"_s));
            ++m.counters.keyFetches;
            QUrl url(m.settings.text(u"gateway.jwksUrl"_s));
            if (url.isEmpty()) {
                url = m.gateway.baseUrl;
                url.setPath(u"/api/hiecm/gateway/v3/certs"_s);
            }
            const auto auth = m.settings.flag(u"gateway.jwksWithToken"_s) ? abdm::Auth::Session : abdm::Auth::None;
            auto *watcher = new QFutureWatcher<Result<QByteArray>>(this);
            connect(watcher, &QFutureWatcher<Result<QByteArray>>::finished, this, [watcher, fetched] {
                watcher->deleteLater();
                fetched(watcher->future().resultCount() > 0
                        ? watcher->result()
                        : Result<QByteArray>(fail(ErrorKind::Unavailable, u"GW-KEYS"_s)));
            });
            watcher->setFuture(d->gateway->fetchKeys(url, auth));
        },
        Qt::QueuedConnection);
}

}
