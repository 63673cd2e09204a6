#include "abdm/callbacks.h"
#include "samples.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm;

namespace
{
QByteArray nested(int depth)
{
    return "{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
}

/// An object with exactly `count` members in all: "a" and what is in its array.
QByteArray crowded(int count)
{
    QByteArray items;
    for (int i = 1; i < count; ++i)
        items += i == 1 ? "0" : ",0";
    return "{\"a\":[" + items + "]}";
}

QByteArray long_(qsizetype bytes)
{
    return "{\"a\":\"" + QByteArray(bytes - 8, 'x') + "\"}";
}

template <class T>
T parsed(CallbackKind kind, const char *name)
{
    const auto callback = parseCallback(kind, test::sampleBytes(QString::fromLatin1(name)));
    if (!callback || !std::holds_alternative<T>(*callback)) {
        QTest::qFail(name, __FILE__, __LINE__);
        return {};
    }
    return std::get<T>(*callback);
}

UtcTime at(QStringView iso)
{
    return *UtcTime::parse(iso);
}

/// The sample with one member removed; `path` like "notification.consentDetail.hip.id".
QJsonValue cut(QJsonValue value, const QStringList &path)
{
    auto object = value.toObject();
    if (path.size() == 1)
        object.remove(path[0]);
    else
        object[path[0]] = cut(object[path[0]], path.mid(1));
    return object;
}

QByteArray jwt(const QByteArray &claims)
{
    return "eyJhbGciOiJSUzUxMiJ9." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".c2ln";
}
}

class TestCallbacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkTokenSamples()
    {
        const auto good = parsed<OnGenerateToken>(CallbackKind::OnGenerateToken, "on_generate_token_callback");
        QCOMPARE(good.abhaAddress, QStringLiteral("asha.verma1990@sbx"));
        QCOMPARE(good.linkToken, QByteArray("<JWT RS512>"));
        QVERIFY(!good.error);
        QCOMPARE(good.inReplyTo, RequestId(QStringLiteral("7d3b4a0c-1f2e-4c8e-9f1a-2b7a51f9c011")));
        const auto bad = parsed<OnGenerateToken>(CallbackKind::OnGenerateToken, "on_generate_token_error_callback");
        QVERIFY(bad.error && bad.linkToken.isEmpty());
        QCOMPARE(bad.error->code, QStringLiteral("ABDM-1207"));
        QCOMPARE(bad.error->message, QStringLiteral("Demographic details do not match"));
    }

    void linkSamples()
    {
        const auto good = parsed<OnLinkCareContext>(CallbackKind::OnLinkCareContext, "on_carecontext_callback");
        QVERIFY(good.linked());
        QCOMPARE(good.inReplyTo, RequestId(QStringLiteral("3a1f0f83-5c55-4c0c-a3c5-8f3f6f0b7a12")));
        const auto bad = parsed<OnLinkCareContext>(CallbackKind::OnLinkCareContext, "on_carecontext_error_callback");
        QVERIFY(!bad.linked());
        QCOMPARE(bad.error->code, QStringLiteral("ABDM-1037"));
    }

    void linkStatusIsReadNotCompared_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("linked");
        QTest::newRow("captured") << QStringLiteral("Successfully Linked care context") << QString() << true;
        QTest::newRow("plain") << QStringLiteral("SUCCESS") << QString() << true;
        QTest::newRow("linked") << QStringLiteral("care context linked") << QString() << true;
        QTest::newRow("failed") << QStringLiteral("Failed to link care context") << QString() << false;
        QTest::newRow("unsuccessful") << QStringLiteral("Unsuccessful") << QString() << false;
        QTest::newRow("not linked") << QStringLiteral("Care context not linked") << QString() << false;
        QTest::newRow("unknown word") << QStringLiteral("PENDING") << QString() << false;
        QTest::newRow("already linked") << QStringLiteral("Failed") << QStringLiteral("ABDM-1056") << true;
        QTest::newRow("already linked, bare code") << QStringLiteral("Failed") << QStringLiteral("1056") << true;
        QTest::newRow("success with an error") << QStringLiteral("SUCCESS") << QStringLiteral("ABDM-1038") << false;
    }
    void linkStatusIsReadNotCompared()
    {
        QFETCH(QString, code);
        QFETCH(QString, status);
        OnLinkCareContext callback{QString(), status, std::nullopt, RequestId()};
        if (!code.isEmpty())
            callback.error = CallbackError{code, QString()};
        QTEST(callback.linked(), "linked");
    }

    void acknowledgementSamples_data()
    {
        QTest::addColumn<bool>("sms");
        QTest::addColumn<bool>("acknowledged");
        QTest::addColumn<QString>("inReplyTo");
        const auto contextId = QStringLiteral("b0c2f5da-2f6e-4d3c-8e0f-5a2e1f7c3d13");
        const auto smsId = QStringLiteral("c9a8b7d6-0f1e-4d2c-9b3a-6f5e4d3c2b14");
        QTest::newRow("context_on_notify_callback") << false << true << contextId;
        QTest::newRow("context_on_notify_error_callback") << false << false << contextId;
        QTest::newRow("sms_on_notify_callback_a") << true << true << smsId;
        QTest::newRow("sms_on_notify_callback_b") << true << true << smsId;
    }
    void acknowledgementSamples()
    {
        QFETCH(bool, sms);
        const auto kind = sms ? CallbackKind::OnSmsNotify : CallbackKind::OnContextNotify;
        const auto callback = parsed<OnNotify>(kind, QTest::currentDataTag());
        QTEST(callback.acknowledged, "acknowledged");
        QTEST(callback.inReplyTo.value(), "inReplyTo");
        QCOMPARE(callback.error.has_value(), !callback.acknowledged);
    }

    void consentSamples()
    {
        const auto granted = parsed<ConsentNotify>(CallbackKind::ConsentNotify, "hip_consent_notify_granted");
        QCOMPARE(granted.status, ConsentStatus::Granted);
        QVERIFY(granted.artefact);
        const auto &artefact = *granted.artefact;
        QCOMPARE(artefact.id, granted.consent);
        QCOMPARE(artefact.hip, FacilityId(QStringLiteral("IN0710000123")));
        QCOMPARE(artefact.patientAddress, QStringLiteral("asha.verma1990@sbx"));
        QCOMPARE(artefact.careContexts,
            QList<CareContextRef>(
                {CareContextRef(QStringLiteral("OP-2026-000117")), CareContextRef(QStringLiteral("RX-2026-000117"))}));
        QCOMPARE(artefact.hiTypes, QStringList({QStringLiteral("OPConsultation"), QStringLiteral("Prescription")}));
        QCOMPARE(artefact.purposeCode, QStringLiteral("CAREMGT"));
        QCOMPARE(artefact.from, at(u"2025-08-01T00:00:00.000Z"));
        QCOMPARE(artefact.to, at(u"2026-02-12T00:00:00.000Z"));
        QCOMPARE(artefact.dataEraseAt, at(u"2026-03-12T00:00:00.000Z"));
        QCOMPARE(artefact.createdAt, at(u"2026-02-12T09:41:07.512Z"));
        QCOMPARE(artefact.frequencyUnit, QStringLiteral("HOUR"));
        QCOMPARE(artefact.frequencyValue, 1);
        QCOMPARE(artefact.frequencyRepeats, 0);
    }

    void automaticConsentHasNumbersAsTextAndNoRequester()
    {
        const auto automatic = parsed<ConsentNotify>(CallbackKind::ConsentNotify, "hip_consent_notify_auto_patrqt");
        QVERIFY(automatic.artefact);
        QCOMPARE(automatic.artefact->purposeCode, QStringLiteral("PATRQT"));
        QCOMPARE(automatic.artefact->frequencyValue, 0);
        QCOMPARE(automatic.artefact->frequencyRepeats, 2);
    }

    void revocationNeedsNoDetail()
    {
        const auto revoked = parsed<ConsentNotify>(CallbackKind::ConsentNotify, "hip_consent_notify_revoked");
        QCOMPARE(revoked.status, ConsentStatus::Revoked);
        QVERIFY(!revoked.artefact);
        QCOMPARE(revoked.consent, ConsentId(QStringLiteral("6f1e2d3c-4b5a-4697-8899-aabbccddee24")));
    }

    void dataRequestSample()
    {
        const auto request
            = parsed<HealthInformationRequest>(CallbackKind::HealthInformationRequest, "hip_hi_request_callback");
        QCOMPARE(request.transaction, TransactionId(QStringLiteral("8293a4b5-c6d7-4e8f-990a-0213243546e9")));
        QCOMPARE(request.consent, ConsentId(QStringLiteral("6f1e2d3c-4b5a-4697-8899-aabbccddee24")));
        QVERIFY(request.dataPushUrl.startsWith(QStringLiteral("https://bridge.lotus.example.in/")));
        QCOMPARE(request.from, at(u"2025-08-01T00:00:00.000Z"));
        QCOMPARE(request.keyExpiry, at(u"2026-02-13T09:42:00.000Z"));
        QCOMPARE(request.curve, QStringLiteral("Curve25519"));
        QCOMPARE(request.nonce, QByteArray("e2+rSoAa6pqXuAXj+AVWgr1fXbZKJ6u52qyJHZbpQB4="));
        QVERIFY(request.keyValue.startsWith("BB6C55RT"));
    }

    void oddKeyExpiryIsUnsetNotAnError()
    {
        auto body = test::sampleBytes(QStringLiteral("hip_hi_request_callback"));
        body.replace("2026-02-13T09:42:00.000Z", "13-02-2026 09:42");
        const auto callback = parseCallback(CallbackKind::HealthInformationRequest, body);
        QVERIFY(callback);
        QVERIFY(!std::get<HealthInformationRequest>(*callback).keyExpiry.isSet());
    }

    void everyNeededMemberIsAskedFor_data()
    {
        QTest::addColumn<CallbackKind>("kind");
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("member");
        const auto row = [](CallbackKind kind, const char *sample, const char *member) {
            QTest::addRow("%s without %s", sample, member)
                << kind << QString::fromLatin1(sample) << QString::fromLatin1(member);
        };
        using enum CallbackKind;
        row(OnGenerateToken, "on_generate_token_callback", "linkToken");
        row(OnGenerateToken, "on_generate_token_callback", "response.requestId");
        row(OnLinkCareContext, "on_carecontext_callback", "status");
        row(OnLinkCareContext, "on_carecontext_callback", "response.requestId");
        row(OnContextNotify, "context_on_notify_callback", "response.requestId");
        for (const auto *member : {"status", "consentId", "consentDetail", "consentDetail.consentId",
                 "consentDetail.patient.id", "consentDetail.hip.id", "consentDetail.careContexts",
                 "consentDetail.hiTypes", "consentDetail.purpose.code", "consentDetail.permission.dateRange.from",
                 "consentDetail.permission.dateRange.to", "consentDetail.permission.dataEraseAt"})
            row(ConsentNotify, "hip_consent_notify_granted", QByteArray("notification.").append(member).constData());
        for (const auto *member :
            {"transactionId", "hiRequest.consent.id", "hiRequest.dateRange.from", "hiRequest.dateRange.to",
                "hiRequest.dataPushUrl", "hiRequest.keyMaterial.nonce", "hiRequest.keyMaterial.dhPublicKey.keyValue"})
            row(HealthInformationRequest, "hip_hi_request_callback", member);
    }
    void everyNeededMemberIsAskedFor()
    {
        QFETCH(CallbackKind, kind);
        QFETCH(QString, sample);
        QFETCH(QString, member);
        const auto body = QJsonDocument(cut(test::sample(sample), member.split(u'.')).toObject()).toJson();
        const auto callback = parseCallback(kind, body);
        QVERIFY(!callback);
        QCOMPARE(callback.error().code, QStringLiteral("CB-MISSING"));
        QCOMPARE(callback.error().detail, member);
    }

    void wrongValuesAreRefused_data()
    {
        QTest::addColumn<CallbackKind>("kind");
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("instead");
        const auto consent = QStringLiteral("hip_consent_notify_granted");
        const auto data = QStringLiteral("hip_hi_request_callback");
        QTest::newRow("unknown status") << CallbackKind::ConsentNotify << consent << QByteArray("\"GRANTED\"")
                                        << QByteArray("\"ALLOWED\"");
        QTest::newRow("status is a number")
            << CallbackKind::ConsentNotify << consent << QByteArray("\"GRANTED\"") << QByteArray("1");
        QTest::newRow("another consent inside") << CallbackKind::ConsentNotify << consent
                                                << QByteArray("\"schemaVersion\": \"v3\",\n      \"consentId\": \"6f")
                                                << QByteArray("\"schemaVersion\": \"v3\",\n      \"consentId\": \"7f");
        QTest::newRow("date in words") << CallbackKind::ConsentNotify << consent
                                       << QByteArray("2026-03-12T00:00:00.000Z") << QByteArray("never");
        QTest::newRow("push url is an object")
            << CallbackKind::HealthInformationRequest << data
            << QByteArray("\"https://bridge.lotus.example.in/abdm/hiu/data/6f1e2d3c-4b5a-4697-8899-aabbccddee24\"")
            << QByteArray("{}");
    }
    void wrongValuesAreRefused()
    {
        QFETCH(CallbackKind, kind);
        QFETCH(QString, sample);
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, instead);
        auto body = test::sampleBytes(sample);
        QVERIFY(body.contains(written));
        body.replace(written, instead);
        const auto callback = parseCallback(kind, body);
        QVERIFY(!callback);
        QCOMPARE(callback.error().code, QStringLiteral("CB-VALUE"));
    }

    void limitsHoldBeforeParsing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("depth 32") << nested(32) << QString();
        QTest::newRow("depth 33") << nested(33) << QStringLiteral("CB-LIMIT");
        QTest::newRow("a million brackets") << QByteArray(1'000'000, '[') << QStringLiteral("CB-LIMIT");
        QTest::newRow("10,000 members") << crowded(10'000) << QString();
        QTest::newRow("10,001 members") << crowded(10'001) << QStringLiteral("CB-LIMIT");
        QTest::newRow("1 MB") << long_(1024 * 1024) << QString();
        QTest::newRow("1 MB and a byte") << long_(1024 * 1024 + 1) << QStringLiteral("CB-LIMIT");
        QTest::newRow("brackets inside text do not count")
            << QByteArray("{\"a\":\"" + QByteArray(5000, '[') + "\"}") << QString();
        QTest::newRow("escaped quote before brackets")
            << QByteArray("{\"a\":\"\\\"" + QByteArray(5000, '{') + "\"}") << QString();
        QTest::newRow("cut off") << QByteArray("{\"a\":1") << QStringLiteral("CB-JSON");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("CB-JSON");
        QTest::newRow("array") << QByteArray("[1]") << QStringLiteral("CB-JSON");
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << QStringLiteral("CB-JSON");
        QTest::newRow("two documents") << QByteArray("{} {}") << QStringLiteral("CB-JSON");
    }
    void limitsHoldBeforeParsing()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto callback = parseCallback(CallbackKind::Unserved, body);
        QCOMPARE(callback ? QString() : callback.error().code, code);
    }

    void theEndOfAnAbhaIsRead_data()
    {
        QTest::addColumn<QByteArray>("notification");
        QTest::addColumn<QString>("read"); // "status address number", or the error
        const auto row = [](const char *name, const char *notification, const char *read) {
            QTest::newRow(name) << QByteArray(notification) << QString::fromLatin1(read);
        };
        row("sample", "{'status':'DEACTIVATED','abhaAddress':'asha.verma1990@sbx'}", "1 asha.verma1990@sbx ");
        row("deleted, in small letters, with number",
            "{'status':'deleted','abhaAddress':'Asha@sbx','abhaNumber':'91-1111-2222-3333'}",
            "2 asha@sbx 91111122223333");
        row("active", "{'status':'ACTIVE','abhaAddress':'asha@sbx','abhaNumber':null}", "0 asha@sbx ");
        row("number as a number", "{'status':'DELETED','abhaNumber':91111122223333}", "2  91111122223333");
        row("no status", "{'abhaAddress':'asha@sbx'}", "CB-MISSING");
        row("another status", "{'status':'PAUSED','abhaAddress':'asha@sbx'}", "CB-VALUE");
        row("nobody", "{'status':'DELETED'}", "CB-MISSING");
        row("an address that is none", "{'status':'DELETED','abhaAddress':'<b>'}", "CB-MISSING");
    }
    void theEndOfAnAbhaIsRead()
    {
        QFETCH(QByteArray, notification);
        const auto body = "{'notification':" + notification + '}';
        const auto callback = parseCallback(CallbackKind::PatientStatus, QByteArray(body).replace('\'', '"'));
        if (!callback) {
            QTEST(callback.error().code, "read");
            return;
        }
        const auto status = std::get<PatientStatus>(*callback);
        QTEST(QStringLiteral("%1 %2 %3").arg(int(status.status)).arg(status.abhaAddress, status.abhaNumber), "read");
    }

    void documentedPathsAreKnown_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<std::optional<CallbackKind>>("kind");
        const auto row = [](const char *path, std::optional<CallbackKind> kind) {
            QTest::newRow(path) << QString::fromLatin1(path) << kind;
        };
        using enum CallbackKind;
        row("/api/v3/hip/token/on-generate-token", OnGenerateToken);
        row("/api/v3/hip/token/on-generate-token/", OnGenerateToken);
        row("/api/v3/link/on_carecontext", OnLinkCareContext);
        row("/api/v3/links/on_carecontext", OnLinkCareContext);
        row("/api/v3/links/context/on-notify", OnContextNotify);
        row("/api/v3/link/context/on-notify", OnContextNotify);
        row("/api/v3/patients/sms/on-notify", OnSmsNotify);
        row("/api/v3/consent/request/hip/notify", ConsentNotify);
        row("/api/v3/hip/health-information/request", HealthInformationRequest);
        row("/api/v3/hip/health-information/request/", HealthInformationRequest);
        row("/api/v3/hip/patient/share", PatientShare);
        row("/api/v3/hip/patient/running-token/status", RunningTokenStatus);
        row("/api/v3/hip/patient/care-context/discover", CallbackKind::Discover);
        row("/api/v3/hip/link/care-context/init", CallbackKind::LinkInit);
        row("/api/v3/hip/link/care-context/confirm", CallbackKind::LinkConfirm);
        row("/api/v3/patients/status/notify", CallbackKind::PatientStatus);
        row("/api/v3/patient/status/notify", CallbackKind::PatientStatus);
        row("/api/v3/hiu/consent/on-fetch", Unserved);
        row("/api/v3/hiu/consents/on-fetch", Unserved);
        row("/", std::nullopt);
        row("", std::nullopt);
        row("/api/v3/hip/health-information/request//", std::nullopt);
        row("/api/v3/hip/../hip/patient/share", std::nullopt);
        row("/API/V3/HIP/PATIENT/SHARE", std::nullopt);
        row("/admin", std::nullopt);
    }
    void documentedPathsAreKnown()
    {
        QFETCH(QString, path);
        QFETCH(std::optional<CallbackKind>, kind);
        QVERIFY(callbackKind(path) == kind);
    }

    void facilityIsFoundWhereThePathDocumentsIt()
    {
        const auto facility = [](CallbackKind kind, const char *name) {
            const auto found = facilityInBody(kind, test::sampleBytes(QString::fromLatin1(name)));
            return found && *found ? (*found)->value() : QString();
        };
        const auto hip = QStringLiteral("IN0710000123");
        QCOMPARE(facility(CallbackKind::ConsentNotify, "hip_consent_notify_granted"), hip);
        QCOMPARE(facility(CallbackKind::PatientShare, "patient_share_callback"), hip);
        QCOMPARE(facility(CallbackKind::RunningTokenStatus, "running_token_callback"), hip);
        QCOMPARE(facility(CallbackKind::ConsentNotify, "hip_consent_notify_revoked"), QString());
        QCOMPARE(facility(CallbackKind::HealthInformationRequest, "hip_hi_request_callback"), QString());
        QCOMPARE(facilityInBody(CallbackKind::ConsentNotify, nested(40)).error().code, QStringLiteral("CB-LIMIT"));
    }

    void linkTokenExpiryIsRead_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("sample claims") << jwt(test::sampleBytes(QStringLiteral("link_token_claims")))
                                       << qint64(1786656000);
        QTest::newRow("no exp") << jwt("{}") << qint64(0);
        QTest::newRow("exp as text") << jwt("{\"exp\":\"1786656000\"}") << qint64(0);
        QTest::newRow("negative") << jwt("{\"exp\":-5}") << qint64(0);
        QTest::newRow("beyond the calendar") << jwt("{\"exp\":1e300}") << qint64(0);
        QTest::newRow("two parts") << QByteArray("a.b") << qint64(0);
        QTest::newRow("not base64") << QByteArray("a.%%%.c") << qint64(0);
        QTest::newRow("empty") << QByteArray() << qint64(0);
        QTest::newRow("huge") << jwt(QByteArray(20'000, ' ')) << qint64(0);
    }
    void linkTokenExpiryIsRead()
    {
        QFETCH(QByteArray, token);
        const auto expiry = linkTokenExpiry(token);
        QTEST(expiry ? expiry->ms() / 1000 : 0, "seconds");
        if (!expiry)
            QCOMPARE(expiry.error().code, QStringLiteral("CB-LINK-TOKEN"));
    }
};

QTEST_GUILESS_MAIN(TestCallbacks)
#include "tst_callbacks.moc"
