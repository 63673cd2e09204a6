#include "storage/key_check.h"

#include "storage/meta.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String metaTable{"meta"};
constexpr QByteArrayView known = "nadi";

tl::unexpected<Error> otherKey()
{
    return fail(ErrorKind::Storage, QStringLiteral("DB-KEY"),
        QStringLiteral("the key of this computer is not the key of this database"));
}

bool opens(const Connection &db, const QString &noted)
{
    const auto plain = openBytes(db, metaTable, metaKeyCheck, QByteArray::fromBase64(noted.toLatin1()));
    return plain && *plain == known;
}

/// Every clinic begins with a facility.
Done tryFacility(Connection &db)
{
    auto rows = run(db, u"SELECT id, sealed FROM facility WHERE tenant = ? LIMIT 1", ofTenant(db, {}));
    if (!rows)
        return failed(rows);
    if (!rows->next() || openBytes(db, QLatin1String("facility"), rows->text(0), rows->bytes(1)))
        return {};
    return otherKey();
}

}

Done checkKey(Connection &db)
{
    const auto noted = Meta(db).value(metaKeyCheck);
    if (!noted)
        return failed(noted);
    if (noted->isEmpty())
        return tryFacility(db);
    return opens(db, *noted) ? Done() : otherKey();
}

Done noteKey(Connection &db)
{
    Meta meta(db);
    const auto noted = meta.value(metaKeyCheck);
    if (!noted)
        return failed(noted);
    if (!noted->isEmpty())
        return {}; // checked already
    const auto sealed = sealBytes(db, metaTable, metaKeyCheck, known);
    if (!sealed)
        return failed(sealed);
    const auto stored
        = run(db, u"INSERT INTO meta (tenant, name, value) VALUES (?, ?, ?) ON CONFLICT (tenant, name) DO NOTHING",
            ofTenant(db, {QString(metaKeyCheck), QString::fromLatin1(sealed->toBase64())}));
    if (!stored)
        return failed(stored);
    return stored->changed() > 0 ? Done() : checkKey(db);
}

}
