#include "clinic/prescribing/review.h"

#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/medicine_list_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

bool tookPlace(const Appointment &visit)
{
    return visit.status == AppointmentStatus::WithDoctor || visit.status == AppointmentStatus::Done
        || visit.status == AppointmentStatus::Arrived;
}

Result<QList<PastVisit>> pastVisits(Work &work, const Record &record, const Facility &facility)
{
    const auto visits = storage::AppointmentRepository(work.db).ofPatient(record.patient);
    if (!visits)
        return failed(visits);
    QList<PastVisit> past;
    for (const auto &visit : *visits)
        if (tookPlace(visit) && visit.id != record.appointment)
            past << PastVisit{visit.slot.doctor, clinicDay(facility, visit.slot.start), visit.mode};
    return past;
}

/// A visit that was booked elsewhere is not in our book: like a record without one, it was in person.
Result<VisitMode> visitModeOf(Work &work, const Record &record)
{
    if (!record.appointment)
        return VisitMode::InPerson;
    const auto visit = storage::AppointmentRepository(work.db).appointment(*record.appointment);
    if (!visit && visit.error().kind == ErrorKind::NotFound)
        return VisitMode::InPerson;
    return visit.map([](const Appointment &booked) { return booked.mode; });
}

}

Result<PrescribingFacts> prescribingFacts(Work &work, const Record &record)
{
    PrescribingFacts facts;
    if (!record.typed)
        return facts;
    const auto content = storage::RecordRepository(work.db).content(record.id);
    if (!content)
        return failed(content);
    storage::FacilityRepository facilities(work.db);
    const auto facility = facilities.facility(record.facility);
    if (!facility)
        return failed(facility);
    const auto doctor = facilities.doctor(record.doctor);
    if (!doctor)
        return failed(doctor);
    const auto visit = visitModeOf(work, record);
    if (!visit)
        return failed(visit);
    const auto past = pastVisits(work, record, *facility);
    if (!past)
        return failed(past);
    const auto lists = listsInForce(work);
    if (!lists)
        return failed(lists);
    facts.lists = *lists;
    facts.lines = medicinesIn(*content);
    facts.visit = *visit;
    facts.doctor = record.doctor;
    facts.today = clinicDay(*facility, work.clock.now());
    facts.past = *past;
    facts.practised = systemOf(*doctor);
    return facts;
}

QList<LineVerdict> review(
    const PrescribingFacts &facts, const ConsultationStatement &statement, const ClassTable &table)
{
    const Consultation consultation{facts.visit, statement.mode.value_or(TeleMode::Text),
        consultationKind(facts.past, facts.doctor, facts.today, statement.complaint, SeenRule::InPersonOnly),
        facts.practised, statement.treatment};
    return judge(facts.lines, consultation, table);
}

bool asksReason(const QList<LineVerdict> &verdicts)
{
    return std::ranges::any_of(
        verdicts, [](const LineVerdict &one) { return one.weight == LineVerdict::Weight::Confirm; });
}

Done passPrescribing(Work &work, const Record &record, const ConsultationStatement &statement)
{
    const auto facts = prescribingFacts(work, record);
    if (!facts)
        return failed(facts);
    const auto &lists = facts->lists;
    const auto verdicts = review(*facts, statement, lists.table);
    for (const auto &verdict : verdicts)
        if (verdict.weight == LineVerdict::Weight::Stop)
            return fail(
                ErrorKind::Refused, QStringLiteral("PRESCRIBING-") + verdict.rule, QString::number(verdict.line + 1));
    if (!facts->lines.isEmpty())
        if (const auto noted = storage::MedicineListRepository(work.db).noteJudged(
                record.id, {lists.number, lists.table.version, work.clock.now()});
            !noted)
            return noted;
    if (verdicts.isEmpty())
        return {};
    const auto reason = statement.reason.trimmed();
    if (asksReason(verdicts) && reason.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("PRESCRIBING-REASON"));
    QStringList rules;
    for (const auto &verdict : verdicts)
        rules << QStringLiteral("%1:%2").arg(verdict.line + 1).arg(verdict.rule);
    return storage::AuditTrail(work.db).append({work.actor, QStringLiteral("prescribing.confirm"), record.id.value(),
        record.patient, record.facility, reason, rules.join(u' ') + u' ' + lists.table.version, work.clock.now()});
}

Result<SheetFacts> sheetFacts(Work &work, const Record &record)
{
    SheetFacts facts;
    storage::FacilityRepository places(work.db);
    const auto facility = places.facility(record.facility);
    if (!facility)
        return failed(facility);
    const auto doctor = places.doctor(record.doctor);
    if (!doctor)
        return failed(doctor);
    const auto patient = storage::PatientRepository(work.db).patient(record.patient, record.facility);
    if (!patient)
        return failed(patient);
    const auto visit = visitModeOf(work, record);
    if (!visit)
        return failed(visit);
    if (record.typed) {
        auto content = storage::RecordRepository(work.db).content(record.id);
        if (!content)
            return failed(content);
        facts.content = *std::move(content);
    }
    facts.facility = *facility;
    facts.doctor = *doctor;
    facts.patient = *patient;
    facts.visit = *visit;
    facts.mode = record.heldBy;
    facts.issuedOn = record.issuedOn;
    facts.pages = int(record.pages.size());
    return facts;
}

Done passCompleteness(Work &work, const Record &record, const ConsultationStatement &statement)
{
    auto facts = sheetFacts(work, record);
    if (!facts)
        return failed(facts);
    facts->mode = statement.mode;
    for (const auto &missing : missingIn(*facts))
        if (missing.level == Level::Must)
            return fail(ErrorKind::Invalid, QStringLiteral("REC-MISSING"),
                missing.leads == Leads::Form ? QStringLiteral("%1 %2").arg(missing.what).arg(missing.row + 1)
                                             : missing.what);
    return {};
}

}
