#pragma once

#include "domain/clinic.h"
#include "storage/connection.h"

#include <QDate>

namespace nadi::storage
{

/// Slots, holds and appointments. A slot can be taken once: UNIQUE (tenant, doctor, start) in the database, whoever
/// asks.
class AppointmentRepository
{
public:
    explicit AppointmentRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Takes a free slot, or one whose hold has expired at `now`. Fails with SLOT-TAKEN (Conflict).
    Result<SlotHold> hold(const HoldId &id, const Slot &slot, UtcTime now, UtcTime expiresAt);
    Done release(const HoldId &id);
    /// Turns a hold into an appointment. Fails with HOLD-EXPIRED when somebody else took the slot since.
    Done confirm(const HoldId &hold, const Appointment &appointment, const Actor &actor, UtcTime now);
    /// Frees the slot. Fails with DB-STALE.
    Done cancel(const AppointmentId &id, qint64 version, const QString &reason, const Actor &actor, UtcTime now);
    /// Moves to a held slot; the old slot is freed in the same transaction.
    Done move(const AppointmentId &id, qint64 version, const HoldId &hold, const Actor &actor, UtcTime now);
    Done setStatus(const AppointmentId &id, qint64 version, AppointmentStatus status, const Actor &actor, UtcTime now);
    /// Arrived, with the next queue number of the facility's `day` (gap-free, S-O11); arriving twice keeps the number.
    Result<int> arrive(const AppointmentId &id, qint64 version, QDate day, const Actor &actor, UtcTime now);
    /// Name of that count (counter.h).
    static QString tokenCount(const FacilityId &facility, QDate day);
    Result<Appointment> appointment(const AppointmentId &id) const;
    /// Not cancelled, ordered by start.
    Result<QList<Appointment>> between(const FacilityId &facility, UtcTime from, UtcTime to) const;
    Result<QList<Appointment>> ofPatient(const PatientId &patient) const;
    /// Starts of slots that are booked or validly held at `now`.
    Result<QList<UtcTime>> takenStarts(const DoctorId &doctor, UtcTime from, UtcTime to, UtcTime now) const;

private:
    Connection &m_db;
};

}
