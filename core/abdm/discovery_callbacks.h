#pragma once

#include "common/secret.h"
#include "domain/hi_type.h"
#include "domain/ids.h"
#include "domain/person.h"

#include <QList>

#include <optional>

namespace nadi::abdm
{

/// An identifier as the patient's app sends it, normalised: mobile as 10 digits, ABHA number as 14 digits, ABHA address
/// in lower case, a record number as written.
struct NetworkIdentifier
{
    enum class Type { Mobile, AbhaNumber, AbhaAddress, RecordNumber, Other };
    Type type = Type::Other;
    QString value; ///< never empty: what cannot be read is left out

    bool operator==(const NetworkIdentifier &) const = default;
};

/// 5.1 hip/patient/care-context/discover. What is not readable is empty, and the flow answers "not found".
struct DiscoverRequest
{
    TransactionId transaction;
    QString abhaAddress; ///< patient.id in lower case; empty when it is no ABHA address
    QList<NetworkIdentifier> verified; ///< vouched for by the network
    QList<NetworkIdentifier> unverified; ///< typed by whoever holds the phone
    QString name;
    Gender gender = Gender::Unknown;
    std::optional<int> yearOfBirth;
};

/// 5.3 hip/link/care-context/init: what the person chose, or why the gateway refused the choice.
struct LinkInit
{
    TransactionId transaction;
    QString abhaAddress;
    QList<CareContextRef> chosen;
    bool refusedByGateway = false;
    QString refusalCode;
};

/// 5.4 hip/link/care-context/confirm
struct LinkConfirm
{
    QString linkReference;
    Secret token; ///< digits, padded to six: a number on the wire loses its leading zeros
};

inline constexpr qsizetype linkCodeDigits = 6;

}
