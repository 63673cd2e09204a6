#include "abdm/calls.h"
#include "abdm/endpoint.h"
#include "samples.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;

namespace
{
const FacilityId hip(QStringLiteral("IN0710000123"));
const RequestId consentCallback(QStringLiteral("2c3d4e5f-6071-4829-93a4-b5c6d7e8f923"));
const ConsentId consent(QStringLiteral("6f1e2d3c-4b5a-4697-8899-aabbccddee24"));
const TransactionId transaction(QStringLiteral("8293a4b5-c6d7-4e8f-990a-0213243546e9"));
const RequestId dataCallback(QStringLiteral("718293a4-b5c6-4d7e-88f9-010213243d28"));

AbhaAddress asha()
{
    return *AbhaAddress::parse(u"asha.verma1990@sbx");
}

AbhaNumber ashaNumber()
{
    return *AbhaNumber::parse(u"91-1234-5678-9012");
}

UtcTime at(QStringView iso)
{
    return *UtcTime::parse(iso);
}

LinkCareContext link()
{
    return {
        ashaNumber(),
        asha(),
        QStringLiteral("UHID-000482"),
        QStringLiteral("Asha Verma"),
        {
            {CareContextRef(QStringLiteral("OP-2026-000117")), QStringLiteral("OP visit 11 Feb 2026"),
                HiType::OPConsultation},
            {CareContextRef(QStringLiteral("RX-2026-000117")), QStringLiteral("Prescription 11 Feb 2026"),
                HiType::Prescription},
        },
    };
}

HealthInformationNotify notify(bool delivered, const QString &description)
{
    return {consent, transaction, hip, at(u"2026-02-12T09:43:10.000Z"),
        {{CareContextRef(QStringLiteral("OP-2026-000117")), delivered, description}}};
}

QJsonObject without(QJsonObject object, std::initializer_list<const char *> keys)
{
    for (const auto *key : keys)
        object.remove(QString::fromLatin1(key));
    return object;
}
}

class TestCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyEqualsItsSample_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QJsonObject>("expected");
        const auto row = [](const char *name, const QJsonObject &body) {
            QTest::newRow(name) << body << test::sample(QString::fromLatin1(name));
        };
        row("bridge_url_request", SetBridgeUrl{QStringLiteral("https://bridge.example.in/abdm")}.body());
        row("hrp_services_request",
            RegisterServices{hip, QStringLiteral("Asha Hospital"), QStringLiteral("AshaHosp HIP"),
                QStringLiteral("SBXID_000001"), QStringLiteral("AshaHosp HIU")}
                .body());
        row("generate_token_request",
            GenerateToken{ashaNumber(), asha(), QStringLiteral("Asha Verma"), Gender::Female, 1990}.body());
        row("link_carecontext_request", link().body());
        row("context_notify_request",
            ContextNotify{asha(), QStringLiteral("UHID-000482"), CareContextRef(QStringLiteral("OP-2026-000117")),
                HiType::OPConsultation, at(u"2026-02-12T09:20:00.000Z"), hip}
                .body());
        row("hip_on_notify_request", ConsentOnNotify{consent, consentCallback, std::nullopt}.body());
        row("hip_on_notify_error",
            ConsentOnNotify{consent, consentCallback,
                CallError{QStringLiteral("ABDM-2500"), QStringLiteral("No mapping found for the patient")}}
                .body());
        row("hip_on_request", HealthInformationOnRequest{transaction, dataCallback, std::nullopt}.body());
        row("hip_on_request_error",
            HealthInformationOnRequest{transaction, dataCallback,
                CallError{QStringLiteral("ABDM-1061"), QStringLiteral("Consent artefact expired")}}
                .body());
        row("hip_notify_transferred", notify(true, QStringLiteral("Delivered")).body());
        row("hip_notify_failed", notify(false, QStringLiteral("Data push endpoint returned 503")).body());
        // requestId and timestamp in this body are optional (4.4) and would repeat the headers.
        QTest::newRow("sms_notify_request")
            << SmsNotify{QStringLiteral("9000000001"), QStringLiteral("Asha Hospital"), hip}.body()
            << without(test::sample(QStringLiteral("sms_notify_request")), {"requestId", "timestamp"});
    }
    void bodyEqualsItsSample()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QJsonObject, expected);
        QVERIFY(!expected.isEmpty());
        QCOMPARE(body, expected);
    }

    void abhaNumberThatIsNotKnownIsLeftOut()
    {
        auto call = link();
        call.abhaNumber.reset();
        QVERIFY(!call.body().contains(QStringLiteral("abhaNumber")));
        const GenerateToken token{std::nullopt, asha(), QStringLiteral("Asha Verma"), Gender::Female, 1990};
        QVERIFY(!token.body().contains(QStringLiteral("abhaNumber")));
    }

    void contextsOfOneTypeShareOneElementWithTheirCount()
    {
        auto call = link();
        call.contexts.append(
            {CareContextRef(QStringLiteral("RX-2026-000118")), QStringLiteral("Prescription"), HiType::Prescription});
        const auto patient = call.body().value(QStringLiteral("patient")).toArray();
        QCOMPARE(patient.size(), 2);
        QCOMPARE(patient[1][u"count"].toInt(), 2);
        QCOMPARE(patient[1][u"careContexts"].toArray().size(), 2);
    }

    void displayBecomesPlainAscii_data()
    {
        QTest::addColumn<QString>("display");
        QTest::addColumn<QString>("sent");
        QTest::newRow("unicode dash") << QStringLiteral("Rx – 11 Feb") << QStringLiteral("Rx - 11 Feb");
        QTest::newRow("hindi name") << QStringLiteral("आशा वर्मा") << QStringLiteral("UHID-000482");
        QTest::newRow("accent") << QStringLiteral("José") << QStringLiteral("Jos");
        QTest::newRow("new line") << QStringLiteral("Asha\nVerma") << QStringLiteral("AshaVerma");
        QTest::newRow("allowed marks") << QStringLiteral("A_-@,. \"':|()/1") << QStringLiteral("A_-@,. \"':|()/1");
        QTest::newRow("long") << QString(300, u'a') << QString(255, u'a');
    }
    void displayBecomesPlainAscii()
    {
        QFETCH(QString, display);
        auto call = link();
        call.patientDisplay = display;
        QTEST(call.body().value(QStringLiteral("patient"))[0][u"display"].toString(), "sent");
    }

    void serviceNameFitsTheRegistry()
    {
        const RegisterServices call{
            hip, QStringLiteral("x"), QStringLiteral("Dr. Joshi's Ayurveda Clinic"), QStringLiteral("B"), {}};
        const auto name = call.body().value(QStringLiteral("HRP"))[0][u"hipName"].toString();
        QCOMPARE(name, QStringLiteral("Dr Joshis Ayurv"));
        QCOMPARE(call.body().value(QStringLiteral("HRP")).toArray().size(), 1);
    }

    void oneFailedContextMakesTheSessionFailed()
    {
        auto call = notify(true, QStringLiteral("Delivered"));
        call.outcomes.append({CareContextRef(QStringLiteral("RX-2")), false, QStringLiteral("Not found")});
        const auto status = call.body().value(QStringLiteral("notification"))[u"statusNotification"];
        QCOMPARE(status[u"sessionStatus"].toString(), QStringLiteral("FAILED"));
        QCOMPARE(status[u"statusResponses"][0][u"hiStatus"].toString(), QStringLiteral("DELIVERED"));
        QCOMPARE(status[u"statusResponses"][1][u"hiStatus"].toString(), QStringLiteral("ERRORED"));
    }

    void bridgeServicesListingIsRead()
    {
        const auto listing = BridgeServices::parse(test::sampleBytes(QStringLiteral("bridge_services_response")));
        QVERIFY(listing);
        QCOMPARE(listing->bridgeId, QStringLiteral("SBXID_000001"));
        QCOMPARE(listing->bridgeUrl, QStringLiteral("https://bridge.example.in/abdm"));
        QCOMPARE(listing->services.size(), 1);
        QCOMPARE(listing->services[0].id, hip);
        QCOMPARE(listing->services[0].types, QStringList({QStringLiteral("HIP"), QStringLiteral("HIU")}));
        QVERIFY(listing->services[0].active);
        for (const auto *bad :
            {"{}", "[]", "", "{\"bridge\":{\"id\":\"x\"}}", "{\"bridge\":{\"id\":\"x\"},\"services\":[{}]}"}) {
            const auto refused = BridgeServices::parse(bad);
            QVERIFY2(!refused, bad);
            QCOMPARE(refused.error().code, QStringLiteral("ABDM-BRIDGE-SERVICES"));
        }
    }

    void registrationAnswerTellsSuccessFromRefusal()
    {
        const auto good = RegisterServicesAnswer::parse(test::sampleBytes(QStringLiteral("hrp_services_response")));
        QVERIFY(good && good->accepted);
        QCOMPARE(good->service, hip);
        const auto bad
            = RegisterServicesAnswer::parse(test::sampleBytes(QStringLiteral("hrp_services_error_response")));
        QVERIFY(bad && !bad->accepted && bad->alreadyAssociated);
        QCOMPARE(bad->code, QStringLiteral("2500"));
        QCOMPARE(bad->service, FacilityId(QStringLiteral("IN0710000123_1")));
        QVERIFY(!RegisterServicesAnswer::parse("[]"));
        QVERIFY(!RegisterServicesAnswer::parse("[{}]"));
    }

    void everyOperationHasAnEndpointAndAPlan_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("path");
        QTest::addColumn<qint64>("deadlineSeconds");
        QTest::addColumn<bool>("resendWhenUnknown");
        const auto row = [](QStringView name, const char *path, std::chrono::seconds deadline, bool resend) {
            QTest::newRow(name.toLatin1().constData())
                << name.toString() << QString::fromLatin1(path) << qint64(deadline.count()) << resend;
        };
        using namespace operation;
        row(bridgeUrl, "/api/hiecm/gateway/v3/bridge/url", 1h, true);
        row(bridgeServices, "/api/hiecm/gateway/v3/bridge-services", 1h, true);
        row(registerServices, "/v1/bridges/MutipleHRPAddUpdateServices", 1h, true);
        row(generateToken, "/api/hiecm/v3/token/generate-token", 7 * 24h, false);
        row(linkCareContext, "/api/hiecm/hip/v3/link/carecontext", 7 * 24h, true);
        row(contextNotify, "/api/hiecm/hip/v3/link/context/notify", 7 * 24h, true);
        row(smsNotify, "/api/hiecm/hip/v3/link/patient/links/sms/notify2", 7 * 24h, true);
        row(consentOnNotify, "/api/hiecm/consent/v3/request/hip/on-notify", 60s, true);
        row(healthInformationOnRequest, "/api/hiecm/data-flow/v3/health-information/hip/on-request", 20min, true);
        row(healthInformationNotify, "/api/hiecm/data-flow/v3/health-information/notify", 20min, true);
        row(onShare, "/api/hiecm/patient-share/v3/on-share", 30min, true);
        row(runningTokenOnStatus, "/api/hiecm/patient-share/v3/running-token/on-status", 60s, true);
        row(patientOnStatus, "/api/hiecm/hip/v3/link/patient/links/hip/on-deactivate", 7 * 24h, true);
    }
    void everyOperationHasAnEndpointAndAPlan()
    {
        QFETCH(QString, operation);
        const auto *endpoint = endpointFor(operation);
        QVERIFY(endpoint);
        QTEST(endpoint->path, "path");
        QTEST(qint64(std::chrono::duration_cast<std::chrono::seconds>(endpoint->retry.deadline).count()),
            "deadlineSeconds");
        QTEST(endpoint->retry.resendWhenUnknown, "resendWhenUnknown");
        QCOMPARE(endpoint->linkToken == LinkTokenHeader::Yes, operation == operation::linkCareContext);
        QCOMPARE(endpoint->host == Host::Registry, operation == operation::registerServices);
        const QList<std::chrono::milliseconds> usual{1s, 5s, 15s, 60s};
        const QList<std::chrono::milliseconds> timing{5s, 15s, 60s};
        QVERIFY(endpoint->retry.delays == (operation == operation::contextNotify ? timing : usual));
        const bool unrecognised = operation == operation::contextNotify || operation == operation::smsNotify;
        QCOMPARE(endpoint->retry.callbackFirst == 60s, unrecognised);
    }

    void anUnknownOperationIsNull()
    {
        QVERIFY(!endpointFor(u"link.carecontext2"));
        QVERIFY(!endpointFor(operation::pushPage));
        QVERIFY(retryPlanFor(operation::pushPage));
        QVERIFY(retryPlanFor(operation::pushPage)->deadline < 20min);
        QVERIFY(!retryPlanFor(u""));
        QCOMPARE(endpoints().size(), 16);
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
