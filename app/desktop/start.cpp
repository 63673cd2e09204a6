#include "start.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

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

}
