#include "storage/delivery_repository.h"

#include "storage/counts.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

// Ids, states, codes and times only: nothing here is sealed.

/// Columns: record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at,
/// linked_at, opened_at, next_try_at, updated_at.
Result<Delivery> readDelivery(const Rows &row)
{
    return Delivery{
        .record = row.id<RecordId>(0),
        .flow = row.id<FlowId>(1),
        .patient = row.id<PatientId>(2),
        .facility = row.id<FacilityId>(3),
        .state = deliveryStateFromWord(row.text(4)),
        .reason = row.text(5),
        .supportCode = row.text(6),
        .attempt = int(row.number(7)),
        .confirmedAt = row.time(8),
        .acceptedAt = row.time(9),
        .linkedAt = row.time(10),
        .openedAt = row.time(11),
        .nextTryAt = row.time(12),
        .updatedAt = row.time(13),
    };
}

Result<Delivery> one(Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("DELIVERY-UNKNOWN"));
    return readDelivery(*rows);
}

Result<QList<Delivery>> many(Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    return all<Delivery>(*rows, readDelivery);
}

}

Done DeliveryRepository::save(const Delivery &delivery)
{
    // The patient stays: who read it before a merge must not bring the retired file back.
    return execute(m_db,
        u"INSERT INTO delivery (tenant, record, flow, patient, facility, state, reason, support_code, attempt, "
        u"confirmed_at,"
        u" accepted_at, linked_at, opened_at, next_try_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        u"?, ?)"
        u" ON CONFLICT (tenant, record) DO UPDATE SET flow = excluded.flow,"
        u" facility = excluded.facility, state = excluded.state, reason = excluded.reason, support_code = "
        u"excluded.support_code,"
        u" attempt = excluded.attempt, confirmed_at = excluded.confirmed_at, accepted_at = excluded.accepted_at,"
        u" linked_at = excluded.linked_at, opened_at = excluded.opened_at, next_try_at = excluded.next_try_at,"
        u" updated_at = excluded.updated_at",
        ofTenant(m_db,
            {value(delivery.record), value(delivery.flow), value(delivery.patient), value(delivery.facility),
                toWord(delivery.state), delivery.reason, delivery.supportCode, delivery.attempt,
                value(delivery.confirmedAt), value(delivery.acceptedAt), value(delivery.linkedAt),
                value(delivery.openedAt), value(delivery.nextTryAt), value(delivery.updatedAt)}));
}

Result<Delivery> DeliveryRepository::ofRecord(const RecordId &record) const
{
    return one(run(m_db,
        u"SELECT record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at, "
        u"linked_at,"
        u" opened_at, next_try_at, updated_at FROM delivery WHERE tenant = ? AND record = ?",
        ofTenant(m_db, {value(record)})));
}

Result<Delivery> DeliveryRepository::ofFlow(const FlowId &flow) const
{
    return one(run(m_db,
        u"SELECT record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at, "
        u"linked_at,"
        u" opened_at, next_try_at, updated_at FROM delivery WHERE tenant = ? AND flow = ?",
        ofTenant(m_db, {value(flow)})));
}

Result<Delivery> DeliveryRepository::bySupportCode(const QString &code) const
{
    return one(run(m_db,
        u"SELECT record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at, "
        u"linked_at,"
        u" opened_at, next_try_at, updated_at FROM delivery WHERE tenant = ? AND support_code = ? AND support_code <> "
        u"''",
        ofTenant(m_db, {code})));
}

Result<QList<Delivery>> DeliveryRepository::ofPatient(const PatientId &patient) const
{
    return many(run(m_db,
        u"SELECT record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at, "
        u"linked_at,"
        u" opened_at, next_try_at, updated_at FROM delivery WHERE tenant = ? AND patient = ? ORDER BY confirmed_at "
        u"DESC, record",
        ofTenant(m_db, {value(patient)})));
}

Result<bool> DeliveryRepository::isLinked(const FacilityId &facility, const CareContextRef &context) const
{
    auto rows = run(m_db,
        u"SELECT 1 FROM record r JOIN delivery d ON d.tenant = r.tenant AND d.record = r.id"
        u" WHERE r.tenant = ? AND r.facility = ? AND r.care_context = ? AND d.linked_at > 0 LIMIT 1",
        ofTenant(m_db, {value(facility), value(context)}));
    if (!rows)
        return failed(rows);
    return rows->next();
}

Result<QList<Delivery>> DeliveryRepository::inState(DeliveryState state, const FacilityId &facility) const
{
    return many(run(m_db,
        u"SELECT record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at, "
        u"linked_at,"
        u" opened_at, next_try_at, updated_at FROM delivery WHERE tenant = ? AND facility = ? AND state = ?"
        u" ORDER BY updated_at, record",
        ofTenant(m_db, {value(facility), toWord(state)})));
}

Result<QList<Delivery>> DeliveryRepository::updatedSince(UtcTime time, const FacilityId &facility) const
{
    return many(run(m_db,
        u"SELECT record, flow, patient, facility, state, reason, support_code, attempt, confirmed_at, accepted_at, "
        u"linked_at,"
        u" opened_at, next_try_at, updated_at FROM delivery WHERE tenant = ? AND facility = ? AND updated_at >= ?"
        u" ORDER BY updated_at, record",
        ofTenant(m_db, {value(facility), value(time)})));
}

Result<QList<AttentionGroup>> DeliveryRepository::attention(const FacilityId &facility) const
{
    // A delivery that is held before it began (facility or patient not ready) waits for a person as well.
    auto rows = run(m_db,
        u"SELECT reason, count(*), min(updated_at) FROM delivery WHERE tenant = ? AND facility = ?"
        u" AND (state = 'needs-attention' OR (state = 'ready' AND reason <> '')) GROUP BY reason ORDER BY 3, reason",
        ofTenant(m_db, {value(facility)}));
    if (!rows)
        return failed(rows);
    return all<AttentionGroup>(*rows, [](const Rows &row) -> Result<AttentionGroup> {
        return AttentionGroup{row.text(0), int(row.number(1)), row.time(2)};
    });
}

Result<QHash<QString, int>> DeliveryRepository::counts() const
{
    return countsOf(
        run(m_db, u"SELECT state, count(*) FROM delivery WHERE tenant = ? GROUP BY state", ofTenant(m_db, {})));
}

Done DeliveryRepository::append(const TimelineEntry &entry)
{
    return execute(m_db,
        u"INSERT INTO timeline (tenant, flow, at, actor, what, code, request, attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ofTenant(m_db,
            {value(entry.flow), value(entry.at), entry.actor, entry.what, entry.code, value(entry.request),
                entry.attempt}));
}

Result<QList<TimelineEntry>> DeliveryRepository::timeline(const FlowId &flow) const
{
    auto rows = run(m_db,
        u"SELECT flow, sequence, at, actor, what, code, request, attempt FROM timeline WHERE tenant = ? AND flow = ? "
        u"ORDER BY sequence",
        ofTenant(m_db, {value(flow)}));
    if (!rows)
        return failed(rows);
    return all<TimelineEntry>(*rows, [](const Rows &row) -> Result<TimelineEntry> {
        return TimelineEntry{row.id<FlowId>(0), row.number(1), row.time(2), row.text(3), row.text(4), row.text(5),
            row.id<RequestId>(6), int(row.number(7))};
    });
}

}
