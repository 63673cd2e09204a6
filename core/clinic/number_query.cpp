#include "clinic/number_query.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

constexpr qsizetype fewestEndDigits = 4; ///< "…3210"
constexpr qsizetype mobileDigits = 10;

/// Digits of any Indian script as ASCII, other characters dropped.
QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text)
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    return digits;
}

bool isOfNumber(QChar c)
{
    return c.isDigit() || QStringView(u"-/.+ ()").contains(c);
}

/// "12-10-1980", "12/10/1980", "1980-10-12" as people write them -> "19801012"; "1980" stays.
QString birthDigits(QString text)
{
    text.replace(u'/', u'-').replace(u'.', u'-');
    const auto parts = text.split(u'-');
    const auto two = [](const QString &part) { return digitsOf(part).rightJustified(2, u'0'); };
    if (parts.size() == 3 && parts[2].size() == 4)
        return digitsOf(parts[2]) + two(parts[1]) + two(parts[0]);
    if (parts.size() == 3 && parts[0].size() == 4)
        return digitsOf(parts[0]) + two(parts[1]) + two(parts[2]);
    return digitsOf(text);
}

/// With the country's code or the trunk zero in front.
QString withoutPrefix(QString digits)
{
    if (digits.size() == mobileDigits + 2 && digits.startsWith(u"91"))
        digits.remove(0, 2);
    else if (digits.size() == mobileDigits + 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits;
}

}

PersonNumbers PersonNumbers::of(const Patient &patient)
{
    PersonNumbers numbers;
    numbers.birth = patient.birth.toIso().remove(u'-');
    numbers.localDigits = digitsOf(patient.localNumber);
    return numbers;
}

void PersonNumbers::add(const Identifier &identifier)
{
    if (identifier.system == IdentifierSystem::AbhaAddress) {
        otherAddresses << identifier.value;
    } else {
        otherTexts << identifier.value.toUpper();
        otherDigits << digitsOf(identifier.value);
    }
}

NumberQuery::NumberQuery(QStringView typed)
    : m_onlyNumber(std::ranges::all_of(typed, isOfNumber))
    , m_digits(withoutPrefix(digitsOf(typed)))
    , m_birth(birthDigits(typed.toString()))
    , m_lower(typed.toString().toLower())
    , m_upper(typed.toString().remove(u' ').toUpper())
{
}

std::optional<NumberQuery::Fit> NumberQuery::fit(const Patient &patient, const PersonNumbers &numbers) const
{
    return m_onlyNumber ? fitDigits(patient, numbers) : fitText(patient, numbers);
}

std::optional<NumberQuery::Fit> NumberQuery::fitDigits(const Patient &patient, const PersonNumbers &numbers) const
{
    if (m_digits.isEmpty())
        return std::nullopt;
    if (patient.mobile.startsWith(m_digits)
        || (m_digits.size() >= fewestEndDigits && patient.mobile.endsWith(m_digits)))
        return Fit{MatchReason::Mobile, patient.mobile == m_digits ? 100 : 80};
    if (numbers.localDigits.startsWith(m_digits))
        return Fit{MatchReason::LocalNumber, numbers.localDigits == m_digits ? 95 : 75};
    if (patient.abhaNumber && m_digits.size() >= fewestEndDigits && patient.abhaNumber->digits().contains(m_digits))
        return Fit{MatchReason::AbhaNumber, patient.abhaNumber->digits() == m_digits ? 100 : 70};
    for (const auto &other : numbers.otherDigits)
        if (other.startsWith(m_digits))
            return Fit{MatchReason::ExternalNumber, other == m_digits ? 90 : 65};
    if (m_birth.size() >= 4 && numbers.birth.startsWith(m_birth))
        return Fit{MatchReason::BirthDate, 60};
    return std::nullopt;
}

std::optional<NumberQuery::Fit> NumberQuery::fitText(const Patient &patient, const PersonNumbers &numbers) const
{
    if (patient.localNumber.startsWith(m_lower, Qt::CaseInsensitive))
        return Fit{MatchReason::LocalNumber, patient.localNumber.size() == m_lower.size() ? 100 : 75};
    if (patient.abhaAddress && patient.abhaAddress->value().startsWith(m_lower))
        return Fit{MatchReason::AbhaAddress, patient.abhaAddress->value() == m_lower ? 100 : 70};
    for (const auto &address : numbers.otherAddresses)
        if (address.startsWith(m_lower))
            return Fit{MatchReason::AbhaAddress, address == m_lower ? 100 : 70};
    for (const auto &other : numbers.otherTexts)
        if (other.startsWith(m_upper))
            return Fit{MatchReason::ExternalNumber, other == m_upper ? 100 : 72};
    return std::nullopt;
}

}
