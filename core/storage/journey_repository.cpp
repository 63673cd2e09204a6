#include "storage/journey_repository.h"

#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{
constexpr QLatin1String table{"journey"};

QString contextOf(const QString &desk, const UserId &user)
{
    return desk + u'/' + user.value();
}
}

Done JourneyRepository::save(const Journey &journey)
{
    const auto sealed = sealJson(m_db, table, contextOf(journey.desk, journey.user), journey.details);
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO journey (tenant, desk, user_id, step, updated_at, sealed) VALUES (?, ?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, desk, user_id) DO UPDATE SET step = excluded.step, updated_at = excluded.updated_at,"
        u" sealed = excluded.sealed",
        ofTenant(m_db, {journey.desk, value(journey.user), journey.step, value(journey.updatedAt), *sealed}));
}

Result<std::optional<Journey>> JourneyRepository::journey(const QString &desk, const UserId &user) const
{
    auto rows = run(m_db, u"SELECT step, updated_at, sealed FROM journey WHERE tenant = ? AND desk = ? AND user_id = ?",
        ofTenant(m_db, {desk, value(user)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<Journey>();
    const auto details = openJson(m_db, table, contextOf(desk, user), rows->bytes(2));
    if (!details)
        return failed(details);
    return Journey{desk, user, rows->text(0), *details, rows->time(1)};
}

Done JourneyRepository::clear(const QString &desk, const UserId &user)
{
    return execute(m_db, u"DELETE FROM journey WHERE tenant = ? AND desk = ? AND user_id = ?",
        ofTenant(m_db, {desk, value(user)}));
}

}
