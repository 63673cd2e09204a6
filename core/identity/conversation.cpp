#include "identity/turn.h"

namespace nadi::identity
{
using namespace Qt::StringLiterals;
using abdm::abha::Enrolled;
using abdm::abha::LoggedIn;
using abdm::abha::UserToken;

namespace
{
bool isOffered(const DeskPolicy &policy, Purpose purpose)
{
    switch (purpose) {
    case Purpose::CreateByLicence:
        return policy.drivingLicence;
    case Purpose::CreateByFace:
        return policy.faceByApp;
    case Purpose::CreateByBiometric:
        return policy.biometrics;
    case Purpose::CreateByDemographics:
        return policy.demographic;
    case Purpose::CreateByAadhaar:
    case Purpose::Verify:
        break;
    }
    return true;
}

void clear(Turn &turn)
{
    turn.wipeSecrets();
    const auto lastCall = turn.state.lastCall;
    const auto suffix = turn.view().addressSuffix;
    turn.state = {};
    turn.state.lastCall = lastCall; // numbers are never used twice, so that no late answer fits
    turn.view().addressSuffix = suffix;
}

void begin(Turn &turn, const event::Begin &begin)
{
    clear(turn);
    turn.view().purpose = begin.purpose;
    turn.view().way = begin.way;
    if (!isOffered(turn.policy, begin.purpose))
        return turn.end(ownRefusal(u"ABHA-OFF"_s), Problem::Offer::TellAdministrator);
    // Wherever an Aadhaar number or a document leaves the desk, the consent comes first.
    const bool consent = begin.purpose != Purpose::Verify || begin.way == Way::Aadhaar;
    turn.go(consent ? Stage::Consent : Stage::Identify);
}

/// A token that came too late is a key that lies about: log out with it.
void closeLate(Turn &turn, const Event &event)
{
    const auto close = [&turn](const UserToken &token) {
        if (!token.token.isEmpty())
            turn.tell(call::LogOut{token});
    };
    std::visit(On{
                   [&](const event::Came<Enrolled> &came) {
                       if (came.answer)
                           close(came.answer->token);
                   },
                   [&](const event::Came<LoggedIn> &came) {
                       if (came.answer && came.answer->user)
                           close(*came.answer->user);
                   },
                   [&](const event::Came<UserToken> &came) {
                       if (came.answer)
                           close(*came.answer);
                   },
                   [](const auto &) {},
               },
        event);
}

enum class Origin { Person, Service, Clock };

struct Sender
{
    Origin origin = Origin::Person;
    int call = 0;
};

Sender senderOf(const Event &event)
{
    return std::visit(On{
                          [](const event::Wake &) { return Sender{Origin::Clock, 0}; },
                          []<class T>(const event::Came<T> &came) { return Sender{Origin::Service, came.call}; },
                          [](const auto &) { return Sender{}; },
                      },
        event);
}

void byPurpose(Turn &turn, const Event &event)
{
    switch (turn.view().purpose) {
    case Purpose::CreateByAadhaar:
        return enrolment(turn, event);
    case Purpose::CreateByLicence:
        return licence(turn, event);
    case Purpose::CreateByFace:
        return face(turn, event);
    case Purpose::CreateByBiometric:
        return biometric(turn, event);
    case Purpose::CreateByDemographics:
        return demographic(turn, event);
    case Purpose::Verify:
        return turn.view().way == Way::FindByMobile && !turn.at(Stage::ChooseAccount) ? find(turn, event)
                                                                                      : verification(turn, event);
    }
}

void byStage(Turn &turn, const Event &event)
{
    switch (turn.view().stage) {
    case Stage::Idle:
    case Stage::Done:
    case Stage::Ended:
        return;
    case Stage::Consent:
        if (std::holds_alternative<event::Agree>(event))
            turn.go(turn.view().purpose == Purpose::CreateByDemographics ? Stage::Demographics : Stage::Identify);
        return;
    case Stage::MobileOtp:
    case Stage::Address:
        return afterEnrolment(turn, event);
    case Stage::Fetching:
        return fetching(turn, event);
    default:
        return byPurpose(turn, event);
    }
}

void take(Turn &turn, const Event &event)
{
    const auto sender = senderOf(event);
    if (const auto *first = std::get_if<event::Begin>(&event))
        return begin(turn, *first);
    if (std::holds_alternative<event::Forget>(event))
        return clear(turn);
    if (sender.origin == Origin::Service) {
        if (sender.call == 0 || sender.call != turn.state.call)
            return closeLate(turn, event);
        turn.state.call = 0;
        turn.view().waiting = false;
        turn.view().waitingSince = {};
        return byStage(turn, event);
    }
    if (sender.origin == Origin::Clock && (!turn.state.wakeAt.isSet() || turn.now < turn.state.wakeAt))
        return;
    if (turn.view().waiting)
        return; // one thing at a time; a second Enter is not a second OTP
    if (std::holds_alternative<event::TryAgain>(event)) {
        if (turn.state.repeatable)
            turn.ask(*std::exchange(turn.state.repeatable, std::nullopt));
        return;
    }
    byStage(turn, event);
}
}

Step advance(const DeskPolicy &policy, State state, Event event, UtcTime now)
{
    Turn turn{policy, now, std::move(state), {}};
    take(turn, event);
    return {std::move(turn.state), std::move(turn.effects)};
}

}
