#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace nadi::storage
{

struct DatabaseConfig;

/// What changed. A hint to look again, never data.
enum class Topic { Patients, Appointments, Records, Deliveries, Facilities, Inbox, Outbox, Shares };
inline constexpr Topic lastTopic = Topic::Shares;

/// Carries "look again" between the processes that share one database: PostgreSQL LISTEN/NOTIFY, on SQLite a
/// local-socket doorbell (owner-only) plus polling of PRAGMA data_version as a net for a missed ring. GUI-thread
/// object; its I/O is asynchronous.
class ChangeFeed : public QObject
{
    Q_OBJECT

public:
    explicit ChangeFeed(const DatabaseConfig &config, QObject *parent = nullptr);
    ~ChangeFeed() override;

    /// Call after a commit. Thread-safe; coalesced.
    void ring(Topic topic);

Q_SIGNALS:
    /// Somebody rang, or the net found a foreign commit (then once for each topic).
    void changed(nadi::storage::Topic topic);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
