#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

namespace nadi::fhir
{
namespace
{
constexpr guide::Coding laboratory{
    "http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory"};

Ref planSpecimen(DocumentPlan &plan, const LabReportContent &report)
{
    if (report.specimen.isEmpty())
        return {};
    plan.need(isWritable(report.specimen), "Specimen.type");
    plan.need(report.receivedAt.isSet(), "Specimen.receivedTime");
    plan.need(report.collectedAt.isSet(), "Specimen.collection.collectedDateTime");
    return plan.add("Specimen", "Specimen", wordsOf(report.specimen, onlySnomed),
        [&report](JsonOut &out, const DocumentPlan &document) {
            writeCoded(out, "type", report.specimen, onlySnomed);
            out.reference("subject", document.patient);
            out.text("receivedTime", report.receivedAt.toIso());
            out.object("collection", [&] { out.text("collectedDateTime", report.collectedAt.toIso()); });
        });
}

/// Members that both kinds of report have; `between` writes those R4 lists in between.
template <class Report, class Between>
void writeReport(JsonOut &out, const DocumentPlan &document, const Report &report, UtcTime at, const Coded &category,
    Between between)
{
    out.word("status", "final");
    writeCodedList(out, "category", category, onlySnomed);
    writeCoded(out, "code", report.report, onlyLoinc);
    out.reference("subject", document.patient);
    writeEncounterReference(out, document);
    if (at.isSet())
        out.text("effectiveDateTime", at.toIso());
    out.text("issued", document.input.composedAt.toIso());
    out.references("performer", {document.facility});
    out.references("resultsInterpreter", {document.doctor});
    between();
    out.text("conclusion", report.conclusion);
    writeCodedList(out, "conclusionCode", report.conclusionCode, onlySnomed);
}

template <class Report>
void needReport(DocumentPlan &plan, const Report &report)
{
    plan.need(isWritable(report.report), "DiagnosticReport.code");
    plan.need(!isBlank(report.conclusion), "DiagnosticReport.conclusion");
    plan.need(isWritableOrEmpty(report.conclusionCode), "DiagnosticReport.conclusionCode");
}

Ref planFindings(DocumentPlan &plan, const ImagingReportContent &report)
{
    return plan.add("Observation", "Observation", QStringLiteral("Findings"),
        [&report](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "final");
            out.object("code", [&] { out.word("text", "Findings"); });
            out.reference("subject", document.patient);
            writeEncounterReference(out, document);
            out.text(
                "effectiveDateTime", (report.takenAt.isSet() ? report.takenAt : document.input.composedAt).toIso());
            out.references("performer", {document.doctor});
            out.text("valueString", report.findings);
            writeCoded(out, "bodySite", report.bodySite, onlySnomed);
        });
}

Ref planPicture(DocumentPlan &plan, const ImagingReportContent &report, qsizetype index)
{
    const auto &attachment = plan.input.attachments.at(index);
    const auto given = cleanText(attachment.title);
    const auto title = given.isEmpty() ? wordsOf(report.report, onlyLoinc) : given;
    return plan.add("Media", "Media", title, [&, title](JsonOut &out, const DocumentPlan &document) {
        out.word("status", "completed");
        writeCoded(out, "modality", report.modality, anySystem);
        out.reference("subject", document.patient);
        writeEncounterReference(out, document);
        if (report.takenAt.isSet())
            out.text("createdDateTime", report.takenAt.toIso());
        writeCoded(out, "bodySite", report.bodySite, onlySnomed);
        out.object("content", [&] {
            out.text("contentType", attachment.mime);
            out.text("title", title);
            out.base64("data", attachment, QStringLiteral("Media.content"));
        });
    });
}
}

PlannedReport planLabReport(DocumentPlan &plan, const LabReportContent &report)
{
    needReport(plan, report);
    plan.need(isWritableOrEmpty(report.discipline), "DiagnosticReport.category");
    plan.need(!report.results.isEmpty(), "DiagnosticReport.result");
    const auto specimen = planSpecimen(plan, report);
    QList<Ref> results;
    QStringList lines{wordsOf(report.report, onlyLoinc)};
    for (const auto &result : report.results) {
        results += planMeasurement(plan, result, {"Observation", laboratory, specimen, report.collectedAt});
        lines += lineOf(result);
    }
    lines += QStringLiteral("Conclusion: ") + cleanText(report.conclusion);
    const auto ref = plan.add("DiagnosticReport", "DiagnosticReportLab", wordsOf(report.report, onlyLoinc),
        [&report, specimen, results](JsonOut &out, const DocumentPlan &document) {
            writeReport(out, document, report, report.collectedAt, report.discipline, [&] {
                if (!specimen.id.isEmpty())
                    out.references("specimen", {specimen});
                out.references("result", results);
            });
        });
    return {ref, lines};
}

PlannedReport planImagingReport(DocumentPlan &plan, const ImagingReportContent &report)
{
    needReport(plan, report);
    plan.need(isWritableOrEmpty(report.modality), "Media.modality");
    plan.need(isWritableOrEmpty(report.bodySite), "Media.bodySite");
    plan.need(!plan.input.attachments.isEmpty(), "DiagnosticReport.media");
    QStringList lines{wordsOf(report.report, onlyLoinc)};
    QList<Ref> findings;
    if (!isBlank(report.findings)) {
        findings += planFindings(plan, report);
        lines += QStringLiteral("Findings: ") + cleanText(report.findings);
    }
    QList<Ref> pictures;
    for (qsizetype i = 0; i < plan.input.attachments.size(); ++i)
        pictures += planPicture(plan, report, i);
    lines += QStringLiteral("Conclusion: ") + cleanText(report.conclusion);
    const auto ref = plan.add("DiagnosticReport", "DiagnosticReportImaging", wordsOf(report.report, onlyLoinc),
        [&report, findings, pictures](JsonOut &out, const DocumentPlan &document) {
            writeReport(out, document, report, report.takenAt, {}, [&] {
                out.references("result", findings);
                out.array("media", [&] {
                    for (const auto &picture : pictures)
                        out.object([&] { out.reference("link", picture); });
                });
            });
        });
    return {ref, lines};
}

}
