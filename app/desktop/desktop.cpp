#include "desktop.h"

#include "compose/installation.h"
#include "terminology/term_desk.h"
#include "ui/session/page_image_provider.h"
#include "ui/session/scanner_watch.h"
#include "ui/session/search_warming.h"
#include "ui/shell/window_theme.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickWindow>
#include <QTranslator>

namespace nadi::desktop
{
namespace
{

documents::PageLimits limitsFrom(const Settings &settings)
{
    documents::PageLimits limits;
    limits.fileBytes = settings.integer(QStringLiteral("documents.maxFileBytes"));
    limits.pages = int(settings.integer(QStringLiteral("documents.maxPages")));
    limits.cpuSeconds = int(settings.integer(QStringLiteral("documents.workerSeconds")));
    return limits;
}

}

void prepareApplication(const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    else if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::India));
    auto *translator = new QTranslator(qApp);
    if (translator->load(QLocale(), QStringLiteral("nadi"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(translator);
    QGuiApplication::setFont(ui::Typography().body());
}

Desktop::Desktop(DesktopParts parts)
    : m_parts(std::move(parts))
    , m_store(m_parts.database, *m_parts.sealer)
    , m_pages(m_parts.pageWorker, limitsFrom(m_parts.settings))
{
}

Desktop::~Desktop()
{
    m_engine.reset();
}

bool Desktop::open(const Facility &facility, const Actor &actor, const QString &userName)
{
    const auto terms = app::terminologyFolderOf(m_parts.settings).value_or(QString()); // none: the starter set
    m_services.emplace(ui::UiServices{m_store, m_pages, *m_parts.clock, *m_parts.ids, m_parts.settings, facility, actor,
        userName, m_abha.desk.get(), m_registries.get(), std::make_shared<terminology::TermDesk>(terms)});
    m_app = std::make_unique<ui::AppController>(*m_services);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->addImageProvider(QStringLiteral("page"), new ui::PageImageProvider(m_store));
    ui::applyTheme(*m_engine, m_parts.settings);
    m_engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(m_app.get())}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Nadi/Shell/Main.qml")));
    if (m_engine->rootObjects().isEmpty())
        return false;
    auto *scanner = new ui::ScannerWatch(*qApp, *m_parts.clock, m_app.get());
    QObject::connect(scanner, &ui::ScannerWatch::scanned, m_app->scan(), &ui::ScanController::read);
    QObject::connect(scanner, &ui::ScannerWatch::unreadable, m_app->scan(), &ui::ScanController::unreadable);
    m_app->resume();
    ui::warmSearch(*m_services, m_app.get());
    return true;
}

void Desktop::use(AbhaLink abha)
{
    // Nobody may see the old one after it has gone.
    std::swap(m_abha, abha);
    if (m_services)
        m_services->abha = m_abha.desk.get();
}

void Desktop::use(std::unique_ptr<abdm::registry::LookupThread> registries)
{
    std::swap(m_registries, registries);
    if (m_services)
        m_services->registries = m_registries.get();
}

void Desktop::use(std::shared_ptr<ui::Printing> printing)
{
    if (m_services)
        m_services->printing = std::move(printing);
}

QQuickWindow *Desktop::window() const
{
    return m_engine ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0)) : nullptr;
}

}
