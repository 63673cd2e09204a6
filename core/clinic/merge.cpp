#include "clinic/merge.h"

#include "clinic/flow_event.h"
#include "domain/flow_start.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/delivery_repository.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

namespace nadi::clinic
{
namespace
{

using namespace std::chrono_literals;

constexpr auto undoLasts = 24h * mergeUndoDays;

// Words of MergeMoves::taken; stored.
constexpr QLatin1String takenMobile{"mobile"};
constexpr QLatin1String takenPlace{"place"};
constexpr QLatin1String takenGender{"gender"};
constexpr QLatin1String takenBirth{"birth"};
constexpr QLatin1String takenNumber{"abha-number"};
constexpr QLatin1String takenAddress{"abha-address"};

/// Fields that the survivor does not have and the other file does, put into `survivor`.
QStringList fillGaps(Patient &survivor, const Patient &retired)
{
    QStringList taken;
    const auto fill = [&taken](QLatin1String field, auto &ours, const auto &theirs, bool gap, bool known) {
        if (!gap || !known)
            return;
        ours = theirs;
        taken << field;
    };
    fill(takenMobile, survivor.mobile, retired.mobile, survivor.mobile.isEmpty(), !retired.mobile.isEmpty());
    fill(takenPlace, survivor.place, retired.place, survivor.place.isEmpty(), !retired.place.isEmpty());
    fill(takenGender, survivor.gender, retired.gender, survivor.gender == Gender::Unknown,
        retired.gender != Gender::Unknown);
    fill(takenBirth, survivor.birth, retired.birth, !survivor.birth.year, retired.birth.year.has_value());
    fill(takenNumber, survivor.abhaNumber, retired.abhaNumber, !survivor.abhaNumber, retired.abhaNumber.has_value());
    const bool noAddress = !survivor.abhaAddress;
    fill(takenAddress, survivor.abhaAddress, retired.abhaAddress, noAddress, retired.abhaAddress.has_value());
    if (noAddress || !survivor.abhaVerifiedAt.isSet())
        if (taken.contains(takenAddress) || survivor.abhaAddress == retired.abhaAddress)
            survivor.abhaVerifiedAt = retired.abhaVerifiedAt;
    return taken;
}

struct Pair
{
    Patient survivor;
    Patient retired;
};

Result<Pair> bothOf(Work &work, const MergePair &pair)
{
    storage::PatientRepository patients(work.db);
    const auto survivor = patients.asFiled(pair.survivor, pair.facility);
    if (!survivor)
        return failed(survivor);
    const auto retired = patients.asFiled(pair.retired, pair.facility);
    if (!retired)
        return failed(retired);
    return Pair{*survivor, *retired};
}

QString hindranceOf(const Pair &both)
{
    if (both.survivor.id == both.retired.id)
        return QStringLiteral("MERGE-SAME");
    if (!both.survivor.mergedInto.isEmpty() || !both.retired.mergedInto.isEmpty())
        return QStringLiteral("MERGE-DONE");
    const bool twoNumbers = both.survivor.abhaNumber && both.retired.abhaNumber;
    return twoNumbers && both.survivor.abhaNumber != both.retired.abhaNumber ? QStringLiteral("MERGE-TWO-ABHA")
                                                                             : QString();
}

Result<int> deliveriesOnTheWay(Work &work, const PatientId &patient)
{
    const auto deliveries = storage::DeliveryRepository(work.db).ofPatient(patient);
    if (!deliveries)
        return failed(deliveries);
    return int(std::ranges::count_if(
        *deliveries, [](const Delivery &one) { return !one.linkedAt.isSet() && !isTerminal(one.state); }));
}

Done audit(Work &work, const PatientId &patient, const PatientId &other, const FacilityId &facility, const char *action,
    const QString &reason)
{
    return storage::AuditTrail(work.db).append({work.actor, QString::fromLatin1(action), other.value(), patient,
        facility, reason, QStringLiteral("ok"), work.clock.now()});
}

/// The file's primary ABHA is one of its active identifiers, or none.
Done settleAbha(Work &work, Patient &patient)
{
    const auto known = storage::IdentifierRepository(work.db).ofPatient(patient.id);
    if (!known)
        return failed(known);
    QStringList numbers, addresses;
    for (const auto &one : *known) {
        if (one.status != IdentifierStatus::Active)
            continue;
        if (one.system == IdentifierSystem::AbhaNumber)
            numbers << one.value;
        else if (one.system == IdentifierSystem::AbhaAddress)
            addresses << one.value;
    }
    const auto keeps = [](const QStringList &values, const QString &value) { return values.contains(value); };
    if (!patient.abhaNumber || !keeps(numbers, patient.abhaNumber->digits())) {
        const auto number = AbhaNumber::parse(numbers.value(0));
        patient.abhaNumber = number ? std::optional(*number) : std::nullopt;
    }
    if (!patient.abhaAddress || !keeps(addresses, patient.abhaAddress->value())) {
        const auto address = AbhaAddress::parse(addresses.value(0));
        patient.abhaAddress = address ? std::optional(*address) : std::nullopt;
    }
    if (!patient.abhaNumber && !patient.abhaAddress)
        patient.abhaVerifiedAt = {};
    return {};
}

/// What the survivor had taken over and did not change since.
void giveBackFields(Patient &survivor, const Patient &retired, const QStringList &taken)
{
    if (taken.contains(takenMobile) && survivor.mobile == retired.mobile)
        survivor.mobile.clear();
    if (taken.contains(takenPlace) && survivor.place == retired.place)
        survivor.place.clear();
    if (taken.contains(takenGender) && survivor.gender == retired.gender)
        survivor.gender = Gender::Unknown;
    if (taken.contains(takenBirth) && survivor.birth == retired.birth)
        survivor.birth = {};
}

Done updateBoth(Work &work, const storage::Merge &merge, const FacilityId &facility)
{
    storage::PatientRepository patients(work.db);
    const auto both = bothOf(work, {merge.survivor, merge.retired, facility});
    if (!both)
        return failed(both);
    auto survivor = both->survivor;
    auto retired = both->retired;
    giveBackFields(survivor, retired, merge.moves.taken);
    for (auto *file : {&survivor, &retired}) {
        if (const auto settled = settleAbha(work, *file); !settled)
            return settled;
        if (const auto updated = patients.update(*file, work.actor, work.clock.now()); !updated)
            return updated;
    }
    return {};
}

}

Result<MergePreview> previewMerge(Work &work, const MergePair &pair)
{
    const auto both = bothOf(work, pair);
    if (!both)
        return failed(both);
    MergePreview preview;
    preview.survivor = both->survivor;
    preview.retired = both->retired;
    preview.likeness = compare(both->survivor, both->retired);
    preview.hindrance = hindranceOf(*both);
    auto filled = both->survivor;
    preview.filledFields = fillGaps(filled, both->retired);
    const auto appointments = storage::AppointmentRepository(work.db).ofPatient(pair.retired);
    if (!appointments)
        return failed(appointments);
    preview.appointments = *appointments;
    const auto records = storage::RecordRepository(work.db).ofPatient(pair.retired);
    if (!records)
        return failed(records);
    preview.records = *records;
    const auto onTheWay = deliveriesOnTheWay(work, pair.retired);
    if (!onTheWay)
        return failed(onTheWay);
    preview.deliveriesOnTheWay = *onTheWay;
    const auto identifiers = storage::IdentifierRepository(work.db).ofPatient(pair.retired);
    if (!identifiers)
        return failed(identifiers);
    preview.identifiers = *identifiers;
    const auto marked = storage::MergeRepository(work.db).areNotTheSame(pair.survivor, pair.retired);
    if (!marked)
        return failed(marked);
    preview.markedNotTheSame = *marked;
    return preview;
}

Result<storage::Merge> mergePatients(Work &work, const MergeOrder &order)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto both = bothOf(work, order.pair);
    if (!both)
        return failed(both);
    if (const auto hindrance = hindranceOf(*both); !hindrance.isEmpty())
        return fail(ErrorKind::Conflict, hindrance);
    if (both->survivor.version != order.survivorVersion || both->retired.version != order.retiredVersion)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    const auto now = work.clock.now();
    auto survivor = both->survivor;
    storage::Merge merge;
    merge.id = work.ids.next<MergeId>();
    merge.survivor = order.pair.survivor;
    merge.retired = order.pair.retired;
    merge.reason = order.reason;
    merge.by = work.actor.user;
    merge.at = now;
    merge.undoUntil = now + undoLasts;
    merge.moves.taken = fillGaps(survivor, both->retired);
    // Identifiers move before the survivor is written: an ABHA number is active on one file only.
    const auto merged = storage::MergeRepository(work.db).merge(merge, order.retiredVersion);
    if (!merged)
        return merged;
    if (const auto updated = storage::PatientRepository(work.db).update(survivor, work.actor, now); !updated)
        return failed(updated);
    if (survivor.abhaVerifiedAt.isSet())
        if (const auto told = tellDeliveries(work, survivor.id, flow_event::patientVerified, {}); !told)
            return failed(told);
    if (const auto audited
        = audit(work, merge.survivor, merge.retired, order.pair.facility, "patient.merge", order.reason);
        !audited)
        return failed(audited);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return merged;
}

Result<QList<MergeRow>> mergesOf(Work &work, const PatientId &survivor, const FacilityId &facility)
{
    const auto merges = storage::MergeRepository(work.db).ofPatient(survivor);
    if (!merges)
        return failed(merges);
    QList<MergeRow> rows;
    for (const auto &merge : *merges) {
        if (merge.survivor != survivor)
            continue;
        const auto retired = storage::PatientRepository(work.db).asFiled(merge.retired, facility);
        if (!retired)
            return failed(retired);
        const bool stands = retired->mergedInto == survivor;
        rows.append({merge, *retired, stands && work.clock.now() <= merge.undoUntil});
    }
    return rows;
}

Result<Patient> undoMerge(Work &work, const MergeId &id, const FacilityId &facility)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::MergeRepository merges(work.db);
    const auto merge = merges.merge(id);
    if (!merge)
        return failed(merge);
    if (merge->undoneAt.isSet())
        return fail(ErrorKind::Conflict, QStringLiteral("MERGE-UNDONE"));
    if (work.clock.now() > merge->undoUntil)
        return fail(ErrorKind::Refused, QStringLiteral("MERGE-LATE"));
    if (const auto undone = merges.undo(*merge, work.clock.now()); !undone)
        return failed(undone);
    if (const auto updated = updateBoth(work, *merge, facility); !updated)
        return failed(updated);
    if (const auto audited = audit(work, merge->survivor, merge->retired, facility, "patient.unmerge", {}); !audited)
        return failed(audited);
    const auto survivor = storage::PatientRepository(work.db).patient(merge->survivor, facility);
    if (!survivor)
        return survivor;
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return survivor;
}

}
