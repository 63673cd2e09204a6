#include "fhir/kinds/sections.h"

namespace nadi::fhir
{
namespace
{
// In the order of the profile; the display is fixed with the code.
constexpr SectionName complaints{"422843007", "Chief complaint section", "Chief complaints"};
constexpr SectionName examination{"425044008", "Physical exam section", "Physical examination"};
constexpr SectionName allergies{"722446000", "Allergy record", "Allergies"};
constexpr SectionName history{"371529009", "History and physical report", "Medical history"};
constexpr SectionName family{"422432008", "Family history section", "Family history"};
constexpr SectionName investigations{"721963009", "Order document", "Investigations advised"};
constexpr SectionName medicines{"721912009", "Medication summary document", "Medicines"};
constexpr SectionName followUp{"390906007", "Follow-up encounter", "Follow-up"};
constexpr SectionName procedures{"371525003", "Clinical procedure report", "Procedures"};
constexpr SectionName referrals{"306206005", "Referral to service", "Referral"};
constexpr SectionName other{"404684003", "Clinical finding", "Diagnosis in the traditional system"};
constexpr SectionName documents{"371530004", "Clinical consultation report", "Documents"};

PlannedSection followUpSection(DocumentPlan &plan, const FollowUp &when)
{
    auto section = sectionOf(followUp);
    if (when.on.isValid())
        section.add(planAppointment(plan, when), wordsOf(when).join(QString()));
    else
        section.words = wordsOf(when);
    return section;
}
}

void planKind(DocumentPlan &plan, const ConsultationContent &said)
{
    const auto diagnoses = planDiagnoses(plan, said.diagnoses);
    plan.addSection(problemSection(plan, complaints, said.complaints, ProblemRole::Complaint));
    plan.addSection(measurementSection(plan, examination, said.examination));
    plan.addSection(allergySection(plan, allergies, said));
    plan.addSection(problemSection(plan, history, said.history, ProblemRole::History));
    plan.addSection(familySection(plan, family, said.family));
    plan.addSection(
        orderSection(plan, investigations, said.investigations, Order::Investigation, diagnoses.conditions));
    plan.addSection(medicineSection(plan, medicines, said.medicines, diagnoses.conditions));
    plan.addSection(followUpSection(plan, said.followUp));
    plan.addSection(procedureSection(plan, procedures, said.procedures));
    plan.addSection(orderSection(plan, referrals, said.referrals, Order::Referral, diagnoses.conditions));
    auto traditional = sectionOf(other);
    traditional.entries = diagnoses.traditional;
    traditional.lines = diagnoses.traditionalLines;
    plan.addSection(std::move(traditional));
    auto pages = sectionOf(documents);
    addPages(plan, pages);
    plan.addSection(std::move(pages));

    // The profile is open at the end: what it has no section for comes last.
    plan.addSection(diagnosisSection(diagnoses));
    auto advice = sectionOf({{}, {}, "Advice"});
    advice.words = wordsOf(said.advice);
    plan.addSection(std::move(advice));
}

}
