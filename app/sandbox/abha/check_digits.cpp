#include "sandbox/abha/check_digits.h"

#include <array>

namespace nadi::sandbox::abha
{
namespace
{
/// The dihedral group of ten elements.
int product(int a, int b)
{
    if (a < 5)
        return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
    return b < 5 ? 5 + (a - b) % 5 : (a - b + 5) % 5;
}

int permuted(qsizetype times, int digit)
{
    constexpr std::array<int, 10> once{1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    for (qsizetype i = 0; i < times % 8; ++i)
        digit = once[size_t(digit)];
    return digit;
}
}

bool passesVerhoeff(const QString &digits)
{
    int check = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        check = product(check, permuted(i, digits[digits.size() - 1 - i].digitValue()));
    return check == 0;
}

QString withLuhn(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        sum += i % 2 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
    return digits + QString::number((10 - sum % 10) % 10);
}

}
