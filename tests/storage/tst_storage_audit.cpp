#include "databases.h"
#include "raw_sql.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "values.h"

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// No change without a trace, and no trace that can be changed without notice (S-A1, S-A2, S-A5).
class TstStorageAudit : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    /// What an administrator of the database can do: without triggers, past row security.
    QString tamper(const DatabaseConfig &config, const QString &sql)
    {
        if (config.backend == Backend::Sqlite)
            return rawSqlite(config.location,
                {QStringLiteral("DROP TRIGGER IF EXISTS audit_event_no_update"),
                    QStringLiteral("DROP TRIGGER IF EXISTS audit_event_no_delete"), sql});
        databases.server()->psql(
            QStringLiteral("ALTER TABLE audit_event DISABLE TRIGGER ALL; ") + sql, databases.server()->lastDatabase());
        return {};
    }

private Q_SLOTS:
    void everyChangeOfAPersonLeavesOneEvent_data() { Databases::columns(); }
    void everyChangeOfAPersonLeavesOneEvent()
    {
        OPEN_DATABASE(databases, config, db);
        PatientRepository patients(db);
        GOOD(patients.add(asha(), kr, clerk, morning));
        GOOD(patients.update(asha(), clerk, morning));
        AppointmentRepository appointments(db);
        const auto a1 = appointment(QStringLiteral("a1"), slotAt(morning));
        GOOD(appointments.hold(HoldId(QStringLiteral("h1")), a1.slot, morning, morning + 5min));
        GOOD(appointments.confirm(HoldId(QStringLiteral("h1")), a1, clerk, morning));
        GOOD(appointments.hold(HoldId(QStringLiteral("h2")), slotAt(morning + 1h), morning, morning + 5min));
        GOOD(appointments.move(a1.id, 1, HoldId(QStringLiteral("h2")), clerk, morning));
        GOOD(appointments.arrive(a1.id, 2, QDate(2026, 11, 21), clerk, morning));
        GOOD(appointments.setStatus(a1.id, 3, AppointmentStatus::WithDoctor, clerk, morning));
        GOOD(appointments.cancel(a1.id, 4, QStringLiteral("went home"), clerk, morning));
        RecordRepository records(db);
        const RecordId r1(QStringLiteral("r1"));
        GOOD(records.createDraft(draft(r1.value()), clerk, morning));
        GOOD(records.addPage(r1, page(QStringLiteral("p1"), 0), "image", clerk, morning));
        GOOD(records.addPage(r1, page(QStringLiteral("p2"), 1), "image", clerk, morning));
        GOOD(records.arrangePages(r1, records.record(r1)->pages, clerk, morning));
        GOOD(records.removePage(r1, PageId(QStringLiteral("p2")), clerk, morning));
        GOOD(records.sign(
            r1, records.record(r1)->version, CareContextRef(QStringLiteral("RX-2026-000001")), clerk, morning));
        GOOD(records.createDraft(draft(QStringLiteral("r2")), clerk, morning));
        GOOD(records.discardDraft(RecordId(QStringLiteral("r2")), clerk, morning));

        const auto events = AuditTrail(db).last(100);
        GOOD(events);
        QStringList actions;
        for (const auto &event : *events) {
            actions.prepend(event.action);
            QCOMPARE(event.actor.user, clerk.user);
            QCOMPARE(event.actor.role, clerk.role);
            QCOMPARE(event.patient, asha().id);
            QCOMPARE(event.at, morning);
        }
        QCOMPARE(actions,
            QStringList({QStringLiteral("patient.add"), QStringLiteral("patient.update"),
                QStringLiteral("appointment.book"), QStringLiteral("appointment.move"),
                QStringLiteral("appointment.arrived"), QStringLiteral("appointment.with-doctor"),
                QStringLiteral("appointment.cancel"), QStringLiteral("record.draft"), QStringLiteral("record.page-add"),
                QStringLiteral("record.page-add"), QStringLiteral("record.arrange"),
                QStringLiteral("record.page-remove"), QStringLiteral("record.sign"), QStringLiteral("record.draft"),
                QStringLiteral("record.discard")}));
        QCOMPARE(events->at(8).reason, QStringLiteral("went home"));
        QVERIFY(AuditTrail(db).verify()->intact);
    }

    void refusedChangeLeavesNoEvent_data() { Databases::columns(); }
    void refusedChangeLeavesNoEvent()
    {
        OPEN_DATABASE(databases, config, db);
        PatientRepository patients(db);
        GOOD(patients.add(asha(), kr, clerk, morning));
        FAILS(patients.add(asha(), kr, clerk, morning), "PATIENT-EXISTS");
        auto stale = asha();
        stale.version = 7;
        FAILS(patients.update(stale, clerk, morning), "DB-STALE");
        {
            Transaction abandoned(db);
            GOOD(patients.add(asha(QStringLiteral("patient-2")), kr, clerk, morning));
        }
        const auto verdict = AuditTrail(db).verify();
        QCOMPARE(verdict->events, 1);
        QVERIFY(verdict->intact);
        QCOMPARE(*patients.mark(), 1);
    }

    void triggersRefuseChangeAndRemoval_data() { Databases::columns(); }
    void triggersRefuseChangeAndRemoval()
    {
        OPEN_DATABASE(databases, config, db);
        GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
        for (const auto *sql : {"UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event",
                 "DELETE FROM audit_head", "UPDATE audit_head SET sequence = 0"}) {
            if (postgres)
                QVERIFY2(databases.server()
                             ->psql(QLatin1String(sql) + QStringLiteral(" RETURNING 'changed'"),
                                 databases.server()->lastDatabase())
                             .isEmpty(),
                    sql);
            else
                QVERIFY2(rawSqlite(config.location, {QLatin1String(sql)}).contains(QStringLiteral("append-only")), sql);
        }
        QVERIFY(AuditTrail(db).verify()->intact);
    }

    void verifyFinds_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("firstBroken");
        for (const bool postgres : {false, true}) {
            const auto row = [&](const char *name, const char *sql, int broken) {
                QTest::addRow("%s %s", postgres ? "postgres" : "sqlite", name)
                    << postgres << QString::fromLatin1(sql) << broken;
            };
            row("a changed word", "UPDATE audit_event SET action = 'patient.read' WHERE sequence = 3", 3);
            row("another person", "UPDATE audit_event SET user_id = 'somebody' WHERE sequence = 1", 1);
            row("a shifted letter",
                "UPDATE audit_event SET action = 'patient.ad', subject = 'd' || subject WHERE sequence = 2", 2);
            row("another time", "UPDATE audit_event SET at = at + 1 WHERE sequence = 5", 5);
            row("a removed event", "DELETE FROM audit_event WHERE sequence = 2", 2);
            row("two swapped",
                "UPDATE audit_event SET subject = CASE sequence WHEN 2 THEN 'patient-3' ELSE 'patient-2' END WHERE "
                "sequence IN (2, 3)",
                2);
            row("a cut end", "DELETE FROM audit_event WHERE sequence = 5", 5);
            row("everything cut", "DELETE FROM audit_event", 1);
            row("an invented event",
                "INSERT INTO audit_event SELECT tenant, 6, at, user_id, role, action, subject, patient, facility, "
                "result, sealed, hash"
                " FROM audit_event WHERE sequence = 5",
                6);
        }
    }
    void verifyFinds()
    {
        QFETCH(QString, sql);
        QFETCH(int, firstBroken);
        OPEN_DATABASE(databases, config, db);
        for (int i = 1; i <= 5; ++i)
            GOOD(PatientRepository(db).add(asha(QStringLiteral("patient-%1").arg(i)), kr, clerk, morning));
        const auto before = AuditTrail(db).verify();
        QVERIFY(before->intact);
        QCOMPARE(before->events, 5);
        QCOMPARE(before->head.size(), 32);
        QCOMPARE(tamper(config, sql), QString());
        const auto after = AuditTrail(db).verify();
        GOOD(after);
        QVERIFY(!after->intact);
        QCOMPARE(after->firstBroken, firstBroken);
    }
};

QTEST_GUILESS_MAIN(TstStorageAudit)
#include "tst_storage_audit.moc"
