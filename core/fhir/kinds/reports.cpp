#include "fhir/kinds/kinds.h"
#include "fhir/resources/clinical.h"

namespace nadi::fhir
{
namespace
{
constexpr guide::Coding laboratoryReport{guide::snomed, "4241000179101", "Laboratory report"};
constexpr guide::Coding imagingReport{guide::snomed, "4201000179104", "Imaging report"};

PlannedSection sectionOf(const guide::Coding &code, const PlannedReport &planned)
{
    PlannedSection section;
    section.code = code;
    section.title = QString::fromLatin1(code.display.data(), qsizetype(code.display.size()));
    section.entries = {planned.report};
    section.lines = planned.lines;
    return section;
}
}

void planKind(DocumentPlan &plan, const LabReportContent &report)
{
    auto section = sectionOf(laboratoryReport, planLabReport(plan, report));
    // The slice allows one DocumentReference, which holds all pages of the report.
    if (const auto pages = plan.input.attachments.size(); pages > 0) {
        const auto document = planPages(plan, 0, pages);
        section.add(document, QStringLiteral("Attached: ") + document.display);
    }
    plan.addSection(std::move(section));
}

void planKind(DocumentPlan &plan, const ImagingReportContent &report)
{
    plan.addSection(sectionOf(imagingReport, planImagingReport(plan, report)));
}

}
