#pragma once

#include "tool.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace nadi::test
{

/// Files made by programs of the system, in a folder that goes away with the test.
class Workshop
{
public:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    /// Empty when the program is missing or failed.
    QByteArray made(const QString &program, const QStringList &arguments, const QString &result) const
    {
        if (!run(program, arguments, m_dir.path()))
            return {};
        QFile file(path(result));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_dir;
};

}

/// A missing program is a loud skip; one that is here must do its work.
#define MADE_OR_SKIP(bytes, program)                                                                                   \
    do {                                                                                                               \
        if (!nadi::test::isInstalled(QStringLiteral(program)))                                                         \
            QSKIP(program " is not installed: its files are not tested");                                              \
        QVERIFY2(!(bytes).isEmpty(), program " failed");                                                               \
    } while (false)
