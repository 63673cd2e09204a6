#pragma once

#include "abdm/calls.h"
#include "abdm/gateway.h"
#include "bridge/counters.h"
#include "bridge/steady_clock.h"
#include "storage/change_feed.h"
#include "storage/connection.h"

#include <QTimer>

#include <functional>

namespace nadi::bridge
{

/// Keeps what we know about our facilities at the gateway fresh (gate G1) by reading the bridge-services listing;
/// registers nothing. That is the facility-link flow's business, and the clinic's to ask for.
class FacilityListing : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        storage::Connection &db;
        abdm::Gateway &gateway;
        const Clock &clock;
        IdSource &ids;
        const SteadyClock &steady;
        QString bridgeUrl;
        bool mayMoveUrl = false; ///< sandbox: take the callback URL over; elsewhere a foreign URL is an alarm (S-Q8)
        Counters &counters;
        std::chrono::milliseconds maxAge;
        std::function<void(storage::Topic)> ring;
    };

    explicit FacilityListing(Parts parts);
    /// Reads the listing when a facility's state is unknown or old.
    void refresh();

private:
    Result<bool> isWanted();
    void arrived(const abdm::CallAnswer &answer);
    Done compare(const abdm::BridgeServices &listing);
    Done apply(const abdm::BridgeServices &listing);
    Done applyTo(const Facility &facility, const abdm::BridgeServices &listing);
    enum class Url { Settled, OnItsWay };
    Result<Url> checkUrl(const QString &registered);

    Parts m;
    QTimer m_timer;
    bool m_asking = false;
    bool m_compared = false; ///< while the bridge is paused after a restore
    int m_urlLooks = 0;
    bool m_urlChecked = false; ///< once per start: our port or name may have changed since the last one
};

}
