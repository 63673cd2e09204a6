#pragma once

#include "abdm/patient_groups.h"

namespace nadi::abdm
{

/// 5.1 user-initiated-linking/v3/patient/care-context/on-discover
struct OnDiscover
{
    TransactionId transaction;
    PatientContexts patient; ///< of one person, never of two; not linked yet
    QStringList matchedBy; ///< "MOBILE", "ABHA_NUMBER", "ABHA_ADDRESS", "MR"
    RequestId inReplyTo;
    std::optional<CallError> error; ///< instead of patient and matchedBy
    QJsonObject body() const;
};

/// 5.3 user-initiated-linking/v3/link/care-context/on-init
struct OnLinkInit
{
    TransactionId transaction;
    QString linkReference;
    QString authenticationType; ///< "DIRECT": implementations disagree, an empty one is refused
    QString hint; ///< where the code went, masked
    UtcTime expiry;
    RequestId inReplyTo;
    std::optional<CallError> error;
    QJsonObject body() const;
};

/// 5.4 user-initiated-linking/v3/link/care-context/on-confirm
struct OnLinkConfirm
{
    PatientContexts patient; ///< only what was chosen at init
    RequestId inReplyTo;
    std::optional<CallError> error; ///< then without a patient
    QJsonObject body() const;
};

}
