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
        answers.expect(question, caller.respond());
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
        answers.expect(question, caller.respond());
        QVERIFY(answers.give(question, "{}", 200ms));
        QTRY_COMPARE_WITH_TIMEOUT(caller.count(), 1, patienceMs);
        QVERIFY(timer.elapsed() >= 200);
    }

    void whoWaitsTooLongGets202()
    {
        Caller caller;
        bridge::BodyAnswers answers(20ms);
        answers.expect(question, caller.respond());
        QTRY_COMPARE_WITH_TIMEOUT(caller.count(), 1, patienceMs);
        QCOMPARE(caller.got[0].status, 202);
        QVERIFY(caller.got[0].body.isEmpty());
        QVERIFY(!answers.give(question, "{}", 0ms));
    }

    void anAnswerThatWouldComeTooLateIsNotPromised()
    {
        Caller caller;
        bridge::BodyAnswers answers(10min);
        answers.expect(question, caller.respond());
        QVERIFY(!answers.give(question, "{}", 11min));
        QCOMPARE(caller.count(), 0);
    }

    void whatWasNotStoredIsSaidAtOnce()
    {
        Caller caller;
        bridge::BodyAnswers answers(10min);
        answers.expect(question, caller.respond());
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
        answers.expect(question, first.respond());
        answers.expect(question, second.respond());
        QCOMPARE(second.count(), 1);
        QCOMPARE(second.got[0].status, 202);
        QCOMPARE(first.count(), 0);
    }

    void whoStillWaitsAtTheEndGets202()
    {
        Caller caller;
        {
            bridge::BodyAnswers answers(10min);
            answers.expect(question, caller.respond());
        }
        QCOMPARE(caller.count(), 1);
        QCOMPARE(caller.got[0].status, 202);
    }
};

QTEST_GUILESS_MAIN(TstBodyAnswers)
#include "tst_body_answers.moc"
