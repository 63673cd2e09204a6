#pragma once

#include "storage/change_feed.h"
#include "storage/connection.h"

#include <QObject>

#include <memory>

namespace nadi::storage
{

/// A set of topics, one bit each.
using Topics = quint32;
inline constexpr Topics allTopics = (1u << (int(lastTopic) + 1)) - 1;
constexpr Topics bitOf(Topic topic)
{
    return 1u << int(topic);
}

/// How one database carries "look again" between processes. Lives in the feed's own thread.
class ChangeSource : public QObject
{
    Q_OBJECT

public:
    static std::unique_ptr<ChangeSource> of(const DatabaseConfig &config);

    virtual void start() = 0;
    /// Tells the other processes.
    virtual void ring(nadi::storage::Topics topics) = 0;

Q_SIGNALS:
    /// Another process rang, or committed without ringing.
    void heard(nadi::storage::Topics topics);
};

}
