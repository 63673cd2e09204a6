#include "fhir/kinds/sections.h"

#include "fhir/resources/coded_out.h"

namespace nadi::fhir
{

PlannedSection sectionOf(const SectionName &name)
{
    PlannedSection section;
    if (!name.code.empty())
        section.code = {guide::snomed, name.code, name.display};
    section.title = QString::fromLatin1(name.title);
    return section;
}

PlannedDiagnoses planDiagnoses(DocumentPlan &plan, const QList<Problem> &diagnoses)
{
    PlannedDiagnoses planned;
    for (const auto &problem : diagnoses) {
        const auto condition = planCondition(plan, problem, ProblemRole::Diagnosis);
        planned.conditions += condition;
        planned.lines += lineOf(problem);
        if (const auto observation = planTraditionalDiagnosis(plan, problem, condition); !observation.id.isEmpty()) {
            planned.traditional += observation;
            planned.traditionalLines += wordsOf(problem.what, icdOrSnomed);
        }
    }
    plan.diagnoses = planned.conditions;
    return planned;
}

PlannedSection diagnosisSection(const PlannedDiagnoses &diagnoses)
{
    auto section = sectionOf({{}, {}, "Diagnosis"});
    section.entries = diagnoses.conditions;
    section.lines = diagnoses.lines;
    return section;
}

PlannedSection problemSection(
    DocumentPlan &plan, const SectionName &name, const QList<Problem> &problems, ProblemRole role)
{
    auto section = sectionOf(name);
    for (const auto &problem : problems) {
        const auto condition = planCondition(plan, problem, role);
        section.add(condition, lineOf(problem));
        planTraditionalDiagnosis(plan, problem, condition);
    }
    return section;
}

PlannedSection measurementSection(DocumentPlan &plan, const SectionName &name, const QList<Measurement> &list)
{
    auto section = sectionOf(name);
    for (const auto &measurement : list)
        section.add(planMeasurement(plan, measurement), lineOf(measurement));
    return section;
}

PlannedSection familySection(DocumentPlan &plan, const SectionName &name, const QList<FamilyFinding> &list)
{
    auto section = sectionOf(name);
    for (const auto &finding : list)
        section.add(planFamilyHistory(plan, finding), lineOf(finding));
    return section;
}

PlannedSection medicineSection(
    DocumentPlan &plan, const SectionName &name, const QList<MedicineLine> &list, const QList<Ref> &reasons)
{
    auto section = sectionOf(name);
    for (const auto &line : list)
        section.add(planMedicine(plan, line, reasons), lineOf(line));
    return section;
}

PlannedSection procedureSection(DocumentPlan &plan, const SectionName &name, const QList<Act> &list)
{
    auto section = sectionOf(name);
    for (const auto &act : list)
        section.add(planProcedure(plan, act), lineOf(act));
    return section;
}

PlannedSection orderSection(
    DocumentPlan &plan, const SectionName &name, const QList<Act> &list, Order order, const QList<Ref> &reasons)
{
    auto section = sectionOf(name);
    for (const auto &act : list)
        section.add(planServiceRequest(plan, act, order, reasons), lineOf(act));
    return section;
}

}
