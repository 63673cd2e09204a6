#include "bridge/body_answers.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patienceMs = 60'000;
const RequestId question(u"q-1"_s);

/// What one caller got, and how often.
struct Caller
{
    std::mutex lock;
    QList<bridge::HttpResponse> got;

    bridge::BodyAnswers::Respond respond()
    {
        return [this](bridge::HttpResponse response) {
            const std::scoped_lock guard(lock);
            got << std::move(response);
        };
    }
    int count()
    {
        const std::scoped_lock guard(lock);
        return int(got.size());
    }
};

}

class TstBodyAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerInTimeIsTheBody()
    {
        Caller caller;
        bridge::BodyAnswers answers(10min);
        QVERIFY(answers.expect(question, caller.respond()));
        QVERIFY(answers.give(question, "{\"a\":1}", 0ms));
        QTRY_COMPARE_WITH_TIMEOUT(caller.count(), 1, patienceMs);
        QCOMPARE(caller.got[0].status, 200);
        QCOMPARE(caller.got[0].contentType, QByteArray("application/json"));
        QCOMPARE(caller.got[0].body, QByteArray("{\"a\":1}"));
        QVERIFY(!answers.give(question, "{}", 0ms)); // once
    }

    void itLeavesNotBeforeItsTime()
    {
        Caller caller;
        bridge::BodyAnswers answers(10min);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(answers.expect(question, caller.respond()));
        QVERIFY(answers.give(question, "{}", 200ms));
        QTRY_COMPARE_WITH_TIMEOUT(caller.count(), 1, patienceMs);
        QVERIFY(timer.elapsed() >= 200);
    }

    void whoWaitsTooLongGets202()
    {
        Caller caller;
        bridge::BodyAnswers answers(20ms);
        QVERIFY(answers.expect(question, caller.respond()));
        answers.stored(question);
        QTRY_COMPARE_WITH_TIMEOUT(caller.count(), 1, patienceMs);
        QCOMPARE(caller.got[0].status, 202);
        QVERIFY(caller.got[0].body.isEmpty());
        QVERIFY(!answers.give(question, "{}", 0ms));
    }

    void anAnswerThatWouldComeTooLateIsNotPromised()
    {
        Caller caller;
        bridge::BodyAnswers answers(10min);
        QVERIFY(answers.expect(question, caller.respond()));
        QVERIFY(!answers.give(question, "{}", 11min));
        QCOMPARE(caller.count(), 0);
    }

    void whatWasNotStoredIsSaidAtOnce()
    {
        Caller caller;
        bridge::BodyAnswers answers(10min);
        QVERIFY(answers.expect(question, caller.respond()));
        answers.release(question, {.status = 503, .contentType = {}, .body = {}, .headers = {}});
        QCOMPARE(caller.count(), 1);
        QCOMPARE(caller.got[0].status, 503);
        QVERIFY(!answers.give(question, "{}", 0ms));
    }

    void theSameQuestionOnceMoreDoesNotWait()
    {
        Caller first;
        Caller second;
        bridge::BodyAnswers answers(10min);
        QVERIFY(answers.expect(question, first.respond()));
        QVERIFY(!answers.expect(question, second.respond()));
        QCOMPARE(second.count() + first.count(), 0); // whoever was sent away is answered when it is stored
    }

    void nobodyIsToldThatItIsSafeBeforeItIsStored() // S-C8
    {
        Caller slow;
        Caller quick;
        const RequestId other(u"q-2"_s);
        bridge::BodyAnswers answers(1ms);
        QVERIFY(answers.expect(question, slow.respond()));
        QVERIFY(answers.expect(other, quick.respond()));
        answers.stored(other);
        QTRY_COMPARE_WITH_TIMEOUT(quick.count(), 1, patienceMs); // by then the other one's time is up as well
        QCOMPARE(slow.count(), 0);
        answers.stored(question);
        QTRY_COMPARE_WITH_TIMEOUT(slow.count(), 1, patienceMs);
        QCOMPARE(slow.got[0].status, 202);
    }

    void whoStillWaitsAtTheEndHearsWhatIsTrue()
    {
        Caller safe;
        Caller unsafe;
        {
            bridge::BodyAnswers answers(10min);
            QVERIFY(answers.expect(question, safe.respond()));
            answers.stored(question);
            QVERIFY(answers.expect(RequestId(u"q-2"_s), unsafe.respond()));
        }
        QCOMPARE(safe.count(), 1);
        QCOMPARE(safe.got[0].status, 202);
        QCOMPARE(unsafe.got[0].status, 503);
    }
};

QTEST_GUILESS_MAIN(TstBodyAnswers)
#include "tst_body_answers.moc"
