#include "clinic/abha_card.h"

#include "clinic/abha_file.h"
#include "storage/audited.h"

namespace nadi::clinic
{
namespace
{

storage::AuditEvent event(const Work &work, const char *action, const PatientId &patient, const FacilityId &facility)
{
    storage::AuditEvent out;
    out.actor = work.actor;
    out.action = QLatin1String(action);
    out.subject = patient.value();
    out.patient = patient;
    out.facility = facility;
    out.at = work.clock.now();
    return out;
}

}

Result<std::optional<AbhaCard>> openAbhaCard(Work &work, const PatientId &patient, const FacilityId &facility)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto kept = abhaSnapshot(work, patient);
    if (!kept)
        return failed(kept);
    if (!*kept || ((*kept)->card.isEmpty() && (*kept)->qr.isEmpty()))
        return std::optional<AbhaCard>();
    if (const auto told = storage::AuditTrail(work.db).append(event(work, "abha.card", patient, facility)); !told)
        return failed(told);
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return AbhaCard{(*kept)->card, (*kept)->qr, (*kept)->at};
}

Done noteCardUse(Work &work, const PatientId &patient, const FacilityId &facility, CardUse use)
{
    const auto *action = use == CardUse::Saved ? "abha.card.save" : "abha.card.print";
    return storage::audited(
        work.db, [&]() -> Result<storage::AuditEvent> { return event(work, action, patient, facility); });
}

}
