#include "first_frame.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickWindow>
#include <QTimer>

#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int noFrame = 4;
constexpr std::chrono::seconds patience{30};

QByteArray procFile(const QString &name)
{
    QFile file(u"/proc/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Milliseconds from exec to now, in steps of 10. Since the process began, not since main(): what loading the libraries
/// takes is felt too.
double sinceStart()
{
    const auto stat = procFile(u"self/stat"_s);
    // Field 22, counted behind the name in brackets: clock ticks from the machine's start to ours.
    const auto startTicks = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    const auto upSeconds = procFile(u"uptime"_s).split(' ').value(0).toDouble();
    return (upSeconds - startTicks / double(sysconf(_SC_CLK_TCK))) * 1000;
}

/// "Rss" or "Pss" of all mappings.
double megabytes(const QByteArray &rollup, const QByteArray &which)
{
    const auto at = rollup.indexOf('\n' + which + ':');
    return at < 0 ? 0 : rollup.mid(at + which.size() + 2, 24).simplified().split(' ').value(0).toDouble() / 1024;
}

void report()
{
    const auto ms = sinceStart();
    const auto rollup = procFile(u"self/smaps_rollup"_s);
    const QJsonObject line{
        {u"firstFrameMs"_s, ms}, {u"rssMb"_s, megabytes(rollup, "Rss")}, {u"pssMb"_s, megabytes(rollup, "Pss")}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QCoreApplication::quit();
}

}

void reportFirstFrame(QQuickWindow &window)
{
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, report,
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    QTimer::singleShot(patience, &window, [] { QCoreApplication::exit(noFrame); });
}

}
