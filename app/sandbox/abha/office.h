#pragma once

#include "common/clock.h"
#include "sandbox/abha/answer.h"
#include "sandbox/abha/code_desk.h"
#include "sandbox/abha/identifier_key.h"
#include "sandbox/abha/transactions.h"
#include "sandbox/memory.h"
#include "sandbox/people.h"

namespace nadi::sandbox::abha
{

/// How the service behaves where the sources disagree or say nothing; changed by the control side.
struct Manners
{
    bool unknownMobileIsFoundLate = false; ///< empty list after the code instead of 404 before it (section 9)
    int accountsLeft = 100; ///< creations per client in the sandbox (1.6)
    QString programme; ///< the government programme that is registered for this client; empty: a private clinic
};

/// The registered device that the sandbox plays, and what UIDAI would know of its captures.
struct Device
{
    QString status; ///< READY, NOTREADY, USED; empty: there is none
    QString person; ///< whose finger or eye is at it; empty: nobody's, a capture times out
    struct Capture
    {
        QString person;
        QByteArray kind; ///< "bio", "iris"
        QByteArray wadh;
    };
    QHash<QByteArray, Capture> captures; ///< by what stands in Data
};

/// What all counters of the service share.
struct Office
{
    const Clock &clock;
    Random &random;
    People &people;
    Memory &memory;
    IdentifierKey key;
    UserTokens tokens;
    Transactions transactions;
    CodeDesk codes;
    Manners manners;
    Device device;
};

}
