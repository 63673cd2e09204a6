#include "clinic/patient_index.h"

#include "clinic/sound_key.h"
#include "storage/patient_repository.h"

#include <QHash>

#include <algorithm>
#include <span>
#include <vector>

namespace nadi::clinic
{
namespace
{
struct Word
{
    QString plain; ///< lower case as written
    QString fine;
    QString broad;
    bool tamil = false;
};

struct Entry
{
    Patient patient;
    std::vector<Word> words;
    QString birth; ///< digits "19901012", or less
    QString localDigits;
};

std::vector<Word> wordsOf(QStringView name)
{
    std::vector<Word> words;
    for (const auto part : name.split(u' ', Qt::SkipEmptyParts)) {
        const auto keys = soundKeys(part);
        words.push_back({part.toString().toLower(), keys.fine, keys.broad, keys.tamil});
    }
    return words;
}

/// Digits of any Indian script as ASCII, other characters dropped.
QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text)
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    return digits;
}

bool onlyNumber(QStringView text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return c.isDigit() || c == u'-' || c == u' ' || c == u'/' || c == u'.' || c == u'+'; });
}

/// "12-10-1980" as people write it -> "19801012"; "1980" stays.
QString birthDigits(QStringView text)
{
    const auto parts = text.split(u'-');
    if (parts.size() == 3 && parts[2].size() == 4)
        return digitsOf(parts[2]) + digitsOf(parts[1]).rightJustified(2, u'0')
            + digitsOf(parts[0]).rightJustified(2, u'0');
    return digitsOf(text);
}

/// How well one typed word fits one word of a name; 0 is not at all.
int fit(const Word &typed, const Word &word)
{
    if (word.plain == typed.plain)
        return 100;
    if (word.plain.startsWith(typed.plain))
        return 80;
    const bool broad = typed.tamil || word.tamil;
    const auto &typedKey = broad ? typed.broad : typed.fine;
    const auto &wordKey = broad ? word.broad : word.fine;
    if (typedKey.isEmpty() || wordKey.isEmpty())
        return 0;
    if (wordKey == typedKey)
        return 60;
    // One letter of a key is too little to say anything: "a" would find every name with a vowel in front.
    return typedKey.size() >= 2 && wordKey.startsWith(typedKey) ? 40 : 0;
}

int fitName(const std::vector<Word> &typed, const Entry &entry)
{
    int total = 0;
    for (const auto &word : typed) {
        int best = 0;
        for (const auto &candidate : entry.words)
            best = std::max(best, fit(word, candidate));
        if (best == 0)
            return 0;
        total += best;
    }
    return total / int(typed.size());
}

/// A row that fits, before anybody copies the person.
struct Fit
{
    const Entry *entry = nullptr;
    MatchReason reason = MatchReason::Name;
    int score = 0;
};

std::optional<Fit> fitNumber(const QString &digits, const QString &birth, const Entry &entry)
{
    const auto fits = [&](MatchReason reason, int score) { return Fit{&entry, reason, score}; };
    const auto &patient = entry.patient;
    if (patient.mobile.startsWith(digits) || (digits.size() >= 4 && patient.mobile.endsWith(digits)))
        return fits(MatchReason::Mobile, patient.mobile == digits ? 100 : 80);
    if (entry.localDigits.startsWith(digits))
        return fits(MatchReason::LocalNumber, entry.localDigits == digits ? 95 : 75);
    if (patient.abhaNumber && digits.size() >= 4 && patient.abhaNumber->digits().contains(digits))
        return fits(MatchReason::AbhaNumber, 70);
    if (birth.size() >= 4 && entry.birth.startsWith(birth))
        return fits(MatchReason::BirthDate, 60);
    return std::nullopt;
}

std::optional<Fit> fitText(const QString &lower, const std::vector<Word> &typed, const Entry &entry)
{
    if (const int score = fitName(typed, entry))
        return Fit{&entry, MatchReason::Name, score};
    if (entry.patient.abhaAddress && entry.patient.abhaAddress->value().startsWith(lower))
        return Fit{&entry, MatchReason::AbhaAddress, 70};
    if (entry.patient.localNumber.startsWith(lower, Qt::CaseInsensitive))
        return Fit{&entry, MatchReason::LocalNumber, 75};
    return std::nullopt;
}
}

struct PatientIndex::Private
{
    std::vector<Entry> entries;
    QHash<PatientId, size_t> positions;
    FacilityId facility;
    qint64 mark = 0;

    void take(const Patient &patient)
    {
        Entry entry{patient, wordsOf(patient.name), patient.birth.toIso().remove(u'-'), digitsOf(patient.localNumber)};
        if (const auto known = positions.constFind(patient.id); known != positions.cend()) {
            entries[*known] = std::move(entry);
        } else {
            positions.insert(patient.id, entries.size());
            entries.push_back(std::move(entry));
        }
    }
};

PatientIndex::PatientIndex()
    : d(std::make_unique<Private>())
{
}

PatientIndex::~PatientIndex() = default;

Done PatientIndex::build(storage::Connection &db, const FacilityId &facility)
{
    d->entries.clear();
    d->positions.clear();
    d->facility = facility;
    storage::PatientRepository patients(db);
    // The mark first: what is written while we walk is seen again by the next refresh, never missed.
    const auto mark = patients.mark();
    if (!mark)
        return failed(mark);
    d->mark = *mark;
    return patients.forEach(facility, [this](const Patient &patient) { d->take(patient); });
}

Done PatientIndex::refresh(storage::Connection &db)
{
    const auto take = [this](const Patient &patient) { d->take(patient); };
    const auto mark = storage::PatientRepository(db).changedSince(d->mark, d->facility, take);
    if (!mark)
        return failed(mark);
    d->mark = *mark;
    return {};
}

QList<PatientHit> PatientIndex::search(QStringView text, int limit) const
{
    const auto wanted = text.trimmed();
    if (wanted.size() < 2)
        return {};
    const bool number = onlyNumber(wanted);
    const auto digits = digitsOf(wanted);
    const auto birth = birthDigits(wanted);
    const auto lower = wanted.toString().toLower();
    const auto typed = wordsOf(lower);
    std::vector<Fit> fits;
    for (const auto &entry : d->entries)
        if (const auto found = number ? fitNumber(digits, birth, entry) : fitText(lower, typed, entry))
            fits.push_back(*found);

    const auto better = [](const Fit &a, const Fit &b) {
        return a.score != b.score ? a.score > b.score : a.entry->patient.name < b.entry->patient.name;
    };
    const auto shown = std::min<size_t>(size_t(limit), fits.size());
    std::partial_sort(fits.begin(), fits.begin() + qsizetype(shown), fits.end(), better);
    QList<PatientHit> hits;
    for (const auto &found : std::span(fits).first(shown))
        hits.append({found.entry->patient, found.reason, found.score});
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
    for (const auto &entry : d->entries) {
        const auto &known = entry.patient;
        const bool shares = (!typed.mobile.isEmpty() && known.mobile == typed.mobile)
            || (typed.abhaNumber && known.abhaNumber == typed.abhaNumber)
            || (typed.abhaAddress && known.abhaAddress == typed.abhaAddress);
        if (shares && known.mergedInto.isEmpty())
            out << known;
    }
    return out;
}

}
