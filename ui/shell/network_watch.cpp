#include "network_watch.h"

#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/meta.h"

namespace nadi::ui
{

namespace
{

/// What a restored clinic knows of itself while it waits to be resumed.
Result<std::optional<storage::RestoreReport>> pausedBy(storage::Connection &db)
{
    const auto paused = storage::isBridgePaused(db);
    if (!paused)
        return failed(paused);
    if (!*paused)
        return std::optional<storage::RestoreReport>();
    return storage::restoreReport(db).map(
        [](const auto &report) { return std::optional(report.value_or(storage::RestoreReport())); });
}

}

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
        std::optional<storage::RestoreReport> paused;
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
            auto paused = pausedBy(work.db);
            if (!paused)
                return failed(paused);
            return Facts{*link, int(waiting->size()), std::chrono::seconds(skew->toLongLong()), std::move(*paused)};
        },
        [this](const Facts &facts) {
            m_waiting = facts.waiting;
            m_skew = facts.skew;
            m_paused = facts.paused;
            show(facts.link);
        });
}

QString NetworkWatch::pausedSentence() const
{
    if (!m_paused)
        return {};
    const QString restored = m_paused->backupAt.isSet()
        ? tr("Restored from the backup of %1.").arg(clinicTime().moment(m_paused->backupAt, now()))
        : tr("Restored from a backup.");
    QString todo = tr("Compared with the health network; IT can resume it now.");
    if (!m_paused->comparedAt.isSet())
        todo = tr("The health network was not reached yet to compare.");
    else if (m_paused->callbacks == storage::CallbacksGo::Elsewhere)
        todo = tr("The health network still talks to another computer: IT has to switch that off first.");
    else if (!m_paused->notListed.isEmpty())
        todo = tr("The health network does not list this clinic here; IT can resume and link it again.");
    return QStringList{restored, tr("Nothing is sent until IT resumes it; records are safe here."), todo}.join(u' ');
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
