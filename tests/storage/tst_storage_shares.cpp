#include "databases.h"
#include "storage/share_repository.h"
#include "values.h"

#include <QMutex>

#include <atomic>
#include <barrier>
#include <thread>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

const QDate today(2026, 11, 21);

SharedProfile profileOf(int person)
{
    SharedProfile profile;
    profile.abhaAddress = *AbhaAddress::parse(QStringLiteral("person.%1@sbx").arg(person));
    profile.name = QStringLiteral("Person %1").arg(person);
    profile.gender = Gender::Female;
    profile.birth = *BirthDate::parse(u"1990-11-07");
    profile.mobile = QStringLiteral("9876543210");
    profile.addressLine = QStringLiteral("12 Sample Street");
    profile.district = QStringLiteral("Pune");
    profile.state = QStringLiteral("Maharashtra");
    profile.pincode = QStringLiteral("411001");
    return profile;
}

ShareArrival arrivalOf(int person, const QString &counter = QStringLiteral("OPD1"), const FacilityId &facility = kr)
{
    return {facility, counter, QStringLiteral("71-1111"), profileOf(person), 30min};
}

}

/// Queue tokens: unique, gap-free, the same for the same person (S-O11, B45, A6).
class TstStorageShares : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;
    int made = 0;

    ShareId freshId() { return ShareId(QStringLiteral("share-%1").arg(++made)); }
    int numberOf(Connection &db, const ShareArrival &arrival, QDate day = today, UtcTime now = morning)
    {
        const auto share = ShareRepository(db).receive(freshId(), arrival, day, now);
        return share ? share->token.number : -1;
    }

private Q_SLOTS:
    void aShareComesBackAsItWasStored_data() { Databases::columns(); }
    void aShareComesBackAsItWasStored()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        auto arrival = arrivalOf(1);
        arrival.profile.abhaNumber = *AbhaNumber::parse(u"91-1234-5678-9012");
        const auto stored = shares.receive(freshId(), arrival, today, morning);
        GOOD(stored);
        const auto read = shares.share(stored->id);
        GOOD(read);
        QCOMPARE(read->profile, arrival.profile);
        QCOMPARE(read->token, (QueueToken{today, 1, morning + 30min}));
        QCOMPARE(read->counter, arrival.counter);
        QCOMPARE(read->doctorHprId, arrival.doctorHprId);
        QCOMPARE(read->receivedAt, morning);
        QCOMPARE(read->outcome, ShareOutcome::Waiting);
        FAILS(shares.share(ShareId(QStringLiteral("nobody"))), "SHARE-UNKNOWN");
    }

    void numbersCountPerFacilityCounterAndDay_data() { Databases::columns(); }
    void numbersCountPerFacilityCounterAndDay()
    {
        OPEN_DATABASE(databases, config, db);
        const FacilityId other(QStringLiteral("IN0710000124"));
        QCOMPARE(numberOf(db, arrivalOf(1)), 1);
        QCOMPARE(numberOf(db, arrivalOf(2)), 2);
        QCOMPARE(numberOf(db, arrivalOf(3, QStringLiteral("OPD2"))), 1);
        QCOMPARE(numberOf(db, arrivalOf(4, QStringLiteral("OPD1"), other)), 1);
        QCOMPARE(numberOf(db, arrivalOf(5)), 3);
        QCOMPARE(numberOf(db, arrivalOf(6), today.addDays(1), morning + 24h), 1);
    }

    void twentyScansOfOnePersonAreOneNumber_data() { Databases::columns(); } // A6
    void twentyScansOfOnePersonAreOneNumber()
    {
        OPEN_DATABASE(databases, config, db);
        for (int scan = 0; scan < 20; ++scan) {
            // A restart between any two: nothing is kept in memory.
            const auto again = Connection::open(config, sealer);
            GOOD(again);
            QCOMPARE(numberOf(**again, arrivalOf(1), today, morning + 1min * scan), 1);
        }
        const auto rows = ShareRepository(db).latest(kr, morning, 100);
        GOOD(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().scans, 20);
        QCOMPARE(rows->first().receivedAt, morning + 19min);
        QCOMPARE(ShareRepository(db).queue(kr, QStringLiteral("OPD1"), today)->issued, 1);
    }

    void theNumberLivesForItsTime_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("number");
        for (const bool postgres : {false, true}) {
            const char *name = postgres ? "postgres" : "sqlite";
            QTest::addRow("%s, last minute", name) << postgres << 29 << 1;
            QTest::addRow("%s, over", name) << postgres << 30 << 2;
        }
    }
    void theNumberLivesForItsTime()
    {
        QFETCH(int, minutes);
        QFETCH(int, number);
        OPEN_DATABASE(databases, config, db);
        QCOMPARE(numberOf(db, arrivalOf(1)), 1);
        QCOMPARE(numberOf(db, arrivalOf(1), today, morning + 1min * minutes), number);
    }

    void theNumberLivesAcrossMidnight_data() { Databases::columns(); }
    void theNumberLivesAcrossMidnight()
    {
        OPEN_DATABASE(databases, config, db);
        QCOMPARE(numberOf(db, arrivalOf(1)), 1);
        QCOMPARE(numberOf(db, arrivalOf(2)), 2);
        QCOMPARE(numberOf(db, arrivalOf(2), today.addDays(1), morning + 10min), 2);
        QCOMPARE(numberOf(db, arrivalOf(3), today.addDays(1), morning + 11min), 1);
    }

    void aRolledBackStepLeavesNoGap_data() { Databases::columns(); }
    void aRolledBackStepLeavesNoGap()
    {
        OPEN_DATABASE(databases, config, db);
        QCOMPARE(numberOf(db, arrivalOf(1)), 1);
        {
            Transaction lost(db);
            GOOD(lost.begun());
            QCOMPARE(numberOf(db, arrivalOf(2)), 2);
        }
        QCOMPARE(numberOf(db, arrivalOf(3)), 2);
        QCOMPARE(ShareRepository(db).latest(kr, morning, 100)->size(), 2);
    }

    void tenBridgesGiveEveryNumberOnce_data() { Databases::columns(); }
    void tenBridgesGiveEveryNumberOnce()
    {
        OPEN_DATABASE(databases, config, db);
        constexpr int bridges = 10;
        constexpr int each = 20;
        std::barrier start(bridges);
        std::atomic<int> failures{0};
        QMutex mutex;
        QHash<QString, QList<int>> given;
        std::vector<std::thread> threads;
        for (int bridge = 0; bridge < bridges; ++bridge)
            threads.emplace_back([&, bridge] {
                const auto mine = Connection::open(config, sealer);
                start.arrive_and_wait();
                for (int n = 0; mine && n < each; ++n) {
                    const auto counter = QStringLiteral("OPD%1").arg(n % 3);
                    const ShareId id(QStringLiteral("%1-%2").arg(bridge).arg(n));
                    const auto share
                        = ShareRepository(**mine).receive(id, arrivalOf(bridge * 1'000 + n, counter), today, morning);
                    if (!share) {
                        ++failures;
                        continue;
                    }
                    const QMutexLocker lock(&mutex);
                    given[counter] << share->token.number;
                }
                failures += mine ? 0 : 1;
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(failures, 0);
        int all = 0;
        for (auto &numbers : given) {
            std::sort(numbers.begin(), numbers.end());
            for (qsizetype i = 0; i < numbers.size(); ++i)
                QCOMPARE(numbers[i], int(i) + 1);
            all += int(numbers.size());
        }
        QCOMPARE(all, bridges * each);
    }

    void onePersonThroughTenBridgesAtOnceIsOneNumber_data() { Databases::columns(); }
    void onePersonThroughTenBridgesAtOnceIsOneNumber()
    {
        OPEN_DATABASE(databases, config, db);
        constexpr int bridges = 10;
        std::barrier start(bridges);
        std::atomic<int> ones{0};
        std::vector<std::thread> threads;
        for (int bridge = 0; bridge < bridges; ++bridge)
            threads.emplace_back([&, bridge] {
                const auto mine = Connection::open(config, sealer);
                start.arrive_and_wait();
                if (!mine)
                    return;
                const ShareId id(QStringLiteral("b-%1").arg(bridge));
                const auto share = ShareRepository(**mine).receive(id, arrivalOf(7), today, morning);
                ones += share && share->token.number == 1 ? 1 : 0;
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(ones, bridges);
        const auto rows = ShareRepository(db).latest(kr, morning, 100);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().scans, bridges);
    }

    void waitingComesFirstThenTheNewest_data() { Databases::columns(); }
    void waitingComesFirstThenTheNewest()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        QList<Share> rows;
        for (int person = 1; person <= 4; ++person) {
            rows << *shares.receive(freshId(), arrivalOf(person), today, morning + 1min * person);
        }
        auto decided = rows[3];
        decided.outcome = ShareOutcome::Matched;
        decided.patient = PatientId(QStringLiteral("patient-1"));
        GOOD(shares.decide(decided, clerk, morning + 10min));
        QStringList names;
        const auto newest = shares.latest(kr, morning, 3).value();
        for (const auto &row : newest)
            names << row.profile.name;
        QCOMPARE(
            names, (QStringList{QStringLiteral("Person 3"), QStringLiteral("Person 2"), QStringLiteral("Person 1")}));
        QCOMPARE(shares.latest(kr, morning, 10)->last().id, decided.id);
        QCOMPARE(shares.latest(kr, morning + 3min, 10)->size(), 2);
        QCOMPARE(*shares.lastReceived(kr), std::optional(morning + 4min));
        QCOMPARE(*shares.lastReceived(FacilityId(QStringLiteral("other"))), std::optional<UtcTime>());
    }

    void aDecisionIsTakenOnceAndMovesTheQueue_data() { Databases::columns(); }
    void aDecisionIsTakenOnceAndMovesTheQueue()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        const auto first = *shares.receive(freshId(), arrivalOf(1), today, morning);
        const auto second = *shares.receive(freshId(), arrivalOf(2), today, morning);
        auto seen = second;
        seen.outcome = ShareOutcome::New;
        seen.patient = PatientId(QStringLiteral("patient-2"));
        GOOD(shares.decide(seen, clerk, morning + 4min));
        FAILS(shares.decide(seen, clerk, morning + 4min), "DB-STALE");
        auto away = first;
        away.outcome = ShareOutcome::Dismissed;
        away.reason = QStringLiteral("left");
        GOOD(shares.decide(away, clerk, morning + 8min));
        const auto queue = *shares.queue(kr, QStringLiteral("OPD1"), today);
        QCOMPARE(queue.issued, 2);
        QCOMPARE(queue.running, 2); // called out of order: the number never goes back
        QCOMPARE(queue.taken, 2);
        QCOMPARE(queue.firstTakenAt, morning + 4min);
        QCOMPARE(queue.lastTakenAt, morning + 8min);
        QCOMPARE(shares.share(away.id)->reason, QStringLiteral("left"));
        QCOMPARE(shares.queue(kr, QStringLiteral("OPD9"), today)->issued, 0);
    }

    void aRescanDisturbsTheDeskOnlyWhenSomethingChanged_data() { Databases::columns(); }
    void aRescanDisturbsTheDeskOnlyWhenSomethingChanged()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        auto arrival = arrivalOf(1);
        const auto first = *shares.receive(freshId(), arrival, today, morning);
        QCOMPARE(shares.receive(freshId(), arrival, today, morning + 1min)->version, first.version);
        arrival.profile.mobile = QStringLiteral("9876500000");
        const auto moved = *shares.receive(freshId(), arrival, today, morning + 2min);
        QCOMPARE(moved.version, first.version + 1);
        QCOMPARE(moved.id, first.id);
        auto away = moved;
        away.outcome = ShareOutcome::Dismissed;
        GOOD(shares.decide(away, clerk, morning + 3min));
        // Sent away, scans again: stands at the desk again, with the same number.
        const auto back = *shares.receive(freshId(), arrival, today, morning + 4min);
        QCOMPARE(back.outcome, ShareOutcome::Waiting);
        QCOMPARE(back.token.number, first.token.number);
        QCOMPARE(back.id, first.id);
    }

    void whatTheGatewayAnsweredIsKept_data() { Databases::columns(); }
    void whatTheGatewayAnsweredIsKept()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        const auto share = *shares.receive(freshId(), arrivalOf(1), today, morning);
        QCOMPARE(share.answerCode, QString());
        GOOD(shares.noteAnswer(share.id, QStringLiteral("ABDM-1006")));
        QCOMPARE(shares.share(share.id)->answerCode, QStringLiteral("ABDM-1006"));
        QCOMPARE(shares.receive(freshId(), arrivalOf(1), today, morning + 1min)->answerCode, QString());
    }

    void oldSharesAreForgottenButNotTheirNumbers_data() { Databases::columns(); }
    void oldSharesAreForgottenButNotTheirNumbers()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        const auto old = *shares.receive(freshId(), arrivalOf(1), today, morning);
        const auto young = *shares.receive(freshId(), arrivalOf(2), today, morning + 1h);
        QCOMPARE(*shares.purge(morning + 1h), 1);
        FAILS(shares.share(old.id), "SHARE-UNKNOWN");
        GOOD(shares.share(young.id));
        QCOMPARE(numberOf(db, arrivalOf(3), today, morning + 1h), 3);
    }

    void whatAPersonTookAwayLeavesEveryShareOfTheirs_data() { Databases::columns(); } // B40
    void whatAPersonTookAwayLeavesEveryShareOfTheirs()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        const PatientId hers(QStringLiteral("patient-1"));
        auto withNumber = arrivalOf(2);
        withNumber.profile.abhaNumber = *AbhaNumber::parse(u"91-1234-5678-9012");
        auto served = *shares.receive(freshId(), arrivalOf(1), today, morning);
        const auto waiting = *shares.receive(freshId(), arrivalOf(1, QStringLiteral("OPD2")), today, morning);
        const auto byNumber = *shares.receive(freshId(), withNumber, today, morning);
        const auto somebodys = *shares.receive(freshId(), arrivalOf(3), today, morning);
        served.outcome = ShareOutcome::Matched;
        served.patient = hers;
        GOOD(shares.decide(served, clerk, morning + 1min));

        GOOD(shares.forgetAbha(
            hers, {QStringLiteral("91123456789012"), QStringLiteral("Person.1@sbx")}, morning + 2min));
        for (const auto &id : {served.id, waiting.id, byNumber.id}) {
            const auto left = shares.share(id);
            GOOD(left);
            QVERIFY(!left->profile.abhaNumber && left->profile.abhaAddress.value().isEmpty());
            QVERIFY(left->outcome != ShareOutcome::Waiting);
        }
        QCOMPARE(shares.share(served.id)->outcome, ShareOutcome::Matched);
        QCOMPARE(shares.waitingOf(kr, arrivalOf(1).profile.abhaAddress)->size(), 0);
        QCOMPARE(shares.share(somebodys.id)->profile, somebodys.profile);
        QCOMPARE(shares.share(somebodys.id)->version, somebodys.version);
        const auto once = shares.share(waiting.id)->version;
        GOOD(shares.forgetAbha(hers, {QStringLiteral("person.1@sbx")}, morning + 3min));
        QCOMPARE(shares.share(waiting.id)->version, once);
        // The same person shares anew: another row and another number.
        QVERIFY(numberOf(db, arrivalOf(1)) > byNumber.token.number);
    }

    void countersAreKeptPerFacility_data() { Databases::columns(); }
    void countersAreKeptPerFacility()
    {
        OPEN_DATABASE(databases, config, db);
        ShareRepository shares(db);
        QCOMPARE(*shares.counters(kr), QStringList());
        const QStringList two{QStringLiteral("OPD1"), QStringLiteral("LAB")};
        GOOD(shares.saveCounters(kr, two));
        QCOMPARE(*shares.counters(kr), two);
        QCOMPARE(*shares.counters(FacilityId(QStringLiteral("other"))), QStringList());
    }
};

QTEST_GUILESS_MAIN(TstStorageShares)
#include "tst_storage_shares.moc"
