#include "abdm/calls.h"
#include "flow_driver.h"
#include "flows/link_company.h"

#include <QJsonArray>

using namespace nadi;
using namespace nadi::test;
using flows::QueuedLink;

namespace
{

QueuedLink queued(
    const QString &context, HiType type = HiType::Prescription, const QString &person = u"asha.verma1990@sbx"_s)
{
    abdm::LinkCareContext call;
    call.abhaAddress = *AbhaAddress::parse(person);
    call.patientReference = u"UHID-000482"_s;
    call.patientDisplay = u"Asha Verma"_s;
    call.contexts = {{CareContextRef(context), u"Visit 11 Feb 2026"_s, type}};
    return {call.body(), false};
}

QList<QueuedLink> queueOf(int count)
{
    QList<QueuedLink> out;
    for (int i = 0; i < count; ++i)
        out << queued(u"RX-%1"_s.arg(i));
    return out;
}

/// "Prescription:2 RX-1,RX-2; OPConsultation:1 RX-1"
QString contents(const QJsonObject &body)
{
    QStringList elements;
    for (const auto &element : body["patient"_L1].toArray()) {
        QStringList contexts;
        for (const auto &context : element["careContexts"_L1].toArray())
            contexts << context["referenceNumber"_L1].toString();
        elements << u"%1:%2 %3"_s.arg(element["hiType"_L1].toString())
                        .arg(element["count"_L1].toInt())
                        .arg(contexts.join(u','));
    }
    return elements.join(u"; "_s);
}

/// On its way.
FlowDriver submitted()
{
    auto d = newDelivery();
    d.haveToken();
    d.apply(flows::Started{});
    d.accept();
    return d;
}

}

/// Links that leave in one call (abdm-v3-gateway.md 4.2), and what its answer does to each of their deliveries.
class TstLinkCompany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoLeavesTogether_data()
    {
        QTest::addColumn<QList<QueuedLink>>("queue");
        QTest::addColumn<int>("together");
        const auto row = [](const char *name, const QList<QueuedLink> &queue, int together) {
            QTest::newRow(name) << queue << together;
        };
        row("nobody", {}, 0);
        row("one", queueOf(1), 1);
        row("all that fit", queueOf(20), 20);
        row("more than fit", queueOf(40), 20);
        row("a visit with two records", {queued(u"V-1"_s), queued(u"V-1"_s, HiType::OPConsultation)}, 2);
        auto sameTwice = queueOf(20);
        sameTwice << queued(u"RX-0"_s); // counted once: it adds nothing
        row("a context that is in already", sameTwice, 21);
        auto other = queueOf(3);
        other.insert(2, queued(u"RX-9"_s, HiType::Prescription, u"somebody.else@sbx"_s));
        row("up to another address", other, 2);
        auto file = queueOf(2);
        file << queued(u"RX-9"_s);
        auto element = file[2].body["patient"_L1][0].toObject();
        element["referenceNumber"_L1] = u"UHID-7"_s;
        file[2].body["patient"_L1] = QJsonArray{element};
        row("up to another file", file, 2);
        auto alone = queueOf(4);
        alone[2].alone = true;
        row("up to one that goes alone", alone, 2);
        alone[0].alone = true;
        row("one that goes alone", alone, 1);
    }
    void whoLeavesTogether()
    {
        QFETCH(QList<QueuedLink>, queue);
        QTEST(int(flows::leavingTogether(queue)), "together");
    }

    void oneElementPerTypeWithCountsThatAgree()
    {
        const auto body = flows::linkTogether({queued(u"V-1"_s), queued(u"V-1"_s, HiType::OPConsultation),
            queued(u"V-2"_s), queued(u"V-1"_s), queued(u"V-3"_s, HiType::DiagnosticReport)});
        QCOMPARE(contents(body), u"Prescription:2 V-1,V-2; OPConsultation:1 V-1; DiagnosticReport:1 V-3"_s);
        QCOMPARE(body["abhaAddress"_L1].toString(), u"asha.verma1990@sbx"_s);
        QCOMPARE(flows::linkTogether({queued(u"V-1"_s)}), queued(u"V-1"_s).body); // alone it is what it was
        QCOMPARE(flows::linkTogether({}), QJsonObject());
    }

    void anAnswerMovesEachDeliveryOfItsCall_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("phase");
        QTest::addColumn<bool>("alone");
        const auto row = [](const char *code, const char *phase, bool alone) {
            QTest::newRow(*code ? code : "linked") << QString::fromLatin1(code) << QString::fromLatin1(phase) << alone;
        };
        row("", "linked", false);
        row("ABDM-1056", "link-queued", true); // of one of them, or of all: each asks for itself
        for (const auto *code : {"ABDM-1006", "ABDM-1037", "ABDM-1057", "ABDM-1060", "ABDM-1061", "ABDM-9999"})
            row(code, "link-queued", true);
        for (const auto *code : {"ABDM-1407", "ABDM-1031", "ABDM-1035", "ABDM-1051"})
            row(code, "attention", false); // of the person or the clinic: alone it would be no better
        for (const auto *code : {"ABDM-1026", "ABDM-1038", "ABDM-1062", "ABDM-1063", "ABDM-1066"})
            row(code, "token-queued", false);
        row("ABDM-1028", "paused", false);
        row("ABDM-1090", "link-submitted", false);
    }
    void anAnswerMovesEachDeliveryOfItsCall()
    {
        QFETCH(QString, code);
        for (int member = 0; member < 3; ++member) {
            auto d = submitted();
            flows::CallbackArrived answer{abdm::CallbackKind::OnLinkCareContext,
                abdm::OnLinkCareContext{u"asha.verma1990@sbx"_s, u"Successfully Linked care context"_s, {}, {}},
                RequestId(u"r"_s), d.key(), {}, 3};
            if (!code.isEmpty())
                answer.callback
                    = abdm::OnLinkCareContext{u"asha.verma1990@sbx"_s, u"Failed"_s, abdm::CallbackError{code, {}}, {}};
            d.apply(answer);
            QTEST(d.phase(), "phase");
            QTEST(d.calls.last().alone, "alone");
            if (d.calls.last().alone) {
                QVERIFY(d.told(u"delivery.link-alone"));
                QVERIFY(d.calls[0].businessKey != d.calls[1].businessKey);
            }
        }
    }

    void aRefusalOfTheWholeCallDoesTheSame_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("phase");
        QTest::newRow("empty 400") << u"HTTP-400"_s << u"link-queued"_s;
        QTest::newRow("already linked") << u"ABDM-1056"_s << u"link-queued"_s;
        QTest::newRow("token") << u"ABDM-1026"_s << u"token-queued"_s;
        QTest::newRow("no subscription") << u"900908"_s << u"attention"_s;
        QTest::newRow("the network never came") << u"NOT-SENT"_s << u"attention"_s;
        QTest::newRow("duplicate") << u"ABDM-1090"_s << u"link-submitted"_s;
    }
    void aRefusalOfTheWholeCallDoesTheSame()
    {
        QFETCH(QString, code);
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.apply(flows::CallRefused{d.key(), code, 2});
        QTEST(d.phase(), "phase");
    }

    void aloneTheSameAnswerIsTheEndOfIt()
    {
        for (const auto &[code, phase] : {std::pair(u"ABDM-1057"_s, u"attention"_s), {u"ABDM-1056"_s, u"linked"_s}}) {
            auto d = newDelivery();
            d.haveToken();
            d.apply(flows::Started{});
            d.apply(flows::CallRefused{d.key(), code, 5});
            QVERIFY(d.calls.last().alone);
            d.apply(flows::CallRefused{d.key(), code, 1});
            QCOMPARE(d.phase(), phase);
            QCOMPARE(d.calls.size(), 2);
        }
    }

    void ofAVisitThatIsLinkedMeanwhileNothingIsSentAgain()
    {
        auto d = submitted();
        d.facts.contextLinked = true; // by another record of the visit, on its own
        d.apply(flows::CallRefused{d.key(), u"ABDM-1056"_s, 2});
        QCOMPARE(d.phase(), u"linked"_s);
        QCOMPARE(d.calls.size(), 1);
    }

    void aTokenThatArrivesSendsWhatWaitedForItAtOnce()
    {
        auto d = newDelivery();
        d.facts.tokenRequest = flows::TokenRequest{u"token:IN0710000123/patient-1/20261121/1"_s, noon, true, {}};
        d.apply(flows::Started{});
        d.decide(flow_event::tokenArrived); // not for us: nothing is there
        QVERIFY(d.calls.isEmpty());
        d.haveToken();
        d.facts.now = noon + 1s;
        d.decide(flow_event::tokenArrived);
        QCOMPARE(d.operation(), u"link.carecontext"_s);
        const int wishes = d.wishes;
        d.decide(flow_event::tokenArrived);
        QCOMPARE(d.wishes, wishes);
    }

    void whoGoesAloneIsRememberedAcrossARestart()
    {
        auto d = newDelivery();
        d.haveToken();
        d.apply(flows::Started{});
        d.apply(flows::CallRefused{d.key(), u"ABDM-1057"_s, 2});
        QVERIFY(flows::stepFunction(flow_kind::delivery)(d.state, flows::Woken{}, d.facts).has_value());
        QVERIFY(d.state.value("alone"_L1).toBool());
    }
};

QTEST_GUILESS_MAIN(TstLinkCompany)
#include "tst_link_company.moc"
