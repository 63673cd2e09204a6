#pragma once

#include "conversation_driver.h"

namespace nadi::test
{

using namespace nadi::abdm::abha;
using namespace nadi::identity;
using namespace Qt::StringLiterals;

/// Brings a conversation to the OTP of a creation.
inline ConversationDriver atEnrolmentOtp()
{
    ConversationDriver d;
    d.begin(Purpose::CreateByAadhaar);
    d.take(event::Agree{});
    d.take(event::GiveAadhaar{d.aadhaar()});
    d.answer(d.sent(u"t1"_s));
    return d;
}

inline ConversationDriver atAddress()
{
    auto d = atEnrolmentOtp();
    d.take(event::GiveOtp{Secret("123456"), {}});
    d.answer(d.enrolled());
    d.answer(Suggestions{u"t-suggest"_s, {u"ashaverma1990"_s, u"asha.266"_s}});
    return d;
}

inline ConversationDriver atDetails()
{
    ConversationDriver d;
    d.begin(Purpose::CreateByDemographics);
    d.take(event::Agree{});
    return d;
}

inline ConversationDriver atVerifyOtp(Way way)
{
    ConversationDriver d;
    d.begin(Purpose::Verify, way);
    switch (way) {
    case Way::AbhaNumber:
        d.take(event::GiveNumber{d.number()});
        d.answer(d.outline());
        d.take(event::ChooseMethod{OtpSystem::Aadhaar});
        break;
    case Way::AbhaAddress:
        d.take(event::GiveAddress{d.address()});
        d.answer(d.outline());
        d.take(event::ChooseMethod{OtpSystem::Abdm});
        break;
    case Way::Mobile:
        d.take(event::GiveMobile{u"9876543210"_s});
        break;
    case Way::Aadhaar:
        d.take(event::Agree{});
        d.take(event::GiveAadhaar{d.aadhaar()});
        break;
    case Way::FindByMobile: {
        d.take(event::GiveMobile{u"9876543210"_s});
        FoundAccount one{1, u"xx-xxxx-xxxx-XX00"_s, u"Asha"_s, Gender::Female, {}};
        one.methods.mobileOtp = true;
        d.answer(Found{u"t-search"_s, {one}});
        d.take(event::ChooseFound{1});
        break;
    }
    }
    d.answer(d.sent(u"t1"_s));
    return d;
}

inline void fetchAll(ConversationDriver &d)
{
    d.answer(d.profile());
    d.answer(QByteArray("card"));
    d.answer(QByteArray("qr"));
}

inline bool holdsSecrets(const State &state)
{
    return !state.aadhaar.isEmpty() || state.token || state.transfer || state.repeatable;
}

}
