#include "compose/installation.h"
#include "nadictl.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/meta.h"
#include "storage/patient_repository.h"
#include "storage/restore_report.h"
#include "storage/staff_repository.h"
#include "storage/values.h"
#include "support/postgres_server.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace nadi;
using nadi::test::Answer;

namespace
{
// One machine: its own folder, database and key file.
class Machine
{
public:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NADI_DATABASE_LOCATION"), path("clinic.db"));
        environment.insert(QStringLiteral("NADI_KEYS_FILE"), path("nadi.key"));
        return environment;
    }
    Answer run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return test::nadictl(arguments, input, environment());
    }
    Settings settings() const { return Settings::load({}, environment()).value(); }

private:
    QTemporaryDir m_dir;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

// A clinic with one patient, as the window would leave it. The recovery text is what the window prints.
QString makeClinic(const Machine &machine)
{
    SystemRandom random;
    const auto installation = app::openInstallation(machine.settings(), app::FirstUse::MakeKey, random).value();
    const auto database = storage::Connection::open(installation.database, *installation.sealer).value();
    const auto added = storage::PatientRepository(*database).add(test::asha(), test::kr, test::clerk, test::morning);
    return added ? crypto::toRecoveryText(installation.key.key) : QString();
}

QByteArray clinicJson()
{
    return R"({
  "facility": {"id": "IN2710000456", "name": "Koregaon Road Clinic", "hipName": "Koregaon Road",
    "registryId": "IN2710000456", "city": "Pune", "timeZone": "Asia/Kolkata"},
  "doctors": [
    {"id": "iravati", "name": "Dr Iravati Joshi", "registration": "MH-1",
     "days": [1, 3, 5], "blocks": [["09:00", "13:00", 15], ["16:00", "19:00", 15]]},
    {"id": "tanmay", "name": "Dr Tanmay Gokhale", "registration": "MH-2", "hprId": "71-1001-2002-4114",
     "qualification": "BAMS", "speciality": "Kayachikitsa", "tele": false,
     "days": [6], "blocks": [["16:00", "20:00", 20]]}
  ]
})";
}

QByteArray withStaff(const QList<std::pair<const char *, const char *>> &people)
{
    auto clinic = QJsonDocument::fromJson(clinicJson()).object();
    QJsonArray staff;
    for (const auto &[user, role] : people)
        staff.append(
            QJsonObject{{QStringLiteral("user"), QLatin1String(user)}, {QStringLiteral("role"), QLatin1String(role)}});
    clinic.insert(QStringLiteral("staff"), staff);
    return QJsonDocument(clinic).toJson();
}

Answer importing(const Machine &machine, const QByteArray &json)
{
    QFile file(machine.path("clinic.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return {};
    file.close();
    return machine.run({QStringLiteral("clinic"), QStringLiteral("import"), file.fileName()});
}

// The same clinic through the program's own parts.
struct OpenClinic
{
    explicit OpenClinic(const Machine &machine)
        : installation(app::openInstallation(machine.settings(), app::FirstUse::Refuse, random).value())
        , database(storage::Connection::open(installation.database, *installation.sealer).value())
    {
    }
    SystemRandom random;
    app::Installation installation;
    std::unique_ptr<storage::Connection> database;
};

QString patientName(const Machine &machine)
{
    const OpenClinic clinic(machine);
    return storage::PatientRepository(*clinic.database).patient(test::asha().id, test::kr).value().name;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What somebody with the database file but without the program would do.
void tamper(const QString &database)
{
    {
        auto sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        sql.setDatabaseName(database);
        QVERIFY(sql.open());
        QSqlQuery query(sql);
        QStringList triggers;
        QVERIFY(query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger'")));
        while (query.next())
            triggers << query.value(0).toString();
        for (const auto &trigger : triggers)
            QVERIFY(query.exec(QStringLiteral("DROP TRIGGER ") + trigger));
        QVERIFY(query.exec(QStringLiteral("UPDATE audit_event SET action = 'patient.forget'")));
        QVERIFY(query.numRowsAffected() > 0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}
}

class TstCtlClinic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesOfTheFileAreKeptUntilTheFileSaysOtherwise()
    {
        const Machine machine;
        const auto roles = [&machine] {
            const OpenClinic clinic(machine);
            QStringList out;
            const auto staff = storage::StaffRepository(*clinic.database).all().value();
            for (const auto &one : staff)
                out += one.user.value() + u' ' + toWord(one.role);
            return out;
        };
        QCOMPARE(importing(machine, clinicJson()).exit, 0);
        QCOMPARE(roles(), QStringList());
        QCOMPARE(importing(machine, withStaff({{"asha", "manager"}, {"omkar", "clerk"}})).exit, 0);
        const QStringList both{QStringLiteral("asha manager"), QStringLiteral("omkar clerk")};
        QCOMPARE(roles(), both);
        QCOMPARE(importing(machine, clinicJson()).exit, 0); // says nothing about roles
        QCOMPARE(roles(), both);
        QVERIFY(importing(machine, withStaff({{"asha", "queen"}})).exit != 0);
        QVERIFY(importing(machine, withStaff({{"asha", "clerk"}, {"asha", "manager"}})).exit != 0);
        QVERIFY(importing(machine, withStaff({{"a b", "clerk"}})).exit != 0);
        QCOMPARE(roles(), both);
        QCOMPARE(importing(machine, withStaff({})).exit, 0);
        QCOMPARE(roles(), QStringList());
    }

    void toolsMakeNoClinic_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("status") << QStringLiteral("status");
        QTest::newRow("audit") << QStringLiteral("audit verify");
        QTest::newRow("resume") << QStringLiteral("resume");
        QTest::newRow("backup") << QStringLiteral("backup x.nadi");
    }
    void toolsMakeNoClinic()
    {
        QFETCH(QString, command);
        const Machine machine;
        const auto answer = machine.run(command.split(u' '));
        QCOMPARE(answer.exit, 3);
        QCOMPARE(answer.error(), QStringLiteral("CTL-NO-CLINIC"));
        QVERIFY(!QFile::exists(machine.path("clinic.db")));
        QVERIFY(!QFile::exists(machine.path("nadi.key")));
    }

    void theRecoveryTextIsShownOnlyWhenAskedForAndLeavesATrace()
    {
        const Machine machine;
        const auto text = makeClinic(machine);
        const auto bare = machine.run(words("recovery-text"));
        QCOMPARE(bare.exit, 2);
        QVERIFY(!bare.out.contains(text.first(9).toLatin1()));
        const auto events = [&] { return storage::AuditTrail(*OpenClinic(machine).database).last(1).value().at(0); };
        QVERIFY(events().action != QStringLiteral("recovery.show"));

        const auto asked = machine.run(words("recovery-text show"));
        QCOMPARE(asked.exit, 0);
        QCOMPARE(asked.json()[u"recoveryText"].toString(), text);
        QVERIFY(!asked.log.contains(text.first(9).toLatin1()));
        QCOMPARE(events().action, QStringLiteral("recovery.show"));
        QCOMPARE(events().reason, QStringLiteral("nadictl"));
    }

    void aClinicFileMakesAClinicAndBringsItUpToDate()
    {
        const Machine machine;
        const auto first = importing(machine, clinicJson());
        QVERIFY2(first.exit == 0, first.out.constData());
        QCOMPARE(first.json()[u"doctors"].toInt(), 2);
        QCOMPARE(first.json()[u"blocks"].toInt(), 7);
        QVERIFY(first.json()[u"keyCreated"].toBool());

        const auto renamed
            = clinicJson().replace("Koregaon Road Clinic", "Kumbha Road Clinic").replace("[6]", "[6, 7]");
        const auto second = importing(machine, renamed);
        QVERIFY2(second.exit == 0, second.out.constData());
        QVERIFY(!second.json()[u"keyCreated"].toBool(true));

        const auto opened = OpenClinic(machine);
        storage::FacilityRepository places(*opened.database);
        const auto facilities = places.facilities().value();
        QCOMPARE(facilities.size(), 1);
        QCOMPARE(facilities[0].name, QStringLiteral("Kumbha Road Clinic"));
        QCOMPARE(facilities[0].timeZone, QStringLiteral("Asia/Kolkata"));
        QCOMPARE(places.doctorsAt(facilities[0].id).value().size(), 2);
        const auto tele = places.schedule(DoctorId(QStringLiteral("tanmay")), facilities[0].id).value();
        QCOMPARE(tele.size(), 2);
        QCOMPARE(tele[0].from, QTime(16, 0));
        QVERIFY(!tele[0].tele);

        const auto events = storage::AuditTrail(*opened.database).last(20).value();
        QCOMPARE(events.size(), 6);
        QCOMPARE(events[0].actor.role, Role::Administrator);
    }

    void aWrongClinicFileNamesItsMemberAndWritesNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const char *place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(place);
        };
        row("no name", R"("Koregaon Road Clinic")", R"("")", "facility.name");
        row("misspelt member", R"("city")", R"("citty")", "facility.citty");
        row("a name as id", R"("IN2710000456", "name")", R"("Our clinic", "name")", "facility.id");
        row("service name too long", R"("Koregaon Road")", R"("Koregaon Road 12")", "facility.hipName");
        row("service name with signs", R"("Koregaon Road")", R"("Koregaon-Road")", "facility.hipName");
        row("no such time zone", R"("Asia/Kolkata")", R"("Asia/Poona2")", "facility.timeZone");
        row("no registration", R"("registration": "MH-2")", R"("registration": "")", "doctors[1].registration");
        row("two with one id", R"("id": "tanmay")", R"("id": "iravati")", "doctors[1].id");
        row("weekday 8", "[6]", "[8]", "doctors[1].days");
        row("no day", "[6]", "[]", "doctors[1].days");
        row("no time", R"([["16:00", "20:00", 20]])", "[]", "doctors[1].blocks");
        row("time misspelt", R"("16:00", "20:00")", R"("4 pm", "20:00")", "doctors[1].blocks[0]");
        row("ends before it begins", R"("20:00")", R"("15:00")", "doctors[1].blocks[0]");
        row("visit of no time", R"("20:00", 20)", R"("20:00", 0)", "doctors[1].blocks[0]");
        row("tele in words", R"("tele": false)", R"("tele": "no")", "doctors[1].tele");
        row("patients", R"("doctors")", R"("patients": [], "doctors")", "patients");
        row("no doctors", R"("doctors")", R"("doktors")", "doctors");
    }
    void aWrongClinicFileNamesItsMemberAndWritesNothing()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        const Machine machine;
        QVERIFY(clinicJson().contains(from));
        const auto answer = importing(machine, clinicJson().replace(from, to));
        QCOMPARE(answer.exit, 1);
        QCOMPARE(answer.error(), QStringLiteral("CTL-FIELD"));
        QVERIFY2(answer.json()[u"message"].toString().startsWith(place + u' '), answer.out.constData());
        QVERIFY(!QFile::exists(machine.path("clinic.db")));
        QVERIFY(!QFile::exists(machine.path("nadi.key")));
    }

    void aClinicWithoutItsKeyIsAStorageFailure_data()
    {
        QTest::addColumn<bool>("remove");
        QTest::addColumn<QString>("code");
        QTest::newRow("no key") << true << QStringLiteral("KEY-NONE");
        QTest::newRow("a key that others may read") << false << QStringLiteral("KEY-RIGHTS");
    }
    void aClinicWithoutItsKeyIsAStorageFailure()
    {
        QFETCH(bool, remove);
        QFETCH(QString, code);
        const Machine machine;
        makeClinic(machine);
        const auto key = machine.path("nadi.key");
        QVERIFY(remove ? QFile::remove(key) : QFile::setPermissions(key, QFile::ReadOwner | QFile::ReadOther));
        const auto answer = machine.run(words("status"));
        QCOMPARE(answer.exit, 3);
        QCOMPARE(answer.error(), code);
        QCOMPARE(QFile::exists(key), !remove);
    }

    void aClinicThatLostItsKeyIsNotGivenAnother() // S-E4
    {
        const Machine machine;
        makeClinic(machine);
        QVERIFY(QFile::remove(machine.path("nadi.key")));
        SystemRandom random;
        const auto opened = app::openInstallation(machine.settings(), app::FirstUse::MakeKey, random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("KEY-NONE"));
        QVERIFY(!QFile::exists(machine.path("nadi.key")));
    }

    void aKeyOfAnotherClinicIsNoticed()
    {
        const Machine machine, other;
        makeClinic(machine);
        makeClinic(other);
        QVERIFY(
            QFile::remove(machine.path("nadi.key")) && QFile::copy(other.path("nadi.key"), machine.path("nadi.key")));
        const auto answer = machine.run(words("status"));
        QCOMPARE(answer.exit, 3);
        QCOMPARE(answer.error(), QStringLiteral("DB-KEY"));
    }

    void thePrintedTextBringsALostKeyBack()
    {
        const Machine machine, other;
        const auto text = makeClinic(machine).toLatin1();
        const auto foreign = makeClinic(other).toLatin1();
        QVERIFY(QFile::remove(machine.path("nadi.key")));
        const auto mistaken = machine.run(words("recovery-text install --recovery -"), foreign);
        QCOMPARE(mistaken.exit, 3);
        QCOMPARE(mistaken.error(), QStringLiteral("DB-KEY"));
        QVERIFY(!QFile::exists(machine.path("nadi.key")));
        const auto answer = machine.run(words("recovery-text install --recovery -"), text);
        QVERIFY2(answer.exit == 0, answer.out.constData());
        QCOMPARE(patientName(machine), test::asha().name);
        QCOMPARE(storage::AuditTrail(*OpenClinic(machine).database).last(1).value().at(0).action,
            QStringLiteral("recovery.install"));
    }

    void onAServerNoKeyIsMadeWhereAClinicHasBegun()
    {
        const auto server = test::PostgresServer::start();
        if (!server)
            QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");
        const auto location = server->createDatabase();
        const auto open = [&](const Machine &machine) {
            auto environment = machine.environment();
            environment.insert(QStringLiteral("NADI_DATABASE_BACKEND"), QStringLiteral("postgres"));
            environment.insert(QStringLiteral("NADI_DATABASE_LOCATION"), location);
            SystemRandom random;
            return app::openInstallation(Settings::load({}, environment).value(), app::FirstUse::MakeKey, random);
        };
        const Machine first, second;
        const auto installation = open(first);
        QVERIFY(installation && installation->key.created);
        QVERIFY(storage::Connection::open(installation->database, *installation->sealer));
        const auto lost = open(second);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, QStringLiteral("KEY-NONE"));
        QVERIFY(!QFile::exists(second.path("nadi.key")));
        QVERIFY(open(first));
    }

    void statusTellsStatesAndNoNames()
    {
        const Machine machine;
        makeClinic(machine);
        const auto answer = machine.run(words("status"));
        QVERIFY2(answer.exit == 0, answer.out.constData());
        const auto status = answer.json();
        QVERIFY(status[u"schemaVersion"].toInt() >= 1);
        QCOMPARE(status[u"backend"].toString(), QStringLiteral("sqlite"));
        QCOMPARE(status[u"key"].toString(), QStringLiteral("file"));
        QCOMPARE(status[u"bridgePaused"].toBool(true), false);
        for (const auto *member : {"outbox", "inbox", "deliveries"})
            QVERIFY(status[QLatin1String(member)].isObject());
        QVERIFY(!answer.out.contains("Asha"));
    }

    void theAuditTrailIsVerifiedAndATamperedOneIsFound()
    {
        const Machine machine;
        makeClinic(machine);
        const auto good = machine.run(words("audit verify"));
        QCOMPARE(good.exit, 0);
        QVERIFY(good.json()[u"intact"].toBool());
        QVERIFY(good.json()[u"events"].toInt() >= 1);
        QCOMPARE(good.json()[u"head"].toString().size(), 64);

        tamper(machine.path("clinic.db"));
        const auto bad = machine.run(words("audit verify"));
        QCOMPARE(bad.exit, 1);
        QCOMPARE(bad.json()[u"intact"].toBool(true), false);
        QCOMPARE(bad.json()[u"firstBroken"].toInt(), 1);
    }

    void aTrailIsComparedWithItsHeadsAndHeld()
    {
        const Machine machine;
        makeClinic(machine);
        QTemporaryDir elsewhere;
        const QStringList heads{QStringLiteral("--heads"), elsewhere.path()};
        QCOMPARE(machine.run(words("audit verify") + heads).error(), QStringLiteral("AUDIT-HEADS"));
        QCOMPARE(machine.run(words("audit keep") + heads).exit, 0);
        const auto held = machine.run(words("audit hold --reason court"));
        QCOMPARE(held.exit, 0);
        QCOMPARE(machine.run(words("audit holds")).json()[u"holds"].toArray().size(), 1);
        QCOMPARE(machine.run(words("audit purge")).json()[u"purged"].toInt(-1), 0);
        QCOMPARE(machine
                     .run({QStringLiteral("audit"), QStringLiteral("release"), held.json()[u"hold"].toString(),
                         QStringLiteral("--reason"), QStringLiteral("closed")})
                     .exit,
            0);
        QCOMPARE(machine.run(words("audit hold")).exit, 2);
        const auto verified = machine.run(words("audit verify") + heads);
        QCOMPARE(verified.exit, 0);
        QCOMPARE(verified.json()[u"heads"][u"checked"].toInt(), 1);
        QVERIFY(verified.json()[u"heads"][u"intact"].toBool());
    }

    void aBackupComesBackOnANewMachineWithThePrintedTextAlone_data()
    {
        QTest::addColumn<bool>("fromInput");
        QTest::newRow("text from standard input") << true;
        QTest::newRow("text from a file") << false;
    }
    void aBackupComesBackOnANewMachineWithThePrintedTextAlone()
    {
        QFETCH(bool, fromInput);
        const Machine old, fresh;
        const auto text = makeClinic(old).toLower().replace(u'-', u' ').toUtf8() + '\n';
        const auto backup = old.path("backup.nadi");
        const auto written = old.run({QStringLiteral("backup"), backup});
        QVERIFY2(written.exit == 0, written.out.constData());
        QCOMPARE(written.json()[u"patients"].toInt(), 1);
        QVERIFY(!readAll(backup).contains("SQLite format"));

        QFile file(fresh.path("recovery.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto source = fromInput ? QStringLiteral("-") : file.fileName();
        const auto restored = fresh.run(
            {QStringLiteral("restore"), backup, QStringLiteral("--recovery"), source}, fromInput ? text : QByteArray());
        QVERIFY2(restored.exit == 0, restored.out.constData());
        QCOMPARE(restored.json()[u"patients"].toInt(), 1);
        QCOMPARE(patientName(fresh), QStringLiteral("Asha Kulkarni"));
        QVERIFY(fresh.run(words("status")).json()[u"bridgePaused"].toBool());
        QCOMPARE(fresh.run(words("audit verify")).exit, 0);

        const auto resumed = fresh.run(words("resume"));
        QCOMPARE(resumed.exit, 0);
        QVERIFY(resumed.json()[u"wasPaused"].toBool());
        QCOMPARE(fresh.run(words("status")).json()[u"bridgePaused"].toBool(true), false);
        QCOMPARE(fresh.run(words("resume")).json()[u"wasPaused"].toBool(true), false);
        QCOMPARE(fresh.run(words("audit verify")).exit, 0);
    }

    void aClinicWhoseCallbacksGoElsewhereIsNotResumedByAccident() // S-B5
    {
        const Machine machine;
        makeClinic(machine);
        {
            const OpenClinic clinic(machine);
            storage::RestoreReport report;
            report.callbacks = storage::CallbacksGo::Elsewhere;
            QVERIFY(storage::saveRestoreReport(*clinic.database, report));
            QVERIFY(storage::Meta(*clinic.database).set(storage::metaBridgePaused, QStringLiteral("1")));
        }
        const auto refused = machine.run(words("resume"));
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.error(), QStringLiteral("RESUME-ELSEWHERE"));
        const auto status = machine.run(words("status")).json();
        QVERIFY(status[u"bridgePaused"].toBool());
        QCOMPARE(status[u"restore"][u"callbacks"].toString(), QStringLiteral("elsewhere"));
        const auto resumed = machine.run(words("resume anyway"));
        QCOMPARE(resumed.exit, 0);
        QVERIFY(resumed.json()[u"wasPaused"].toBool());
    }

    void aBackupUnderAnotherRecoveryKeyNeedsThatKey()
    {
        const Machine old, fresh;
        const auto ownText = makeClinic(old).toUtf8();
        const auto otherText = crypto::toRecoveryText(Secret(QByteArray(32, 'r'))).toUtf8();
        const auto backup = old.path("backup.nadi");
        QCOMPARE(
            old.run({QStringLiteral("backup"), backup, QStringLiteral("--recovery"), QStringLiteral("-")}, otherText)
                .exit,
            0);
        const QStringList restore{QStringLiteral("restore"), backup, QStringLiteral("--recovery"), QStringLiteral("-")};
        QCOMPARE(fresh.run(restore, ownText).error(), QStringLiteral("SEAL-OPEN"));
        QVERIFY(!QFile::exists(fresh.path("nadi.key")));
        QCOMPARE(fresh.run(restore, otherText).exit, 0);
        QCOMPARE(patientName(fresh), QStringLiteral("Asha Kulkarni"));
    }

    void restoreRefusesAndLeavesTheMachineAsItWas()
    {
        const Machine old, fresh;
        const auto text = makeClinic(old).toUtf8();
        const auto backup = old.path("backup.nadi");
        QCOMPARE(old.run({QStringLiteral("backup"), backup}).exit, 0);
        QCOMPARE(old.run({QStringLiteral("backup"), backup}).error(), QStringLiteral("BACKUP-EXISTS"));

        const auto restore = [&](const Machine &machine, const QString &file, const QByteArray &input) {
            return machine.run(
                {QStringLiteral("restore"), file, QStringLiteral("--recovery"), QStringLiteral("-")}, input);
        };
        QCOMPARE(restore(old, backup, text).error(), QStringLiteral("BACKUP-EXISTS"));
        QCOMPARE(restore(fresh, backup, "0000-0000").error(), QStringLiteral("RECOVERY-FORM"));
        auto mistyped = text;
        mistyped[0] = mistyped[0] == 'A' ? 'B' : 'A';
        QCOMPARE(restore(fresh, backup, mistyped).error(), QStringLiteral("RECOVERY-CHECK"));
        QCOMPARE(restore(fresh, fresh.path("none"), text).error(), QStringLiteral("FILE-OPEN"));
        const auto cut = fresh.path("cut.nadi");
        QFile file(cut);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(readAll(backup).chopped(100));
        file.close();
        QCOMPARE(restore(fresh, cut, text).error(), QStringLiteral("FILE-TRUNCATED"));
        QVERIFY(!QFile::exists(fresh.path("clinic.db")));
        QCOMPARE(restore(fresh, backup, text).exit, 0);
    }

    void aSupportBundleHoldsCountsAndNoPersonalData()
    {
        const Machine machine;
        makeClinic(machine);
        auto environment = machine.environment();
        environment.insert(QStringLiteral("NADI_GATEWAY_CLIENT_ID"), QStringLiteral("asha@clinic"));
        environment.insert(QStringLiteral("NADI_GATEWAY_CA_FILE"), QDir::homePath() + QStringLiteral("/ca.pem"));
        const auto target = machine.path("support.json");
        const auto listed = test::nadictl(words("support-bundle"), {}, environment);
        QCOMPARE(listed.exit, 0);
        QVERIFY(listed.json()[u"content"].toArray().size() >= 5);
        QVERIFY(!QFile::exists(target));

        const auto written
            = test::nadictl({QStringLiteral("support-bundle"), QStringLiteral("--write"), target}, {}, environment);
        QCOMPARE(written.exit, 0);
        QCOMPARE(written.lines().size(), 2); // what is in it is said before it is written
        QVERIFY(QJsonDocument::fromJson(written.lines()[1]).object()[u"audited"].toBool());
        QCOMPARE(storage::AuditTrail(*OpenClinic(machine).database).last(1).value()[0].action,
            QStringLiteral("support.export"));
        const auto bundle = readAll(target);
        QVERIFY(bundle.contains("\"outbox\""));
        QVERIFY(bundle.contains("schema = "));
        for (const auto *personal : {"Asha", "asha", "98765", "clinic.db"})
            QVERIFY2(!bundle.contains(personal), personal);
        QVERIFY(bundle.contains("~/ca.pem"));
        QVERIFY(QJsonDocument::fromJson(written.lines()[0]).object()[u"dropped"].toInt() >= 1);
    }

    void aClinicThatDoesNotOpenStillGivesASupportBundle()
    {
        const Machine machine;
        const auto target = machine.path("support.json");
        QCOMPARE(machine.run({QStringLiteral("support-bundle"), QStringLiteral("--write"), target}).exit, 0);
        QVERIFY(readAll(target).contains("CTL-NO-CLINIC"));
    }

    void wrongUseIsToldApart_data()
    {
        QTest::addColumn<QString>("command");
        for (const auto *command : {"backup", "backup a b", "backup a --key b", "backup a --recovery", "restore a",
                 "audit", "audit mend", "status now", "support-bundle x"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void wrongUseIsToldApart()
    {
        QFETCH(QString, command);
        const auto answer = Machine().run(command.split(u' '));
        QCOMPARE(answer.exit, 2);
        QCOMPARE(answer.error(), QStringLiteral("CTL-USAGE"));
    }
};

QTEST_GUILESS_MAIN(TstCtlClinic)
#include "tst_ctl_clinic.moc"
