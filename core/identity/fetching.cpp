#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::UserToken;
using TokenOf = abdm::abha::AbhaService::TokenOf;

namespace
{
void profileCame(Turn &turn, const abdm::abha::Answer<AbhaProfile> &answer)
{
    auto &state = turn.state;
    // After a creation the profile is known already: a service that stumbles now takes nothing back.
    if (!answer && !turn.view().profile)
        return turn.refuse(answer.error());
    if (answer)
        turn.view().profile = *answer;
    state.repeatable.reset();
    state.fetching = State::Fetching::Card;
    turn.askOnce(call::Card{*state.token, state.tokenOf});
}

void imageCame(Turn &turn, const abdm::abha::Answer<QByteArray> &answer)
{
    auto &state = turn.state;
    // Card and QR are drawn by the service and can be asked for another day; the proof stands without them.
    if (state.fetching == State::Fetching::Card) {
        turn.view().card = answer.value_or(QByteArray());
        state.fetching = State::Fetching::Qr;
        return turn.askOnce(call::Qr{*state.token, state.tokenOf});
    }
    turn.view().qr = answer.value_or(QByteArray());
    finish(turn);
}
}

void fetch(Turn &turn, UserToken token, TokenOf of)
{
    turn.go(Stage::Fetching);
    turn.state.aadhaar = {};
    turn.state.transfer.reset();
    turn.state.token = std::move(token);
    turn.state.tokenOf = of;
    turn.state.fetching = State::Fetching::Profile;
    turn.ask(call::Profile{*turn.state.token, of});
}

void finish(Turn &turn)
{
    turn.wipeSecrets();
    turn.go(Stage::Done);
}

void fetching(Turn &turn, const Event &event)
{
    std::visit(On{
                   [&](const event::Came<AbhaProfile> &came) { profileCame(turn, came.answer); },
                   [&](const event::Came<QByteArray> &came) { imageCame(turn, came.answer); },
                   [](const auto &) {},
               },
        event);
}

}
