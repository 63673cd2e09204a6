#include "bridge/courier.h"

#include "bridge/call_payload.h"
#include "bridge/own_events.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "domain/hip_id.h"
#include "storage/audit_trail.h"
#include "storage/consent_register.h"
#include "storage/consent_repository.h"
#include "storage/facility_repository.h"
#include "storage/restore_report.h"

#include <QFutureWatcher>
#include <QJsonDocument>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr int mostUnknown = 1'000;
constexpr auto settleAgain = 500ms; // the database was busy when a call was begun or its answer came
constexpr auto longestSleep = 5s; // a net under missed hints: a freed order key has no due time of its own
constexpr auto foreignGrace = 5min; // longer than any transfer of a page

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

Courier::Lane Courier::laneOf(QStringView operation)
{
    const auto takes = [&](Lane which) { return choiceOf(which).operations.contains(operation); };
    for (const Lane own : {Lane::Urgent, Lane::Share, Lane::Discovery, Lane::Code, Lane::Push})
        if (takes(own))
            return own;
    return Lane::Usual;
}

storage::OperationChoice Courier::choiceOf(Lane which)
{
    using namespace abdm::operation;
    using Take = storage::OperationChoice::Take;
    const QStringList urgent{
        consentOnNotify.toString(), healthInformationOnRequest.toString(), healthInformationNotify.toString()};
    const QStringList share{onShare.toString(), runningTokenOnStatus.toString()};
    const QStringList discovery{onDiscover.toString(), onLinkInit.toString(), onLinkConfirm.toString()};
    const QStringList code{sendLinkCode.toString()};
    const QStringList push{pushPage.toString()};
    switch (which) {
    case Lane::Urgent:
        return {Take::Only, urgent};
    case Lane::Share:
        return {Take::Only, share};
    case Lane::Discovery:
        return {Take::Only, discovery};
    case Lane::Code:
        return {Take::Only, code};
    case Lane::Push:
        return {Take::Only, push};
    case Lane::Usual:
        break;
    }
    return {Take::AllBut, urgent + share + discovery + code + push};
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
            if (const auto done = outbox.beginAttempt(one.message, one.call.request, m.clock.now()); !done)
                return failed(done);
        out.push_back(std::move(one));
    }
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return out;
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
    Begun out{message, {}, {}};
    const auto refuse = [&out](storage::OutboxState state, const QString &code) {
        out.refusal = CallVerdict{state, CallVerdict::Tell::Refused, code, {}, false};
        return out;
    };
    if (infoOf(message).left <= 0ms)
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
    return out;
}

void Courier::start(const Begun &begun)
{
    const auto &message = begun.message;
    if (begun.refusal)
        return settle(message, *begun.refusal, {});
    ++m.counters.callsSent;
    if (message.operation == abdm::operation::pushPage)
        return m.push(message);
    if (message.operation == abdm::operation::sendLinkCode)
        return m.sendCode(message);
    m_sending.insert(begun.call.request, message);
    auto *watcher = new QFutureWatcher<abdm::CallAnswer>(this);
    connect(watcher, &QFutureWatcher<abdm::CallAnswer>::finished, this, [this, watcher, message] {
        watcher->deleteLater();
        finish(message, watcher->future().resultCount() > 0 ? watcher->result() : abdm::CallAnswer{});
    });
    watcher->setFuture(m.gateway.send(abdm::OutgoingCall(begun.call)));
}

void Courier::repeated(const RequestId &first, const RequestId &second)
{
    const auto message = m_sending.take(first);
    if (message.sequence == 0)
        return;
    m_sending.insert(second, message);
    if (const auto begun = storage::Outbox(m.db).beginAttempt(message, second, m.clock.now()); !begun)
        qCWarning(lcBridge) << "second attempt:" << begun.error().code;
}

void Courier::finish(const storage::OutboxMessage &message, const abdm::CallAnswer &answer)
{
    m_sending.removeIf([&](const auto &entry) { return entry.value().sequence == message.sequence; });
    m_clockWatch.heard(answer.skew);
    // What was answered in the meantime waits for the disk together.
    m_answered.push_back(
        {message, judgeCall(answer, abdm::endpointFor(message.operation)->retry, infoOf(message)), answer.body});
    if (m_answered.size() == 1)
        QMetaObject::invokeMethod(this, &Courier::settleAnswered, Qt::QueuedConnection);
}

void Courier::settleAnswered()
{
    const auto answered = std::exchange(m_answered, {});
    const auto together = [&]() -> Done {
        storage::Transaction transaction(m.db);
        if (!transaction.begun())
            return transaction.begun();
        for (const auto &one : answered)
            if (const auto done = store(one.message, one.verdict, one.body, {}); !done)
                return done;
        return transaction.commit();
    };
    if (!together()) { // each by itself: one that fails is tried again, and keeps nobody else
        for (const auto &one : answered)
            settle(one.message, one.verdict, one.body);
        return;
    }
    for (const auto &one : answered)
        release(laneOf(one.message.operation));
    m.inboxChanged();
}

void Courier::pushed(const storage::OutboxMessage &page, const PushResult &result)
{
    auto verdict = judgeCall(result.answer, *abdm::retryPlanFor(page.operation), infoOf(page));
    if (verdict.state == storage::OutboxState::Accepted) {
        verdict.state = storage::OutboxState::Confirmed; // the requester's answer is all there is
        ++m.counters.pagesPushed;
    }
    settle(page, verdict, {}, result.patient);
}

void Courier::codeEnded(const storage::OutboxMessage &order, const CodeOutcome &outcome)
{
    const auto state = outcome.code.isEmpty() ? storage::OutboxState::Confirmed : storage::OutboxState::Refused;
    settle(order, {state, CallVerdict::Tell::Refused, outcome.code, {}, false},
        QJsonDocument(outcome.details).toJson(QJsonDocument::Compact));
}

AttemptInfo Courier::infoOf(const storage::OutboxMessage &message)
{
    const auto *plan = abdm::retryPlanFor(message.operation);
    const UtcTime end = message.deadline.isSet() || !plan ? message.deadline : message.createdAt + plan->deadline;
    return {message.operation, message.attempts + 1, end - m.clock.now(), jitter(), m.scalePercent};
}

void Courier::settle(
    const storage::OutboxMessage &message, const CallVerdict &verdict, const QByteArray &body, const PatientId &patient)
{
    const Done done = store(message, verdict, body, patient);
    if (!done && done.error().code != u"DB-FENCE") {
        qCWarning(lcBridge) << "settle:" << done.error().code << done.error().detail;
        QTimer::singleShot(settleAgain, this, [=, this] { settle(message, verdict, body, patient); });
        return;
    }
    release(laneOf(message.operation));
    m.inboxChanged();
}

Done Courier::store(
    const storage::OutboxMessage &message, const CallVerdict &verdict, const QByteArray &body, const PatientId &patient)
{
    storage::Transaction transaction(m.db);
    if (!transaction.begun())
        return transaction.begun();
    const UtcTime now = m.clock.now();
    const bool isOurs = message.flow.isEmpty(); // the bridge's own call: nobody waits for a callback
    const auto state
        = isOurs && verdict.state == storage::OutboxState::Accepted ? storage::OutboxState::Confirmed : verdict.state;
    const UtcTime due = verdict.state == storage::OutboxState::Pending ? m.steady.now() + verdict.retryIn : UtcTime();
    if (const auto settled = storage::Outbox(m.db).settle(message, state, verdict.code, due, now); !settled)
        return settled;
    if (isOurs)
        return transaction.commit();

    const bool isPage = message.operation == abdm::operation::pushPage;
    storage::InboxMessage event;
    if (verdict.tell == CallVerdict::Tell::Delayed)
        event = delayedMessage(message,
            {message.businessKey, verdict.code, message.attempts + 1, now + verdict.retryIn, verdict.networkDown});
    else if (isPage)
        event = pushedMessage(message, verdict.code);
    else if (message.operation == abdm::operation::sendLinkCode)
        event = linkCodeMessage(message, verdict.code, QJsonDocument::fromJson(body).object());
    else if (verdict.tell == CallVerdict::Tell::Accepted)
        event = acceptedMessage(message, body);
    else
        event = refusedMessage(message, verdict.code);
    event.request = m.ids.next<RequestId>();
    event.receivedAt = now;
    if (const auto put = storage::Inbox(m.db).put(event); !put)
        return failed(put);

    if (isPage && verdict.state == storage::OutboxState::Confirmed) {
        const auto push = pushOf(message.payload);
        storage::AuditEvent audit;
        audit.actor = {UserId(u"bridge"_s), Role::System};
        audit.action = u"consent.serve"_s;
        audit.subject = push.careContext.value();
        audit.patient = patient;
        audit.facility = message.facility;
        audit.reason = push.consent.value();
        audit.at = now;
        if (const auto left
            = storage::ConsentRegister(m.db).left(push.consent, {push.careContext, push.record, push.transaction, now});
            !left)
            return left;
        if (const auto appended = storage::AuditTrail(m.db).append(audit); !appended)
            return appended;
    }
    return transaction.commit();
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
