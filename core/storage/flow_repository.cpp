#include "storage/flow_repository.h"

#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String table{"flow"};

/// Columns: id, kind, key, facility, patient, finished, wake_at, version, created_at, updated_at, sealed.
Result<FlowRow> readFlow(const Connection &db, const Rows &row)
{
    const auto state = openJson(db, table, row.text(0), row.bytes(10));
    if (!state)
        return failed(state);
    return FlowRow{
        .id = row.id<FlowId>(0),
        .kind = row.text(1),
        .key = row.text(2),
        .facility = row.id<FacilityId>(3),
        .patient = row.id<PatientId>(4),
        .state = *state,
        .finished = row.flag(5),
        .wakeAt = row.time(6),
        .version = row.number(7),
        .createdAt = row.time(8),
        .updatedAt = row.time(9),
    };
}

Result<FlowRow> one(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("FLOW-UNKNOWN"));
    return readFlow(db, *rows);
}

}

Done FlowRepository::insert(const FlowRow &flow)
{
    const auto sealed = sealJson(m_db, table, flow.id.value(), flow.state);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(m_db,
        u"INSERT INTO flow (tenant, id, kind, key, facility, patient, finished, wake_at, version, created_at, "
        u"updated_at,"
        u" sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ofTenant(m_db,
            {value(flow.id), flow.kind, flow.key, value(flow.facility), value(flow.patient), int(flow.finished),
                value(flow.wakeAt), flow.version, value(flow.createdAt), value(flow.updatedAt), *sealed}));
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("FLOW-EXISTS"));
    return {};
}

Done FlowRepository::update(const FlowRow &flow)
{
    const auto sealed = sealJson(m_db, table, flow.id.value(), flow.state);
    if (!sealed)
        return failed(sealed);
    const auto rows = run(m_db,
        u"UPDATE flow SET facility = ?, patient = ?, finished = ?, wake_at = ?, version = version + 1, updated_at = ?, "
        u"sealed = ?"
        u" WHERE tenant = ? AND id = ? AND version = ?",
        {value(flow.facility), value(flow.patient), int(flow.finished), value(flow.wakeAt), value(flow.updatedAt),
            *sealed, value(m_db.tenant()), value(flow.id), flow.version});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return {};
}

Result<FlowRow> FlowRepository::flow(const FlowId &id) const
{
    return one(m_db,
        run(m_db,
            u"SELECT id, kind, key, facility, patient, finished, wake_at, version, created_at, updated_at, sealed"
            u" FROM flow WHERE tenant = ? AND id = ?",
            ofTenant(m_db, {value(id)})));
}

Result<FlowRow> FlowRepository::byKey(const QString &kind, const QString &key) const
{
    return one(m_db,
        run(m_db,
            u"SELECT id, kind, key, facility, patient, finished, wake_at, version, created_at, updated_at, sealed"
            u" FROM flow WHERE tenant = ? AND kind = ? AND key = ?",
            ofTenant(m_db, {kind, key})));
}

Result<QList<FlowId>> FlowRepository::due(UtcTime now, int limit) const
{
    auto rows = run(m_db,
        u"SELECT id FROM flow WHERE tenant = ? AND finished = 0 AND wake_at > 0 AND wake_at <= ? ORDER BY wake_at, id "
        u"LIMIT ?",
        ofTenant(m_db, {value(now), limit}));
    if (!rows)
        return failed(rows);
    return all<FlowId>(*rows, [](const Rows &row) -> Result<FlowId> { return row.id<FlowId>(0); });
}

Result<QList<FlowId>> FlowRepository::waiting(
    const QString &kind, const FacilityId &facility, const PatientId &patient) const
{
    auto rows = run(m_db,
        u"SELECT id FROM flow WHERE tenant = ? AND finished = 0 AND wake_at > 0 AND kind = ? AND facility = ?"
        u" AND patient = ? ORDER BY created_at, id",
        ofTenant(m_db, {kind, value(facility), value(patient)}));
    if (!rows)
        return failed(rows);
    return all<FlowId>(*rows, [](const Rows &row) -> Result<FlowId> { return row.id<FlowId>(0); });
}

Result<std::optional<UtcTime>> FlowRepository::nextWake() const
{
    auto rows = run(m_db,
        u"SELECT wake_at FROM flow WHERE tenant = ? AND finished = 0 AND wake_at > 0 ORDER BY wake_at LIMIT 1",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return rows->next() ? std::optional(rows->time(0)) : std::nullopt;
}

Result<QList<FlowRow>> FlowRepository::unfinished(const QString &kind, const FacilityId &facility) const
{
    auto rows = run(m_db,
        u"SELECT id, kind, key, facility, patient, finished, wake_at, version, created_at, updated_at, sealed"
        u" FROM flow WHERE tenant = ? AND kind = ? AND facility = ? AND finished = 0 ORDER BY created_at, id",
        ofTenant(m_db, {kind, value(facility)}));
    if (!rows)
        return failed(rows);
    return all<FlowRow>(*rows, [this](const Rows &row) { return readFlow(m_db, row); });
}

}
