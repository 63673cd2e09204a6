#include "databases.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/inbox.h"
#include "storage/outbox.h"
#include "storage/patient_repository.h"
#include "values.h"

#include <QMutex>

#include <atomic>
#include <barrier>
#include <thread>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// Many programs at once, each with a connection of its own, on both databases (fault C1).
class TstStorageConcurrency : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    /// Runs `work(db, index)` in `count` threads that start at the same moment; how many could not open.
    template <class Work>
    int together(const DatabaseConfig &config, int count, Work work)
    {
        std::barrier start(count);
        std::atomic<int> closed{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&, i] {
                auto db = Connection::open(config, sealer);
                start.arrive_and_wait();
                if (db)
                    work(**db, i);
                else
                    ++closed;
            });
        for (auto &thread : threads)
            thread.join();
        return closed;
    }

private Q_SLOTS:
    void oneOf64TakesTheSlot_data() { Databases::columns(); }
    void oneOf64TakesTheSlot()
    {
        OPEN_DATABASE(databases, config, db);
        const auto slot = slotAt(morning + 1h);
        std::atomic<int> won{0};
        std::atomic<int> taken{0};
        const auto closed = together(config, 64, [&](Connection &mine, int i) {
            const auto hold
                = AppointmentRepository(mine).hold(HoldId(QString::number(i)), slot, morning, morning + 5min);
            if (hold)
                ++won;
            else if (hold.error().code == u"SLOT-TAKEN")
                ++taken;
        });
        QCOMPARE(closed, 0);
        QCOMPARE(won, 1);
        QCOMPARE(taken, 63);
    }

    void oneOf64TakesOverAnExpiredHold_data() { Databases::columns(); }
    void oneOf64TakesOverAnExpiredHold()
    {
        OPEN_DATABASE(databases, config, db);
        const auto slot = slotAt(morning + 1h);
        GOOD(AppointmentRepository(db).hold(HoldId(QStringLiteral("old")), slot, morning, morning + 5min));
        QMutex mutex;
        QStringList winners;
        together(config, 64, [&](Connection &mine, int i) {
            const HoldId id(QString::number(i));
            if (AppointmentRepository(mine).hold(id, slot, morning + 6min, morning + 11min)) {
                QMutexLocker lock(&mutex);
                winners << id.value();
            }
        });
        QCOMPARE(winners.size(), 1);
        AppointmentRepository appointments(db);
        FAILS(appointments.confirm(
                  HoldId(QStringLiteral("old")), appointment(QStringLiteral("a0"), slot), clerk, morning),
            "HOLD-EXPIRED");
        GOOD(appointments.confirm(HoldId(winners.first()), appointment(QStringLiteral("a1"), slot), clerk, morning));
    }

    void oneEffectIsQueuedOnceBy64_data() { Databases::columns(); }
    void oneEffectIsQueuedOnceBy64()
    {
        OPEN_DATABASE(databases, config, db);
        std::atomic<int> queued{0};
        std::atomic<int> failures{0};
        together(config, 64, [&](Connection &mine, int) {
            OutboxMessage message;
            message.businessKey = QStringLiteral("link:r1");
            message.dueAt = morning;
            const auto put = Outbox(mine).put(message);
            failures += put ? 0 : 1;
            queued += put && *put ? 1 : 0;
        });
        QCOMPARE(failures, 0);
        QCOMPARE(queued, 1);
        QCOMPARE(Outbox(db).inState(OutboxState::Pending, 10)->size(), 1);
    }

    void tenCopiesOfACallbackAreOneMessage_data() { Databases::columns(); }
    void tenCopiesOfACallbackAreOneMessage()
    {
        OPEN_DATABASE(databases, config, db);
        std::atomic<int> stored{0};
        std::atomic<int> repeats{0};
        together(config, 10, [&](Connection &mine, int) {
            InboxMessage message;
            message.route = QStringLiteral("/api/v3/link/on_carecontext");
            message.request = RequestId(QStringLiteral("q1"));
            message.body = "{}";
            const auto put = Inbox(mine).put(message);
            stored += put && *put == InboxPut::Stored ? 1 : 0;
            repeats += put && *put == InboxPut::Repeat ? 1 : 0;
        });
        QCOMPARE(stored, 1);
        QCOMPARE(repeats, 9);
    }

    void eightWorkersKeepTheOrderOfEachPatient_data() { Databases::columns(); }
    void eightWorkersKeepTheOrderOfEachPatient()
    {
        OPEN_DATABASE(databases, config, db);
        constexpr int patients = 6;
        constexpr int each = 5;
        for (int n = 0; n < each; ++n)
            for (int p = 0; p < patients; ++p) {
                OutboxMessage message;
                message.businessKey = QStringLiteral("%1/%2").arg(p).arg(n);
                message.orderKey = QStringLiteral("kr/%1").arg(p);
                message.dueAt = morning;
                GOOD(Outbox(db).put(message));
            }
        QMutex mutex;
        QHash<QString, QStringList> sent;
        std::atomic<int> left{patients * each};
        std::atomic<int> failures{0};
        together(config, 8, [&](Connection &mine, int worker) {
            Outbox outbox(mine);
            for (int turn = 0; left > 0 && turn < 2000; ++turn) {
                const auto leased = outbox.lease(morning, morning + 30s);
                if (!leased) {
                    ++failures;
                    continue;
                }
                if (!*leased)
                    continue;
                const auto &message = **leased;
                {
                    QMutexLocker lock(&mutex);
                    sent[message.orderKey] << message.businessKey;
                }
                const RequestId request(QStringLiteral("%1/%2").arg(worker).arg(message.sequence));
                if (!outbox.beginAttempt(message, request, morning)
                    || !outbox.settle(message, OutboxState::Accepted, {}, {}, morning)
                    || !outbox.conclude(message.businessKey, OutboxState::Confirmed, {}, morning))
                    ++failures;
                --left;
            }
        });
        QCOMPARE(failures, 0);
        QCOMPARE(left, 0);
        for (int p = 0; p < patients; ++p) {
            QStringList wanted;
            for (int n = 0; n < each; ++n)
                wanted << QStringLiteral("%1/%2").arg(p).arg(n);
            QCOMPARE(sent.value(QStringLiteral("kr/%1").arg(p)), wanted);
        }
    }

    void auditChainIsWholeAndNumbersHaveNoGaps_data() { Databases::columns(); }
    void auditChainIsWholeAndNumbersHaveNoGaps()
    {
        OPEN_DATABASE(databases, config, db);
        GOOD(FacilityRepository(db).save(krishnaRoad()));
        constexpr int desks = 16;
        constexpr int each = 4;
        QMutex mutex;
        QStringList numbers;
        std::atomic<int> failures{0};
        together(config, desks, [&](Connection &mine, int desk) {
            for (int n = 0; n < each; ++n) {
                Transaction transaction(mine);
                PatientRepository patients(mine);
                auto patient = asha(QStringLiteral("p-%1-%2").arg(desk).arg(n));
                const auto number
                    = transaction.begun() ? patients.nextLocalNumber(kr) : Result<QString>(failed(transaction.begun()));
                patient.localNumber = number.value_or(QString());
                if (!number || !patients.add(patient, kr, clerk, morning) || !transaction.commit()) {
                    ++failures;
                    continue;
                }
                QMutexLocker lock(&mutex);
                numbers << patient.localNumber;
            }
        });
        QCOMPARE(failures, 0);
        numbers.sort();
        for (int i = 0; i < desks * each; ++i)
            QCOMPARE(numbers.value(i), QStringLiteral("KR-%1").arg(i + 1, 5, 10, QLatin1Char('0')));
        const auto verdict = AuditTrail(db).verify();
        GOOD(verdict);
        QCOMPARE(verdict->events, desks * each);
        QVERIFY(verdict->intact);
    }

    void eightProgramsMayStartOnAnEmptyDatabase_data() { Databases::columns(); }
    void eightProgramsMayStartOnAnEmptyDatabase()
    {
        QFETCH(bool, postgres);
        // Several rounds: the moment in which a new file becomes a WAL database is short.
        for (int round = 0; round < (postgres ? 1 : 10); ++round) {
            const auto config = databases.fresh(postgres);
            if (config.location.isEmpty())
                QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");
            std::atomic<int> usable{0};
            const auto closed = together(config, 8, [&](Connection &mine, int) {
                if (mine.schemaVersion() > 0 && PatientRepository(mine).mark())
                    ++usable;
            });
            QCOMPARE(closed, 0);
            QCOMPARE(usable, 8);
        }
    }
};

QTEST_GUILESS_MAIN(TstStorageConcurrency)
#include "tst_storage_concurrency.moc"
