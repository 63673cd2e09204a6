#pragma once

#include "domain/clinic.h"
#include "domain/person.h"
#include "storage/connection.h"

#include <functional>

namespace nadi::storage
{

/// Patients, sealed; exact look-up by keyed hash. Searching by name is clinic::PatientIndex, in memory.
class PatientRepository
{
public:
    explicit PatientRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Writes the patient and its local number at `facility`, and the audit event, in one transaction.
    Done add(const Patient &patient, const FacilityId &facility, const Actor &actor, UtcTime now);
    /// Fails with DB-STALE (Conflict) when `patient.version` is not the stored one; stores version + 1.
    Done update(const Patient &patient, const Actor &actor, UtcTime now);
    /// ABHA number and address out of the files that were merged into this one (B40).
    Done forgetAbhaOfMerged(const PatientId &survivor);
    /// The file, or the one it was merged into.
    Result<Patient> patient(const PatientId &id, const FacilityId &facility) const;
    /// The file itself, also when it was merged into another.
    Result<Patient> asFiled(const PatientId &id, const FacilityId &facility) const;
    /// As a conversation with the network knows the person: what began before a merge goes on under the id and the ABHA
    /// address it began with, as long as the surviving file has that address, so that tokens and order stay.
    Result<Patient> inConversation(const PatientId &id, const FacilityId &facility) const;
    /// The file that something new belongs to; no merge changes that before the caller's transaction ends.
    Result<PatientId> holdSurvivor(const PatientId &id);
    /// NotFound when nobody has it; the ABHA address is compared in lower case. Merged files are not found, their local
    /// numbers find the survivor.
    Result<PatientId> byAbhaAddress(const AbhaAddress &address) const;
    Result<PatientId> byAbhaNumber(const AbhaNumber &number) const;
    Result<QList<PatientId>> byMobile(const QString &mobile) const;
    Result<PatientId> byLocalNumber(const QString &number, const FacilityId &facility) const;
    /// Streams every patient once, merged ones too, for the in-memory index. 100,000 rows open in well under a second.
    Done forEach(const FacilityId &facility, const std::function<void(const Patient &)> &visit) const;
    /// Changes since the last call with the returned mark; for keeping the index fresh.
    Result<qint64> changedSince(
        qint64 mark, const FacilityId &facility, const std::function<void(const Patient &)> &visit) const;
    /// At most `most` of them, the oldest change first; fewer means that there are no more.
    Result<qint64> changedSince(
        qint64 mark, const FacilityId &facility, int most, const std::function<void(const Patient &)> &visit) const;
    /// Without local numbers.
    Result<qint64> changedSince(qint64 mark, const std::function<void(const Patient &)> &visit) const;
    /// The mark of the latest change; 0 when there is no patient.
    Result<qint64> mark() const;
    /// Next free number of the facility, "KR-20418": prefix from the facility, gap-free, from the transaction.
    Result<QString> nextLocalNumber(const FacilityId &facility);
    /// Name of that count (counter.h).
    static QString localNumberCount(const FacilityId &facility);
    /// Initials of the first two Latin words: "Krishna Road Clinic" gives "KR"; "P" when there are none.
    static QString localPrefix(const QString &facilityName);

private:
    Connection &m_db;
};

}
