#include "bridge/facility_router.h"

#include "bridge/parked_callbacks.h"

namespace nadi::bridge
{

namespace
{

constexpr qsizetype longestId = 100; // what is longer is nobody's

/// Answers to our calls carry the REQUEST-ID of the call, a data request its consent: they find their facility without
/// a header.
bool conversationKnowsFacility(abdm::CallbackKind kind)
{
    switch (kind) {
    case abdm::CallbackKind::OnGenerateToken:
    case abdm::CallbackKind::OnLinkCareContext:
    case abdm::CallbackKind::OnContextNotify:
    case abdm::CallbackKind::OnSmsNotify:
    case abdm::CallbackKind::HealthInformationRequest:
    case abdm::CallbackKind::LinkInit:
    case abdm::CallbackKind::LinkConfirm:
        return true;
    case abdm::CallbackKind::ConsentNotify: // a revocation names its consent and nothing else
        return true;
    case abdm::CallbackKind::PatientShare:
    case abdm::CallbackKind::RunningTokenStatus:
    case abdm::CallbackKind::PatientStatus:
    case abdm::CallbackKind::Discover:
    case abdm::CallbackKind::Unserved:
        break;
    }
    return false;
}

}

FacilityDirectory facilityDirectory(const QList<Facility> &facilities)
{
    FacilityDirectory directory;
    for (const auto &facility : facilities) {
        directory.insert(facility.id.value(), facility.id);
        if (!facility.registryId.isEmpty())
            directory.insert(facility.registryId, facility.id);
    }
    return directory;
}

Addressee addresseeOf(abdm::CallbackKind kind, const HttpRequest &request, const std::optional<FacilityId> &inBody,
    const FacilityDirectory &directory)
{
    const auto quarantined = [](const char *code) { return Addressee{{}, QString::fromLatin1(code)}; };
    QString header = QString::fromUtf8(request.headers.value("x-hip-id"));
    if (header.isEmpty())
        header = QString::fromUtf8(request.headers.value("x-hiu-id"));
    if (!header.isEmpty() && inBody && inBody->value() != header)
        return quarantined("CB-FACILITY-MISMATCH");
    const QString named = header.isEmpty() && inBody ? inBody->value() : header;
    if (named.isEmpty())
        return conversationKnowsFacility(kind) ? Addressee{} : quarantined("CB-FACILITY-MISSING");
    const auto known = directory.constFind(named);
    if (known != directory.constEnd())
        return {*known, {}};
    return {FacilityId(named.size() <= longestId ? named : QString()), facilityUnknown};
}

}
