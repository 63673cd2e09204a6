#include "abdm/share_calls.h"
#include "sandbox_bench.h"

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::SandboxBench;

namespace
{

const QString wall = u"https://phrsbx.abdm.gov.in/share-profile?hip-id=IN0710000123&counter-id=OPD1"_s;
constexpr auto sharePath = "/api/v3/hip/patient/share";
constexpr auto statusPath = "/api/v3/hip/patient/running-token/status";

RequestId requestOf(const test::PeerRequest &request)
{
    return RequestId(QString::fromLatin1(request.headers.value("request-id")));
}

/// `body` with the members of `patch` in the object at `path`.
QJsonObject patched(QJsonObject body, QStringList path, const QJsonObject &patch)
{
    if (path.isEmpty()) {
        for (auto it = patch.begin(); it != patch.end(); ++it)
            if (it->isUndefined() || it->isNull())
                body.remove(it.key());
            else
                body.insert(it.key(), *it);
        return body;
    }
    const auto first = path.takeFirst();
    body.insert(first, patched(body[first].toObject(), path, patch));
    return body;
}

class ShareBench : public SandboxBench
{
public:
    QString scan()
    {
        m_scan = network().shares.scan(asha().value(), wall);
        request = requestOf(callback(sharePath, m_scans++));
        return m_scan;
    }
    QJsonObject answer(int number = 7) const { return OnShare{asha(), u"OPD1"_s, number, 1800s, request, {}}.body(); }
    QJsonObject onPhone() { return network().shares.of(asha().value())[0].toObject(); }
    QString refusalOf(QStringView operation, const QJsonObject &body) { return call(operation, body).refusal.code; }

    RequestId request;

private:
    QString m_scan;
    int m_scans = 0;
};

}

class TestSharePhone : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShareBench> bench;

private Q_SLOTS:
    void init()
    {
        bench = std::make_unique<ShareBench>();
        bench->setUpBridge();
    }
    void cleanup() { bench.reset(); }

    void aScanCallsTheHospitalWithTheProfile()
    {
        QVERIFY(!bench->scan().isEmpty());
        const auto share = bench->parsed<PatientShare>(bench->callback(sharePath));
        QCOMPARE(share.intent, u"PROFILE_SHARE"_s);
        QCOMPARE(share.counter, u"OPD1"_s);
        QCOMPARE(share.profile.abhaAddress, SandboxBench::asha());
        QCOMPARE(share.profile.name, u"Asha Kulkarni"_s);
        QCOMPARE(share.profile.abhaNumber->digits(), u"91402177550165"_s);
        QCOMPARE(bench->onPhone()[u"state"].toString(), u"waiting"_s);
    }

    void everySpellingOfTheProfileComesInTime()
    {
        QSet<int> numberTypes;
        QSet<bool> pinSpellings;
        for (int n = 0; n < 40; ++n) {
            bench->scan();
            const auto patient
                = QJsonDocument::fromJson(bench->callback(sharePath, n).body)[u"profile"][u"patient"].toObject();
            numberTypes.insert(
                int(patient[u"abhaNumber"].type()) * 100 + int(patient[u"abhaNumber"].toString().count(u'-')));
            pinSpellings.insert(patient[u"address"].toObject().contains(u"pinCode"_s));
        }
        QCOMPARE(numberTypes.size(), 3);
        QCOMPARE(pinSpellings.size(), 2);
    }

    void theNumberIsShownOnThePhone()
    {
        bench->scan();
        QVERIFY(bench->accepted(operation::onShare, bench->answer()));
        const auto token = bench->onPhone();
        QCOMPARE(token[u"state"].toString(), u"token"_s);
        QCOMPARE(token[u"tokenNumber"].toString(), u"7"_s);
        QVERIFY(token[u"valid"].toBool());
        QCOMPARE(bench->effect(u"queue-token:IN0710000123|OPD1|7|asha.kulkarni@sbx"_s), 1);
        bench->clock.advance(30min);
        QVERIFY(!bench->onPhone()[u"valid"].toBool());
    }

    void theHospitalsErrorIsShownOnThePhone()
    {
        bench->scan();
        OnShare sorry{SandboxBench::asha(), u"OPD1"_s, 0, {}, bench->request,
            CallError{u"ABDM-9999"_s, u"HIP is unable to generate a token"_s}};
        QVERIFY(bench->accepted(operation::onShare, sorry.body()));
        QCOMPARE(bench->onPhone()[u"state"].toString(), u"refused"_s);
        QCOMPARE(bench->onPhone()[u"code"].toString(), u"ABDM-9999"_s);
    }

    void wrongAnswersAreRefusedAndShowNothing_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QJsonObject>("patch");
        QTest::addColumn<QString>("code");
        const QStringList root;
        const QStringList acknowledgement{u"acknowledgement"_s};
        const QStringList profile{u"acknowledgement"_s, u"profile"_s};
        const auto row = [](const char *name, const QStringList &path, const QJsonObject &patch, const char *code) {
            QTest::newRow(name) << path << patch << QString::fromLatin1(code);
        };
        row("an id we never sent", {u"response"_s}, {{u"requestId"_s, u"11111111-2222-4333-8444-555555555555"_s}},
            "ABDM-1015");
        row("failed", acknowledgement, {{u"status"_s, u"FAILED"_s}}, "ABDM-1006");
        row("unknown status", acknowledgement, {{u"status"_s, u"OK"_s}}, "ABDM-9999");
        row("another person", acknowledgement, {{u"abhaAddress"_s, u"rehana.khan@sbx"_s}}, "ABDM-1006");
        row("no person", acknowledgement, {{u"abhaAddress"_s, QJsonValue::Null}}, "ABDM-9999");
        row("another counter", profile, {{u"context"_s, u"OPD2"_s}}, "ABDM-1006");
        row("no counter", profile, {{u"context"_s, QJsonValue::Null}}, "ABDM-9999");
        row("number as a number", profile, {{u"tokenNumber"_s, 7}}, "ABDM-9999");
        row("empty number", profile, {{u"tokenNumber"_s, QString()}}, "ABDM-1006");
        row("expiry as a number", profile, {{u"expiry"_s, 1800}}, "ABDM-1006");
        row("expiry as a date", profile, {{u"expiry"_s, u"2026-11-21T12:00:00Z"_s}}, "ABDM-9999");
        row("expired already", profile, {{u"expiry"_s, u"0"_s}}, "ABDM-1006");
        row("no profile", acknowledgement, {{u"profile"_s, QJsonValue::Null}}, "ABDM-1006");
        row("neither token nor error", root, {{u"acknowledgement"_s, QJsonValue::Null}}, "ABDM-9999");
        row("no response", root, {{u"response"_s, QJsonValue::Null}}, "ABDM-9999");
    }
    void wrongAnswersAreRefusedAndShowNothing()
    {
        QFETCH(QStringList, path);
        QFETCH(QJsonObject, patch);
        bench->scan();
        QTEST(bench->refusalOf(operation::onShare, patched(bench->answer(), path, patch)), "code");
        QCOMPARE(bench->onPhone()[u"state"].toString(), u"waiting"_s);
        QVERIFY(bench->accepted(operation::onShare, bench->answer()));
    }

    void aSecondAnswerAndALateOneAreRefused()
    {
        bench->scan();
        QVERIFY(bench->accepted(operation::onShare, bench->answer(7)));
        // A duplicate counts as received (8.4), so the client is told so; the phone keeps the first number.
        QCOMPARE(bench->refusalOf(operation::onShare, bench->answer(8)), u"ABDM-1087"_s);
        QCOMPARE(bench->onPhone()[u"tokenNumber"].toString(), u"7"_s);
        bench->clock.advance(1min);
        bench->scan();
        bench->clock.advance(31s);
        QCOMPARE(bench->refusalOf(operation::onShare, bench->answer(9)), u"ABDM-1007"_s);
    }

    void whatIsNoFacilityQrIsNotScanned_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("qr");
        const auto asha = SandboxBench::asha().value();
        QTest::newRow("another site") << asha << u"https://example.org"_s;
        QTest::newRow("a facility nobody serves")
            << asha << u"https://phrsbx.abdm.gov.in/share-profile?hip-id=IN0710009999&counter-id=OPD1"_s;
        QTest::newRow("nobody's phone") << u"nobody.here@sbx"_s << wall;
    }
    void whatIsNoFacilityQrIsNotScanned()
    {
        QFETCH(QString, person);
        QFETCH(QString, qr);
        QVERIFY(bench->network().shares.scan(person, qr).isEmpty());
    }

    void theQueueIsAskedOnlyWithALivingToken()
    {
        const auto scan = bench->scan();
        QVERIFY(!bench->network().shares.askRunning(scan));
        QVERIFY(bench->accepted(operation::onShare, bench->answer()));
        QVERIFY(bench->network().shares.askRunning(scan));
        const auto asked = bench->callback(statusPath);
        QCOMPARE(bench->parsed<RunningTokenStatus>(asked).counter, u"OPD1"_s);
        RunningTokenOnStatus status{SandboxBench::hipId(), u"OPD2"_s, 5, 4, requestOf(asked), {}};
        QCOMPARE(bench->refusalOf(operation::runningTokenOnStatus, status.body()), u"ABDM-1065"_s);
        status.counter = u"OPD1"_s;
        QVERIFY(bench->accepted(operation::runningTokenOnStatus, status.body()));
        QCOMPARE(bench->onPhone()[u"runningNumber"].toString(), u"5"_s);
        QCOMPARE(bench->refusalOf(operation::runningTokenOnStatus, status.body()), u"ABDM-1015"_s);
        bench->clock.advance(30min);
        QVERIFY(!bench->network().shares.askRunning(scan));
    }
};

QTEST_GUILESS_MAIN(TestSharePhone)
#include "tst_share_phone.moc"
