#include "clinic/prescribing/completeness.h"

#include "clinic/prescribing/completeness_rows.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

using Holds = bool (*)(const SheetFacts &);

/// One row of the table for the sheet as a whole.
struct SheetRule
{
    const char *what;
    const char *source;
    Level level;
    Leads leads;
    const char *section;
    const char *field;
    Holds applies;
    Holds isThere;
};

constexpr int adult = 18; // T5: the one age the rules name
constexpr int youngestMother = 12, oldestMother = 55;

bool anything(const SheetFacts &)
{
    return true;
}

bool isScan(const SheetFacts &facts)
{
    return std::holds_alternative<std::monostate>(facts.content);
}

bool prescribes(const SheetFacts &facts)
{
    return isPrescription(facts.content);
}

bool prescribesNothing(const SheetFacts &facts)
{
    return !prescribes(facts);
}

bool prescribesAtADistance(const SheetFacts &facts)
{
    return prescribes(facts) && facts.visit == VisitMode::Tele;
}

bool isOfKindPrescription(const SheetFacts &facts)
{
    return std::holds_alternative<PrescriptionContent>(facts.content);
}

bool prescribesForAChild(const SheetFacts &facts)
{
    const auto age = facts.patient.birth.ageOn(facts.issuedOn);
    return prescribes(facts) && age && *age < adult;
}

bool mayBeAMother(const SheetFacts &facts)
{
    const auto age = facts.patient.birth.ageOn(facts.issuedOn);
    return prescribes(facts) && facts.patient.gender == Gender::Female && age && *age >= youngestMother
        && *age <= oldestMother;
}

/// The part of this type of whichever content has one.
template <class Part>
const Part *partOf(const RecordContent &content, Part PrescriptionContent::*prescription,
    Part ConsultationContent::*consultation, Part DischargeContent::*discharge)
{
    if (const auto *one = std::get_if<PrescriptionContent>(&content))
        return &(one->*prescription);
    if (const auto *one = std::get_if<ConsultationContent>(&content))
        return &(one->*consultation);
    if (const auto *one = std::get_if<DischargeContent>(&content))
        return &(one->*discharge);
    return nullptr;
}

bool hasProblem(const QList<Problem> *list)
{
    return list && std::ranges::any_of(*list, [](const Problem &one) { return rows::isSaid(one.what); });
}

/// A fact about the body: its LOINC code, and the word by which it is known where nobody picked the code.
struct BodyFact
{
    QLatin1StringView loinc;
    QLatin1StringView word;
};
constexpr BodyFact weight{QLatin1StringView("29463-7"), QLatin1StringView("weight")};
constexpr BodyFact height{QLatin1StringView("8302-2"), QLatin1StringView("height")};
constexpr BodyFact lastPeriod{QLatin1StringView("8665-2"), QLatin1StringView("menstrual")};

bool says(const Measurement &measurement, const BodyFact &fact)
{
    const auto code = codeIn(measurement.what, CodeSystem::Loinc);
    return (code && code->code == fact.loinc) || measurement.what.text.contains(fact.word, Qt::CaseInsensitive);
}

bool isMeasured(const SheetFacts &facts, const BodyFact &fact)
{
    const auto *findings = partOf(facts.content, &PrescriptionContent::examination, &ConsultationContent::examination,
        &DischargeContent::examination);
    return findings && std::ranges::any_of(*findings, [&](const Measurement &one) { return says(one, fact); });
}

const Advice *adviceIn(const SheetFacts &facts)
{
    return partOf(facts.content, &PrescriptionContent::advice, &ConsultationContent::advice, &DischargeContent::advice);
}

const FollowUp *followUpIn(const SheetFacts &facts)
{
    return partOf(
        facts.content, &PrescriptionContent::followUp, &ConsultationContent::followUp, &DischargeContent::followUp);
}

using F = SheetFacts;
using rows::isSaid;

// Section 4 row by row; what only the network's documents ask for names their profile instead.
constexpr std::array rules{
    SheetRule{"clinic.name", "4 Practitioner", Level::Must, Leads::Letterhead, "", "clinicName", anything,
        [](const F &f) { return isSaid(f.facility.name); }},
    SheetRule{"clinic.address", "4 Practitioner", Level::Must, Leads::Letterhead, "", "address", prescribes,
        [](const F &f) { return std::ranges::any_of(f.facility.address, [](const QString &l) { return isSaid(l); }); }},
    SheetRule{"clinic.contact", "4 Practitioner", Level::Must, Leads::Letterhead, "", "phone", prescribes,
        [](const F &f) {
            return isSaid(f.facility.phone) || isSaid(f.facility.email) || isSaid(f.doctor.phone)
                || isSaid(f.doctor.email);
        }},
    SheetRule{"doctor.name", "4 Practitioner", Level::Must, Leads::Letterhead, "", "doctorName", anything,
        [](const F &f) { return isSaid(f.doctor.name); }},
    SheetRule{"doctor.qualification", "4 Practitioner", Level::Must, Leads::Letterhead, "", "qualification", prescribes,
        [](const F &f) { return isSaid(f.doctor.qualification); }},
    SheetRule{"doctor.registration", "4 Practitioner", Level::Must, Leads::Letterhead, "", "registration", prescribes,
        [](const F &f) { return isSaid(f.doctor.registrationNumber); }},
    SheetRule{"doctor.registration", "NRCeS Practitioner", Level::Must, Leads::Letterhead, "", "registration",
        prescribesNothing, [](const F &f) { return isSaid(f.doctor.registrationNumber) || isSaid(f.doctor.hprId); }},
    SheetRule{"doctor.council", "4 Practitioner", Level::Must, Leads::Letterhead, "", "council", prescribes,
        [](const F &f) { return isSaid(f.doctor.council); }},

    SheetRule{"patient.name", "4 Patient", Level::Must, Leads::Person, "", "name", anything,
        [](const F &f) { return isSaid(f.patient.name); }},
    SheetRule{"patient.age", "4 Patient, T4", Level::Must, Leads::Person, "", "birth", prescribes,
        [](const F &f) { return f.patient.birth.ageOn(f.issuedOn).has_value(); }},
    SheetRule{"patient.age", "T4", Level::Should, Leads::Person, "", "birth", isScan,
        [](const F &f) { return f.patient.birth.ageOn(f.issuedOn).has_value(); }},
    SheetRule{"patient.gender", "4 Patient", Level::Must, Leads::Person, "", "gender", prescribes,
        [](const F &f) { return f.patient.gender != Gender::Unknown; }},
    SheetRule{"patient.address", "4 Patient, Rule 65", Level::Must, Leads::Person, "", "place", prescribes,
        [](const F &f) { return isSaid(f.patient.place); }},
    SheetRule{"patient.weight", "4 Patient", Level::Applicable, Leads::Form, "examination", "what", prescribesForAChild,
        [](const F &f) { return isMeasured(f, weight); }},
    SheetRule{"patient.height", "4 Patient", Level::Applicable, Leads::Form, "examination", "what", prescribesForAChild,
        [](const F &f) { return isMeasured(f, height); }},
    SheetRule{"patient.lmp", "4 Patient", Level::Applicable, Leads::Form, "examination", "what", mayBeAMother,
        [](const F &f) { return isMeasured(f, lastPeriod); }},

    SheetRule{"consultation.date", "4 Encounter", Level::Must, Leads::Consultation, "", "", anything,
        [](const F &f) { return f.issuedOn.isValid(); }},
    SheetRule{"consultation.mode", "4 Encounter, T6", Level::Must, Leads::Consultation, "", "mode",
        prescribesAtADistance, [](const F &f) { return f.mode.has_value(); }},

    SheetRule{"complaints", "4 Clinical", Level::Should, Leads::Form, "complaints", "what", prescribes,
        [](const F &f) {
            return hasProblem(partOf(f.content, &PrescriptionContent::complaints, &ConsultationContent::complaints,
                &DischargeContent::complaints));
        }},
    SheetRule{"diagnosis", "4 Clinical, P5", Level::Must, Leads::Form, "diagnoses", "what", prescribes,
        [](const F &f) {
            return hasProblem(partOf(f.content, &PrescriptionContent::diagnoses, &ConsultationContent::diagnoses,
                &DischargeContent::diagnoses));
        }},
    SheetRule{"medicines", "NRCeS PrescriptionRecord", Level::Must, Leads::Form, "medicines", "medicine",
        isOfKindPrescription, [](const F &f) { return f.pages > 0 || !medicinesIn(f.content).isEmpty(); }},
    SheetRule{"advice", "4 Advice", Level::Should, Leads::Form, "advice", "advice", prescribes,
        [](const F &f) { return !adviceIn(f) || !adviceIn(f)->isEmpty(); }},
    SheetRule{"followUp", "4 Advice", Level::Should, Leads::Form, "advice", "followUp", prescribes,
        [](const F &f) { return !followUpIn(f) || followUpIn(f)->on.isValid() || isSaid(followUpIn(f)->note); }},

    SheetRule{"report.name", "NRCeS DiagnosticReport", Level::Must, Leads::Form, "report", "report", rows::isReport,
        [](const F &f) { return isSaid(rows::reportName(f)); }},
    SheetRule{"report.results", "NRCeS DiagnosticReport", Level::Must, Leads::Form, "results", "what",
        rows::isLabReport, [](const F &f) { return !std::get<LabReportContent>(f.content).results.isEmpty(); }},
    SheetRule{"report.specimen", "NRCeS Specimen", Level::Must, Leads::Form, "report", "collected", rows::isLabReport,
        [](const F &f) { return rows::hasWholeSpecimen(std::get<LabReportContent>(f.content)); }},
    SheetRule{"report.conclusion", "NRCeS DiagnosticReport", Level::Must, Leads::Form, "conclusion", "conclusion",
        rows::isLabReport, [](const F &f) { return isSaid(std::get<LabReportContent>(f.content).conclusion); }},
    SheetRule{"report.conclusion", "NRCeS DiagnosticReport", Level::Must, Leads::Form, "findings", "conclusion",
        rows::isImagingReport, [](const F &f) { return isSaid(std::get<ImagingReportContent>(f.content).conclusion); }},
    SheetRule{"report.pictures", "NRCeS DiagnosticReport", Level::Must, Leads::Pages, "", "", rows::isImagingReport,
        [](const F &f) { return f.pages > 0; }},
    SheetRule{"stay.order", "NRCeS Encounter", Level::Must, Leads::Form, "stay", "discharged", rows::isDischarge,
        [](const F &f) { return rows::isInOrder(std::get<DischargeContent>(f.content)); }},
    SheetRule{"stay.said", "NRCeS DischargeSummaryRecord", Level::Must, Leads::Form, "stay", "course",
        rows::isDischarge,
        [](const F &f) { return f.pages > 0 || rows::saysMoreThanTimes(std::get<DischargeContent>(f.content)); }},
    SheetRule{"bill.number", "NRCeS Invoice", Level::Must, Leads::Form, "bill", "number", rows::isBill,
        [](const F &f) { return isSaid(std::get<InvoiceContent>(f.content).number); }},
    SheetRule{"bill.lines", "NRCeS Invoice", Level::Must, Leads::Form, "lines", "what", rows::isBill,
        [](const F &f) { return !std::get<InvoiceContent>(f.content).lines.isEmpty(); }},
};

}

QList<MedicineLine> medicinesIn(const RecordContent &content)
{
    if (const auto *prescription = std::get_if<PrescriptionContent>(&content))
        return prescription->medicines;
    if (const auto *consultation = std::get_if<ConsultationContent>(&content))
        return consultation->medicines;
    if (const auto *discharge = std::get_if<DischargeContent>(&content))
        return discharge->medicines;
    return {};
}

bool isBodyFact(const Measurement &measurement)
{
    return says(measurement, weight) || says(measurement, height) || says(measurement, lastPeriod);
}

bool isPrescription(const RecordContent &content)
{
    return std::holds_alternative<PrescriptionContent>(content) || !medicinesIn(content).isEmpty();
}

QList<Missing> missingIn(const SheetFacts &facts)
{
    QList<Missing> missing;
    for (const auto &rule : rules)
        if (rule.applies(facts) && !rule.isThere(facts))
            missing << Missing{QString::fromLatin1(rule.what), QString::fromLatin1(rule.source), rule.level, rule.leads,
                QString::fromLatin1(rule.section), 0, QString::fromLatin1(rule.field)};
    return missing + rows::missingIn(facts.content);
}

bool maySign(const QList<Missing> &missing)
{
    return std::ranges::none_of(missing, [](const Missing &one) { return one.level == Level::Must; });
}

}
