#include "sandbox/sandbox.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

class TestSandboxProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir directory;

    void start(QProcess &process, const QString &mode) { start(process, mode, {u"--dir"_s, directory.path()}); }
    static void start(QProcess &process, const QString &mode, const QStringList &options)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NADI_APP_MODE"_s, mode);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(NADI_BIN_DIR "/nadi-sandbox"), options);
    }

private Q_SLOTS:
    void saysInOneLineWhereItIsAndEndsWithItsInput()
    {
        QProcess process;
        start(process, u"sandbox"_s);
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20'000);
        const auto ready = QJsonDocument::fromJson(process.readLine()).object();
        QVERIFY(ready[u"ready"].toBool());
        for (const auto *key : {u"gateway", u"registry", u"control", u"phone", u"ticket", u"clientId"})
            QVERIFY2(!ready[QStringView(key)].toString().isEmpty(), qPrintable(QStringView(key).toString()));
        for (const auto *key : {u"caFile", u"clientSecretFile", u"bridgeCertificateFile", u"bridgeKeyFile"}) {
            const QFileInfo file(ready[QStringView(key)].toString());
            QVERIFY(file.exists());
            QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 0);
    }

    void itsOwnFolderIsForItsOwnerAloneAndGoneAtTheEnd()
    {
        QProcess process;
        start(process, u"sandbox"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20'000);
        const auto ready = QJsonDocument::fromJson(process.readLine()).object();
        const QFileInfo folder(QFileInfo(ready[u"clientSecretFile"].toString()).absolutePath());
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(folder.isDir() && !(folder.permissions() & others));
        QVERIFY(!folder.fileName().contains(QString::number(process.processId()))); // nobody prepared it
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(10'000));
        QVERIFY(!QFileInfo::exists(folder.absoluteFilePath()));
    }

    void endsOnSigterm()
    {
        QProcess process;
        start(process, u"sandbox"_s);
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20'000);
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    }

    void refusesToStartWhereProductionSettingsAre()
    {
        QProcess process;
        start(process, u"production"_s);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        QVERIFY(process.readAllStandardError().contains("SANDBOX-PRODUCTION"));
    }
};

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandbox_program.moc"
