#pragma once

#include "demo_clinic.h"
#include "desktop.h"
#include "support/manual_clock.h"
#include "support/plain_sealer.h"
#include "support/seeded_random.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

namespace nadi::test
{

/// The real window on the demo clinic in a throw-away file, with a clock that stands at 09:40 on a Friday in Pune.
class DeskWindow
{
public:
    explicit DeskWindow(const QProcessEnvironment &environment = {}, const QString &file = {})
        : m_ids(m_random)
        , m_desktop({Settings::load(QString(), environment).value(),
              {storage::Backend::Sqlite, file.isEmpty() ? m_dir.filePath(QStringLiteral("clinic.db")) : file,
                  TenantId(QStringLiteral("t1")), storage::Durability::Relaxed},
              &m_sealer, QStringLiteral(NADI_BIN_DIR "/nadi-pages"), &clock, &m_ids})
    {
        desktop::prepareApplication(m_desktop.parts().settings.text(QStringLiteral("app.language")));
        const auto demo = desktop::DemoClinic::describe();
        auto filled = m_desktop.store().run([this, demo](storage::Connection &db) {
            clinic::Work work{db, clock, m_ids, demo.clerk};
            return desktop::fillDemoClinic(work);
        });
        filled.waitForFinished();
        m_filled = filled.result().has_value() && m_desktop.open(demo.facility, demo.clerk, demo.clerkName);
    }

    bool isOpen() const { return m_filled; }
    ui::AppController &app() { return *m_desktop.app(); }
    desktop::Desktop &desktop() { return m_desktop; }
    QQuickWindow &window() { return *m_desktop.window(); }
    QString file(const QString &name) const { return m_dir.filePath(name); }

    /// What assistive technology finds by this name; nullptr when a person with a screen reader would not find it
    /// either.
    QQuickItem *byName(const QString &name, QAccessible::Role role = QAccessible::Button)
    {
        return find(QAccessible::queryAccessibleInterface(&window()), name, role);
    }
    bool canPress(const QString &name)
    {
        const auto *item = byName(name);
        return item && item->isEnabled();
    }
    void press(const QString &name, QAccessible::Role role = QAccessible::Button)
    {
        auto *iface = QAccessible::queryAccessibleInterface(byName(name, role));
        iface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    }

    /// A PNG beside the others when NADI_SCREENS names a folder.
    void show(const QString &name)
    {
        QTest::qWait(0);
        if (const auto folder = qEnvironmentVariable("NADI_SCREENS"); !folder.isEmpty()) {
            QTest::qWait(400); // entering animations, only for the picture
            window().grabWindow().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
    }

    ManualClock clock{UtcTime::fromMs(1'795'147'800'000)}; // 2026-11-20T04:10:00Z

private:
    static QQuickItem *find(QAccessibleInterface *node, const QString &name, QAccessible::Role role)
    {
        if (!node)
            return nullptr;
        if (node->role() == role && node->text(QAccessible::Name) == name && !node->state().invisible)
            return qobject_cast<QQuickItem *>(node->object());
        for (int i = 0; i < node->childCount(); ++i)
            if (auto *found = find(node->child(i), name, role))
                return found;
        return nullptr;
    }

    QTemporaryDir m_dir;
    SeededRandom m_random{7};
    RandomIdSource m_ids;
    PlainSealer m_sealer;
    desktop::Desktop m_desktop;
    bool m_filled = false;
};

}
