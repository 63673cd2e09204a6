#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
constexpr guide::Coding active{"http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"};
constexpr guide::Coding diagnosis{
    "http://terminology.hl7.org/CodeSystem/condition-category", "encounter-diagnosis", "Encounter Diagnosis"};
constexpr std::string_view verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
constexpr guide::Coding confirmed{verification, "confirmed", "Confirmed"};
constexpr guide::Coding provisional{verification, "provisional", "Provisional"};
constexpr guide::Coding diagnosisCode{guide::loinc, "29308-4", "Diagnosis"};

const guide::Coding &certaintyOf(const Problem &problem)
{
    return problem.certainty == Problem::Certainty::Confirmed ? confirmed : provisional;
}
}

Ref planCondition(DocumentPlan &plan, const Problem &problem, ProblemRole role)
{
    plan.need(isWritable(problem.what), "Condition.code");
    plan.need(problem.since.isNull() || isInRange(problem.since), "Condition.onsetDateTime");
    return plan.add("Condition", "Condition", wordsOf(problem.what, icdOrSnomed),
        [&problem, role](JsonOut &out, const DocumentPlan &document) {
            out.codeable("clinicalStatus", active);
            out.codeable("verificationStatus", certaintyOf(problem));
            if (role == ProblemRole::Diagnosis)
                out.codeables("category", diagnosis);
            writeCoded(out, "code", problem.what, icdOrSnomed);
            out.reference("subject", document.patient);
            // A past illness is told at this visit, it does not belong to it.
            if (document.visit && role != ProblemRole::History)
                out.reference("encounter", document.encounter);
            out.text("onsetDateTime", problem.since.toString(Qt::ISODate));
            out.text("recordedDate", document.input.composedAt.toIso());
            out.notes({problem.note});
        });
}

Ref planTraditionalDiagnosis(DocumentPlan &plan, const Problem &problem, const Ref &condition)
{
    const auto isTraditional = [](const Code &code) { return isIn(traditional, code.system); };
    if (std::ranges::none_of(problem.what.codes, isTraditional))
        return {};
    return plan.add("Observation", "Observation", wordsOf(problem.what, anySystem),
        [&problem, condition](JsonOut &out, const DocumentPlan &document) {
            out.word("status", problem.certainty == Problem::Certainty::Confirmed ? "final" : "preliminary");
            out.codeable("code", diagnosisCode, QStringLiteral("Diagnosis"));
            out.reference("subject", document.patient);
            out.references("focus", {condition});
            writeEncounterReference(out, document);
            out.text("effectiveDateTime", document.input.composedAt.toIso());
            out.references("performer", {document.doctor});
            out.object("valueCodeableConcept", [&] {
                Coded spoken = problem.what;
                spoken.codes.removeIf([](const Code &code) { return !isIn(traditional, code.system); });
                writeCoded(out, spoken, traditional);
            });
        });
}

QString lineOf(const Problem &problem)
{
    auto line = wordsOf(problem.what, icdOrSnomed);
    if (problem.certainty == Problem::Certainty::Provisional)
        line += QStringLiteral(" (provisional)");
    if (problem.since.isValid())
        line += QStringLiteral(", since ") + problem.since.toString(Qt::ISODate);
    return isBlank(problem.note) ? line : line + QStringLiteral(": ") + cleanText(problem.note);
}

}
