#pragma once

#include <QProcess>
#include <QStandardPaths>

#include <optional>

namespace nadi::test
{

/// Runs a program of the system to its end; its output, or nothing when it is missing or failed.
inline std::optional<QByteArray> run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty())
        return std::nullopt;
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(found, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit) {
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}

inline bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

}
