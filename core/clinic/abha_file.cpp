#include "clinic/abha_file.h"

#include "storage/abha_repository.h"
#include "storage/audit_trail.h"
#include "storage/patient_repository.h"

namespace nadi::clinic
{
namespace
{
using storage::AbhaRepository;

// B07: asked again after 90 days at the earliest.
constexpr auto askAgainAfter = std::chrono::hours(24) * 90;

/// `change` and its audit event, both or neither.
Done audited(Work &work, storage::AuditEvent event, const std::function<Done(AbhaRepository &)> &change)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return transaction.begun();
    AbhaRepository files(work.db);
    if (auto done = change(files); !done)
        return done;
    event.actor = work.actor;
    event.at = work.clock.now();
    if (auto done = storage::AuditTrail(work.db).append(event); !done)
        return done;
    return transaction.commit();
}

storage::AuditEvent about(const PatientId &patient, const QString &action)
{
    storage::AuditEvent event;
    event.action = action;
    event.subject = patient.value();
    event.patient = patient;
    return event;
}
}

Done recordAbhaConsent(Work &work, const AbhaConsent &consent, const FacilityId &facility)
{
    const auto patient = consent.patient.value_or(PatientId());
    auto event = about(patient, QStringLiteral("abha.consent"));
    event.subject = consent.code + u'/' + consent.version;
    event.facility = facility;
    const auto manner
        = consent.manner == AbhaConsent::Manner::OnPaper ? QStringLiteral("paper") : QStringLiteral("screen");
    return audited(work, event, [&](AbhaRepository &files) {
        return files.addConsent({consent.code, consent.version, consent.language, manner, patient, facility,
            work.actor.user, work.clock.now()});
    });
}

Done recordAbhaDeclined(Work &work, const PatientId &patient, const FacilityId &facility)
{
    auto event = about(patient, QStringLiteral("abha.decline"));
    event.facility = facility;
    return audited(work, event,
        [&](AbhaRepository &files) { return files.addDecline(patient, facility, work.actor.user, work.clock.now()); });
}

Result<bool> mayAskForAbha(Work &work, const PatientId &id)
{
    const auto patient = storage::PatientRepository(work.db).patient(id, FacilityId());
    if (!patient)
        return failed(patient);
    if (patient->abhaAddress || patient->abhaNumber)
        return false;
    const auto declined = AbhaRepository(work.db).lastDecline(id);
    if (!declined)
        return failed(declined);
    return !declined->isSet() || work.clock.now() - *declined >= askAgainAfter;
}

Done keepAbhaSnapshot(Work &work, const PatientId &patient, const AbhaSnapshot &snapshot)
{
    auto event = about(patient, QStringLiteral("abha.proof"));
    event.reason = toWord(snapshot.proof);
    return audited(work, event, [&](AbhaRepository &files) {
        return files.addSnapshot({patient, snapshot.proof, snapshot.at, snapshot.profile, snapshot.card, snapshot.qr});
    });
}

Result<std::optional<AbhaSnapshot>> abhaSnapshot(Work &work, const PatientId &patient)
{
    const auto row = AbhaRepository(work.db).newestSnapshot(patient);
    if (!row)
        return failed(row);
    if (!*row)
        return std::optional<AbhaSnapshot>();
    return AbhaSnapshot{(*row)->profile, (*row)->proof, (*row)->at, (*row)->card, (*row)->qr};
}

Done forgetAbhaSnapshots(Work &work, const PatientId &patient)
{
    return audited(work, about(patient, QStringLiteral("abha.forget")),
        [&](AbhaRepository &files) { return files.dropSnapshots(patient); });
}

Done parkAbhaCreation(Work &work, const QString &desk, const QJsonObject &parked)
{
    return AbhaRepository(work.db).park(desk, work.actor.user, work.clock.now(), parked);
}

Result<QJsonObject> parkedAbhaCreation(Work &work, const QString &desk)
{
    return AbhaRepository(work.db).parked(desk, work.actor.user);
}

Done dropParkedAbhaCreation(Work &work, const QString &desk)
{
    return AbhaRepository(work.db).dropParked(desk, work.actor.user);
}

}
