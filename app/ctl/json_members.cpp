#include "json_members.h"

#include <QFile>
#include <QJsonDocument>

namespace nadi::ctl
{

JsonMembers::JsonMembers(const QJsonValue &value, QString place)
    : m_object(value.toObject())
    , m_place(std::move(place))
{
    if (!value.isObject())
        refuse(m_place, QStringLiteral("must be an object"));
}

QString JsonMembers::placeOf(const char *name) const
{
    return m_place.isEmpty() ? QLatin1String(name) : m_place + u'.' + QLatin1String(name);
}

bool JsonMembers::has(const char *name) const
{
    return m_object.contains(QLatin1String(name));
}

QJsonValue JsonMembers::value(const char *name)
{
    m_known << QLatin1String(name);
    return m_object.value(QLatin1String(name));
}

QString JsonMembers::text(const char *name)
{
    const auto found = value(name);
    if (!found.isUndefined() && !found.isString())
        refuse(placeOf(name), QStringLiteral("must be a string"));
    return found.toString();
}

QString JsonMembers::needed(const char *name)
{
    const auto found = text(name);
    if (found.trimmed().isEmpty())
        refuse(placeOf(name), QStringLiteral("is needed"));
    return found;
}

UtcTime JsonMembers::time(const char *name)
{
    const auto written = text(name);
    if (written.isEmpty())
        return {};
    const auto parsed = UtcTime::parse(written);
    if (!parsed)
        refuse(placeOf(name), QStringLiteral("must be a time like 2026-11-20T09:30:00Z"));
    return parsed.value_or(UtcTime());
}

bool JsonMembers::flag(const char *name, bool otherwise)
{
    const auto found = value(name);
    if (!found.isUndefined() && !found.isBool())
        refuse(placeOf(name), QStringLiteral("must be true or false"));
    return found.toBool(otherwise);
}

QJsonArray JsonMembers::list(const char *name, qsizetype atMost)
{
    const auto found = value(name);
    const auto items = found.toArray();
    if ((!found.isUndefined() && !found.isArray()) || items.size() > atMost)
        refuse(placeOf(name), QStringLiteral("must be a list of at most %1").arg(atMost));
    return items;
}

void JsonMembers::refuse(const QString &place, const QString &why)
{
    if (m_fault.isEmpty())
        m_fault = (place.isEmpty() ? QStringLiteral("the file") : place) + u' ' + why;
}

Done JsonMembers::done() const
{
    auto fault = m_fault;
    for (auto it = m_object.begin(); fault.isEmpty() && it != m_object.end(); ++it)
        if (!m_known.contains(it.key()))
            fault = placeOf(qPrintable(it.key())) + QStringLiteral(" is not known");
    if (fault.isEmpty())
        return {};
    return fail(ErrorKind::Invalid, QStringLiteral("CTL-FIELD"), fault);
}

Result<QJsonObject> readJsonFile(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return fail(ErrorKind::NotFound, QStringLiteral("CTL-FILE"), QStringLiteral("the file cannot be read"));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(largest), &error);
    if (!document.isObject())
        return fail(ErrorKind::Invalid, QStringLiteral("CTL-JSON"),
            QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    return document.object();
}

}
