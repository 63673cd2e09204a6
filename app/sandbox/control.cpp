#include "sandbox/control.h"

#include <QJsonDocument>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
const QString prefix = u"/control/"_s;

LocalResponse json(int status, const QJsonValue &value)
{
    const auto document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return {status, "application/json", document.toJson(QJsonDocument::Compact)};
}

LocalResponse problem(int status, const char *code)
{
    return json(status, QJsonObject{{u"error"_s, QLatin1String(code)}});
}

QJsonArray peopleJson(const People &people)
{
    QJsonArray out;
    for (const auto &p : people.all())
        out.append(QJsonObject{{u"id"_s, p.id}, {u"name"_s, p.name}, {u"gender"_s, p.gender},
            {u"yearOfBirth"_s, p.yearOfBirth}, {u"abhaAddress"_s, p.abhaAddress}, {u"abhaNumber"_s, p.abhaNumber},
            {u"mobile"_s, p.mobile}, {u"autoConsent"_s, p.autoConsent}, {u"active"_s, p.active},
            {u"abhaAddresses"_s, QJsonArray::fromStringList(p.abhaAddresses)}, {u"aadhaar"_s, p.aadhaar},
            {u"aadhaarMobile"_s, p.aadhaarMobile}, {u"birth"_s, p.birth}, {u"email"_s, p.email}});
    return out;
}
}

QJsonArray Control::tokensJson() const
{
    using enum abha::TokenKind;
    const auto word = [](abha::TokenKind kind) {
        return kind == Transfer ? u"transfer"_s : kind == Refresh ? u"refresh"_s : u"user"_s;
    };
    QJsonArray out;
    const auto add = [&out](const QString &kind, const QString &token) {
        out.append(QJsonObject{{u"kind"_s, kind}, {u"token"_s, token}});
    };
    for (const auto &[kind, token] : m_network.abha.office().tokens.issued())
        add(word(kind), token);
    for (const auto &session : m_network.tokens->sessions())
        add(u"session"_s, QString::fromLatin1(session));
    for (const auto &link : m_network.tokens->linkTokens())
        add(u"link"_s, link);
    return out;
}

QJsonObject Control::stateOf(const QString &address) const
{
    return {{u"person"_s, address}, {u"links"_s, m_network.app.linksOf(address)},
        {u"consents"_s, m_network.consents.of(address)}, {u"requests"_s, m_network.consentRequests.of(address)},
        {u"endingAcknowledged"_s, QJsonArray::fromStringList(m_network.ending.acknowledged(address))},
        {u"transfers"_s, m_network.dataFlow.transfersOf(address)},
        {u"records"_s, m_network.app.recordsOf(address, AbhaApp::Detail::Summary)}};
}

std::optional<QJsonValue> Control::read(const LocalRequest &request)
{
    const auto what = request.path.mid(prefix.size());
    const auto person = request.query.queryItemValue(u"person"_s, QUrl::FullyDecoded);
    if (what == u"people"_s)
        return peopleJson(m_network.people);
    if (what == u"state"_s)
        return stateOf(person);
    if (what == u"records"_s)
        return m_network.app.recordsOf(person, AbhaApp::Detail::Bundle);
    if (what == u"shares"_s)
        return m_network.shares.of(person);
    if (what == u"searches"_s)
        return m_network.userLinks.of(person);
    if (what == u"effects"_s)
        return m_network.memory.effects();
    if (what == u"calls"_s)
        return m_network.memory.calls();
    if (what == u"callbacks"_s)
        return request.query.hasQueryItem(u"consume"_s) ? m_network.callbacks.takeLog() : m_network.callbacks.log();
    if (what == u"registry"_s)
        return m_network.registry.toJson();
    if (what == u"tokens"_s)
        return tokensJson();
    if (what == u"messages"_s || what == u"otp"_s)
        return phoneOf(request, what);
    return std::nullopt;
}

/// What a person would read on a phone: by person, mobile, Aadhaar number or e-mail.
std::optional<QJsonValue> Control::phoneOf(const LocalRequest &request, QStringView what)
{
    const auto asked = [&](const QString &key) { return request.query.queryItemValue(key, QUrl::FullyDecoded); };
    auto &people = m_network.people;
    const auto id = asked(u"person"_s);
    const auto *person = id.isEmpty() ? people.byAadhaar(asked(u"aadhaar"_s)) : people.byAddress(id);
    if (!person)
        person = people.byId(id);
    auto messages = person ? m_network.abha.messagesOf(*person)
                           : m_network.abha.office().codes.messagesFor(asked(u"mobile"_s), asked(u"email"_s));
    const auto line = [](const abha::Message &message) {
        return QJsonObject{
            {u"to"_s, message.to}, {u"text"_s, message.text}, {u"at"_s, message.at.toIso()}, {u"otp"_s, message.code}};
    };
    if (what == u"messages") {
        QJsonArray out;
        for (const auto &message : messages)
            out.append(line(message));
        return out;
    }
    messages.removeIf([](const auto &message) { return message.code.isEmpty(); });
    return messages.isEmpty() ? std::nullopt : std::optional<QJsonValue>(line(messages.last()));
}

bool Control::changeAbha(const QString &what, const QJsonObject &body)
{
    if (what == u"clock"_s) {
        m_network.abha.advance(std::chrono::seconds(body[u"advanceSeconds"].toInteger()));
        return true;
    }
    if (what == u"face"_s)
        return m_network.abha.setFace(body[u"txnId"].toString(), body[u"status"].toString());
    if (what == u"device"_s) {
        auto &device = m_network.abha.office().device;
        device.status = body[u"status"].toString(device.status);
        device.person = body[u"person"].toString(device.person);
        return true;
    }
    if (what == u"identifier-key"_s) {
        m_network.abha.office().key.replace();
        return true;
    }
    auto &manners = m_network.abha.office().manners;
    manners.unknownMobileIsFoundLate = body[u"unknownMobileIsFoundLate"].toBool(manners.unknownMobileIsFoundLate);
    manners.programme = body[u"programme"].toString(manners.programme);
    manners.accountsLeft = body[u"accountsLeft"].toInt(manners.accountsLeft);
    return what == u"abha"_s;
}

bool Control::changeConsent(const QJsonObject &body, QJsonObject &answer)
{
    const auto id = body[u"consent"].toString();
    const auto action = body[u"action"].toString();
    if (action == u"revoke"_s || action == u"expire"_s)
        return m_network.consents.end(id, action == u"revoke"_s ? u"REVOKED"_s : u"EXPIRED"_s);
    // Also of an ended consent: a bridge must refuse that by itself.
    const auto transfer
        = action == u"request"_s ? m_network.dataFlow.request(id, std::chrono::milliseconds(0)) : QString();
    answer.insert(u"transaction"_s, transfer);
    return !transfer.isEmpty();
}

bool Control::changePerson(const QJsonObject &body)
{
    auto *person = m_network.people.byAddress(body[u"person"].toString());
    if (!person)
        return false;
    person->autoConsent = body[u"autoConsent"].toBool(person->autoConsent);
    person->active = body[u"active"].toBool(person->active);
    return true;
}

bool Control::change(const QString &what, const QJsonObject &body, QJsonObject &answer)
{
    if (what == u"faults"_s) {
        m_network.faults
            = body.contains(u"mixed"_s) ? Faults::mixed(quint64(body[u"mixed"].toInteger())) : Faults(body);
        return true;
    }
    if (what == u"facility"_s)
        return m_network.registry.setListing(body[u"facility"].toString(), body[u"listing"].toString(),
            m_network.options.clientId, body[u"name"].toString());
    if (what == u"consent"_s)
        return changeConsent(body, answer);
    if (what == u"consent-request"_s) {
        answer.insert(u"request"_s, m_network.consentRequests.ask(body));
        return !answer[u"request"].toString().isEmpty();
    }
    if (what == u"consent-answer"_s) {
        const auto made = m_network.consentRequests.answer(body);
        answer.insert(u"consents"_s, QJsonArray::fromStringList(made.value_or(QStringList())));
        return made.has_value();
    }
    if (what == u"forged-consent"_s) {
        answer.insert(u"consent"_s, m_network.consentRequests.forge(body));
        return true;
    }
    if (what == u"odd-request"_s) {
        answer.insert(u"transaction"_s, m_network.dataFlow.requestOddly(body));
        return !answer[u"transaction"].toString().isEmpty();
    }
    if (what == u"person"_s)
        return changePerson(body);
    if (what == u"request"_s) {
        const auto consent = m_network.requestAgain(body[u"person"].toString(), body[u"facility"].toString());
        answer.insert(u"consent"_s, consent);
        return !consent.isEmpty();
    }
    if (what == u"scan"_s) {
        const auto scan
            = m_network.shares.scan(body[u"person"].toString(), body[u"qr"].toString(), body[u"intent"].toString());
        answer.insert(u"scan"_s, scan);
        return !scan.isEmpty();
    }
    if (what == u"find-records"_s) {
        const auto search = m_network.userLinks.find({body[u"person"].toString(), body[u"facility"].toString(),
            body[u"recordNumber"].toString(), body[u"vouched"].toBool(true), body[u"yearsOff"].toInt()});
        answer.insert(u"search"_s, search);
        return !search.isEmpty();
    }
    if (what == u"choose-records"_s)
        return m_network.userLinks.choose(body[u"search"].toString(), body[u"careContexts"].toVariant().toStringList());
    if (what == u"type-code"_s)
        return m_network.userLinks.type(body[u"search"].toString(), body[u"code"].toString());
    if (what == u"running-token"_s)
        return m_network.shares.askRunning(body[u"scan"].toString());
    if (what == u"end-abha"_s)
        return m_network.ending.tell(body[u"person"].toString(), body[u"status"].toString());
    if (what == u"keys"_s)
        return m_network.tokens->rotate().has_value();
    if (what == u"sessions"_s) {
        m_network.tokens->expireSessions();
        return true;
    }
    if (what == u"reset"_s) {
        m_network.forget();
        return true;
    }
    if (what == u"peer"_s) {
        m_network.dataFlow.setPeer(body[u"strict"].toBool(true) ? DataFlow::Peer::Strict : DataFlow::Peer::Lenient);
        return true;
    }
    if (what == u"trust"_s) {
        m_network.callbacks.trust(body[u"pem"].toString().toLatin1());
        return true;
    }
    return changeAbha(what, body);
}

LocalResponse Control::handle(const LocalRequest &request)
{
    if (Secret("Bearer " + m_ticket.reveal()) != Secret(request.headers.value("authorization")))
        return problem(401, "TICKET");
    if (request.method == "GET") {
        const auto value = read(request);
        return value ? json(200, *value) : problem(404, "NOT-FOUND");
    }
    if (request.method != "POST")
        return problem(405, "METHOD");
    QJsonObject answer{{u"ok"_s, true}};
    const auto body = QJsonDocument::fromJson(request.body).object();
    return change(request.path.mid(prefix.size()), body, answer) ? json(200, answer) : problem(400, "NOT-DONE");
}

}
