#include "fhir/kinds/kinds.h"
#include "fhir/resources/clinical.h"

namespace nadi::fhir
{

PlannedSection onlySection(const DocumentPlan &plan)
{
    return {plan.kind.code, plan.title, {}, {}, {}};
}

void addPages(DocumentPlan &plan, PlannedSection &section, const Ref &about)
{
    for (qsizetype i = 0; i < plan.input.attachments.size(); ++i) {
        const auto page = planPages(plan, i, 1, about);
        section.add(page, QStringLiteral("Attached: ") + page.display);
    }
}

/// Pages and nothing else (nrces-fhir.md section 6, "Unstructured records").
void planKind(DocumentPlan &plan, const std::monostate &)
{
    auto section = onlySection(plan);
    const auto pages = plan.input.attachments.size();
    const auto add = [&](const Ref &entry) { section.add(entry, QStringLiteral("Attached: ") + entry.display); };
    switch (plan.kind.hiType) {
    case HiType::Prescription:
        plan.need(pages <= 1, "Composition.section.entry:Binary");
        if (pages > 0)
            add(planBinary(plan, 0));
        break;
    case HiType::DiagnosticReport: // its slice allows one DocumentReference, which then holds all pages
        if (pages > 0)
            add(planPages(plan, 0, pages));
        break;
    case HiType::WellnessRecord:
        section.title = QStringLiteral("Document Reference"); // the slice goes by this exact title
        [[fallthrough]];
    default:
        addPages(plan, section);
    }
    plan.addSection(std::move(section));
}

}
