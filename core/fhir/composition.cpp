#include "fhir/narrative.h"
#include "fhir/resources.h"

namespace nadi::fhir
{
namespace
{
void writeSection(JsonOut &out, const DocumentPlan &plan)
{
    const auto &input = plan.input;
    out.text("title", plan.title);
    out.codeable(
        "code", plan.kind.code, QString::fromLatin1(plan.kind.title.data(), qsizetype(plan.kind.title.size())));
    // Reference.type is what the closed slices of section.entry are told apart by: without it no entry is allowed.
    out.array("entry", [&] {
        for (qsizetype i = 0; i < plan.medicines.size(); ++i)
            out.object(
                [&] { out.reference(plan.medicines.at(i), "MedicationRequest", input.medicines.at(i).medicine); });
        const bool binary = input.type == HiType::Prescription;
        for (qsizetype i = 0; i < plan.attachments.size(); ++i) {
            const auto title = cleanText(input.attachments.at(i).title);
            out.object([&] {
                out.reference(plan.attachments.at(i), binary ? "Binary" : "DocumentReference",
                    title.isEmpty() ? plan.title : title);
            });
        }
    });
}
}

void writeComposition(JsonOut &out, const DocumentPlan &plan)
{
    const auto &input = plan.input;
    entry(out, "Composition", plan.kind.profile, plan.composition, [&] {
        out.word("language", "en-IN"); // of the generated words; names stay in their own script
        out.object("text", [&] {
            out.word("status", "generated");
            out.text("div", narrativeOf(plan));
        });
        out.word("status", "final");
        out.codeable(
            "type", plan.kind.code, QString::fromLatin1(plan.kind.title.data(), qsizetype(plan.kind.title.size())));
        patientReference(out, "subject", plan);
        if (input.visit)
            out.object("encounter", [&] { out.reference(plan.encounter, "Encounter", visitWords(plan)); });
        out.text("date", input.composedAt.toIso());
        out.only("author", [&] { out.reference(plan.practitioner, "Practitioner", input.doctor.name); });
        out.text("title", plan.title);
        if (input.attestedAt.isSet())
            out.only("attester", [&] {
                out.word("mode", "legal");
                out.text("time", input.attestedAt.toIso());
                doctorReference(out, "party", plan);
            });
        facilityReference(out, "custodian", plan);
        out.only("section", [&] { writeSection(out, plan); });
    });
}

}
