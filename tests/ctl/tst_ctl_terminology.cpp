#include "common/settings.h"
#include "nadictl.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <sys/resource.h>

using namespace nadi;
using namespace Qt::StringLiterals;
using test::nadictl;

/// nadictl terminology: import with its licence, list, search; and a kill in the middle.
class TestCtlTerminology : public QObject
{
    Q_OBJECT

    QTemporaryDir directory;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write a release");
        return file.fileName();
    }
    test::Answer ask(const QStringList &arguments) const
    {
        return nadictl(QStringList{u"terminology"_s} + arguments, {}, environment);
    }

private Q_SLOTS:
    void initTestCase()
    {
        environment.insert(Settings::environmentName(u"database.location"_s), directory.filePath(u"clinic.db"_s));
    }

    void aReleaseIsImportedListedAndSearched()
    {
        const auto table = write(u"icd10.csv"_s, "code,title\nA00,Cholera\nA00-A09,A block\nA01,Typhoid fever\n");
        const QStringList import{u"import"_s, table, u"--kind"_s, u"icd10"_s, u"--version"_s, u"WHO 2019"_s};
        const auto asked = ask(import);
        QCOMPARE(asked.exit, 1);
        QCOMPARE(asked.error(), u"TERM-LICENCE"_s);
        QVERIFY(asked.json()[u"notice"].toString().contains(u"World Health Organization"));

        const auto imported = ask(import + QStringList{u"--accept-licence"_s});
        QCOMPARE(imported.exit, 0);
        QCOMPARE(imported.json()[u"concepts"].toInt(), 2);
        QCOMPARE(imported.json()[u"leftOut"].toArray(), QJsonArray{3});
        QVERIFY(imported.log.contains("indexing 100 %"));

        const auto release = ask({u"list"_s}).json()[u"releases"][0];
        QCOMPARE(release[u"kind"].toString(), u"icd10"_s);
        QCOMPARE(release[u"version"].toString(), u"WHO 2019"_s);
        QVERIFY(release[u"notice"].toString().contains(u"World Health Organization"));
        QVERIFY(!release[u"importedAt"].toString().isEmpty());

        const auto found = ask({u"search"_s, u"typh"_s, u"fev"_s, u"--scope"_s, u"diagnosis"_s});
        QCOMPARE(found.exit, 0);
        const QJsonObject hit{{u"system"_s, u"icd10"_s}, {u"code"_s, u"A01"_s}, {u"display"_s, u"Typhoid fever"_s},
            {u"matched"_s, u"Typhoid fever"_s}, {u"match"_s, u"words"_s}};
        QCOMPARE(found.json()[u"hits"].toArray(), QJsonArray{hit});
        QCOMPARE(ask({u"search"_s, u"typh"_s, u"--scope"_s, u"medicine"_s}).exit, 1);
    }

    void wrongUseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown action") << QStringList{u"forget"_s};
        QTest::newRow("import without a kind") << QStringList{u"import"_s, u"a.csv"_s};
        QTest::newRow("import of an unknown kind") << QStringList{u"import"_s, u"a.csv"_s, u"--kind"_s, u"icd9"_s};
        QTest::newRow("import of TM2") << QStringList{u"import"_s, u"a.csv"_s, u"--kind"_s, u"icd11-tm2"_s};
        QTest::newRow("import of two") << QStringList{u"import"_s, u"a"_s, u"b"_s, u"--kind"_s, u"loinc"_s};
        QTest::newRow("search without words") << QStringList{u"search"_s};
        QTest::newRow("unknown scope") << QStringList{u"search"_s, u"a"_s, u"--scope"_s, u"wishes"_s};
        QTest::newRow("limit zero") << QStringList{u"search"_s, u"a"_s, u"--limit"_s, u"0"_s};
        QTest::newRow("list of something") << QStringList{u"list"_s, u"icd10"_s};
        QTest::newRow("accepting without an import") << QStringList{u"list"_s, u"--accept-licence"_s};
    }
    void wrongUseIsRefused()
    {
        QFETCH(QStringList, arguments);
        const auto answer = ask(arguments);
        QCOMPARE(answer.error(), u"CTL-USAGE"_s);
        QCOMPARE(answer.exit, 2);
    }

    void aSpreadsheetSaysHowToConvertIt()
    {
        const auto answer = ask(
            {u"import"_s, write(u"codes.xls"_s, "\xD0\xCF\x11\xE0"), u"--kind"_s, u"namaste"_s, u"--accept-licence"_s});
        QCOMPARE(answer.error(), u"TERM-SHEET"_s);
        QVERIFY(answer.json()[u"message"].toString().contains(u"LibreOffice"));
        QCOMPARE(answer.exit, 1);
    }

    void anImportThatIsKilledLosesNothing()
    {
        const auto small = write(u"small.csv"_s, "code,title\nA00,Cholera\n");
        QCOMPARE(ask({u"import"_s, small, u"--kind"_s, u"icd10"_s, u"--accept-licence"_s}).exit, 0);
        const QStringList cholera{u"search"_s, u"cholera"_s, u"--scope"_s, u"diagnosis"_s};
        QByteArray table = "code,title\n";
        for (int i = 0; i < 20'000; ++i)
            table += "B" + QByteArray::number(10 + i % 90) + '.' + QByteArray::number(i / 90).rightJustified(4, '0')
                + ",Invented disease of number " + QByteArray::number(i) + '\n';
        const QStringList import{
            u"import"_s, write(u"big.csv"_s, table), u"--kind"_s, u"icd10"_s, u"--accept-licence"_s};

        // Ends it by a signal in the middle of a write, always at the same byte.
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] {
            const rlimit room{1 << 20, 1 << 20};
            ::setrlimit(RLIMIT_FSIZE, &room);
        });
        process.start(QStringLiteral(NADI_BIN_DIR "/nadictl"), QStringList{u"terminology"_s} + import);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QVERIFY(QFile::exists(directory.filePath(u"terminology/icd10.db.new"_s)));

        QCOMPARE(ask(cholera).exit, 0);
        const auto again = ask(import);
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.json()[u"concepts"].toInt(), 20'000);
        QCOMPARE(ask(cholera).exit, 1);
        QVERIFY(!QFile::exists(directory.filePath(u"terminology/icd10.db.new"_s)));
    }
};

QTEST_GUILESS_MAIN(TestCtlTerminology)
#include "tst_ctl_terminology.moc"
