#include "sandbox/abha_app.h"

#include "fhir/reader.h"

#include <QJsonDocument>

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
/// Nothing where the bundle could not be opened or read.
DocumentHead headOf(const QByteArray &bundle)
{
    const auto view = fhir::readDocument(bundle);
    return view ? DocumentHead{view->documentId, view->title, view->replaces, view->replacedDate} : DocumentHead();
}

QJsonObject linkToJson(const Link &l)
{
    return {{u"hip"_s, l.hip}, {u"address"_s, l.address}, {u"patientReference"_s, l.patientReference},
        {u"careContext"_s, l.careContext}, {u"display"_s, l.display}, {u"hiType"_s, l.hiType},
        {u"linkedAt"_s, l.linkedAt.toIso()}, {u"notified"_s, l.notifiedAt.isSet()}};
}

QJsonObject recordToJson(const ArrivedRecord &r)
{
    return {{u"id"_s, r.id}, {u"hip"_s, r.hip}, {u"address"_s, r.address}, {u"careContext"_s, r.careContext},
        {u"transaction"_s, r.transaction}, {u"at"_s, r.at.toIso()}, {u"opened"_s, r.fault.isEmpty()},
        {u"fault"_s, r.fault}, {u"checksum"_s, r.checksum}, {u"title"_s, r.head.title}};
}
}

Link *AbhaApp::find(const QString &hip, const QString &address, const QString &careContext, const QString &hiType)
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&](const Link &l) {
        return l.hip == hip && l.address.compare(address, Qt::CaseInsensitive) == 0 && l.careContext == careContext
            && (hiType.isEmpty() || l.hiType == hiType);
    });
    return found == m_links.end() ? nullptr : &*found;
}

bool AbhaApp::arrive(ArrivedRecord record)
{
    record.head = headOf(record.bundle);
    const bool again = holds(record);
    m_records.append(std::move(record));
    return again;
}

const ArrivedRecord *AbhaApp::record(const QString &id) const
{
    const auto found = std::find_if(m_records.begin(), m_records.end(), [&](const auto &r) { return r.id == id; });
    return found == m_records.end() ? nullptr : &*found;
}

bool AbhaApp::holds(const ArrivedRecord &record) const
{
    return std::ranges::any_of(m_records, [&](const ArrivedRecord &other) {
        return other.hip == record.hip && other.address == record.address && other.careContext == record.careContext
            && other.head.id == record.head.id;
    });
}

QList<ArrivedRecord> AbhaApp::documentsOf(const Link &link) const
{
    QList<ArrivedRecord> documents;
    for (const auto &record : m_records) {
        if (record.hip != link.hip || record.address != link.address || record.careContext != link.careContext)
            continue;
        const auto known = std::ranges::find_if(
            documents, [&](const ArrivedRecord &other) { return other.head.id == record.head.id; });
        if (known == documents.end())
            documents.append(record);
        else
            *known = record;
    }
    return documents;
}

QJsonArray AbhaApp::linksOf(const QString &address) const
{
    QJsonArray out;
    for (const auto &l : m_links)
        if (l.address == address)
            out.append(linkToJson(l));
    return out;
}

QJsonArray AbhaApp::recordsOf(const QString &address, Detail detail) const
{
    QJsonArray out;
    for (const auto &r : m_records) {
        if (r.address != address)
            continue;
        auto row = recordToJson(r);
        if (detail == Detail::Bundle)
            row.insert(u"bundle"_s, QJsonDocument::fromJson(r.bundle).object());
        out.append(row);
    }
    return out;
}

QJsonObject AbhaApp::toJson() const
{
    QJsonArray links;
    for (const auto &l : m_links)
        links.append(linkToJson(l));
    QJsonArray records;
    for (const auto &r : m_records) {
        auto row = recordToJson(r);
        row.insert(u"bytes"_s, QString::fromLatin1(r.bundle.toBase64()));
        records.append(row);
    }
    return {{u"links"_s, links}, {u"records"_s, records}};
}

void AbhaApp::restore(const QJsonObject &saved)
{
    const auto time = [](const QJsonValue &iso) { return UtcTime::parse(iso.toString()).value_or(UtcTime()); };
    for (const auto &l : saved[u"links"].toArray())
        m_links.append({l[u"hip"].toString(), l[u"address"].toString(), l[u"patientReference"].toString(),
            l[u"careContext"].toString(), l[u"display"].toString(), l[u"hiType"].toString(), time(l[u"linkedAt"]),
            l[u"notified"].toBool() ? time(l[u"linkedAt"]) : UtcTime(), true, true});
    for (const auto &r : saved[u"records"].toArray())
        arrive({r[u"id"].toString(), r[u"address"].toString(), r[u"hip"].toString(), r[u"careContext"].toString(),
            r[u"transaction"].toString(), time(r[u"at"]), QByteArray::fromBase64(r[u"bytes"].toString().toLatin1()),
            r[u"fault"].toString(), r[u"checksum"].toString()});
}

}
