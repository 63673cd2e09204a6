#include "fhir/resources.h"

namespace nadi::fhir
{

void writeMedication(JsonOut &out, const DocumentPlan &plan, qsizetype index)
{
    const auto &line = plan.input.medicines.at(index);
    entry(out, "MedicationRequest", "MedicationRequest", plan.medicines.at(index), [&] {
        out.word("status", "active");
        out.word("intent", "order");
        out.object("medicationCodeableConcept", [&] {
            if (!line.snomedCode.isEmpty())
                out.only("coding", [&] {
                    out.word("system", guide::snomed);
                    out.text("code", line.snomedCode);
                    out.text("display", line.snomedDisplay);
                });
            out.text("text", line.medicine);
        });
        patientReference(out, "subject", plan);
        if (plan.input.visit)
            out.object("encounter", [&] { out.reference(plan.encounter, "Encounter", visitWords(plan)); });
        out.text("authoredOn", plan.input.composedAt.toIso());
        doctorReference(out, "requester", plan);
        if (!cleanText(line.note).isEmpty())
            out.only("note", [&] { out.text("text", line.note); });
        out.only("dosageInstruction", [&] { out.text("text", line.dosage); });
    });
}

Done writeBinary(JsonOut &out, const DocumentPlan &plan)
{
    const auto &attachment = plan.input.attachments.first();
    Done done;
    entry(out, "Binary", "Binary", plan.attachments.first(), [&] {
        out.text("contentType", attachment.mime);
        done = out.base64("data", attachment, QStringLiteral("Binary"));
    });
    return done;
}

Done writeDocumentReference(JsonOut &out, const DocumentPlan &plan, qsizetype index)
{
    const auto &attachment = plan.input.attachments.at(index);
    const auto given = cleanText(attachment.title);
    const auto title = given.isEmpty() ? plan.title : given;
    Done done;
    entry(out, "DocumentReference", "DocumentReference", plan.attachments.at(index), [&] {
        out.word("status", "current");
        out.word("docStatus", "final");
        out.object("type", [&] { out.text("text", title); });
        patientReference(out, "subject", plan);
        out.text("date", plan.input.composedAt.toIso());
        out.only("author", [&] { out.reference(plan.practitioner, "Practitioner", plan.input.doctor.name); });
        facilityReference(out, "custodian", plan);
        out.only("content", [&] {
            out.object("attachment", [&] {
                out.text("contentType", attachment.mime);
                out.text("title", title);
                if (attachment.size > 0)
                    out.number("size", attachment.size);
                done = out.base64("data", attachment, QStringLiteral("DocumentReference.content.attachment"));
            });
        });
        if (plan.input.visit)
            out.object("context",
                [&] { out.only("encounter", [&] { out.reference(plan.encounter, "Encounter", visitWords(plan)); }); });
    });
    return done;
}

}
