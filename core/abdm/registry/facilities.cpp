#include "abdm/registry/facilities.h"

#include "abdm/json_reader.h"

#include <QJsonArray>

namespace nadi::abdm::registry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int perPage = 10; // one text says at least 10

/// Numbers and text are both seen; answers have trailing blanks.
QString text(const QJsonObject &object, QStringView key)
{
    return object.value(key).toVariant().toString().trimmed();
}

FacilityEntry entryOf(const QJsonObject &json)
{
    FacilityEntry entry;
    entry.id = FacilityId(text(json, u"facilityId")); // a public answer has a leading blank
    entry.name = text(json, u"facilityName");
    entry.status = text(json, u"facilityStatus");
    entry.ownership = text(json, u"ownership");
    entry.systemOfMedicine = text(json, u"systemOfMedicine");
    entry.type = text(json, u"facilityType");
    entry.state = text(json, u"stateName");
    entry.district = text(json, u"districtName");
    entry.pinCode = text(json, u"pincode");
    entry.address = text(json, u"address");
    while (entry.address.endsWith(u','))
        entry.address = entry.address.chopped(1).trimmed();
    return entry;
}

}

Result<QJsonObject> FacilityQuery::body() const
{
    QJsonObject out{{u"page"_s, page}, {u"resultsPerPage"_s, perPage}};
    if (!id.isEmpty()) {
        out.insert(u"facilityId"_s, id.value());
        return out;
    }
    struct Field
    {
        QString key;
        QString value;
    };
    for (const auto &[key, value] : {Field{u"ownershipCode"_s, ownership}, Field{u"stateLGDCode"_s, state},
             Field{u"facilityName"_s, name.trimmed()}}) {
        if (value.isEmpty())
            return fail(ErrorKind::Invalid, u"HFR-QUERY"_s, key);
        out.insert(key, value);
    }
    for (const auto &[key, value] : {Field{u"districtLGDCode"_s, district}, Field{u"subDistrictLGDCode"_s, subDistrict},
             Field{u"pincode"_s, pinCode}})
        if (!value.isEmpty())
            out.insert(key, value);
    return out;
}

Result<FacilityPage> readFacilities(QByteArrayView body)
{
    const auto json = readJsonObject(body, {});
    if (!json)
        return failed(json);
    if (!json->value("facilities"_L1).isArray())
        return fail(ErrorKind::Protocol, u"HFR-ANSWER"_s, u"facilities"_s);
    FacilityPage page;
    for (const auto &entry : json->value("facilities"_L1).toArray())
        page.facilities << entryOf(entry.toObject());
    page.total = json->value("totalFacilities"_L1).toVariant().toInt();
    page.pages = json->value("numberOfPages"_L1).toVariant().toInt();
    return page;
}

}
