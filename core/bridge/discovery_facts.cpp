#include "bridge/discovery_facts.h"

#include "storage/discovery_repository.h"
#include "storage/patient_repository.h"

#include <algorithm>

namespace nadi::bridge
{

namespace
{

using namespace std::chrono_literals;
using Type = abdm::NetworkIdentifier::Type;
using flows::DiscoveryCandidate;

constexpr qsizetype fewest = 1; // files that are read at least, so that nobody takes as long as one

QString vouched(const abdm::DiscoverRequest &request, Type type)
{
    const auto found = std::ranges::find(request.verified, type, &abdm::NetworkIdentifier::type);
    return found == request.verified.end() ? QString() : found->value;
}

class Candidates
{
public:
    explicit Candidates(storage::Connection &db)
        : m_db(db)
    {
    }

    Done byAbha(IdentifierSystem system, const QString &value, bool DiscoveryCandidate::*same)
    {
        const auto holders = storage::DiscoveryRepository(m_db).holders(system, value);
        if (!holders)
            return failed(holders);
        for (const auto &holder : *holders) {
            auto &one = of(holder.patient);
            one.*same = true;
            one.abhaProved = one.abhaProved || holder.proved;
        }
        return {};
    }

    Done byMobile(const QString &mobile)
    {
        const auto found = storage::DiscoveryRepository(m_db).withMobile(mobile);
        if (!found)
            return failed(found);
        for (const auto &patient : *found)
            of(patient).sameMobile = true;
        return {};
    }

    Done byRecordNumber(const QString &number, const FacilityId &facility)
    {
        const auto found = storage::PatientRepository(m_db).byLocalNumber(number, facility);
        if (!found)
            return found.error().kind == ErrorKind::NotFound ? Done() : failed(found);
        of(*found).sameRecordNumber = true;
        return {};
    }

    /// Files as the facility knows them; who was never there is nobody's business here (5.2, rule 1).
    Result<QList<DiscoveryCandidate>> read(const FacilityId &facility)
    {
        storage::PatientRepository patients(m_db);
        storage::DiscoveryRepository discovery(m_db);
        QList<DiscoveryCandidate> out;
        for (auto &one : m_found) {
            auto patient = patients.patient(one.patient.id, facility);
            if (!patient)
                return failed(patient);
            bool here = !patient->localNumber.isEmpty();
            if (!here) {
                const auto records = discovery.unlinked(patient->id, facility);
                if (!records)
                    return failed(records);
                here = !records->isEmpty();
            }
            one.patient = std::move(*patient);
            if (here)
                join(out, one);
        }
        for (auto read = m_found.size(); read < fewest; ++read)
            if (const auto nobody = patients.patient(PatientId(QStringLiteral("-")), facility);
                !nobody && nobody.error().kind != ErrorKind::NotFound)
                return failed(nobody);
        return out;
    }

private:
    /// Two numbers may lead to one file that was merged.
    static void join(QList<DiscoveryCandidate> &out, const DiscoveryCandidate &one)
    {
        const auto known = std::ranges::find_if(
            out, [&](const DiscoveryCandidate &other) { return other.patient.id == one.patient.id; });
        if (known == out.end()) {
            out << one;
            return;
        }
        for (const auto same :
            {&DiscoveryCandidate::sameAddress, &DiscoveryCandidate::sameNumber, &DiscoveryCandidate::sameMobile,
                &DiscoveryCandidate::sameRecordNumber, &DiscoveryCandidate::abhaProved})
            (*known).*same = (*known).*same || one.*same;
    }

    DiscoveryCandidate &of(const PatientId &patient)
    {
        for (auto &one : m_found)
            if (one.patient.id == patient)
                return one;
        m_found << DiscoveryCandidate{};
        m_found.last().patient.id = patient;
        return m_found.last();
    }

    storage::Connection &m_db;
    QList<DiscoveryCandidate> m_found;
};

Done loadCandidates(storage::Connection &db, const abdm::DiscoverRequest &request, flows::Facts &facts)
{
    const auto &facility = facts.facility.id;
    // Whoever is signed in to the app: the network vouches for that address as well (5.1, patient.id).
    auto address = vouched(request, Type::AbhaAddress);
    if (address.isEmpty())
        address = request.abhaAddress;
    Candidates candidates(db);
    return candidates.byAbha(IdentifierSystem::AbhaAddress, address, &DiscoveryCandidate::sameAddress)
        .and_then([&] {
            return candidates.byAbha(
                IdentifierSystem::AbhaNumber, vouched(request, Type::AbhaNumber), &DiscoveryCandidate::sameNumber);
        })
        .and_then([&] { return candidates.byMobile(vouched(request, Type::Mobile)); })
        .and_then([&] { return candidates.byRecordNumber(vouched(request, Type::RecordNumber), facility); })
        .and_then([&]() -> Done {
            auto read = candidates.read(facility);
            if (!read)
                return failed(read);
            facts.candidates = std::move(*read);
            return {};
        });
}

Done loadUnlinked(storage::Connection &db, const PatientId &patient, flows::Facts &facts)
{
    const auto records = storage::DiscoveryRepository(db).unlinked(patient, facts.facility.id);
    if (!records)
        return failed(records);
    for (const auto &record : *records) {
        const bool listed = std::ranges::any_of(facts.unlinked, [&](const flows::UnlinkedContext &one) {
            return one.careContext == record.careContext; // another record of the same visit
        });
        if (!listed)
            facts.unlinked << flows::UnlinkedContext{record.careContext, record.type, record.issuedOn,
                record.appointment ? CareContextKind::Visit : CareContextKind::Document};
    }
    return {};
}

Done loadCounts(storage::Connection &db, const QString &asking, const QString &coding, flows::Facts &facts)
{
    const storage::DiscoveryRepository discovery(db);
    const auto asks = discovery.asksSince(facts.facility.id, asking, facts.now - 1h);
    if (!asks)
        return failed(asks);
    const auto codes = discovery.codesSince(facts.facility.id, coding, facts.now - 24h);
    if (!codes)
        return failed(codes);
    facts.asksBefore = *asks;
    facts.codesBefore = *codes;
    return {};
}

/// Of a file that was merged meanwhile, the surviving one.
Result<PatientId> survivorOf(storage::Connection &db, const PatientId &id, const FacilityId &facility)
{
    const auto filed = storage::PatientRepository(db).asFiled(id, facility);
    if (!filed)
        return filed.error().kind == ErrorKind::NotFound ? Result<PatientId>(id) : failed(filed);
    return filed->mergedInto.isEmpty() ? id : filed->mergedInto;
}

}

Done loadDiscoveryFacts(
    storage::Connection &db, const storage::FlowRow &flow, const flows::Needs &needs, flows::Facts &facts)
{
    if (needs.discover) {
        if (const auto loaded = loadCandidates(db, *needs.discover, facts); !loaded)
            return loaded;
        const auto match = flows::matchDiscovery(*needs.discover, facts.candidates, facts.discovery);
        return loadUnlinked(db, match.patient, facts).and_then([&] {
            return loadCounts(db, needs.discover->abhaAddress, {}, facts);
        });
    }
    if (!needs.unlinked)
        return {};
    const auto patient = survivorOf(db, flow.patient, flow.facility);
    if (!patient)
        return failed(patient);
    return loadUnlinked(db, *patient, facts).and_then([&] { return loadCounts(db, {}, needs.codesFor, facts); });
}

}
