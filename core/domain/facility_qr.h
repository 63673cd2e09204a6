#pragma once

#include <QString>

#include <optional>

namespace nadi
{

/// What the QR on the clinic's wall says (abha-m1.md 5.2).
struct FacilityQr
{
    QString hip; ///< HIP id
    QString counter;

    bool operator==(const FacilityQr &) const = default;
};

/// "https://phrsbx.abdm.gov.in/share-profile?hip-id=…&counter-id=…": a plain URL, because the apps refuse other
/// schemes. `base` is the setting share.qrBase: sandbox and production differ. Values are percent-encoded.
QString facilityQrText(const FacilityQr &qr, const QString &base);

/// Reads every form that is printed somewhere: both spellings of the parameters, and the JSON of portal-made codes.
/// Empty for everything else.
std::optional<FacilityQr> readFacilityQr(QStringView text);

}
