#include "databases.h"
#include "raw_sql.h"
#include "storage/facility_repository.h"
#include "storage/inbox.h"
#include "storage/meta.h"
#include "storage/patient_repository.h"
#include "values.h"

#include <QFile>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// Opening, transactions, and who may see what.
class TstStorageSchema : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

private Q_SLOTS:
    void newerSchemaIsRefused_data() { Databases::columns(); }
    void newerSchemaIsRefused()
    {
        OPEN_DATABASE(databases, config, db);
        QVERIFY(db.schemaVersion() >= 1);
        GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
        const auto sql = QStringLiteral("UPDATE schema_version SET version = 999");
        if (postgres)
            databases.server()->psql(sql, databases.server()->lastDatabase());
        else
            QCOMPARE(rawSqlite(config.location, {sql}), QString());
        FAILS(Connection::open(config, sealer), "DB-NEWER");
    }

    void fileIsForItsOwnerOnly()
    {
        const auto config = databases.fresh(false);
        const auto db = Connection::open(config, sealer);
        GOOD(db);
        GOOD(Meta(**db).set(QStringLiteral("a"), QStringLiteral("b")));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const auto *suffix : {"", "-wal", "-shm"}) {
            QVERIFY2(QFile::exists(config.location + QLatin1String(suffix)), suffix);
            QVERIFY2(!(QFile::permissions(config.location + QLatin1String(suffix)) & others), suffix);
        }
    }

    void somethingElseIsNotOpened()
    {
        auto config = databases.fresh(false);
        QFile file(config.location);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        FAILS(Connection::open(config, sealer), "DB-CORRUPT");
        config.location = databases.path(QStringLiteral("no/such/folder.db"));
        FAILS(Connection::open(config, sealer), "DB-OPEN");
        config = databases.fresh(false);
        config.tenant = {};
        FAILS(Connection::open(config, sealer), "DB-TENANT");
    }

    void errorInsideLeavesTheOuterTransactionUsable_data() { Databases::columns(); }
    void errorInsideLeavesTheOuterTransactionUsable()
    {
        OPEN_DATABASE(databases, config, db);
        Meta meta(db);
        {
            Transaction outer(db);
            GOOD(outer.begun());
            GOOD(meta.set(QStringLiteral("before"), QStringLiteral("1")));
            {
                Transaction inner(db);
                GOOD(inner.begun());
                GOOD(meta.set(QStringLiteral("inside"), QStringLiteral("1")));
                FacilityRepository facilities(db);
                const ScheduleBlock impossible{iravati, kr, 9, QTime(9, 0), QTime(10, 0), 15, true, true};
                FAILS(facilities.saveSchedule(iravati, kr, {impossible}), "DB-CONSTRAINT");
            } // rolled back
            GOOD(meta.set(QStringLiteral("after"), QStringLiteral("1")));
            GOOD(outer.commit());
            FAILS(outer.commit(), "DB-COMMITTED");
        }
        QCOMPARE(*meta.value(QStringLiteral("before")), QStringLiteral("1"));
        QCOMPARE(*meta.value(QStringLiteral("inside")), QString());
        QCOMPARE(*meta.value(QStringLiteral("after")), QStringLiteral("1"));
    }

    void leavingWithoutCommitUndoes_data() { Databases::columns(); }
    void leavingWithoutCommitUndoes()
    {
        OPEN_DATABASE(databases, config, db);
        {
            Transaction transaction(db);
            GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
        }
        FAILS(PatientRepository(db).patient(asha().id, kr), "PATIENT-UNKNOWN");
        GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
    }

    void tenantsDoNotSeeEachOther_data() { Databases::columns(); }
    void tenantsDoNotSeeEachOther()
    {
        OPEN_DATABASE(databases, config, db);
        auto foreign = config;
        foreign.tenant = TenantId(QStringLiteral("clinic-b"));
        const auto other = Connection::open(foreign, sealer);
        GOOD(other);
        GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
        GOOD(PatientRepository(**other).add(asha(), kr, clerk, morning)); // the same ids
        auto changed = asha();
        changed.place = QStringLiteral("Nagpur");
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(PatientRepository(db).patient(asha().id, kr)->place, QStringLiteral("Pune"));
            if (i == 0)
                GOOD(PatientRepository(**other).update(changed, clerk, morning));
            QCOMPARE(PatientRepository(**other).patient(asha().id, kr)->place, QStringLiteral("Nagpur"));
        }
        QCOMPARE(PatientRepository(db).byMobile(asha().mobile)->size(), 1);
    }

    void movedSealedValueDoesNotOpen()
    {
        const auto config = databases.fresh(false);
        const auto db = Connection::open(config, sealer);
        GOOD(db);
        PatientRepository patients(**db);
        GOOD(patients.add(asha(QStringLiteral("one")), kr, clerk, morning));
        GOOD(patients.add(asha(QStringLiteral("two")), kr, clerk, morning));
        QCOMPARE(rawSqlite(config.location,
                     {QStringLiteral("UPDATE patient SET sealed = (SELECT sealed FROM patient WHERE id = 'one')")}),
            QString());
        GOOD(patients.patient(PatientId(QStringLiteral("one")), kr));
        FAILS(patients.patient(PatientId(QStringLiteral("two")), kr), "SEAL-OPEN");
    }

    void hostileTextIsOnlyText_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<QString>("text");
        for (const bool postgres : {false, true}) {
            int n = 0;
            for (const auto *text : {"'; DROP TABLE patient; --", "\" OR 1=1 --", "\\'; SELECT 1", "%s%n", "$1 ? :name",
                     "=cmd|' /C calc'!A0", "{int}", "\xe0\xa4\xa8\xe0\xa4\xbe\xe0\xa4\xa1\xe0\xa4\xbc\xe0\xa5\x80",
                     "\xf0\x9f\x92\x8a", "line\nbreak\ttab"})
                QTest::addRow("%s %d", postgres ? "postgres" : "sqlite", n++) << postgres << QString::fromUtf8(text);
        }
    }
    void hostileTextIsOnlyText()
    {
        QFETCH(QString, text);
        OPEN_DATABASE(databases, config, db);
        auto patient = asha(text);
        patient.name = patient.mobile = patient.place = patient.localNumber = text;
        GOOD(PatientRepository(db).add(patient, FacilityId(text), {UserId(text), Role::Clerk}, morning));
        QCOMPARE(*PatientRepository(db).patient(patient.id, FacilityId(text)), patient);
        QCOMPARE(PatientRepository(db).byMobile(text)->size(), 1);
        GOOD(Meta(db).set(text, text));
        QCOMPARE(*Meta(db).value(text), text);
        InboxMessage message;
        message.source = message.route = text;
        message.request = RequestId(text);
        message.body = text.toUtf8();
        GOOD(Inbox(db).put(message));
        QCOMPARE((*Inbox(db).next(morning))->body, message.body);
    }
};

QTEST_GUILESS_MAIN(TstStorageSchema)
#include "tst_storage_schema.moc"
