#include "sandbox_session.h"

#include "common/log.h"
#include "demo_clinic.h"
#include "ui/session/observe.h"

#include <QDir>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

QProcessEnvironment sandboxEnvironment(const QProcessEnvironment &environment, const QString &directory)
{
    QProcessEnvironment changed = environment;
    const QDir dir(directory);
    const auto set = [&changed](const QString &key, const QString &value) {
        changed.insert(Settings::environmentName(key), value);
    };
    set(u"app.mode"_s, u"sandbox"_s);
    set(u"database.backend"_s, u"sqlite"_s);
    set(u"database.location"_s, dir.filePath(u"clinic.db"_s));
    set(u"keys.file"_s, dir.filePath(u"clinic.key"_s));
    // A clinic that has just begun would look at the registry every quarter of an hour; training cannot wait for that.
    set(u"facility.pollMs"_s, u"5000"_s);
    return changed;
}

SandboxSession::SandboxSession(
    Desktop &desktop, const QString &programs, const QString &directory, const QProcessEnvironment &environment)
    : m_desktop(desktop)
    , m_environment(environment)
    , m_network(programs, directory, environment)
{
}

bool SandboxSession::open()
{
    const auto demo = DemoClinic::describe();
    const auto &parts = m_desktop.parts();
    // First in the store's queue: whatever the window asks comes after it.
    auto filled
        = m_desktop.store().run([clock = parts.clock, ids = parts.ids, clerk = demo.clerk](storage::Connection &db) {
              clinic::Work work{db, *clock, *ids, clerk};
              return fillDemoClinic(work);
          });
    ui::observe(&m_network, filled, [this](const Done &done) {
        if (!done)
            qCCritical(lcUi) << "demo clinic not filled:" << done.error().code << done.error().detail;
        m_network.start();
    });
    QObject::connect(&m_network, &LocalNetwork::ready, &m_network, [this] {
        useNetwork();
        if (auto *app = m_desktop.app())
            app->setPhoneUrl(QUrl(m_network.sandbox()[u"phone"].toString()));
    });
    return m_desktop.open(demo.facility, demo.clerk, demo.clerkName);
}

void SandboxSession::useNetwork()
{
    // Where the sandbox listens is known only now.
    const auto settings = Settings::load({}, bridgeEnvironment(m_environment, m_network.sandbox()));
    const auto &parts = m_desktop.parts();
    auto link = settings ? linkToAbha(*settings, *parts.clock, *parts.ids) : failed(settings);
    if (link)
        m_desktop.use(std::move(*link));
    else
        qCCritical(lcUi) << "no ABHA service:" << link.error().code << link.error().detail;
    auto registries = settings ? linkToRegistries(*settings, *parts.clock, *parts.ids) : failed(settings);
    if (registries)
        m_desktop.use(*std::move(registries));
    else
        qCCritical(lcUi) << "no look-ups:" << registries.error().code << registries.error().detail;
}

}
