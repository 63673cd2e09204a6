#include "journeys/six_steps.h"

#include <QDir>

#include <cstdio>

namespace nadi::test
{
using namespace std::chrono_literals;

SixSteps::SixSteps(Pilot &pilot, QString directory, Plan plan)
    : m_pilot(pilot)
    , m_directory(std::move(directory))
    , m_plan(std::move(plan))
{
}

bool SixSteps::run(int first)
{
    struct Step
    {
        const char *name;
        StepFunction act;
    };
    static constexpr Step steps[] = {{"home", &SixSteps::home}, {"book appointment", &SixSteps::book},
        {"facility link check", &SixSteps::linkCheck}, {"add prescription", &SixSteps::addPrescription},
        {"confirm and send", &SixSteps::confirm}, {"success", &SixSteps::success}};
    for (int number = first; number <= int(std::size(steps)); ++number)
        if (!step(number, steps[number - 1].name, steps[number - 1].act))
            return false;
    return true;
}

bool SixSteps::step(int number, const char *name, StepFunction act)
{
    QElapsedTimer timer;
    timer.start();
    m_pictureMs = 0;
    const bool done = (this->*act)();
    const auto spent = timer.elapsed() - m_pictureMs;
    m_total += spent;
    std::printf("%s  step %d  %-20s %6lld ms  %s\n", qPrintable(m_plan.branch.leftJustified(8)), number, name,
        static_cast<long long>(spent), done ? "ok" : "FAILED");
    std::fflush(stdout);
    if (!done)
        picture(QStringLiteral("failed"));
    return done;
}

void SixSteps::picture(const QString &name)
{
    if (m_directory.isEmpty())
        return;
    QElapsedTimer timer;
    timer.start();
    const auto file
        = QStringLiteral("%1-%2-%3.png").arg(m_plan.branch).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    if (!m_pilot.picture(QDir(m_directory).filePath(file)))
        std::fprintf(stderr, "picture %s was not written\n", qPrintable(file));
    m_pictureMs += timer.elapsed();
}

bool SixSteps::missing(const QString &what) const
{
    std::fprintf(stderr, "not found: %s\non the screen:\n  %s\n", qPrintable(what),
        qPrintable(m_pilot.names().join(QStringLiteral("\n  "))));
    return false;
}

bool SixSteps::home()
{
    if (!m_pilot.waitFor(QStringLiteral("Book"))
        || !m_pilot.waitUntil([&] { return !m_pilot.reads(QStringLiteral("Reading today")); }))
        return missing(QStringLiteral("the day board"));
    picture(QStringLiteral("home"));
    m_pilot.press(Qt::Key_F3);
    m_pilot.type(m_plan.search);
    // The key to book is shown only beside somebody who was found.
    if (!m_pilot.waitUntil(
            [&] { return m_pilot.reads(QStringLiteral("Ctrl+Enter")) && m_pilot.sees(m_plan.patient + u','); }))
        return missing(m_plan.patient);
    picture(QStringLiteral("search"));
    m_pilot.press(Qt::Key_Return);
    if (!m_pilot.waitFor(QStringLiteral("Patient: ") + m_plan.patient))
        return missing(QStringLiteral("the patient's file"));
    picture(QStringLiteral("patient"));
    return true;
}

bool SixSteps::book()
{
    if (!m_pilot.sees(QStringLiteral("Confirm booking")))
        m_pilot.press(Qt::Key_F2);
    if (!m_pilot.waitFor(QStringLiteral("Confirm booking")))
        return missing(QStringLiteral("the booking page"));
    // Late in the evening today is full; then the next days have room.
    const auto anyFree = [&] { return m_pilot.findDescribed(QStringLiteral("Free")) != nullptr; };
    for (int day = 0; day < 7 && !m_pilot.waitUntil(anyFree, 2s); ++day)
        if (!m_pilot.click(QStringLiteral("Day after")))
            return missing(QStringLiteral("a free slot"));
    picture(QStringLiteral("booking"));
    const auto held = [&] { return m_pilot.reads(QStringLiteral("Held for you")); };
    if (!m_pilot.clickItem(m_pilot.findDescribed(QStringLiteral("Free"))) || !m_pilot.waitUntil(held))
        return missing(QStringLiteral("the held slot"));
    picture(QStringLiteral("held"));
    return m_pilot.click(QStringLiteral("Confirm booking")) || missing(QStringLiteral("Confirm booking"));
}

bool SixSteps::linkCheck()
{
    const auto adding = [&] { return m_pilot.sees(QStringLiteral("Add pages")); };
    // Linked goes straight on: nobody presses anything here.
    if (!m_plan.linksItself)
        return m_pilot.waitUntil(adding) || missing(QStringLiteral("going straight on"));
    if (!m_pilot.waitFor(QStringLiteral("Continue, share later")))
        return missing(QStringLiteral("the link check of an unlinked facility"));
    picture(QStringLiteral("link-check-begins"));
    // The program links the facility itself and shows each stage; then it is ready, or goes on by itself.
    const auto linked = [&] { return adding() || !m_pilot.sees(QStringLiteral("Continue, share later")); };
    if (!m_pilot.waitUntil(linked, 60s))
        return missing(QStringLiteral("the facility linked"));
    picture(QStringLiteral("link-check-done"));
    if (!adding())
        m_pilot.press(Qt::Key_F9);
    return m_pilot.waitUntil(adding) || missing(QStringLiteral("Add pages"));
}

bool SixSteps::addPrescription()
{
    picture(QStringLiteral("add"));
    const auto last = QStringLiteral("Page %1").arg(m_plan.pages);
    // After a restart the pages may be there already.
    if (!m_pilot.sees(last) && !m_pilot.drop(QStringLiteral("Add pages"), m_plan.files))
        return missing(QStringLiteral("a place to drop"));
    if (!m_pilot.waitFor(last, 60s))
        return missing(last);
    picture(QStringLiteral("pages"));
    return m_pilot.click(QStringLiteral("Look and confirm")) || missing(QStringLiteral("Look and confirm"));
}

bool SixSteps::confirm()
{
    const auto send = QStringLiteral("Send to ABHA app");
    if (!m_pilot.waitFor(send))
        return missing(send);
    if (!m_pilot.waitUntil([&] { return m_pilot.reads(m_plan.patient); }))
        return missing(m_plan.patient);
    picture(QStringLiteral("confirm"));
    return m_pilot.click(send) || missing(send);
}

bool SixSteps::success()
{
    if (!m_pilot.waitFor(QStringLiteral("Delivery, step by step")))
        return missing(QStringLiteral("the delivery timeline"));
    picture(QStringLiteral("sent"));
    // Accepted is not linked, linked is not opened: the page says each when a callback has said it.
    // A quick app opens it before anybody has looked.
    const auto visible = [&] {
        return m_pilot.sees(QStringLiteral("Visible in the ABHA app. "))
            || m_pilot.sees(QStringLiteral("Opened in the ABHA app. "));
    };
    if (!m_pilot.waitUntil(visible, 60s))
        return missing(QStringLiteral("Visible in the ABHA app"));
    picture(QStringLiteral("visible"));
    if (!m_pilot.waitFor(QStringLiteral("Opened in the ABHA app. "), 90s))
        return missing(QStringLiteral("Opened in the ABHA app"));
    picture(QStringLiteral("opened"));
    return true;
}

}
