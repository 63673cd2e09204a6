#pragma once

#include "clinic/work.h"
#include "domain/consent.h"
#include "domain/delivery.h"
#include "domain/person.h"

#include <optional>

namespace nadi::clinic
{

enum class Gate { Green, Amber, Red };

/// The three gates of users-and-journeys.md 5.2, each with a stable code that ui/ puts into words.
struct LinkCheck
{
    Gate facility = Gate::Amber;
    QString facilityCode; ///< LISTED, UNKNOWN, OLD, REGISTERING, NOT-LISTED, LISTED-ELSEWHERE, NO-REGISTRY-ID
    Gate identity = Gate::Red;
    QString identityCode; ///< VERIFIED, UNVERIFIED, NO-ABHA
    Gate token = Gate::Amber;
    QString tokenCode; ///< VALID, ABSENT, EXPIRING, IN-PROGRESS, REFUSED, WAITING (for the gates before it)
    UtcTime facilityCheckedAt;
    std::optional<UtcTime> nextCheckAt;

    bool ready() const { return facility == Gate::Green && identity == Gate::Green && token == Gate::Green; }
    /// Nothing is left for a person to do: a token that is only missing is asked for with the record (B01, B09, B10).
    bool goesByItself() const { return facility == Gate::Green && identity == Gate::Green && token != Gate::Red; }
    /// Steps 4 and 5 are never blocked by amber; red G1 blocks delivery, never care.
    bool mayDeliverNow() const { return facility != Gate::Red && identity == Gate::Green && token != Gate::Red; }
};

struct LinkFacts
{
    Facility facility;
    FacilityLink link;
    Patient patient;
    std::optional<LinkTokenInfo> token;
    bool tokenRequested = false;
    bool tokenRefused = false;
    UtcTime now;
};
/// Pure.
LinkCheck judge(const LinkFacts &facts);

Result<LinkCheck> checkLink(Work &work, const FacilityId &facility, const PatientId &patient);

/// Asks the bridge to complete the linkage (bridge URL, registration, proof in the listing): one flow per facility,
/// asking twice has one effect. Returns its flow id for the timeline.
Result<FlowId> beginFacilityLink(Work &work, const FacilityId &facility);

/// Stages of the facility's link flow so far.
Result<QList<TimelineEntry>> facilityLinkStages(Work &work, const FacilityId &facility);

}
