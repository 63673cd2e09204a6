#pragma once

#include "abdm/abha/registered_device.h"
#include "abdm/abha/service.h"
#include "common/clock.h"
#include "domain/aadhaar.h"
#include "identity/view.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace nadi::identity
{

/// Which of the ways behind settings this clinic offers.
struct DeskPolicy
{
    bool drivingLicence = false; ///< abha.drivingLicence
    bool faceByApp = false; ///< abha.faceAuth
    bool biometrics = false; ///< abha.biometrics: needs a registered device
    bool demographic = false; ///< abha.demographic: approved government programmes only
    abdm::abha::ConsentVersion consent{QStringLiteral("abha-enrollment"), QStringLiteral("1.4")};
    std::chrono::seconds resendAfter{60};
    int resends = 2;
    std::chrono::minutes otpLock{30};
    /// What the face QR says before the transaction; another host in production (abha-m1.md 3.3).
    QString faceQrBase = QStringLiteral("https://phrsbx.abdm.gov.in/face-auth?txnId=");
};

/// One conversation with the ABHA service at one desk: runs the pure steps of identity/conversation.h against an
/// AbhaService. Secrets given to it are wiped as soon as the step that needs them is done; nothing typed for one
/// patient survives begin() or forget(). Lives on the thread of the service; every answer may arrive after `stage`
/// moved on and is then ignored.
class AbhaDesk : public QObject
{
    Q_OBJECT

public:
    AbhaDesk(abdm::abha::AbhaService &service, const Clock &clock, DeskPolicy policy, QObject *parent = nullptr);
    ~AbhaDesk() override;

    /// The device of CreateByBiometric; without one it is DEVICE-NONE. Outlives the desk.
    void use(abdm::abha::RegisteredDevice *device);

    const View &view() const;

    /// Forgets what was before. A creation starts at Consent, a verification at Identify (at Consent for Way::Aadhaar).
    void begin(Purpose purpose, Way way = Way::AbhaNumber);
    /// The person agreed to exactly the consent of the policy. Who, when, language and version are stored by the caller
    /// (clinic/abha_file.h) before this is called.
    void agree();

    void giveAadhaar(AadhaarNumber number);
    void giveNumber(const AbhaNumber &number);
    void giveAddress(const AbhaAddress &address);
    void giveMobile(const QString &tenDigits); ///< Way::Mobile, FindByMobile, CreateByLicence
    void chooseFound(int index);
    void chooseMethod(abdm::abha::OtpSystem system);
    /// Six digits. `communicationMobile`: creation only; empty keeps Aadhaar's.
    void giveOtp(Secret otp, const QString &communicationMobile = {});
    void resend();
    /// At MobileOtp: leaves the communication mobile as Aadhaar has it.
    void keepMobile();
    void chooseAccount(int row);
    void giveLicence(const abdm::abha::DrivingLicence &licence);
    void giveDemographics(const abdm::abha::Demographics &person); ///< CreateByDemographics, before giveAadhaar
    void takeCapture(abdm::abha::Biometric kind); ///< CreateByBiometric, after giveAadhaar
    /// Local part, or empty to keep the default address.
    void chooseAddress(const QString &localPart);
    /// Again what failed with TryLater, without typing anything again where that is safe.
    void tryAgain();
    /// Logs out, wipes, Idle.
    void forget();

    /// A creation that can go on later while its transaction lives, sealed by the caller; empty when there is nothing
    /// to resume. Holds no Aadhaar digit, no OTP and no token.
    QJsonObject parked() const;
    /// Continues at the stage of `parked`; Ended with BeginAnew when its transaction is too old. Fails with
    /// ABHA-PARKED.
    Done resume(const QJsonObject &parked);

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
