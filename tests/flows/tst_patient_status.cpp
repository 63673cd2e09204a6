#include "abdm/endpoint.h"
#include "flow_driver.h"

using namespace nadi;
using namespace nadi::test;
using Word = abdm::PatientStatus::Word;

namespace
{

class StatusDriver : public FlowDriver
{
public:
    StatusDriver()
        : FlowDriver(flow_kind::patientStatus, flows::shareStart())
    {
    }
    void hear(Word word, const QString &request = u"request-1"_s)
    {
        apply(flows::CallbackArrived{abdm::CallbackKind::PatientStatus,
            abdm::PatientStatus{word, u"asha.verma1990@sbx"_s, u"91111122223333"_s}, RequestId(request), {}});
    }
};

}

/// abdm-v3-gateway.md 4.5, official case HIP_INIT_ABHA_OPTOUT_DEACTIVATE.
class TstPatientStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEndedAbhaIsForgottenAndAcknowledged_data()
    {
        QTest::addColumn<int>("word");
        QTest::newRow("deactivated") << int(Word::Deactivated);
        QTest::newRow("deleted") << int(Word::Deleted);
    }
    void anEndedAbhaIsForgottenAndAcknowledged()
    {
        QFETCH(int, word);
        StatusDriver d;
        d.hear(Word(word));
        QCOMPARE(d.find<flows::ForgetAbha>()->abhaAddress, u"asha.verma1990@sbx"_s);
        QCOMPARE(d.find<flows::ForgetAbha>()->abhaNumber, u"91111122223333"_s);
        QCOMPARE(d.operation(), abdm::operation::patientOnStatus.toString());
        QCOMPARE(d.calls.last().body,
            (QJsonObject{{u"acknowledgement"_s, QJsonObject{{u"status"_s, u"OK"_s}}},
                {u"response"_s, QJsonObject{{u"requestId"_s, u"request-1"_s}}}}));
        QVERIFY(!d.isFinished());
        d.accept();
        QVERIFY(d.find<flows::ConcludeCall>()->confirmed);
        QVERIFY(d.isFinished());
    }

    void anActiveOneForgetsNothing()
    {
        StatusDriver d;
        d.hear(Word::Active);
        QVERIFY(!d.find<flows::ForgetAbha>());
        QCOMPARE(d.calls.size(), 1);
    }

    void theSameCallbackOnceMoreChangesNothing()
    {
        StatusDriver d;
        d.hear(Word::Deleted);
        const auto wishes = d.wishes;
        d.hear(Word::Deleted);
        QCOMPARE(d.wishes, wishes);
        QCOMPARE(d.calls.size(), 1);
    }

    void aRefusedAcknowledgementIsToldAndEnds()
    {
        StatusDriver d;
        d.hear(Word::Deleted);
        d.refuse(u"ABDM-1006"_s);
        QVERIFY(d.told(u"patient-status.answer-refused"));
        QVERIFY(d.isFinished());
    }

    void withoutARequestIdItIsForgottenAllTheSame()
    {
        StatusDriver d;
        d.hear(Word::Deleted, u"body:abc"_s);
        QVERIFY(d.find<flows::ForgetAbha>());
        QVERIFY(d.calls.isEmpty());
        QVERIFY(d.told(u"patient-status.no-request-id"));
        QVERIFY(d.isFinished());
    }
};

QTEST_GUILESS_MAIN(TstPatientStatus)
#include "tst_patient_status.moc"
