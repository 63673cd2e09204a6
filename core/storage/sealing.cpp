#include "storage/sealing.h"

#include <QJsonDocument>

namespace nadi::storage
{
namespace
{
QByteArray contextOf(QLatin1String table, const QString &id)
{
    return table.data() + QByteArray(":") + id.toUtf8();
}
}

Result<QByteArray> sealBytes(const Connection &db, QLatin1String table, const QString &id, QByteArrayView plain)
{
    return db.sealer().seal(plain, contextOf(table, id));
}

Result<QByteArray> openBytes(const Connection &db, QLatin1String table, const QString &id, const QByteArray &sealed)
{
    return db.sealer().open(sealed, contextOf(table, id));
}

Result<QByteArray> sealJson(const Connection &db, QLatin1String table, const QString &id, const QJsonObject &plain)
{
    return sealBytes(db, table, id, QJsonDocument(plain).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> openJson(const Connection &db, QLatin1String table, const QString &id, const QByteArray &sealed)
{
    const auto plain = openBytes(db, table, id, sealed);
    if (!plain)
        return failed(plain);
    const auto document = QJsonDocument::fromJson(*plain);
    if (!document.isObject())
        return fail(ErrorKind::Storage, QStringLiteral("DB-PAYLOAD"), table);
    return document.object();
}

QByteArray blindIndex(const Connection &db, QByteArrayView field, const QString &value)
{
    return value.isEmpty() ? QByteArray() : db.sealer().blindIndex(field, value.toUtf8());
}

}
