#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace nadi::test
{

struct Answer
{
    int exit = -1;
    QByteArray out;
    QByteArray log;

    QList<QByteArray> lines() const
    {
        auto all = out.split('\n');
        if (!all.isEmpty() && all.last().isEmpty())
            all.removeLast();
        return all;
    }
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QString error() const { return json().value(u"error").toString(); }
};

/// Runs the built nadictl once.
inline Answer nadictl(const QStringList &arguments, const QByteArray &input = {},
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(NADI_BIN_DIR "/nadictl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

}
