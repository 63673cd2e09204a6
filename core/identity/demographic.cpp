#include "abdm/abha/meaning.h"
#include "identity/turn.h"

namespace nadi::identity
{
using namespace Qt::StringLiterals;
using abdm::abha::Enrolled;
using abdm::abha::Meaning;
using abdm::abha::Refusal;

namespace
{
/// What a private clinic hears: its rights, or a programme that nobody registered (1.8, 3.3).
bool isForProgrammesOnly(const Refusal &refusal)
{
    return meaningOf(refusal) == Meaning::NotForUs || refusal.code == u"ABDM-1021" || refusal.code == u"HTTP-401";
}

/// Everything but the Aadhaar number was typed on the page before.
bool isAboutTheDetails(const Refusal &refusal)
{
    const auto meaning = meaningOf(refusal);
    return meaning == Meaning::DetailsDiffer || meaning == Meaning::MobileFull
        || (!refusal.field.isEmpty() && !refusal.field.contains(u"aadhaar", Qt::CaseInsensitive));
}

void refused(Turn &turn, Refusal refusal)
{
    if (isForProgrammesOnly(refusal)) {
        refusal.message = u"%1 %2"_s.arg(refusal.code, refusal.message).trimmed();
        refusal.code = u"PROGRAMME-ONLY"_s;
        return turn.end(refusal, Problem::Offer::Create);
    }
    if (isAboutTheDetails(refusal)) {
        turn.go(Stage::Demographics);
        turn.view().problem = Problem{refusal, Problem::Offer::TypeAgain, {}};
        return;
    }
    turn.refuse(refusal);
    if (turn.at(Stage::Identify) && !turn.state.repeatable)
        turn.state.aadhaar = {}; // to be typed again
}
}

/// Creation by what Aadhaar knows of the person, without a code or a device: approved government programmes only
/// (abha-m1.md 3.3). For an Aadhaar number with an ABHA the answer is that ABHA, so the call may be sent again.
void demographic(Turn &turn, const Event &event)
{
    auto &state = turn.state;
    std::visit(On{
                   [&](const event::GiveDemographics &given) {
                       if (!turn.at(Stage::Demographics))
                           return;
                       turn.view().demographics = given.person;
                       turn.view().mobile = given.person.mobile;
                       turn.go(Stage::Identify);
                   },
                   [&](const event::GiveAadhaar &given) {
                       if (!turn.at(Stage::Identify) || !turn.view().demographics)
                           return;
                       state.aadhaar = given.number.digits();
                       turn.view().maskedId = maskedAadhaar(state.aadhaar);
                       turn.ask(call::EnrolByDemographics{state.aadhaar, *turn.view().demographics});
                   },
                   [&](const event::Came<Enrolled> &came) {
                       if (!came.answer)
                           return refused(turn, came.answer.error());
                       turn.view().demographics.reset();
                       enrolled(turn, came.answer, AbhaProof::Demographic);
                   },
                   [](const auto &) {},
               },
        event);
}

}
