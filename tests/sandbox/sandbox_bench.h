#pragma once

#include "abdm/callbacks.h"
#include "abdm/calls.h"
#include "abdm/gateway.h"
#include "crypto/digest.h"
#include "sandbox/sandbox.h"
#include "support/manual_clock.h"
#include "support/tls_peer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace nadi::test
{

using namespace Qt::StringLiterals;

/// A sandbox at fifty times the real pace, a bridge's callback listener made by hand, and the product's own gateway
/// client.
class SandboxBench
{
public:
    explicit SandboxBench(sandbox::NetworkOptions options = {})
    {
        options.pacePercent = 2;
        const auto environment = [] {
            QProcessEnvironment out;
            out.insert(u"NADI_APP_MODE"_s, u"sandbox"_s);
            return out;
        }();
        const auto settings = Settings::load({}, environment);
        auto started = sandbox::Sandbox::start(
            {options, directory.path(), 0, 0, {}, std::nullopt, stateFile()}, *settings, clock, random);
        if (!started)
            qFatal("sandbox: %s", qPrintable(started.error().code));
        box = std::move(*started);
        listener = std::make_unique<TlsPeer>(
            box->identity().certificatePem, box->identity().keyPem, [this](const PeerRequest &request) {
                if (onCallback)
                    onCallback(request);
                return PeerReply{callbackStatus, {}, {}, PeerReply::Fate::Answer};
            });
        abdm::GatewayConfig config;
        const auto ready = box->readyLine();
        config.baseUrl = QUrl(ready[u"gateway"].toString());
        config.registryUrl = QUrl(ready[u"registry"].toString());
        config.cmId = u"sbx"_s;
        config.clientId = ready[u"clientId"].toString();
        QFile secret(ready[u"clientSecretFile"].toString());
        if (secret.open(QIODevice::ReadOnly))
            config.clientSecret = Secret(secret.readAll());
        config.caPem = box->identity().issuerPem;
        gateway = std::make_unique<abdm::Gateway>(config, clock, ids);
    }

    QString stateFile() const { return directory.filePath(u"state.json"_s); }
    sandbox::Network &network() { return box->network(); }
    int effect(const QString &key) { return network().memory.effects()[key].toInt(); }

    abdm::CallAnswer call(
        QStringView operation, const QJsonObject &body, const QString &linkToken = {}, const FacilityId &hip = hipId())
    {
        auto future
            = gateway->send({operation.toString(), hip, ids.next<RequestId>(), body, Secret(linkToken.toLatin1())});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
        return future.isFinished() ? future.result() : abdm::CallAnswer();
    }
    bool accepted(QStringView operation, const QJsonObject &body, const QString &linkToken = {})
    {
        const auto answer = call(operation, body, linkToken);
        if (answer.outcome != abdm::CallOutcome::Accepted)
            qWarning() << operation << answer.refusal.httpStatus << answer.refusal.code << answer.refusal.message;
        return answer.outcome == abdm::CallOutcome::Accepted;
    }

    /// The nth callback on this path, waited for.
    PeerRequest callback(const QByteArray &path, int nth = 0)
    {
        const auto matching = [&] {
            QList<PeerRequest> out;
            for (const auto &request : listener->requests())
                if (request.path == path)
                    out.append(request);
            return out;
        };
        [&] { QTRY_VERIFY2_WITH_TIMEOUT(matching().size() > nth, path.constData(), 20'000); }();
        return matching().value(nth);
    }
    template <class T>
    T parsed(const PeerRequest &request)
    {
        const auto kind = abdm::callbackKind(QString::fromLatin1(request.path));
        const auto parsed = kind ? abdm::parseCallback(*kind, request.body) : fail(ErrorKind::Internal, u"PATH"_s);
        if (!parsed || !std::holds_alternative<T>(*parsed)) {
            QTest::qFail((request.path + ' ' + request.body).constData(), __FILE__, __LINE__);
            return {};
        }
        return std::get<T>(*parsed);
    }

    static FacilityId hipId() { return FacilityId(u"IN0710000123"_s); }
    static AbhaAddress asha() { return *AbhaAddress::parse(u"asha.kulkarni@sbx"); }
    static abdm::GenerateToken tokenCall() { return {std::nullopt, asha(), u"Asha Kulkarni"_s, Gender::Female, 1980}; }
    static abdm::LinkCareContext linkCall(const QString &context = u"RX-2026-000117"_s)
    {
        return {std::nullopt, asha(), u"KR-20418"_s, u"Asha Kulkarni"_s,
            {{CareContextRef(context), u"Prescription 20 Nov 2026"_s, HiType::Prescription}}};
    }

    void setUpBridge()
    {
        QVERIFY(accepted(abdm::operation::bridgeUrl, abdm::SetBridgeUrl{listener->url().toString()}.body()));
        const abdm::RegisterServices services{hipId(), u"Nadi Clinic Pune"_s, u"Nadi Clinic"_s, u"SBXID_000001"_s, {}};
        QVERIFY(accepted(abdm::operation::registerServices, services.body()));
    }
    QString linkToken()
    {
        if (!accepted(abdm::operation::generateToken, tokenCall().body()))
            return {};
        return QString::fromLatin1(
            parsed<abdm::OnGenerateToken>(callback("/api/v3/hip/token/on-generate-token")).linkToken);
    }

    QTemporaryDir directory;
    ManualClock clock{SystemClock().now()};
    SystemRandom random;
    RandomIdSource ids{random};
    std::unique_ptr<sandbox::Sandbox> box;
    std::unique_ptr<TlsPeer> listener;
    std::unique_ptr<abdm::Gateway> gateway;
    std::function<void(const PeerRequest &)> onCallback;
    int callbackStatus = 202;
};

/// One page as a HIP builds it.
inline QJsonObject pushPage(
    const abdm::HealthInformationRequest &request, const QByteArray &bundle, const QString &careContext, Random &random)
{
    const auto sender = crypto::KeyPair::generate(random);
    const auto requester = crypto::PublicKey::parse(request.keyValue);
    const auto content = crypto::encrypt(bundle, *sender, *requester, QByteArray::fromBase64(request.nonce));
    const QJsonObject key{{u"expiry"_s, u"2126-01-01T00:00:00.000Z"_s},
        {u"parameters"_s, u"Curve25519/32byte random key"_s},
        {u"keyValue"_s, QString::fromLatin1(sender->publicKey().encode(crypto::KeyForm::X509))}};
    const QJsonObject material{{u"cryptoAlg"_s, u"ECDH"_s}, {u"curve"_s, u"Curve25519"_s}, {u"dhPublicKey"_s, key},
        {u"nonce"_s, QString::fromLatin1(sender->nonce().toBase64())}};
    const QJsonObject entry{{u"content"_s, QString::fromLatin1(*content)}, {u"media"_s, u"application/fhir+json"_s},
        {u"checksum"_s, QString::fromLatin1(crypto::md5(bundle).toBase64())}, {u"careContextReference"_s, careContext}};
    return {{u"pageNumber"_s, 0}, {u"pageCount"_s, 1}, {u"transactionId"_s, request.transaction.value()},
        {u"entries"_s, QJsonArray{entry}}, {u"keyMaterial"_s, material}};
}

}
