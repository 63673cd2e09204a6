#include "network_watch.h"

#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/meta.h"

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
    struct Facts
    {
        FacilityLink link;
        int waiting = 0;
        std::chrono::seconds skew{};
    };
    askFor(
        [facility = services().facility.id](clinic::Work &work) -> Result<Facts> {
            const auto link = storage::FacilityRepository(work.db).link(facility);
            if (!link)
                return failed(link);
            const auto waiting = storage::DeliveryRepository(work.db).inState(DeliveryState::WaitingNetwork, facility);
            if (!waiting)
                return failed(waiting);
            const auto skew = storage::Meta(work.db).value(storage::metaClockSkewSeconds);
            if (!skew)
                return failed(skew);
            return Facts{*link, int(waiting->size()), std::chrono::seconds(skew->toLongLong())};
        },
        [this](const Facts &facts) {
            m_waiting = facts.waiting;
            m_skew = facts.skew;
            show(facts.link);
        });
}

QString NetworkWatch::clockSentence() const
{
    if (m_skew == std::chrono::seconds(0))
        return {};
    const auto minutes = std::max(1, int(std::chrono::round<std::chrono::minutes>(std::chrono::abs(m_skew)).count()));
    const QString off = m_skew.count() > 0 ? tr("This computer's clock is %n minute(s) fast.", nullptr, minutes)
                                           : tr("This computer's clock is %n minute(s) slow.", nullptr, minutes);
    return off + QLatin1Char(' ')
        + (clockStopsSending() ? tr("Nothing is sent until it is set right; records are safe here.")
                               : tr("Please have it set right."));
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
