#include "identity/dispatch.h"

#include "identity/turn.h"

#include <QFuture>

namespace nadi::identity
{
using abdm::abha::AbhaService;
using abdm::abha::Answer;

namespace
{
struct Maker : Reach
{
    QFuture<Answer<abdm::abha::Capture>> operator()(call::CaptureBiometric &c)
    {
        if (device)
            return device->capture(c.kind);
        return QtFuture::makeReadyFuture(
            Answer<abdm::abha::Capture>(tl::unexpected(ownRefusal(QStringLiteral("DEVICE-NONE")))));
    }
    auto operator()(call::EnrolmentOtp &c) { return service.requestEnrolmentOtp(std::move(c.aadhaar), c.resendOf); }
    auto operator()(call::EnrolByAadhaar &c)
    {
        return service.enrolByAadhaar(c.transaction, std::move(c.otp), c.mobile, consent);
    }
    auto operator()(call::EnrolByBiometric &c)
    {
        return service.enrolByBiometric(std::move(c.aadhaar), std::move(c.capture), c.mobile, consent);
    }
    auto operator()(call::EnrolByDemographics &c)
    {
        return service.enrolByDemographics(std::move(c.aadhaar), std::move(c.person), consent);
    }
    auto operator()(call::EnrolByFace &c)
    {
        return service.enrolByFace(c.transaction, std::move(c.aadhaar), c.mobile, consent);
    }
    auto operator()(call::MobileOtp &c) { return service.requestMobileOtp(c.transaction, Secret(c.mobile.toLatin1())); }
    auto operator()(call::VerifyMobile &c) { return service.verifyMobile(c.transaction, std::move(c.otp)); }
    auto operator()(call::Suggest &c) { return service.suggestions(c.transaction); }
    auto operator()(call::ChooseAddress &c) { return service.chooseAddress(c.transaction, c.localPart); }
    auto operator()(call::LicenceOtp &c) { return service.requestLicenceOtp(Secret(c.mobile.toLatin1()), c.resendOf); }
    auto operator()(call::VerifyLicenceOtp &c) { return service.verifyLicenceOtp(c.transaction, std::move(c.otp)); }
    auto operator()(call::EnrolByLicence &c)
    {
        return service.enrolByLicence(c.transaction, std::move(c.licence), consent);
    }
    auto operator()(call::BeginFace &) { return service.beginFace(); }
    auto operator()(call::PollFace &c) { return service.pollFace(c.transaction); }
    auto operator()(call::OutlineNumber &c) { return service.outlineByNumber(c.number); }
    auto operator()(call::OutlineAddress &c) { return service.outlineByAddress(c.address); }
    auto operator()(call::FindByMobile &c) { return service.findByMobile(Secret(c.mobile.toLatin1())); }
    auto operator()(call::LoginOtp &c)
    {
        return service.requestLoginOtp(c.hint, std::move(c.id), c.system, c.transaction);
    }
    auto operator()(call::VerifyLogin &c)
    {
        return service.verifyLoginOtp(c.hint, c.system, c.transaction, std::move(c.otp));
    }
    auto operator()(call::AddressOtp &c) { return service.requestAddressOtp(c.address, c.system, c.resendOf); }
    auto operator()(call::VerifyAddress &c)
    {
        return service.verifyAddressOtp(c.system, c.transaction, std::move(c.otp));
    }
    auto operator()(call::ChooseAccount &c)
    {
        return service.chooseAccount(std::move(c.transfer), c.transaction, c.number);
    }
    auto operator()(call::Profile &c) { return service.profile(std::move(c.token), c.of); }
    auto operator()(call::Card &c) { return service.card(std::move(c.token), c.of); }
    auto operator()(call::Qr &c) { return service.qr(std::move(c.token), c.of); }
};

template <class T>
void whenAnswered(QFuture<Answer<T>> future, QObject &context, int number, std::function<void(Event)> take)
{
    future.then(
        &context, [number, take = std::move(take)](const Answer<T> &answer) { take(event::Came<T>{number, answer}); });
}
}

void dispatch(const Reach &reach, Effect effect, QObject &context, std::function<void(Event)> take)
{
    std::visit(
        On{
            [&](call::LogOut &c) { reach.service.logOut(std::move(c.token)); }, // a courtesy: nobody waits for it
            [&](auto &c) { whenAnswered(Maker{reach}(c), context, effect.number, std::move(take)); },
        },
        effect.call);
}

}
