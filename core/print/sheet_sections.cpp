#include "print/sheet_sections.h"

#include <QLocale>

#include <algorithm>

namespace nadi::print
{
namespace
{

QString dayOf(QDate day)
{
    return QLocale::c().toString(day, QStringLiteral("d MMMM yyyy"));
}

/// The doctor's words, with the codes the doctor picked behind them.
QString wordsOf(const Coded &what)
{
    const auto words = !what.text.isEmpty() ? what.text
        : what.codes.isEmpty()              ? QString()
                                            : what.codes.constFirst().display;
    QStringList codes;
    for (const auto &code : what.codes)
        if (code.system == CodeSystem::Icd10 || code.system == CodeSystem::Namaste
            || code.system == CodeSystem::Icd11Tm2)
            codes << code.code;
    return codes.isEmpty() ? words : words + QStringLiteral(" [%1]").arg(codes.join(QStringLiteral(", ")));
}

QString withNote(const QString &line, const QString &note)
{
    return note.isEmpty() ? line : line + QStringLiteral(": ") + note;
}

SheetLine lineOf(const Problem &problem)
{
    auto line = wordsOf(problem.what);
    if (problem.certainty == Problem::Certainty::Provisional)
        line += QStringLiteral(" (provisional)");
    if (problem.since.isValid())
        line += QStringLiteral(", since ") + dayOf(problem.since);
    return {withNote(line, problem.note)};
}

SheetLine lineOf(const Act &act)
{
    return {withNote(
        act.on.isValid() ? wordsOf(act.what) + QStringLiteral(", ") + dayOf(act.on) : wordsOf(act.what), act.note)};
}

SheetLine lineOf(const Allergy &allergy)
{
    return {withNote(wordsOf(allergy.what), allergy.reaction)};
}

SheetLine lineOf(const FamilyFinding &finding)
{
    return {withNote(finding.relation, wordsOf(finding.condition))};
}

QString signOf(Quantity::Bound bound)
{
    using B = Quantity::Bound;
    switch (bound) {
    case B::Exact:
        break;
    case B::Below:
        return QStringLiteral("<");
    case B::AtMost:
        return QStringLiteral("≤");
    case B::AtLeast:
        return QStringLiteral("≥");
    case B::Above:
        return QStringLiteral(">");
    }
    return {};
}

QString valueOf(const Measurement &measurement)
{
    QStringList said;
    if (const auto *quantity = std::get_if<Quantity>(&measurement.value))
        said << QString(signOf(quantity->bound) + quantity->value + u' ' + quantity->unit).trimmed();
    else if (const auto *coded = std::get_if<Coded>(&measurement.value))
        said << wordsOf(*coded);
    else if (const auto *words = std::get_if<QString>(&measurement.value))
        said << *words;
    for (const auto &part : measurement.parts)
        said << wordsOf(part.what) + u' ' + valueOf(part);
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

SheetLine lineOf(const Measurement &measurement)
{
    const auto value = valueOf(measurement);
    const auto line = value.isEmpty() ? wordsOf(measurement.what) : wordsOf(measurement.what) + u' ' + value;
    return {withNote(line, measurement.note)};
}

SheetLine lineOf(const MedicineLine &line)
{
    QStringList below{
        directionsOf(line), line.total.isEmpty() ? QString() : QStringLiteral("Total: ") + line.total, line.note};
    below.removeAll(QString());
    return {nameOf(line), below.join(QStringLiteral("; "))};
}

class Gathering
{
public:
    template <class Row>
    void add(const char *title, const QList<Row> &rows, bool isNumbered = false)
    {
        SheetSection section{QString::fromLatin1(title), {}, isNumbered};
        for (const auto &row : rows)
            section.lines << lineOf(row);
        put(std::move(section));
    }
    void addFindings(const QList<Measurement> &all)
    {
        auto findings = all;
        findings.removeIf(clinic::isBodyFact);
        add("Findings", findings);
    }
    void addAllergies(const QList<Allergy> &allergies, bool noneKnown)
    {
        if (noneKnown && allergies.isEmpty())
            put({QStringLiteral("Allergies"), {{QStringLiteral("No known allergy")}}});
        add("Allergies", allergies);
    }
    void addAdvice(const Advice &advice)
    {
        add("Advice", advice.general);
        add("Pathya: does good", advice.pathya);
        add("Apathya: to leave", advice.apathya);
    }
    void addFollowUp(const FollowUp &when)
    {
        const auto line = when.on.isValid() ? withNote(dayOf(when.on), when.note) : when.note;
        if (!line.isEmpty())
            put({QStringLiteral("Follow-up"), {{line}}});
    }
    void addWords(const char *title, const QString &words)
    {
        if (!words.isEmpty())
            put({QString::fromLatin1(title), {{words}}});
    }
    QList<SheetSection> sections() const { return m_sections; }

private:
    static SheetLine lineOf(const QString &words) { return {words}; }
    template <class Row>
    static SheetLine lineOf(const Row &row)
    {
        return print::lineOf(row);
    }
    void put(SheetSection section)
    {
        section.lines.removeIf([](const SheetLine &line) { return line.text.isEmpty() && line.detail.isEmpty(); });
        if (!section.lines.isEmpty())
            m_sections << std::move(section);
    }
    QList<SheetSection> m_sections;
};

constexpr auto medicines = "Medicines";

void gather(Gathering &out, const PrescriptionContent &one)
{
    out.add("Complaints", one.complaints);
    out.addFindings(one.examination);
    out.add("Diagnosis", one.diagnoses);
    out.add(medicines, one.medicines, true);
    out.add("Investigations", one.investigations);
    out.addAdvice(one.advice);
    out.addFollowUp(one.followUp);
}

void gather(Gathering &out, const ConsultationContent &one)
{
    out.add("Complaints", one.complaints);
    out.add("History", one.history);
    out.add("Family", one.family);
    out.addAllergies(one.allergies, one.noKnownAllergy);
    out.addFindings(one.examination);
    out.add("Diagnosis", one.diagnoses);
    out.add(medicines, one.medicines, true);
    out.add("Investigations", one.investigations);
    out.add("Procedures", one.procedures);
    out.add("Referral", one.referrals);
    out.addAdvice(one.advice);
    out.addFollowUp(one.followUp);
}

void gather(Gathering &out, const DischargeContent &one)
{
    out.add("Complaints", one.complaints);
    out.add("History", one.history);
    out.addAllergies(one.allergies, one.noKnownAllergy);
    out.addFindings(one.examination);
    out.add("Diagnosis", one.diagnoses);
    out.add("Procedures", one.procedures);
    out.addWords("Course in hospital", one.course);
    out.add("Medicines to take at home", one.medicines, true);
    out.addAdvice(one.advice);
    out.addFollowUp(one.followUp);
}

template <class Other>
void gather(Gathering &, const Other &)
{
}

QList<Measurement> examinationOf(const RecordContent &content)
{
    if (const auto *one = std::get_if<PrescriptionContent>(&content))
        return one->examination;
    if (const auto *one = std::get_if<ConsultationContent>(&content))
        return one->examination;
    const auto *one = std::get_if<DischargeContent>(&content);
    return one ? one->examination : QList<Measurement>();
}

}

QList<SheetFact> bodyFacts(const RecordContent &content)
{
    QList<SheetFact> facts;
    for (const auto &measurement : examinationOf(content))
        if (clinic::isBodyFact(measurement))
            facts << SheetFact{wordsOf(measurement.what), withNote(valueOf(measurement), measurement.note)};
    return facts;
}

QList<SheetSection> sectionsOf(const RecordContent &content)
{
    Gathering out;
    std::visit([&](const auto &one) { gather(out, one); }, content);
    return out.sections();
}

}
