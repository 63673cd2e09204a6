#include "bridge/call_verdict.h"
#include "common/utc_time.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using abdm::CallOutcome;
using bridge::CallVerdict;
using storage::OutboxState;
using Tell = bridge::CallVerdict::Tell;

Q_DECLARE_METATYPE(nadi::storage::OutboxState)
Q_DECLARE_METATYPE(nadi::abdm::CallAnswer)
Q_DECLARE_METATYPE(nadi::bridge::CallVerdict::Tell)

/// What one attempt leads to (S-O3, S-O6, S-O7).
class TestCallVerdict : public QObject
{
    Q_OBJECT

private:
    static abdm::CallAnswer answer(
        CallOutcome outcome, int status = 0, const char *code = "", std::chrono::milliseconds retryAfter = {})
    {
        abdm::CallAnswer out;
        out.outcome = outcome;
        out.refusal.httpStatus = status;
        out.refusal.code = QString::fromLatin1(code);
        out.retryAfter = retryAfter;
        return out;
    }
    static CallVerdict judge(const abdm::CallAnswer &answer, QStringView operation, int attempt = 1,
        std::chrono::milliseconds left = 1h, double jitter = 0.5, int scale = 100)
    {
        return bridge::judgeCall(answer, *abdm::retryPlanFor(operation), {operation, attempt, left, jitter, scale});
    }

private Q_SLOTS:
    void outcomes_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<abdm::CallAnswer>("given");
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<Tell>("tell");
        const auto row = [](const char *name, QStringView operation, const abdm::CallAnswer &given, OutboxState state,
                             Tell tell) { QTest::newRow(name) << operation.toString() << given << state << tell; };
        using namespace abdm::operation;
        row("accepted", linkCareContext, answer(CallOutcome::Accepted), OutboxState::Accepted, Tell::Accepted);
        row("not sent", linkCareContext, answer(CallOutcome::NotSent), OutboxState::Pending, Tell::Delayed);
        row("no session", linkCareContext, answer(CallOutcome::NotSent, 401, "HTTP-401"), OutboxState::Pending,
            Tell::Delayed);
        row("unknown, may repeat", linkCareContext, answer(CallOutcome::Unknown), OutboxState::Pending, Tell::Delayed);
        row("unknown link token", generateToken, answer(CallOutcome::Unknown), OutboxState::Unknown, Tell::Delayed);
        row("bad request", linkCareContext, answer(CallOutcome::Refused, 400, "ABDM-1037"), OutboxState::Refused,
            Tell::Refused);
        row("forbidden", linkCareContext, answer(CallOutcome::Refused, 403, "900908"), OutboxState::Refused,
            Tell::Refused);
        row("busy", linkCareContext, answer(CallOutcome::Refused, 503, "HTTP-503"), OutboxState::Pending,
            Tell::Delayed);
        row("too many", linkCareContext, answer(CallOutcome::Refused, 429, "ABDM-2429"), OutboxState::Pending,
            Tell::Delayed);
        row("duplicate", linkCareContext, answer(CallOutcome::Refused, 400, "ABDM-1090"), OutboxState::Accepted,
            Tell::Accepted);
        row("duplicate token", generateToken, answer(CallOutcome::Refused, 400, "ABDM-1092"), OutboxState::Accepted,
            Tell::Accepted);
        row("already linked", linkCareContext, answer(CallOutcome::Refused, 400, "ABDM-1056"), OutboxState::Confirmed,
            Tell::Refused);
        row("blocked for a day", generateToken, answer(CallOutcome::Refused, 400, "ABDM-1027"), OutboxState::Refused,
            Tell::Refused);
        row("too early", contextNotify, answer(CallOutcome::Refused, 400, "ABDM-1006"), OutboxState::Pending,
            Tell::Delayed);
        row("session refused twice", linkCareContext, answer(CallOutcome::Refused, 401, "900901"), OutboxState::Pending,
            Tell::Delayed);
        row("page refused", pushPage, answer(CallOutcome::Refused, 400, "PUSH-HTTP-400"), OutboxState::Refused,
            Tell::Refused);
        row("page, requester busy", pushPage, answer(CallOutcome::Refused, 503, "PUSH-HTTP-503"), OutboxState::Pending,
            Tell::Delayed);
        row("page, gatekeeper", pushPage, answer(CallOutcome::Refused, 0, "ABDM-1061"), OutboxState::Refused,
            Tell::Refused);
    }
    void outcomes()
    {
        QFETCH(QString, operation);
        QFETCH(abdm::CallAnswer, given);
        const auto verdict = judge(given, operation);
        QTEST(verdict.state, "state");
        QTEST(verdict.tell, "tell");
    }

    void delaysFollowThePlanAndStay()
    {
        const auto busy = answer(CallOutcome::Refused, 503, "HTTP-503");
        const std::array wanted{1s, 5s, 15s, 60s, 60s, 60s};
        for (int attempt = 1; attempt <= int(wanted.size()); ++attempt)
            QCOMPARE(judge(busy, abdm::operation::linkCareContext, attempt).retryIn.count(),
                std::chrono::milliseconds(wanted[size_t(attempt - 1)]).count());
    }

    void jitterStaysWithinAFifth()
    {
        const auto busy = answer(CallOutcome::Refused, 503, "HTTP-503");
        QCOMPARE(judge(busy, abdm::operation::linkCareContext, 2, 1h, 0.0).retryIn.count(), 4000);
        QCOMPARE(judge(busy, abdm::operation::linkCareContext, 2, 1h, 1.0).retryIn.count(), 6000);
    }

    void retryAfterIsHonoured()
    {
        const auto busy = answer(CallOutcome::Refused, 429, "ABDM-2429", 40s);
        QCOMPARE(judge(busy, abdm::operation::linkCareContext).retryIn.count(), 40'000);
    }

    /// Nobody tells a second announcement from the first: its callback has a minute to say that the first was heard.
    void anAnnouncementOfUnknownFateWaitsForItsCallbackFirst()
    {
        const auto unknown = answer(CallOutcome::Unknown);
        QCOMPARE(judge(unknown, abdm::operation::contextNotify).retryIn.count(), 60'000);
        QCOMPARE(judge(unknown, abdm::operation::smsNotify).retryIn.count(), 60'000);
        QCOMPARE(judge(unknown, abdm::operation::linkCareContext).retryIn.count(), 1'000); // ABDM-1056 tells
        QCOMPARE(judge(answer(CallOutcome::NotSent), abdm::operation::contextNotify).retryIn.count(), 5'000);
    }

    void scaleShortensTestsOnly()
    {
        const auto busy = answer(CallOutcome::Refused, 503, "HTTP-503");
        QCOMPARE(judge(busy, abdm::operation::linkCareContext, 1, 1h, 0.5, 1).retryIn.count(), 10);
    }

    void expiresWhenTheNextTryWouldBeTooLate()
    {
        const auto verdict = judge(answer(CallOutcome::NotSent), abdm::operation::consentOnNotify, 3, 10s);
        QCOMPARE(verdict.state, OutboxState::Expired);
        QCOMPARE(verdict.tell, Tell::Refused);
        QCOMPARE(verdict.code, QStringLiteral("NOT-SENT"));
    }

    void saysWhenTheNetworkIsAway()
    {
        QVERIFY(judge(answer(CallOutcome::NotSent), abdm::operation::linkCareContext).networkDown);
        QVERIFY(!judge(answer(CallOutcome::Refused, 503, "HTTP-503"), abdm::operation::linkCareContext).networkDown);
    }
};

QTEST_GUILESS_MAIN(TestCallVerdict)
#include "tst_call_verdict.moc"
