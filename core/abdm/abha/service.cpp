#include "abdm/abha/service.h"

#include <QFuture>

namespace nadi::abdm::abha
{
namespace
{
template <class T>
QFuture<Answer<T>> notYet()
{
    return QtFuture::makeReadyFuture(
        Answer<T>(tl::unexpected(Refusal{ErrorKind::Unavailable, 0, QStringLiteral("NOT-YET"), {}, {}})));
}
}

struct AbhaService::Private
{
};

AbhaService::AbhaService(AbhaConfig, GatewayConfig, Encrypt, const Clock &, IdSource &, QObject *parent)
    : QObject(parent)
{
}

AbhaService::~AbhaService() = default;

QFuture<Answer<OtpSent>> AbhaService::requestEnrolmentOtp(Secret, TransactionRef)
{
    return notYet<OtpSent>();
}

QFuture<Answer<Enrolled>> AbhaService::enrolByAadhaar(TransactionRef, Secret, QString, ConsentVersion)
{
    return notYet<Enrolled>();
}

QFuture<Answer<Enrolled>> AbhaService::enrolByBiometric(Secret, Capture, QString, ConsentVersion)
{
    return notYet<Enrolled>();
}

QFuture<Answer<OtpSent>> AbhaService::requestMobileOtp(TransactionRef, Secret)
{
    return notYet<OtpSent>();
}

QFuture<Answer<MobileVerified>> AbhaService::verifyMobile(TransactionRef, Secret)
{
    return notYet<MobileVerified>();
}

QFuture<Answer<Suggestions>> AbhaService::suggestions(TransactionRef)
{
    return notYet<Suggestions>();
}

QFuture<Answer<AbhaAddress>> AbhaService::chooseAddress(TransactionRef, QString)
{
    return notYet<AbhaAddress>();
}

QFuture<Answer<OtpSent>> AbhaService::requestLicenceOtp(Secret, TransactionRef)
{
    return notYet<OtpSent>();
}

QFuture<Answer<MobileVerified>> AbhaService::verifyLicenceOtp(TransactionRef, Secret)
{
    return notYet<MobileVerified>();
}

QFuture<Answer<Enrolled>> AbhaService::enrolByLicence(TransactionRef, DrivingLicence, ConsentVersion)
{
    return notYet<Enrolled>();
}

QFuture<Answer<TransactionRef>> AbhaService::beginFace()
{
    return notYet<TransactionRef>();
}

QFuture<Answer<FacePoll>> AbhaService::pollFace(TransactionRef)
{
    return notYet<FacePoll>();
}

QFuture<Answer<Enrolled>> AbhaService::enrolByFace(TransactionRef, Secret, QString, ConsentVersion)
{
    return notYet<Enrolled>();
}

QFuture<Answer<AccountOutline>> AbhaService::outlineByNumber(AbhaNumber)
{
    return notYet<AccountOutline>();
}

QFuture<Answer<AccountOutline>> AbhaService::outlineByAddress(AbhaAddress)
{
    return notYet<AccountOutline>();
}

QFuture<Answer<Found>> AbhaService::findByMobile(Secret)
{
    return notYet<Found>();
}

QFuture<Answer<OtpSent>> AbhaService::requestLoginOtp(LoginHint, Secret, OtpSystem, TransactionRef)
{
    return notYet<OtpSent>();
}

QFuture<Answer<LoggedIn>> AbhaService::verifyLoginOtp(LoginHint, OtpSystem, TransactionRef, Secret)
{
    return notYet<LoggedIn>();
}

QFuture<Answer<UserToken>> AbhaService::chooseAccount(TransferToken, TransactionRef, AbhaNumber)
{
    return notYet<UserToken>();
}

QFuture<Answer<OtpSent>> AbhaService::requestAddressOtp(AbhaAddress, OtpSystem, TransactionRef)
{
    return notYet<OtpSent>();
}

QFuture<Answer<LoggedIn>> AbhaService::verifyAddressOtp(OtpSystem, TransactionRef, Secret)
{
    return notYet<LoggedIn>();
}

QFuture<Answer<AbhaProfile>> AbhaService::profile(UserToken, TokenOf)
{
    return notYet<AbhaProfile>();
}

QFuture<Answer<QByteArray>> AbhaService::card(UserToken, TokenOf)
{
    return notYet<QByteArray>();
}

QFuture<Answer<QByteArray>> AbhaService::qr(UserToken, TokenOf)
{
    return notYet<QByteArray>();
}

QFuture<Answer<UserToken>> AbhaService::refresh(UserToken)
{
    return notYet<UserToken>();
}

QFuture<Answer<QString>> AbhaService::logOut(UserToken)
{
    return notYet<QString>();
}

}
