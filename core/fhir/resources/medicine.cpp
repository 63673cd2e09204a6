#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"
#include "fhir/resources/dosage.h"

namespace nadi::fhir
{
namespace
{
/// The name as printed, because viewers show the text first; the code says which product it is.
Coded asPrescribed(const MedicineLine &line)
{
    auto medicine = line.medicine;
    medicine.text = nameOf(line);
    return medicine;
}
}

Ref planMedicine(DocumentPlan &plan, const MedicineLine &line, const QList<Ref> &reasons)
{
    plan.need(isWritable(line.medicine), "MedicationRequest.medicationCodeableConcept");
    plan.need(!isBlank(directionsOf(line)), "MedicationRequest.dosageInstruction");
    plan.need(isWritableOrEmpty(line.route), "MedicationRequest.dosageInstruction.route");
    return plan.add("MedicationRequest", "MedicationRequest", wordsOf(asPrescribed(line), onlySnomed),
        [&line, reasons](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "active");
            out.word("intent", "order");
            writeCoded(out, "medicationCodeableConcept", asPrescribed(line), onlySnomed);
            out.reference("subject", document.patient);
            writeEncounterReference(out, document);
            out.text("authoredOn", document.input.composedAt.toIso());
            out.reference("requester", document.doctor);
            out.references("reasonReference", reasons);
            const auto total = amountIn(line.total);
            out.notes({line.note, total || isBlank(line.total) ? QString() : QStringLiteral("Total: ") + line.total});
            out.only("dosageInstruction", [&] { writeDosage(out, line); });
            if (total)
                out.object("dispenseRequest", [&] { writeAmount(out, "quantity", *total); });
        });
}

QString lineOf(const MedicineLine &line)
{
    auto words = wordsOf(asPrescribed(line), onlySnomed) + QStringLiteral(": ") + cleanText(directionsOf(line));
    if (!isBlank(line.total))
        words += QStringLiteral("; total ") + cleanText(line.total);
    return isBlank(line.note) ? words : words + QStringLiteral(" (%1)").arg(cleanText(line.note));
}

}
