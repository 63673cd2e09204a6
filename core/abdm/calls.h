#pragma once

#include "domain/clinic.h"
#include "domain/consent.h"
#include "domain/hi_type.h"
#include "domain/person.h"

#include <QJsonObject>

namespace nadi::abdm
{

// One small value per call of the hospital side; `body()` is exactly what goes on the wire. Sections are those of
// abdm-v3-gateway.md.

/// 2.1 PATCH bridge/url
struct SetBridgeUrl
{
    QString url; ///< https, base only
    QJsonObject body() const;
};

/// 2.3 MutipleHRPAddUpdateServices
struct RegisterServices
{
    FacilityId facility;
    QString facilityName;
    QString hipName; ///< at most 15 letters, digits, blanks: what does not fit is left out
    QString bridgeId;
    QString hiuName = {}; ///< empty: no HIU service
    QJsonObject body() const;
};

/// 4.1 generate-token. Absent ABHA number is left out, never sent as text with dashes.
struct GenerateToken
{
    std::optional<AbhaNumber> abhaNumber;
    AbhaAddress abhaAddress;
    QString name;
    Gender gender = Gender::Unknown;
    int yearOfBirth = 0;
    QJsonObject body() const;
};

struct LinkedContext
{
    CareContextRef reference;
    QString display; ///< neutral, plain ASCII: "Prescription 11 Feb 2026" (S-N8)
    HiType hiType = HiType::Prescription;
};

/// 4.2 link/carecontext, one patient element per HI type.
struct LinkCareContext
{
    std::optional<AbhaNumber> abhaNumber; ///< if and only if it was in generate-token
    AbhaAddress abhaAddress;
    QString patientReference;
    QString patientDisplay; ///< what is not plain ASCII goes as the reference: one letter refuses it all
    QList<LinkedContext> contexts; ///< 1 to 20
    QJsonObject body() const;
};

/// 4.3 link/context/notify
struct ContextNotify
{
    AbhaAddress abhaAddress;
    QString patientReference;
    CareContextRef careContext;
    HiType hiType = HiType::Prescription;
    UtcTime date;
    FacilityId hip;
    QJsonObject body() const;
};

/// 4.4 links/sms/notify2
struct SmsNotify
{
    QString phoneNo;
    QString hipName;
    FacilityId hip;
    QJsonObject body() const;
};

struct CallError
{
    QString code; ///< "ABDM-1061"
    QString message;
};

/// 6.3 consent/v3/request/hip/on-notify
struct ConsentOnNotify
{
    ConsentId consent;
    RequestId inReplyTo; ///< REQUEST-ID of the callback
    std::optional<CallError> error; ///< instead of the acknowledgement
    QJsonObject body() const;
};

/// 7.2 health-information/hip/on-request
struct HealthInformationOnRequest
{
    TransactionId transaction;
    RequestId inReplyTo;
    std::optional<CallError> error;
    QJsonObject body() const;
};

struct ContextOutcome
{
    CareContextRef careContext;
    bool delivered = false;
    QString description; ///< mandatory, also on success
};

/// 7.5 health-information/notify as HIP
struct HealthInformationNotify
{
    ConsentId consent;
    TransactionId transaction;
    FacilityId hip;
    UtcTime doneAt;
    QList<ContextOutcome> outcomes; ///< never empty
    QJsonObject body() const; ///< TRANSFERRED when all were delivered, else FAILED
};

/// 2.2 GET bridge-services
struct BridgeServices
{
    QString bridgeId;
    QString bridgeUrl;
    struct Service
    {
        FacilityId id;
        QString name;
        QStringList types;
        bool active = false;
    };
    QList<Service> services;
    /// Active as a HIP.
    bool serves(const FacilityId &id) const;
    /// Fails with ABDM-BRIDGE-SERVICES when keys are missing.
    static Result<BridgeServices> parse(QByteArrayView json);
};

/// 2.3 the answer: an array, one element per service, failures come with HTTP 200 too.
struct RegisterServicesAnswer
{
    bool accepted = false;
    QString code; ///< of the first failure, "2500"
    FacilityId service; ///< X-HIP-ID to use; may carry a suffix ("IN0710000001_1")
    /// The registry refuses a service that is there already; the bridge-services listing then decides whose it is.
    bool alreadyAssociated = false;
    static Result<RegisterServicesAnswer> parse(QByteArrayView json);
};

}
