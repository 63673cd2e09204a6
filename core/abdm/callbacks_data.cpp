#include "abdm/callback_parsers.h"

namespace nadi::abdm
{

HealthInformationRequest parseHealthInformationRequest(Fields &fields)
{
    HealthInformationRequest out;
    auto request = fields.object(u"hiRequest");
    // NHA's own sample lacks it at the top, captures have it there (7.2).
    out.transaction = TransactionId(fields.has(u"transactionId") || !request.has(u"transactionId")
            ? fields.text(u"transactionId")
            : request.text(u"transactionId"));
    out.consent = ConsentId(request.object(u"consent").text(u"id"));
    auto range = request.object(u"dateRange");
    out.from = range.time(u"from");
    out.to = range.time(u"to");
    out.dataPushUrl = request.text(u"dataPushUrl");
    auto material = request.object(u"keyMaterial");
    out.curve = material.optionalText(u"curve");
    out.nonce = material.text(u"nonce").toUtf8();
    auto key = material.object(u"dhPublicKey");
    out.keyValue = key.text(u"keyValue").toUtf8();
    out.keyExpiry = key.optionalTime(u"expiry");
    return out;
}

}
