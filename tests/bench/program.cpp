#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

#include <vector>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int patienceMs = 30'000;

void end(QProcess &process)
{
    process.closeWriteChannel();
    process.terminate();
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished();
    }
}

}

Program::Program(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment)
    : m_begun(std::chrono::steady_clock::now())
{
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(path, arguments);
    m_process.waitForStarted();
}

Program::~Program()
{
    end(m_process);
}

QJsonObject Program::firstLine()
{
    while (m_process.canReadLine() || m_process.waitForReadyRead(patienceMs)) {
        m_untilLine = std::chrono::steady_clock::now() - m_begun;
        const auto said = QJsonDocument::fromJson(m_process.readLine()).object();
        if (!said.isEmpty())
            return said;
    }
    return {};
}

std::chrono::nanoseconds Program::processorTime() const
{
    // schedstat counts nanoseconds; utime and stime of /proc/<pid>/stat count in steps of 10 ms, which is half of what
    // an idle program may use in 20 s. A thread that ended in between would be missed: idle programs end none.
    const QDir tasks(u"/proc/%1/task"_s.arg(m_process.processId()));
    qint64 total = 0;
    for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + u"/schedstat"_s));
        if (file.open(QIODevice::ReadOnly))
            total += file.readAll().split(' ').value(0).toLongLong();
    }
    return std::chrono::nanoseconds(total);
}

bool Program::endedWell()
{
    return (m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patienceMs))
        && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

VirtualDisplay::VirtualDisplay()
{
    m_process.start(
        u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1366x768x24"_s, u"-nolisten"_s, u"tcp"_s});
    if (m_process.waitForStarted() && m_process.waitForReadyRead(patienceMs))
        m_name = u":"_s + QString::fromLatin1(m_process.readLine().trimmed());
}

QProcessEnvironment VirtualDisplay::environment(QProcessEnvironment other) const
{
    other.insert(u"DISPLAY"_s, m_name.value_or(QString()));
    other.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    return other;
}

VirtualDisplay::~VirtualDisplay()
{
    end(m_process);
}

}
