#include "common/settings.h"
#include "nadictl.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace nadi;
using namespace Qt::StringLiterals;
using test::nadictl;

/// nadictl registry, against the running nadi-sandbox.
class TestCtlRegistry : public QObject
{
    Q_OBJECT

    QTemporaryDir directory;
    QProcess sandbox;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    void set(const QString &key, const QString &value) { environment.insert(Settings::environmentName(key), value); }
    test::Answer ask(const QString &arguments) const
    {
        return nadictl(QStringList{u"registry"_s} + arguments.split(u' ', Qt::SkipEmptyParts), {}, environment);
    }
    static QStringList names(const QJsonValue &rows)
    {
        QStringList out;
        for (const auto &row : rows.toArray())
            out << row[u"name"].toString();
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        set(u"app.mode"_s, u"sandbox"_s);
        sandbox.setProcessEnvironment(environment);
        sandbox.setStandardErrorFile(QProcess::nullDevice());
        sandbox.start(
            QStringLiteral(NADI_BIN_DIR "/nadi-sandbox"), {u"--dir"_s, directory.path(), u"--pace"_s, u"1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.canReadLine(), 20'000);
        const auto ready = QJsonDocument::fromJson(sandbox.readLine()).object();
        set(u"gateway.baseUrl"_s, ready[u"gateway"].toString());
        set(u"gateway.clientId"_s, ready[u"clientId"].toString());
        set(u"gateway.clientSecretFile"_s, ready[u"clientSecretFile"].toString());
        set(u"gateway.caFile"_s, ready[u"caFile"].toString());
        set(u"registry.facilitySearchUrl"_s, ready[u"facilitySearch"].toString());
        set(u"registry.professionalUrl"_s, ready[u"professionals"].toString());
    }
    void cleanupTestCase()
    {
        sandbox.closeWriteChannel();
        QVERIFY(sandbox.waitForFinished(10'000));
    }

    void facilities_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("by id") << u"--id IN2710004321"_s << 0 << QStringList{u"Kumbha Road clinic"_s};
        QTest::newRow("by name, state and owner")
            << u"--name Siddha --state 33 --ownership P"_s << 0 << QStringList{u"Vaigai Siddha Clinic"_s};
        QTest::newRow("in a district") << u"--name Kumbha --state 27 --ownership P --district 487"_s << 0
                                       << QStringList{u"Kumbha Road clinic, Nashik branch"_s};
        QTest::newRow("behind the last page")
            << u"--name Kumbha --state 27 --ownership P --page 2"_s << 1 << QStringList();
        QTest::newRow("nobody") << u"--id IN2710009999"_s << 1 << QStringList();
    }
    void facilities()
    {
        QFETCH(QString, arguments);
        QFETCH(QStringList, found);
        const auto answer = ask(u"facility "_s + arguments);
        QTEST(answer.exit, "exit");
        QCOMPARE(names(answer.json()[u"facilities"]), found);
    }

    void aFacilityIsSaidWhole()
    {
        const auto answer = ask(u"facility --id IN2710004321"_s);
        const auto clinic = answer.json()[u"facilities"][0];
        QCOMPARE(clinic[u"id"].toString(), u"IN2710004321"_s);
        QVERIFY(clinic[u"approved"].toBool());
        QCOMPARE(clinic[u"status"].toString(), u"Approved"_s);
        QCOMPARE(clinic[u"address"].toString(), u"12, Kumbha Road"_s);
        QCOMPARE(answer.json()[u"total"].toInt(), 1);
        QCOMPARE(answer.json()[u"pages"].toInt(), 1);
    }

    void doctors_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QStringList>("found");
        const QStringList iravati{u"Dr Iravati Joshi"_s};
        QTest::newRow("verified") << u"--hpr 71-1001-2002-3003"_s << 0 << iravati;
        QTest::newRow("typed without dashes") << u"--hpr 71100120023003"_s << 0 << iravati;
        QTest::newRow("council has not confirmed")
            << u"--hpr 71-1001-2002-4114"_s << 1 << QStringList{u"Dr Tanmay Gokhale"_s};
        QTest::newRow("not approved") << u"--registration MCIM-I-38264"_s << 1 << QStringList{u"Dr Sushila Rane"_s};
        QTest::newRow("registration in a state")
            << u"--registration 45821 --state Kerala"_s << 0 << QStringList{u"Dr Anil Menon"_s};
        QTest::newRow("nobody") << u"--registration XX-1"_s << 1 << QStringList();
    }
    void doctors()
    {
        QFETCH(QString, arguments);
        QFETCH(QStringList, found);
        const auto answer = ask(u"doctor "_s + arguments);
        QTEST(answer.exit, "exit");
        QCOMPARE(names(answer.json()[u"doctors"]), found);
    }

    void aClinicFileIsCheckedDoctorByDoctor_data()
    {
        QTest::addColumn<QString>("hprId");
        QTest::addColumn<QString>("registration");
        QTest::addColumn<bool>("verified");
        QTest::newRow("verified") << u"71-1001-2002-3003"_s << u"MCIM-I-45821"_s << true;
        QTest::newRow("by registration alone") << QString() << u"MCIM-I-45821"_s << true;
        QTest::newRow("another registration number") << u"71-1001-2002-3003"_s << u"MCIM-I-1"_s << false;
        QTest::newRow("council has not confirmed") << u"71-1001-2002-4114"_s << u"MCIM-I-51907"_s << false;
        QTest::newRow("two people with one number") << QString() << u"45821"_s << false;
        QTest::newRow("nobody") << QString() << u"XX-1"_s << false;
    }
    void aClinicFileIsCheckedDoctorByDoctor()
    {
        QFETCH(QString, hprId);
        QFETCH(QString, registration);
        QFETCH(bool, verified);
        const QJsonObject doctor{{u"id"_s, u"d1"_s}, {u"name"_s, u"Dr Somebody"_s}, {u"registration"_s, registration},
            {u"hprId"_s, hprId}, {u"days"_s, QJsonArray{1}},
            {u"blocks"_s, QJsonArray{QJsonArray{u"09:00"_s, u"13:00"_s, 15}}}};
        const QJsonObject facility{{u"id"_s, u"c1"_s}, {u"name"_s, u"Some Clinic"_s}};
        QFile file(directory.filePath(u"clinic.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QJsonDocument(QJsonObject{{u"facility"_s, facility}, {u"doctors"_s, QJsonArray{doctor}}}).toJson());
        file.close();
        const auto answer = nadictl({u"clinic"_s, u"check"_s, file.fileName()}, {}, environment);
        QCOMPARE(answer.json()[u"doctors"][0][u"id"].toString(), u"d1"_s);
        QCOMPARE(answer.json()[u"doctors"][0][u"verified"].toBool(), verified);
        QCOMPARE(answer.exit, verified ? 0 : 1);
    }

    void whatFailsSaysWhy_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *arguments, const char *error, int exit,
                             const char *setting = "", const char *value = "") {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(setting)
                                << QString::fromLatin1(value) << exit << QString::fromLatin1(error);
        };
        row("nothing asked", "", "CTL-USAGE", 2);
        row("unknown registry", "patient --id 1", "CTL-USAGE", 2);
        row("no state", "facility --name Kumbha --ownership P", "CTL-USAGE", 2);
        row("unknown owner", "facility --name Kumbha --state 27 --ownership X", "CTL-USAGE", 2);
        row("page zero", "facility --name Kumbha --state 27 --ownership P --page 0", "CTL-USAGE", 2);
        row("id and more", "facility --id IN2710004321 --name Kumbha", "CTL-USAGE", 2);
        row("no doctor", "doctor --state 27", "CTL-USAGE", 2);
        row("an HPR id that is none", "doctor --hpr 71-1001", "HPR-ID", 1);
        row("switched off", "doctor --hpr 71-1001-2002-3003", "REGISTRY-OFF", 1, "registry.professionalUrl", "");
        row("no session at the gateway", "facility --id IN2710004321", "REGISTRY-AWAY", 3, "gateway.clientId",
            "SBXID_000002");
        row("nobody there", "facility --id IN2710004321", "REGISTRY-AWAY", 3, "registry.facilitySearchUrl",
            "https://localhost:1/search");
        row("no secret", "facility --id IN2710004321", "FILE-READ", 1, "gateway.clientSecretFile", "/nowhere");
    }
    void whatFailsSaysWhy()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, setting);
        QFETCH(QString, value);
        const auto before = environment;
        if (!setting.isEmpty())
            set(setting, value);
        const auto answer = ask(arguments);
        environment = before;
        QTEST(answer.error(), "error");
        QTEST(answer.exit, "exit");
    }
};

QTEST_GUILESS_MAIN(TestCtlRegistry)
#include "tst_ctl_registry.moc"
