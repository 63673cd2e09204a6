#include "sandbox/phone_reading.h"

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
bool canBeShown(const fhir::DocumentView::File &file)
{
    return file.mime == u"application/pdf"_s || file.mime == u"image/png"_s || file.mime == u"image/jpeg"_s;
}

/// Files are shown as themselves: their names among what a section says would be said twice.
QStringList withoutFiles(QStringList lines, const QList<fhir::DocumentView::File> &files)
{
    for (const auto &file : files)
        for (const auto &name : {file.title, file.mime})
            lines.removeOne(name);
    return lines;
}

QJsonArray sectionsOf(const fhir::DocumentView &view)
{
    QJsonArray out;
    for (const auto &section : view.sections)
        if (const auto lines = withoutFiles(section.lines, view.files); !lines.isEmpty())
            out.append(QJsonObject{{u"title"_s, section.title}, {u"lines"_s, QJsonArray::fromStringList(lines)}});
    return out;
}

QJsonArray filesOf(const fhir::DocumentView &view)
{
    QJsonArray out;
    for (qsizetype i = 0; i < view.files.size(); ++i)
        if (canBeShown(view.files[i]))
            out.append(QJsonObject{{u"file"_s, i}, {u"title"_s, view.files[i].title}, {u"type"_s, view.files[i].mime}});
    return out;
}

QString isoOf(UtcTime time)
{
    return time.isSet() ? time.toIso() : QString();
}
}

QJsonObject readingOf(const ArrivedRecord &record)
{
    const auto view = fhir::readDocument(record.bundle);
    if (!view)
        return {{u"fault"_s, record.fault.isEmpty() ? view.error().code : record.fault}};
    return {{u"title"_s, view->title}, {u"kind"_s, view->hiType}, {u"date"_s, isoOf(view->date)},
        {u"patient"_s, view->patientName}, {u"doctor"_s, view->authorName}, {u"clinic"_s, view->organizationName},
        {u"person"_s, record.address}, {u"sections"_s, sectionsOf(*view)}, {u"files"_s, filesOf(*view)},
        {u"replaces"_s, !view->replaces.isEmpty()}, {u"replacedDate"_s, isoOf(view->replacedDate)},
        {u"notUnderstood"_s, QJsonArray::fromStringList(view->notUnderstood)}};
}

std::optional<fhir::DocumentView::File> shownFile(const QByteArray &bundle, int index)
{
    const auto view = fhir::readDocument(bundle);
    if (!view || index < 0 || index >= view->files.size() || !canBeShown(view->files[index]))
        return std::nullopt;
    return view->files[index];
}

}
