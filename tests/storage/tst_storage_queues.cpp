#include "databases.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "storage/meta.h"
#include "storage/outbox.h"
#include "values.h"

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

/// One row that was changed outside the program: its context does not open any more.
class SealerWithAHole final : public Sealer
{
public:
    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const override
    {
        return m_plain.seal(plain, context);
    }
    Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const override
    {
        if (!hole.isEmpty() && context.toByteArray().endsWith(hole))
            return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"));
        return m_plain.open(sealed, context);
    }
    QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const override
    {
        return m_plain.blindIndex(field, value);
    }
    QByteArray hole;

private:
    PlainSealer m_plain;
};

}

/// What carries a conversation with the network, on both databases.
class TstStorageQueues : public QObject
{
    Q_OBJECT

    SealerWithAHole sealer;
    Databases databases;

    static InboxMessage callback(const QString &request)
    {
        InboxMessage message;
        message.source = QStringLiteral("gateway");
        message.route = QStringLiteral("/api/v3/hip/token/on-generate-token");
        message.request = RequestId(request);
        message.facility = kr;
        message.body = "{\"a\": 2.10}";
        message.receivedAt = morning;
        return message;
    }

    static OutboxMessage call(const QString &key, const QString &orderKey = {})
    {
        OutboxMessage message;
        message.businessKey = key;
        message.flow = FlowId(QStringLiteral("flow-1"));
        message.facility = kr;
        message.orderKey = orderKey;
        message.operation = QStringLiteral("LinkCareContext");
        message.payload = {{QStringLiteral("n"), key}};
        message.dueAt = morning;
        message.deadline = morning + 48h;
        message.createdAt = morning;
        return message;
    }

private Q_SLOTS:
    void cleanup() { sealer.hole.clear(); }

    void aRowThatDoesNotOpenHoldsNobodyUp_data() { Databases::columns(); }
    void aRowThatDoesNotOpenHoldsNobodyUp() // S-O8
    {
        OPEN_DATABASE(databases, config, db);
        Inbox inbox(db);
        GOOD(inbox.put(callback(QStringLiteral("broken"))));
        GOOD(inbox.put(callback(QStringLiteral("whole"))));
        Outbox outbox(db);
        GOOD(outbox.put(call(QStringLiteral("link:broken"), QStringLiteral("kr/p1"))));
        GOOD(outbox.put(call(QStringLiteral("notify:broken"), QStringLiteral("kr/p1"))));
        GOOD(outbox.put(call(QStringLiteral("link:whole"), QStringLiteral("kr/p2"))));
        sealer.hole = "broken";

        const auto next = inbox.next(morning);
        GOOD(next);
        QCOMPARE((*next)->request, RequestId(QStringLiteral("whole")));
        QCOMPARE(inbox.counts()->value(QStringLiteral("failed")), 1);

        const auto leased = outbox.lease(morning, morning + 30s);
        GOOD(leased);
        QCOMPARE((*leased)->businessKey, QStringLiteral("link:whole"));
        QVERIFY(!outbox.lease(morning, morning + 30s)->has_value()); // the same order waits for a person
        QCOMPARE(outbox.counts()->value(QStringLiteral("shelved")), 1);
    }

    void aWorkerTakesOnlyItsOperations_data() { Databases::columns(); }
    void aWorkerTakesOnlyItsOperations() // S-Q5
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        for (const auto *operation : {"link", "push", "acknowledge", "link.more"}) {
            auto message = call(QString::fromLatin1(operation));
            message.operation = message.businessKey;
            GOOD(outbox.put(message));
        }
        using Take = OperationChoice::Take;
        const OperationChoice urgent{Take::Only, {QStringLiteral("acknowledge"), QStringLiteral("more")}};
        const OperationChoice usual{Take::AllBut, {QStringLiteral("acknowledge"), QStringLiteral("push")}};
        const auto taken = [&](const OperationChoice &choice) {
            const auto leased = outbox.lease(morning, morning + 30s, choice);
            return leased && *leased ? (*leased)->businessKey : QString();
        };
        QCOMPARE(taken(urgent), QStringLiteral("acknowledge"));
        QCOMPARE(taken(urgent), QString());
        QCOMPARE(taken(usual), QStringLiteral("link"));
        QCOMPARE(taken(usual), QStringLiteral("link.more"));
        QCOMPARE(taken(usual), QString());
        QCOMPARE(taken({}), QStringLiteral("push"));
    }

    void whatWasQuarantinedForOneReasonIsTriedAgain_data() { Databases::columns(); }
    void whatWasQuarantinedForOneReasonIsTriedAgain() // B27
    {
        OPEN_DATABASE(databases, config, db);
        Inbox inbox(db);
        const auto park = [&](const QString &request, const QString &reason, UtcTime at) {
            auto message = callback(request);
            message.state = InboxState::Quarantined;
            message.errorCode = reason;
            message.receivedAt = at;
            return inbox.put(message);
        };
        GOOD(park(QStringLiteral("old"), QStringLiteral("CB-UNMATCHED"), morning - 48h));
        GOOD(park(QStringLiteral("stranger"), QStringLiteral("CB-FACILITY-UNKNOWN"), morning));
        GOOD(park(QStringLiteral("fresh"), QStringLiteral("CB-UNMATCHED"), morning));
        QCOMPARE(*inbox.reopenQuarantined(QStringLiteral("CB-UNMATCHED"), morning - 24h), 1);
        QCOMPARE(inbox.next(morning)->value().request, RequestId(QStringLiteral("fresh")));
        QCOMPARE(*inbox.reopenQuarantined(QStringLiteral("CB-UNMATCHED"), morning - 24h), 0);
    }

    void callbackIsStoredOnceAndWorkedInOrder_data() { Databases::columns(); }
    void callbackIsStoredOnceAndWorkedInOrder()
    {
        OPEN_DATABASE(databases, config, db);
        Inbox inbox(db);
        QCOMPARE(*inbox.put(callback(QStringLiteral("q1"))), InboxPut::Stored);
        QCOMPARE(*inbox.put(callback(QStringLiteral("q2"))), InboxPut::Stored);
        QCOMPARE(*inbox.put(callback(QStringLiteral("q1"))), InboxPut::Repeat);
        auto otherRoute = callback(QStringLiteral("q1"));
        otherRoute.route = QStringLiteral("/other");
        QCOMPARE(*inbox.put(otherRoute), InboxPut::Stored);

        QStringList order;
        while (true) {
            const auto next = inbox.next(morning);
            GOOD(next);
            if (!*next)
                break;
            order << (*next)->request.value();
            QCOMPARE((*next)->body, callback({}).body);
            GOOD(inbox.finish((*next)->sequence, InboxState::Done, {}, morning));
            FAILS(inbox.finish((*next)->sequence, InboxState::Done, {}, morning), "DB-STALE");
        }
        QCOMPARE(order, QStringList({QStringLiteral("q1"), QStringLiteral("q2"), QStringLiteral("q1")}));
        QCOMPARE(*inbox.put(callback(QStringLiteral("q2"))), InboxPut::Repeat);
        QCOMPARE(inbox.counts()->value(QStringLiteral("done")), 3);
    }

    void repeatOfFailedIsWorkedOnAgain_data() { Databases::columns(); }
    void repeatOfFailedIsWorkedOnAgain()
    {
        OPEN_DATABASE(databases, config, db);
        Inbox inbox(db);
        GOOD(inbox.put(callback(QStringLiteral("q1"))));
        const auto message = (*inbox.next(morning)).value();
        GOOD(inbox.finish(message.sequence, InboxState::Failed, QStringLiteral("FLOW-STATE"), morning));
        QVERIFY(!inbox.next(morning)->has_value());
        QCOMPARE(inbox.inState(InboxState::Failed, 10)->first().errorCode, QStringLiteral("FLOW-STATE"));
        QCOMPARE(*inbox.put(callback(QStringLiteral("q1"))), InboxPut::Again);
        QCOMPARE(*inbox.put(callback(QStringLiteral("q1"))), InboxPut::Repeat);
        const auto again = inbox.next(morning)->value();
        QCOMPARE(again.sequence, message.sequence);
        QCOMPARE(again.attempts, 1);
    }

    void quarantinedWaitsForAPerson_data() { Databases::columns(); }
    void quarantinedWaitsForAPerson()
    {
        OPEN_DATABASE(databases, config, db);
        Inbox inbox(db);
        auto stranger = callback(QStringLiteral("q1"));
        stranger.state = InboxState::Quarantined;
        GOOD(inbox.put(stranger));
        QVERIFY(!inbox.next(morning)->has_value());
        const auto sequence = inbox.inState(InboxState::Quarantined, 10)->first().sequence;
        GOOD(inbox.reopen(sequence));
        QVERIFY(inbox.next(morning)->has_value());
        GOOD(inbox.finish(sequence, InboxState::Done, {}, morning));
        FAILS(inbox.reopen(sequence), "DB-STALE");
        QCOMPARE(*inbox.purge(morning, morning), 0);
        QCOMPARE(*inbox.purge(morning + 1ms, morning), 1);
        QCOMPARE(*inbox.put(callback(QStringLiteral("q1"))), InboxPut::Stored);
    }

    void sameEffectIsQueuedOnce_data() { Databases::columns(); }
    void sameEffectIsQueuedOnce()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        QCOMPARE(*outbox.put(call(QStringLiteral("link:r1"))), true);
        auto changed = call(QStringLiteral("link:r1"));
        changed.payload = {};
        QCOMPARE(*outbox.put(changed), false);
        QCOMPARE(outbox.byBusinessKey(QStringLiteral("link:r1"))->payload, call(QStringLiteral("link:r1")).payload);
        QCOMPARE(outbox.nextDue()->value(), morning);
        FAILS(outbox.byBusinessKey(QStringLiteral("link:r2")), "OUTBOX-UNKNOWN");
    }

    void orderKeyIsHeldUntilConcluded_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<OutboxState>("first");
        QTest::addColumn<bool>("secondMayLeave");
        for (const bool postgres : {false, true}) {
            const auto row = [&](const char *name, OutboxState state, bool leaves) {
                QTest::addRow("%s %s", postgres ? "postgres" : "sqlite", name) << postgres << state << leaves;
            };
            row("pending", OutboxState::Pending, false);
            row("unknown", OutboxState::Unknown, false);
            row("accepted", OutboxState::Accepted, false);
            row("shelved", OutboxState::Shelved, false);
            row("confirmed", OutboxState::Confirmed, true);
            row("refused", OutboxState::Refused, true);
            row("expired", OutboxState::Expired, true);
            row("cancelled", OutboxState::Cancelled, true);
        }
    }
    void orderKeyIsHeldUntilConcluded()
    {
        QFETCH(OutboxState, first);
        QFETCH(bool, secondMayLeave);
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        GOOD(outbox.put(call(QStringLiteral("link:r1"), QStringLiteral("kr/p1"))));
        GOOD(outbox.put(call(QStringLiteral("notify:r1"), QStringLiteral("kr/p1"))));
        GOOD(outbox.put(call(QStringLiteral("link:r2"), QStringLiteral("kr/p2"))));
        const auto a = outbox.lease(morning, morning + 30s)->value();
        QCOMPARE(a.businessKey, QStringLiteral("link:r1"));
        const auto b = outbox.lease(morning, morning + 30s)->value();
        QCOMPARE(b.businessKey, QStringLiteral("link:r2"));
        QVERIFY(!outbox.lease(morning, morning + 30s)->has_value());
        GOOD(outbox.settle(a, first, QStringLiteral("ABDM-1"), morning + 5s, morning));
        const auto next = outbox.lease(morning, morning + 30s);
        GOOD(next);
        QCOMPARE(next->has_value(), secondMayLeave);
        GOOD(outbox.conclude(QStringLiteral("link:r1"), OutboxState::Confirmed, {}, morning));
        if (!secondMayLeave)
            QCOMPARE(outbox.lease(morning, morning + 30s)->value().businessKey, QStringLiteral("notify:r1"));
        if (secondMayLeave)
            QCOMPARE(outbox.byBusinessKey(QStringLiteral("link:r1"))->state, first); // the first conclusion stands
    }

    void lateWorkerIsFencedOff_data() { Databases::columns(); }
    void lateWorkerIsFencedOff()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        GOOD(outbox.put(call(QStringLiteral("link:r1"))));
        const auto paused = outbox.lease(morning, morning + 30s)->value();
        QCOMPARE(*outbox.recoverLeases(morning + 29s), 0);
        QCOMPARE(*outbox.recoverLeases(morning + 30s), 1);
        QCOMPARE(outbox.byBusinessKey(QStringLiteral("link:r1"))->state, OutboxState::Pending);
        const auto active = outbox.lease(morning + 31s, morning + 61s)->value();
        QVERIFY(active.fence > paused.fence);
        FAILS(outbox.beginAttempt(paused, RequestId(QStringLiteral("late")), morning + 32s), "DB-FENCE");
        FAILS(outbox.settle(paused, OutboxState::Accepted, {}, {}, morning + 32s), "DB-FENCE");
        GOOD(outbox.beginAttempt(active, RequestId(QStringLiteral("q1")), morning + 32s));
        QCOMPARE(*outbox.recoverLeases(morning + 90s), 1);
        // Its request was written before the bytes left: the effect may exist.
        QCOMPARE(outbox.byBusinessKey(QStringLiteral("link:r1"))->state, OutboxState::Unknown);
        QVERIFY(!outbox.lease(morning + 91s, morning + 99s)->has_value());
        GOOD(outbox.requeue(QStringLiteral("link:r1"), morning + 91s, morning + 91s));
        QVERIFY(outbox.lease(morning + 91s, morning + 99s)->has_value());
    }

    void everyAttemptFindsItsMessageAndTheFirstErrorStays_data() { Databases::columns(); }
    void everyAttemptFindsItsMessageAndTheFirstErrorStays()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        GOOD(outbox.put(call(QStringLiteral("link:r1"))));
        for (int i = 0; i < 3; ++i) {
            const auto now = morning + 10s * i;
            const auto leased = outbox.lease(now, now + 30s)->value();
            GOOD(outbox.beginAttempt(leased, RequestId(QStringLiteral("q%1").arg(i)), now));
            GOOD(outbox.settle(leased, OutboxState::Pending, QStringLiteral("HTTP-50%1").arg(i), now + 10s, now));
            QCOMPARE(outbox.nextDue()->value(), now + 10s);
        }
        for (int i = 0; i < 3; ++i) {
            const auto found = outbox.byRequest(RequestId(QStringLiteral("q%1").arg(i)));
            GOOD(found);
            QCOMPARE(found->businessKey, QStringLiteral("link:r1"));
            QCOMPARE(found->attempts, 3);
            QCOMPARE(found->firstError, QStringLiteral("HTTP-500"));
            QCOMPARE(found->lastError, QStringLiteral("HTTP-502"));
        }
        FAILS(outbox.byRequest(RequestId(QStringLiteral("q9"))), "OUTBOX-UNKNOWN");
    }

    void callbackMayBeFasterThanTheAnswer_data() { Databases::columns(); }
    void callbackMayBeFasterThanTheAnswer()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        GOOD(outbox.put(call(QStringLiteral("link:r1"))));
        const auto leased = outbox.lease(morning, morning + 30s)->value();
        GOOD(outbox.beginAttempt(leased, RequestId(QStringLiteral("q1")), morning));
        GOOD(outbox.conclude(QStringLiteral("link:r1"), OutboxState::Confirmed, {}, morning));
        GOOD(outbox.settle(leased, OutboxState::Accepted, {}, {}, morning));
        QCOMPARE(outbox.byBusinessKey(QStringLiteral("link:r1"))->state, OutboxState::Confirmed);
        QCOMPARE(outbox.counts()->value(QStringLiteral("confirmed")), 1);
    }

    void flowStepsAreExclusive_data() { Databases::columns(); }
    void flowStepsAreExclusive()
    {
        OPEN_DATABASE(databases, config, db);
        FlowRepository flows(db);
        FlowRow flow{.id = FlowId(QStringLiteral("f1")),
            .kind = QStringLiteral("delivery"),
            .key = QStringLiteral("r1"),
            .facility = kr,
            .patient = {},
            .state = {{QStringLiteral("phase"), QStringLiteral("ready")}},
            .finished = false,
            .wakeAt = morning,
            .version = 0,
            .createdAt = morning,
            .updatedAt = morning};
        GOOD(flows.insert(flow));
        auto twice = flow;
        twice.id = FlowId(QStringLiteral("f2"));
        FAILS(flows.insert(twice), "FLOW-EXISTS");
        QCOMPARE(*flows.due(morning, 10), QList{flow.id});
        QCOMPARE(flows.due(morning - 1ms, 10)->size(), 0);
        QCOMPARE(flows.nextWake()->value(), morning);
        QCOMPARE(flows.unfinished(QStringLiteral("delivery"), kr)->size(), 1);

        auto read = *flows.byKey(QStringLiteral("delivery"), QStringLiteral("r1"));
        QCOMPARE(read.state, flow.state);
        read.state = {{QStringLiteral("phase"), QStringLiteral("linked")}};
        read.finished = true;
        GOOD(flows.update(read));
        FAILS(flows.update(read), "DB-STALE");
        QCOMPARE(flows.flow(flow.id)->version, read.version + 1);
        QVERIFY(!flows.nextWake()->has_value());
        QCOMPARE(flows.unfinished(QStringLiteral("delivery"), kr)->size(), 0);
    }

    void deliveryTellsItsStory_data() { Databases::columns(); }
    void deliveryTellsItsStory()
    {
        OPEN_DATABASE(databases, config, db);
        DeliveryRepository deliveries(db);
        Delivery delivery{.record = RecordId(QStringLiteral("r1")),
            .flow = FlowId(QStringLiteral("f1")),
            .patient = PatientId(QStringLiteral("p1")),
            .facility = kr,
            .state = DeliveryState::Queued,
            .reason = {},
            .supportCode = QStringLiteral("NX-7K3F-92"),
            .attempt = 1,
            .confirmedAt = morning,
            .acceptedAt = {},
            .linkedAt = {},
            .openedAt = {},
            .nextTryAt = {},
            .updatedAt = morning};
        GOOD(deliveries.save(delivery));
        delivery.state = DeliveryState::NeedsAttention;
        delivery.reason = QStringLiteral("ABDM-1207");
        GOOD(deliveries.save(delivery));
        auto held = delivery;
        held.record = RecordId(QStringLiteral("r2"));
        held.supportCode = QStringLiteral("NX-7K3F-93");
        held.state = DeliveryState::Ready;
        held.reason = QStringLiteral("FACILITY");
        GOOD(deliveries.save(held));
        QCOMPARE(deliveries.ofRecord(delivery.record)->reason, QStringLiteral("ABDM-1207"));
        QCOMPARE(deliveries.ofFlow(delivery.flow)->flow, delivery.flow);
        QCOMPARE(deliveries.bySupportCode(QStringLiteral("NX-7K3F-92"))->record, delivery.record);
        FAILS(deliveries.bySupportCode(QString()), "DELIVERY-UNKNOWN");
        QCOMPARE(deliveries.ofPatient(delivery.patient)->size(), 2);
        QCOMPARE(deliveries.inState(DeliveryState::NeedsAttention, kr)->size(), 1);
        QCOMPARE(deliveries.updatedSince(morning, kr)->size(), 2);
        QCOMPARE(deliveries.updatedSince(morning + 1ms, kr)->size(), 0);
        QCOMPARE(deliveries.attention(kr)->size(), 2);
        QCOMPARE(deliveries.counts()->value(QStringLiteral("ready")), 1);

        for (const auto *what : {"delivery.confirmed", "delivery.link-sent", "delivery.link-accepted"})
            GOOD(deliveries.append({.flow = delivery.flow,
                .sequence = 0,
                .at = morning,
                .actor = QStringLiteral("system"),
                .what = QString::fromLatin1(what),
                .code = {},
                .request = {},
                .attempt = 1}));
        const auto story = deliveries.timeline(delivery.flow);
        GOOD(story);
        QCOMPARE(story->size(), 3);
        QCOMPARE(story->last().what, QStringLiteral("delivery.link-accepted"));
        QVERIFY(story->at(0).sequence < story->at(1).sequence);
    }

    void endedConsentNeverReopens_data() { Databases::columns(); }
    void endedConsentNeverReopens()
    {
        OPEN_DATABASE(databases, config, db);
        ConsentRepository consents(db);
        ConsentArtefact artefact;
        artefact.id = ConsentId(QStringLiteral("c1"));
        artefact.status = ConsentStatus::Granted;
        artefact.hip = kr;
        artefact.patientAddress = QStringLiteral("asha.k@sbx");
        artefact.careContexts = {CareContextRef(QStringLiteral("RX-2026-000001"))};
        artefact.hiTypes = {QStringLiteral("Prescription"), QStringLiteral("SomethingNew")};
        artefact.from = morning - 24h;
        artefact.to = morning;
        artefact.dataEraseAt = morning + 24h;
        artefact.createdAt = morning;
        GOOD(consents.save(artefact, "{}", morning));
        auto asked = artefact;
        asked.status = ConsentStatus::Requested;
        GOOD(consents.save(asked, "{}", morning));
        auto stored = consents.artefact(artefact.id);
        GOOD(stored);
        QCOMPARE(stored->status, ConsentStatus::Granted);
        QCOMPARE(stored->hiTypes, artefact.hiTypes);
        QCOMPARE(stored->careContexts, artefact.careContexts);
        QCOMPARE(stored->dataEraseAt, artefact.dataEraseAt);

        GOOD(consents.countServed(artefact.id, TransactionId(QStringLiteral("t1")), morning));
        GOOD(consents.countServed(artefact.id, TransactionId(QStringLiteral("t1")), morning));
        GOOD(consents.countServed(artefact.id, TransactionId(QStringLiteral("t2")), morning + 1h));
        QCOMPARE(*consents.served(artefact.id, morning), 2);
        QCOMPARE(*consents.served(artefact.id, morning + 1ms), 1);
        QCOMPARE(*consents.served(artefact.id, morning, TransactionId(QStringLiteral("t2"))), 1);

        GOOD(consents.end(artefact.id, ConsentStatus::Revoked, morning + 2h));
        GOOD(consents.save(artefact, "{}", morning + 3h));
        stored = consents.artefact(artefact.id);
        QCOMPARE(stored->status, ConsentStatus::Revoked);
        QCOMPARE(stored->hip, kr);
        QVERIFY(stored->patientAddress.isEmpty());
        QVERIFY(stored->careContexts.isEmpty());

        // The revocation overtook the grant.
        const ConsentId early(QStringLiteral("c2"));
        GOOD(consents.end(early, ConsentStatus::Revoked, morning));
        auto late = artefact;
        late.id = early;
        GOOD(consents.save(late, "{}", morning));
        QCOMPARE(consents.artefact(early)->status, ConsentStatus::Revoked);
        FAILS(consents.artefact(ConsentId(QStringLiteral("c3"))), "CONSENT-UNKNOWN");
    }

    void linkTokenLivesUntilItsMargin_data() { Databases::columns(); }
    void linkTokenLivesUntilItsMargin()
    {
        OPEN_DATABASE(databases, config, db);
        ConsentRepository consents(db);
        const auto address = *AbhaAddress::parse(u"asha.k@sbx");
        const LinkTokenInfo info{address, kr, morning, morning + 24h * 180};
        QVERIFY(!consents.linkToken(kr, address, morning, 0ms)->has_value());
        GOOD(consents.saveLinkToken(info, Secret("the-token"), QStringLiteral("demographic")));
        QVERIFY(consents.linkToken(kr, *AbhaAddress::parse(u"ASHA.K@sbx"), morning, 24h)->has_value());
        QVERIFY(!consents.linkToken(kr, address, morning + 24h * 179, 24h)->has_value());
        QVERIFY(!consents.linkToken(FacilityId(QStringLiteral("other")), address, morning, 0ms)->has_value());
        QVERIFY(*consents.revealLinkToken(kr, address) == Secret("the-token"));
        GOOD(consents.dropLinkToken(kr, address, QStringLiteral("ABDM-1207"), morning));
        QVERIFY(!consents.linkToken(kr, address, morning, 0ms)->has_value());
        FAILS(consents.revealLinkToken(kr, address), "TOKEN-UNKNOWN");
        GOOD(consents.saveLinkToken(info, Secret("second"), QStringLiteral("share")));
        QVERIFY(*consents.revealLinkToken(kr, address) == Secret("second"));
    }

    void metaRemembers_data() { Databases::columns(); }
    void metaRemembers()
    {
        OPEN_DATABASE(databases, config, db);
        Meta meta(db);
        QCOMPARE(*meta.value(metaBridgePaused), QString());
        GOOD(meta.set(metaBridgePaused, QStringLiteral("1")));
        GOOD(meta.set(metaBridgePaused, QStringLiteral("0")));
        QCOMPARE(*meta.value(metaBridgePaused), QStringLiteral("0"));
    }
};

QTEST_GUILESS_MAIN(TstStorageQueues)
#include "tst_storage_queues.moc"
