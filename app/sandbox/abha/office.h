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
};

}
