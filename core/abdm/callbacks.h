#pragma once

#include "abdm/discovery_callbacks.h"
#include "abdm/share_callbacks.h"
#include "abdm/status_callbacks.h"
#include "domain/consent.h"

#include <QByteArray>

#include <optional>
#include <variant>

namespace nadi::abdm
{

/// Limits before parsing (S-C9).
struct JsonLimits
{
    qsizetype bytes = 1024 * 1024;
    int depth = 32;
    int members = 10'000;
};

/// `error` member of a callback.
struct CallbackError
{
    QString code;
    QString message;
};

/// 4.1 on-generate-token
struct OnGenerateToken
{
    QString abhaAddress;
    QByteArray linkToken; ///< JWT; only exp and identity claims are read (linkTokenExpiry)
    std::optional<CallbackError> error;
    RequestId inReplyTo;
};

/// 4.2 on_carecontext. Success: no error, and the status reads as success or linked; ABDM-1056 is success too.
struct OnLinkCareContext
{
    QString abhaAddress;
    QString status;
    std::optional<CallbackError> error;
    RequestId inReplyTo;
    bool linked() const;
};

/// 4.3 on-notify, 4.4 sms/on-notify (both shapes, `resp` or `response`)
struct OnNotify
{
    bool acknowledged = false;
    std::optional<CallbackError> error;
    RequestId inReplyTo;
};

/// 6.3 consent/request/hip/notify. `artefact` is missing on REVOKED and EXPIRED.
struct ConsentNotify
{
    ConsentId consent;
    ConsentStatus status = ConsentStatus::Requested;
    std::optional<ConsentArtefact> artefact;
};

/// 7.2 hip/health-information/request
struct HealthInformationRequest
{
    TransactionId transaction;
    ConsentId consent;
    UtcTime from;
    UtcTime to;
    QString dataPushUrl;
    QByteArray keyValue; ///< base64 as received
    QByteArray nonce; ///< base64 as received
    UtcTime keyExpiry; ///< unset when not readable
    QString curve;
};

/// A documented callback this product does not serve yet (M3): answered 202, kept, shown to IT.
struct Unserved
{
};

using Callback = std::variant<OnGenerateToken, OnLinkCareContext, OnNotify, ConsentNotify, HealthInformationRequest,
    PatientShare, RunningTokenStatus, PatientStatus, DiscoverRequest, LinkInit, LinkConfirm, Unserved>;

enum class CallbackKind {
    OnGenerateToken,
    OnLinkCareContext,
    OnContextNotify,
    OnSmsNotify,
    ConsentNotify,
    HealthInformationRequest,
    PatientShare,
    RunningTokenStatus,
    PatientStatus,
    Discover,
    LinkInit,
    LinkConfirm,
    Unserved,
};

/// Which documented path this is; trailing slash and older spellings accepted (0.4). nullopt: not documented, S-C13.
std::optional<CallbackKind> callbackKind(QStringView path);

/// Size, depth and member limits first, then the keys the kind needs. Errors: CB-LIMIT, CB-JSON, CB-MISSING (detail
/// names the member), CB-VALUE.
Result<Callback> parseCallback(CallbackKind kind, QByteArrayView body, const JsonLimits &limits = {});

/// Facility named in the body, where the path documents one (S-C10, S-C11): metaData.hipId, consentDetail.hip.id, …
Result<std::optional<FacilityId>> facilityInBody(CallbackKind kind, QByteArrayView body, const JsonLimits &limits = {});

/// exp of a link token (claims only; its signature is the gateway's business). Error: CB-LINK-TOKEN.
Result<UtcTime> linkTokenExpiry(QByteArrayView linkToken);

}
