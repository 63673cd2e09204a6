#include "databases.h"
#include "raw_sql.h"
#include "storage/audit_heads.h"
#include "storage/audit_retention.h"
#include "storage/audit_trail.h"
#include "storage/inbox.h"
#include "values.h"

#include <QCryptographicHash>
#include <QFile>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

UtcTime at(const char *iso)
{
    return UtcTime::parse(QString::fromLatin1(iso)).value();
}

constexpr int threeYears = 3;
const Actor self{UserId(QStringLiteral("bridge")), Role::System};

}

/// How long the trail is kept, who may keep it longer, and what proves that nobody wrote it anew (S-A6, S-A7).
class TstStorageRetention : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    static Done append(Connection &db, UtcTime when, const char *patient = "p1")
    {
        AuditEvent event;
        event.actor = clerk;
        event.action = QStringLiteral("patient.read");
        event.patient = PatientId(QString::fromLatin1(patient));
        event.at = when;
        return AuditTrail(db).append(event);
    }
    QString asAdministrator(const DatabaseConfig &config, const QStringList &statements)
    {
        if (config.backend == Backend::Sqlite)
            return rawSqlite(config.location, statements);
        databases.server()->psql(statements.join(u';'), databases.server()->lastDatabase());
        return {};
    }

private Q_SLOTS:
    void anEventIsKeptItsYearsToTheDay_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<UtcTime>("now");
        QTest::addColumn<int>("years");
        QTest::addColumn<qint64>("purged");
        for (const bool postgres : {false, true}) {
            const auto row = [&](const char *name, const char *now, int years, qint64 purged) {
                QTest::addRow("%s %s", postgres ? "postgres" : "sqlite", name)
                    << postgres << at(now) << years << purged;
            };
            row("the evening before", "2029-11-20T23:59:59.999Z", threeYears, 0);
            row("the day", "2029-11-21T00:00:00Z", threeYears, 2);
            row("a day later", "2029-11-22T00:00:00Z", threeYears, 3);
            row("never below a year", "2027-11-20T23:59:59Z", 0, 0);
            row("after a year, if the clinic wants", "2027-11-21T00:00:00Z", 1, 2);
        }
    }
    void anEventIsKeptItsYearsToTheDay()
    {
        QFETCH(UtcTime, now);
        QFETCH(int, years);
        QFETCH(qint64, purged);
        OPEN_DATABASE(databases, config, db);
        GOOD(append(db, at("2026-11-20T00:00:00Z")));
        GOOD(append(db, at("2026-11-20T23:59:59Z")));
        GOOD(append(db, at("2026-11-21T00:00:00Z")));
        GOOD(append(db, at("2026-11-22T08:00:00Z")));
        const auto done = AuditRetention(db).purge(years, self, now);
        GOOD(done);
        QCOMPARE(*done, purged);
        const auto verdict = AuditTrail(db).verify();
        GOOD(verdict);
        QVERIFY(verdict->intact);
        QCOMPARE(verdict->purged, purged);
        QCOMPARE(verdict->events, 4 - purged + (purged > 0 ? 1 : 0)); // the purge is an event itself
        if (purged > 0)
            QCOMPARE(AuditTrail(db).last(1)->at(0).action, QStringLiteral("audit.purge"));
        GOOD(append(db, now));
        QCOMPARE(*AuditRetention(db).purge(years, self, now), 0);
        QVERIFY(AuditTrail(db).verify()->intact);
    }

    void aHoldKeepsFromThePatientsFirstEventOn_data() { Databases::columns(); }
    void aHoldKeepsFromThePatientsFirstEventOn()
    {
        OPEN_DATABASE(databases, config, db);
        for (const auto *patient : {"p1", "p2", "p3"})
            GOOD(append(db, at("2026-11-20T08:00:00Z"), patient));
        AuditRetention retention(db);
        const auto later = at("2029-11-21T08:00:00Z");
        GOOD(retention.place(
            {QStringLiteral("h1"), PatientId(QStringLiteral("p2")), QStringLiteral("court"), {}}, clerk, later));
        QCOMPARE(retention.holds()->at(0).reason, QStringLiteral("court"));
        QCOMPARE(*retention.purge(threeYears, self, later), 1);
        GOOD(retention.place({QStringLiteral("h2"), {}, QStringLiteral("police"), {}}, clerk, later));
        GOOD(retention.release(QStringLiteral("h1"), QStringLiteral("closed"), clerk, later));
        QCOMPARE(*retention.purge(threeYears, self, later), 0);
        GOOD(retention.release(QStringLiteral("h2"), QStringLiteral("closed"), clerk, later));
        FAILS(retention.release(QStringLiteral("h2"), QStringLiteral("closed"), clerk, later), "HOLD-UNKNOWN");
        QCOMPARE(*retention.purge(threeYears, self, later), 2);
        QCOMPARE(retention.holds()->size(), 0);
        QVERIFY(AuditTrail(db).verify()->intact);
    }

    /// Triggers and grants let nothing go but what a purge has named, and no purge name what the law keeps.
    void nothingElseCanBeRemoved_data() { Databases::columns(); }
    void nothingElseCanBeRemoved()
    {
        OPEN_DATABASE(databases, config, db);
        GOOD(append(db, at("2026-11-20T08:00:00Z")));
        GOOD(append(db, at("2029-11-20T08:00:00Z")));
        GOOD(AuditRetention(db).purge(threeYears, self, at("2029-11-21T08:00:00Z")));
        const auto early = QStringLiteral("INSERT INTO audit_purge (tenant, upto, hash, at) VALUES ('clinic-a', 2, '', "
                                          "1889000000000)");
        if (postgres) {
            for (const auto *sql : {"DELETE FROM audit_event", "DELETE FROM audit_purge",
                     "SELECT nadi_purge_audit(2, '', 1889000000000)"}) {
                const auto text = QStringLiteral("SET ROLE nadi_test; BEGIN; SELECT set_config('nadi.tenant', "
                                                 "'clinic-a', true); ")
                    + QLatin1String(sql) + QStringLiteral("; COMMIT");
                const auto answer = databases.server()->psql(
                    text, databases.server()->lastDatabase(), PostgresServer::Output::WithErrors);
                QVERIFY2(answer.contains("ERROR"), answer.constData());
            }
        } else {
            QVERIFY(rawSqlite(config.location, {QStringLiteral("DELETE FROM audit_event")}).contains(u"append-only"));
            QVERIFY(rawSqlite(config.location, {QStringLiteral("DELETE FROM audit_purge")}).contains(u"append-only"));
            QVERIFY(rawSqlite(config.location, {early}).contains(u"kept for a year"));
        }
        QVERIFY(AuditTrail(db).verify()->intact);
    }

    /// Somebody who may do everything cuts the beginning off and makes an anchor for it.
    void aCutThatWasNoPurgeIsFound_data() { Databases::columns(); }
    void aCutThatWasNoPurgeIsFound()
    {
        OPEN_DATABASE(databases, config, db);
        for (int i = 0; i < 4; ++i)
            GOOD(append(db, at("2026-11-20T08:00:00Z")));
        const auto cut = QStringLiteral("INSERT INTO audit_purge SELECT tenant, sequence, hash, at + 63072000000 FROM "
                                        "audit_event WHERE sequence = 2");
        QCOMPARE(
            asAdministrator(config, {cut, QStringLiteral("DELETE FROM audit_event WHERE sequence <= 2")}), QString());
        const auto verdict = AuditTrail(db).verify();
        GOOD(verdict);
        QCOMPARE(verdict->events, 2);
        QVERIFY(!verdict->intact);
        QCOMPARE(verdict->firstBroken, 3);
    }

    void aChainThatWasWrittenAnewIsFoundByItsHeads_data() { Databases::columns(); }
    void aChainThatWasWrittenAnewIsFoundByItsHeads() // S-A6
    {
        OPEN_DATABASE(databases, config, db);
        QTemporaryDir elsewhere;
        const auto folder = elsewhere.path();
        const auto today = at("2026-11-20T08:00:00Z");
        FAILS(checkHeads(db, folder, today), "AUDIT-HEADS");
        FAILS(keepHead(db, folder + QStringLiteral("/none"), today), "AUDIT-HEADS");
        GOOD(keepHead(db, folder, today)); // of an empty trail
        for (int day = 0; day < 3; ++day) {
            GOOD(append(db, today + 24h * day));
            GOOD(keepHead(db, folder, today + 24h * day));
        }
        QCOMPARE(*headKeptAt(db), today + 24h * 2);
        auto verdict = checkHeads(db, folder, today + 24h * 3);
        GOOD(verdict);
        QCOMPARE(verdict->checked, 4);
        QVERIFY(verdict->intact());

        // Everything anew, as a program without these triggers would write it: the chain itself is sound.
        const auto off = postgres ? QStringList{QStringLiteral("ALTER TABLE audit_event DISABLE TRIGGER ALL"),
                                        QStringLiteral("ALTER TABLE audit_head DISABLE TRIGGER ALL")}
                                  : QStringList{QStringLiteral("DROP TRIGGER audit_event_no_delete"),
                                        QStringLiteral("DROP TRIGGER audit_head_no_delete")};
        QCOMPARE(
            asAdministrator(config,
                off + QStringList{QStringLiteral("DELETE FROM audit_event"), QStringLiteral("DELETE FROM audit_head")}),
            QString());
        for (int day = 0; day < 3; ++day)
            GOOD(append(db, today + 24h * day, day == 1 ? "somebody else" : "p1"));
        QVERIFY(AuditTrail(db).verify()->intact);
        verdict = checkHeads(db, folder, today + 24h * 3);
        GOOD(verdict);
        QVERIFY(!verdict->intact());
        QCOMPARE(verdict->firstBroken, 2);
    }

    void whatTheKeyDidNotSignIsNotBelieved()
    {
        const auto config = databases.fresh(false);
        const auto db = Connection::open(config, sealer);
        GOOD(db);
        QTemporaryDir elsewhere;
        const auto today = at("2026-11-20T08:00:00Z");
        GOOD(append(**db, today));
        GOOD(keepHead(**db, elsewhere.path(), today));
        QFile file(QDir(elsewhere.path()).filePath(QDir(elsewhere.path()).entryList(QDir::Files).at(0)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto line = file.readAll();
        QVERIFY(!line.contains("p1"));
        file.seek(0);
        file.write(line.replace("\"sequence\":1", "\"sequence\":0"));
        file.write("no json\n");
        file.close();
        const auto verdict = checkHeads(**db, elsewhere.path(), today);
        GOOD(verdict);
        QCOMPARE(verdict->forged, 2);
        QCOMPARE(verdict->checked, 0);
        QVERIFY(!verdict->intact());
    }

    void headsOutliveAPurge_data() { Databases::columns(); }
    void headsOutliveAPurge()
    {
        OPEN_DATABASE(databases, config, db);
        QTemporaryDir elsewhere;
        for (const auto *day : {"2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2029-11-20T08:00:00Z"}) {
            GOOD(append(db, at(day)));
            GOOD(keepHead(db, elsewhere.path(), at(day)));
        }
        const auto later = at("2029-11-22T08:00:00Z");
        QCOMPARE(*AuditRetention(db).purge(threeYears, self, later), 2);
        const auto verdict = checkHeads(db, elsewhere.path(), later);
        GOOD(verdict);
        QVERIFY(verdict->intact());
        QCOMPARE(verdict->older, 1);
        QCOMPARE(verdict->checked, 2); // the purge's own place, and the one that was kept
    }

    void callbacksThatNobodyWantedGoAfterThirtyDays_data() { Databases::columns(); }
    void callbacksThatNobodyWantedGoAfterThirtyDays()
    {
        OPEN_DATABASE(databases, config, db);
        Inbox inbox(db);
        const auto put = [&](const char *request, InboxState state) {
            InboxMessage message;
            message.source = QStringLiteral("gateway");
            message.route = QStringLiteral("/api/v3/x");
            message.request = RequestId(QString::fromLatin1(request));
            message.receivedAt = morning;
            message.state = state;
            return inbox.put(message);
        };
        GOOD(put("parked", InboxState::Quarantined));
        GOOD(put("failed", InboxState::New));
        GOOD(
            inbox.finish(inbox.next(morning)->value().sequence, InboxState::Failed, QStringLiteral("X"), morning + 1h));
        GOOD(put("waiting", InboxState::New));
        const auto counts = [&] { return *inbox.counts(); };
        QCOMPARE(*inbox.purge(morning, morning), 0);
        QCOMPARE(*inbox.purge(morning + 2h, morning + 30min), 1);
        QCOMPARE(counts().value(QStringLiteral("quarantined")), 0);
        QCOMPARE(*inbox.purge(morning + 2h, morning + 1h), 0);
        QCOMPARE(*inbox.purge(morning + 2h, morning + 1h + 1ms), 1);
        QCOMPARE(counts(), (QHash<QString, int>{{QStringLiteral("new"), 1}}));
    }
};

QTEST_GUILESS_MAIN(TstStorageRetention)
#include "tst_storage_retention.moc"
