#include "bridge/call_payload.h"
#include "bridge/courier.h"
#include "bridge/own_events.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "storage/audit_trail.h"
#include "storage/consent_register.h"

#include <QJsonDocument>

// What became of a call: judged, stored, told to its flow.

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds settleAgain{500}; // the database was busy when the answer came

}

void Courier::finish(const Parcel &parcel, const abdm::CallAnswer &answer)
{
    m_sending.removeIf([&](const auto &entry) { return entry.value().first().sequence == parcel.first().sequence; });
    m_clockWatch.heard(answer.skew);
    QList<Ended> ended;
    const double chance = jitter(); // one for all: what left together waits together
    for (const auto &message : parcel) {
        auto info = infoOf(message, chance);
        info.together = int(parcel.size());
        ended << Ended{message, judgeCall(answer, abdm::endpointFor(message.operation)->retry, info)};
    }
    // What was answered in the meantime waits for the disk together.
    m_answered.emplace_back(ended, answer.body);
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
        for (const auto &[ended, body] : answered)
            if (const auto done = store(ended, body, {}); !done)
                return done;
        return transaction.commit();
    };
    if (!together()) { // each by itself: one that fails is tried again, and keeps nobody else
        for (const auto &[ended, body] : answered)
            settle(ended, body);
        return;
    }
    for (const auto &[ended, body] : answered)
        release(laneOf(ended.first().message.operation));
    m.inboxChanged();
}

void Courier::pushed(const storage::OutboxMessage &page, const PushResult &result)
{
    auto verdict = judgeCall(result.answer, *abdm::retryPlanFor(page.operation), infoOf(page, jitter()));
    if (verdict.state == storage::OutboxState::Accepted) {
        verdict.state = storage::OutboxState::Confirmed; // the requester's answer is all there is
        ++m.counters.pagesPushed;
    }
    settle({{page, verdict}}, {}, result.patient);
}

void Courier::codeEnded(const storage::OutboxMessage &order, const CodeOutcome &outcome)
{
    const auto state = outcome.code.isEmpty() ? storage::OutboxState::Confirmed : storage::OutboxState::Refused;
    settle({{order, {state, CallVerdict::Tell::Refused, outcome.code, {}, false}}},
        QJsonDocument(outcome.details).toJson(QJsonDocument::Compact));
}

AttemptInfo Courier::infoOf(const storage::OutboxMessage &message, double chance) const
{
    const auto *plan = abdm::retryPlanFor(message.operation);
    const UtcTime end = message.deadline.isSet() || !plan ? message.deadline : message.createdAt + plan->deadline;
    return {message.operation, message.attempts + 1, end - m.clock.now(), chance, m.scalePercent};
}

void Courier::settle(const QList<Ended> &ended, const QByteArray &body, const PatientId &patient)
{
    const Done done = store(ended, body, patient);
    if (!done) {
        qCWarning(lcBridge) << "settle:" << done.error().code << done.error().detail;
        QTimer::singleShot(settleAgain, this, [=, this] { settle(ended, body, patient); });
        return;
    }
    release(laneOf(ended.first().message.operation));
    m.inboxChanged();
}

Done Courier::store(const QList<Ended> &ended, const QByteArray &body, const PatientId &patient)
{
    storage::Transaction transaction(m.db);
    if (!transaction.begun())
        return transaction.begun();
    for (const auto &one : ended) {
        const auto done = storeOne(one, int(ended.size()), body, patient);
        if (!done && done.error().code != u"DB-FENCE") // somebody else decided about this one
            return done;
    }
    return transaction.commit();
}

Done Courier::storeOne(const Ended &ended, int together, const QByteArray &body, const PatientId &patient)
{
    const auto &[message, verdict] = ended;
    const UtcTime now = m.clock.now();
    const bool isOurs = message.flow.isEmpty(); // the bridge's own call: nobody waits for a callback
    const auto state
        = isOurs && verdict.state == storage::OutboxState::Accepted ? storage::OutboxState::Confirmed : verdict.state;
    const UtcTime due = verdict.state == storage::OutboxState::Pending ? m.steady.now() + verdict.retryIn : UtcTime();
    if (const auto settled = storage::Outbox(m.db).settle(message, state, verdict.code, due, now); !settled)
        return settled;
    if (isOurs)
        return {};

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
        event = refusedMessage(message, verdict.code, together);
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
    return {};
}

}
