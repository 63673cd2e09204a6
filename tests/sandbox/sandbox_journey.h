#pragma once

#include "sandbox_bench.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

namespace nadi::test
{

namespace op = abdm::operation;

namespace callback_path
{
inline const QByteArray token = "/api/v3/hip/token/on-generate-token";
inline const QByteArray linked = "/api/v3/link/on_carecontext";
inline const QByteArray consent = "/api/v3/consent/request/hip/notify";
inline const QByteArray data = "/api/v3/hip/health-information/request";
}

/// A small document that a phone can show.
inline const QByteArray smallBundle = "{\"resourceType\":\"Bundle\",\"type\":\"document\",\"entry\":["
                                      "{\"resource\":{\"resourceType\":\"Composition\",\"title\":\"Prescription\"}},"
                                      "{\"resource\":{\"resourceType\":\"Binary\",\"contentType\":\"application/pdf\","
                                      "\"data\":\"JVBERi0=\"}}]}";

/// The bench, and the steps that conversations share.
class Journey : public SandboxBench
{
public:
    using SandboxBench::SandboxBench;

    struct Reply
    {
        int status = 0;
        QByteArray body;
    };
    Reply finish(QNetworkReply *reply)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }
    Reply push(const QString &url, const QJsonObject &body)
    {
        QNetworkRequest request{QUrl(url)};
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(box->identity().issuerPem));
        request.setSslConfiguration(tls);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return finish(http.post(request, QJsonDocument(body).toJson()));
    }
    Reply control(const QString &path, const QByteArray &ticket, const QByteArray &body = {})
    {
        QNetworkRequest request{QUrl(box->readyLine()[u"control"].toString() + path)};
        request.setRawHeader("Authorization", "Bearer " + ticket);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return finish(body.isEmpty() ? http.get(request) : http.post(request, body));
    }

    /// Links one prescription; returns the REQUEST-ID of the consent callback with the consent.
    std::pair<PeerRequest, abdm::ConsentNotify> linkAndAwaitConsent()
    {
        const auto token = linkToken();
        if (!accepted(op::linkCareContext, linkCall().body(), token))
            return {};
        const auto request = callback(callback_path::consent);
        return {request, parsed<abdm::ConsentNotify>(request)};
    }
    abdm::HealthInformationRequest awaitDataRequest()
    {
        const auto [request, consent] = linkAndAwaitConsent();
        const abdm::ConsentOnNotify ok{
            consent.consent, RequestId(QString::fromLatin1(request.headers["request-id"])), std::nullopt};
        if (!accepted(op::consentOnNotify, ok.body()))
            return {};
        const auto data = callback(callback_path::data);
        const auto asked = parsed<abdm::HealthInformationRequest>(data);
        const abdm::HealthInformationOnRequest yes{
            asked.transaction, RequestId(QString::fromLatin1(data.headers["request-id"])), std::nullopt};
        return accepted(op::healthInformationOnRequest, yes.body()) ? asked : abdm::HealthInformationRequest();
    }

    QNetworkAccessManager http;
};

}
