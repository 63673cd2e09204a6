#include "sandbox/directory.h"

#include <QJsonDocument>

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int usualPage = 10;
constexpr qsizetype longestPage = 100;

QString text(const QJsonValue &object, QStringView key)
{
    return object[key].toVariant().toString().trimmed();
}

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Fuzzy as far as 6.1 says it: a part of the name is enough, however it is spaced or written.
bool hasWords(const QString &name, const QString &wanted)
{
    const auto words = wanted.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(
        words.begin(), words.end(), [&](const auto &word) { return name.contains(word, Qt::CaseInsensitive); });
}

Answer emptyField(const QString &field)
{
    return Answer::refused(400, "HIS-1002", field + u" should not be empty"_s);
}

bool fits(const QJsonValue &facility, const QJsonObject &query)
{
    for (const auto &key :
        {u"ownershipCode"_s, u"stateLGDCode"_s, u"districtLGDCode"_s, u"subDistrictLGDCode"_s, u"pincode"_s})
        if (const auto wanted = text(query, key); !wanted.isEmpty() && text(facility, key) != wanted)
            return false;
    return hasWords(text(facility, u"facilityName"), text(query, u"facilityName"));
}

/// A facility that only the sandbox's own registry knows: where it stands, nobody has said.
QJsonObject entryOf(const Facility &facility)
{
    return {{u"facilityId"_s, facility.id}, {u"facilityName"_s, facility.name}, {u"facilityStatus"_s, u"Approved"_s},
        {u"ownership"_s, u"Private"_s}, {u"ownershipCode"_s, u"P"_s}, {u"stateName"_s, u"MAHARASHTRA"_s},
        {u"stateLGDCode"_s, u"27"_s}, {u"districtName"_s, u"PUNE"_s}, {u"districtLGDCode"_s, u"490"_s},
        {u"address"_s, u"1, Sample Road, "_s}, {u"pincode"_s, u"411001"_s}};
}

bool isRegisteredAs(const QJsonValue &practitioner, const QString &number)
{
    const auto registrations = practitioner[u"registrations"].toArray();
    return std::any_of(registrations.begin(), registrations.end(),
        [&](const auto &row) { return same(text(row, u"registrationNumber"), number); });
}
}

Result<Directory> Directory::load(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json).object();
    Directory out;
    out.m_facilities = document[u"facilities"].toArray();
    out.m_professionals = document[u"professionals"].toArray();
    if (out.m_facilities.isEmpty() || out.m_professionals.isEmpty())
        return fail(ErrorKind::Internal, u"SANDBOX-REGISTRIES"_s);
    return out;
}

Answer Directory::answer(const QString &path, const QJsonObject &body, const Registry &registry) const
{
    return path == facilityPath() ? searchFacilities(body, registry) : fetchProfessionals(body);
}

QJsonArray Directory::facilities(const Registry &registry) const
{
    QJsonArray out;
    auto others = registry.facilities();
    for (const auto &row : m_facilities) {
        const auto known = others.constFind(text(row, u"facilityId"));
        if (known == others.constEnd()) {
            out.append(row);
            continue;
        }
        if (known->known)
            out.append(row);
        others.erase(known);
    }
    for (const auto &facility : others)
        if (facility.known && !facility.name.isEmpty() && !facility.id.endsWith(u"_1"_s)) // a service, no facility
            out.append(entryOf(facility));
    return out;
}

Answer Directory::searchFacilities(const QJsonObject &query, const Registry &registry) const
{
    const auto id = text(query, u"facilityId");
    if (id.isEmpty())
        for (const auto &key : {u"ownershipCode"_s, u"stateLGDCode"_s, u"facilityName"_s})
            if (text(query, key).isEmpty())
                return emptyField(key);
    QJsonArray found;
    for (const auto &row : facilities(registry))
        if (id.isEmpty() ? fits(row, query) : text(row, u"facilityId") == id)
            found.append(row);

    const auto size = std::clamp<qsizetype>(query[u"resultsPerPage"].toInt(usualPage), 1, longestPage);
    const auto first = (std::max<qsizetype>(1, query[u"page"].toInt(1)) - 1) * size;
    QJsonArray page;
    for (auto i = first; i < std::min(first + size, found.size()); ++i)
        page.append(found[i]);
    return Answer::ok(QJsonObject{{u"facilities"_s, page}, {u"message"_s, u"Request processed successfully"_s},
        {u"totalFacilities"_s, found.size()}, {u"numberOfPages"_s, (found.size() + size - 1) / size}});
}

Answer Directory::fetchProfessionals(const QJsonObject &body) const
{
    const auto query = body[u"practitioner"];
    const auto id = text(query, u"id");
    const auto number = text(query, u"registrationNumber");
    if (id.isEmpty() && number.isEmpty())
        return emptyField(u"registrationNumber"_s);
    const auto name = text(query, u"name");
    const auto state = text(query, u"state");
    QJsonArray found;
    for (const auto &row : m_professionals) {
        const auto practitioner = row[u"practitioner"];
        const bool asked
            = id.isEmpty() ? isRegisteredAs(practitioner, number) : text(practitioner, u"identifier") == id;
        // How a state is written is not documented: its name or its LGD code.
        const bool there = state.isEmpty() || same(state, text(row, u"state")) || state == text(row, u"stateCode");
        if (asked && (!id.isEmpty() || (there && hasWords(text(practitioner, u"name"), name))))
            found.append(practitioner);
    }
    // An array in an array, when there is anybody.
    const auto rows = found.isEmpty() ? QJsonArray() : QJsonArray{QJsonValue(found)};
    return Answer::ok(QJsonObject{{u"practitioners"_s, rows}, {u"message"_s, u"Data fetched successfully"_s}});
}

}
