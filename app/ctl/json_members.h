#pragma once

#include "common/utc_time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace nadi::ctl
{

/// Reads the members of one object and remembers the first thing that is wrong, with its place. A member nobody asked
/// for is wrong too: a misspelt name must not be silently left out of a medical document.
class JsonMembers
{
public:
    JsonMembers(const QJsonValue &value, QString place);

    QString text(const char *name);
    QString needed(const char *name);
    UtcTime time(const char *name);
    /// true or false; `otherwise` when the member is not there.
    bool flag(const char *name, bool otherwise);
    /// A list, empty when the member is not there.
    QJsonArray list(const char *name, qsizetype atMost);
    QJsonValue value(const char *name);
    bool has(const char *name) const;
    QString placeOf(const char *name) const;

    void refuse(const QString &place, const QString &why);
    /// Success when everything held and every member was asked for.
    Done done() const;

private:
    QJsonObject m_object;
    QString m_place;
    QStringList m_known;
    QString m_fault;
};

/// The object in a file of at most `largest` bytes. Errors: CTL-FILE, CTL-JSON with the place.
Result<QJsonObject> readJsonFile(const QString &path, qint64 largest);

}
