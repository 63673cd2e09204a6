#include "abdm/endpoint.h"
#include "bridge/own_events.h"
#include "runner_clinic.h"
#include "storage/share_repository.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using storage::InboxState;
using storage::OutboxState;
using test::RunnerClinic;

namespace
{

constexpr auto sharePath = "/api/v3/hip/patient/share";
constexpr auto statusPath = "/api/v3/hip/patient/running-token/status";

QJsonObject shareBody(
    const QString &address = QStringLiteral("asha.k@sbx"), const QString &counter = QStringLiteral("OPD1"))
{
    const QJsonObject patient{
        {QStringLiteral("abhaNumber"), QJsonValue::Null},
        {QStringLiteral("abhaAddress"), address},
        {QStringLiteral("name"), QStringLiteral("Asha Kulkarni")},
        {QStringLiteral("gender"), QStringLiteral("F")},
        {QStringLiteral("yearOfBirth"), QStringLiteral("1980")},
    };
    return {
        {QStringLiteral("intent"), QStringLiteral("PROFILE_SHARE")},
        {QStringLiteral("metaData"),
            QJsonObject{
                {QStringLiteral("hipId"), QStringLiteral("IN0710000123")}, {QStringLiteral("context"), counter}}},
        {QStringLiteral("profile"), QJsonObject{{QStringLiteral("patient"), patient}}},
    };
}

QList<storage::OutboxMessage> answersOf(RunnerClinic &clinic)
{
    return storage::Outbox(*clinic.db).inState(OutboxState::Pending, 1'000).value();
}

QString numberOf(const storage::OutboxMessage &answer)
{
    return answer.payload[u"body"][u"acknowledgement"][u"profile"][u"tokenNumber"].toString();
}

QList<Share> rowsOf(RunnerClinic &clinic)
{
    return storage::ShareRepository(*clinic.db).latest(clinic.facility, {}, 1'000).value();
}

}

class TstShareRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScanIsARowAndAnAnswerAfterOneStep()
    {
        RunnerClinic clinic;
        clinic.callback(sharePath, shareBody(), QStringLiteral("q-1"), clinic.facility);
        QCOMPARE(clinic.drain(), 1);
        const auto answers = answersOf(clinic);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].operation, abdm::operation::onShare.toString());
        QCOMPARE(numberOf(answers[0]), QStringLiteral("1"));
        QCOMPARE(answers[0].payload[u"body"][u"response"][u"requestId"].toString(), QStringLiteral("q-1"));
        const auto rows = rowsOf(clinic);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].profile.name, QStringLiteral("Asha Kulkarni"));
        QCOMPARE(rows[0].token.number, 1);
        QVERIFY(clinic.rung.contains(storage::Topic::Shares));
    }

    void twentyScansAreOneNumberAndTwentyAnswers() // A6
    {
        RunnerClinic clinic;
        for (int scan = 0; scan < 20; ++scan) {
            clinic.clock.advance(1min);
            clinic.makeRunner(); // a restart between any two
            clinic.callback(sharePath, shareBody(), QStringLiteral("q-%1").arg(scan), clinic.facility);
            clinic.drain();
        }
        const auto answers = answersOf(clinic);
        QCOMPARE(answers.size(), 20);
        for (const auto &answer : answers)
            QCOMPARE(numberOf(answer), QStringLiteral("1"));
        QCOMPARE(rowsOf(clinic).size(), 1);
        QCOMPARE(rowsOf(clinic).first().scans, 20);
    }

    void theSameRequestIdTakesNoSecondNumber_data()
    {
        QTest::addColumn<bool>("worked"); // whether the first was worked on when the second came
        QTest::newRow("afterwards") << true;
        QTest::newRow("while it waits") << false;
    }
    void theSameRequestIdTakesNoSecondNumber()
    {
        QFETCH(bool, worked);
        RunnerClinic clinic;
        clinic.callback(sharePath, shareBody(), QStringLiteral("q-1"), clinic.facility);
        if (worked)
            clinic.drain();
        // Another person under a REQUEST-ID that was used: not even then.
        clinic.callback(sharePath, shareBody(QStringLiteral("ravi.k@sbx")), QStringLiteral("q-1"), clinic.facility);
        clinic.drain();
        QCOMPARE(answersOf(clinic).size(), 1);
        QCOMPARE(rowsOf(clinic).size(), 1);
        QCOMPARE(rowsOf(clinic).first().scans, 1);
    }

    void aFailureAtAnyWriteTakesNoNumber()
    {
        RunnerClinic clinic;
        clinic.callback(sharePath, shareBody(), QStringLiteral("q-1"), clinic.facility);
        const int injected = clinic.failAtEveryWrite([&] {
            QCOMPARE(rowsOf(clinic).size(), 0);
            QCOMPARE(answersOf(clinic).size(), 0);
        });
        QVERIFY2(injected >= 3, qPrintable(QString::number(injected)));
        QCOMPARE(rowsOf(clinic).first().token.number, 1);
    }

    void theDayIsTheClinicsDay()
    {
        RunnerClinic clinic;
        clinic.clock.jump(*UtcTime::parse(u"2026-11-21T18:29:00Z") - clinic.clock.now()); // 23:59 in Pune
        clinic.callback(sharePath, shareBody(QStringLiteral("one.k@sbx")), QStringLiteral("q-1"), clinic.facility);
        clinic.drain();
        clinic.clock.advance(2min); // the next day in Pune, the same in UTC
        clinic.callback(sharePath, shareBody(QStringLiteral("two.k@sbx")), QStringLiteral("q-2"), clinic.facility);
        clinic.drain();
        QSet<QString> days;
        for (const auto &row : rowsOf(clinic)) {
            QCOMPARE(row.token.number, 1);
            days.insert(row.token.day.toString(Qt::ISODate));
        }
        QCOMPARE(days, (QSet<QString>{QStringLiteral("2026-11-21"), QStringLiteral("2026-11-22")}));
    }

    void whatTheGatewaySaidReachesTheRow_data()
    {
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<QString>("shown");
        QTest::newRow("accepted") << QString() << QStringLiteral("ok");
        QTest::newRow("refused") << QStringLiteral("ABDM-1006") << QStringLiteral("ABDM-1006");
    }
    void whatTheGatewaySaidReachesTheRow()
    {
        QFETCH(QString, refusal);
        RunnerClinic clinic;
        clinic.callback(sharePath, shareBody(), QStringLiteral("q-1"), clinic.facility);
        clinic.drain();
        const auto call = clinic.attempt(RequestId(QStringLiteral("r-1")));
        auto event = refusal.isEmpty() ? bridge::acceptedMessage(call, {}) : bridge::refusedMessage(call, refusal);
        event.request = RequestId(QStringLiteral("own-1"));
        QVERIFY(storage::Inbox(*clinic.db).put(event).has_value());
        clinic.drain();
        QTEST(rowsOf(clinic).first().answerCode, "shown");
    }

    void aLinkTokenThatCameAlongIsKeptSealed()
    {
        RunnerClinic clinic;
        auto body = shareBody();
        body.insert(QStringLiteral("linkToken"), clinic.tokenBody({})[u"linkToken"]);
        clinic.callback(sharePath, body, QStringLiteral("q-1"), clinic.facility);
        clinic.drain();
        const auto kept = storage::ConsentRepository(*clinic.db)
                              .linkToken(clinic.facility, *AbhaAddress::parse(u"asha.k@sbx"), clinic.clock.now(), 24h);
        QVERIFY(kept && *kept);
    }

    void theRunningNumberFollowsTheDesk()
    {
        RunnerClinic clinic;
        const QJsonObject question{
            {QStringLiteral("hipId"), clinic.facility.value()}, {QStringLiteral("context"), QStringLiteral("OPD1")}};
        clinic.callback(statusPath, question, QStringLiteral("s-1"), clinic.facility);
        clinic.drain();
        QCOMPARE(answersOf(clinic).last().payload[u"body"][u"error"][u"code"].toString(), QStringLiteral("ABDM-1031"));

        for (int person = 1; person <= 3; ++person)
            clinic.callback(sharePath, shareBody(QStringLiteral("p%1.k@sbx").arg(person)),
                QStringLiteral("q-%1").arg(person), clinic.facility);
        clinic.drain();
        storage::ShareRepository shares(*clinic.db);
        for (auto row : rowsOf(clinic)) {
            if (row.token.number == 3)
                continue;
            row.outcome = ShareOutcome::New;
            clinic.clock.advance(6min);
            QVERIFY(shares.decide(row, {UserId(QStringLiteral("clerk-1")), Role::Clerk}, clinic.clock.now()));
        }
        clinic.callback(statusPath, question, QStringLiteral("s-2"), clinic.facility);
        clinic.drain();
        const auto token = answersOf(clinic).last().payload[u"body"][u"token"].toObject();
        QCOMPARE(token[u"runningTokenNumber"].toString(), QStringLiteral("2"));
        QCOMPARE(token[u"averageTokenServiceTimeInMinutes"].toInt(), 6);
    }

    void anUnsupportedIntentIsAnsweredAndIsNoRow()
    {
        RunnerClinic clinic;
        auto body = shareBody();
        body.insert(QStringLiteral("intent"), QStringLiteral("PAYMENT_SHARE"));
        clinic.callback(sharePath, body, QStringLiteral("q-1"), clinic.facility);
        clinic.drain();
        QCOMPARE(answersOf(clinic).first().payload[u"body"][u"error"][u"code"].toString(), QStringLiteral("ABDM-1149"));
        QCOMPARE(rowsOf(clinic).size(), 0);
    }

    void fiftyCallbacksShuffledAndRepeatedGiveEveryoneOneNumber()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            RunnerClinic clinic;
            std::mt19937 order(seed);
            QList<std::pair<int, int>> scans; // person, scan
            for (int person = 0; person < 10; ++person)
                for (int scan = 0; scan < 5; ++scan)
                    scans << std::pair{person, scan};
            scans += scans; // every callback twice
            std::shuffle(scans.begin(), scans.end(), order);
            for (const auto &[person, scan] : std::as_const(scans)) {
                clinic.callback(sharePath, shareBody(QStringLiteral("p%1.k@sbx").arg(person)),
                    QStringLiteral("q-%1-%2").arg(person).arg(scan), clinic.facility);
                if (order() % 3 == 0)
                    clinic.drain();
            }
            clinic.drain();
            QSet<int> numbers;
            for (const auto &row : rowsOf(clinic)) {
                numbers.insert(row.token.number);
                QCOMPARE(row.scans, 5);
            }
            QCOMPARE(numbers.size(), 10);
            QCOMPARE(*std::max_element(numbers.begin(), numbers.end()), 10);
            QCOMPARE(answersOf(clinic).size(), 50);
        }
    }
};

QTEST_GUILESS_MAIN(TstShareRunner)
#include "tst_share_runner.moc"
