#include "start.h"

#include "common/log.h"
#include "storage/facility_repository.h"
#include "ui/session/observe.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int noClinic = 3;

}

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The clinic's window."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"sandbox"_s, u"Train on an invented clinic with a local health network."_s});
    parser.addOption({u"self-test"_s, u"Show the window, print the time and memory of its first frame, and quit."_s});
    parser.addOption({u"settings"_s, u"Settings file."_s, u"file"_s});
    parser.process(app);
    return {parser.isSet(u"sandbox"_s), parser.isSet(u"self-test"_s), parser.value(u"settings"_s)};
}

QString pageWorkerFrom(const Settings &settings)
{
    const auto set = settings.text(u"documents.workerPath"_s);
    return set.isEmpty() ? QDir(QCoreApplication::applicationDirPath()).filePath(u"nadi-pages"_s) : set;
}

void openFirstFacility(Desktop &desktop, std::function<void(QQuickWindow &)> opened)
{
    auto facilities
        = desktop.store().run([](storage::Connection &db) { return storage::FacilityRepository(db).facilities(); });
    ui::observe(
        &desktop.store(), facilities, [&desktop, opened = std::move(opened)](const Result<QList<Facility>> &found) {
            const QString user = qEnvironmentVariable("USER", u"desk"_s);
            if (!found)
                qCCritical(lcUi) << "cannot read the clinic:" << found.error().code;
            else if (found->isEmpty())
                qCCritical(lcUi) << "CLINIC-NONE: no facility in this database yet";
            else if (desktop.open(found->constFirst(), {UserId(user), Role::Clerk}, user))
                return opened(*desktop.window());
            QCoreApplication::exit(noClinic);
        });
}

}
