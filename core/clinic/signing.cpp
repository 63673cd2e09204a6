#include "clinic/flow_event.h"
#include "clinic/prescribed_before.h"
#include "clinic/prescription.h"
#include "domain/flow_start.h"
#include "storage/audit_trail.h"
#include "storage/delivery_repository.h"
#include "storage/flow_repository.h"
#include "storage/patient_repository.h"

#include <QCryptographicHash>

#include <algorithm>

namespace nadi::clinic
{
namespace
{
/// "NX-7K3F-92CM": short enough to read over the phone, without letters that look alike; from the flow id, so that it
/// needs no counter.
QString supportCodeFor(const FlowId &flow)
{
    static constexpr char alphabet[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    const auto digest = QCryptographicHash::hash(flow.value().toUtf8(), QCryptographicHash::Sha256);
    QString code = QStringLiteral("NX-");
    for (int i = 0; i < 8; ++i) {
        if (i == 4)
            code += u'-';
        code += QLatin1Char(alphabet[static_cast<unsigned char>(digest[i]) % (sizeof alphabet - 1)]);
    }
    return code;
}

storage::FlowRow deliveryFlow(Work &work, const Record &record, const Patient &patient, SmsInvitation invitation)
{
    storage::FlowRow flow;
    flow.id = work.ids.next<FlowId>();
    flow.kind = flow_kind::delivery.toString();
    flow.key = record.id.value();
    flow.facility = record.facility;
    flow.patient = record.patient;
    flow.state = deliveryStart(record.careContext, record.type, record.issuedOn, patient.localNumber, invitation,
        record.appointment ? CareContextKind::Visit : CareContextKind::Document);
    flow.createdAt = flow.updatedAt = work.clock.now();
    return flow;
}

Done auditDelivery(Work &work, const Record &record, QStringView decision, const QString &reason)
{
    return storage::AuditTrail(work.db).append({work.actor, QStringLiteral("delivery.") + decision.toString(),
        record.id.value(), record.patient, record.facility, reason, QStringLiteral("ok"), work.clock.now()});
}

/// The record as it was signed, with its delivery: what a second confirmation gets.
Result<Signed> alreadySigned(Work &work, const Record &record)
{
    const auto delivery = storage::DeliveryRepository(work.db).ofRecord(record.id);
    if (!delivery)
        return failed(delivery);
    return Signed{record, *delivery};
}

/// The delivery of a record that was not linked yet ends: the amended one goes instead.
Done endDelivery(Work &work, const RecordId &amended)
{
    const auto delivery = storage::DeliveryRepository(work.db).ofRecord(amended);
    if (!delivery)
        return failed(delivery);
    if (delivery->linkedAt.isSet() || isTerminal(delivery->state))
        return {};
    const auto flow = storage::FlowRepository(work.db).flow(delivery->flow);
    if (!flow)
        return failed(flow);
    return postFlowEvent(work, *flow, flow_event::withdraw, QStringLiteral("AMENDED"));
}

Result<Signed> startDelivery(Work &work, const Record &record, SmsInvitation invitation)
{
    const auto patient = storage::PatientRepository(work.db).patient(record.patient, record.facility);
    if (!patient)
        return failed(patient);
    if (record.amends)
        if (const auto ended = endDelivery(work, *record.amends); !ended)
            return failed(ended);
    const auto flow = deliveryFlow(work, record, *patient, invitation);
    if (const auto inserted = storage::FlowRepository(work.db).insert(flow); !inserted)
        return failed(inserted);

    Delivery delivery;
    delivery.record = record.id;
    delivery.flow = flow.id;
    delivery.patient = record.patient;
    delivery.facility = record.facility;
    delivery.state = DeliveryState::Ready;
    delivery.supportCode = supportCodeFor(flow.id);
    delivery.confirmedAt = delivery.updatedAt = work.clock.now();
    storage::DeliveryRepository deliveries(work.db);
    if (const auto saved = deliveries.save(delivery); !saved)
        return failed(saved);
    TimelineEntry confirmed;
    confirmed.flow = flow.id;
    confirmed.at = delivery.confirmedAt;
    confirmed.actor = work.actor.user.value();
    confirmed.what = QStringLiteral("delivery.confirmed");
    if (const auto told = deliveries.append(confirmed); !told)
        return failed(told);
    if (const auto posted = postFlowEvent(work, flow, flow_event::start, {}); !posted)
        return failed(posted);
    return Signed{record, delivery};
}

Result<bool> saysSomething(storage::RecordRepository &records, const Record &draft)
{
    if (!draft.pages.isEmpty() || !draft.typed)
        return !draft.pages.isEmpty();
    const auto content = records.content(draft.id);
    if (!content)
        return failed(content);
    return !isEmpty(*content);
}

/// One care context per visit: what was written in it belongs together. A record without a visit has its own.
Result<CareContextRef> newContext(storage::RecordRepository &records, const Record &draft)
{
    if (!draft.appointment)
        return records.nextCareContext(draft.facility, draft.type, draft.issuedOn);
    const auto earlier = records.contextOfVisit(draft.facility, draft.patient, *draft.appointment);
    if (!earlier || !earlier->isEmpty())
        return earlier;
    return records.nextVisitContext(draft.facility, draft.issuedOn);
}

/// An amended record keeps its context, so that the network hears of a change and not of a second document.
Result<CareContextRef> careContextOf(storage::RecordRepository &records, const Record &draft)
{
    if (!draft.amends)
        return newContext(records, draft);
    const auto newer = records.amendedBy(*draft.amends);
    if (!newer)
        return failed(newer);
    if (*newer)
        return fail(ErrorKind::Conflict, QStringLiteral("REC-AMENDED"), (*newer)->value());
    return records.record(*draft.amends).map([](const Record &amended) { return amended.careContext; });
}
}

Result<Signed> signRecord(
    Work &work, const RecordId &id, qint64 version, SmsInvitation invitation, const ConsultationStatement &statement)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::RecordRepository records(work.db);
    const auto draft = records.record(id);
    if (!draft)
        return failed(draft);
    if (draft->state == RecordState::Signed)
        return alreadySigned(work, *draft);
    if (draft->state != RecordState::Draft)
        return fail(ErrorKind::Conflict, QStringLiteral("REC-STATE"));
    const auto something = saysSomething(records, *draft);
    if (!something)
        return failed(something);
    if (!*something)
        return fail(ErrorKind::Invalid, QStringLiteral("REC-EMPTY"));
    if (std::ranges::any_of(draft->pages, [](const RecordPage &page) { return isUnreadable(page); }))
        return fail(ErrorKind::Invalid, QStringLiteral("REC-UNREADABLE"));
    if (const auto passed = passPrescribing(work, *draft, statement); !passed)
        return failed(passed);
    if (const auto passed = passCompleteness(work, *draft, statement); !passed)
        return failed(passed);

    const auto context = careContextOf(records, *draft);
    if (!context)
        return failed(context);
    if (const auto done = records.sign(id, version, *context, work.actor, work.clock.now(), statement.mode); !done)
        return failed(done);
    const auto record = records.record(id);
    if (!record)
        return failed(record);
    if (record->typed) {
        const auto content = records.content(id);
        if (!content)
            return failed(content);
        if (const auto remembered = rememberLines(work, record->doctor, *content); !remembered)
            return failed(remembered);
    }
    auto started = startDelivery(work, *record, invitation);
    if (!started)
        return started;
    if (invitation == SmsInvitation::Agreed)
        if (const auto audited = auditDelivery(work, *record, flow_event::inviteAgreed, {}); !audited)
            return failed(audited);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return started;
}

Done decideDelivery(Work &work, const FlowId &flowId, QStringView decision, const QString &reason)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto flow = storage::FlowRepository(work.db).flow(flowId);
    if (!flow)
        return failed(flow);
    if (const auto posted = postFlowEvent(work, *flow, decision, reason); !posted)
        return posted;
    const auto record = storage::RecordRepository(work.db).record(RecordId(flow->key));
    if (!record)
        return failed(record);
    if (const auto audited = auditDelivery(work, *record, decision, reason); !audited)
        return audited;
    return transaction.commit();
}

Result<DeliveryStory> deliveryStory(Work &work, const RecordId &record)
{
    storage::DeliveryRepository deliveries(work.db);
    const auto delivery = deliveries.ofRecord(record);
    if (!delivery)
        return failed(delivery);
    const auto timeline = deliveries.timeline(delivery->flow);
    if (!timeline)
        return failed(timeline);
    return DeliveryStory{*delivery, *timeline};
}

}
