// nadi-crash-window SEARCH PATIENT FILE PAGES: one journey through the six steps in the real window over an existing
// clinic database (settings from the environment), going on where the last run stopped. Says aloud, one JSON line each,
// what is shown and what is written, so that whoever kills it knows what must still be there. Exit 0 when the record
// was opened in the ABHA app.

#include "common/log.h"
#include "compose/installation.h"
#include "desktop.h"
#include "journeys/six_steps.h"
#include "storage/facility_repository.h"
#include "storage/journey_repository.h"
#include "ui/session/observe.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QQuickWindow>
#include <QTest>

#include <cstdio>

using namespace nadi;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr int startMs = 30'000;
const Actor clerk{UserId(u"clerk-1"_s), Role::Clerk};

void say(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// The desk's place as the database has it.
auto keptPlace(desktop::Desktop &desktop)
{
    return desktop.store().run(
        [](storage::Connection &db) { return storage::JourneyRepository(db).journey(u"desk"_s, clerk.user); });
}

QJsonObject lineOf(const QString &what, const Result<std::optional<storage::Journey>> &journey)
{
    QJsonObject line{{u"what"_s, what}, {u"step"_s, u"home"_s}};
    if (!journey || !*journey)
        return line;
    line = (*journey)->details;
    line.insert(u"what"_s, what);
    line.insert(u"step"_s, (*journey)->step);
    return line;
}

/// Who the page on the screen is about; empty while it is being read, and on a page about nobody.
QString shownName(ui::AppController &app)
{
    const auto page = app.page();
    if (page == u"patient")
        return app.patient()->patient().name;
    if (page == u"booking")
        return app.booking()->patient().name;
    if (page == u"link-check")
        return app.linkCheck()->patient().name;
    if (page == u"add")
        return app.add()->loaded() ? app.add()->patient().name : QString();
    if (page == u"confirm")
        return app.confirmation()->loaded() ? app.confirmation()->patient().name : QString();
    return page == u"success" ? app.success()->patient().name : QString();
}

int shownPages(ui::AppController &app)
{
    if (app.page() == u"add")
        return app.add()->pages()->count();
    return app.page() == u"confirm" ? app.confirmation()->pages()->count() : 0;
}

class Witness
{
public:
    explicit Witness(desktop::Desktop &desktop)
        : m_desktop(desktop)
        , m_app(*desktop.app())
    {
        QObject::connect(&m_app, &ui::AppController::pageChanged, &m_app, [this] { pageChanged(); });
    }

    /// After the first question to the database is answered, the window stands where it will stay.
    bool tellWhereItResumed()
    {
        auto place = keptPlace(m_desktop);
        bool answered = false;
        ui::observe(&m_app, place, [&answered](const auto &) { answered = true; });
        if (!QTest::qWaitFor([&] { return answered; }, startMs))
            return false;
        const auto first = m_first.isEmpty() ? m_app.page() : m_first;
        const bool aboutSomebody = first != u"home";
        if (aboutSomebody && !QTest::qWaitFor([this] { return !shownName(m_app).isEmpty(); }, startMs))
            return false;
        auto line = lineOf(u"resumed"_s, place.result());
        line.insert(u"step"_s, first);
        line.insert(u"name"_s, shownName(m_app));
        line.insert(u"pages"_s, shownPages(m_app));
        say(line);
        return true;
    }

private:
    void pageChanged()
    {
        if (m_first.isEmpty())
            m_first = m_app.page();
        if (m_app.page() == u"add" && !m_watchesPages) {
            m_watchesPages = true;
            QObject::connect(m_app.add()->pages(), &ui::RowModel::countChanged, &m_app,
                [this] { say({{u"what"_s, u"pages"_s}, {u"pages"_s, m_app.add()->pages()->count()}}); });
        }
        say({{u"what"_s, u"shown"_s}, {u"step"_s, m_app.page()}});
        // The store works in order: this answer says what was written for the page just shown.
        ui::observe(&m_app, keptPlace(m_desktop), [](const auto &place) { say(lineOf(u"kept"_s, place)); });
    }

    desktop::Desktop &m_desktop;
    ui::AppController &m_app;
    QString m_first;
    bool m_watchesPages = false;
};

/// The number of the step on the screen; 0 for the page of a journey that is over.
int stepOf(ui::AppController &app, const QString &patient)
{
    static const QStringList steps{u"home"_s, u"booking"_s, u"link-check"_s, u"add"_s, u"confirm"_s, u"success"_s};
    if (app.page() == u"patient")
        return 2;
    if (app.page() == u"success" && shownName(app) != patient)
        return 0;
    return int(steps.indexOf(app.page())) + 1;
}

bool walk(desktop::Desktop &desktop, const QStringList &arguments)
{
    auto facilities
        = desktop.store().run([](storage::Connection &db) { return storage::FacilityRepository(db).facilities(); });
    facilities.waitForFinished();
    const auto found = facilities.result();
    if (!found || found->isEmpty() || !desktop.open(found->constFirst(), clerk, u"Clerk"_s))
        return false;
    // Before any event is handled, so that it sees the page to which the window returns.
    Witness witness(desktop);
    if (!QTest::qWaitForWindowExposed(desktop.window()) || !witness.tellWhereItResumed())
        return false;
    test::Pilot pilot(*desktop.window());
    const test::SixSteps::Plan plan{
        u"crash"_s, arguments.value(1), arguments.value(2), {arguments.value(3)}, arguments.value(4).toInt(), false};
    int step = stepOf(*desktop.app(), plan.patient);
    if (step == 0) {
        if (!pilot.click(u"Next patient"_s))
            return false;
        step = 1;
    }
    return test::SixSteps(pilot, QString(), plan).run(step);
}

}

int main(int argc, char **argv)
{
    installJsonLog(u"nadi-crash-window"_s);
    QGuiApplication application(argc, argv);
    desktop::prepareApplication(u"en_IN"_s);
    const auto settings = Settings::load({}, QProcessEnvironment::systemEnvironment());
    if (!settings)
        return 2;
    const SystemClock clock;
    SystemRandom random;
    RandomIdSource ids(random);
    const auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, random);
    if (!installation)
        return 2;
    desktop::Desktop desktop({*settings, installation->database, installation->sealer.get(),
        QStringLiteral(NADI_BIN_DIR "/nadi-pages"), &clock, &ids});
    const bool done = walk(desktop, application.arguments());
    say({{u"what"_s, done ? u"done"_s : u"failed"_s}});
    return done ? 0 : 1;
}
