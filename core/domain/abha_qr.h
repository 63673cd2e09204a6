#pragma once

#include "domain/facility_qr.h"
#include "domain/person.h"

namespace nadi
{

/// What the QR on an ABHA card or in an ABHA app says. Unsigned: a typing aid, never proof of identity (abha-m1.md
/// 5.1). Masked values ("xx-9-19xx", "984x1x2x6x") are left out; at least one of number and address is there.
struct AbhaQr
{
    std::optional<AbhaNumber> abhaNumber;
    std::optional<AbhaAddress> abhaAddress;
    QString name;
    Gender gender = Gender::Unknown;
    BirthDate birth;
    QString mobile; ///< 10 digits, or empty
    QString addressLine;
    QString district;
    QString state;
};

enum class QrKind {
    AbhaCard,
    PhrApp,
    FacilityLink,
    FacilityJson,
    FaceAuthLink,
    /// An ABHA code that a keyboard-type scanner typed under another keyboard layout, or cut off: offer camera or
    /// image.
    Damaged,
    Unknown,
};

struct ScannedQr
{
    QrKind kind = QrKind::Unknown;
    std::optional<AbhaQr> abha; ///< of AbhaCard and PhrApp
    std::optional<FacilityQr> facility; ///< of FacilityLink and FacilityJson
};

/// Says what a scanner read. Pure, for text from anywhere; nothing longer than the largest QR is looked at.
ScannedQr readScannedQr(QStringView text);

}
