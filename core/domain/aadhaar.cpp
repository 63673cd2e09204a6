#include "domain/aadhaar.h"

#include "domain/check_digit.h"

namespace nadi
{
namespace
{
constexpr qsizetype digitCount = 12;
}

Result<AadhaarNumber> AadhaarNumber::parse(const Secret &typed)
{
    QByteArray digits;
    digits.reserve(typed.reveal().size()); // never reallocated: an old buffer would keep digits that nobody wipes
    for (const char c : typed.reveal())
        if (c != ' ' && c != '-')
            digits.append(c);
    AadhaarNumber number;
    number.m_digits = Secret(std::move(digits));
    const auto &kept = number.m_digits.reveal();
    // No Aadhaar number begins with 0 or 1 (abha-m1.md 4.3).
    if (kept.size() != digitCount || kept[0] < '2' || !passesVerhoeff(kept))
        return fail(ErrorKind::Invalid, QStringLiteral("AADHAAR-INVALID"));
    return number;
}

}
