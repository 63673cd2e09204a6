#pragma once

#include "domain/ids.h"

#include <QJsonObject>
#include <QProcess>

#include <memory>

namespace nadi::test
{

/// One person through the six steps.
struct WindowJourney
{
    int number = 0; ///< 0, 1, …; neighbours are about different people
    QString name;
    PatientId patient;
    QString file;
    int pages = 0;
};

/// nadi-crash-window as a process. Remembers what it said was written, and compares it with where the next one begins.
class WindowUnderFire
{
public:
    enum class Heard { Enough, Done, Failed };

    explicit WindowUnderFire(QProcessEnvironment environment, QString logFile);
    ~WindowUnderFire();

    void start(const WindowJourney &journey);
    /// Listens for so many lines, or until the journey is done.
    Heard listen(int lines);
    /// SIGKILL, then hears out what it had said before.
    void kill();

    /// What was lost; empty is right.
    const QString &complaint() const { return m_complaint; }
    /// "add:2" is how often a kill found the window at this step.
    const QHash<QString, int> &killedAt() const { return m_killedAt; }

private:
    void take(const QJsonObject &line);
    void resumed(const QJsonObject &line);
    int placeOf(const QJsonObject &line) const;

    QProcessEnvironment m_environment;
    QString m_logFile;
    std::unique_ptr<QProcess> m_process;
    WindowJourney m_journey;
    QString m_previousName;
    bool m_hasResumed = false;
    bool m_done = false;
    int m_kept = 0; ///< the furthest place that was said to be written
    int m_shown = 0; ///< the furthest page that was said to be shown
    int m_pages = 0;
    QString m_record;
    QString m_complaint;
    QHash<QString, int> m_killedAt;
};

}
