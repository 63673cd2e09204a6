#include "abdm/json_reader.h"

#include <QHash>

namespace nadi::abdm
{
namespace
{
/// 0.4, with the plural and older spellings noted there: a 404 on a callback is a silent loss.
const QHash<QString, CallbackKind> &routes()
{
    const auto at = [](const char *path) { return QString::fromLatin1(path); };
    static const QHash<QString, CallbackKind> table{
        {at("/api/v3/hip/token/on-generate-token"), CallbackKind::OnGenerateToken},
        {at("/api/v3/link/on_carecontext"), CallbackKind::OnLinkCareContext},
        {at("/api/v3/links/on_carecontext"), CallbackKind::OnLinkCareContext},
        {at("/api/v3/link/on-carecontext"), CallbackKind::OnLinkCareContext},
        {at("/api/v3/links/context/on-notify"), CallbackKind::OnContextNotify},
        {at("/api/v3/link/context/on-notify"), CallbackKind::OnContextNotify},
        {at("/api/v3/patients/sms/on-notify"), CallbackKind::OnSmsNotify},
        {at("/api/v3/patient/sms/on-notify"), CallbackKind::OnSmsNotify},
        {at("/api/v3/consent/request/hip/notify"), CallbackKind::ConsentNotify},
        {at("/api/v3/consents/request/hip/notify"), CallbackKind::ConsentNotify},
        {at("/api/v3/hip/health-information/request"), CallbackKind::HealthInformationRequest},
        {at("/api/v3/hip/patient/share"), CallbackKind::PatientShare},
        {at("/api/v3/hip/patient/running-token/status"), CallbackKind::RunningTokenStatus},
        {at("/api/v3/hip/patient/care-context/discover"), CallbackKind::Discover},
        {at("/api/v3/hip/link/care-context/init"), CallbackKind::LinkInit},
        {at("/api/v3/hip/link/care-context/confirm"), CallbackKind::LinkConfirm},
        {at("/api/v3/patients/status/notify"), CallbackKind::PatientStatus},
        {at("/api/v3/patient/status/notify"), CallbackKind::PatientStatus},
        // Documented, not served yet: the HIU side.
        {at("/api/v3/hiu/consent/request/on-init"), CallbackKind::Unserved},
        {at("/api/v3/hiu/consent/request/on-status"), CallbackKind::Unserved},
        {at("/api/v3/hiu/consent/request/notify"), CallbackKind::Unserved},
        {at("/api/v3/hiu/consent/request/on-notify"), CallbackKind::Unserved},
        {at("/api/v3/hiu/consent/on-fetch"), CallbackKind::Unserved},
        {at("/api/v3/hiu/consents/on-fetch"), CallbackKind::Unserved},
        {at("/api/v3/hiu/health-information/on-request"), CallbackKind::Unserved},
    };
    return table;
}
}

std::optional<CallbackKind> callbackKind(QStringView path)
{
    if (path.endsWith(u'/'))
        path.chop(1);
    const auto &table = routes();
    const auto found = table.find(path.toString());
    return found == table.end() ? std::nullopt : std::optional(*found);
}

Result<std::optional<FacilityId>> facilityInBody(CallbackKind kind, QByteArrayView body, const JsonLimits &limits)
{
    const auto root = readJsonObject(body, limits);
    if (!root)
        return failed(root);
    QString id;
    if (kind == CallbackKind::ConsentNotify) {
        id = root->value(u"notification")[u"consentDetail"][u"hip"][u"id"].toString();
    } else if (kind == CallbackKind::PatientShare) { // may come without the header, like the next (9)
        id = root->value(u"metaData")[u"hipId"].toString();
    } else if (kind == CallbackKind::RunningTokenStatus) {
        id = root->value(u"hipId").toString();
    }
    return id.isEmpty() ? std::optional<FacilityId>() : std::optional(FacilityId(id));
}

}
