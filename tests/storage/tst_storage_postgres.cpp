#include "databases.h"
#include "storage/patient_repository.h"
#include "values.h"

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// What only a server can get wrong: roles and row security (S-R3, S-R4, S-R5).
class TstStoragePostgres : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;
    DatabaseConfig owner;
    QString database;

    QByteArray ask(const QString &sql) { return databases.server()->psql(sql, database).trimmed(); }
    /// The error of one statement as the program's role, or what it gave.
    QString asProgram(const QString &sql, const QString &role = QStringLiteral("nadi_test"))
    {
        const auto wrapped = QStringLiteral("SET ROLE %1; %2").arg(role, sql);
        return QString::fromUtf8(databases.server()->psql(wrapped, database, PostgresServer::Output::WithErrors));
    }

private Q_SLOTS:
    void initTestCase()
    {
        owner = databases.fresh(true);
        if (owner.location.isEmpty())
            QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");
        database = databases.server()->lastDatabase();
        const auto migrated = Connection::open(owner, sealer);
        GOOD(migrated);
        GOOD(PatientRepository(**migrated).add(asha(), kr, clerk, morning));
    }

    void everyTableWithRowsOfAClinicIsBound()
    {
        // Fails for any table that a later step adds without a tenant, or without security enabled and forced.
        const auto unbound = ask(QStringLiteral(
            "SELECT string_agg(c.relname, ',') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_version' AND NOT "
            "(c.relrowsecurity"
            " AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND "
            "a.attname = 'tenant'"
            " AND a.attnotnull) AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'"
            " AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL))"));
        QCOMPARE(unbound, QByteArray());
        QVERIFY(ask(QStringLiteral("SELECT count(*) FROM pg_policies WHERE schemaname = 'public'")).toInt() >= 20);
    }

    void everyUniqueConstraintCarriesTheTenant()
    {
        // Except the sequences, which are nobody's secret.
        const auto without = ask(QStringLiteral(
            "SELECT string_agg(i.indexrelid::regclass::text, ',') FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND i.indisunique AND NOT EXISTS"
            " (SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attname "
            "= 'tenant')"
            " AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
            " AND a.attidentity <> '')"));
        QCOMPARE(without, QByteArray());
    }

    void theProgramOwnsNothing()
    {
        QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM pg_class WHERE relowner IN (SELECT oid FROM pg_roles WHERE "
                                    "rolname IN ('nadi_app', 'nadi_test'))")),
            QByteArray("0"));
        QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname IN ('nadi_app', 'nadi_test', "
                                    "'nadi_owner') AND (rolsuper OR rolbypassrls)")),
            QByteArray("0"));
    }

    void withoutTenantThereIsAnError_data()
    {
        QTest::addColumn<QString>("sql");
        for (const auto *table :
            {"patient", "record", "blob_part", "inbox", "outbox", "link_token", "audit_event", "record_content",
                "prescribed_line", "content_template", "discovery", "consent_person", "consent_left"})
            QTest::newRow(table) << QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table));
        QTest::newRow("after a transaction that had one") << QStringLiteral(
            "BEGIN; SELECT set_config('nadi.tenant', 'clinic-a', true); COMMIT; SELECT count(*) FROM patient");
    }
    void withoutTenantThereIsAnError()
    {
        QFETCH(QString, sql);
        for (const auto *role : {"nadi_test", "nadi_owner"})
            QVERIFY2(
                asProgram(sql, QLatin1String(role)).contains(QStringLiteral("no tenant in this transaction")), role);
    }

    void anotherTenantSeesAndWritesNothing()
    {
        const auto as = [this](const QString &sql) {
            return asProgram(QStringLiteral("BEGIN; SELECT set_config('nadi.tenant', 'clinic-b', true); %1").arg(sql));
        };
        QVERIFY(as(QStringLiteral("SELECT 'rows=' || count(*) FROM patient")).contains(QStringLiteral("rows=0")));
        QVERIFY(
            as(QStringLiteral("UPDATE patient SET version = 9 RETURNING 'changed'")).contains(QStringLiteral("changed"))
            == false);
        QVERIFY(as(QStringLiteral("INSERT INTO meta VALUES ('clinic-a', 'x', 'y')"))
                .contains(QStringLiteral("row-level security")));
    }

    void theProgramCannot_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("change the audit trail") << QStringLiteral("UPDATE audit_event SET action = 'x'");
        QTest::newRow("shorten the audit trail") << QStringLiteral("DELETE FROM audit_event");
        QTest::newRow("empty the audit trail") << QStringLiteral("TRUNCATE audit_event");
        QTest::newRow("change the schema") << QStringLiteral("ALTER TABLE patient ADD COLUMN name TEXT");
        QTest::newRow("switch security off") << QStringLiteral("ALTER TABLE patient DISABLE ROW LEVEL SECURITY");
        QTest::newRow("make tables") << QStringLiteral("CREATE TABLE copy (a TEXT)");
        QTest::newRow("lie about the version") << QStringLiteral("UPDATE schema_version SET version = 0");
    }
    void theProgramCannot()
    {
        QFETCH(QString, sql);
        const auto answer
            = asProgram(QStringLiteral("BEGIN; SELECT set_config('nadi.tenant', 'clinic-a', true); ") + sql);
        QVERIFY2(
            answer.contains(QStringLiteral("permission denied")) || answer.contains(QStringLiteral("must be owner")),
            qPrintable(answer));
    }

    void aRoleThatSecurityDoesNotBindIsRefused()
    {
        auto config = owner;
        config.location = databases.server()->location(database, QStringLiteral("postgres"));
        FAILS(Connection::open(config, sealer), "DB-ROLE");
    }

    void aServerThatIsAwayIsUnavailable()
    {
        auto config = owner;
        config.location = QStringLiteral("host=%1 port=5432 dbname=nadi user=nadi_test")
                              .arg(databases.path(QStringLiteral("nowhere")));
        FAILS(Connection::open(config, sealer), "DB-GONE");
    }
};

QTEST_GUILESS_MAIN(TstStoragePostgres)
#include "tst_storage_postgres.moc"
