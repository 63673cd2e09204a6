#include "clinic/consents.h"

#include "storage/consent_register.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

#include <QHash>

namespace nadi::clinic
{
namespace
{

constexpr int mostRows = 500;

ConsentStanding standingOf(const ConsentArtefact &artefact, UtcTime now)
{
    switch (artefact.status) {
    case ConsentStatus::Revoked:
        return ConsentStanding::TakenBack;
    case ConsentStatus::Expired:
        return ConsentStanding::Ended;
    case ConsentStatus::Denied:
        return ConsentStanding::NotTaken;
    case ConsentStatus::Requested:
    case ConsentStatus::Granted:
        break;
    }
    // The gatekeeper goes by the clock, and so does what people read.
    return now < artefact.dataEraseAt ? ConsentStanding::InForce : ConsentStanding::Ended;
}

class Reader
{
public:
    Reader(Work &work, const FacilityId &facility)
        : m_work(work)
        , m_facility(facility)
    {
    }

    Result<ConsentRow> row(const storage::RegisteredConsent &consent)
    {
        ConsentRow row{consent.artefact, standingOf(consent.artefact, m_work.clock.now()), consent.endedAt,
            consent.patient, {}, {}};
        if (row.standing == ConsentStanding::Ended && !row.endedAt.isSet())
            row.endedAt = row.artefact.dataEraseAt;
        const auto name = nameOf(consent.patient);
        if (!name)
            return failed(name);
        row.patientName = *name;
        const auto left = storage::ConsentRegister(m_work.db).leftUnder(consent.artefact.id);
        if (!left)
            return failed(left);
        for (const auto &record : *left)
            row.left.append({record.careContext, typeOf(record.record), record.at});
        return row;
    }

private:
    Result<QString> nameOf(const PatientId &patient)
    {
        if (patient.isEmpty() || m_names.contains(patient))
            return m_names.value(patient);
        const auto found = storage::PatientRepository(m_work.db).patient(patient, m_facility);
        if (!found)
            return failed(found);
        m_names.insert(patient, found->name);
        return found->name;
    }
    std::optional<HiType> typeOf(const RecordId &id) const
    {
        const auto record = storage::RecordRepository(m_work.db).record(id);
        return record ? std::optional(record->type) : std::nullopt;
    }

    Work &m_work;
    const FacilityId &m_facility;
    QHash<PatientId, QString> m_names;
};

}

Result<QList<ConsentRow>> consentRegister(Work &work, const FacilityId &facility, const PatientId &patient)
{
    storage::Transaction snapshot(work.db);
    if (!snapshot.begun())
        return failed(snapshot.begun());
    const storage::ConsentRegister consents(work.db);
    const auto found
        = patient.isEmpty() ? consents.ofFacility(facility, mostRows) : consents.ofPatient(facility, patient, mostRows);
    if (!found)
        return failed(found);
    Reader reader(work, facility);
    QList<ConsentRow> rows;
    for (const auto &consent : *found) {
        auto row = reader.row(consent);
        if (!row)
            return failed(row);
        rows.append(std::move(*row));
    }
    return rows;
}

}
