#include "terminology/code_check.h"

#include "domain/check_digit.h"

#include <QByteArray>

namespace nadi::terminology
{
namespace
{

/// `kind` is the second digit of the partition; the first one tells an extension and may be 0 or 1.
std::optional<qint64> sctid(QByteArrayView text, char kind)
{
    constexpr qsizetype shortest = 6;
    constexpr qsizetype longest = 18;
    if (text.size() < shortest || text.size() > longest || text.front() == '0' || !passesVerhoeff(text))
        return std::nullopt;
    const char extension = text[text.size() - 3];
    if (text[text.size() - 2] != kind || (extension != '0' && extension != '1'))
        return std::nullopt;
    return text.toByteArray().toLongLong();
}

}

std::optional<qint64> conceptId(QByteArrayView text)
{
    return sctid(text, '0');
}

std::optional<qint64> descriptionId(QByteArrayView text)
{
    return sctid(text, '1');
}

bool isLoincNumber(QByteArrayView text)
{
    constexpr qsizetype longest = 10;
    const auto hyphen = text.size() - 2;
    if (hyphen < 1 || text.size() > longest || text[hyphen] != '-')
        return false;
    return passesLuhn(text.first(hyphen).toByteArray() + text.last(1).toByteArray());
}

}
