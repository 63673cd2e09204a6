#pragma once

#include "storage/connection.h"

#include <QJsonObject>

namespace nadi::storage
{

/// Seals one row's personal data; the row is the context, so that a value moved to another row does not open.
Result<QByteArray> sealJson(const Connection &db, QLatin1String table, const QString &id, const QJsonObject &plain);
/// Fails with SEAL-OPEN, or DB-PAYLOAD when what opened is not a JSON object.
Result<QJsonObject> openJson(const Connection &db, QLatin1String table, const QString &id, const QByteArray &sealed);

Result<QByteArray> sealBytes(const Connection &db, QLatin1String table, const QString &id, QByteArrayView plain);
Result<QByteArray> openBytes(const Connection &db, QLatin1String table, const QString &id, const QByteArray &sealed);

/// Keyed hash of `value`; empty for an empty value, which no look-up finds.
QByteArray blindIndex(const Connection &db, QByteArrayView field, const QString &value);

}
