#include "domain/check_digit.h"

#include <algorithm>
#include <array>

namespace nadi
{
namespace
{
// J. Verhoeff, "Error detecting decimal codes" (1969): multiplication in the dihedral group of the pentagon, and the
// permutation by position.
constexpr std::array<std::array<int, 10>, 10> product{{
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0},
}};
constexpr std::array<std::array<int, 10>, 8> permutation{{
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
    {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
    {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
    {7, 0, 4, 6, 9, 1, 3, 2, 5, 8},
}};

bool allDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

size_t digitFromRight(QByteArrayView digits, qsizetype position)
{
    return size_t(digits[digits.size() - 1 - position] - '0');
}
}

bool passesVerhoeff(QByteArrayView digits)
{
    if (!allDigits(digits))
        return false;
    size_t check = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        check = size_t(product[check][size_t(permutation[size_t(i % 8)][digitFromRight(digits, i)])]);
    return check == 0;
}

bool passesLuhn(QByteArrayView digits)
{
    if (!allDigits(digits))
        return false;
    size_t sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const auto digit = digitFromRight(digits, i) * (i % 2 == 0 ? 1 : 2);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

}
