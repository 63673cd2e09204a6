#include "sandbox/phone.h"

#include "sandbox/phone_reading.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
LocalResponse json(const QJsonObject &object)
{
    return {200, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

/// The row of one document; where a visit brought several, each says what it is.
QJsonObject opened(QJsonObject item, const ArrivedRecord &record, const QList<ArrivedRecord> &ofVisit)
{
    if (ofVisit.size() > 1 && !record.head.title.isEmpty())
        item[u"title"_s] = item[u"title"_s].toString() + u" · "_s + record.head.title;
    const bool old = std::ranges::any_of(ofVisit,
        [&](const ArrivedRecord &other) { return !record.head.id.isEmpty() && other.head.replaces == record.head.id; });
    item[u"state"_s] = !record.fault.isEmpty() ? u"unreadable"_s : old ? u"replaced"_s : u"open"_s;
    item[u"replaces"_s] = !record.head.replaces.isEmpty();
    item[u"at"_s] = record.at.toIso();
    item[u"record"_s] = record.id;
    return item;
}

LocalResponse notFound()
{
    return {404, "text/plain", "Nothing here"};
}
}

LocalResponse Phone::data(const QString &address) const
{
    QJsonArray people;
    QJsonArray messages;
    QString name;
    for (const auto &person : m_network.people.all()) {
        // Somebody without an ABHA has a phone too.
        const auto key = person.abhaAddress.isEmpty() ? person.id : person.abhaAddress;
        people.append(QJsonObject{{u"name"_s, person.name}, {u"address"_s, key}});
        if (key != address)
            continue;
        name = person.name;
        for (const auto &message : m_network.abha.messagesOf(person))
            messages.prepend(QJsonObject{{u"text"_s, message.text}, {u"at"_s, message.at.toIso()}});
    }
    QJsonArray items;
    QSet<std::pair<QString, QString>> listed;
    for (const auto &link : m_network.app.links()) {
        if (link.address != address)
            continue;
        if (listed.contains({link.hip, link.careContext}))
            continue; // one context of several types
        listed.insert({link.hip, link.careContext});
        const QJsonObject item{{u"title"_s, link.display}, {u"from"_s, m_network.registry.nameOf(link.hip)},
            {u"at"_s, link.linkedAt.toIso()}, {u"state"_s, u"listed"_s}};
        const auto documents = m_network.app.documentsOf(link);
        if (documents.isEmpty())
            items.prepend(item);
        for (const auto &record : documents)
            items.prepend(opened(item, record, documents));
    }
    return json({{u"name"_s, name}, {u"address"_s, address}, {u"people"_s, people}, {u"items"_s, items},
        {u"messages"_s, messages}, {u"tokens"_s, m_network.shares.of(address)},
        {u"searches"_s, m_network.userLinks.of(address)},
        {u"clinics"_s, QJsonArray::fromStringList(m_network.registry.served())}});
}

LocalResponse Phone::document(const QUrlQuery &asked) const
{
    const auto *record = m_network.app.record(asked.queryItemValue(u"record"_s));
    const auto file = record ? shownFile(record->bundle, asked.queryItemValue(u"file"_s).toInt()) : std::nullopt;
    return file ? LocalResponse{200, file->mime.toLatin1(), file->bytes} : notFound();
}

LocalResponse Phone::reading(const QString &id) const
{
    const auto *record = m_network.app.record(id);
    return record ? json(readingOf(*record)) : notFound();
}

/// A page of another origin cannot set this header without being asked for leave, which nobody gives.
LocalResponse Phone::act(const LocalRequest &request)
{
    if (request.headers.value("x-phone") != "1")
        return {403, "text/plain", "Only the phone's own page"};
    const auto body = QJsonDocument::fromJson(request.body).object();
    bool done = false;
    if (request.path == u"/phone/scan"_s)
        done = !m_network.shares.scan(body[u"person"].toString(), body[u"qr"].toString()).isEmpty();
    else if (request.path == u"/phone/consent"_s)
        done = body.contains(u"consent") ? m_network.consents.end(body[u"consent"].toString(), u"REVOKED"_s)
                                         : m_network.consentRequests.answer(body).has_value();
    else if (request.path == u"/phone/queue"_s)
        done = m_network.shares.askRunning(body[u"scan"].toString());
    else if (request.path == u"/phone/find"_s)
        done = !m_network.userLinks.find({body[u"person"].toString(), body[u"facility"].toString(), {}}).isEmpty();
    else if (request.path == u"/phone/choose"_s)
        done = m_network.userLinks.choose(body[u"search"].toString(), body[u"careContexts"].toVariant().toStringList());
    else if (request.path == u"/phone/code"_s)
        done = m_network.userLinks.type(body[u"search"].toString(), body[u"code"].toString());
    return done ? json({{u"ok"_s, true}}) : LocalResponse{400, "text/plain", "Not done"};
}

LocalResponse Phone::handle(const LocalRequest &request)
{
    if (request.method == "POST")
        return act(request);
    if (request.method != "GET")
        return {405, "text/plain", "Read only"};
    if (request.path == u"/phone/data"_s)
        return data(request.query.queryItemValue(u"person"_s, QUrl::FullyDecoded));
    if (request.path == u"/phone/document"_s)
        return document(request.query);
    if (request.path == u"/phone/record/data"_s)
        return reading(request.query.queryItemValue(u"record"_s));
    if (request.path == u"/phone/consents/data"_s) {
        const auto person = request.query.queryItemValue(u"person"_s, QUrl::FullyDecoded);
        return json(
            {{u"requests"_s, m_network.consentRequests.of(person)}, {u"consents"_s, m_network.consents.of(person)}});
    }
    static const QHash<QString, QString> pages{{u"/phone"_s, u"phone.html"_s},
        {u"/phone/consents"_s, u"phone_consents.html"_s}, {u"/phone/record"_s, u"phone_record.html"_s}};
    QFile page(u":/nadi/sandbox/"_s + pages.value(request.path));
    if (!pages.contains(request.path) || !page.open(QIODevice::ReadOnly))
        return notFound();
    return {200, "text/html; charset=utf-8", page.readAll()};
}

}
