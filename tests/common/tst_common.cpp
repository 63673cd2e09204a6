#include "common/id.h"
#include "common/log.h"
#include "common/secret.h"
#include "common/settings.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;

class TstCommon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeReadsWhatGatewaysSend_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        const QString same = QStringLiteral("2026-02-12T09:41:07.512Z");
        QTest::newRow("milliseconds and Z") << same << same;
        QTest::newRow("no Z, nanoseconds")
            << QStringLiteral("2024-08-09T14:29:06.667441478") << QStringLiteral("2024-08-09T14:29:06.667Z");
        QTest::newRow("no fraction") << QStringLiteral("2026-02-12T09:41:07Z")
                                     << QStringLiteral("2026-02-12T09:41:07.000Z");
        QTest::newRow("one digit") << QStringLiteral("2026-02-12T09:41:07.5Z")
                                   << QStringLiteral("2026-02-12T09:41:07.500Z");
        QTest::newRow("seven digits") << QStringLiteral("2026-02-12T09:41:07.5123456Z") << same;
        QTest::newRow("space") << QStringLiteral("2026-02-12 09:41:07.512") << same;
        QTest::newRow("india") << QStringLiteral("2026-02-12T15:11:07.512+05:30") << same;
        QTest::newRow("india, no colon") << QStringLiteral("2026-02-12T15:11:07.512+0530") << same;
        QTest::newRow("west") << QStringLiteral("2026-02-12T04:41:07.512-05:00") << same;
        QTest::newRow("lower z") << QStringLiteral("2026-02-12T09:41:07.512z") << same;
        QTest::newRow("date alone") << QStringLiteral("2026-02-12") << QStringLiteral("2026-02-12T00:00:00.000Z");
        QTest::newRow("minutes") << QStringLiteral("2026-02-12T09:41Z") << QStringLiteral("2026-02-12T09:41:00.000Z");
        QTest::newRow("blank around") << QStringLiteral("  2026-02-12T09:41:07.512Z ") << same;
        for (const char *bad :
            {"", "yesterday", "2026-13-01", "2026-02-30T00:00:00Z", "2026-02-12T25:00:00Z", "12-02-2026"})
            QTest::newRow(bad[0] ? bad : "empty") << QString::fromLatin1(bad) << QString();
    }
    void timeReadsWhatGatewaysSend()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto time = UtcTime::parse(text);
        QCOMPARE(time.has_value(), !iso.isEmpty());
        if (time)
            QCOMPARE(time->toIso(), iso);
        else
            QCOMPARE(time.error().code, QStringLiteral("TIME-FORMAT"));
    }

    void idsAreVersion4AndDiffer()
    {
        test::SeededRandom random(7);
        RandomIdSource ids(random);
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const auto id = ids.uuid();
            QCOMPARE(id.size(), 36);
            QCOMPARE(id.at(14), u'4');
            QVERIFY(QStringLiteral("89ab").contains(id.at(19)));
            seen << id;
        }
        QCOMPARE(seen.size(), 1000);
    }

    void systemRandomFillsOddLengths()
    {
        SystemRandom random;
        for (qsizetype n : {1, 3, 5, 12, 32, 33}) {
            const auto a = random.bytes(n);
            QCOMPARE(a.size(), n);
            if (n >= 12)
                QVERIFY(a != random.bytes(n));
        }
    }

    void secretsCompareAndWipe()
    {
        QByteArray bytes("0123456789");
        QVERIFY(Secret(bytes) == Secret(QByteArray("0123456789")));
        QVERIFY(!(Secret(bytes) == Secret(QByteArray("0123456788"))));
        QVERIFY(!(Secret(bytes) == Secret(QByteArray("012345678"))));
        QCOMPARE(bytes, QByteArray("0123456789"));
        Secret::wipe(bytes);
        QVERIFY(bytes.isEmpty());
    }

    void logMasksPersonalDataAndForgedLines_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        const auto row = [](const char *name, const char *in, const char *out) {
            QTest::newRow(name) << QString::fromUtf8(in) << QString::fromUtf8(out);
        };
        row("abha number", "abha 91-1234-5678-9012 seen", "abha <digits> seen");
        row("mobile", "to 9876543210", "to <digits>");
        row("abha address", "for asha.verma1990@sbx now", "for <address> now");
        row("jwt", "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl end", "token <token> end");
        row("two lines", "a\nb\r\tc", "a b  c");
        row("small numbers stay", "attempt 3 of 12, 404", "attempt 3 of 12, 404");
        row("request id stays", "request 7d3b4a0c-1f2e-4c8e-9f1a-2b7a51f9c011",
            "request 7d3b4a0c-1f2e-4c8e-9f1a-2b7a51f9c011");
    }
    void logMasksPersonalDataAndForgedLines()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(redacted(in), out);
    }

    void settingsTakeEnvironmentOverFileOverDefault()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("nadi.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[gateway]\ncmId=abdm\nbaseUrl=https://gateway.example\n[documents]\nmaxPages=7\n");
        file.close();
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("NADI_DOCUMENTS_MAX_PAGES"), QStringLiteral("9"));
        const auto settings = Settings::load(path, environment);
        QVERIFY(settings);
        QCOMPARE(settings->text(QStringLiteral("gateway.cmId")), QStringLiteral("abdm"));
        QCOMPARE(settings->integer(QStringLiteral("documents.maxPages")), 9);
        QCOMPARE(settings->integer(QStringLiteral("bridge.maxConnections")), 200);
        QCOMPARE(settings->list(QStringLiteral("callback.audiences")), QStringList{QStringLiteral("account")});
    }

    void wrongSettingsNameTheKeyNeverTheValue_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("type") << QStringLiteral("NADI_DOCUMENTS_MAX_PAGES") << QStringLiteral("many")
                              << QStringLiteral("SET-TYPE");
        QTest::newRow("range") << QStringLiteral("NADI_DOCUMENTS_MAX_PAGES") << QStringLiteral("0")
                               << QStringLiteral("SET-RANGE");
        QTest::newRow("flag") << QStringLiteral("NADI_GATEWAY_JWKS_WITH_TOKEN") << QStringLiteral("perhaps")
                              << QStringLiteral("SET-TYPE");
    }
    void wrongSettingsNameTheKeyNeverTheValue()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, code);
        QProcessEnvironment environment;
        environment.insert(name, value);
        const auto settings = Settings::load({}, environment);
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, code);
        QVERIFY(settings.error().detail.contains(u'.'));
        QVERIFY(!settings.error().detail.contains(value));
    }

    void unknownSettingsInAFileAreRefused()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("nadi.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[gateway]\nbaseUlr=https://typo.example\n");
        file.close();
        const auto settings = Settings::load(path, {});
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, QStringLiteral("SET-UNKNOWN"));
    }

    void describingSettingsHidesWhatMayNotBeLogged()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("NADI_DATABASE_LOCATION"), QStringLiteral("/home/asha/clinic.db"));
        const auto settings = Settings::load({}, environment);
        QVERIFY(settings);
        const auto text = settings->describe().join(u'\n');
        QVERIFY(!text.contains(QStringLiteral("asha")));
        QVERIFY(text.contains(QStringLiteral("database.location = (set)")));
    }
};

QTEST_GUILESS_MAIN(TstCommon)
#include "tst_common.moc"
