#include "abdm/callback_parsers.h"

namespace nadi::abdm
{
namespace
{
Callback parseFields(CallbackKind kind, Fields &fields)
{
    switch (kind) {
    case CallbackKind::OnGenerateToken:
        return parseOnGenerateToken(fields);
    case CallbackKind::OnLinkCareContext:
        return parseOnLinkCareContext(fields);
    case CallbackKind::OnContextNotify:
    case CallbackKind::OnSmsNotify:
        return parseOnNotify(fields);
    case CallbackKind::ConsentNotify:
        return parseConsentNotify(fields);
    case CallbackKind::HealthInformationRequest:
        return parseHealthInformationRequest(fields);
    case CallbackKind::PatientShare:
        return parsePatientShare(fields);
    case CallbackKind::RunningTokenStatus:
        return parseRunningTokenStatus(fields);
    case CallbackKind::PatientStatus:
        return parsePatientStatus(fields);
    case CallbackKind::Discover:
        return parseDiscover(fields);
    case CallbackKind::LinkInit:
        return parseLinkInit(fields);
    case CallbackKind::LinkConfirm:
        return parseLinkConfirm(fields);
    case CallbackKind::Unserved:
        break;
    }
    return Unserved{};
}
}

Result<Callback> parseCallback(CallbackKind kind, QByteArrayView body, const JsonLimits &limits)
{
    auto root = readJsonObject(body, limits);
    if (!root)
        return failed(root);
    Fields fields(std::move(*root));
    auto callback = parseFields(kind, fields);
    if (fields.error())
        return tl::unexpected<Error>(*fields.error());
    return callback;
}

}
