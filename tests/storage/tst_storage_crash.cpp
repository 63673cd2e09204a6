#include "databases.h"
#include "storage/audit_trail.h"
#include "storage/inbox.h"
#include "storage/outbox.h"
#include "storage/patient_repository.h"
#include "support/seeded_random.h"
#include "values.h"

#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <cstdio>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

/// One business event: patient with audit, inbox and outbox message, all or nothing.
Done writeEvent(Connection &db, int n)
{
    Transaction transaction(db);
    if (!transaction.begun())
        return transaction.begun();
    const auto name = QString::number(n);
    if (auto done = PatientRepository(db).add(asha(name), kr, clerk, morning); !done)
        return done;
    InboxMessage event;
    event.route = QStringLiteral("start");
    event.request = RequestId(name);
    if (auto put = Inbox(db).put(event); !put)
        return failed(put);
    OutboxMessage message;
    message.businessKey = name;
    if (auto put = Outbox(db).put(message); !put)
        return failed(put);
    return transaction.commit();
}

/// The child: writes from `first` on and tells each number only after its commit.
int writeUntilKilled(const DatabaseConfig &config, int first)
{
    PlainSealer sealer;
    auto db = Connection::open(config, sealer);
    if (!db)
        return 1;
    for (int n = first;; ++n) {
        if (!writeEvent(**db, n))
            return 2;
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
}

}

/// kill -9 in the middle of commits: what was acknowledged is there, nothing is there by half (S-B1, S-C8, S-A2).
class TstStorageCrash : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    /// Lets a child write until it has acknowledged some events, kills it a moment later, and gives the last number it
    /// told.
    static int killAfter(const DatabaseConfig &config, int first, int events, qint64 nanoseconds)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--child"), QString::number(int(config.backend)), config.location, config.tenant.value(),
                QString::number(first)});
        int told = first - 1;
        const auto read = [&] {
            while (child.canReadLine())
                told = child.readLine().trimmed().toInt();
        };
        while (told < first + events - 1 && child.waitForReadyRead(30'000))
            read();
        QElapsedTimer moment;
        moment.start();
        while (moment.nsecsElapsed() < nanoseconds) { }
        ::kill(pid_t(child.processId()), SIGKILL);
        child.waitForFinished();
        read();
        return child.exitStatus() == QProcess::CrashExit ? told : -1;
    }

private Q_SLOTS:
    void killedWriterLosesNothingItTold_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<int>("kills");
        QTest::newRow("sqlite") << false << 40;
        QTest::newRow("postgres") << true << 10;
    }
    void killedWriterLosesNothingItTold()
    {
        QFETCH(int, kills);
        OPEN_DATABASE(databases, config, db);
        SeededRandom random(20261121);
        int next = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const auto events = int(random.next() % 8) + 1;
            const auto told = killAfter(config, next, events, qint64(random.next() % 1'500'000));
            QVERIFY2(told >= next + events - 1, qPrintable(QStringLiteral("kill %1").arg(kill)));
            // A server may still be finishing what the dead program asked for.
            if (postgres)
                QTRY_COMPARE(
                    databases.server()
                        ->psql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename = 'nadi_test'"),
                            QStringLiteral("postgres"))
                        .trimmed(),
                    QByteArray("1"));

            QStringList patients;
            GOOD(PatientRepository(db).forEach(kr, [&](const Patient &patient) { patients << patient.id.value(); }));
            const int stored = int(patients.size());
            // One commit may have become durable in the moment before it could be told.
            QVERIFY2(stored == told + 1 || stored == told + 2,
                qPrintable(QStringLiteral("kill %1: told %2, stored %3").arg(kill).arg(told).arg(stored)));
            for (int n = 0; n < stored; ++n)
                QCOMPARE(patients.at(n), QString::number(n));
            QCOMPARE(Inbox(db).counts()->value(QStringLiteral("new")), stored);
            QCOMPARE(Outbox(db).counts()->value(QStringLiteral("pending")), stored);
            const auto audit = AuditTrail(db).verify();
            GOOD(audit);
            QVERIFY(audit->intact);
            QCOMPARE(audit->events, stored);
            next = stored;
        }
        qInfo("%d kills, %d events", kills, next);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = app.arguments();
    if (arguments.value(1) == u"--child") {
        DatabaseConfig config;
        config.backend = Backend(arguments.value(2).toInt());
        config.location = arguments.value(3);
        config.tenant = TenantId(arguments.value(4));
        return writeUntilKilled(config, arguments.value(5).toInt());
    }
    TstStorageCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storage_crash.moc"
