#pragma once

#include "abha_link.h"
#include "common/clock.h"
#include "common/random.h"
#include "common/settings.h"
#include "documents/worker.h"
#include "registry_link.h"
#include "storage/store.h"
#include "ui/session/services.h"
#include "ui/shell/app_controller.h"

#include <QQmlApplicationEngine>

#include <memory>
#include <optional>

class QQuickWindow;

namespace nadi::desktop
{

/// What differs between a clinic, the sandbox and a test.
struct DesktopParts
{
    Settings settings;
    storage::DatabaseConfig database;
    const storage::Sealer *sealer = nullptr; ///< outlives the desktop
    QString pageWorker; ///< path of nadi-pages
    const Clock *clock = nullptr;
    IdSource *ids = nullptr;
};

/// The store, the page worker and the window over them.
class Desktop
{
public:
    explicit Desktop(DesktopParts parts);
    ~Desktop();

    storage::Store &store() { return m_store; }
    const DesktopParts &parts() const { return m_parts; }
    /// Opens the window for a facility. False when the QML did not load.
    bool open(const Facility &facility, const Actor &actor, const QString &userName);
    /// From now on people are created and verified through this; the one before has ended.
    void use(AbhaLink abha);
    /// The same for look-ups in the national registries.
    void use(std::unique_ptr<abdm::registry::LookupThread> registries);
    /// The same for what is printed.
    void use(std::shared_ptr<ui::Printing> printing);
    QQuickWindow *window() const;
    /// Nothing before open().
    const ui::UiServices *services() const { return m_services ? &*m_services : nullptr; }
    ui::AppController *app() const { return m_app.get(); }

private:
    DesktopParts m_parts;
    storage::Store m_store;
    documents::PageWorker m_pages;
    AbhaLink m_abha;
    std::unique_ptr<abdm::registry::LookupThread> m_registries;
    std::optional<ui::UiServices> m_services;
    std::unique_ptr<ui::AppController> m_app;
    // Last, so that the page goes before what it looks at.
    std::unique_ptr<QQmlApplicationEngine> m_engine;
};

/// Fonts, language and the like, before any window. `language` empty follows the system.
void prepareApplication(const QString &language);

}
