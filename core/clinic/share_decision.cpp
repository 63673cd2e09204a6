#include "clinic/desk.h"
#include "clinic/shares.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "storage/share_repository.h"

namespace nadi::clinic
{
namespace
{

Done refuse(ErrorKind kind, const char *code)
{
    return fail(kind, QLatin1String(code));
}

Result<Share> waitingShare(Work &work, const ShareId &id, qint64 version)
{
    auto share = storage::ShareRepository(work.db).share(id);
    if (share && (share->version != version || share->outcome != ShareOutcome::Waiting))
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return share;
}

/// B38: nobody but `except` may have this ABHA.
Done nobodyElseHas(Work &work, const SharedProfile &profile, const PatientId &except)
{
    storage::PatientRepository patients(work.db);
    const auto free = [&](const Result<PatientId> &found) -> Done {
        if (!found)
            return found.error().kind == ErrorKind::NotFound ? Done() : failed(found);
        return *found == except ? Done() : refuse(ErrorKind::Conflict, "ABHA-ELSEWHERE");
    };
    return (profile.abhaNumber ? free(patients.byAbhaNumber(*profile.abhaNumber)) : Done()).and_then([&] {
        return free(patients.byAbhaAddress(profile.abhaAddress));
    });
}

/// The share's value where the person took it, or where the file had none.
class Merger
{
public:
    Merger(Patient &patient, const QList<ShareField> &take)
        : m_patient(patient)
        , m_take(take)
    {
    }
    void merge(const SharedProfile &profile, UtcTime now)
    {
        text(ShareField::Name, m_patient.name, profile.name);
        text(ShareField::Mobile, m_patient.mobile, profile.mobile);
        text(ShareField::Place, m_patient.place, profile.place());
        if (profile.gender != Gender::Unknown && (taken(ShareField::Gender) || m_patient.gender == Gender::Unknown))
            m_patient.gender = profile.gender;
        if (profile.birth.year && (taken(ShareField::Birth) || !m_patient.birth.year))
            m_patient.birth = profile.birth;
        if (profile.abhaNumber && (taken(ShareField::AbhaNumber) || !m_patient.abhaNumber))
            m_patient.abhaNumber = profile.abhaNumber;
        if (taken(ShareField::AbhaAddress) || !m_patient.abhaAddress)
            m_patient.abhaAddress = profile.abhaAddress;
        // The person shared this profile from the app of their account, through the network, just now.
        if (m_patient.abhaAddress == profile.abhaAddress
            && (!profile.abhaNumber || m_patient.abhaNumber == profile.abhaNumber))
            m_patient.abhaVerifiedAt = now;
    }

private:
    bool taken(ShareField field) const { return m_take.contains(field); }
    void text(ShareField field, QString &local, const QString &shared) const
    {
        if (!shared.isEmpty() && (taken(field) || local.isEmpty()))
            local = shared;
    }
    Patient &m_patient;
    const QList<ShareField> &m_take;
};

Done auditVerified(Work &work, const Patient &patient, const FacilityId &facility)
{
    return storage::AuditTrail(work.db).append({.actor = work.actor,
        .action = QStringLiteral("abha.verified"),
        .subject = patient.id.value(),
        .patient = patient.id,
        .facility = facility,
        .reason = QStringLiteral("share"),
        .at = work.clock.now()});
}

/// Who scanned twice, after the first number ran out, stands in two rows: both are served.
Done decideAll(Work &work, const Share &share, ShareOutcome outcome, const PatientId &patient, const QString &reason)
{
    storage::ShareRepository shares(work.db);
    const auto now = work.clock.now();
    const auto same = shares.waitingOf(share.facility, share.profile.abhaAddress);
    if (!same)
        return failed(same);
    for (auto row : *same) {
        row.outcome = outcome;
        row.patient = patient;
        row.reason = reason;
        if (const auto done = shares.decide(row, work.actor, now); !done)
            return done;
    }
    return {};
}

Done checkAttachable(const Share &share, const Patient &patient, const ShareAcceptance &acceptance, QDate today)
{
    const auto match = compareShare(share.profile, patient, today);
    const bool otherNumber = match.differs.contains(ShareEvidence::AbhaNumber);
    if (otherNumber && !acceptance.take.contains(ShareField::AbhaNumber))
        return refuse(ErrorKind::Conflict, "SHARE-ABHA");
    if ((match.needsReason || otherNumber) && acceptance.reason.simplified().isEmpty())
        return refuse(ErrorKind::Invalid, "SHARE-REASON");
    return {};
}

}

Result<Patient> acceptShare(Work &work, const ShareAcceptance &acceptance)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto share = waitingShare(work, acceptance.share, acceptance.shareVersion);
    if (!share)
        return failed(share);
    storage::PatientRepository patients(work.db);
    const auto before = patients.patient(acceptance.patient, share->facility);
    if (!before)
        return failed(before);
    if (before->version != acceptance.patientVersion)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    const auto facility = storage::FacilityRepository(work.db).facility(share->facility);
    if (!facility)
        return failed(facility);
    const auto now = work.clock.now();
    Patient patient = *before;
    Merger(patient, acceptance.take).merge(share->profile, now);
    const Done done
        = checkAttachable(*share, *before, acceptance, clinicDay(*facility, now))
              .and_then([&] { return nobodyElseHas(work, share->profile, patient.id); })
              .and_then([&] { return patients.update(patient, work.actor, now); })
              .and_then([&] { return auditVerified(work, patient, share->facility); })
              .and_then([&] {
                  return decideAll(work, *share, ShareOutcome::Matched, patient.id, acceptance.reason.simplified());
              })
              .and_then([&] { return transaction.commit(); });
    if (!done)
        return failed(done);
    return patients.patient(patient.id, share->facility);
}

Result<Patient> registerFromShare(Work &work, const ShareId &id, qint64 shareVersion, const Patient &gaps)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto share = waitingShare(work, id, shareVersion);
    if (!share)
        return failed(share);
    if (const auto free = nobodyElseHas(work, share->profile, {}); !free)
        return failed(free);
    Patient person = gaps;
    person.abhaNumber.reset();
    person.abhaAddress.reset();
    constexpr std::array identity{ShareField::Name, ShareField::Gender, ShareField::Birth, ShareField::AbhaNumber};
    Merger(person, QList<ShareField>(identity.begin(), identity.end())).merge(share->profile, work.clock.now());
    const auto registered = registerPatient(work, person, share->facility);
    if (!registered)
        return registered;
    const Done done = auditVerified(work, *registered, share->facility)
                          .and_then([&] { return decideAll(work, *share, ShareOutcome::New, registered->id, {}); })
                          .and_then([&] { return transaction.commit(); });
    if (!done)
        return failed(done);
    return registered;
}

Result<Share> dismissShare(Work &work, const ShareId &id, qint64 shareVersion, const QString &reason)
{
    auto share = waitingShare(work, id, shareVersion);
    if (!share)
        return share;
    share->outcome = ShareOutcome::Dismissed;
    share->reason = reason.simplified();
    storage::ShareRepository shares(work.db);
    if (const auto done = shares.decide(*share, work.actor, work.clock.now()); !done)
        return failed(done);
    return shares.share(id);
}

}
