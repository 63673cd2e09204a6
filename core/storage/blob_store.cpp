#include "storage/blob_store.h"

#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{
constexpr QLatin1String table{"blob"};
constexpr qsizetype partSize = 1024 * 1024;
}

Done BlobStore::put(const QString &name, QByteArrayView plain)
{
    const auto sealed = sealBytes(m_db, table, name, plain);
    if (!sealed)
        return failed(sealed);
    int part = 0;
    for (qsizetype at = 0; at < sealed->size(); at += partSize)
        if (auto done = execute(m_db, u"INSERT INTO blob_part (tenant, blob, part, bytes) VALUES (?, ?, ?, ?)",
                ofTenant(m_db, {name, part++, sealed->mid(at, partSize)}));
            !done)
            return done;
    return {};
}

Result<QByteArray> BlobStore::get(const QString &name) const
{
    auto rows
        = run(m_db, u"SELECT bytes FROM blob_part WHERE tenant = ? AND blob = ? ORDER BY part", ofTenant(m_db, {name}));
    if (!rows)
        return failed(rows);
    QByteArray sealed;
    while (rows->next())
        sealed += rows->bytes(0);
    if (sealed.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("BLOB-UNKNOWN"));
    return openBytes(m_db, table, name, sealed);
}

Done BlobStore::remove(const QString &name)
{
    return execute(m_db, u"DELETE FROM blob_part WHERE tenant = ? AND blob = ?", ofTenant(m_db, {name}));
}

}
