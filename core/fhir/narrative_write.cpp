#include "fhir/document_plan.h"
#include "fhir/json_out.h"
#include "fhir/narrative.h"

#include <QLocale>

namespace nadi::fhir
{
using namespace Qt::StringLiterals;
namespace
{
const QString opening = QStringLiteral("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
const QString closing = QStringLiteral("</div>");

QString paragraph(const QString &text)
{
    return u"<p>"_s + text + u"</p>"_s;
}

QString escaped(const QString &text)
{
    return cleanText(text).toHtmlEscaped();
}

QString list(const QStringList &lines)
{
    QString items;
    for (const auto &line : lines)
        if (const auto words = escaped(line); !words.isEmpty())
            items += u"<li>"_s + words + u"</li>"_s;
    return items.isEmpty() ? items : u"<ul>"_s + items + u"</ul>"_s;
}

/// The day as the clinic's wall calendar had it.
QString wallDay(UtcTime time, const Facility &facility)
{
    return QLocale::c().toString(clinicDay(facility, time), QStringLiteral("d MMMM yyyy"));
}
}

QString narrativeOf(const DocumentPlan &plan)
{
    const auto &input = plan.input;
    QString html = opening + paragraph(escaped(plan.title) + u" of "_s + escaped(input.patient.name));
    html += paragraph(escaped(input.doctor.name) + u", "_s + escaped(input.facility.name) + u", "_s
        + wallDay(input.composedAt, input.facility));
    if (input.amends && input.amends->composedAt.isSet())
        html += paragraph(u"Replaces the document of "_s + wallDay(input.amends->composedAt, input.facility));
    for (const auto &section : plan.sections) {
        if (section.title != plan.title)
            html += u"<p><b>"_s + escaped(section.title) + u"</b></p>"_s;
        html += list(section.lines + section.words);
    }
    return html + closing;
}

QString narrativeOf(const PlannedSection &section)
{
    return opening + list(section.words) + closing;
}

}
