#include "storage/appointment_repository.h"

#include "storage/audited.h"
#include "storage/counter.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String table{"appointment"};

Result<QByteArray> sealReason(const Connection &db, const AppointmentId &id, const QString &cancelReason)
{
    return sealJson(db, table, id.value(), {{QStringLiteral("cancelReason"), cancelReason}});
}

/// Columns: id, facility, doctor, patient, start_at, end_at, mode, status, source, token, version, sealed.
Result<Appointment> readAppointment(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, table, row.text(0), row.bytes(11));
    if (!json)
        return failed(json);
    return Appointment{
        .id = row.id<AppointmentId>(0),
        .slot = {row.id<FacilityId>(1), row.id<DoctorId>(2), row.time(4), row.time(5)},
        .patient = row.id<PatientId>(3),
        .mode = visitModeFromWord(row.text(6)),
        .status = appointmentStatusFromWord(row.text(7)),
        .source = row.text(8),
        .cancelReason = (*json)[u"cancelReason"].toString(),
        .token = int(row.number(9)),
        .version = row.number(10),
    };
}

AuditEvent event(const Actor &actor, const QString &action, const Appointment &appointment, UtcTime now)
{
    return {.actor = actor,
        .action = action,
        .subject = appointment.id.value(),
        .patient = appointment.patient,
        .facility = appointment.slot.facility,
        .reason = {},
        .at = now};
}

Done stale(const Result<Rows> &rows)
{
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return {};
}

Done freeSlot(Connection &db, const AppointmentId &id)
{
    return execute(db, u"DELETE FROM slot_claim WHERE tenant = ? AND appointment = ?", ofTenant(db, {value(id)}));
}

/// The held slot becomes the appointment's. An expired hold still counts while nobody else took the slot.
Done claimHeld(Connection &db, const HoldId &hold, const AppointmentId &appointment)
{
    const auto rows = run(db,
        u"UPDATE slot_claim SET hold = '', expires_at = 0, appointment = ? WHERE tenant = ? AND hold = ? AND "
        u"appointment = ''",
        {value(appointment), value(db.tenant()), value(hold)});
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("HOLD-EXPIRED"));
    return {};
}

Result<Slot> slotOf(Connection &db, const AppointmentId &appointment)
{
    auto rows
        = run(db, u"SELECT facility, doctor, start_at, end_at FROM slot_claim WHERE tenant = ? AND appointment = ?",
            ofTenant(db, {value(appointment)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::Conflict, QStringLiteral("HOLD-EXPIRED"));
    return Slot{rows->id<FacilityId>(0), rows->id<DoctorId>(1), rows->time(2), rows->time(3)};
}

}

Result<SlotHold> AppointmentRepository::hold(const HoldId &id, const Slot &slot, UtcTime now, UtcTime expiresAt)
{
    // One statement, so that two takers of an expired hold cannot both win.
    const auto rows = run(m_db,
        u"INSERT INTO slot_claim (tenant, doctor, start_at, end_at, facility, hold, expires_at, appointment)"
        u" VALUES (?, ?, ?, ?, ?, ?, ?, '')"
        u" ON CONFLICT (tenant, doctor, start_at) DO UPDATE SET end_at = excluded.end_at, facility = excluded.facility,"
        u" hold = excluded.hold, expires_at = excluded.expires_at"
        u" WHERE slot_claim.appointment = '' AND slot_claim.expires_at <= ?",
        ofTenant(m_db,
            {value(slot.doctor), value(slot.start), value(slot.end), value(slot.facility), value(id), value(expiresAt),
                value(now)}));
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("SLOT-TAKEN"));
    return SlotHold{id, slot, expiresAt};
}

Done AppointmentRepository::release(const HoldId &id)
{
    return execute(m_db, u"DELETE FROM slot_claim WHERE tenant = ? AND hold = ? AND appointment = ''",
        ofTenant(m_db, {value(id)}));
}

Done AppointmentRepository::confirm(const HoldId &hold, const Appointment &appointment, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        if (auto done = claimHeld(m_db, hold, appointment.id); !done)
            return failed(done);
        const auto held = slotOf(m_db, appointment.id);
        if (!held)
            return failed(held);
        const auto sealed = sealReason(m_db, appointment.id, appointment.cancelReason);
        if (!sealed)
            return failed(sealed);
        if (auto done = execute(m_db,
                u"INSERT INTO appointment (tenant, id, facility, doctor, patient, start_at, end_at, mode, status,"
                u" source, token, version, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
                ofTenant(m_db,
                    {value(appointment.id), value(held->facility), value(held->doctor), value(appointment.patient),
                        value(held->start), value(held->end), toWord(appointment.mode), toWord(appointment.status),
                        appointment.source, appointment.token, *sealed}));
            !done)
            return failed(done);
        return event(actor, QStringLiteral("appointment.book"), appointment, now);
    });
}

Done AppointmentRepository::cancel(
    const AppointmentId &id, qint64 version, const QString &reason, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto known = appointment(id);
        if (!known)
            return failed(known);
        const auto sealed = sealReason(m_db, id, reason);
        if (!sealed)
            return failed(sealed);
        if (auto done = stale(run(m_db,
                u"UPDATE appointment SET status = ?, sealed = ?, version = version + 1 WHERE tenant = ? AND id = ? AND "
                u"version = ?",
                {toWord(AppointmentStatus::Cancelled), *sealed, value(m_db.tenant()), value(id), version}));
            !done)
            return failed(done);
        if (auto done = freeSlot(m_db, id); !done)
            return failed(done);
        auto cancelled = event(actor, QStringLiteral("appointment.cancel"), *known, now);
        cancelled.reason = reason;
        return cancelled;
    });
}

Done AppointmentRepository::move(
    const AppointmentId &id, qint64 version, const HoldId &hold, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto known = appointment(id);
        if (!known)
            return failed(known);
        if (known->status == AppointmentStatus::Cancelled)
            return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
        if (auto done = freeSlot(m_db, id); !done)
            return failed(done);
        if (auto done = claimHeld(m_db, hold, id); !done)
            return failed(done);
        const auto held = slotOf(m_db, id);
        if (!held)
            return failed(held);
        // Another branch has a queue of its own: who had arrived here has no number there.
        const bool samePlace = held->facility == known->slot.facility;
        const auto status = samePlace ? known->status : AppointmentStatus::Booked;
        const int token = samePlace ? known->token : 0;
        if (auto done = stale(run(m_db,
                u"UPDATE appointment SET facility = ?, doctor = ?, start_at = ?, end_at = ?, status = ?, token = ?,"
                u" version = version + 1 WHERE tenant = ? AND id = ? AND version = ?",
                {value(held->facility), value(held->doctor), value(held->start), value(held->end), toWord(status),
                    token, value(m_db.tenant()), value(id), version}));
            !done)
            return failed(done);
        return event(actor, QStringLiteral("appointment.move"), *known, now);
    });
}

Done AppointmentRepository::setStatus(
    const AppointmentId &id, qint64 version, AppointmentStatus status, const Actor &actor, UtcTime now)
{
    if (status == AppointmentStatus::Cancelled)
        return cancel(id, version, {}, actor, now); // a cancelled appointment never keeps its slot
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto known = appointment(id);
        if (!known)
            return failed(known);
        if (known->status == AppointmentStatus::Cancelled)
            return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
        if (auto done = stale(run(m_db,
                u"UPDATE appointment SET status = ?, version = version + 1 WHERE tenant = ? AND id = ? AND version = ?",
                {toWord(status), value(m_db.tenant()), value(id), version}));
            !done)
            return failed(done);
        return event(actor, QStringLiteral("appointment.") + toWord(status), *known, now);
    });
}

QString AppointmentRepository::tokenCount(const FacilityId &facility, QDate day)
{
    return QStringLiteral("token/%1/%2").arg(facility.value(), day.toString(Qt::ISODate));
}

Result<int> AppointmentRepository::arrive(
    const AppointmentId &id, qint64 version, QDate day, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto known = appointment(id);
    if (!known)
        return failed(known);
    if (auto done = setStatus(id, version, AppointmentStatus::Arrived, actor, now); !done)
        return failed(done);
    if (known->token > 0) {
        if (auto done = transaction.commit(); !done)
            return failed(done);
        return known->token;
    }
    const auto token = nextNumber(m_db, tokenCount(known->slot.facility, day));
    if (!token)
        return failed(token);
    if (auto done = execute(m_db, u"UPDATE appointment SET token = ? WHERE tenant = ? AND id = ?",
            {*token, value(m_db.tenant()), value(id)});
        !done)
        return failed(done);
    if (auto done = transaction.commit(); !done)
        return failed(done);
    return int(*token);
}

Result<Appointment> AppointmentRepository::appointment(const AppointmentId &id) const
{
    auto rows = run(m_db,
        u"SELECT id, facility, doctor, patient, start_at, end_at, mode, status, source, token, version, sealed"
        u" FROM appointment WHERE tenant = ? AND id = ?",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("APPOINTMENT-UNKNOWN"));
    return readAppointment(m_db, *rows);
}

Result<QList<Appointment>> AppointmentRepository::between(const FacilityId &facility, UtcTime from, UtcTime to) const
{
    auto rows = run(m_db,
        u"SELECT id, facility, doctor, patient, start_at, end_at, mode, status, source, token, version, sealed"
        u" FROM appointment WHERE tenant = ? AND facility = ? AND start_at >= ? AND start_at < ? AND status <> "
        u"'cancelled'"
        u" ORDER BY start_at, id",
        ofTenant(m_db, {value(facility), value(from), value(to)}));
    if (!rows)
        return failed(rows);
    return all<Appointment>(*rows, [this](const Rows &row) { return readAppointment(m_db, row); });
}

Result<QList<Appointment>> AppointmentRepository::ofPatient(const PatientId &patient) const
{
    auto rows = run(m_db,
        u"SELECT id, facility, doctor, patient, start_at, end_at, mode, status, source, token, version, sealed"
        u" FROM appointment WHERE tenant = ? AND patient = ? ORDER BY start_at DESC, id",
        ofTenant(m_db, {value(patient)}));
    if (!rows)
        return failed(rows);
    return all<Appointment>(*rows, [this](const Rows &row) { return readAppointment(m_db, row); });
}

Result<QList<UtcTime>> AppointmentRepository::takenStarts(
    const DoctorId &doctor, UtcTime from, UtcTime to, UtcTime now) const
{
    auto rows = run(m_db,
        u"SELECT start_at FROM slot_claim WHERE tenant = ? AND doctor = ? AND start_at >= ? AND start_at < ?"
        u" AND (appointment <> '' OR expires_at > ?) ORDER BY start_at",
        ofTenant(m_db, {value(doctor), value(from), value(to), value(now)}));
    if (!rows)
        return failed(rows);
    return all<UtcTime>(*rows, [](const Rows &row) -> Result<UtcTime> { return row.time(0); });
}

}
