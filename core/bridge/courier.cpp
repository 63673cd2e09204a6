#include "bridge/courier.h"

#include "bridge/call_payload.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "domain/hip_id.h"
#include "flows/link_company.h"
#include "storage/consent_repository.h"
#include "storage/facility_repository.h"
#include "storage/restore_report.h"

#include <QFutureWatcher>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr int mostUnknown = 1'000;
constexpr auto settleAgain = 500ms; // the database was busy when a call was begun or its answer came
constexpr auto longestSleep = 5s; // a net under missed hints: a freed order key has no due time of its own
constexpr int mostTypes = 8; // a visit may have a record of each HI type, all under one context
constexpr auto foreignGrace = 5min; // longer than any transfer of a page

QList<flows::QueuedLink> linksOf(const QList<storage::OutboxMessage> &messages)
{
    QList<flows::QueuedLink> links;
    for (const auto &message : messages) {
        const auto call = callOf(message.payload);
        links << flows::QueuedLink{call.body, call.alone};
    }
    return links;
}

}

Courier::Courier(Parts parts)
    : m(std::move(parts))
    , m_clockWatch(m.db, m.steady)
{
    // Six connections go to one host (QNetworkAccessManager); the usual traffic never takes them all.
    lane(Lane::Urgent).places = 6;
    lane(Lane::Share).places = 2;
    lane(Lane::Discovery).places = 4;
    lane(Lane::Code).places = 4;
    lane(Lane::Usual).places = 4;
    lane(Lane::Push).places = 2;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Courier::look);
    connect(&m.gateway, &abdm::Gateway::requestRepeated, this, &Courier::repeated, Qt::DirectConnection);
}

Done Courier::recover()
{
    // Nobody else works here: every lease was our predecessor's.
    const auto recovered = storage::Outbox(m.db).recoverLeases(m.steady.now() + 24h);
    if (!recovered)
        return failed(recovered);
    const auto paused = storage::isBridgePaused(m.db);
    if (!paused)
        return failed(paused);
    if (*paused)
        qCWarning(lcBridge) << "paused after a restore: nothing leaves until an administrator resumes it";
    return {};
}

/// A restored database is older than what the gateway knows: sending its outbox again would repeat old effects. Only
/// an administrator sets it free, and only a restore pauses it, so a bridge that sends is never paused again.
bool Courier::maySend()
{
    if (m_maySend)
        return true;
    const auto paused = storage::isBridgePaused(m.db);
    if (!paused || *paused)
        return false;
    const auto again = requeueUnknown();
    if (!again)
        qCWarning(lcBridge) << "requeue:" << again.error().code;
    // A busy database is asked again. A row that does not open stays where it is, and the others leave (S-O8).
    m_maySend = again || again.error().kind != ErrorKind::Unavailable;
    return m_maySend;
}

void Courier::recoverForeign()
{
    if (!m_maySend)
        return;
    const auto recovered = storage::Outbox(m.db).recoverLeases(m.steady.now() - foreignGrace);
    if (recovered && *recovered > 0)
        if (const auto again = requeueUnknown(); !again)
            qCWarning(lcBridge) << "requeue:" << again.error().code;
}

/// A predecessor died between sending and hearing. Repeating is safe where the plan says so: the gateway tells
/// duplicates, or is given the time to say that it had the first; for the others only while it surely still knows them.
Done Courier::requeueUnknown()
{
    storage::Outbox outbox(m.db);
    const auto unknown = outbox.inState(storage::OutboxState::Unknown, mostUnknown);
    if (!unknown)
        return failed(unknown);
    for (const auto &message : *unknown) {
        if (!mayBeRepeated(message, m.clock.now()))
            continue;
        const auto *plan = abdm::retryPlanFor(message.operation);
        const auto wait = std::max(plan->delays.first(), plan->callbackFirst) * m.scalePercent / 100;
        if (const auto done = outbox.requeue(message.businessKey, m.steady.now() + wait, m.clock.now()); !done)
            return done;
    }
    return {};
}

void Courier::look()
{
    if (std::exchange(m_looking, true))
        return;
    if (maySend())
        for (const Lane which : {Lane::Urgent, Lane::Share, Lane::Discovery, Lane::Code, Lane::Usual, Lane::Push})
            fill(which);
    m_looking = false;
    armTimer();
}

void Courier::fill(Lane which)
{
    while (lane(which).busy < lane(which).places && m_clockWatch.pause() == 0ms) {
        const auto due = storage::Outbox(m.db).nextDue(); // a read: an idle bridge never takes the write lock
        if (!due || !*due || **due > m.steady.now())
            break;
        const auto begun = begin(which, m_clockWatch.isUnusable() ? 1 : lane(which).places - lane(which).busy);
        if (!begun) {
            qCWarning(lcBridge) << "lease:" << begun.error().code << begun.error().detail;
            QTimer::singleShot(settleAgain, this, &Courier::look);
        }
        if (!begun || begun->empty())
            break;
        if (m_clockWatch.isUnusable())
            m_clockWatch.tries(); // this one; the others wait for its answer (S-M2)
        lane(which).busy += int(begun->size());
        for (const auto &one : *begun)
            start(one);
    }
}

/// Leases what is due and writes the attempts before any bytes leave, so that a callback which is faster than the
/// answer still finds its call (fault G4). One commit for all of them.
Result<std::vector<Courier::Begun>> Courier::begin(Lane which, int most)
{
    const UtcTime now = m.steady.now();
    storage::Transaction transaction(m.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::Outbox outbox(m.db);
    std::vector<Begun> out;
    while (int(out.size()) < most) {
        const auto leased = outbox.lease(now, now + m.lease, choiceOf(which));
        if (!leased)
            return failed(leased);
        if (!*leased)
            break;
        auto one = prepare(**leased);
        if (!one.refusal)
            if (const auto done = beginAttempts(one.parcel, one.call.request); !done)
                return failed(done);
        out.push_back(std::move(one));
    }
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return out;
}

Done Courier::beginAttempts(const Parcel &parcel, const RequestId &request)
{
    for (const auto &message : parcel)
        if (const auto done = storage::Outbox(m.db).beginAttempt(message, request, m.clock.now()); !done)
            return done;
    return {};
}

/// The links of the same person that wait behind this one go with it; what came later waits for nobody but them.
Courier::Parcel Courier::withCompany(const storage::OutboxMessage &first)
{
    Parcel parcel{first};
    if (first.operation != abdm::operation::linkCareContext)
        return parcel;
    storage::Outbox outbox(m.db);
    const auto waiting = outbox.company(first, flows::contextsPerCall * mostTypes, m.steady.now());
    if (!waiting) {
        qCWarning(lcBridge) << "company:" << waiting.error().code;
        return parcel;
    }
    const auto count = flows::leavingTogether(linksOf(parcel + *waiting));
    for (const auto &next : waiting->mid(0, count - 1)) {
        if (infoOf(next, 0).left <= 0ms)
            break; // its end is told when it comes to the front
        const auto leased = outbox.leaseWith(first, next, m.clock.now());
        if (!leased)
            break;
        parcel << *leased;
    }
    return parcel;
}

void Courier::armTimer()
{
    std::chrono::milliseconds wait = longestSleep;
    if (const auto due = storage::Outbox(m.db).nextDue(); due && *due && **due > m.steady.now())
        wait = std::min<std::chrono::milliseconds>(wait, **due - m.steady.now() + 1ms);
    m_timer.start(wait);
}

Courier::Begun Courier::prepare(const storage::OutboxMessage &message)
{
    Begun out{{message}, {}, {}};
    const auto refuse = [&out](storage::OutboxState state, const QString &code) {
        out.refusal = CallVerdict{state, CallVerdict::Tell::Refused, code, {}, false};
        return out;
    };
    if (infoOf(message, 0).left <= 0ms)
        return refuse(storage::OutboxState::Expired, message.lastError.isEmpty() ? u"DEADLINE"_s : message.lastError);
    const bool isCode = message.operation == abdm::operation::sendLinkCode;
    const auto *endpoint = abdm::endpointFor(message.operation);
    if ((message.operation != abdm::operation::pushPage && !isCode && !endpoint) || (isCode && !m.sendCode))
        return refuse(storage::OutboxState::Refused, u"NO-OPERATION"_s);
    out.call.operation = message.operation;
    const auto sender = storage::FacilityRepository(m.db).facility(message.facility);
    out.call.facility = sender ? hipIdOf(*sender) : message.facility;
    out.call.request = m.ids.next<RequestId>();
    const CallPayload payload = callOf(message.payload);
    out.call.body = payload.body;
    if (endpoint && endpoint->linkToken == abdm::LinkTokenHeader::Yes) {
        auto token = payload.linkTokenFor
            ? storage::ConsentRepository(m.db).revealLinkToken(message.facility, *payload.linkTokenFor)
            : Result<Secret>(fail(ErrorKind::NotFound, u"LINK-TOKEN"_s));
        if (!token) // as the gateway would say: the flow asks for another one
            return refuse(storage::OutboxState::Refused, u"ABDM-1066"_s);
        out.call.linkToken = std::move(*token);
    }
    out.parcel = withCompany(message);
    if (out.parcel.size() > 1)
        out.call.body = flows::linkTogether(linksOf(out.parcel));
    return out;
}

void Courier::start(const Begun &begun)
{
    const auto &message = begun.parcel.first();
    if (begun.refusal)
        return settle({{message, *begun.refusal}}, {});
    ++m.counters.callsSent;
    if (message.operation == abdm::operation::pushPage)
        return m.push(message);
    if (message.operation == abdm::operation::sendLinkCode)
        return m.sendCode(message);
    m_sending.insert(begun.call.request, begun.parcel);
    auto *watcher = new QFutureWatcher<abdm::CallAnswer>(this);
    connect(watcher, &QFutureWatcher<abdm::CallAnswer>::finished, this, [this, watcher, parcel = begun.parcel] {
        watcher->deleteLater();
        finish(parcel, watcher->future().resultCount() > 0 ? watcher->result() : abdm::CallAnswer{});
    });
    watcher->setFuture(m.gateway.send(abdm::OutgoingCall(begun.call)));
}

void Courier::repeated(const RequestId &first, const RequestId &second)
{
    const auto parcel = m_sending.take(first);
    if (parcel.isEmpty())
        return;
    m_sending.insert(second, parcel);
    storage::Transaction transaction(m.db);
    const auto begun = transaction.begun().and_then([&] { return beginAttempts(parcel, second); }).and_then([&] {
        return transaction.commit();
    });
    if (!begun)
        qCWarning(lcBridge) << "second attempt:" << begun.error().code;
}

void Courier::release(Lane which)
{
    --lane(which).busy;
    // Also while looking: what ended may have freed an order key that a lane already looked at was waiting for.
    QMetaObject::invokeMethod(this, &Courier::look, Qt::QueuedConnection);
}

double Courier::jitter()
{
    return double(static_cast<unsigned char>(m.random.bytes(1)[0])) / 256.0;
}

}
