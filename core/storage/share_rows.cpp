#include "storage/share_rows.h"

#include "storage/sealing.h"

namespace nadi::storage
{

QByteArray sharePersonIndex(const Connection &db, const AbhaAddress &address)
{
    return blindIndex(db, "share-address", address.value());
}

Result<QByteArray> sealShare(const Connection &db, const Share &share)
{
    const auto &profile = share.profile;
    return sealJson(db, shareTable, share.id.value(),
        {
            {QStringLiteral("abhaNumber"), profile.abhaNumber ? profile.abhaNumber->digits() : QString()},
            {QStringLiteral("abhaAddress"), profile.abhaAddress.value()},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("gender"), toWire(profile.gender)},
            {QStringLiteral("birth"), profile.birth.toIso()},
            {QStringLiteral("mobile"), profile.mobile},
            {QStringLiteral("addressLine"), profile.addressLine},
            {QStringLiteral("district"), profile.district},
            {QStringLiteral("state"), profile.state},
            {QStringLiteral("pincode"), profile.pincode},
            {QStringLiteral("doctorHprId"), share.doctorHprId},
            {QStringLiteral("reason"), share.reason},
        });
}

Result<Share> readShare(const Connection &db, const Rows &row)
{
    Share share;
    share.id = row.id<ShareId>(0);
    share.facility = row.id<FacilityId>(1);
    share.counter = row.text(2);
    share.token = {QDate::fromString(row.text(3), Qt::ISODate), int(row.number(4)), row.time(5)};
    share.firstReceivedAt = row.time(6);
    share.receivedAt = row.time(7);
    share.scans = int(row.number(8));
    share.answerCode = row.text(9);
    share.outcome = shareOutcomeFromWord(row.text(10));
    share.patient = row.id<PatientId>(11);
    share.decidedAt = row.time(12);
    share.version = row.number(13);

    const auto json = openJson(db, shareTable, share.id.value(), row.bytes(14));
    if (!json)
        return failed(json);
    const auto text = [&](QStringView key) { return json->value(key).toString(); };
    auto &profile = share.profile;
    if (const auto number = AbhaNumber::parse(text(u"abhaNumber")); number)
        profile.abhaNumber = *number;
    if (const auto address = AbhaAddress::parse(text(u"abhaAddress")); address)
        profile.abhaAddress = *address;
    profile.name = text(u"name");
    profile.gender = genderFromWire(text(u"gender"));
    if (const auto birth = BirthDate::parse(text(u"birth")); birth)
        profile.birth = *birth;
    profile.mobile = text(u"mobile");
    profile.addressLine = text(u"addressLine");
    profile.district = text(u"district");
    profile.state = text(u"state");
    profile.pincode = text(u"pincode");
    share.doctorHprId = text(u"doctorHprId");
    share.reason = text(u"reason");
    return share;
}

}
