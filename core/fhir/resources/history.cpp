#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

namespace nadi::fhir
{
namespace
{
constexpr guide::Coding active{"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active", "Active"};
constexpr guide::Coding confirmed{
    "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "confirmed", "Confirmed"};
constexpr guide::Coding noKnownAllergy{guide::snomed, "716186003", "No known allergy"};

template <class Code>
void writeAllergy(JsonOut &out, const DocumentPlan &document, Code code)
{
    out.codeable("clinicalStatus", active);
    out.codeable("verificationStatus", confirmed);
    code();
    out.reference("patient", document.patient);
    writeEncounterReference(out, document);
    out.text("recordedDate", document.input.composedAt.toIso());
    out.reference("recorder", document.doctor);
}
}

Ref planAllergy(DocumentPlan &plan, const Allergy &allergy)
{
    plan.need(isWritable(allergy.what), "AllergyIntolerance.code");
    return plan.add("AllergyIntolerance", "AllergyIntolerance", wordsOf(allergy.what, onlySnomed),
        [&allergy](JsonOut &out, const DocumentPlan &document) {
            writeAllergy(out, document, [&] { writeCoded(out, "code", allergy.what, onlySnomed); });
            if (!isBlank(allergy.reaction))
                out.only("reaction", [&] { out.only("manifestation", [&] { out.text("text", allergy.reaction); }); });
        });
}

Ref planNoKnownAllergy(DocumentPlan &plan)
{
    return plan.add("AllergyIntolerance", "AllergyIntolerance", QStringLiteral("No known allergy"),
        [](JsonOut &out, const DocumentPlan &document) {
            writeAllergy(
                out, document, [&] { out.codeable("code", noKnownAllergy, QStringLiteral("No known allergy")); });
        });
}

QString lineOf(const Allergy &allergy)
{
    const auto line = wordsOf(allergy.what, onlySnomed);
    return isBlank(allergy.reaction) ? line : line + QStringLiteral(": ") + cleanText(allergy.reaction);
}

Ref planFamilyHistory(DocumentPlan &plan, const FamilyFinding &finding)
{
    plan.need(!isBlank(finding.relation), "FamilyMemberHistory.relationship");
    plan.need(isWritable(finding.condition), "FamilyMemberHistory.condition.code");
    return plan.add("FamilyMemberHistory", "FamilyMemberHistory", lineOf(finding),
        [&finding](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "partial"); // what was told, not all there is
            out.reference("patient", document.patient);
            out.text("date", document.input.composedAt.toIso());
            out.object("relationship", [&] { out.text("text", finding.relation); });
            out.only("condition", [&] { writeCoded(out, "code", finding.condition, onlySnomed); });
        });
}

QString lineOf(const FamilyFinding &finding)
{
    return cleanText(finding.relation) + QStringLiteral(": ") + wordsOf(finding.condition, onlySnomed);
}

}
