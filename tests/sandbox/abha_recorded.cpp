#include "abha_recorded.h"

#include <QDir>

namespace nadi::test
{
using namespace std::chrono_literals;

namespace
{
const auto owner = u"asha"_s;
const auto freeMobile = u"9000017777"_s;

QString pathOf(QString url)
{
    url.replace(u"{{web_url}}"_s, u"/v3/phr/web/"_s);
    const auto at = url.indexOf(u"/abha/api"_s);
    return at < 0 ? url : url.mid(at + 9);
}

QString hintOf(const Recorded &example)
{
    if (example.folder.contains(u"FIND ABHA"_s))
        return u"index"_s;
    if (example.scopes().contains(u"retrieval"_s) || example.folder.contains(u"Verify Via Mobile"_s)
        || example.folder.contains(u"Forgot ABHA via Mobile"_s))
        return u"mobile"_s;
    const bool byAadhaar
        = example.folder.contains(u"via Aadhaar"_s, Qt::CaseInsensitive) && !example.folder.contains(u"ABHA Number"_s);
    return byAadhaar && !example.folder.contains(u"Reactivate"_s) ? u"aadhaar"_s : u"abha-number"_s;
}

/// What the person identifies with, by hint.
QString identifier(AbhaBench &bench, const QString &hint, const QString &id)
{
    auto &person = bench.person(id);
    if (hint == u"aadhaar"_s)
        return person.aadhaar;
    if (hint == u"mobile"_s)
        return person.mobile;
    if (hint == u"abha-address"_s)
        return person.abhaAddress;
    if (hint == u"email"_s)
        return u"somebody@example.in"_s;
    return hint == u"index"_s ? u"1"_s : hint == u"password"_s ? u"New@Pass2026"_s : AbhaBench::dashedNumber(person);
}

QString systemOf(const QString &scopes)
{
    return scopes.contains(u"aadhaar"_s) || scopes.contains(u"re-kyc"_s) ? u"aadhaar"_s : u"abdm"_s;
}

QString searched(AbhaBench &bench)
{
    return bench
        .post(u"/v3/profile/account/abha/search"_s,
            {{u"scope"_s, QJsonArray{u"search-abha"_s}}, {u"mobile"_s, bench.seal(bench.person(owner).mobile)}})
        .array()
        .first()[u"txnId"]
        .toString();
}

AbhaBench::Headers userToken(AbhaBench &bench)
{
    return AbhaBench::xToken(bench.logInByNumber(owner)[u"token"].toString());
}

AbhaBench::Headers webToken(AbhaBench &bench)
{
    const auto words = u"abha-address-login mobile-verify"_s;
    const auto asked = bench.post(u"/v3/phr/web/login/abha/request/otp"_s,
        bench.codeRequest(words, u"abha-address"_s, bench.person(owner).abhaAddress, u"abdm"_s));
    const auto in = bench.post(u"/v3/phr/web/login/abha/verify"_s,
        bench.verification(words, asked[u"txnId"].toString(), bench.codeFor(owner)));
    return AbhaBench::xToken(in[u"tokens"][u"token"].toString());
}

/// Whose enrolment number a mobile retrieves: somebody who came with a driving licence.
void makeLicenceHolder(AbhaBench &bench, const QString &mobile)
{
    sandbox::Person holder;
    holder.id = u"holder-"_s + mobile;
    if (bench.network().people.byId(holder.id))
        return;
    holder.name = u"Arjun Das"_s;
    holder.gender = u"M"_s;
    holder.birth = u"1989-06-20"_s;
    holder.yearOfBirth = 1989;
    holder.abhaNumber = u"91204791866302"_s;
    holder.abhaAddress = u"91204791866302@sbx"_s;
    holder.abhaAddresses = {holder.abhaAddress};
    holder.mobile = mobile;
    holder.verificationType = u"DRIVING_LICENCE"_s;
    bench.network().people.add(holder);
}

QJsonObject passwordData(AbhaBench &bench, const Recorded &example)
{
    auto &person = bench.person(owner);
    person.password = u"Old@Pass2026"_s;
    auto given = example.body[u"authData"][u"password"].toObject();
    for (const auto &key : given.keys())
        given[key] = key == u"ABHANumber"_s                          ? AbhaBench::dashedNumber(person)
            : key == u"newPassword"_s || key == u"confirmPassword"_s ? bench.seal(u"New@Pass2026"_s)
                                                                     : bench.seal(person.password);
    return {{u"authMethods"_s, QJsonArray{u"password"_s}}, {u"password"_s, given}};
}

/// The body of a verifying call after `asked` has been answered.
void fillVerification(AbhaBench &bench, Request &out, const AbhaReply &asked, const QString &code)
{
    const auto filled = bench.verification({}, asked[u"txnId"].toString(), code);
    out.body[u"authData"_s] = filled[u"authData"];
}

void enrolmentRequest(AbhaBench &bench, const Recorded &example, Request &out)
{
    const auto scopes = example.scopes();
    const auto hint = example.body[u"loginHint"].toString();
    out.body[u"loginId"_s] = bench.seal(hint == u"mobile"_s ? freeMobile : identifier(bench, hint, owner));
    out.body[u"txnId"_s] = scopes == u"abha-enrol mobile-verify"_s
        ? bench.enrol(owner, bench.person(owner).mobile)[u"txnId"]
        : QJsonValue(QString());
}

void enrolling(AbhaBench &bench, Request &out)
{
    const auto txn = bench.askEnrolment(owner)[u"txnId"].toString();
    out.body = bench.enrolment(txn, bench.codeFor(owner), freeMobile);
}

void byAbdm(AbhaBench &bench, const Recorded &example, Request &out)
{
    auto body = bench.codeRequest(example.scopes(), u"mobile"_s, freeMobile, u"abdm"_s);
    if (!example.scopes().contains(u"dl-flow"_s))
        body[u"txnId"_s] = bench.enrol(owner, bench.person(owner).mobile)[u"txnId"];
    const auto asked = bench.post(u"/v3/enrollment/request/otp"_s, body);
    fillVerification(bench, out, asked, bench.lastCodeTo(freeMobile));
}

void byDocument(AbhaBench &bench, Request &out)
{
    const auto words = u"abha-enrol mobile-verify dl-flow"_s;
    const auto asked
        = bench.post(u"/v3/enrollment/request/otp"_s, bench.codeRequest(words, u"mobile"_s, freeMobile, u"abdm"_s));
    const auto verified = bench.post(u"/v3/enrollment/auth/byAbdm"_s,
        bench.verification(words, asked[u"txnId"].toString(), bench.lastCodeTo(freeMobile)));
    const QJsonObject details{{u"txnId"_s, verified[u"txnId"]}, {u"documentId"_s, u"MH1220100054321"_s},
        {u"firstName"_s, u"Arjun"_s}, {u"middleName"_s, QString()}, {u"lastName"_s, u"Das"_s},
        {u"dob"_s, u"1989-06-20"_s}, {u"gender"_s, u"M"_s}, {u"pinCode"_s, u"441614"_s}};
    for (auto it = details.begin(); it != details.end(); ++it)
        out.body[it.key()] = it.value();
}

void loginRequest(AbhaBench &bench, const Recorded &example, Request &out)
{
    const auto hint = example.body[u"loginHint"].toString();
    if (example.scopes().contains(u"re-activate"_s))
        bench.person(owner).active = false;
    if (example.scopes().contains(u"retrieval"_s))
        makeLicenceHolder(bench, bench.person(owner).mobile);
    out.body[u"loginId"_s] = bench.seal(identifier(bench, hint, owner));
    if (hint == u"index"_s)
        out.body[u"txnId"_s] = searched(bench);
}

void loginVerify(AbhaBench &bench, const Recorded &example, Request &out)
{
    if (example.scopes().contains(u"re-activate"_s))
        bench.person(owner).active = false;
    if (example.authMethod() == u"password"_s) {
        out.body[u"authData"_s] = passwordData(bench, example);
        return;
    }
    const auto hint = hintOf(example);
    if (example.scopes().contains(u"retrieval"_s))
        makeLicenceHolder(bench, bench.person(owner).mobile);
    const auto words = hint == u"index"_s ? u"abha-login search-abha mobile-verify"_s : example.scopes();
    const auto asked = bench.post(u"/v3/profile/login/request/otp"_s,
        bench.codeRequest(words, hint, identifier(bench, hint, owner), systemOf(words),
            hint == u"index"_s ? searched(bench) : QString()));
    fillVerification(bench, out, asked, bench.codeFor(owner));
}

void chooseUser(AbhaBench &bench, Request &out)
{
    const auto in
        = bench.logIn(u"abha-login mobile-verify"_s, u"mobile"_s, bench.person(owner).mobile, u"abdm"_s, owner);
    out.body = {{u"ABHANumber"_s, AbhaBench::dashedNumber(bench.person(owner))}, {u"txnId"_s, in[u"txnId"]}};
    out.headers = {{"T-token", "Bearer " + in[u"token"].toString().toLatin1()}};
}

void profileVerify(AbhaBench &bench, const Recorded &example, Request &out)
{
    out.headers = userToken(bench);
    if (example.authMethod() == u"password"_s) {
        out.body[u"authData"_s] = passwordData(bench, example);
        return;
    }
    static const QHash<QString, QString> hints{
        {u"mobile-verify"_s, u"mobile"_s}, {u"email-verify"_s, u"email"_s}, {u"change-password"_s, u"password"_s}};
    const auto words = example.scopes();
    const auto hint = hints.value(words.section(u' ', 1), u"abha-number"_s);
    const auto value = hint == u"mobile"_s ? freeMobile : identifier(bench, hint, owner);
    const bool aadhaar
        = words.contains(u"re-kyc"_s) || example.folder.contains(u"Aadhaar OTP"_s) || example.status == 422;
    const auto asked = bench.post(u"/v3/profile/account/request/otp"_s,
        bench.codeRequest(words, hint, value, aadhaar ? u"aadhaar"_s : u"abdm"_s), out.headers);
    const auto messages = bench.network().abha.office().codes.messagesFor(value, value);
    fillVerification(bench, out, asked, messages.isEmpty() ? bench.codeFor(owner) : messages.last().code);
}

void webVerify(AbhaBench &bench, const Recorded &example, Request &out)
{
    const auto asked = bench.post(u"/v3/phr/web/login/abha/request/otp"_s,
        bench.codeRequest(
            example.scopes(), u"abha-address"_s, bench.person(owner).abhaAddress, systemOf(example.scopes().mid(4))));
    fillVerification(bench, out, asked, bench.codeFor(owner));
}

void setAt(QJsonObject &body, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1) {
        body[path.first()] = value;
        return;
    }
    auto inner = body[path.first()].toObject();
    setAt(inner, path.mid(1), value);
    body[path.first()] = inner;
}

bool isFailure(const Recorded &example)
{
    return example.status >= 400 || example.answer[u"authResult"].toString() == u"failed"_s;
}

/// Where two JSON values differ in kind; null stands for anything.
QString kindDifference(const QJsonValue &recorded, const QJsonValue &ours, const QString &place)
{
    if (recorded.isNull() || ours.isNull())
        return ours.isUndefined() ? place + u": missing"_s : QString();
    if (recorded.type() != ours.type())
        return place + u": other type"_s;
    if (recorded.isArray() && !recorded.toArray().isEmpty() && !ours.toArray().isEmpty())
        return kindDifference(recorded[0], ours[0], place + u"[]"_s);
    const auto members = recorded.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        if (const auto inner = kindDifference(it.value(), ours[it.key()], place + u'.' + it.key()); !inner.isEmpty())
            return inner;
    return {};
}

QJsonValue withoutMoment(const QJsonValue &answer)
{
    if (answer.isArray()) {
        QJsonArray out;
        for (const auto &item : answer.toArray())
            out.append(withoutMoment(item));
        return out;
    }
    auto out = answer.toObject();
    for (const auto &key : {u"timestamp"_s, u"description"_s})
        out.remove(key);
    if (out.contains(u"authResult"_s))
        out.remove(u"txnId"_s);
    return out;
}
}

QString Recorded::scopes() const
{
    QStringList out;
    for (const auto &word : body[u"scope"].toArray())
        out.append(word.toString());
    return out.join(u' ');
}

QList<Recorded> recordedExamples()
{
    const QDir shared(qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared")));
    QFile file(shared.filePath(u"reference/abha-openapi/m1-operations.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Recorded> out;
    for (const auto &row : QJsonDocument::fromJson(file.readAll()).object()[u"operations"].toArray())
        for (const auto &answer : row[u"responses"].toArray())
            out.append({row[u"path"].toString(), row[u"method"].toString().toLatin1(), pathOf(row[u"url"].toString()),
                row[u"body"].toObject(), answer[u"case"].toString(), answer[u"status"].toInt(), answer[u"body"]});
    return out;
}

Request honestRequest(AbhaBench &bench, const Recorded &example)
{
    Request out{example.method, example.path, example.body, {}};
    const auto &path = example.path;
    if (path == u"/v3/enrollment/request/otp"_s)
        enrolmentRequest(bench, example, out);
    else if (path == u"/v3/enrollment/enrol/byAadhaar"_s)
        enrolling(bench, out);
    else if (path == u"/v3/enrollment/auth/byAbdm"_s)
        byAbdm(bench, example, out);
    else if (path == u"/v3/enrollment/enrol/byDocument"_s)
        byDocument(bench, out);
    else if (path == u"/v3/enrollment/enrol/suggestion"_s)
        out.headers = {{"Transaction_Id", bench.enrol(owner, freeMobile)[u"txnId"].toString().toLatin1()}};
    else if (path == u"/v3/enrollment/enrol/abha-address"_s)
        out.body = {{u"txnId"_s, bench.enrol(owner, freeMobile)[u"txnId"]},
            {u"abhaAddress"_s, bench.person(owner).abhaAddress}, {u"preferred"_s, 1}};
    else if (path == u"/v3/profile/login/request/otp"_s)
        loginRequest(bench, example, out);
    else if (path == u"/v3/profile/login/verify"_s)
        loginVerify(bench, example, out);
    else if (path == u"/v3/profile/login/verify/user"_s)
        chooseUser(bench, out);
    else if (path == u"/v3/profile/login/search"_s)
        out.body = {{u"ABHANumber"_s, AbhaBench::dashedNumber(bench.person(owner))}};
    else if (path == u"/v3/profile/account/abha/search"_s)
        out.body[u"mobile"_s] = bench.seal(bench.person(owner).mobile);
    else if (path == u"/v3/profile/account/request/otp"_s) {
        const auto hint = example.body[u"loginHint"].toString();
        out.headers = userToken(bench);
        out.body[u"loginId"_s] = bench.seal(hint == u"mobile"_s ? freeMobile : identifier(bench, hint, owner));
    } else if (path == u"/v3/profile/account/verify"_s)
        profileVerify(bench, example, out);
    else if (path.startsWith(u"/v3/profile/account"_s)) {
        out.headers = userToken(bench);
        if (example.method == "PATCH")
            out.body
                = {{u"profilePhoto"_s, bench.get(u"/v3/profile/account"_s, out.headers)[u"profilePhoto"].toString()}};
    } else if (path == u"/v3/phr/web/login/abha/search"_s)
        out.body = {{u"abhaAddress"_s, bench.person(owner).abhaAddress}};
    else if (path == u"/v3/phr/web/login/abha/request/otp"_s)
        out.body[u"loginId"_s] = bench.seal(bench.person(owner).abhaAddress);
    else if (path == u"/v3/phr/web/login/abha/verify"_s)
        webVerify(bench, example, out);
    else if (path.startsWith(u"/v3/phr/web/login/profile"_s))
        out.headers = webToken(bench);
    return out;
}

bool spoil(AbhaBench &bench, const Recorded &example, Request &request)
{
    if (!isFailure(example))
        return true;
    const auto set = [&](const char *place, const QJsonValue &value) {
        setAt(request.body, QString::fromLatin1(place).split(u'.'), value);
        return true;
    };
    const auto header = [&](const char *name, const QByteArray &value) {
        request.headers.append({name, value});
        return true;
    };
    const auto strange = u"37d8d312-35a0-41e7-a6e4-1074eb18a5fa"_s;
    const bool otp = request.body[u"authData"][u"otp"].isObject();
    if (example.is(u"access token"))
        return header("Authorization", "Bearer x.y.z");
    if (example.answer[u"code"].toString() == u"900902"_s)
        return header("Authorization", "");
    if (example.answer[u"code"].toString() == u"404"_s) {
        request.path += u"s"_s;
        return true;
    }
    if (example.is(u"request id"))
        return header("REQUEST-ID", "one");
    if (example.is(u"timestamp"))
        return header("TIMESTAMP", "now");
    if (example.is(u"x-token expired")) {
        bench.clock.advance(sandbox::abha::UserTokens::userLife);
        return true;
    }
    if (example.is(u"invalid x-token") || example.is(u"t-token")) {
        request.headers.first().second.remove(0, 7);
        return true;
    }
    if (example.is(u"scope"))
        return set("scope", QJsonArray());
    if (example.is(u"loginhint") || example.is(u"login hint"))
        return set("loginHint", QString());
    if (example.is(u"loginid") || example.is(u"login id"))
        return set("loginId", QString());
    if (example.is(u"auth method") || example.is(u"authmethod"))
        return set("authData.authMethods", QJsonArray{u"nonsense"_s});
    if (example.is(u"trans")) {
        if (request.method == "GET")
            request.headers.first().second = strange.toLatin1();
        return set(otp ? "authData.otp.txnId" : "txnId", strange);
    }
    if (example.is(u"expired")) {
        bench.clock.advance(601s);
        return true;
    }
    if (otp && (example.is(u"otp") || example.is(u"mismatch")))
        return set("authData.otp.otpValue",
            bench.seal(example.status == 400 ? u"12"_s : AbhaBench::otherThan(bench.codeFor(owner))));
    if (example.is(u"invalid mobile"))
        return set("authData.otp.mobile", u"12"_s);
    if (example.is(u"preferred"))
        return set("preferred", u"x"_s);
    if (example.is(u"details mismatch"))
        return set("documentId", u"1"_s);
    if (example.is(u"invalid abha number"))
        return set(example.authMethod() == u"password"_s ? "authData.password.ABHANumber" : "ABHANumber", u"91"_s);
    if (example.is(u"profile photo"))
        return set("profilePhoto", u"AAAA"_s);
    if (example.is(u"already verified"))
        return set("loginId", bench.seal(bench.person(owner).mobile));
    if (example.is(u"mobile not found"))
        return set("loginId", bench.seal(u"9000010000"_s));
    if (example.answer[u"code"].toString() == u"ABDM-1211"_s)
        return request.body.contains(u"loginId"_s) ? set("loginId", bench.seal(u"nobody.at.all@sbx"_s))
                                                   : set("abhaAddress", u"nobody.at.all@sbx"_s);
    if (example.is(u"abha address"))
        return set("loginId", bench.seal(u"no address"_s));
    if (example.is(u"new password"))
        return set("authData.password.newPassword", bench.seal(u"x"_s));
    if (example.is(u"not same"))
        return set("authData.password.confirmPassword", bench.seal(u"Something@Else1"_s));
    if (example.is(u"is same"))
        return set("authData.password.newPassword", bench.seal(bench.person(owner).password))
            && set("authData.password.confirmPassword", bench.seal(bench.person(owner).password));
    if (example.is(u"old password"))
        return set("authData.password.oldPassword", bench.seal(u"Something@Else1"_s));
    if (example.is(u"password mismatch"))
        return set("authData.password.password", bench.seal(u"Something@Else1"_s));
    if (example.is(u"invalid password"))
        return set("authData.password.password", QString());
    return false;
}

QString difference(const Recorded &example, const AbhaReply &reply)
{
    if (reply.status != example.status)
        return u"status %1 instead of %2: %3"_s.arg(reply.status)
            .arg(example.status)
            .arg(QString::fromUtf8(reply.body.left(300)));
    const auto document = QJsonDocument::fromJson(reply.body);
    const auto ours = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (!isFailure(example))
        return kindDifference(example.answer, ours, u"body"_s);
    return withoutMoment(ours) == withoutMoment(example.answer) ? QString() : QString::fromUtf8(reply.body.left(300));
}

}
