#include "storage/consent_register.h"

#include "storage/consent_rows.h"
#include "storage/sql.h"

#include <QSet>

namespace nadi::storage
{
namespace
{

Result<QList<RegisteredConsent>> read(const Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    QList<RegisteredConsent> out;
    QSet<QString> seen; // two files with one address are two rows
    while (rows->next()) {
        if (seen.contains(rows->text(0)))
            continue;
        seen.insert(rows->text(0));
        auto artefact = consentOf(db, *rows);
        if (!artefact)
            return failed(artefact);
        out.append({std::move(*artefact), rows->time(5), rows->time(6), rows->id<PatientId>(7)});
    }
    return out;
}

}

Done ConsentRegister::left(const ConsentId &consent, const LeftRecord &record)
{
    return execute(m_db,
        u"INSERT INTO consent_left (tenant, consent, transaction_id, care_context, record, at) VALUES (?, ?, ?, ?, ?, "
        u"?)"
        u" ON CONFLICT DO NOTHING",
        ofTenant(m_db,
            {value(consent), value(record.transaction), value(record.careContext), value(record.record),
                value(record.at)}));
}

Result<QList<LeftRecord>> ConsentRegister::leftUnder(const ConsentId &consent) const
{
    auto rows = run(m_db,
        u"SELECT care_context, record, transaction_id, at FROM consent_left WHERE tenant = ? AND consent = ?"
        u" ORDER BY at DESC, care_context, record",
        ofTenant(m_db, {value(consent)}));
    if (!rows)
        return failed(rows);
    QList<LeftRecord> out;
    while (rows->next())
        out.append({rows->id<CareContextRef>(0), rows->id<RecordId>(1), rows->id<TransactionId>(2), rows->time(3)});
    return out;
}

Result<QList<RegisteredConsent>> ConsentRegister::ofFacility(const FacilityId &facility, int most) const
{
    return read(m_db,
        run(m_db,
            u"SELECT c.id, c.facility, c.status, c.created_at, c.sealed, c.updated_at, c.ended_at, COALESCE(p.id, '')"
            u" FROM consent c"
            u" LEFT JOIN consent_person w ON w.tenant = c.tenant AND w.consent = c.id"
            u" LEFT JOIN patient p ON p.tenant = c.tenant AND p.abha_address_index = w.address_index"
            u" AND p.merged_into = ''"
            u" WHERE c.tenant = ? AND c.facility = ? ORDER BY c.updated_at DESC, c.id LIMIT ?",
            ofTenant(m_db, {value(facility), most})));
}

Result<QList<RegisteredConsent>> ConsentRegister::ofPatient(
    const FacilityId &facility, const PatientId &patient, int most) const
{
    return read(m_db,
        run(m_db,
            u"SELECT c.id, c.facility, c.status, c.created_at, c.sealed, c.updated_at, c.ended_at, p.id"
            u" FROM patient p"
            u" JOIN consent_person w ON w.tenant = p.tenant AND w.address_index = p.abha_address_index"
            u" JOIN consent c ON c.tenant = w.tenant AND c.id = w.consent"
            u" WHERE p.tenant = ? AND p.id = ? AND c.facility = ? ORDER BY c.updated_at DESC, c.id LIMIT ?",
            ofTenant(m_db, {value(patient), value(facility), most})));
}

}
