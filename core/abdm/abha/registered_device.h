#pragma once

#include "abdm/abha/refusal.h"
#include "abdm/abha/values.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <memory>

namespace nadi::abdm::abha
{

struct DeviceConfig
{
    QUrl base; ///< scheme and host: http://127.0.0.1; anything but loopback is nobody's
    int firstPort = 11100; ///< UIDAI's range; the first that is READY is used
    int lastPort = 11120;
    QString environment; ///< P production, PP pre-production, S staging
    QByteArray wadh; ///< empty: the usual one of each kind
    std::chrono::milliseconds probeTimeout{2000};
    std::chrono::milliseconds captureTimeout{20'000};
};

/// The fingerprint or iris device at this computer, behind its maker's RD service: local HTTP with the verbs RDSERVICE
/// and CAPTURE (UIDAI, Aadhaar Registered Devices 2.0 Rev 6). What it captures is encrypted for UIDAI by the device
/// itself and passes through unread. Needs an event loop.
class RegisteredDevice : public QObject
{
    Q_OBJECT

public:
    explicit RegisteredDevice(DeviceConfig config, QObject *parent = nullptr);
    ~RegisteredDevice() override;

    /// Refusals: DEVICE-NONE (nobody answers), DEVICE-BUSY (not ready, in use, or the cable is out), DEVICE-CAPTURE
    /// (the device's own words), DEVICE-XML.
    QFuture<Answer<Capture>> capture(Biometric kind);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
