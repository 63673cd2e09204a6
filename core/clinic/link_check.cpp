#include "clinic/link_check.h"

#include "domain/flow_start.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "storage/patient_repository.h"

#include <QJsonDocument>

namespace nadi::clinic
{
namespace
{
using namespace std::chrono_literals;

// users-and-journeys.md 5.2: G1 turns amber when the last look is older than a day.
constexpr auto listingIsOld = 24h;
// G3 is green with more than seven days left; renewal starts silently before that (B10).
constexpr auto tokenIsExpiring = 24h * 7;
// Poll plan of a pending registration (B03).
constexpr std::chrono::milliseconds firstPoll = 15s;
constexpr std::chrono::milliseconds laterPoll = 5min;

void judgeFacility(const LinkFacts &facts, LinkCheck &check)
{
    check.facilityCheckedAt = facts.link.checkedAt;
    const auto set = [&](Gate gate, const char *code) {
        check.facility = gate;
        check.facilityCode = QLatin1String(code);
    };
    if (facts.facility.registryId.isEmpty())
        return set(Gate::Red, "NO-REGISTRY-ID");
    switch (facts.link.state) {
    case FacilityLinkState::Listed:
        if (facts.now - facts.link.checkedAt > listingIsOld)
            return set(Gate::Amber, "OLD");
        return set(Gate::Green, "LISTED");
    case FacilityLinkState::Registering:
        check.nextCheckAt
            = facts.link.checkedAt + (facts.now - facts.link.checkedAt < firstPoll ? firstPoll : laterPoll);
        return set(Gate::Amber, "REGISTERING");
    case FacilityLinkState::NotListed:
        return set(Gate::Red, "NOT-LISTED");
    case FacilityLinkState::ListedElsewhere:
        return set(Gate::Red, "LISTED-ELSEWHERE");
    case FacilityLinkState::NoRegistryId:
        return set(Gate::Red, "NO-REGISTRY-ID");
    case FacilityLinkState::Unknown:
        return set(Gate::Amber, "UNKNOWN");
    }
}

void judgeIdentity(const LinkFacts &facts, LinkCheck &check)
{
    if (!facts.patient.abhaAddress) {
        check.identity = Gate::Red;
        check.identityCode = QStringLiteral("NO-ABHA");
    } else if (!facts.patient.abhaVerifiedAt.isSet()) {
        check.identity = Gate::Amber;
        check.identityCode = QStringLiteral("UNVERIFIED");
    } else {
        check.identity = Gate::Green;
        check.identityCode = QStringLiteral("VERIFIED");
    }
}

void judgeToken(const LinkFacts &facts, LinkCheck &check)
{
    const auto set = [&](Gate gate, const char *code) {
        check.token = gate;
        check.tokenCode = QLatin1String(code);
    };
    if (facts.token)
        return facts.token->expiresAt - facts.now > tokenIsExpiring ? set(Gate::Green, "VALID")
                                                                    : set(Gate::Amber, "EXPIRING");
    if (facts.tokenRefused)
        return set(Gate::Red, "REFUSED");
    if (facts.tokenRequested)
        return set(Gate::Amber, "IN-PROGRESS");
    if (check.facility == Gate::Red || check.identity != Gate::Green)
        return set(Gate::Amber, "WAITING");
    set(Gate::Amber, "ABSENT");
}

/// What the patient's earlier deliveries at this facility say about the token.
Done lookAtDeliveries(Work &work, const FacilityId &facility, LinkFacts &facts)
{
    const auto deliveries = storage::DeliveryRepository(work.db).ofPatient(facts.patient.id);
    if (!deliveries)
        return failed(deliveries);
    for (const auto &delivery : *deliveries) {
        if (delivery.facility != facility)
            continue;
        facts.tokenRequested |= delivery.state == DeliveryState::TokenRequested;
        facts.tokenRefused |= delivery.state == DeliveryState::NeedsAttention && delivery.reason == u"IDENTITY";
    }
    return {};
}
}

LinkCheck judge(const LinkFacts &facts)
{
    LinkCheck check;
    judgeFacility(facts, check);
    judgeIdentity(facts, check);
    judgeToken(facts, check);
    return check;
}

Result<LinkCheck> checkLink(Work &work, const FacilityId &facilityId, const PatientId &patientId)
{
    storage::FacilityRepository facilities(work.db);
    const auto facility = facilities.facility(facilityId);
    if (!facility)
        return failed(facility);
    const auto link = facilities.link(facilityId);
    if (!link)
        return failed(link);
    const auto patient = storage::PatientRepository(work.db).patient(patientId, facilityId);
    if (!patient)
        return failed(patient);
    LinkFacts facts{*facility, *link, *patient, std::nullopt, false, false, work.clock.now()};
    if (patient->abhaAddress) {
        const auto token
            = storage::ConsentRepository(work.db).linkToken(facilityId, *patient->abhaAddress, facts.now, 24h);
        if (!token)
            return failed(token);
        facts.token = *token;
    }
    if (const auto looked = lookAtDeliveries(work, facilityId, facts); !looked)
        return failed(looked);
    return judge(facts);
}

Result<FlowId> beginFacilityLink(Work &work, const FacilityId &facility)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::FlowRepository flows(work.db);
    storage::Inbox inbox(work.db);
    const auto now = work.clock.now();
    auto flow = flows.byKey(flow_kind::facilityLink.toString(), facility.value());
    auto event = flow_event::retry;
    if (!flow) {
        if (flow.error().kind != ErrorKind::NotFound)
            return failed(flow);
        storage::FlowRow row;
        row.id = work.ids.next<FlowId>();
        row.kind = flow_kind::facilityLink.toString();
        row.key = facility.value();
        row.facility = facility;
        row.state = facilityLinkStart();
        row.createdAt = row.updatedAt = now;
        if (const auto inserted = flows.insert(row); !inserted)
            return failed(inserted);
        flow = row;
        event = flow_event::start;
    }
    storage::InboxMessage message;
    message.source = QStringLiteral("clinic");
    message.route = event.toString();
    message.request = work.ids.next<RequestId>();
    message.facility = facility;
    message.flow = flow->id;
    message.body
        = QJsonDocument(QJsonObject{{QStringLiteral("actor"), work.actor.user.value()}}).toJson(QJsonDocument::Compact);
    message.receivedAt = now;
    if (const auto put = inbox.put(message); !put)
        return failed(put);
    storage::AuditEvent audit{
        work.actor, QStringLiteral("facility.link"), facility.value(), {}, facility, {}, QStringLiteral("ok"), now};
    if (const auto audited = storage::AuditTrail(work.db).append(audit); !audited)
        return failed(audited);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return flow->id;
}

Result<QList<TimelineEntry>> facilityLinkStages(Work &work, const FacilityId &facility)
{
    const auto flow = storage::FlowRepository(work.db).byKey(flow_kind::facilityLink.toString(), facility.value());
    if (!flow) {
        if (flow.error().kind == ErrorKind::NotFound)
            return QList<TimelineEntry>();
        return failed(flow);
    }
    return storage::DeliveryRepository(work.db).timeline(flow->id);
}

}
