#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>
#include <optional>

namespace nadi::test
{

/// A program under measurement. It says one JSON line on standard output when it has come as far as we wait for; it
/// ends with this object.
class Program
{
public:
    Program(const QString &path, const QStringList &arguments, const QProcessEnvironment &environment);
    ~Program();

    /// The first JSON object it says. Empty when it ends, or half a minute passes, before.
    QJsonObject firstLine();
    /// From the moment before exec to the first line.
    std::chrono::duration<double, std::milli> untilFirstLine() const { return m_untilLine; }
    /// Processor time of all its threads up to now.
    std::chrono::nanoseconds processorTime() const;
    bool running() { return m_process.state() == QProcess::Running && !m_process.waitForFinished(0); }
    /// True when it ended by itself with exit code 0.
    bool endedWell();

private:
    QProcess m_process;
    std::chrono::steady_clock::time_point m_begun;
    std::chrono::duration<double, std::milli> m_untilLine{};
};

/// Xvfb for as long as the object lives; no display number is taken twice. Without Xvfb there is no name.
class VirtualDisplay
{
public:
    VirtualDisplay();
    ~VirtualDisplay();
    bool works() const { return m_name.has_value(); }
    /// The environment with which a program shows its windows here.
    QProcessEnvironment environment(QProcessEnvironment other) const;

private:
    QProcess m_process;
    std::optional<QString> m_name;
};

}
