#include "sandbox/registry.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr QStringView otherBridge = u"SBXID_999999";

bool isLoopback(const QString &host)
{
    return host == u"localhost"_s || host == u"127.0.0.1"_s;
}

/// 2.1: https, a domain name, no port (loopback may have one, this is a sandbox), a base and not an endpoint.
bool acceptableUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() != u"https"_s || url.host().isEmpty() || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return false;
    static const QRegularExpression literal(u"^[0-9.]+$|:"_s);
    if (!isLoopback(url.host()) && (url.port() != -1 || literal.match(url.host()).hasMatch()))
        return false;
    return !url.path().contains(u"/api/v3"_s);
}

Answer registryError(const QString &code, const QString &message)
{
    const QJsonObject error{{u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}};
    return Answer::ok(QJsonArray{error}); // a failure is also 200 (2.3)
}

QJsonObject service(const Facility &facility)
{
    const QJsonObject endpoints{{u"hipEndpoints"_s, QJsonArray()}, {u"hiuEndpoints"_s, QJsonArray()},
        {u"healthLockerEndpoints"_s, QJsonArray()}};
    return {{u"id"_s, facility.id}, {u"name"_s, facility.name},
        {u"types"_s, QJsonArray::fromStringList(facility.types)}, {u"endpoints"_s, endpoints}, {u"active"_s, true}};
}
}

Facility &Registry::facility(const QString &id)
{
    auto &found = m_facilities[id];
    found.id = id;
    return found;
}

bool Registry::serves(const QString &client, const QString &service) const
{
    return !service.isEmpty() && clientOf(service) == client;
}

QString Registry::clientOf(const QString &service) const
{
    return m_facilities.value(service).bridge;
}

QStringList Registry::served() const
{
    QStringList out;
    for (const auto &facility : m_facilities)
        if (!facility.bridge.isEmpty())
            out << facility.id;
    return out;
}

QString Registry::nameOf(const QString &service) const
{
    const auto name = m_facilities.value(service).name;
    return name.isEmpty() ? service : name;
}

Answer Registry::setBridgeUrl(const Call &call)
{
    const auto url = call.body[u"url"].toString();
    if (!acceptableUrl(url))
        return Answer::refused(400, "ABDM-9999", u"url must be https with a domain name and no endpoint path"_s);
    if (!m_memory.isNewContent(u"bridge-url:"_s + call.client + u'|' + url, m_tempo.scaled(10s)))
        return Answer::refused(400, "ABDM-1094", u"Duplicate bridge patch request"_s);
    m_urls.insert(call.client, url);
    m_memory.effect(u"bridge-url:"_s + call.client);
    return Answer::accepted();
}

Answer Registry::bridgeServices(const Call &call) const
{
    QJsonArray services;
    for (const auto &facility : m_facilities)
        if (facility.bridge == call.client)
            services.append(service(facility));
    const QJsonObject bridge{{u"id"_s, call.client}, {u"name"_s, u"Sandbox bridge"_s},
        {u"url"_s, bridgeUrl(call.client)}, {u"active"_s, true}, {u"blocklisted"_s, false}};
    return Answer::ok(QJsonObject{{u"bridge"_s, bridge}, {u"services"_s, services}});
}

Answer Registry::serviceById(const Call &call) const
{
    const auto found = m_facilities.find(call.path.section(u'/', -1));
    if (found == m_facilities.end() || found->bridge.isEmpty())
        return Answer::empty(204);
    return Answer::ok(QJsonObject{{u"id"_s, 10482}, {u"bridgeId"_s, found->bridge}, {u"serviceId"_s, found->id},
        {u"name"_s, found->name}, {u"isHip"_s, found->types.contains(u"HIP"_s)},
        {u"isHiu"_s, found->types.contains(u"HIU"_s)}, {u"isPhr"_s, false}, {u"endpoints"_s, QJsonObject()},
        {u"active"_s, true}, {u"registerTime"_s, u"2026-02-10 10:15:22.104"_s},
        {u"dateCreated"_s, u"2026-02-10 10:15:22.104"_s}, {u"dateModified"_s, u"2026-02-11 08:01:09.330"_s}});
}

Answer Registry::registerServices(const Call &call)
{
    const auto id = call.body[u"facilityId"].toString();
    const auto entries = call.body[u"HRP"].toArray();
    for (const auto &entry : entries)
        if (entry[u"bridgeId"].toString() != call.client)
            return registryError(u"2500"_s, u"Bridge %1 not found"_s.arg(entry[u"bridgeId"].toString()));
    auto &wanted = facility(id);
    if (!wanted.known)
        return registryError(u"1001"_s, u"Facility %1 not found"_s.arg(id));
    if (wanted.bridge == call.client)
        return registryError(
            u"2500"_s, u"Bridge %1 is already associated with the facility, service id: %2"_s.arg(call.client, id));
    // A further bridge on the same facility gets a suffix (2.3).
    auto &service = wanted.bridge.isEmpty() ? wanted : facility(id + u"_1"_s);
    service.name = call.body[u"facilityName"].toString();
    service.bridge = call.client;
    for (const auto &entry : entries) {
        service.serviceName = entry[u"hipName"].toString();
        if (!service.types.contains(entry[u"type"].toString()))
            service.types.append(entry[u"type"].toString());
    }
    m_memory.effect(u"register:"_s + service.id);
    const QJsonObject linked{{u"servicesLinked"_s, QJsonObject{{u"id"_s, service.id}}}};
    QJsonArray out;
    for (qsizetype i = 0; i < entries.size(); ++i)
        out.append(linked);
    return Answer::ok(out);
}

bool Registry::setListing(const QString &id, const QString &listing, const QString &client, const QString &name)
{
    if (listing != u"linked"_s && listing != u"elsewhere"_s && listing != u"none"_s && listing != u"unknown"_s)
        return false;
    m_facilities.remove(id + u"_1"_s);
    auto &changed = facility(id);
    if (!name.isEmpty())
        changed.name = name;
    changed.known = listing != u"unknown"_s;
    changed.bridge = listing == u"linked"_s ? client : listing == u"elsewhere"_s ? otherBridge.toString() : QString();
    changed.types = changed.bridge.isEmpty() ? QStringList() : QStringList{u"HIP"_s};
    return true;
}

void Registry::clear()
{
    m_urls.clear();
    m_facilities.clear();
}

QJsonObject Registry::toJson() const
{
    QJsonArray facilities;
    for (const auto &f : m_facilities)
        facilities.append(QJsonObject{{u"id"_s, f.id}, {u"name"_s, f.name}, {u"bridge"_s, f.bridge},
            {u"serviceName"_s, f.serviceName}, {u"types"_s, QJsonArray::fromStringList(f.types)},
            {u"known"_s, f.known}});
    QJsonObject urls;
    for (auto it = m_urls.begin(); it != m_urls.end(); ++it)
        urls.insert(it.key(), it.value());
    return {{u"bridgeUrls"_s, urls}, {u"facilities"_s, facilities}};
}

void Registry::restore(const QJsonObject &saved)
{
    const auto urls = saved[u"bridgeUrls"].toObject();
    for (auto it = urls.begin(); it != urls.end(); ++it)
        m_urls.insert(it.key(), it.value().toString());
    for (const auto &row : saved[u"facilities"].toArray()) {
        auto &f = facility(row[u"id"].toString());
        f.name = row[u"name"].toString();
        f.bridge = row[u"bridge"].toString();
        f.serviceName = row[u"serviceName"].toString();
        f.known = row[u"known"].toBool(true);
        for (const auto &type : row[u"types"].toArray())
            f.types.append(type.toString());
    }
}

}
