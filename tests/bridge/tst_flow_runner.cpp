#include "abdm/endpoint.h"
#include "bridge/own_events.h"
#include "runner_clinic.h"

#include <QTest>

using namespace nadi;
using storage::InboxState;
using storage::OutboxState;
using test::RunnerClinic;

class TestFlowRunner : public QObject
{
    Q_OBJECT

private:
    /// Everything a step may write, as one text.
    static QString snapshot(RunnerClinic &clinic, const Delivery &delivery)
    {
        const auto flow = storage::FlowRepository(*clinic.db).flow(delivery.flow).value();
        const auto lines = storage::DeliveryRepository(*clinic.db).timeline(delivery.flow).value();
        const auto shown = storage::DeliveryRepository(*clinic.db).ofFlow(delivery.flow).value();
        const auto calls = storage::Outbox(*clinic.db).inState(OutboxState::Pending, 100).value();
        return QStringLiteral("%1 %2 %3 %4 %5 %6")
            .arg(flow.version)
            .arg(QString::fromUtf8(QJsonDocument(flow.state).toJson(QJsonDocument::Compact)))
            .arg(lines.size())
            .arg(toWord(shown.state))
            .arg(calls.size())
            .arg(clinic.inboxCount(InboxState::New));
    }
    static constexpr auto onToken = "/api/v3/hip/token/on-generate-token";
    static constexpr auto onLink = "/api/v3/link/on_carecontext";

private Q_SLOTS:
    void aStepWritesStateCallTimelineAndReadModelTogether()
    {
        RunnerClinic clinic;
        const auto delivery = clinic.signedRecord().delivery;
        QCOMPARE(clinic.drain(), 1);
        const auto calls = storage::Outbox(*clinic.db).inState(OutboxState::Pending, 10).value();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls[0].operation, abdm::operation::generateToken.toString());
        QCOMPARE(calls[0].flow, delivery.flow);
        QCOMPARE(storage::DeliveryRepository(*clinic.db).ofFlow(delivery.flow)->state, DeliveryState::Queued);
        QVERIFY(clinic.lastWake.has_value());
        QVERIFY(clinic.rings > 0);
    }

    void aFailureAtAnyWriteOfAStepLeavesNothingBehind()
    {
        RunnerClinic clinic;
        const auto delivery = clinic.signedRecord().delivery;
        const QString before = snapshot(clinic, delivery);
        const int injected = clinic.failAtEveryWrite([&] { QCOMPARE(snapshot(clinic, delivery), before); });
        // The call's payload in the middle of the step, and the flow's state as its last write.
        QVERIFY2(injected >= 2, qPrintable(QString::number(injected)));
        QCOMPARE(clinic.inboxCount(InboxState::New), 0);
        QCOMPARE(storage::Outbox(*clinic.db).inState(OutboxState::Pending, 10)->size(), 1);
    }

    void aCallbackBeforeTheAnswerToItsCallFindsItsFlow() // fault G4
    {
        RunnerClinic clinic;
        const auto delivery = clinic.signedRecord().delivery;
        clinic.drain();
        const RequestId request(QStringLiteral("r-1"));
        const auto leased = clinic.attempt(request);
        clinic.callback(onToken, clinic.tokenBody(request), QStringLiteral("cb-1"), clinic.facility);
        QCOMPARE(clinic.drain(), 1);
        const auto calls = storage::Outbox(*clinic.db).inState(OutboxState::Pending, 10).value();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls[0].operation, abdm::operation::linkCareContext.toString());
        // The late 202 changes nothing any more, and is no error.
        QVERIFY(storage::Outbox(*clinic.db).settle(leased, OutboxState::Accepted, {}, {}, clinic.clock.now()));
        QCOMPARE(storage::Outbox(*clinic.db).byBusinessKey(leased.businessKey)->state, OutboxState::Confirmed);

        const RequestId second(QStringLiteral("r-2"));
        clinic.attempt(second);
        clinic.callback(onLink,
            {{QStringLiteral("abhaAddress"), QStringLiteral("asha.k@sbx")},
                {QStringLiteral("status"), QStringLiteral("Successfully Linked care context")},
                {QStringLiteral("response"), RunnerClinic::repliesTo(second)}},
            QStringLiteral("cb-2"), clinic.facility);
        clinic.drain();
        const auto linked = storage::DeliveryRepository(*clinic.db).ofFlow(delivery.flow).value();
        QCOMPARE(linked.state, DeliveryState::Linked);
        QVERIFY(linked.linkedAt.isSet());
    }

    void anotherFacilitysConversationIsNotAnswered() // S-C11
    {
        RunnerClinic clinic;
        const auto delivery = clinic.signedRecord().delivery;
        clinic.drain();
        const RequestId request(QStringLiteral("r-1"));
        clinic.attempt(request);
        const QString before = snapshot(clinic, delivery);
        clinic.callback(
            onToken, clinic.tokenBody(request), QStringLiteral("cb-1"), FacilityId(QStringLiteral("IN9999")));
        clinic.drain();
        QCOMPARE(snapshot(clinic, delivery), before);
        QCOMPARE(clinic.inboxCount(InboxState::Quarantined), 1);
        QCOMPARE(clinic.counters.alarms.load(), 1);
    }

    void anUnknownAnswerIsParkedAndMatchedLater() // B27
    {
        RunnerClinic clinic;
        clinic.signedRecord();
        clinic.drain();
        const RequestId request(QStringLiteral("r-1"));
        clinic.callback(onToken, clinic.tokenBody(request), QStringLiteral("cb-1"), clinic.facility);
        clinic.drain();
        QCOMPARE(clinic.inboxCount(InboxState::Quarantined), 1);
        clinic.attempt(request);
        QVERIFY(clinic.runner->retryUnmatched());
        QCOMPARE(clinic.drain(), 1);
        QCOMPARE(clinic.inboxCount(InboxState::Quarantined), 0);
        QCOMPARE(storage::Outbox(*clinic.db).inState(OutboxState::Pending, 10)->first().operation,
            abdm::operation::linkCareContext.toString());
    }

    void aPoisonMessageIsShelvedAndTheOthersGoOn() // S-O8
    {
        RunnerClinic clinic;
        const auto delivery = clinic.signedRecord().delivery;
        storage::InboxMessage poison;
        poison.source = QStringLiteral("courier");
        poison.route = QStringLiteral("call-accepted");
        poison.request = RequestId(QStringLiteral("x"));
        poison.flow = delivery.flow;
        poison.body = "not an event";
        QVERIFY(storage::Inbox(*clinic.db).put(poison));
        const auto other = clinic.signedRecord(u"usha.k@sbx").delivery;
        clinic.drain();
        QCOMPARE(clinic.inboxCount(InboxState::Failed), 1);
        QCOMPARE(clinic.counters.poisoned.load(), 1);
        QCOMPARE(storage::DeliveryRepository(*clinic.db).ofFlow(other.flow)->state, DeliveryState::Queued);
    }

    void aDocumentedCallbackThatNobodyServesIsKept()
    {
        RunnerClinic clinic;
        clinic.callback("/api/v3/hiu/consent/on-fetch", {{QStringLiteral("transactionId"), QStringLiteral("t")}},
            QStringLiteral("cb-1"), clinic.facility);
        clinic.drain();
        const auto kept = storage::Inbox(*clinic.db).inState(InboxState::Quarantined, 10).value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].errorCode, QStringLiteral("CB-UNSERVED"));
    }

    void aFlowWakesByItsTimer()
    {
        RunnerClinic clinic;
        const auto delivery = clinic.signedRecord().delivery;
        clinic.drain();
        const RequestId request(QStringLiteral("r-1"));
        const auto leased = clinic.attempt(request);
        QVERIFY(storage::Outbox(*clinic.db).settle(leased, OutboxState::Accepted, {}, {}, clinic.clock.now()));
        auto accepted = bridge::acceptedMessage(leased, {});
        accepted.request = RequestId(QStringLiteral("own-1"));
        QVERIFY(storage::Inbox(*clinic.db).put(accepted));
        clinic.drain();
        QVERIFY(clinic.lastWake.has_value());
        clinic.clock.advance(*clinic.lastWake + std::chrono::milliseconds(1));
        const auto lines = storage::DeliveryRepository(*clinic.db).timeline(delivery.flow)->size();
        clinic.lastWake.reset();
        QVERIFY(clinic.runner->wake(delivery.flow));
        QVERIFY(clinic.lastWake.has_value());
        QVERIFY(storage::DeliveryRepository(*clinic.db).timeline(delivery.flow)->size() >= lines);
    }

    void eventsSurviveTheirPassageThroughTheInbox()
    {
        storage::OutboxMessage call;
        call.businessKey = QStringLiteral("link:x");
        const auto accepted = bridge::eventOf(bridge::acceptedMessage(call, "\x00\xff body"));
        QCOMPARE(std::get<flows::CallAccepted>(*accepted).businessKey, call.businessKey);
        QCOMPARE(std::get<flows::CallAccepted>(*accepted).body, QByteArray("\x00\xff body"));
        const flows::CallDelayed delay{
            call.businessKey, QStringLiteral("NOT-SENT"), 3, UtcTime::fromMs(1'795'200'000'123), true};
        const auto delayed = std::get<flows::CallDelayed>(*bridge::eventOf(bridge::delayedMessage(call, delay)));
        QCOMPARE(delayed.nextTryAt, delay.nextTryAt);
        QCOMPARE(delayed.attempt, 3);
        QVERIFY(delayed.networkDown);
        const auto failed
            = std::get<flows::Decided>(*bridge::eventOf(bridge::pushedMessage(call, QStringLiteral("PUSH-URL"))));
        QCOMPARE(failed.what, QStringLiteral("push-failed"));
        QCOMPARE(failed.reason, QStringLiteral("PUSH-URL"));
        QCOMPARE(failed.details[u"businessKey"].toString(), call.businessKey);
    }
};

QTEST_GUILESS_MAIN(TestFlowRunner)
#include "tst_flow_runner.moc"
