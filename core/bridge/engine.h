#pragma once

#include "abdm/gateway.h"
#include "bridge/counters.h"
#include "bridge/intake.h"
#include "bridge/sms_setup.h"
#include "common/settings.h"
#include "flows/flow.h"
#include "storage/change_feed.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace nadi::bridge
{

/// The part of the bridge with an event loop: runner, courier, listing and the push thread, around one connection.
/// Everything it owns lives on its thread.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        storage::DatabaseConfig database;
        const storage::Sealer &sealer;
        abdm::GatewayConfig gateway;
        Settings settings;
        const Clock &clock;
        Random &random; ///< shared by threads
        Counters &counters;
        std::function<void(const FacilityDirectory &)> facilitiesChanged;
        SmsSetup sms = {};
        std::function<bool(const flows::AnswerInBody &, std::chrono::milliseconds after)> answerInBody = {};
    };

    explicit Engine(Parts parts);
    ~Engine() override;

    /// On its thread: opens and recovers; from here on keys can be fetched.
    Done open();
    /// On its thread: starts to work, when the server listens and its URL is known.
    void begin(const QString &publicUrl);
    /// On its thread: finishes what is running and lets go.
    void close();

    /// Any thread: the inbox has something.
    void wakeUp();
    /// Any thread; answers on the engine's thread.
    void fetchKeys(const KeyRing::Fetched &fetched);

private:
    void work();
    void reopen();
    void letGo();
    void startTimers();
    void keepHouse();
    void renewTokens();
    void loadTimers();
    void wakeIn(const FlowId &flow, std::optional<std::chrono::milliseconds> delay);
    void runTimers();
    void armTimers();
    void changed(storage::Topic topic);
    void readFacilities();
    Done openPusher();

    struct Private;
    Parts m;
    QString m_publicUrl;
    bool m_closed = false;
    std::atomic<bool> m_wakePosted = false;
    std::unique_ptr<Private> d;
};

}
