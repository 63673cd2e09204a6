#include "sandbox/phone.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

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
QJsonObject opened(QJsonObject item, const ArrivedRecord &record, const QString &title)
{
    if (!title.isEmpty())
        item[u"title"_s] = item[u"title"_s].toString() + u" · "_s + title;
    item[u"state"_s] = record.fault.isEmpty() ? u"open"_s : u"unreadable"_s;
    item[u"at"_s] = record.at.toIso();
    item[u"record"_s] = record.id;
    if (const auto attachment = attachmentOf(record.bundle))
        item[u"type"_s] = QString::fromLatin1(attachment->contentType);
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
            items.prepend(opened(item, record, documents.size() > 1 ? titleOf(record.bundle) : QString()));
    }
    return json({{u"name"_s, name}, {u"address"_s, address}, {u"people"_s, people}, {u"items"_s, items},
        {u"messages"_s, messages}, {u"tokens"_s, m_network.shares.of(address)},
        {u"searches"_s, m_network.userLinks.of(address)},
        {u"clinics"_s, QJsonArray::fromStringList(m_network.registry.served())}});
}

LocalResponse Phone::document(const QString &id) const
{
    const auto *record = m_network.app.record(id);
    const auto attachment = record ? attachmentOf(record->bundle) : std::nullopt;
    return attachment ? LocalResponse{200, attachment->contentType, attachment->bytes} : notFound();
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
        return document(request.query.queryItemValue(u"record"_s));
    QFile page(u":/nadi/sandbox/phone.html"_s);
    if (request.path != u"/phone"_s || !page.open(QIODevice::ReadOnly))
        return notFound();
    return {200, "text/html; charset=utf-8", page.readAll()};
}

}
