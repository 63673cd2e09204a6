#include "abdm/abha/meaning.h"
#include "identity/turn.h"

namespace nadi::identity
{
using abdm::abha::Meaning;
using Offer = Problem::Offer;

namespace
{
Offer withoutMeaning(const abdm::abha::Refusal &refusal, const State &state)
{
    // After a call that spends something nobody knows what was spent: only a fresh transaction is safe.
    if (refusal.kind == ErrorKind::Timeout)
        return state.repeatable ? Offer::TryLater : Offer::BeginAnew;
    return refusal.kind == ErrorKind::Unavailable ? Offer::TryLater : Offer::TellAdministrator;
}
}

Offer offerFor(const abdm::abha::Refusal &refusal, const State &state)
{
    const bool verifying = state.view.purpose == Purpose::Verify;
    switch (meaningOf(refusal)) {
    case Meaning::WrongOtp:
    case Meaning::OtpExpired:
    case Meaning::WrongIdentifier:
    case Meaning::AddressTaken:
    case Meaning::AddressRules:
    case Meaning::MobileFull:
    case Meaning::DetailsDiffer:
        return Offer::TypeAgain;
    case Meaning::Locked:
        return Offer::WaitUntil;
    case Meaning::StepExpired:
    case Meaning::ProofExpired:
    case Meaning::NotActive:
        return Offer::BeginAnew;
    case Meaning::NoSuchUser:
        return verifying ? Offer::Create : Offer::TypeAgain;
    case Meaning::AlreadyDone:
        return verifying ? Offer::BeginAnew : Offer::Verify;
    case Meaning::OtherMethod:
        return Offer::OtherMethod;
    case Meaning::Busy:
    case Meaning::Down:
        return Offer::TryLater;
    case Meaning::NotAllowed:
    case Meaning::WrongClock:
    case Meaning::NotForUs:
    case Meaning::Defect:
        return Offer::TellAdministrator;
    case Meaning::Unknown:
        break;
    }
    return withoutMeaning(refusal, state);
}

}
