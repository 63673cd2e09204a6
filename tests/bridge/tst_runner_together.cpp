#include "abdm/endpoint.h"
#include "discovery_clinic.h"

#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;
using storage::InboxState;

/// Steps that share a commit: each as whole as alone, in the same order, with nothing heard of before the commit.
class TestRunnerTogether : public QObject
{
    Q_OBJECT

private:
    static constexpr int questions = 5;

    static void ask(DiscoveryClinic &clinic, int count = questions)
    {
        for (int i = 0; i < count; ++i) {
            const auto id = u"question-%1"_s.arg(i);
            clinic.callback(discoverPath,
                DiscoveryClinic::asks(u"9000000001"_s, u"Asha Verma"_s, u"person.%1@sbx"_s.arg(i), id), id,
                clinic.facility);
        }
    }
    /// Nobody can work on it.
    static void putPoison(DiscoveryClinic &clinic, const FlowId &flow)
    {
        storage::InboxMessage poison;
        poison.source = u"courier"_s;
        poison.route = u"call-accepted"_s;
        poison.request = RequestId(u"poison"_s);
        poison.flow = flow;
        poison.body = "not an event";
        QVERIFY(storage::Inbox(*clinic.db).put(poison));
    }
    /// A clinic with one known person; her record's own delivery is out of the way.
    static std::unique_ptr<DiscoveryClinic> makeClinic(FlowId *delivery = nullptr)
    {
        auto clinic = std::make_unique<DiscoveryClinic>();
        const auto record = clinic->recordOf(clinic->person(u"Asha Verma"_s, u"9000000001"_s));
        if (delivery)
            *delivery = storage::DeliveryRepository(*clinic->db).ofRecord(record.id)->flow;
        clinic->drain();
        return clinic;
    }
    static QStringList answersOf(const DiscoveryClinic &clinic)
    {
        QStringList out;
        for (const auto &answer : clinic.answers(abdm::operation::onDiscover))
            out << QString::fromUtf8(QJsonDocument(answer.payload).toJson(QJsonDocument::Compact));
        return out;
    }

private Q_SLOTS:
    void togetherAndAloneEndTheSame()
    {
        const auto alone = makeClinic();
        ask(*alone);
        QCOMPARE(alone->drain(), questions);
        const auto together = makeClinic();
        ask(*together);
        QCOMPARE(together->runner->workTogether(16).value_or(-1), questions);
        QCOMPARE(together->runner->workTogether(16).value_or(-1), 0);
        QCOMPARE(answersOf(*together), answersOf(*alone));
        QCOMPARE(answersOf(*together).size(), questions);
        QVERIFY(storage::AuditTrail(*together->db).verify()->intact);
    }

    void noMoreThanAskedForShareACommit()
    {
        const auto clinic = makeClinic();
        ask(*clinic);
        QCOMPARE(clinic->runner->workTogether(2).value_or(-1), 2);
        QCOMPARE(clinic->inboxCount(InboxState::New), questions - 2);
    }

    void nothingIsHeardOfBeforeTheCommit()
    {
        const auto clinic = makeClinic();
        ask(*clinic);
        const PlainSealer sealer;
        const auto elsewhere = storage::Connection::open(clinic->config, sealer).value();
        QList<qsizetype> seen; // by another program, whenever it is told to look
        clinic->runner = std::make_unique<bridge::FlowRunner>(*clinic->db,
            bridge::FlowRunner::Parts{clinic->clock, clinic->steady, clinic->network, clinic->ids, clinic->random,
                clinic->counters,
                [&](storage::Topic) {
                    seen << storage::Inbox(*elsewhere).inState(InboxState::New, 100).value().size();
                },
                [](const FlowId &, auto) {}, {}});
        QCOMPARE(clinic->runner->workTogether(16).value_or(-1), questions);
        QVERIFY(!seen.isEmpty());
        for (const auto waiting : std::as_const(seen))
            QCOMPARE(waiting, 0);
    }

    /// Whatever write fails: a question is answered or it waits, never half of either; in the end all are answered.
    void aFailureAtAnyWriteLeavesWholeSteps()
    {
        int injected = 0;
        for (int at = 1; at < 200; ++at) {
            const auto clinic = makeClinic();
            ask(*clinic);
            clinic->sealer.failAt = at;
            clinic->sealer.failures = 0;
            [[maybe_unused]] const auto worked = clinic->runner->workTogether(16);
            const bool failed = clinic->sealer.failures > 0;
            clinic->sealer.failAt = 0;
            QCOMPARE(answersOf(*clinic).size(), questions - clinic->inboxCount(InboxState::New));
            while (clinic->runner->workTogether(16).value_or(0) > 0) { }
            QCOMPARE(answersOf(*clinic).size(), questions);
            QVERIFY(storage::AuditTrail(*clinic->db).verify()->intact);
            if (!failed)
                break;
            ++injected;
        }
        QVERIFY2(injected >= questions * 3, qPrintable(QString::number(injected)));
    }

    void aPoisonMessageDoesNotHoldUpItsNeighbours() // S-O8
    {
        FlowId delivery;
        const auto clinic = makeClinic(&delivery);
        ask(*clinic, 2);
        putPoison(*clinic, delivery);
        clinic->callback(discoverPath,
            DiscoveryClinic::asks(u"9000000001"_s, u"Asha Verma"_s, u"last@sbx"_s, u"last"_s), u"last"_s,
            clinic->facility);
        QCOMPARE(clinic->runner->workTogether(16).value_or(-1), 2); // what came before it is committed
        int rounds = 0;
        while (clinic->runner->workTogether(16).value_or(0) > 0)
            QVERIFY(++rounds < 10);
        QCOMPARE(clinic->inboxCount(InboxState::Failed), 1);
        QCOMPARE(answersOf(*clinic).size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRunnerTogether)
#include "tst_runner_together.moc"
