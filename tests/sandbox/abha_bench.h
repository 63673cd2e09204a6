#pragma once

#include "abdm/once_body.h"
#include "crypto/oaep.h"
#include "sandbox/sandbox.h"
#include "support/manual_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

namespace nadi::test
{

using namespace Qt::StringLiterals;

/// An answer of the ABHA service over the wire.
struct AbhaReply
{
    int status = 0; ///< 0: the connection broke
    QByteArray type;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QJsonValue operator[](QStringView key) const { return json().value(key); }
    /// The code in whichever shape, without colon and blank.
    QString code() const
    {
        const auto first = json().isEmpty() ? array().first().toObject() : json();
        const auto error = first[u"error"].isObject() ? first[u"error"].toObject() : first;
        return error[u"code"].toString().section(u':', 0, 0);
    }
};

/// A sandbox and somebody who calls its ABHA service by hand over HTTPS. Make one per test program: the service's key
/// takes a second or two.
class AbhaBench
{
public:
    AbhaBench()
    {
        QProcessEnvironment environment;
        environment.insert(u"NADI_APP_MODE"_s, u"sandbox"_s);
        sandbox::NetworkOptions options;
        options.pacePercent = 1;
        auto started = sandbox::Sandbox::start(
            {options, directory.path(), 0, 0, {}, std::nullopt, {}}, *Settings::load({}, environment), clock, random);
        if (!started)
            qFatal("sandbox: %s", qPrintable(started.error().code));
        box = std::move(*started);
        session = *network().tokens->session(u"SBXID_000001"_s, std::chrono::hours(10'000));
    }

    sandbox::Network &network() { return box->network(); }
    sandbox::Person &person(const QString &id) { return *network().people.byId(id); }
    void plan(const QJsonObject &rule) { network().faults = sandbox::Faults({{u"rules"_s, QJsonArray{rule}}}); }

    using Headers = QList<QPair<QByteArray, QByteArray>>;
    AbhaReply call(
        const QByteArray &method, const QString &path, const QJsonObject &body = {}, const Headers &more = {})
    {
        QNetworkRequest request{QUrl(box->readyLine()[u"abha"].toString() + path)};
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(box->identity().issuerPem));
        request.setSslConfiguration(tls);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + session);
        request.setRawHeader("REQUEST-ID", network().ids->uuid().toLatin1());
        request.setRawHeader("TIMESTAMP", clock.now().toIso().toLatin1());
        for (const auto &[name, value] : more)
            request.setRawHeader(name, value);
        // A dropped POST must not be sent again behind our back.
        const auto bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        if (method != "GET")
            request.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *once = method == "GET" ? nullptr : new abdm::OnceBody(bytes, &http);
        auto *reply = once ? http.sendCustomRequest(request, method, once) : http.get(request);
        if (once)
            once->setParent(reply);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000); }();
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->rawHeader("content-type"),
            reply->readAll()};
    }
    AbhaReply post(const QString &path, const QJsonObject &body, const Headers &more = {})
    {
        return call("POST", path, body, more);
    }
    AbhaReply get(const QString &path, const Headers &more = {}) { return call("GET", path, {}, more); }
    /// The control side, as a test program outside would ask it.
    AbhaReply control(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        QNetworkRequest request{QUrl(box->readyLine()[u"control"].toString() + u"/control/"_s + path)};
        request.setRawHeader("Authorization", "Bearer " + box->ticket());
        auto *reply = http.sendCustomRequest(request, method, QJsonDocument(body).toJson());
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->rawHeader("content-type"),
            reply->readAll()};
    }
    static Headers xToken(const QString &token) { return {{"X-token", "Bearer " + token.toLatin1()}}; }

    QString seal(const QString &text)
    {
        if (!key)
            key = *crypto::OaepPublicKey::parse(
                get(u"/v3/profile/public/certificate"_s)[u"publicKey"].toString().toLatin1());
        return QString::fromLatin1(*key->seal(Secret(text.toUtf8())));
    }

    /// What the person would read on the phone.
    QString codeFor(const QString &id)
    {
        const auto messages = network().abha.messagesOf(person(id));
        return messages.isEmpty() ? QString() : messages.last().code;
    }
    QString lastCodeTo(const QString &mobile)
    {
        const auto messages = network().abha.office().codes.messagesFor(mobile, {});
        return messages.isEmpty() ? QString() : messages.last().code;
    }
    static QString otherThan(const QString &code) { return code == u"111111"_s ? u"222222"_s : u"111111"_s; }

    static QJsonArray scopes(const QString &words) { return QJsonArray::fromStringList(words.split(u' ')); }
    QJsonObject codeRequest(
        const QString &words, const QString &hint, const QString &id, const QString &system, const QString &txn = {})
    {
        return {{u"txnId"_s, txn}, {u"scope"_s, scopes(words)}, {u"loginHint"_s, hint}, {u"loginId"_s, seal(id)},
            {u"otpSystem"_s, system}};
    }
    QJsonObject verification(const QString &words, const QString &txn, const QString &code)
    {
        const QJsonObject otp{{u"txnId"_s, txn}, {u"otpValue"_s, seal(code)}};
        return {{u"scope"_s, scopes(words)},
            {u"authData"_s, QJsonObject{{u"authMethods"_s, QJsonArray{u"otp"_s}}, {u"otp"_s, otp}}}};
    }
    QJsonObject enrolment(const QString &txn, const QString &code, const QString &mobile)
    {
        const QJsonObject otp{{u"txnId"_s, txn}, {u"otpValue"_s, seal(code)}, {u"mobile"_s, mobile}};
        return {{u"authData"_s, QJsonObject{{u"authMethods"_s, QJsonArray{u"otp"_s}}, {u"otp"_s, otp}}},
            {u"consent"_s, QJsonObject{{u"code"_s, u"abha-enrollment"_s}, {u"version"_s, u"1.4"_s}}}};
    }

    /// Asks for the Aadhaar code of somebody who wants an ABHA.
    AbhaReply askEnrolment(const QString &id)
    {
        return post(u"/v3/enrollment/request/otp"_s,
            codeRequest(u"abha-enrol"_s, u"aadhaar"_s, person(id).aadhaar, u"aadhaar"_s));
    }
    AbhaReply enrol(const QString &id, const QString &mobile)
    {
        const auto asked = askEnrolment(id);
        return post(u"/v3/enrollment/enrol/byAadhaar"_s, enrolment(asked[u"txnId"].toString(), codeFor(id), mobile));
    }
    AbhaReply askLogin(const QString &words, const QString &hint, const QString &id, const QString &system)
    {
        return post(u"/v3/profile/login/request/otp"_s, codeRequest(words, hint, id, system));
    }
    AbhaReply logIn(
        const QString &words, const QString &hint, const QString &loginId, const QString &system, const QString &owner)
    {
        const auto asked = askLogin(words, hint, loginId, system);
        return post(u"/v3/profile/login/verify"_s, verification(words, asked[u"txnId"].toString(), codeFor(owner)));
    }
    static QString dashedNumber(const sandbox::Person &person)
    {
        const auto &n = person.abhaNumber;
        return n.left(2) + u'-' + n.mid(2, 4) + u'-' + n.mid(6, 4) + u'-' + n.mid(10);
    }
    AbhaReply logInByNumber(const QString &id)
    {
        return logIn(u"abha-login mobile-verify"_s, u"abha-number"_s, dashedNumber(person(id)), u"abdm"_s, id);
    }

    QTemporaryDir directory;
    ManualClock clock{SystemClock().now()};
    SystemRandom random;
    std::unique_ptr<sandbox::Sandbox> box;
    QByteArray session;
    std::optional<crypto::OaepPublicKey> key;
    QNetworkAccessManager http;
};

}
