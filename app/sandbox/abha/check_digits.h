#pragma once

#include <QString>

namespace nadi::sandbox::abha
{

/// Verhoeff over all digits, as Aadhaar numbers have it.
bool passesVerhoeff(const QString &digits);
/// The digits with their Luhn check digit behind them, as ABHA numbers empirically have it (abha-m1.md 4.1).
QString withLuhn(const QString &digits);

}
