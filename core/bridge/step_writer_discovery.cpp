#include "abdm/endpoint.h"
#include "bridge/call_payload.h"
#include "bridge/proved_abha.h"
#include "bridge/step_writer.h"
#include "common/utc_time.h"
#include "domain/flow_start.h"
#include "storage/abha_removal.h"
#include "storage/discovery_repository.h"
#include "storage/outbox.h"
#include "storage/record_repository.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using Type = abdm::NetworkIdentifier::Type;

QString vouched(const abdm::DiscoverRequest &request, Type type)
{
    for (const auto &one : request.verified)
        if (one.type == type)
            return one.value;
    return {};
}

}

Done StepWriter::apply(const flows::AnswerInBody &answer)
{
    m_bodyAnswer = answer;
    return {};
}

Done StepWriter::apply(const flows::SendLinkCode &code)
{
    storage::OutboxMessage message;
    message.businessKey = code.businessKey;
    message.flow = m_flow->id;
    message.facility = m_flow->facility;
    message.orderKey = code.businessKey;
    message.operation = abdm::operation::sendLinkCode.toString();
    message.payload = payloadOf(code, m_flow->key);
    message.dueAt = m_context.dueAt;
    message.deadline = code.deadline;
    message.createdAt = m_context.now;
    m_touched.insert(storage::Topic::Outbox);
    const auto put = storage::Outbox(m_db).put(message);
    if (!put)
        return failed(put);
    return storage::DiscoveryRepository(m_db).noteCode(m_flow->key).and_then([&] {
        return audit(u"discovery.code"_s, m_flow->key);
    });
}

Done StepWriter::apply(const flows::NoteDiscovery &note)
{
    storage::DiscoveryCase asked;
    asked.reference = m_flow->key;
    asked.facility = m_flow->facility;
    asked.askedAt = m_context.now;
    asked.outcome = flows::toWord(note.outcome);
    asked.abhaAddress = note.request.abhaAddress;
    asked.abhaNumber = vouched(note.request, Type::AbhaNumber);
    asked.mobile = vouched(note.request, Type::Mobile);
    asked.name = note.request.name;
    asked.gender = note.request.gender;
    asked.yearOfBirth = note.request.yearOfBirth;
    asked.files = note.several;
    if (asked.needsPerson())
        m_touched.insert(storage::Topic::Deliveries); // what shows "needs attention" looks there
    return storage::DiscoveryRepository(m_db).note(asked).and_then(
        [&] { return audit(u"discovery."_s + asked.outcome, m_flow->key); });
}

Done StepWriter::apply(const flows::ContextLinked &linked)
{
    const auto records = storage::RecordRepository(m_db).inCareContext(m_flow->facility, linked.careContext);
    if (!records)
        return failed(records);
    for (const auto &record : *records)
        if (const auto told = apply(flows::NotifyDelivery{record.id, flow_event::linkedByPatient.toString()}); !told)
            return told;
    return {};
}

Done StepWriter::apply(const flows::ConcernPatient &concern)
{
    m_flow->patient = concern.patient;
    return {};
}

Done StepWriter::apply(const flows::ForgetAbha &ended)
{
    m_touched.insert(storage::Topic::Patients);
    const Actor self{UserId(u"bridge"_s), Role::System};
    const auto holder
        = storage::endedByNetwork(m_db, {ended.abhaAddress, ended.abhaNumber}, m_flow->facility, self, m_context.now);
    if (!holder)
        return failed(holder);
    m_flow->patient = *holder;
    return audit(u"patient-status.ended"_s, m_flow->key);
}

Done StepWriter::apply(const flows::KeepProvedAbha &proved)
{
    m_touched.insert(storage::Topic::Patients);
    return keepProvedAbha(m_db, proved, m_context.now).and_then([&] {
        return audit(u"discovery.link"_s, m_flow->key);
    });
}

}
