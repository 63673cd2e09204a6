#include "clinic/prescribing/completeness_rows.h"

#include <algorithm>

namespace nadi::clinic::rows
{
namespace
{

/// One row of the table for each line of a list.
template <class Row>
struct RowRule
{
    const char *what;
    const char *source;
    Level level;
    const char *field;
    bool (*applies)(const Row &);
    bool (*isThere)(const Row &);
};

template <class Row>
bool each(const Row &)
{
    return true;
}

bool isAllopathic(const MedicineLine &line)
{
    return line.system == SystemOfMedicine::Allopathy;
}

/// R5 takes the place of the generic name and its strength.
bool isAyush(const MedicineLine &line)
{
    return !isAllopathic(line);
}

bool isHomoeopathic(const MedicineLine &line)
{
    return line.system == SystemOfMedicine::Homoeopathy;
}

bool hasVehicle(const MedicineLine &line)
{
    return isAyush(line) && !isHomoeopathic(line);
}

bool saysHowOften(const MedicineLine &line)
{
    const auto &times = line.times;
    return times.slots.size() == 4 || times.everyHours > 0 || times.timesADay > 0 || times.asNeeded
        || isSaid(times.words);
}

bool hasLatin(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Latin; });
}

bool hasLatinName(const MedicineLine &line)
{
    return hasLatin(line.medicine.text) || hasLatin(line.brand)
        || std::ranges::any_of(line.medicine.codes, [](const Code &code) { return hasLatin(code.display); });
}

/// The network takes no day outside these years; a slip of the keyboard lies outside them.
bool isPlausible(QDate day)
{
    return day.isNull() || (day.year() >= 1900 && day.year() <= 9999);
}

using M = MedicineLine;
constexpr std::array medicineRules{
    RowRule<M>{"medicine.name", "4 Each medicine", Level::Must, "medicine", each<M>,
        [](const M &line) { return isSaid(line.medicine); }},
    RowRule<M>{"medicine.latin", "R6", Level::Should, "medicine", [](const M &line) { return isSaid(line.medicine); },
        hasLatinName},
    RowRule<M>{"medicine.form", "4 Each medicine", Level::Must, "formulation", isAllopathic,
        [](const M &line) { return isSaid(line.formulation); }},
    RowRule<M>{"medicine.form", "R5", Level::Must, "formulation", isAyush,
        [](const M &line) { return isSaid(line.formulation); }},
    RowRule<M>{"medicine.strength", "4 Each medicine", Level::Must, "strength", isAllopathic,
        [](const M &line) { return isSaid(line.strength); }},
    RowRule<M>{"medicine.potency", "R5", Level::Must, "strength", isHomoeopathic,
        [](const M &line) { return isSaid(line.strength); }},
    RowRule<M>{"medicine.dose", "4 Each medicine", Level::Must, "dose", isAllopathic,
        [](const M &line) { return isSaid(line.dose); }},
    RowRule<M>{"medicine.dose", "R5", Level::Must, "dose", isAyush, [](const M &line) { return isSaid(line.dose); }},
    RowRule<M>{"medicine.frequency", "4 Each medicine", Level::Must, "times", isAllopathic, saysHowOften},
    RowRule<M>{"medicine.timing", "R5", Level::Must, "times", isAyush,
        [](const M &line) { return saysHowOften(line) || line.food != FoodTime::Unsaid; }},
    RowRule<M>{"medicine.anupana", "R5", Level::Should, "anupana", hasVehicle,
        [](const M &line) { return isSaid(line.anupana); }},
    RowRule<M>{"medicine.duration", "4 Each medicine", Level::Must, "days", isAllopathic,
        [](const M &line) { return line.days > 0; }},
    RowRule<M>{"medicine.duration", "R5", Level::Must, "days", isAyush, [](const M &line) { return line.days > 0; }},
    RowRule<M>{"medicine.total", "4 Each medicine, Rule 65", Level::Must, "total", each<M>,
        [](const M &line) { return isSaid(line.total); }},
};

constexpr std::array problemRules{
    RowRule<Problem>{"row.name", "NRCeS Condition", Level::Must, "what", each<Problem>,
        [](const Problem &row) { return isSaid(row.what); }},
    RowRule<Problem>{"row.day", "NRCeS Condition", Level::Must, "since", each<Problem>,
        [](const Problem &row) { return isPlausible(row.since); }},
};
constexpr std::array actRules{
    RowRule<Act>{"row.name", "NRCeS ServiceRequest", Level::Must, "what", each<Act>,
        [](const Act &row) { return isSaid(row.what); }},
    RowRule<Act>{"row.day", "NRCeS ServiceRequest", Level::Must, "on", each<Act>,
        [](const Act &row) { return isPlausible(row.on); }},
};
constexpr std::array allergyRules{
    RowRule<Allergy>{"row.name", "NRCeS AllergyIntolerance", Level::Must, "what", each<Allergy>,
        [](const Allergy &row) { return isSaid(row.what); }},
};
constexpr std::array familyRules{
    RowRule<FamilyFinding>{"family.relation", "NRCeS FamilyMemberHistory", Level::Must, "relation", each<FamilyFinding>,
        [](const FamilyFinding &row) { return isSaid(row.relation); }},
    RowRule<FamilyFinding>{"row.name", "NRCeS FamilyMemberHistory", Level::Must, "condition", each<FamilyFinding>,
        [](const FamilyFinding &row) { return isSaid(row.condition); }},
};
constexpr std::array measurementRules{
    RowRule<Measurement>{"row.name", "NRCeS Observation", Level::Must, "what", each<Measurement>,
        [](const Measurement &row) { return isSaid(row.what); }},
};
constexpr std::array entryRules{
    RowRule<WellnessEntry>{"row.name", "NRCeS Observation", Level::Must, "what", each<WellnessEntry>,
        [](const WellnessEntry &row) { return isSaid(row.measurement.what); }},
};
constexpr std::array givenRules{
    RowRule<VaccineGiven>{"vaccine.name", "NRCeS Immunization", Level::Must, "vaccine", each<VaccineGiven>,
        [](const VaccineGiven &row) { return isSaid(row.vaccine); }},
    RowRule<VaccineGiven>{"vaccine.day", "NRCeS Immunization", Level::Must, "on", each<VaccineGiven>,
        [](const VaccineGiven &row) { return row.on.isValid() && isPlausible(row.on); }},
    RowRule<VaccineGiven>{"row.day", "NRCeS Immunization", Level::Must, "expires", each<VaccineGiven>,
        [](const VaccineGiven &row) { return isPlausible(row.expires); }},
};
constexpr std::array dueRules{
    RowRule<VaccineDue>{"vaccine.name", "NRCeS ImmunizationRecommendation", Level::Must, "vaccine", each<VaccineDue>,
        [](const VaccineDue &row) { return isSaid(row.vaccine); }},
    RowRule<VaccineDue>{"vaccine.day", "NRCeS ImmunizationRecommendation", Level::Must, "on", each<VaccineDue>,
        [](const VaccineDue &row) { return row.on.isValid() && isPlausible(row.on); }},
};
constexpr std::array billRules{
    RowRule<InvoiceLine>{"row.name", "NRCeS ChargeItem", Level::Must, "what", each<InvoiceLine>,
        [](const InvoiceLine &row) { return isSaid(row.what); }},
    RowRule<InvoiceLine>{"bill.quantity", "NRCeS ChargeItem", Level::Must, "quantity", each<InvoiceLine>,
        [](const InvoiceLine &row) { return row.quantity > 0; }},
};

/// Gathers what the rows of a content's lists do not say.
class Gathering
{
public:
    template <class Row, size_t N>
    Gathering &in(const char *section, const QList<Row> &list, const std::array<RowRule<Row>, N> &rules)
    {
        for (int row = 0; row < int(list.size()); ++row)
            for (const auto &rule : rules)
                if (rule.applies(list[row]) && !rule.isThere(list[row]))
                    m_missing << Missing{QString::fromLatin1(rule.what), QString::fromLatin1(rule.source), rule.level,
                        Leads::Form, QString::fromLatin1(section), row, QString::fromLatin1(rule.field)};
        return *this;
    }
    QList<Missing> missing() const { return m_missing; }

    void operator()(const std::monostate &) { }
    void operator()(const PrescriptionContent &one)
    {
        in("diagnoses", one.diagnoses, problemRules).in("medicines", one.medicines, medicineRules);
        in("investigations", one.investigations, actRules).in("complaints", one.complaints, problemRules);
        in("examination", one.examination, measurementRules);
    }
    void operator()(const ConsultationContent &one)
    {
        in("complaints", one.complaints, problemRules).in("examination", one.examination, measurementRules);
        in("diagnoses", one.diagnoses, problemRules).in("medicines", one.medicines, medicineRules);
        in("allergies", one.allergies, allergyRules).in("history", one.history, problemRules);
        in("family", one.family, familyRules).in("investigations", one.investigations, actRules);
        in("procedures", one.procedures, actRules).in("referrals", one.referrals, actRules);
    }
    void operator()(const DischargeContent &one)
    {
        in("complaints", one.complaints, problemRules).in("diagnoses", one.diagnoses, problemRules);
        in("examination", one.examination, measurementRules).in("procedures", one.procedures, actRules);
        in("medicines", one.medicines, medicineRules).in("allergies", one.allergies, allergyRules);
        in("history", one.history, problemRules).in("family", one.family, familyRules);
    }
    void operator()(const LabReportContent &one) { in("results", one.results, measurementRules); }
    void operator()(const ImagingReportContent &) { }
    void operator()(const ImmunizationContent &one) { in("given", one.given, givenRules).in("due", one.due, dueRules); }
    void operator()(const WellnessContent &one) { in("entries", one.entries, entryRules); }
    void operator()(const InvoiceContent &one) { in("lines", one.lines, billRules); }

private:
    QList<Missing> m_missing;
};

}

bool isSaid(const QString &text)
{
    // Signs that cannot be read are no words either.
    return std::ranges::any_of(text, [](QChar c) { return !c.isSpace() && (c.isPrint() || c.isSurrogate()); });
}

bool isSaid(const Coded &what)
{
    return isSaid(what.text) || (!what.codes.isEmpty() && isSaid(what.codes.constFirst().display));
}

bool isReport(const SheetFacts &facts)
{
    return isLabReport(facts) || isImagingReport(facts);
}

bool isLabReport(const SheetFacts &facts)
{
    return std::holds_alternative<LabReportContent>(facts.content);
}

bool isImagingReport(const SheetFacts &facts)
{
    return std::holds_alternative<ImagingReportContent>(facts.content);
}

bool isDischarge(const SheetFacts &facts)
{
    return std::holds_alternative<DischargeContent>(facts.content);
}

bool isBill(const SheetFacts &facts)
{
    return std::holds_alternative<InvoiceContent>(facts.content);
}

Coded reportName(const SheetFacts &facts)
{
    if (const auto *lab = std::get_if<LabReportContent>(&facts.content))
        return lab->report;
    const auto *imaging = std::get_if<ImagingReportContent>(&facts.content);
    return imaging ? imaging->report : Coded();
}

bool hasWholeSpecimen(const LabReportContent &report)
{
    return report.specimen.isEmpty()
        || (isSaid(report.specimen) && report.collectedAt.isSet() && report.receivedAt.isSet());
}

bool isInOrder(const DischargeContent &stay)
{
    return !stay.admittedAt.isSet() || !stay.dischargedAt.isSet() || stay.dischargedAt >= stay.admittedAt;
}

bool saysMoreThanTimes(const DischargeContent &stay)
{
    auto rest = stay;
    rest.admittedAt = rest.dischargedAt = {};
    return !isEmpty(RecordContent(rest));
}

QList<Missing> missingIn(const RecordContent &content)
{
    Gathering gathering;
    std::visit(gathering, content);
    return gathering.missing();
}

}
