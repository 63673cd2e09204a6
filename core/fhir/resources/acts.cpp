#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

namespace nadi::fhir
{

Ref planServiceRequest(DocumentPlan &plan, const Act &act, Order order, const QList<Ref> &reasons)
{
    plan.need(isWritable(act.what), "ServiceRequest.code");
    plan.need(act.on.isNull() || isInRange(act.on), "ServiceRequest.occurrenceDateTime");
    return plan.add("ServiceRequest", "ServiceRequest", wordsOf(act.what, onlySnomed),
        [&act, order, reasons](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "active");
            out.word("intent", "order");
            out.array("category", [&] {
                out.object([&] { out.word("text", order == Order::Referral ? "Referral" : "Investigation"); });
            });
            writeCoded(out, "code", act.what, onlySnomed);
            out.reference("subject", document.patient);
            if (document.visit)
                out.reference("encounter", document.encounter);
            out.text("occurrenceDateTime", act.on.toString(Qt::ISODate));
            out.text("authoredOn", document.input.composedAt.toIso());
            out.reference("requester", document.doctor);
            out.references("reasonReference", reasons);
            out.notes({act.note});
        });
}

Ref planProcedure(DocumentPlan &plan, const Act &act)
{
    plan.need(isWritable(act.what), "Procedure.code");
    plan.need(act.on.isNull() || isInRange(act.on), "Procedure.performedDateTime");
    return plan.add(
        "Procedure", "Procedure", wordsOf(act.what, onlySnomed), [&act](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "completed");
            writeCoded(out, "code", act.what, onlySnomed);
            out.reference("subject", document.patient);
            if (document.visit)
                out.reference("encounter", document.encounter);
            out.text("performedDateTime",
                (act.on.isValid() ? act.on : clinicDay(document.input.facility, document.input.composedAt))
                    .toString(Qt::ISODate));
            out.notes({act.note});
        });
}

QString lineOf(const Act &act)
{
    auto line = wordsOf(act.what, onlySnomed);
    if (act.on.isValid())
        line += QStringLiteral(", ") + act.on.toString(Qt::ISODate);
    return isBlank(act.note) ? line : line + QStringLiteral(": ") + cleanText(act.note);
}

}
