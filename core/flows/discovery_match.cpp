#include "flows/discovery_match.h"

#include "domain/name_match.h"
#include "domain/words.h"

#include <algorithm>
#include <cmath>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using Type = abdm::NetworkIdentifier::Type;

constexpr std::array outcomes{
    Word<DiscoveryOutcome>{DiscoveryOutcome::Found, "found"_L1},
    Word<DiscoveryOutcome>{DiscoveryOutcome::Nobody, "nobody"_L1},
    Word<DiscoveryOutcome>{DiscoveryOutcome::Several, "several"_L1},
    Word<DiscoveryOutcome>{DiscoveryOutcome::Unvouched, "unvouched"_L1},
    Word<DiscoveryOutcome>{DiscoveryOutcome::TooOften, "too-often"_L1},
    Word<DiscoveryOutcome>{DiscoveryOutcome::TooLate, "too-late"_L1},
};

/// "U" and "O" in the request agree with a file that says nothing; a file that says something must say the same.
bool gendersAgree(Gender theirs, Gender ours)
{
    if (ours == Gender::Unknown)
        return theirs == Gender::Unknown || theirs == Gender::Other;
    return theirs == ours;
}

bool yearsAgree(std::optional<int> theirs, std::optional<int> ours, int tolerance)
{
    return theirs && ours && std::abs(*theirs - *ours) <= tolerance;
}

/// One person has one ABHA number: two proved ones that differ are two people, whatever else agrees.
bool isSomebodyElse(const abdm::DiscoverRequest &request, const Patient &patient)
{
    if (!patient.abhaNumber || !patient.abhaVerifiedAt.isSet())
        return false;
    return std::ranges::any_of(request.verified, [&](const abdm::NetworkIdentifier &one) {
        return one.type == Type::AbhaNumber && one.value != patient.abhaNumber->digits();
    });
}

struct Judged
{
    const DiscoveryCandidate *candidate = nullptr;
    bool certain = false; ///< an ABHA that was proved on both sides
    bool agrees = false; ///< an identifier, gender, year and name
    bool hasTypedNumber = false; ///< the record number that the person typed
};

Judged judge(const abdm::DiscoverRequest &request, const DiscoveryCandidate &one, const DiscoveryPolicy &policy)
{
    const auto &file = one.patient;
    // No short cuts: what is compared must not depend on what was found (S-N9).
    const bool gender = gendersAgree(request.gender, file.gender);
    const bool year = yearsAgree(request.yearOfBirth, file.birth.year, policy.birthYears);
    const bool name = namesSoundAlike(request.name, file.name);
    const bool other = isSomebodyElse(request, file);
    const bool typed = std::ranges::any_of(request.unverified, [&](const abdm::NetworkIdentifier &id) {
        return id.type == Type::RecordNumber && !file.localNumber.isEmpty()
            && id.value.compare(file.localNumber, Qt::CaseInsensitive) == 0;
    });
    const bool sameAbha = one.sameAddress || one.sameNumber;
    const bool anything = sameAbha || one.sameMobile || one.sameRecordNumber;
    return {&one, sameAbha && one.abhaProved, anything && gender && year && name && !other, typed};
}

QStringList matchedBy(const DiscoveryCandidate &one)
{
    QStringList out;
    if (one.sameAddress)
        out << u"ABHA_ADDRESS"_s;
    if (one.sameNumber)
        out << u"ABHA_NUMBER"_s;
    if (one.sameMobile)
        out << u"MOBILE"_s;
    if (one.sameRecordNumber)
        out << u"MR"_s;
    return out;
}

DiscoveryMatch oneOf(const QList<Judged> &left)
{
    DiscoveryMatch match;
    if (left.size() == 1) {
        match.outcome = DiscoveryOutcome::Found;
        match.patient = left.first().candidate->patient.id;
        match.matchedBy = matchedBy(*left.first().candidate);
    } else if (!left.isEmpty()) {
        match.outcome = DiscoveryOutcome::Several;
        for (const auto &judged : left)
            match.several << judged.candidate->patient.id;
    }
    return match;
}

QList<Judged> those(const QList<Judged> &all, bool Judged::*which)
{
    QList<Judged> out;
    std::ranges::copy_if(all, std::back_inserter(out), [which](const Judged &judged) { return judged.*which; });
    return out;
}

}

QString toWord(DiscoveryOutcome outcome)
{
    return wordOf(outcomes, outcome);
}

DiscoveryOutcome discoveryOutcomeFromWord(QStringView word)
{
    return valueOf(outcomes, word, DiscoveryOutcome::Nobody);
}

DiscoveryMatch matchDiscovery(
    const abdm::DiscoverRequest &request, const QList<DiscoveryCandidate> &candidates, const DiscoveryPolicy &policy)
{
    QList<Judged> judged;
    for (const auto &candidate : candidates)
        judged << judge(request, candidate, policy);
    const auto certain = those(judged, &Judged::certain);
    const auto agreeing = those(judged, &Judged::agrees);
    const auto typed = those(agreeing, &Judged::hasTypedNumber);

    if (request.verified.isEmpty())
        return {DiscoveryOutcome::Unvouched, {}, {}, {}};
    if (!certain.isEmpty())
        return oneOf(certain);
    // The typed record number finds nobody, but it may tell two apart (5.2).
    return agreeing.size() > 1 && typed.size() == 1 ? oneOf(typed) : oneOf(agreeing);
}

}
