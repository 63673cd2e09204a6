#include "fhir/kinds/kinds.h"
#include "fhir/resources/clinical.h"

namespace nadi::fhir
{
namespace
{
/// The section has no place for a Condition: the medicines lead to it. Without medicines and visit nothing would, and
/// the diagnosis stays in the words.
QList<Ref> planReasons(DocumentPlan &plan, const PrescriptionContent &prescription)
{
    if (prescription.medicines.isEmpty() && !plan.visit)
        return {};
    QList<Ref> reasons;
    for (const auto &diagnosis : prescription.diagnoses) {
        reasons += planCondition(plan, diagnosis, ProblemRole::Diagnosis);
        planTraditionalDiagnosis(plan, diagnosis, reasons.last());
    }
    return reasons;
}
}

void planKind(DocumentPlan &plan, const PrescriptionContent &prescription)
{
    auto section = onlySection(plan);
    // The section is closed: what the prescription rests on has no resource of its own there, only words.
    for (const auto &complaint : prescription.complaints)
        section.words += QStringLiteral("Complaint: ") + lineOf(complaint);
    for (const auto &finding : prescription.examination)
        section.words += QStringLiteral("Finding: ") + lineOf(finding);
    for (const auto &diagnosis : prescription.diagnoses)
        section.words += QStringLiteral("Diagnosis: ") + lineOf(diagnosis);
    const auto reasons = planReasons(plan, prescription);
    if (plan.visit)
        plan.diagnoses = reasons;
    for (const auto &line : prescription.medicines)
        section.add(planMedicine(plan, line, reasons), lineOf(line));
    for (const auto &act : prescription.investigations) {
        section.words += QStringLiteral("Investigation: ") + lineOf(act);
        if (plan.visit || !reasons.isEmpty())
            planServiceRequest(plan, act, Order::Investigation, reasons);
    }
    section.words += wordsOf(prescription.advice) + wordsOf(prescription.followUp);

    const auto pages = plan.input.attachments.size();
    plan.need(pages <= 1, "Composition.section.entry:Binary");
    if (pages > 0) {
        const auto page = planBinary(plan, 0);
        section.add(page, QStringLiteral("Attached: ") + page.display);
    }
    plan.need(!section.entries.isEmpty(), "Composition.section.entry");
    plan.addSection(std::move(section));
}

}
