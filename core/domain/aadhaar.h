#pragma once

#include "common/result.h"
#include "common/secret.h"

namespace nadi
{

/// Twelve digits that live in memory only, for one call, and are wiped with their owner (abha-m1.md 4.3). There is no
/// way to print, store or compare one.
class AadhaarNumber
{
public:
    /// Takes digits with blanks or dashes; first digit 2 to 9, Verhoeff. Fails with AADHAAR-INVALID and never repeats
    /// what was typed.
    static Result<AadhaarNumber> parse(const Secret &typed);

    /// For the one encryption that needs it.
    const Secret &digits() const { return m_digits; }

private:
    Secret m_digits;
};

}
