#include "abdm/callback_parsers.h"

namespace nadi::abdm
{
namespace
{
constexpr qsizetype longestName = 255; // 6.1

ConsentArtefact readArtefact(Fields &detail)
{
    ConsentArtefact out;
    out.id = ConsentId(detail.text(u"consentId"));
    out.createdAt = detail.optionalTime(u"createdAt");
    out.patientAddress = detail.object(u"patient").text(u"id");
    out.hip = FacilityId(detail.object(u"hip").text(u"id"));
    for (const auto &item : detail.array(u"careContexts")) {
        Fields context(item.toObject());
        out.careContexts.append(CareContextRef(context.text(u"careContextReference")));
        if (context.error())
            detail.refuse(context.error()->code, u"careContexts.careContextReference");
    }
    for (const auto &type : detail.array(u"hiTypes"))
        out.hiTypes.append(type.toString());
    out.purposeCode = detail.object(u"purpose").text(u"code");
    // For people to read; nothing is decided by them, and the patient's own consents have neither.
    out.requesterName = detail.object(u"requester").optionalText(u"name").left(longestName);
    out.hiuName = detail.object(u"hiu").optionalText(u"name").left(longestName);
    auto permission = detail.object(u"permission");
    auto range = permission.object(u"dateRange");
    out.from = range.time(u"from");
    out.to = range.time(u"to");
    out.dataEraseAt = permission.time(u"dataEraseAt");
    auto frequency = permission.object(u"frequency");
    out.frequencyUnit = frequency.optionalText(u"unit");
    out.frequencyValue = frequency.optionalNumber(u"value");
    out.frequencyRepeats = frequency.optionalNumber(u"repeats");
    return out;
}
}

ConsentNotify parseConsentNotify(Fields &fields)
{
    auto notification = fields.object(u"notification");
    const auto word = notification.text(u"status").toUpper();
    ConsentNotify out{ConsentId(notification.text(u"consentId")), consentStatusFromWire(word), std::nullopt};
    // An unknown word must not read as a harmless status (S-N6).
    if (!word.isEmpty() && toWire(out.status) != word)
        notification.refuse(QStringLiteral("CB-VALUE"), u"status");
    if (out.status != ConsentStatus::Granted)
        return out;
    if (!notification.has(u"consentDetail")) {
        notification.refuse(QStringLiteral("CB-MISSING"), u"consentDetail");
        return out;
    }
    auto detail = notification.object(u"consentDetail");
    out.artefact = readArtefact(detail);
    out.artefact->status = out.status;
    if (out.artefact->id != out.consent)
        detail.refuse(QStringLiteral("CB-VALUE"), u"consentId");
    return out;
}

}
