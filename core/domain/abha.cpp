#include "domain/abha.h"

#include "domain/check_digit.h"

#include <QRegularExpression>

namespace nadi
{

Result<AbhaNumber> AbhaNumber::parse(QStringView text)
{
    AbhaNumber number;
    for (const QChar c : text.trimmed()) {
        if (c == u'-' || c == u' ')
            continue;
        if (c < u'0' || c > u'9')
            return fail(ErrorKind::Invalid, QStringLiteral("ABHA-NUMBER"));
        number.m_digits += c;
    }
    if (number.m_digits.size() != 14)
        return fail(ErrorKind::Invalid, QStringLiteral("ABHA-NUMBER"));
    return number;
}

QString AbhaNumber::grouped() const
{
    return QStringLiteral("%1-%2-%3-%4")
        .arg(m_digits.left(2), m_digits.mid(2, 4), m_digits.mid(6, 4), m_digits.mid(10));
}

QString AbhaNumber::masked() const
{
    return QStringLiteral("%1-••••-••••-%2").arg(m_digits.left(2), m_digits.mid(10));
}

bool AbhaNumber::looksMistyped() const
{
    return !passesLuhn(m_digits.toLatin1());
}

Result<AbhaAddress> AbhaAddress::parse(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral(R"(^[a-z0-9][a-z0-9_.!-]+[a-z0-9]@(abdm|sbx)$)"));
    AbhaAddress address;
    address.m_value = text.trimmed().toString().toLower();
    if (address.m_value.size() > 64 || !shape.match(address.m_value).hasMatch())
        return fail(ErrorKind::Invalid, QStringLiteral("ABHA-ADDRESS"));
    return address;
}

QString AbhaAddress::masked() const
{
    const auto at = m_value.indexOf(u'@');
    const auto shown = std::max<qsizetype>(1, at / 2);
    return m_value.left(shown) + QStringLiteral("••") + m_value.mid(at);
}

}
