#include "fhir/kinds/kinds.h"
#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

namespace nadi::fhir
{
namespace
{
constexpr guide::Coding due{"http://terminology.hl7.org/CodeSystem/immunization-recommendation-status", "due", "Due"};
constexpr guide::Coding dateDue{guide::loinc, "30980-7", "Date vaccine due"};

QString lineOf(const VaccineGiven &vaccine)
{
    auto line = wordsOf(vaccine.vaccine, anySystem);
    if (!isBlank(vaccine.brand))
        line += QStringLiteral(" (%1)").arg(cleanText(vaccine.brand));
    line += QStringLiteral(", given on ") + vaccine.on.toString(Qt::ISODate);
    if (vaccine.dose > 0)
        line += QStringLiteral(", dose %1").arg(vaccine.dose);
    return isBlank(vaccine.lot) ? line : line + QStringLiteral(", lot ") + cleanText(vaccine.lot);
}

QString lineOf(const VaccineDue &vaccine)
{
    return wordsOf(vaccine.vaccine, anySystem) + QStringLiteral(", due on ") + vaccine.on.toString(Qt::ISODate);
}

void writeGiven(JsonOut &out, const DocumentPlan &document, const VaccineGiven &vaccine)
{
    if (!isBlank(vaccine.brand))
        out.only("extension", [&] {
            out.word("url", std::string(guide::profileBase).append("BrandName"));
            out.text("valueString", vaccine.brand);
        });
    out.word("status", "completed");
    writeCoded(out, "vaccineCode", vaccine.vaccine, anySystem);
    out.reference("patient", document.patient);
    writeEncounterReference(out, document);
    out.text("occurrenceDateTime", vaccine.on.toString(Qt::ISODate));
    out.text("recorded", document.input.composedAt.toIso());
    // Who made it is known by name only: a reference that leads nowhere, but is shown.
    if (!isBlank(vaccine.manufacturer))
        out.object("manufacturer", [&] { out.text("display", vaccine.manufacturer); });
    out.text("lotNumber", vaccine.lot);
    out.text("expirationDate", vaccine.expires.toString(Qt::ISODate));
    writeCoded(out, "site", vaccine.site, anySystem);
    writeCoded(out, "route", vaccine.route, onlySnomed);
    if (vaccine.dose > 0)
        out.only("protocolApplied", [&] {
            out.number("doseNumberPositiveInt", vaccine.dose);
            if (vaccine.ofDoses >= vaccine.dose)
                out.number("seriesDosesPositiveInt", vaccine.ofDoses);
        });
}

Ref planGiven(DocumentPlan &plan, const VaccineGiven &vaccine)
{
    plan.need(isWritable(vaccine.vaccine), "Immunization.vaccineCode");
    plan.need(isInRange(vaccine.on), "Immunization.occurrenceDateTime");
    plan.need(vaccine.expires.isNull() || isInRange(vaccine.expires), "Immunization.expirationDate");
    plan.need(isWritableOrEmpty(vaccine.site), "Immunization.site");
    plan.need(isWritableOrEmpty(vaccine.route), "Immunization.route");
    return plan.add("Immunization", "Immunization", wordsOf(vaccine.vaccine, anySystem),
        [&vaccine](JsonOut &out, const DocumentPlan &document) { writeGiven(out, document, vaccine); });
}

void writeDue(JsonOut &out, const VaccineDue &vaccine)
{
    writeCodedList(out, "vaccineCode", vaccine.vaccine, anySystem);
    out.codeable("forecastStatus", due, QStringLiteral("Due"));
    out.only("dateCriterion", [&] {
        out.codeable("code", dateDue, QStringLiteral("Date vaccine due"));
        out.text("value", vaccine.on.toString(Qt::ISODate));
    });
    if (vaccine.dose > 0)
        out.number("doseNumberPositiveInt", vaccine.dose);
}

Ref planDue(DocumentPlan &plan, const QList<VaccineDue> &vaccines)
{
    for (const auto &vaccine : vaccines) {
        plan.need(isWritable(vaccine.vaccine), "ImmunizationRecommendation.recommendation.vaccineCode");
        plan.need(isInRange(vaccine.on), "ImmunizationRecommendation.recommendation.dateCriterion");
    }
    return plan.add("ImmunizationRecommendation", "ImmunizationRecommendation", QStringLiteral("Vaccines due"),
        [&vaccines](JsonOut &out, const DocumentPlan &document) {
            out.reference("patient", document.patient);
            out.text("date", document.input.composedAt.toIso());
            out.reference("authority", document.facility);
            out.array("recommendation", [&] {
                for (const auto &vaccine : vaccines)
                    out.object([&] { writeDue(out, vaccine); });
            });
        });
}
}

void planKind(DocumentPlan &plan, const ImmunizationContent &record)
{
    auto section = onlySection(plan);
    for (const auto &vaccine : record.given)
        section.add(planGiven(plan, vaccine), lineOf(vaccine));
    if (!record.due.isEmpty()) {
        section.entries += planDue(plan, record.due);
        for (const auto &vaccine : record.due)
            section.lines += lineOf(vaccine);
    }
    addPages(plan, section);
    plan.addSection(std::move(section));
}

}
