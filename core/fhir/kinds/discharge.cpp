#include "fhir/kinds/sections.h"

namespace nadi::fhir
{
namespace
{
// In the order of the profile. Some codes differ from those of a consultation.
constexpr SectionName complaints{"422843007", "Chief complaint section", "Chief complaints"};
constexpr SectionName examination{"425044008", "Physical exam section", "Physical examination"};
constexpr SectionName allergies{"722446000", "Allergy record", "Allergies"};
constexpr SectionName history{"1003642006", "Past medical history section", "Medical history"};
constexpr SectionName family{"422432008", "Family history section", "Family history"};
constexpr SectionName investigations{"721981007", "Diagnostic studies report", "Investigations"};
constexpr SectionName medicines{"1003606003", "Medication history section", "Medicines to take at home"};
constexpr SectionName procedures{"1003640003", "History of past procedure section", "Procedures"};
constexpr SectionName carePlan{"734163000", "Care plan", "Course and care plan"};
constexpr SectionName documents{"373942005", "Discharge summary", "Documents"};

PlannedSection investigationSection(DocumentPlan &plan, const QList<LabReportContent> &reports)
{
    auto section = sectionOf(investigations);
    for (const auto &report : reports) {
        const auto planned = planLabReport(plan, report);
        section.entries += planned.report;
        section.lines += planned.lines;
    }
    return section;
}

Ref planCare(DocumentPlan &plan, const DischargeContent &summary, const QStringList &activities)
{
    return plan.add("CarePlan", "CarePlan", QStringLiteral("Care after discharge"),
        [&summary, activities](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "active");
            out.word("intent", "plan");
            out.word("title", "Care after discharge");
            out.text("description", summary.course);
            out.reference("subject", document.patient);
            writeEncounterReference(out, document);
            out.text("created", document.input.composedAt.toIso());
            out.reference("author", document.doctor);
            if (!activities.isEmpty())
                out.array("activity", [&] {
                    for (const auto &activity : activities)
                        out.object([&] {
                            out.object("detail", [&] {
                                out.word("status", "not-started");
                                out.text("description", activity);
                            });
                        });
                });
        });
}

PlannedSection careSection(DocumentPlan &plan, const DischargeContent &summary)
{
    auto section = sectionOf(carePlan);
    const auto activities = wordsOf(summary.advice) + wordsOf(summary.followUp);
    if (isBlank(summary.course) && activities.isEmpty())
        return section;
    section.entries += planCare(plan, summary, activities);
    section.words = QStringList{summary.course} + activities;
    return section;
}
}

void planKind(DocumentPlan &plan, const DischargeContent &summary)
{
    const auto diagnoses = planDiagnoses(plan, summary.diagnoses);
    plan.addSection(problemSection(plan, complaints, summary.complaints, ProblemRole::Complaint));
    plan.addSection(measurementSection(plan, examination, summary.examination));
    plan.addSection(allergySection(plan, allergies, summary));
    plan.addSection(problemSection(plan, history, summary.history, ProblemRole::History));
    plan.addSection(familySection(plan, family, summary.family));
    plan.addSection(investigationSection(plan, summary.investigations));
    plan.addSection(medicineSection(plan, medicines, summary.medicines, diagnoses.conditions));
    plan.addSection(procedureSection(plan, procedures, summary.procedures));
    plan.addSection(careSection(plan, summary));
    auto pages = sectionOf(documents);
    addPages(plan, pages);
    plan.addSection(std::move(pages));

    // The profile is open at the end: what it has no section for comes last.
    auto last = diagnosisSection(diagnoses);
    last.entries += diagnoses.traditional;
    last.lines += diagnoses.traditionalLines;
    plan.addSection(std::move(last));
}

}
