#include "domain/clinic.h"
#include "storage/facility_repository.h"
#include "storage/share_repository.h"
#include "storage/share_rows.h"

#include <algorithm>

namespace nadi::storage
{
namespace
{

bool isUnder(const SharedProfile &profile, const QStringList &abha)
{
    return abha.contains(profile.abhaAddress.value(), Qt::CaseInsensitive)
        || (profile.abhaNumber && abha.contains(profile.abhaNumber->digits()));
}

Done eraseAbha(Connection &db, Share share, UtcTime now)
{
    share.profile.abhaNumber.reset();
    share.profile.abhaAddress = {};
    if (share.outcome == ShareOutcome::Waiting) {
        share.outcome = ShareOutcome::Dismissed;
        share.reason = QStringLiteral("abha-removed");
        share.decidedAt = now;
    }
    const auto sealed = sealShare(db, share);
    if (!sealed)
        return failed(sealed);
    return execute(db,
        u"UPDATE share SET person_index = ?, outcome = ?, decided_at = ?, version = version + 1, sealed = ?"
        u" WHERE tenant = ? AND id = ?",
        {sharePersonIndex(db, share.profile.abhaAddress), toWord(share.outcome), value(share.decidedAt), *sealed,
            value(db.tenant()), value(share.id)});
}

/// Those that have given numbers, and those with a poster that have not yet.
Result<QStringList> countersOf(Connection &db, const FacilityId &facility)
{
    auto rows = run(db, u"SELECT DISTINCT counter FROM share_queue WHERE tenant = ? AND facility = ?",
        ofTenant(db, {value(facility)}));
    if (!rows)
        return failed(rows);
    const auto used = all<QString>(*rows, [](const Rows &row) -> Result<QString> { return row.text(0); });
    const auto posted = ShareRepository(db).counters(facility);
    if (!used || !posted)
        return used ? posted : failed(used);
    auto out = *used + *posted;
    out.removeDuplicates();
    return out;
}

}

Done ShareRepository::forgetAbha(const PatientId &patient, const QStringList &abha, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    auto rows = run(m_db,
        NADI_SHARE_COLUMNS u"WHERE tenant = ? AND (patient = '' OR patient = ? OR patient IN"
                           u" (SELECT id FROM patient p WHERE p.tenant = share.tenant AND p.merged_into = ?"
                           u" AND p.merged_into <> ''))",
        ofTenant(m_db, {value(patient), value(patient)}));
    if (!rows)
        return failed(rows);
    const auto shares = all<Share>(*rows, [this](const Rows &row) { return readShare(m_db, row); });
    if (!shares)
        return failed(shares);
    for (const auto &share : *shares) {
        const bool erased = share.profile.abhaAddress.value().isEmpty();
        if (erased || (share.patient.isEmpty() && !isUnder(share.profile, abha)))
            continue;
        if (const auto done = eraseAbha(m_db, share, now); !done)
            return done;
    }
    return transaction.commit();
}

Done ShareRepository::skipNumbers(int ahead, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto facilities = FacilityRepository(m_db).facilities();
    if (!facilities)
        return failed(facilities);
    for (const auto &facility : *facilities) {
        const auto counters = countersOf(m_db, facility.id);
        if (!counters)
            return failed(counters);
        for (const auto &counter : *counters)
            if (const auto done = execute(m_db,
                    u"INSERT INTO share_queue (tenant, facility, counter, day, issued, running, taken, first_taken_at,"
                    u" last_taken_at) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)"
                    u" ON CONFLICT (tenant, facility, counter, day) DO UPDATE"
                    u" SET issued = share_queue.issued + excluded.issued",
                    ofTenant(
                        m_db, {value(facility.id), counter, clinicDay(facility, now).toString(Qt::ISODate), ahead}));
                !done)
                return done;
    }
    return transaction.commit();
}

}
