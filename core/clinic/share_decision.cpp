#include "clinic/attach_abha.h"
#include "clinic/desk.h"
#include "clinic/shares.h"
#include "storage/share_repository.h"

namespace nadi::clinic
{
namespace
{

Result<Share> waitingShare(Work &work, const ShareId &id, qint64 version)
{
    auto share = storage::ShareRepository(work.db).share(id);
    if (share && (share->version != version || share->outcome != ShareOutcome::Waiting))
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return share;
}

/// The person shared it from the app of their account, through the network, just now: that proves it.
Result<Patient> attachShared(Work &work, const Share &share, const PatientId &patient, qint64 version,
    const QList<PersonField> &take, const QString &reason)
{
    AttachRequest request;
    request.patient = patient;
    request.version = version;
    request.facility = share.facility;
    request.profile = profileOf(share.profile);
    request.proof = AbhaProof::Share;
    request.take = take;
    request.reason = reason;
    const auto outcome = attachAbha(work, request);
    if (!outcome)
        return failed(outcome);
    switch (outcome->state) {
    case AttachState::Attached:
    case AttachState::AlreadyThere:
        break;
    case AttachState::NeedsReason:
        return fail(ErrorKind::Invalid, QStringLiteral("SHARE-REASON"));
    case AttachState::OnOtherFile:
        return fail(ErrorKind::Conflict, QStringLiteral("ABHA-ELSEWHERE"));
    case AttachState::HasOtherAbha:
        return fail(ErrorKind::Conflict, QStringLiteral("SHARE-ABHA"));
    }
    return outcome->patient;
}

/// Who scanned twice, after the first number ran out, stands in two rows: both are served.
Done decideAll(Work &work, const Share &share, ShareOutcome outcome, const PatientId &patient, const QString &reason)
{
    storage::ShareRepository shares(work.db);
    const auto same = shares.waitingOf(share.facility, share.profile.abhaAddress);
    if (!same)
        return failed(same);
    for (auto row : *same) {
        row.outcome = outcome;
        row.patient = patient;
        row.reason = reason;
        if (const auto done = shares.decide(row, work.actor, work.clock.now()); !done)
            return done;
    }
    return {};
}

/// Identity as the network has it; the form gives only what that leaves open.
Patient personOf(const SharedProfile &profile, const Patient &gaps)
{
    Patient person;
    person.name = profile.name.isEmpty() ? gaps.name : profile.name;
    person.gender = profile.gender == Gender::Unknown ? gaps.gender : profile.gender;
    person.birth = profile.birth.year ? profile.birth : gaps.birth;
    person.mobile = gaps.mobile.isEmpty() ? profile.mobile : gaps.mobile;
    person.place = gaps.place.isEmpty() ? profile.place() : gaps.place;
    return person;
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
    const auto reason = acceptance.reason.simplified();
    const auto attached
        = attachShared(work, *share, acceptance.patient, acceptance.patientVersion, acceptance.take, reason);
    if (!attached) {
        // The attempt to give one ABHA to two files is in the audit trail, and stays there (B38).
        if (attached.error().code == u"ABHA-ELSEWHERE")
            if (const auto kept = transaction.commit(); !kept)
                return failed(kept);
        return attached;
    }
    const Done done = decideAll(work, *share, ShareOutcome::Matched, attached->id, reason).and_then([&] {
        return transaction.commit();
    });
    if (!done)
        return failed(done);
    return attached;
}

Result<Patient> registerFromShare(Work &work, const ShareId &id, qint64 shareVersion, const Patient &gaps)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto share = waitingShare(work, id, shareVersion);
    if (!share)
        return failed(share);
    const auto registered = registerPatient(work, personOf(share->profile, gaps), share->facility);
    if (!registered)
        return registered;
    // Made from this very profile: there is nothing to compare, also when the person gave another mobile.
    const auto attached
        = attachShared(work, *share, registered->id, registered->version, {}, QStringLiteral("registered"));
    if (!attached)
        return attached;
    const Done done
        = decideAll(work, *share, ShareOutcome::New, attached->id, {}).and_then([&] { return transaction.commit(); });
    if (!done)
        return failed(done);
    return attached;
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
