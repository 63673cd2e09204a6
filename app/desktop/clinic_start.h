#pragma once

#include "desktop.h"
#include "ui/shell/start_controller.h"

namespace nadi::desktop
{

/// What the window may have to say about the clinic's key.
struct KeyFacts
{
    QString recoveryText; ///< empty: not asked about (sandbox)
    bool fellBackToFile = false; ///< there is no secret store on this computer
};

/// From the start of the program to the day board: waits for a clinic when there is none yet, has the recovery key
/// written down once, says faults in words.
class ClinicStart : public QObject
{
    Q_OBJECT

public:
    /// `user` is the name the day's work is done under.
    ClinicStart(Desktop &desktop, KeyFacts key, const QString &user);
    ~ClinicStart() override;

    void begin();
    /// The small window, while there is one.
    QQuickWindow *window() const;
    ui::StartController &controller() { return m_controller; }

Q_SIGNALS:
    /// The small window or the clinic's own.
    void opened(QQuickWindow &window);

private:
    struct Found;
    void look();
    void take(const Result<Found> &found);
    void noteWrittenDown();
    void open();
    void say();

    Desktop &m_desktop;
    KeyFacts m_key;
    Actor m_actor;
    std::optional<Facility> m_facility;
    bool m_looking = false;
    ui::StartController m_controller;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
};

/// For what goes wrong before there is a desktop: the small window with the fault, over `settings` for its looks.
int explain(const Error &error, const Settings &settings);

}
