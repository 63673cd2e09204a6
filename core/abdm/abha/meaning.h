#pragma once

#include "abdm/abha/refusal.h"

#include <QList>

namespace nadi::abdm::abha
{

/// What a refusal of the ABHA service means for the people at the desk. One code can mean several things: the call's
/// words decide (abha-m1.md 1.8).
enum class Meaning {
    Unknown, ///< a code nobody listed: never success
    WrongOtp,
    OtpExpired,
    Locked, ///< too many OTPs or tries, 30 minutes
    StepExpired, ///< the transaction is gone
    ProofExpired, ///< the X-, T- or R-token is gone
    NoSuchUser,
    WrongIdentifier, ///< number, address or mobile not taken as typed, or not readable by the service
    NotActive, ///< account deactivated or deleted
    AddressTaken,
    AddressRules,
    MobileFull, ///< six ABHA numbers on this mobile
    DetailsDiffer, ///< from Aadhaar or from the document
    AlreadyDone,
    OtherMethod, ///< this way of proof is not to be had here: device, certificate, method
    Busy,
    Down, ///< a service behind ABDM
    NotAllowed, ///< our account, its rights or its quota
    WrongClock,
    NotForUs, ///< calls of government programmes
    Defect, ///< the request was wrong: ours to repair
};

Meaning meaningOf(const Refusal &refusal);
ErrorKind kindOf(Meaning meaning);

/// Every code that the reference lists, for tests and for the words of the window.
struct KnownCode
{
    QString code;
    Meaning meaning = Meaning::Unknown; ///< when its words decide nothing else
};
const QList<KnownCode> &knownCodes();

}
