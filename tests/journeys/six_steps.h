#pragma once

#include "journeys/pilot.h"

#include <QElapsedTimer>

namespace nadi::test
{

/// Drives one person through the six steps in the real window, one printed line per step; pictures go to `directory`,
/// when there is one.
class SixSteps
{
public:
    struct Plan
    {
        QString branch; ///< "linked" or "unlinked": names the pictures
        QString search; ///< what the clerk types to find the patient
        QString patient; ///< the name that must be found
        QStringList files; ///< dropped onto the page of step 4
        int pages = 1; ///< that must be there afterwards
        bool linksItself = false; ///< the facility is not listed when we begin
    };

    SixSteps(Pilot &pilot, QString directory, Plan plan);
    /// From step `first`, where the window stands. False as soon as a step failed; the reason was printed.
    bool run(int first = 1);
    qint64 totalMs() const { return m_total; }

private:
    using StepFunction = bool (SixSteps::*)();
    bool home();
    bool book();
    bool linkCheck();
    bool addPrescription();
    bool confirm();
    bool success();

    bool step(int number, const char *name, StepFunction act);
    void picture(const QString &name);
    bool missing(const QString &what) const;

    Pilot &m_pilot;
    QString m_directory;
    Plan m_plan;
    int m_pictures = 0;
    qint64 m_total = 0;
    qint64 m_pictureMs = 0; ///< spent on pictures in this step; a person does not wait for those
};

}
