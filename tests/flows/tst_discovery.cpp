#include "discovery_driver.h"
#include "flows/discovery_state.h"

using namespace nadi;
using namespace nadi::test;
using flows::AnswerBy;
using flows::DiscoveryOutcome;

class TstDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneMatchIsAnsweredWithWhatIsNotLinked()
    {
        DiscoveryDriver d;
        d.discover();
        QCOMPARE(d.operation(), abdm::operation::onDiscover.toString());
        const QJsonObject context{
            {u"referenceNumber"_s, u"OP-2026-000117"_s}, {u"display"_s, u"OP visit 11 Feb 2026"_s}};
        const QJsonObject first{{u"referenceNumber"_s, u"UHID-000482"_s}, {u"display"_s, u"Asha Verma"_s},
            {u"careContexts"_s, QJsonArray{context}}, {u"hiType"_s, u"OPConsultation"_s}, {u"count"_s, 1}};
        QCOMPARE(d.body()[u"patient"].toArray().size(), 2);
        QCOMPARE(d.body()[u"patient"][0].toObject(), first);
        QCOMPARE(d.body()[u"matchedBy"].toArray(), QJsonArray{u"MOBILE"_s});
        QCOMPARE(d.body()[u"response"][u"requestId"].toString(), u"q-1"_s);
        QCOMPARE(d.body()[u"transactionId"].toString(), discoverRequest().transaction.value());
        QVERIFY(!d.body().contains(u"error"_s));
        QCOMPARE(d.find<flows::ConcernPatient>()->patient, PatientId(u"patient-1"_s));
        QCOMPARE(d.phase(), u"offered"_s);
    }

    void everythingElseIsTheSameNotFound_data()
    {
        QTest::addColumn<int>("files");
        QTest::addColumn<int>("contexts");
        QTest::addColumn<bool>("vouched");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("nobody") << 0 << 2 << true << u"nobody"_s;
        QTest::newRow("several") << 2 << 2 << true << u"several"_s;
        QTest::newRow("only unverified identifiers (USER_INIT_LINK_606)") << 1 << 2 << false << u"unvouched"_s;
        QTest::newRow("nothing left to link") << 1 << 0 << true << u"found"_s;
    }
    void everythingElseIsTheSameNotFound()
    {
        QFETCH(int, files);
        QFETCH(int, contexts);
        QFETCH(bool, vouched);
        QFETCH(QString, outcome);
        DiscoveryDriver d;
        const auto one = d.candidates.first();
        d.candidates = QList<flows::DiscoveryCandidate>(files, one);
        for (int i = 0; i < files; ++i)
            d.candidates[i].patient.id = PatientId(u"patient-%1"_s.arg(i + 1));
        d.unlinked.resize(contexts);
        auto request = discoverRequest();
        if (!vouched)
            std::swap(request.verified, request.unverified);
        d.arrive(request, u"q-1"_s);
        const QJsonObject answer{{u"transactionId"_s, request.transaction.value()},
            {u"error"_s, QJsonObject{{u"code"_s, u"ABDM-1010"_s}, {u"message"_s, u"Patient not found"_s}}},
            {u"response"_s, QJsonObject{{u"requestId"_s, u"q-1"_s}}}};
        QCOMPARE(d.body(), answer);
        const auto *note = d.find<flows::NoteDiscovery>();
        QCOMPARE(flows::toWord(note->outcome), outcome);
        QCOMPARE(note->several.size(), outcome == u"several" ? 2 : 0); // a person's work
        QVERIFY(d.isFinished());
    }

    void foundOrNotTheAnswerLeavesAtTheSameTime_data()
    {
        QTest::addColumn<int>("files");
        QTest::addColumn<int>("workMs");
        for (const int files : {0, 1, 2, 3})
            for (const int work : {0, 3, 90})
                QTest::addRow("%d files, %d ms of work", files, work) << files << work;
    }
    void foundOrNotTheAnswerLeavesAtTheSameTime()
    {
        QFETCH(int, files);
        QFETCH(int, workMs);
        DiscoveryDriver d;
        d.candidates = QList<flows::DiscoveryCandidate>(files, d.candidates.first());
        for (int i = 0; i < files; ++i)
            d.candidates[i].patient.id = PatientId(u"patient-%1"_s.arg(i + 1));
        d.receivedAt = noon;
        d.facts.now = noon + 1ms * workMs;
        d.discover();
        QCOMPARE(d.calls.last().notBefore, noon + d.facts.discovery.answerAfter);
        QCOMPARE(d.calls.last().deadline, noon + 10s);
    }

    void whatComesTooLateIsNotAvailable_data()
    {
        QTest::addColumn<int>("waitedMs");
        QTest::addColumn<QString>("code");
        QTest::newRow("at once") << 0 << QString();
        QTest::newRow("after the soft deadline") << 3'000 << QString();
        QTest::newRow("at the hard deadline") << 5'000 << QString();
        QTest::newRow("after it") << 5'001 << u"ABDM-1028"_s;
    }
    void whatComesTooLateIsNotAvailable() // S-Q2
    {
        QFETCH(int, waitedMs);
        DiscoveryDriver d;
        d.receivedAt = noon;
        d.facts.now = noon + 1ms * waitedMs;
        d.discover();
        QTEST(d.error(), "code");
    }

    void whoAsksTooOftenIsAnsweredWithoutALook()
    {
        DiscoveryDriver d;
        d.facts.asksBefore = d.facts.discovery.asksPerHour;
        d.discover();
        QCOMPARE(d.error(), u"ABDM-1022"_s);
        QCOMPARE(d.find<flows::NoteDiscovery>()->outcome, DiscoveryOutcome::TooOften);
        QVERIFY(!d.find<flows::ConcernPatient>());
    }

    void theSameTransactionIsAnsweredOnce() // I10
    {
        DiscoveryDriver d;
        d.discover();
        d.discover(u"q-1b"_s);
        QVERIFY(!d.looked);
        QCOMPARE(d.calls.size(), 1);
    }

    void anAnswerThatWasNotTakenIsGivenToTheRepeat()
    {
        DiscoveryDriver d;
        d.discover();
        d.refuse(u"ABDM-1109"_s);
        QVERIFY(d.told(u"discovery.answer-refused"));
        d.discover(u"q-1b"_s);
        QCOMPARE(d.calls.size(), 2);
        QCOMPARE(d.body()[u"response"][u"requestId"].toString(), u"q-1b"_s);
    }

    void atMostTwentyOfATypeTheNewestFirst()
    {
        DiscoveryDriver d;
        d.unlinked.clear();
        for (int i = 0; i < 30; ++i)
            d.unlinked << flows::UnlinkedContext{
                CareContextRef(u"RX-%1"_s.arg(i)), HiType::Prescription, QDate(2026, 2, 11)};
        d.discover();
        QCOMPARE(d.contexts().size(), 20);
        QCOMPARE(d.contexts().first(), u"RX-0"_s);
        QCOMPARE(d.body()[u"patient"][0][u"count"].toInt(), 20);
    }

    void aVisitIsOfferedOnceUnderItsOwnTitle()
    {
        DiscoveryDriver d;
        d.unlinked = {
            {CareContextRef(u"VISIT-2026-000117"_s), HiType::Prescription, QDate(2026, 2, 11), CareContextKind::Visit}};
        d.discover();
        QCOMPARE(d.body()[u"patient"][0][u"careContexts"][0][u"display"].toString(), u"Visit 11 Feb 2026"_s);
        QCOMPARE(flows::DiscoveryFlow::fromJson(d.state)->offered.first().kind, CareContextKind::Visit);
    }

    void theAnswerInTheBody_data()
    {
        QTest::addColumn<int>("answerBy");
        QTest::addColumn<bool>("inBody");
        QTest::addColumn<int>("callbackAfterMs");
        QTest::newRow("callback") << int(AnswerBy::Callback) << false << 500;
        QTest::newRow("both") << int(AnswerBy::Both) << true << 500;
        QTest::newRow("body") << int(AnswerBy::Body) << true << 2'500;
    }
    void theAnswerInTheBody()
    {
        QFETCH(int, answerBy);
        QFETCH(bool, inBody);
        QFETCH(int, callbackAfterMs);
        DiscoveryDriver d;
        d.facts.discovery.answerBy = AnswerBy(answerBy);
        d.discover();
        const auto *body = d.find<flows::AnswerInBody>();
        QCOMPARE(body != nullptr, inBody);
        if (body) {
            QCOMPARE(body->body, d.body());
            QCOMPARE(body->notBefore, noon + 500ms);
        }
        QCOMPARE(d.calls.last().notBefore, noon + 1ms * callbackAfterMs);
        // Taken in the body: the callback does not follow, unless both were asked for.
        d.apply(flows::Decided{flow_event::answeredInBody.toString(), {}, u"system"_s, {{u"request"_s, u"q-1"_s}}});
        const auto *concluded = d.find<flows::ConcludeCall>();
        QCOMPARE(concluded != nullptr, AnswerBy(answerBy) == AnswerBy::Body);
        if (concluded)
            QCOMPARE(concluded->businessKey, d.key());
    }

    void aCallbackWithoutARequestIdIsNotAnswered()
    {
        DiscoveryDriver d;
        d.discover(u"body:5df6e0e2761359d3"_s);
        QVERIFY(d.calls.isEmpty());
        QVERIFY(d.told(u"discovery.no-request-id"));
    }
};

QTEST_GUILESS_MAIN(TstDiscovery)
#include "tst_discovery.moc"
