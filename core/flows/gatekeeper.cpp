#include "flows/gatekeeper.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;

// abdm-v3-gateway.md 6.1; the gateway's own list. A purpose outside it grants nothing (S-N6).
constexpr std::array knownPurposes{"CAREMGT"_L1, "BTG"_L1, "PUBHLTH"_L1, "HPAYMT"_L1, "DSRCH"_L1, "PATRQT"_L1};

bool isKnownPurpose(const QString &code)
{
    return std::any_of(knownPurposes.begin(), knownPurposes.end(), [&](auto known) { return code == known; });
}

bool covers(const ConsentArtefact &artefact, HiType type)
{
    // Inbound in any case: NHA prints some of the words in upper case (6.1).
    return artefact.hiTypes.contains(toWire(type), Qt::CaseInsensitive);
}

bool isOrdered(UtcTime from, UtcTime to)
{
    return from.isSet() && from <= to;
}

/// Why nothing of this consent may leave; empty when records may be looked at one by one. Order: 7.2.
QString refusalOf(const std::optional<ConsentArtefact> &consent, const ReleaseRequest &request, int servedBefore,
    bool consentAccepted)
{
    if (!consent)
        return u"ABDM-1112"_s;
    if (consent->hip.isEmpty() || consent->hip != request.facility)
        return u"ABDM-1035"_s;
    if (consent->status != ConsentStatus::Granted || !consentAccepted)
        return u"ABDM-1062"_s;
    // A consent without an end is not an endless one (S-M4: the safe side): an unset time has always passed.
    if (request.now >= consent->dataEraseAt)
        return u"ABDM-1061"_s;
    if (!isOrdered(consent->from, consent->to) || !isOrdered(request.from, request.to) || request.from < consent->from
        || request.to > consent->to)
        return u"ABDM-1063"_s;
    if (!isKnownPurpose(consent->purposeCode))
        return u"ABDM-1047"_s;
    // Captured artefacts hold 0: no limit of ours, the gateway counts (6.1).
    if (consent->frequencyValue != 0 && servedBefore >= consent->frequencyValue)
        return u"ABDM-1022"_s;
    return {};
}

bool mayLeave(const Facts::HeldRecord &record, const ConsentArtefact &consent, const ReleaseRequest &request)
{
    return consent.careContexts.contains(record.careContext) && covers(consent, record.type)
        && record.issuedAt >= request.from && record.issuedAt <= request.to && !record.patientAddress.isEmpty()
        && record.patientAddress.compare(consent.patientAddress, Qt::CaseInsensitive) == 0;
}

}

Release decide(const std::optional<ConsentArtefact> &consent, const ReleaseRequest &request,
    const QList<Facts::HeldRecord> &held, int servedBefore, bool consentAccepted)
{
    if (const auto refusal = refusalOf(consent, request, servedBefore, consentAccepted); !refusal.isEmpty())
        return {{}, {}, refusal};

    QList<Facts::HeldRecord> leaving;
    std::copy_if(held.begin(), held.end(), std::back_inserter(leaving),
        [&](const auto &record) { return mayLeave(record, *consent, request); });
    // Newest first (S-Q10); the reference decides between equals, so that the order is always the same.
    std::sort(leaving.begin(), leaving.end(), [](const auto &a, const auto &b) {
        return std::tie(b.issuedAt, a.careContext, a.record) < std::tie(a.issuedAt, b.careContext, b.record);
    });
    leaving.erase(std::unique(leaving.begin(), leaving.end()), leaving.end());

    Release release;
    release.records = leaving;
    for (const auto &record : leaving)
        if (!release.careContexts.contains(record.careContext))
            release.careContexts << record.careContext;
    if (release.careContexts.isEmpty())
        release.refusal = u"ABDM-1001"_s;
    return release;
}

}
