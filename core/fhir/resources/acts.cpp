#include "fhir/resources/clinical.h"
#include "fhir/resources/coded_out.h"

#include <QTimeZone>

namespace nadi::fhir
{
namespace
{
/// From midnight to midnight on the clinic's wall.
std::pair<UtcTime, UtcTime> wallDayOf(const Facility &facility, QDate day)
{
    const QTimeZone named(facility.timeZone.toLatin1());
    const auto zone = named.isValid() ? named : QTimeZone::utc();
    const auto at = [&](QDate date) { return UtcTime::fromMs(date.startOfDay(zone).toMSecsSinceEpoch()); };
    return {at(day), at(day.addDays(1))};
}
}

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
            writeEncounterReference(out, document);
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
            writeEncounterReference(out, document);
            out.text("performedDateTime",
                (act.on.isValid() ? act.on : clinicDay(document.input.facility, document.input.composedAt))
                    .toString(Qt::ISODate));
            out.notes({act.note});
        });
}

Ref planAppointment(DocumentPlan &plan, const FollowUp &followUp)
{
    plan.need(isInRange(followUp.on), "Appointment.start");
    return plan.add("Appointment", "Appointment", QStringLiteral("Follow-up ") + followUp.on.toString(Qt::ISODate),
        [&followUp](JsonOut &out, const DocumentPlan &document) {
            const auto [start, end] = wallDayOf(document.input.facility, followUp.on);
            out.word("status", "proposed");
            out.text("description", isBlank(followUp.note) ? QStringLiteral("Follow-up") : followUp.note);
            out.text("start", start.toIso());
            out.text("end", end.toIso());
            out.text("created", document.input.composedAt.toIso());
            out.array("participant", [&] {
                for (const auto &who : {document.patient, document.doctor})
                    out.object([&] {
                        out.reference("actor", who);
                        out.word("status", "needs-action");
                    });
            });
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
