#include "clinic/shares.h"

#include "clinic/patient_index.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "storage/share_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

using namespace std::chrono_literals;

constexpr auto shownFor = 24h;
constexpr int mostRows = 200;
constexpr int mostMatches = 10;

Result<QDate> todayAt(Work &work, const FacilityId &facility)
{
    return storage::FacilityRepository(work.db).facility(facility).map(
        [&](const Facility &known) { return clinicDay(known, work.clock.now()); });
}

class Proposer
{
public:
    Proposer(Work &work, Share share)
        : m_patients(work.db)
    {
        m_out.share = std::move(share);
    }

    Result<ShareProposal> run(const PatientIndex *index)
    {
        if (const auto done = exact(); !done)
            return failed(done);
        if (!m_out.matches.isEmpty()) {
            m_out.kind = ShareProposal::Kind::Exact;
            m_out.conflict = m_out.matches.size() > 1;
            return m_out;
        }
        if (const auto done = byMobile(); !done)
            return failed(done);
        if (index)
            byName(*index);
        std::stable_sort(m_out.matches.begin(), m_out.matches.end(), [](const ShareMatch &a, const ShareMatch &b) {
            return a.agrees.size() - a.differs.size() > b.agrees.size() - b.differs.size();
        });
        if (m_out.matches.size() > mostMatches)
            m_out.matches.resize(mostMatches);
        m_out.kind = m_out.matches.isEmpty() ? ShareProposal::Kind::New : ShareProposal::Kind::Likely;
        return m_out;
    }

private:
    const SharedProfile &profile() const { return m_out.share.profile; }

    Done exact()
    {
        const auto take = [this](const Result<PatientId> &found) -> Done {
            if (found)
                return add(*found);
            return found.error().kind == ErrorKind::NotFound ? Done() : failed(found);
        };
        return (profile().abhaNumber ? take(m_patients.byAbhaNumber(*profile().abhaNumber)) : Done()).and_then([&] {
            return take(m_patients.byAbhaAddress(profile().abhaAddress));
        });
    }

    Done byMobile()
    {
        const auto found = m_patients.byMobile(profile().mobile);
        if (!found)
            return failed(found);
        for (const auto &id : *found)
            if (const auto added = add(id); !added)
                return added;
        return {};
    }

    /// Registered by hand, perhaps without the mobile (B44).
    void byName(const PatientIndex &index)
    {
        for (const auto &hit : index.search(profile().name, 3 * mostMatches)) {
            const auto match = compareShare(profile(), hit.patient);
            if (match.agrees.contains(ShareEvidence::Name) && !match.differs.contains(ShareEvidence::Gender)
                && !match.differs.contains(ShareEvidence::Age))
                keep(match);
        }
    }

    Done add(const PatientId &id)
    {
        const auto patient = m_patients.patient(id, m_out.share.facility);
        if (!patient)
            return failed(patient);
        keep(compareShare(profile(), *patient));
        return {};
    }

    void keep(const ShareMatch &match)
    {
        const auto same = [&](const ShareMatch &known) { return known.patient.id == match.patient.id; };
        if (std::none_of(m_out.matches.begin(), m_out.matches.end(), same))
            m_out.matches << match;
    }

    storage::PatientRepository m_patients;
    ShareProposal m_out;
};

}

Result<ShareList> shareList(Work &work, const FacilityId &facility)
{
    const auto now = work.clock.now();
    const auto today = todayAt(work, facility);
    if (!today)
        return failed(today);
    storage::ShareRepository shares(work.db);
    const auto rows = shares.latest(facility, now - shownFor, mostRows);
    if (!rows)
        return failed(rows);
    const auto last = shares.lastReceived(facility);
    if (!last)
        return failed(last);
    ShareList list;
    list.lastReceived = *last;
    for (const auto &share : *rows) {
        list.waiting += share.outcome == ShareOutcome::Waiting ? 1 : 0;
        list.rows << ShareRow{share, share.expired(now), share.profile.birth.ageOn(*today)};
    }
    return list;
}

Result<ShareProposal> proposeFor(Work &work, const ShareId &share, const PatientIndex *index)
{
    auto row = storage::ShareRepository(work.db).share(share);
    if (!row)
        return failed(row);
    return Proposer(work, *std::move(row)).run(index);
}

Result<QStringList> shareCounters(Work &work, const FacilityId &facility)
{
    return storage::ShareRepository(work.db).counters(facility).map(
        [](const QStringList &stored) { return stored.isEmpty() ? QStringList{QStringLiteral("OPD1")} : stored; });
}

Done saveShareCounters(Work &work, const FacilityId &facility, const QStringList &counters)
{
    QStringList seen;
    for (const auto &counter : counters) {
        if (!isCounterId(counter) || seen.contains(counter, Qt::CaseInsensitive))
            return fail(ErrorKind::Invalid, QStringLiteral("COUNTER-ID"));
        seen << counter;
    }
    return storage::ShareRepository(work.db).saveCounters(facility, counters);
}

}
