#pragma once

#include "storage/restore_report.h"
#include "ui/session/page_controller.h"
#include "ui/theme/standing.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// What is known of the health network, from stored facts only: the clinic's listing, and what waits for the internet.
class NetworkWatch : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(int standing READ standing NOTIFY changed)
    Q_PROPERTY(QString clockSentence READ clockSentence NOTIFY changed)
    Q_PROPERTY(bool clockStopsSending READ clockStopsSending NOTIFY changed)
    Q_PROPERTY(QString pausedSentence READ pausedSentence NOTIFY changed)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY changed)

public:
    explicit NetworkWatch(UiServices &services, QObject *parent = nullptr);

    QString sentence() const { return m_sentence; }
    int standing() const { return int(m_standing); }
    /// Records that wait for the internet.
    int waitingCount() const { return m_waiting; }
    /// Says that this computer's clock is wrong, by what the bridge heard from the gateway; empty while it is right.
    QString clockSentence() const;
    /// After a restore: since when nothing is sent, and what has to be done; empty while the bridge may send (S-B5).
    QString pausedSentence() const;
    bool clockStopsSending() const { return std::chrono::abs(m_skew) > std::chrono::minutes(5); }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void show(const FacilityLink &link);

    QString m_sentence;
    Standing m_standing = Standing::NotStarted;
    int m_waiting = 0;
    std::chrono::seconds m_skew{};
    std::optional<storage::RestoreReport> m_paused;
};

}
