#include "fhir/samples/sample_parts.h"

namespace nadi::fhir::samples
{
namespace
{
Measurement cholesterol()
{
    auto result = measured(coded(QStringLiteral("Cholesterol"), CodeSystem::Loinc, "2093-3",
                               "Cholesterol [Mass/volume] in Serum or Plasma"),
        "182", "mg/dL", "mg/dL");
    result.usual.high = QStringLiteral("200");
    result.interpretation = Interpretation::Normal;
    return result;
}

Measurement triglyceride()
{
    auto result = measured(coded(QStringLiteral("Triglyceride"), CodeSystem::Loinc, "2571-8",
                               "Triglyceride [Mass/volume] in Serum or Plasma"),
        "161.50", "mg/dL", "mg/dL");
    result.usual = {QStringLiteral("40"), QStringLiteral("150"), QStringLiteral("adult, fasting")};
    result.interpretation = Interpretation::High;
    return result;
}

Measurement belowDetection()
{
    auto result = measured(words(QStringLiteral("C-reactive protein")), "5", "mg/L", "mg/L");
    std::get<Quantity>(result.value).bound = Quantity::Bound::Below;
    return result;
}

Measurement smear()
{
    Measurement result;
    result.what = words(QStringLiteral("Peripheral smear"));
    result.value = longText();
    result.note = longText();
    return result;
}
}

LabReportContent labReport(Size size)
{
    LabReportContent report;
    report.report = words(QStringLiteral("Blood test"));
    report.conclusion = QStringLiteral("Within limits");
    if (size == Size::Minimal) {
        Measurement result;
        result.what = words(QStringLiteral("Malaria parasite"));
        result.value = QStringLiteral("not seen");
        report.results = {result};
        return report;
    }
    report.report
        = coded(QStringLiteral("Lipid profile"), CodeSystem::Loinc, "24331-1", "Lipid 1996 panel - Serum or Plasma");
    report.discipline
        = coded(QStringLiteral("Clinical pathology"), CodeSystem::Snomed, "708184003", "Clinical pathology service");
    report.specimen = coded(QStringLiteral("Serum"), CodeSystem::Snomed, "119364003", "Serum specimen");
    report.collectedAt = *UtcTime::parse(u"2026-11-01T02:40:00Z");
    report.receivedAt = *UtcTime::parse(u"2026-11-01T03:30:00Z");
    report.results = {cholesterol(), triglyceride(), belowDetection()};
    report.conclusion = QStringLiteral("Triglycerides a little high");
    if (size == Size::Extreme) {
        while (report.results.size() < manyLines)
            report.results += report.results.size() % 4 == 0 ? smear() : triglyceride();
        report.conclusion = longText();
    }
    return report;
}

ImagingReportContent imagingReport(Size size)
{
    ImagingReportContent report;
    report.report = words(QStringLiteral("X-ray of the chest"));
    report.conclusion = QStringLiteral("Normal");
    if (size == Size::Minimal)
        return report;
    report.report
        = coded(QStringLiteral("CT head and neck"), CodeSystem::Loinc, "82692-5", "CT Head and Neck WO contrast");
    report.modality = coded(QStringLiteral("CT"), CodeSystem::Snomed, "429858000", "CT of head and neck");
    report.bodySite = words(QStringLiteral("Head and neck"));
    report.takenAt = *UtcTime::parse(u"2026-11-01T06:30:00Z");
    report.findings = size == Size::Extreme ? longText() : QStringLiteral("No bleed, no mass, no shift.");
    report.conclusion = size == Size::Extreme ? longText() : QStringLiteral("No abnormality seen");
    return report;
}

}
