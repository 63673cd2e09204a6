#include "bridge/step_writer.h"

#include "abdm/endpoint.h"
#include "bridge/call_payload.h"
#include "bridge/own_events.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "domain/flow_start.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/record_repository.h"
#include "storage/share_repository.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

Done putOwn(storage::Connection &db, IdSource &ids, storage::InboxMessage message, UtcTime now)
{
    message.request = ids.next<RequestId>();
    message.receivedAt = now;
    const auto put = storage::Inbox(db).put(message);
    return put ? Done() : failed(put);
}

}

Done saveFacilityLink(storage::Connection &db, IdSource &ids, const FacilityLink &link, UtcTime now)
{
    if (const auto saved = storage::FacilityRepository(db).saveLink(link); !saved)
        return saved;
    if (link.state != FacilityLinkState::Listed)
        return {};
    const auto waiting = storage::FlowRepository(db).unfinished(flow_kind::delivery.toString(), link.facility);
    if (!waiting)
        return failed(waiting);
    for (const auto &delivery : *waiting)
        if (const auto put
            = putOwn(db, ids, decidedMessage(delivery.id, link.facility, flow_event::facilityListed.toString()), now);
            !put)
            return put;
    return {};
}

StepWriter::StepWriter(storage::Connection &db, IdSource &ids, Counters &counters, StepContext context)
    : m_db(db)
    , m_ids(ids)
    , m_counters(counters)
    , m_context(std::move(context))
{
}

Done StepWriter::write(storage::FlowRow &flow, const flows::Step &step)
{
    m_flow = &flow;
    flow.state = step.state;
    flow.finished = false;
    flow.wakeAt = {};
    flow.updatedAt = m_context.now;
    for (const auto &effect : step.effects)
        if (const auto done = std::visit([this](const auto &e) { return apply(e); }, effect); !done)
            return done;
    return storage::FlowRepository(m_db).update(flow);
}

Done StepWriter::apply(const flows::SendCall &call)
{
    storage::OutboxMessage message;
    message.businessKey = call.businessKey;
    message.flow = m_flow->id;
    message.facility = m_flow->facility;
    message.orderKey = call.orderKey;
    message.operation = call.operation;
    message.payload = payloadOf(call);
    message.dueAt = m_context.dueAt + std::max(std::chrono::milliseconds(0), call.notBefore - m_context.now);
    message.deadline = call.deadline;
    message.createdAt = m_context.now;
    m_touched.insert(storage::Topic::Outbox);
    const auto put = storage::Outbox(m_db).put(message); // false: queued before, which is the same effect
    return put ? Done() : failed(put);
}

Done StepWriter::apply(const flows::ConcludeCall &call)
{
    const auto state = call.confirmed ? storage::OutboxState::Confirmed : storage::OutboxState::Refused;
    const auto done = storage::Outbox(m_db).conclude(call.businessKey, state, call.code, m_context.now);
    m_touched.insert(storage::Topic::Outbox); // its order key may be free now
    const bool nothingToDo
        = !done && (done.error().kind == ErrorKind::NotFound || done.error().kind == ErrorKind::Conflict);
    return nothingToDo ? Done() : done;
}

Done StepWriter::apply(const flows::WakeAt &wake)
{
    m_flow->wakeAt = wake.at;
    return {};
}

Done StepWriter::apply(const flows::Tell &line)
{
    TimelineEntry entry;
    entry.flow = m_flow->id;
    entry.at = m_context.now;
    entry.actor = line.actor;
    entry.what = line.what;
    entry.code = line.code;
    entry.request = m_context.request;
    entry.attempt = m_context.attempt;
    m_touched.insert(storage::Topic::Deliveries);
    return storage::DeliveryRepository(m_db).append(entry);
}

Done StepWriter::apply(const flows::MoveDelivery &move)
{
    storage::DeliveryRepository deliveries(m_db);
    auto delivery = deliveries.ofFlow(m_flow->id);
    if (!delivery)
        return failed(delivery);
    const auto once = [this](UtcTime &fact) { fact = fact.isSet() ? fact : m_context.now; };
    const bool moved = delivery->state != move.state;
    delivery->state = move.state;
    delivery->reason = move.reason;
    delivery->attempt = move.attempt;
    delivery->nextTryAt = move.nextTryAt;
    delivery->updatedAt = m_context.now;
    if (move.state == DeliveryState::LinkSubmitted)
        once(delivery->acceptedAt);
    if (move.state == DeliveryState::Linked || move.state == DeliveryState::Transferred)
        once(delivery->linkedAt);
    if (move.state == DeliveryState::Transferred)
        once(delivery->openedAt);
    m_touched.insert(storage::Topic::Deliveries);
    return deliveries.save(*delivery).and_then([&] {
        return moved ? audit(u"delivery."_s + toWord(move.state), delivery->record.value(), move.reason) : Done();
    });
}

Done StepWriter::apply(const flows::SaveLinkToken &token)
{
    const LinkTokenInfo info{token.address, m_flow->facility, m_context.now, token.expiresAt};
    return storage::ConsentRepository(m_db)
        .saveLinkToken(info, Secret(token.token), m_flow->id.value())
        .and_then([&] { return audit(u"link-token.save"_s, m_flow->id.value()); })
        .and_then([&] { return tellWaitingForToken(); });
}

/// So that what waited for the token goes out together, not each at its own next look.
Done StepWriter::tellWaitingForToken()
{
    if (m_flow->patient.isEmpty())
        return {};
    const auto waiting
        = storage::FlowRepository(m_db).waiting(flow_kind::delivery.toString(), m_flow->facility, m_flow->patient);
    if (!waiting)
        return failed(waiting);
    for (const auto &id : *waiting) {
        if (id == m_flow->id)
            continue;
        m_touched.insert(storage::Topic::Inbox);
        const auto message = decidedMessage(id, m_flow->facility, flow_event::tokenArrived.toString());
        if (const auto put = putOwn(m_db, m_ids, message, m_context.now); !put)
            return put;
    }
    return {};
}

Done StepWriter::apply(const flows::DropLinkToken &token)
{
    return storage::ConsentRepository(m_db)
        .dropLinkToken(m_flow->facility, token.address, token.reason, m_context.now)
        .and_then([&] { return audit(u"link-token.drop"_s, m_flow->id.value(), token.reason); });
}

Done StepWriter::apply(const flows::SaveFacilityLink &save)
{
    m_touched.insert(storage::Topic::Facilities);
    m_touched.insert(storage::Topic::Inbox);
    return saveFacilityLink(m_db, m_ids, save.link, m_context.now).and_then([&] {
        return audit(u"facility.link"_s, save.link.facility.value(), toWord(save.link.state));
    });
}

Done StepWriter::apply(const flows::SaveConsent &save)
{
    return storage::ConsentRepository(m_db).save(save.artefact, m_context.raw, m_context.now).and_then([&] {
        return audit(u"consent.save"_s, save.artefact.id.value());
    });
}

Done StepWriter::apply(const flows::EndConsent &end)
{
    const auto done = storage::ConsentRepository(m_db).end(end.consent, end.status, m_context.now);
    if (!done && done.error().kind != ErrorKind::NotFound) // refused before anything was kept
        return done;
    return audit(u"consent.end"_s, end.consent.value(), toWire(end.status));
}

Done StepWriter::apply(const flows::PushRecord &push)
{
    storage::OutboxMessage message;
    message.businessKey = push.businessKey;
    message.flow = m_flow->id;
    message.facility = m_flow->facility;
    message.orderKey = push.businessKey;
    message.operation = abdm::operation::pushPage.toString();
    message.payload = payloadOf(push);
    message.dueAt = m_context.dueAt;
    message.deadline = push.deadline;
    message.createdAt = m_context.now;
    m_touched.insert(storage::Topic::Outbox);
    const auto put = storage::Outbox(m_db).put(message);
    return put ? Done() : failed(put);
}

Done StepWriter::apply(const flows::NotifyDelivery &notify)
{
    const auto delivery = storage::FlowRepository(m_db).byKey(flow_kind::delivery.toString(), notify.record.value());
    if (!delivery)
        return delivery.error().kind == ErrorKind::NotFound ? Done() : failed(delivery);
    m_touched.insert(storage::Topic::Inbox);
    return putOwn(m_db, m_ids, decidedMessage(delivery->id, m_flow->facility, notify.what), m_context.now);
}

Done StepWriter::apply(const flows::NoteShare &note)
{
    m_touched.insert(storage::Topic::Shares);
    if (!note.answerCode.isEmpty())
        return storage::ShareRepository(m_db).noteAnswer(note.share, note.answerCode);
    return audit(u"share.receive"_s, note.share.value());
}

Done StepWriter::apply(const flows::Alarm &alarm)
{
    ++m_counters.alarms;
    qCWarning(lcBridge) << "alarm:" << alarm.code;
    return audit(u"alarm"_s, m_flow->id.value(), alarm.code);
}

Done StepWriter::apply(const flows::Finish &)
{
    m_flow->finished = true;
    m_flow->wakeAt = {};
    return {};
}

Done StepWriter::audit(const QString &action, const QString &subject, const QString &reason)
{
    storage::AuditEvent event;
    event.actor = {UserId(u"bridge"_s), Role::System};
    event.action = action;
    event.subject = subject;
    event.patient = m_flow->patient;
    event.facility = m_flow->facility;
    event.reason = reason;
    event.at = m_context.now;
    return storage::AuditTrail(m_db).append(event);
}

}
