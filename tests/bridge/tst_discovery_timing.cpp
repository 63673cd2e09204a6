#include "bridge_network.h"
#include "discovery_clinic.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <thread>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patienceMs = 120'000;
constexpr int rounds = 40; // in each, one question of every kind, in an order drawn from the seed
constexpr auto onDiscover = "/api/hiecm/user-initiated-linking/v3/patient/care-context/on-discover";
const QString foundOne = u"one match"_s;
constexpr std::array kinds{"one match", "nobody", "several", "nothing new", "nothing vouched"};

/// Who is asked for; the clinic knows one Asha, two Meeras with one mobile, and a Ravi without records.
QJsonObject questionOf(const QString &kind, const QString &id)
{
    const auto who = u"%1@sbx"_s.arg(id);
    if (kind == u"several")
        return DiscoveryClinic::asks(u"9000000002"_s, u"Meera Rao"_s, who, id);
    if (kind == u"nothing new")
        return DiscoveryClinic::asks(u"9000000003"_s, u"Ravi Nair"_s, who, id);
    if (kind == u"nobody")
        return DiscoveryClinic::asks(u"9000000009"_s, u"Asha Verma"_s, who, id);
    auto question = DiscoveryClinic::asks(u"9000000001"_s, u"Asha Verma"_s, who, id);
    if (kind == u"nothing vouched") {
        auto patient = question[u"patient"_s].toObject();
        patient[u"verifiedIdentifiers"_s] = QJsonArray();
        question[u"patient"_s] = patient;
    }
    return question;
}

void fill(DiscoveryClinic &clinic)
{
    clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
    for (int file = 0; file < 2; ++file)
        clinic.recordOf(clinic.person(u"Meera Rao"_s, u"9000000002"_s));
    clinic.person(u"Ravi Nair"_s, u"9000000003"_s);
    clinic.drain();
    clinic.runner.reset();
}

using Times = std::vector<double>; ///< ms from the question to the answer at the gateway, by round

double median(Times times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// In how many of the rounds `one` took longer than `other`, which was asked in the same moment of the machine (sign
/// test): 0.5 when nobody can tell them apart, 0 or 1 when one look is enough.
double longer(const Times &one, const Times &other)
{
    double count = 0;
    for (std::size_t round = 0; round < one.size(); ++round)
        count += one[round] > other[round] ? 1 : one[round] < other[round] ? 0 : 0.5;
    return count / double(one.size());
}

/// Asks for everything through the real door, fifty times a second, without waiting for the answers.
std::map<QString, Times> measure(int afterMs)
{
    DiscoveryClinic clinic;
    fill(clinic);
    BridgeNetwork network(clinic.config, clinic.sealer,
        {{u"discovery.answerAfterMs"_s, QString::number(afterMs)}, {u"bridge.ratePerPath"_s, u"1000"_s}});
    const auto knows = [&] { return QTest::qWaitFor([&] { return network.knowsKeys(); }, patienceMs); };
    if (!knows())
        return {};

    std::vector<QString> order;
    std::mt19937_64 random(20261121);
    for (int round = 0; round < rounds; ++round) {
        for (const auto *kind : kinds)
            order.push_back(QString::fromLatin1(kind));
        std::shuffle(order.end() - std::ptrdiff_t(kinds.size()), order.end(), random);
    }
    std::map<QString, std::pair<QString, BridgeNetwork::Time>> asked;
    auto client = network.client();
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto id = u"question-%1"_s.arg(i);
        CallbackRequest request;
        request.path = discoverPath;
        request.token = network.token();
        request.requestId = id.toLatin1();
        request.facility = clinic.facility.value().toLatin1();
        request.body = QJsonDocument(questionOf(order[i], id)).toJson(QJsonDocument::Compact);
        std::this_thread::sleep_until(start + 20ms * i);
        asked[id] = {order[i], std::chrono::steady_clock::now()};
        client.send(request.bytes());
        if (client.receive(patienceMs).status != 202)
            return {};
    }
    const auto all = [&] { return network.heard(onDiscover).size() == qsizetype(order.size()); };
    if (!QTest::qWaitFor(all, patienceMs))
        return {};
    std::map<QString, Times> out;
    for (const auto *kind : kinds)
        out[QString::fromLatin1(kind)].resize(rounds);
    for (const auto &answer : network.heard(onDiscover)) {
        const auto id = answer.body[u"transactionId"].toString();
        const auto &[kind, at] = asked[id];
        const bool positive = answer.body.contains(u"patient");
        if (positive != (kind == foundOne))
            return {};
        out[kind][id.section(u'-', 1).toUInt() / kinds.size()]
            = std::chrono::duration<double, std::milli>(answer.at - at).count();
    }
    return out;
}

void show(const char *what, const std::map<QString, Times> &times)
{
    for (const auto &[kind, of] : times)
        qInfo("%s, %-15s median %6.1f ms, longer than a match %.2f", what, qPrintable(kind), median(of),
            longer(of, times.at(foundOne)));
}

}

/// S-N9: whoever asks learns from the time no more than from the answer.
class TestDiscoveryTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Over the wire, as a curious gateway would measure it. Chance alone moves the share by 0.08 (one standard
    /// deviation of 40 rounds): 0.35 from the middle is more than four of them.
    void noKindOfAnswerIsKnownByItsTime()
    {
        const auto times = measure(500);
        QCOMPARE(times.size(), kinds.size());
        show("after 500 ms", times);
        const auto &match = times.at(foundOne);
        for (const auto &[kind, of] : times) {
            QVERIFY2(*std::min_element(of.begin(), of.end()) >= 499, qPrintable(kind)); // the bridge counts whole ms
            const auto ratio = median(of) / median(match);
            QVERIFY2(ratio > 0.8 && ratio < 1.2, qPrintable(u"%1: %2"_s.arg(kind).arg(ratio)));
            const auto share = longer(of, match);
            QVERIFY2(std::abs(share - 0.5) < 0.35, qPrintable(u"%1: %2"_s.arg(kind).arg(share)));
        }
    }

    /// The same measure sees a difference where there is one: answers that leave 100 ms later, with 40 ms of noise.
    void theMeasureCanTell()
    {
        std::mt19937_64 random(7);
        std::normal_distribution<double> early(500, 40);
        std::normal_distribution<double> late(600, 40);
        Times one;
        Times other;
        for (int i = 0; i < rounds; ++i) {
            one.push_back(late(random));
            other.push_back(early(random));
        }
        QVERIFY(longer(one, other) > 0.85);
    }

    /// 1,000 people who are nearly Asha: one text for all, one time for all, and no context to anybody.
    void aThousandNearMissesLearnNothing()
    {
        DiscoveryClinic clinic;
        clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        clinic.drain();
        std::mt19937_64 random(606);
        QSet<QByteArray> texts;
        QSet<qint64> waits;
        for (int i = 0; i < 1'000; ++i) {
            const auto id = u"miss-%1"_s.arg(i);
            auto question = DiscoveryClinic::asks(u"9000000001"_s, u"Asha Verma"_s, u"%1@sbx"_s.arg(id), id);
            auto patient = question[u"patient"_s].toObject();
            const int off = 3 + int(random() % 20);
            switch (random() % 4) {
            case 0: // one digit of the mobile
                patient[u"verifiedIdentifiers"_s] = QJsonArray{QJsonObject{{u"type"_s, u"MOBILE"_s},
                    {u"value"_s, QString::number(9'000'000'001 + qint64(random() % 9 + 1) * 10)}}};
                break;
            case 1:
                patient[u"yearOfBirth"_s] = 1990 + (random() % 2 ? off : -off);
                break;
            case 2:
                patient[u"gender"_s] = u"M"_s;
                break;
            default:
                patient[u"name"_s]
                    = QStringList{u"Kiran Patil"_s, u"Ravi Nair"_s, u"Fatima Khan"_s}[qsizetype(random() % 3)];
            }
            question[u"patient"_s] = patient;
            clinic.discover(question, id);
            const auto answer = clinic.answers(abdm::operation::onDiscover).last();
            auto body = answer.payload[u"body"].toObject();
            QCOMPARE(body[u"error"][u"code"].toString(), u"ABDM-1010"_s);
            QVERIFY(!body.contains(u"patient"));
            body.remove(u"transactionId"_s);
            body.remove(u"response"_s);
            texts << QJsonDocument(body).toJson(QJsonDocument::Compact);
            waits << (answer.dueAt - clinic.clock.now()).count();
            QVERIFY(storage::Outbox(*clinic.db)
                    .conclude(answer.businessKey, storage::OutboxState::Refused, {}, clinic.clock.now()));
        }
        QCOMPARE(texts.size(), 1);
        QCOMPARE(waits, QSet<qint64>{500});
    }
};

QTEST_GUILESS_MAIN(TestDiscoveryTiming)
#include "tst_discovery_timing.moc"
