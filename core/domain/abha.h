#pragma once

#include "common/result.h"

#include <QString>

namespace nadi
{

/// A 14-digit ABHA number. Shown 2-4-4-4, sent as digits.
class AbhaNumber
{
public:
    /// Takes digits with or without dashes and blanks. Fails with ABHA-NUMBER.
    static Result<AbhaNumber> parse(QStringView text);

    const QString &digits() const { return m_digits; }
    QString grouped() const;
    /// "91-••••-••••-9012": what screens show (rule R10).
    QString masked() const;
    /// The check digit does not hold. Nobody documents one, so this is a reason to look again ("please check the
    /// number") and never a reason to refuse (abha-m1.md 4.1).
    bool looksMistyped() const;

    friend bool operator==(const AbhaNumber &, const AbhaNumber &) = default;

private:
    QString m_digits;
};

/// "name@sbx" or "name@abdm", compared in lower case. Pattern: abdm-v3-gateway.md 4.1.
class AbhaAddress
{
public:
    /// Fails with ABHA-ADDRESS.
    static Result<AbhaAddress> parse(QStringView text);

    const QString &value() const { return m_value; }
    /// "asha.k••@sbx"
    QString masked() const;

    friend bool operator==(const AbhaAddress &, const AbhaAddress &) = default;

private:
    QString m_value;
};

}
