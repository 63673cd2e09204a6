#include "clinic/duplicates.h"

#include "storage/audit_trail.h"
#include "storage/merge_repository.h"

#include <QSet>

#include <algorithm>

namespace nadi::clinic
{
namespace
{

bool isOneOf(Agreement agreement, Agreement a, Agreement b)
{
    return agreement == a || agreement == b;
}

struct Weight
{
    Evidence evidence;
    int points;
};

/// What each agreement is worth. Names and genders are shared by thousands, a mobile by a family, an ABHA by nobody.
constexpr Weight weights[] = {
    {Evidence::AbhaNumber, 100},
    {Evidence::AbhaAddress, 90},
    {Evidence::Mobile, 35},
    {Evidence::Name, 35},
    {Evidence::NameBySound, 28},
    {Evidence::Birth, 30},
    {Evidence::BirthClose, 12},
    {Evidence::Gender, 3},
    {Evidence::Place, 5},
};
constexpr int strongFrom = 75;
constexpr int likelyFrom = 45;
// One of these differing is stronger than most that agrees: siblings and couples share mobile and surname.
constexpr int otherGender = -30;
constexpr int otherBirth = -25;
constexpr int otherName = -35;
constexpr int otherAbha = -60;

int pointsOf(Evidence evidence)
{
    for (const auto &weight : weights)
        if (weight.evidence == evidence)
            return weight.points;
    return 0;
}

bool stronger(const Duplicate &a, const Duplicate &b)
{
    return a.score != b.score ? a.score > b.score : a.patient.id < b.patient.id;
}

using PairKey = std::pair<QString, QString>;

PairKey keyOf(const PatientId &one, const PatientId &other)
{
    return {std::min(one, other).value(), std::max(one, other).value()};
}

}

Duplicate judgePair(const Patient &typed, const Patient &known)
{
    const auto likeness = compare(typed, known);
    Duplicate out;
    out.patient = known;
    const auto add = [&out](Evidence evidence) {
        out.evidence << evidence;
        out.score += pointsOf(evidence);
    };
    const auto of = [&likeness](PersonField field) { return likeness.of(field); };
    if (of(PersonField::AbhaNumber) == Agreement::Same)
        add(Evidence::AbhaNumber);
    if (of(PersonField::AbhaAddress) == Agreement::Same)
        add(Evidence::AbhaAddress);
    if (of(PersonField::Mobile) == Agreement::Same)
        add(Evidence::Mobile);
    if (isOneOf(of(PersonField::Name), Agreement::Same, Agreement::Alike))
        add(of(PersonField::Name) == Agreement::Same ? Evidence::Name : Evidence::NameBySound);
    if (isOneOf(of(PersonField::Birth), Agreement::Same, Agreement::Alike))
        add(of(PersonField::Birth) == Agreement::Same ? Evidence::Birth : Evidence::BirthClose);
    if (of(PersonField::Gender) == Agreement::Same)
        add(Evidence::Gender);
    if (of(PersonField::Place) == Agreement::Same)
        add(Evidence::Place);
    const auto against = [&](PersonField field, int points) {
        if (of(field) == Agreement::Different)
            out.score += points;
    };
    against(PersonField::Gender, otherGender);
    against(PersonField::Birth, otherBirth);
    against(PersonField::Name, otherName);
    against(PersonField::AbhaNumber, otherAbha);
    out.strength = out.score >= strongFrom ? Strength::Strong
        : out.score >= likelyFrom          ? Strength::Likely
                                           : Strength::Weak;
    return out;
}

QList<Duplicate> duplicatesOf(const PatientIndex &index, const Patient &typed, int limit)
{
    QList<Duplicate> found;
    for (const auto &known : index.relatives(typed)) {
        if (known.id == typed.id)
            continue;
        auto one = judgePair(typed, known);
        // While typing, one agreement that is rare is worth a look; the name alone is not (thousands share one).
        const bool rare = one.evidence.contains(Evidence::Mobile) || one.evidence.contains(Evidence::AbhaAddress)
            || one.evidence.contains(Evidence::AbhaNumber);
        if (one.strength != Strength::Weak || (rare && one.score > 0))
            found << std::move(one);
    }
    std::ranges::sort(found, stronger);
    return found.first(std::min<qsizetype>(limit, found.size()));
}

Result<QList<DuplicatePair>> duplicateWorklist(Work &work, const PatientIndex &index, int limit)
{
    const auto marked = storage::MergeRepository(work.db).allNotTheSame();
    if (!marked)
        return failed(marked);
    QSet<PairKey> done;
    for (const auto &pair : *marked)
        done.insert(keyOf(pair.one, pair.other));
    QList<DuplicatePair> pairs;
    index.forEach([&](const Patient &patient) {
        for (const auto &known : index.relatives(patient)) {
            const auto key = keyOf(patient.id, known.id);
            if (known.id == patient.id || done.contains(key))
                continue;
            const auto judged = judgePair(patient, known);
            if (judged.strength == Strength::Weak)
                continue;
            done.insert(key);
            pairs.append({patient, known, judged.evidence, judged.strength, judged.score});
        }
    });
    std::ranges::sort(pairs, [](const DuplicatePair &a, const DuplicatePair &b) {
        return a.score != b.score ? a.score > b.score : keyOf(a.one.id, a.other.id) < keyOf(b.one.id, b.other.id);
    });
    return pairs.first(std::min<qsizetype>(limit, pairs.size()));
}

Done rejectDuplicate(Work &work, const PatientId &one, const PatientId &other, const QString &reason)
{
    if (one == other)
        return fail(ErrorKind::Invalid, QStringLiteral("MERGE-SAME"));
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return transaction.begun();
    if (auto marked = storage::MergeRepository(work.db).markNotTheSame(one, other, work.clock.now()); !marked)
        return marked;
    if (auto audited = storage::AuditTrail(work.db).append({work.actor, QStringLiteral("patient.not-same"),
            other.value(), one, {}, reason, QStringLiteral("ok"), work.clock.now()});
        !audited)
        return audited;
    return transaction.commit();
}

}
