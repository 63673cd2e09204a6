#include "clinic/prescribing/prescribing_rules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace nadi::clinic
{
namespace
{

using Weight = LineVerdict::Weight;

bool hasWords(const QString &folded, const QString &words)
{
    const auto framed = u' ' + folded + u' ';
    return framed.contains(u' ' + words + u' ');
}

QStringList foldedNames(const MedicineLine &line)
{
    QStringList names{foldMedicine(line.medicine.text), foldMedicine(line.brand)};
    for (const auto &code : line.medicine.codes)
        names << foldMedicine(code.display);
    names.removeAll(QString());
    return names;
}

/// The named ingredients of a combination: "Paracetamol + Codeine", "amlodipine and atenolol". A name that the table
/// knows only in part is not known.
QStringList partsOf(const MedicineLine &line)
{
    static const QRegularExpression joint(
        QStringLiteral("\\s*[+/,&]\\s*|\\s+(?:and|with|plus)\\s+"), QRegularExpression::CaseInsensitiveOption);
    QStringList parts;
    for (const auto &part : line.medicine.text.split(joint, Qt::SkipEmptyParts))
        parts << foldMedicine(part);
    parts.removeAll(QString());
    return parts;
}

/// Where on the body the form says it goes; empty for what is swallowed or not said.
std::optional<ListedUse> placeOf(const MedicineLine &line)
{
    const auto said = foldMedicine(line.formulation + u' ' + line.medicine.text + u' ' + line.route.text);
    const auto saysAny = [&](std::initializer_list<const char *> words) {
        return std::ranges::any_of(words, [&](const char *word) { return hasWords(said, QString::fromLatin1(word)); });
    };
    if (saysAny({"eye", "ophthalmic"}))
        return ListedUse::Eye;
    if (saysAny({"ear", "otic"}))
        return ListedUse::Ear;
    if (saysAny({"cream", "ointment", "lotion", "gel", "topical", "skin", "dusting powder"}))
        return ListedUse::Skin;
    return {};
}

bool isUsedAsListed(const ListedMedicine &row, const MedicineLine &line)
{
    switch (row.use) {
    case ListedUse::Any:
    case ListedUse::Refill:
        return true;
    case ListedUse::Skin:
    case ListedUse::Eye:
    case ListedUse::Ear:
        return placeOf(line) == row.use;
    }
    return false;
}

/// Words beside an ingredient that change nothing about its list: strength, form, salt.
bool saysNothing(const QString &word)
{
    static const QRegularExpression amount(QStringLiteral("\\A[0-9]+(mg|mcg|g|ml|iu|k)?\\z"));
    static const QSet<QString> others = [] {
        const auto words = QStringLiteral("mg mcg g ml iu k tablet tablets tab capsule capsules cap syrup suspension "
                                          "solution drop drops cream ointment "
                                          "lotion gel inhaler sachet powder topical eye ear skin sr xr er oral "
                                          "hydrochloride hcl hydrobromide maleate "
                                          "phosphate xinafoate sodium")
                               .split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return others.contains(word) || amount.match(word).hasMatch();
}

/// "Atorvastatin calcium" is not calcium: whatever is left beside the listed names is a medicine nobody listed.
bool isKnown(QString part, const QList<ListedMedicine> &rows)
{
    QStringList names;
    for (const auto &row : rows)
        names += row.names;
    std::ranges::sort(names, std::greater{}, &QString::size);
    part = u' ' + part + u' ';
    bool any = false;
    for (const auto &name : names)
        for (auto at = part.indexOf(u' ' + name + u' '); at >= 0; at = part.indexOf(u' ' + name + u' ')) {
            part.replace(at, name.size() + 2, QStringLiteral("  "));
            any = true;
        }
    const auto rest = part.split(u' ', Qt::SkipEmptyParts);
    return any && std::ranges::all_of(rest, saysNothing);
}

bool isKnownInFull(const MedicineLine &line, const QList<ListedMedicine> &rows)
{
    const auto parts = partsOf(line);
    return !parts.isEmpty() && std::ranges::all_of(parts, [&](const QString &part) { return isKnown(part, rows); });
}

class LineJudge
{
public:
    LineJudge(int index, const MedicineLine &line, const Consultation &consultation, const ClassTable &table)
        : m_index(index)
        , m_line(line)
        , m_consultation(consultation)
        , m_rows(listedIn(line, table))
    {
    }

    QList<LineVerdict> run()
    {
        if (m_consultation.practised && m_line.system != *m_consultation.practised)
            say(m_consultation.visit == VisitMode::Tele ? Weight::Confirm : Weight::Notice, "Y4");
        if (m_consultation.visit == VisitMode::Tele)
            judgeTele();
        return m_said;
    }

private:
    bool isFirst() const { return m_consultation.kind == ConsultationKind::First; }
    bool sees() const { return m_consultation.mode == TeleMode::Video; }

    void judgeTele()
    {
        if (!m_rows.isEmpty() && m_rows.first().list == MedicineList::Prohibited)
            return say(Weight::Stop, "P1", m_rows.first());
        // The lists for Ayurveda, Siddha, Unani and homoeopathy were not found in readable form.
        if (m_line.system != SystemOfMedicine::Allopathy)
            return say(Weight::Notice, "Y2");
        QList<ListedMedicine> rows;
        std::ranges::copy_if(
            m_rows, std::back_inserter(rows), [&](const auto &row) { return isUsedAsListed(row, m_line); });
        for (const auto &row : rows)
            if (!mayBeGiven(row))
                return say(
                    Weight::Stop, row.list == MedicineList::B || row.use == ListedUse::Refill ? "P3" : "P2", row);
        if (!rows.isEmpty() && isKnownInFull(m_line, rows))
            return;
        if (isFirst() && !sees())
            return say(Weight::Stop, "P2");
        say(Weight::Confirm, "P4");
    }

    bool mayBeGiven(const ListedMedicine &row) const
    {
        switch (row.list) {
        case MedicineList::O:
            return true;
        case MedicineList::A:
            return !isFirst() || (row.use != ListedUse::Refill && sees());
        case MedicineList::B:
            return !isFirst() && m_consultation.treatment == Consultation::Treatment::UnderWay;
        case MedicineList::Prohibited:
            return false;
        }
        return false;
    }

    void say(Weight weight, const char *rule, const ListedMedicine &row = {})
    {
        m_said << LineVerdict{weight, m_index, QString::fromLatin1(rule), row.ingredient, row.source};
    }

    int m_index;
    const MedicineLine &m_line;
    const Consultation &m_consultation;
    QList<ListedMedicine> m_rows;
    QList<LineVerdict> m_said;
};

}

QList<ListedMedicine> listedIn(const MedicineLine &line, const ClassTable &table)
{
    const auto names = foldedNames(line);
    QList<ListedMedicine> found;
    for (const auto &row : table.rows) {
        const bool named = std::ranges::any_of(names, [&](const QString &said) {
            return std::ranges::any_of(row.names, [&](const QString &name) { return hasWords(said, name); });
        });
        if (named)
            found << row;
    }
    std::ranges::stable_sort(found, std::greater{}, &ListedMedicine::list);
    return found;
}

QList<LineVerdict> judge(const QList<MedicineLine> &lines, const Consultation &consultation, const ClassTable &table)
{
    QList<LineVerdict> verdicts;
    for (qsizetype i = 0; i < lines.size(); ++i)
        verdicts += LineJudge(int(i), lines[i], consultation, table).run();
    return verdicts;
}

bool isStopped(const QList<LineVerdict> &verdicts)
{
    return std::ranges::any_of(verdicts, [](const LineVerdict &one) { return one.weight == Weight::Stop; });
}

}
