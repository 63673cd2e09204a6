#include "start.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickWindow>

#include <unistd.h>

#include <cstdio>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{

QByteArray procFile(const QString &name)
{
    QFile file(u"/proc/self/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Milliseconds since the epoch. Field 22 of stat is in clock ticks since the machine began.
qint64 processStart()
{
    const auto stat = procFile(u"stat"_s);
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    QFile uptime(u"/proc/uptime"_s);
    if (fields.size() < 20 || !uptime.open(QIODevice::ReadOnly))
        return QDateTime::currentMSecsSinceEpoch();
    const double upMs = uptime.readAll().split(' ').value(0).toDouble() * 1000;
    return QDateTime::currentMSecsSinceEpoch()
        - qint64(upMs - fields[19].toDouble() * 1000 / double(sysconf(_SC_CLK_TCK)));
}

double residentMegabytes()
{
    return procFile(u"statm"_s).split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

}

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The clinic's window."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"sandbox"_s, u"Train on an invented clinic with a local health network."_s});
    parser.addOption({u"measure-start"_s, u"Print the time and memory of the first frame, and quit."_s});
    parser.addOption({u"settings"_s, u"Settings file."_s, u"file"_s});
    parser.process(app);
    return {parser.isSet(u"sandbox"_s), parser.isSet(u"measure-start"_s), parser.value(u"settings"_s)};
}

QString pageWorkerFrom(const Settings &settings)
{
    const auto set = settings.text(u"documents.workerPath"_s);
    return set.isEmpty() ? QDir(QCoreApplication::applicationDirPath()).filePath(u"nadi-pages"_s) : set;
}

void reportFirstFrame(QQuickWindow &window)
{
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [] {
            // Since the process began, not since main(): what loading the libraries takes is felt too.
            const auto started = processStart();
            const QJsonObject line{
                {u"firstFrameMs"_s, QDateTime::currentMSecsSinceEpoch() - started}, {u"rssMb"_s, residentMegabytes()}};
            std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
            std::fflush(stdout);
            QCoreApplication::quit();
        },
        Qt::SingleShotConnection);
}

}
