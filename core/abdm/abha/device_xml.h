#pragma once

// Private to abdm/abha: what a registered device's service and this program say to each other (UIDAI, Aadhaar
// Registered Devices 2.0 Rev 6, section "RD Service APIs"). Pure. Bytes from the service are hostile like any others.

#include "abdm/abha/refusal.h"
#include "abdm/abha/values.h"

#include <QByteArray>
#include <QString>

namespace nadi::abdm::abha
{

/// Answer to RDSERVICE.
struct DeviceStatus
{
    QString status; ///< READY, USED, NOTREADY; the other words of makers count as not ready
    QString info; ///< the maker's words for the screen
    QString capturePath; ///< without a host: some makers write "/127.0.0.1:11102/capture"

    bool isReady() const { return status == u"READY" && !capturePath.isEmpty(); }
};
Answer<DeviceStatus> readDeviceStatus(const QByteArray &xml);

/// Body of CAPTURE: one finger, or one iris, for e-KYC.
QByteArray captureOptions(Biometric kind, const QString &environment, const QByteArray &wadh, int timeoutMs);
/// base64(SHA-256("2.5" + ra + rc + lr + de + pfr)) with rc Y, lr Y, de N, pfr N (abha-m1.md 3.3). Only ra "F" is in
/// the reference; "I" for an iris is UIDAI's e-KYC text.
QByteArray usualWadh(Biometric kind);

/// The whole PidData passed on unread but for its verdict, base64 as enrol/byAadhaar wants it. Refusals: DEVICE-CAPTURE
/// with the device's own words, DEVICE-XML.
Answer<Secret> readCapture(QByteArray xml);

}
