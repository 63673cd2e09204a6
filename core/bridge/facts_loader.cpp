#include "bridge/facts_loader.h"

#include "bridge/discovery_facts.h"
#include "common/utc_time.h"
#include "domain/flow_start.h"
#include "flows/start.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/identifier_repository.h"
#include "storage/outbox.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "storage/share_repository.h"

namespace nadi::bridge
{

namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto linkTokenMargin = 24h; // 4.1: treat as absent when less than a day is left

/// "Not there" is an answer, every other failure stays one.
template <class T>
Result<std::optional<T>> ifThere(Result<T> found)
{
    if (found)
        return std::optional<T>(std::move(*found));
    if (found.error().kind == ErrorKind::NotFound)
        return std::optional<T>();
    return failed(found);
}

/// One unit of the artefact's frequency back from `now`; an unknown unit counts over the whole life (the safe side).
UtcTime frequencyWindowStart(const ConsentArtefact &artefact, UtcTime now)
{
    const QString unit = artefact.frequencyUnit.toUpper();
    if (unit == u"HOUR")
        return now - 1h;
    if (unit == u"DAY")
        return now - 24h;
    if (unit == u"WEEK")
        return now - 24h * 7;
    if (unit == u"MONTH")
        return now - 24h * 30;
    if (unit == u"YEAR")
        return now - 24h * 365;
    return {};
}

/// From taking one person to taking the next; a guess before there are two.
int averageMinutes(const storage::CounterQueue &queue)
{
    constexpr int guess = 5;
    if (queue.taken < 2)
        return guess;
    const auto each = (queue.lastTakenAt - queue.firstTakenAt) / (queue.taken - 1);
    return std::max(1, int(std::chrono::round<std::chrono::minutes>(each).count()));
}

bool isOpen(storage::OutboxState state)
{
    using enum storage::OutboxState;
    return state == Pending || state == Leased || state == Unknown || state == Accepted;
}

class Loader
{
public:
    Loader(storage::Connection &db, const storage::FlowRow &flow, flows::Facts &facts)
        : m_db(db)
        , m_flow(flow)
        , m_facts(facts)
    {
    }

    Done facility()
    {
        storage::FacilityRepository facilities(m_db);
        const auto found = facilities.facility(m_flow.facility);
        if (!found)
            return failed(found);
        m_facts.facility = *found;
        const auto link = facilities.link(m_flow.facility);
        if (!link)
            return failed(link);
        m_facts.facilityLink = *link;
        return {};
    }

    Done patient()
    {
        if (m_flow.patient.isEmpty())
            return {};
        auto found = ifThere(storage::PatientRepository(m_db).inConversation(m_flow.patient, m_flow.facility));
        if (!found)
            return failed(found);
        m_facts.patient = std::move(*found);
        return {};
    }

    Done linkToken()
    {
        if (!m_facts.patient)
            return {};
        if (m_facts.patient->abhaAddress) {
            const auto token = storage::ConsentRepository(m_db).linkToken(
                m_flow.facility, *m_facts.patient->abhaAddress, m_facts.now, linkTokenMargin);
            if (!token)
                return failed(token);
            m_facts.linkToken = *token;
        }
        storage::Outbox outbox(m_db);
        for (const auto &key : flows::tokenRequestKeys(m_flow.facility, m_facts.patient->id, m_facts.now)) {
            const auto asked = ifThere(outbox.byBusinessKey(key));
            if (!asked)
                return failed(asked);
            if (!*asked)
                continue;
            const auto &message = **asked;
            const bool confirmed = message.state == storage::OutboxState::Confirmed;
            m_facts.tokenRequest = flows::TokenRequest{key, message.createdAt, isOpen(message.state),
                isOpen(message.state) || confirmed ? QString() : message.lastError};
            break;
        }
        return {};
    }

    Done consent(const flows::Needs &needs)
    {
        if (needs.consent.isEmpty())
            return {};
        storage::ConsentRepository consents(m_db);
        auto artefact = ifThere(consents.artefact(needs.consent));
        if (!artefact)
            return failed(artefact);
        m_facts.consent = std::move(*artefact);
        if (m_facts.consent) {
            const auto served = consents.served(
                needs.consent, frequencyWindowStart(*m_facts.consent, m_facts.now), needs.transaction);
            if (!served)
                return failed(served);
            m_facts.servedBefore = *served;
        }
        const auto conversation
            = ifThere(storage::FlowRepository(m_db).byKey(flow_kind::consent.toString(), needs.consent.value()));
        if (!conversation)
            return failed(conversation);
        m_facts.consentAccepted = *conversation && flows::acknowledgementAccepted((*conversation)->state);
        return {};
    }

    Done held(const QList<CareContextRef> &contexts)
    {
        storage::RecordRepository records(m_db);
        for (const auto &context : contexts) {
            const auto inContext = records.inCareContext(m_flow.facility, context);
            if (!inContext)
                return failed(inContext);
            for (const auto &record : *inContext)
                if (const auto added = hold(record); !added)
                    return added;
        }
        return {};
    }

    Done linked(const CareContextRef &context)
    {
        if (context.isEmpty())
            return {};
        const auto linked = storage::DeliveryRepository(m_db).isLinked(m_flow.facility, context);
        if (!linked)
            return failed(linked);
        m_facts.contextLinked = *linked;
        return {};
    }

    Done share(const flows::Needs &needs, IdSource &ids, std::chrono::milliseconds life)
    {
        if (!needs.share)
            return {};
        const auto &wanted = *needs.share;
        const storage::ShareArrival arrival{m_flow.facility, wanted.counter, wanted.doctorHprId, wanted.profile, life};
        const auto share = storage::ShareRepository(m_db).receive(
            ids.next<ShareId>(), arrival, clinicDay(m_facts.facility, m_facts.now), m_facts.now);
        if (!share)
            return failed(share);
        m_facts.share = flows::Facts::ReceivedShare{share->id, share->token, share->scans > 1};
        return {};
    }

    Done queue(const QString &counter)
    {
        if (counter.isEmpty())
            return {};
        const auto queue
            = storage::ShareRepository(m_db).queue(m_flow.facility, counter, clinicDay(m_facts.facility, m_facts.now));
        if (!queue)
            return failed(queue);
        if (queue->issued > 0)
            m_facts.queue = flows::Facts::QueueStanding{queue->running, averageMinutes(*queue)};
        return {};
    }

private:
    Done hold(const Record &record)
    {
        const auto patient = ifThere(storage::PatientRepository(m_db).patient(record.patient, m_flow.facility));
        if (!patient)
            return failed(patient);
        const auto address = *patient ? addressFor(**patient) : Result<QString>(QString());
        if (!address)
            return failed(address);
        // The gateway dates a context by its linking, right after signing; the date on the paper may be years older.
        if (!address->isEmpty())
            m_facts.held.append({record.careContext, record.type, record.signedAt, *address, record.id});
        return {};
    }

    /// A person may have several addresses, and a merged file brings its own: the one of the consent when it is proved
    /// to be this person's, else the primary one.
    Result<QString> addressFor(const Patient &patient) const
    {
        const auto primary = patient.abhaAddress ? patient.abhaAddress->value() : QString();
        const auto asked = m_facts.consent ? AbhaAddress::parse(m_facts.consent->patientAddress)
                                           : Result<AbhaAddress>(fail(ErrorKind::NotFound, u"NO-CONSENT"_s));
        if (!asked || asked->value() == primary)
            return primary;
        const auto holds = storage::IdentifierRepository(m_db).holdsVerified(patient.id, *asked);
        if (!holds)
            return failed(holds);
        return *holds ? asked->value() : primary;
    }

    storage::Connection &m_db;
    const storage::FlowRow &m_flow;
    flows::Facts &m_facts;
};

}

Result<flows::Facts> loadFacts(storage::Connection &db, IdSource &ids, const BridgeIdentity &identity,
    const storage::FlowRow &flow, const flows::Needs &needs, const TimeNow &time, double jitter)
{
    flows::Facts facts;
    facts.now = time.now;
    facts.skew = time.skew;
    facts.bridgeId = identity.bridgeId;
    facts.bridgeUrl = identity.bridgeUrl;
    facts.subject = flow.key;
    facts.jitter = jitter;
    facts.discovery = identity.discovery;
    Loader loader(db, flow, facts);
    const Done loaded = loader.facility()
                            .and_then([&] { return needs.patient ? loader.patient() : Done(); })
                            .and_then([&] { return loader.share(needs, ids, identity.queueTokenLife); })
                            .and_then([&] { return loader.queue(needs.queueOf); })
                            .and_then([&] { return loadDiscoveryFacts(db, flow, needs, facts); })
                            .and_then([&] { return needs.linkToken ? loader.linkToken() : Done(); })
                            .and_then([&] { return loader.linked(needs.linkedContext); })
                            .and_then([&] { return loader.consent(needs); })
                            .and_then([&] {
                                const bool listed = !needs.careContexts.isEmpty();
                                return loader.held(listed           ? needs.careContexts
                                        : facts.consent.has_value() ? facts.consent->careContexts
                                                                    : QList<CareContextRef>());
                            });
    if (!loaded)
        return failed(loaded);
    return facts;
}

}
