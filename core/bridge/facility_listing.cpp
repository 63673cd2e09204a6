#include "bridge/facility_listing.h"

#include "bridge/restore_comparison.h"
#include "bridge/step_writer.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "domain/flow_start.h"
#include "storage/facility_repository.h"
#include "storage/outbox.h"

#include <QFutureWatcher>

namespace nadi::bridge
{

namespace
{

using namespace std::chrono_literals;

constexpr auto lookForUrl = 250ms;
constexpr int mostUrlLooks = 20;

}

FacilityListing::FacilityListing(Parts parts)
    : m(std::move(parts))
{
    m_timer.setInterval(std::max<std::chrono::milliseconds>(m.maxAge / 4, std::chrono::seconds(1)));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_compared = false; // somebody may have switched the old machine off
        refresh();
    });
    m_timer.start();
}

Result<bool> FacilityListing::isWanted()
{
    const auto paused = storage::isBridgePaused(m.db);
    if (!paused)
        return failed(paused);
    const bool urlIsOpen = *paused ? !m_compared : !m_urlChecked;
    storage::FacilityRepository facilities(m.db);
    const auto all = facilities.facilities();
    if (!all)
        return failed(all);
    const UtcTime old = m.clock.now() - m.maxAge;
    for (const auto &facility : *all) {
        const auto link = facilities.link(facility.id);
        if (!link)
            return failed(link);
        if (!facility.registryId.isEmpty()
            && (urlIsOpen || link->state == FacilityLinkState::Unknown || link->checkedAt < old))
            return true;
    }
    return false;
}

void FacilityListing::refresh()
{
    if (m_asking || !isWanted().value_or(false))
        return;
    m_asking = true;
    abdm::OutgoingCall call;
    call.operation = abdm::operation::bridgeServices.toString();
    call.request = m.ids.next<RequestId>();
    auto *watcher = new QFutureWatcher<abdm::CallAnswer>(this);
    connect(watcher, &QFutureWatcher<abdm::CallAnswer>::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        if (watcher->future().resultCount() > 0)
            arrived(watcher->result());
    });
    watcher->setFuture(m.gateway.send(std::move(call)));
}

void FacilityListing::arrived(const abdm::CallAnswer &answer)
{
    // "Nothing found" is said in two ways (2.2).
    const bool none = (answer.outcome == abdm::CallOutcome::Accepted && answer.body.trimmed().isEmpty())
        || (answer.outcome == abdm::CallOutcome::Refused && answer.refusal.code == QStringLiteral("ABDM-1001"));
    if (!none && answer.outcome != abdm::CallOutcome::Accepted) {
        qCInfo(lcBridge) << "listing not read:" << int(answer.outcome) << answer.refusal.code;
        return; // not knowing is no news: the last state stays
    }
    const auto listing
        = none ? Result<abdm::BridgeServices>(abdm::BridgeServices{}) : abdm::BridgeServices::parse(answer.body);
    if (!listing) {
        qCWarning(lcBridge) << "listing:" << listing.error().code << listing.error().detail;
        return;
    }
    const auto paused = storage::isBridgePaused(m.db);
    if (!paused || *paused) {
        const Done looked = paused ? compare(*listing) : failed(paused);
        if (!looked)
            qCWarning(lcBridge) << "comparison:" << looked.error().code << looked.error().detail;
        return;
    }
    // First the way back, then what uses it: a facility that counts as listed sends calls whose callbacks must find us.
    const auto url = checkUrl(listing->bridgeUrl);
    if (url && *url == Url::OnItsWay) {
        QTimer::singleShot(lookForUrl, this, &FacilityListing::refresh);
        return;
    }
    const Done applied = url ? apply(*listing) : failed(url);
    if (applied)
        m_urlChecked = true;
    else
        qCWarning(lcBridge) << "listing:" << applied.error().code << applied.error().detail;
}

/// After a restore nothing is taken over: the old machine may still be the clinic (S-B5).
Done FacilityListing::compare(const abdm::BridgeServices &listing)
{
    m_compared = true;
    return compareRestored(m.db, listing, m.bridgeUrl, m.clock.now()).and_then([&] { return apply(listing); });
}

Done FacilityListing::apply(const abdm::BridgeServices &listing)
{
    storage::Transaction transaction(m.db);
    if (!transaction.begun())
        return transaction.begun();
    const auto all = storage::FacilityRepository(m.db).facilities();
    if (!all)
        return failed(all);
    for (const auto &facility : *all)
        if (const auto done = applyTo(facility, listing); !done)
            return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    m.ring(storage::Topic::Facilities);
    m.ring(storage::Topic::Outbox);
    m.ring(storage::Topic::Inbox);
    return {};
}

Result<FacilityListing::Url> FacilityListing::checkUrl(const QString &registered)
{
    if (m_urlChecked || registered == m.bridgeUrl)
        return Url::Settled;
    if ((!registered.isEmpty() && !m.mayMoveUrl) || m_urlLooks >= mostUrlLooks) {
        ++m.counters.alarms;
        qCWarning(lcBridge) << "alarm: callbacks of this client id do not come here";
        return Url::Settled;
    }
    if (m_urlLooks++ > 0)
        return Url::OnItsWay;
    storage::OutboxMessage message;
    message.businessKey = QStringLiteral("bridge-url:") + m.ids.uuid();
    message.orderKey = QStringLiteral("bridge-url");
    message.operation = abdm::operation::bridgeUrl.toString();
    message.payload = {{QStringLiteral("body"), abdm::SetBridgeUrl{m.bridgeUrl}.body()}};
    message.dueAt = m.steady.now();
    message.createdAt = m.clock.now();
    if (const auto put = storage::Outbox(m.db).put(message); !put)
        return failed(put);
    m.ring(storage::Topic::Outbox);
    return Url::OnItsWay;
}

Done FacilityListing::applyTo(const Facility &facility, const abdm::BridgeServices &listing)
{
    const auto before = storage::FacilityRepository(m.db).link(facility.id);
    if (!before)
        return failed(before);
    FacilityLink link{facility.id, FacilityLinkState::NotListed, m.clock.now(), {}};
    const bool listed = listing.serves(FacilityId(facility.registryId));
    if (facility.registryId.isEmpty())
        link.state = FacilityLinkState::NoRegistryId;
    else if (listed)
        link.state = FacilityLinkState::Listed;
    else if (before->state == FacilityLinkState::ListedElsewhere || before->state == FacilityLinkState::Registering)
        link = {facility.id, before->state, m.clock.now(), before->detailCode}; // this listing cannot tell more
    // Somebody who is already told does not have to be told again.
    if (link.state == before->state)
        return storage::FacilityRepository(m.db).saveLink(link);
    return saveFacilityLink(m.db, m.ids, link, m.clock.now());
}

}
