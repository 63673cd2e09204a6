#include "clinic_start.h"

#include "clinic/recovery.h"
#include "common/log.h"
#include "storage/facility_repository.h"
#include "ui/session/observe.h"
#include "ui/shell/window_theme.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>

namespace nadi::desktop
{
namespace
{

const QString importCommand = QStringLiteral("nadictl clinic import CLINIC.json");

std::unique_ptr<QQmlApplicationEngine> startWindow(ui::StartController &controller, const Settings &settings)
{
    auto engine = std::make_unique<QQmlApplicationEngine>();
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    ui::applyTheme(*engine, settings);
    engine->setInitialProperties({{QStringLiteral("start"), QVariant::fromValue(&controller)}});
    engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Nadi/Shell/StartWindow.qml")));
    return engine;
}

}

struct ClinicStart::Found
{
    QList<Facility> facilities;
    bool writtenDown = false;
};

ClinicStart::ClinicStart(Desktop &desktop, KeyFacts key, const QString &user)
    : m_desktop(desktop)
    , m_key(std::move(key))
    , m_actor{UserId(user), Role::Clerk}
{
    // The import is another program's commit; the feed tells of it.
    connect(&desktop.store().changes(), &storage::ChangeFeed::changed, this, [this] {
        if (m_controller.page() == u"no-clinic")
            look();
    });
    connect(&m_controller, &ui::StartController::retryAsked, this, &ClinicStart::look);
    connect(&m_controller, &ui::StartController::confirmed, this, &ClinicStart::noteWrittenDown);
    connect(&m_controller, &ui::StartController::postponed, this, &ClinicStart::open);
}

ClinicStart::~ClinicStart()
{
    m_engine.reset(); // before the controller it looks at
}

void ClinicStart::begin()
{
    look();
}

QQuickWindow *ClinicStart::window() const
{
    return m_engine ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0)) : nullptr;
}

void ClinicStart::look()
{
    if (m_looking || m_desktop.app())
        return;
    m_looking = true;
    const auto &parts = m_desktop.parts();
    const bool asksForPaper = !m_key.recoveryText.isEmpty();
    auto found = m_desktop.store().run([clock = parts.clock, ids = parts.ids, actor = m_actor, asksForPaper](
                                           storage::Connection &db) -> Result<Found> {
        auto facilities = storage::FacilityRepository(db).facilities();
        if (!facilities)
            return failed(facilities);
        if (facilities->isEmpty() || !asksForPaper)
            return Found{std::move(*facilities), true};
        clinic::Work work{db, *clock, *ids, actor};
        const auto written = clinic::recoveryIsWrittenDown(work);
        if (!written)
            return failed(written);
        if (!*written)
            if (const auto noted = clinic::noteRecoveryShown(work, QStringLiteral("window")); !noted)
                return failed(noted);
        return Found{std::move(*facilities), *written};
    });
    ui::observe(this, found, [this](const Result<Found> &answer) {
        m_looking = false;
        take(answer);
    });
}

void ClinicStart::take(const Result<Found> &found)
{
    if (!found) {
        qCCritical(lcUi) << "cannot read the clinic:" << found.error().code << found.error().detail;
        m_controller.showFault(found.error());
        return say();
    }
    if (found->facilities.isEmpty()) {
        if (m_controller.page() != u"no-clinic")
            qCWarning(lcUi) << "CLINIC-NONE: no facility in this database yet";
        m_controller.showNoClinic(importCommand);
        return say();
    }
    m_facility = found->facilities.constFirst();
    if (found->writtenDown)
        return open();
    m_controller.showRecovery(m_key.recoveryText);
    say();
}

void ClinicStart::noteWrittenDown()
{
    const auto &parts = m_desktop.parts();
    auto noted
        = m_desktop.store().run([clock = parts.clock, ids = parts.ids, actor = m_actor](storage::Connection &db) {
              clinic::Work work{db, *clock, *ids, actor};
              return clinic::noteRecoveryWrittenDown(work);
          });
    ui::observe(this, noted, [this](const Done &done) {
        if (!done)
            qCCritical(lcUi) << "not noted that the recovery key is written down:" << done.error().code;
        open(); // asked again next time when it could not be noted
    });
}

void ClinicStart::open()
{
    m_key.recoveryText.fill(u'\0');
    m_key.recoveryText.clear();
    if (!m_desktop.open(*m_facility, m_actor, m_actor.user.value()))
        return QCoreApplication::exit(2);
    m_desktop.app()->setKeyInFile(m_key.fellBackToFile);
    Q_EMIT opened(*m_desktop.window());
    // Later, because the small window's own button brought us here.
    QTimer::singleShot(0, this, [this] { m_engine.reset(); });
}

void ClinicStart::say()
{
    if (m_engine)
        return;
    m_engine = startWindow(m_controller, m_desktop.parts().settings);
    if (auto *small = window())
        Q_EMIT opened(*small);
    else
        QCoreApplication::exit(2);
}

int explain(const Error &error, const Settings &settings)
{
    qCCritical(lcUi) << "cannot start:" << error.code << error.detail;
    ui::StartController controller;
    controller.showEnd(error);
    const auto engine = startWindow(controller, settings);
    if (!engine->rootObjects().isEmpty())
        QGuiApplication::exec();
    return 2;
}

}
