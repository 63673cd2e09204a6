#include "ui/session/page_controller.h"

namespace nadi::ui
{

PageController::PageController(UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_time(services.facility.timeZone)
{
}

void PageController::clearProblem()
{
    setProblem(Problem{});
}

void PageController::setProblem(const Problem &problem)
{
    if (m_problem.code == problem.code && m_problem.sentence == problem.sentence)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void PageController::wait(int by)
{
    const bool before = busy();
    m_waiting += by;
    if (busy() != before)
        Q_EMIT busyChanged();
}

}
