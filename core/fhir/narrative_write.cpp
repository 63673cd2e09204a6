#include "fhir/document_plan.h"
#include "fhir/json_out.h"
#include "fhir/narrative.h"

#include <QLocale>
#include <QTimeZone>

namespace nadi::fhir
{
using namespace Qt::StringLiterals;
namespace
{
QString paragraph(const QString &text)
{
    return u"<p>"_s + text + u"</p>"_s;
}

QString escaped(const QString &text)
{
    return cleanText(text).toHtmlEscaped();
}

/// The day as the clinic's wall calendar had it; UTC when the zone is unknown on this machine.
QString clinicDay(UtcTime time, const QString &zoneName)
{
    const QTimeZone zone(zoneName.toLatin1());
    const auto local = zone.isValid() ? time.toDateTime().toTimeZone(zone) : time.toDateTime();
    return QLocale::c().toString(local.date(), QStringLiteral("d MMMM yyyy"));
}
}

QString narrativeOf(const DocumentPlan &plan)
{
    const auto &input = plan.input;
    QString html = QStringLiteral("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    html += paragraph(escaped(plan.title) + u" of "_s + escaped(input.patient.name));
    html += paragraph(escaped(input.doctor.name) + u", "_s + escaped(input.facility.name) + u", "_s
        + clinicDay(input.composedAt, input.facility.timeZone));
    if (!input.medicines.isEmpty()) {
        html += QStringLiteral("<ul>");
        for (const auto &line : input.medicines) {
            html += u"<li><b>"_s + escaped(line.medicine) + u"</b>: "_s + escaped(line.dosage);
            if (const auto note = escaped(line.note); !note.isEmpty())
                html += u" ("_s + note + u")"_s;
            html += QStringLiteral("</li>");
        }
        html += QStringLiteral("</ul>");
    }
    for (const auto &attachment : input.attachments)
        if (const auto title = escaped(attachment.title); !title.isEmpty())
            html += paragraph(u"Attached: "_s + title);
    return html + u"</div>"_s;
}

}
