#include "clinic/patient_index.h"

#include "clinic/file_groups.h"
#include "clinic/name_query.h"
#include "clinic/number_query.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

namespace nadi::clinic
{
namespace
{

struct Entry
{
    Patient patient;
    std::vector<uint32_t> words;
    PersonNumbers numbers;
};

/// A row that fits, before anybody copies the person.
struct Fit
{
    const Entry *entry = nullptr;
    MatchReason reason = MatchReason::Name;
    int score = 0;
};

}

struct PatientIndex::Private
{
    std::vector<Entry> entries;
    QHash<PatientId, uint32_t> positions;
    NameVocabulary vocabulary;
    FileGroups groups;
    FacilityId facility;
    qint64 mark = 0;

    Entry &take(const Patient &patient)
    {
        Entry entry{patient, vocabulary.take(patient.name), PersonNumbers::of(patient)};
        auto known = positions.constFind(patient.id);
        if (known == positions.cend()) {
            known = positions.insert(patient.id, uint32_t(entries.size()));
            entries.push_back(std::move(entry));
        } else {
            groups.drop(*known, entries[*known].patient);
            entries[*known] = std::move(entry);
        }
        groups.put(*known, patient);
        return entries[*known];
    }

    /// The file itself, or the one it was merged into; nullptr when that is not here yet.
    const Entry *shown(const Entry &entry) const
    {
        if (entry.patient.mergedInto.isEmpty())
            return &entry;
        const auto survivor = positions.constFind(entry.patient.mergedInto);
        return survivor == positions.cend() ? nullptr : &entries[*survivor];
    }
};

PatientIndex::PatientIndex()
    : d(std::make_unique<Private>())
{
}

PatientIndex::~PatientIndex() = default;

Done PatientIndex::build(storage::Connection &db, const FacilityId &facility)
{
    begin(facility);
    const auto all = advance(db, std::numeric_limits<int>::max());
    return all ? Done() : failed(all);
}

void PatientIndex::begin(const FacilityId &facility)
{
    d->entries.clear();
    d->positions.clear();
    d->vocabulary.clear();
    d->groups.clear();
    d->facility = facility;
    d->mark = 0;
}

Result<bool> PatientIndex::advance(storage::Connection &db, int most)
{
    // By their marks: who is written while we walk is seen again, never missed.
    int seen = 0;
    const auto mark
        = storage::PatientRepository(db).changedSince(d->mark, d->facility, most, [&](const Patient &patient) {
              d->take(patient);
              ++seen;
          });
    if (!mark)
        return failed(mark);
    d->mark = *mark;
    if (seen == most)
        return false;
    const auto others
        = storage::IdentifierRepository(db).forEachOther(d->facility, [this](const Identifier &identifier) {
              if (const auto known = d->positions.constFind(identifier.patient); known != d->positions.cend())
                  d->entries[*known].numbers.add(identifier);
          });
    return others ? Result<bool>(true) : failed(others);
}

Done PatientIndex::refresh(storage::Connection &db)
{
    QList<PatientId> changed;
    const auto mark = storage::PatientRepository(db).changedSince(d->mark, d->facility, [&](const Patient &patient) {
        d->take(patient);
        changed << patient.id;
    });
    if (!mark)
        return failed(mark);
    for (const auto &id : changed) {
        const auto others = storage::IdentifierRepository(db).others(id, d->facility);
        if (!others)
            return failed(others);
        for (const auto &identifier : *others)
            d->entries[d->positions[id]].numbers.add(identifier);
    }
    d->mark = *mark;
    return {};
}

void PatientIndex::put(const Patient &patient)
{
    d->take(patient);
}

QList<PatientHit> PatientIndex::search(QStringView text, int limit) const
{
    const auto wanted = text.trimmed();
    if (wanted.size() < 2 || limit <= 0)
        return {};
    const NumberQuery number(wanted);
    const NameQuery name(number.isOnlyNumber() ? QStringView() : wanted, d->vocabulary);
    std::vector<Fit> fits;
    for (const auto &entry : d->entries) {
        Fit fit{&entry, MatchReason::Name, name.score(entry.words)};
        if (const auto found = number.fit(entry.patient, entry.numbers); found && found->score > fit.score)
            fit = {&entry, found->reason, found->score};
        if (fit.score > 0)
            fits.push_back(fit);
    }
    const auto better = [](const Fit &a, const Fit &b) {
        if (a.score != b.score)
            return a.score > b.score;
        const int names = a.entry->patient.name.compare(b.entry->patient.name);
        return names != 0 ? names < 0 : a.entry->patient.id < b.entry->patient.id;
    };
    // Merged files give way to their survivor, which may be among the best by its own name too.
    const auto enough = std::min(fits.size(), size_t(limit) * 4);
    std::partial_sort(fits.begin(), fits.begin() + qsizetype(enough), fits.end(), better);
    QList<PatientHit> hits;
    QSet<PatientId> seen;
    for (const auto &found : std::span(fits).first(enough)) {
        const auto *entry = d->shown(*found.entry);
        if (!entry || seen.contains(entry->patient.id))
            continue;
        seen.insert(entry->patient.id);
        hits.append({entry->patient, found.reason, found.score});
        if (hits.size() == limit)
            break;
    }
    return hits;
}

qsizetype PatientIndex::size() const
{
    return qsizetype(d->entries.size());
}

void PatientIndex::forEach(const std::function<void(const Patient &)> &visit) const
{
    for (const auto &entry : d->entries)
        if (entry.patient.mergedInto.isEmpty())
            visit(entry.patient);
}

QList<Patient> PatientIndex::relatives(const Patient &typed) const
{
    QList<Patient> out;
    for (const auto position : d->groups.near(typed))
        if (d->entries[position].patient.mergedInto.isEmpty())
            out << d->entries[position].patient;
    return out;
}

}
