#pragma once

#include "domain/abha.h"
#include "domain/person.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace nadi
{

enum class AbhaStatus { Active, Deactivated, Deleted, Unknown };

/// What the ABHA service says about one person after a proof. Personal data throughout: sealed in the database.
struct AbhaProfile
{
    std::optional<AbhaNumber> number; ///< none: an address without an ABHA number
    std::optional<AbhaAddress> preferredAddress;
    QList<AbhaAddress> addresses; ///< the preferred one among them, default address included
    QString name; ///< non-empty parts joined by one blank
    QString localName; ///< in the person's own script, may be empty
    Gender gender = Gender::Unknown;
    BirthDate birth;
    QString mobile; ///< ten digits, or as masked by the service, or empty
    QString email;
    QString addressLine;
    QString district, state, pinCode;
    QByteArray photo; ///< JPEG or PNG as sniffed, at most 100 KB; empty when there is none
    AbhaStatus status = AbhaStatus::Active;
    bool kycVerified = false;
    QString enrolmentNumber; ///< of a provisional enrolment by driving licence; then `number` is empty

    bool operator==(const AbhaProfile &) const = default;
};

/// One line of "several accounts: choose".
struct AbhaAccount
{
    std::optional<AbhaNumber> number;
    std::optional<AbhaAddress> address;
    QString name;
    Gender gender = Gender::Unknown;
    BirthDate birth;
    QByteArray photo;
    AbhaStatus status = AbhaStatus::Active;

    bool operator==(const AbhaAccount &) const = default;
};

/// How an identity was proved here; stored with every identifier.
enum class AbhaProof { AadhaarOtp, MobileOtp, Fingerprint, Face, Iris, Demographic, Created, Share, None };
QString toWord(AbhaProof proof);
AbhaProof abhaProofFromWord(QStringView word);

}
