#pragma once

#include "identity/conversation.h"

#include <chrono>

namespace nadi::test
{

/// Takes the steps of one conversation and remembers the last effects; plays the person and the service.
class ConversationDriver
{
public:
    identity::DeskPolicy policy = [] {
        identity::DeskPolicy all;
        all.drivingLicence = all.faceByApp = all.biometrics = all.demographic = true;
        return all;
    }();
    identity::State state;
    QList<identity::Effect> effects; ///< of the last step
    UtcTime now = UtcTime::fromMs(1'795'200'000'000);

    const identity::View &view() const { return state.view; }
    identity::Stage stage() const { return state.view.stage; }

    void take(identity::Event event)
    {
        auto step = identity::advance(policy, std::move(state), std::move(event), now);
        state = std::move(step.state);
        effects = std::move(step.effects);
    }
    void begin(identity::Purpose purpose, identity::Way way = identity::Way::AbhaNumber)
    {
        take(identity::event::Begin{purpose, way});
    }
    /// The service answers the open call.
    template <class T>
    void answer(T value)
    {
        take(identity::event::Came<T>{state.call, std::move(value)});
    }
    template <class T>
    void refuse(abdm::abha::Refusal refusal)
    {
        take(identity::event::Came<T>{state.call, tl::unexpected(std::move(refusal))});
    }
    template <class T>
    void refuse(const QString &code, int status = 400, const QString &message = {})
    {
        refuse<T>(abdm::abha::Refusal{ErrorKind::Refused, status, code, {}, message});
    }
    /// The one call of the last step, when it is of that kind.
    template <class C>
    const C *call() const
    {
        for (const auto &effect : effects)
            if (const auto *found = std::get_if<C>(&effect.call))
                return found;
        return nullptr;
    }
    void later(std::chrono::milliseconds by) { now = now + by; }

    // ---- what people and services say
    static AadhaarNumber aadhaar() { return AadhaarNumber::parse(Secret("999941057058")).value(); }
    static abdm::abha::Demographics demographics()
    {
        return {QStringLiteral("Asha Verma"), Gender::Female, BirthDate{1990, 6, 26}, QStringLiteral("27"),
            QStringLiteral("490"), QStringLiteral("9876543210"), {}, {}};
    }
    static AbhaNumber number() { return AbhaNumber::parse(u"91-4002-5177-3000").value(); }
    static AbhaAddress address() { return AbhaAddress::parse(u"ashaverma1990@sbx").value(); }
    static abdm::abha::UserToken token(const char *text = "x-token")
    {
        return {Secret(text), Secret("refresh"), std::chrono::seconds(1800)};
    }
    static abdm::abha::OtpSent sent(const QString &transaction)
    {
        return {transaction, QStringLiteral("OTP sent to ******3210")};
    }
    static AbhaProfile profile(const QString &mobile = QStringLiteral("******3210"))
    {
        AbhaProfile out;
        out.number = number();
        out.name = QStringLiteral("Asha Ramesh Verma");
        out.mobile = mobile;
        out.preferredAddress = AbhaAddress::parse(u"91400251773000@sbx").value();
        out.addresses = {*out.preferredAddress};
        return out;
    }
    static abdm::abha::Enrolled enrolled(abdm::abha::Enrolled::Account account = abdm::abha::Enrolled::Account::Created,
        const QString &mobile = QStringLiteral("******3210"))
    {
        return {QStringLiteral("t-enrolled"), token(), profile(mobile), account, {}};
    }
    static abdm::abha::LoggedIn loggedIn() { return {QStringLiteral("t-in"), token(), std::nullopt, {account()}}; }
    static AbhaAccount account()
    {
        AbhaAccount out;
        out.number = number();
        out.name = QStringLiteral("Asha Ramesh Verma");
        return out;
    }
    static abdm::abha::LoggedIn family(int size)
    {
        return {QStringLiteral("t-family"), std::nullopt, abdm::abha::TransferToken{Secret("t-token"), {}},
            QList<AbhaAccount>(size, account())};
    }
    static abdm::abha::AccountOutline outline()
    {
        abdm::abha::AccountOutline out;
        out.methods.mobileOtp = out.methods.aadhaarOtp = true;
        out.maskedMobile = QStringLiteral("******3210");
        out.number = number();
        return out;
    }
};

}
