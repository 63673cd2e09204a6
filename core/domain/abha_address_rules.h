#pragma once

#include <QStringView>

namespace nadi
{

/// The rules printed beside the field where a person types an ABHA address of their own, one by one, so that each can
/// turn green while they type (abha-m1.md 4.2, the M1 test sheet's row). Only for a free choice: suggestions of the
/// service and addresses that exist may break them.
struct AbhaAddressRules
{
    bool length = false; ///< 8 to 18 characters
    bool characters = false; ///< Latin letters, digits, dot, underscore only
    bool edges = false; ///< first and last is a letter or a digit
    bool oneDot = false; ///< at most one
    bool oneUnderscore = false; ///< at most one

    bool all() const { return length && characters && edges && oneDot && oneUnderscore; }
    bool operator==(const AbhaAddressRules &) const = default;
};

/// `localPart`: what stands before the "@".
AbhaAddressRules checkFreeChoice(QStringView localPart);

}
