#include "identity/abha_desk.h"

namespace nadi::identity
{

struct AbhaDesk::Private
{
    View view;
};

AbhaDesk::AbhaDesk(abdm::abha::AbhaService &, const Clock &, DeskPolicy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

AbhaDesk::~AbhaDesk() = default;

const View &AbhaDesk::view() const
{
    return d->view;
}

void AbhaDesk::begin(Purpose purpose, Way way)
{
    d->view = {};
    d->view.purpose = purpose;
    d->view.way = way;
    d->view.stage = Stage::Ended;
    Q_EMIT changed();
}

void AbhaDesk::agree() { }
void AbhaDesk::giveAadhaar(AadhaarNumber) { }
void AbhaDesk::giveNumber(const AbhaNumber &) { }
void AbhaDesk::giveAddress(const AbhaAddress &) { }
void AbhaDesk::giveMobile(const QString &) { }
void AbhaDesk::chooseFound(int) { }
void AbhaDesk::chooseMethod(abdm::abha::OtpSystem) { }
void AbhaDesk::giveOtp(Secret, const QString &) { }
void AbhaDesk::resend() { }
void AbhaDesk::chooseAccount(int) { }
void AbhaDesk::giveLicence(const abdm::abha::DrivingLicence &) { }
void AbhaDesk::giveCapture(abdm::abha::Capture) { }
void AbhaDesk::chooseAddress(const QString &) { }
void AbhaDesk::tryAgain() { }

void AbhaDesk::forget()
{
    d->view = {};
    Q_EMIT changed();
}

QJsonObject AbhaDesk::parked() const
{
    return {};
}

Done AbhaDesk::resume(const QJsonObject &)
{
    return fail(ErrorKind::Invalid, QStringLiteral("ABHA-PARKED"));
}

}
