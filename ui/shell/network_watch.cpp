#include "network_watch.h"

#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"

namespace nadi::ui
{

NetworkWatch::NetworkWatch(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, [this](storage::Topic topic) {
        if (topic == storage::Topic::Facilities || topic == storage::Topic::Deliveries)
            refresh();
    });
    refresh();
}

void NetworkWatch::refresh()
{
    using Facts = std::pair<FacilityLink, int>;
    askFor(
        [facility = services().facility.id](clinic::Work &work) -> Result<Facts> {
            const auto link = storage::FacilityRepository(work.db).link(facility);
            if (!link)
                return failed(link);
            const auto waiting = storage::DeliveryRepository(work.db).inState(DeliveryState::WaitingNetwork, facility);
            if (!waiting)
                return failed(waiting);
            return Facts{*link, int(waiting->size())};
        },
        [this](const Facts &facts) {
            m_waiting = facts.second;
            show(facts.first);
        });
}

void NetworkWatch::show(const FacilityLink &link)
{
    if (m_waiting > 0) {
        m_standing = Standing::Waiting;
        m_sentence = tr("Health network: not reached");
    } else if (link.state == FacilityLinkState::Listed) {
        m_standing = Standing::Done;
        m_sentence = tr("Health network: linked, checked %1").arg(clinicTime().moment(link.checkedAt, now()));
    } else if (link.state == FacilityLinkState::Registering) {
        m_standing = Standing::Waiting;
        m_sentence = tr("Health network: clinic is being linked");
    } else {
        m_standing = Standing::NotStarted;
        m_sentence = tr("Health network: not linked yet");
    }
    Q_EMIT changed();
}

}
