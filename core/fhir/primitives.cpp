#include "fhir/primitives.h"

#include "fhir/base64.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace nadi::fhir
{
namespace
{
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Reads from the front of a text; every take* fails without moving.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }
    bool atEnd() const { return m_rest.empty(); }
    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Exactly `digits` digits; -1 otherwise.
    int number(size_t digits)
    {
        if (m_rest.size() < digits || !std::all_of(m_rest.begin(), m_rest.begin() + qsizetype(digits), isDigit))
            return -1;
        int value = 0;
        for (const char c : m_rest.substr(0, digits))
            value = value * 10 + (c - '0');
        m_rest.remove_prefix(digits);
        return value;
    }
    size_t digits()
    {
        size_t count = 0;
        for (; !m_rest.empty() && isDigit(m_rest.front()); ++count)
            m_rest.remove_prefix(1);
        return count;
    }

private:
    std::string_view m_rest;
};

bool timeOfDay(Scanner &in)
{
    const int hour = in.number(2);
    if (hour < 0 || hour > 23 || !in.take(':'))
        return false;
    const int minute = in.number(2);
    if (minute < 0 || minute > 59 || !in.take(':'))
        return false;
    const int second = in.number(2);
    return second >= 0 && second <= 60 && (!in.take('.') || in.digits() > 0);
}

bool zone(Scanner &in)
{
    if (in.take('Z'))
        return true;
    if (!in.take('+') && !in.take('-'))
        return false;
    const int hour = in.number(2);
    if (hour < 0 || hour > 14 || !in.take(':'))
        return false;
    const int minute = in.number(2);
    return minute >= 0 && minute <= (hour == 14 ? 0 : 59);
}

enum class Precision { Date, DateTime, Instant };

bool isDateLike(std::string_view text, Precision precision)
{
    Scanner in(text);
    const int year = in.number(4);
    if (year < 1)
        return false;
    if (in.atEnd())
        return precision != Precision::Instant;
    const int month = in.take('-') ? in.number(2) : -1;
    if (month < 1 || month > 12)
        return false;
    if (in.atEnd())
        return precision != Precision::Instant;
    const int day = in.take('-') ? in.number(2) : -1;
    if (!QDate::isValid(year, month, day))
        return false;
    if (in.atEnd())
        return precision != Precision::Instant;
    return precision != Precision::Date && in.take('T') && timeOfDay(in) && zone(in) && in.atEnd();
}

bool isTime(std::string_view text)
{
    Scanner in(text);
    return timeOfDay(in) && in.atEnd();
}

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= 64
        && std::ranges::all_of(text, [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '.'; });
}

/// No blanks at the ends, single blanks inside.
bool isCode(std::string_view text)
{
    if (text.empty() || isSpace(text.front()) || isSpace(text.back()))
        return false;
    for (size_t i = 1; i < text.size(); ++i)
        if (isSpace(text[i]) && isSpace(text[i - 1]))
            return false;
    return true;
}

bool isUri(std::string_view text)
{
    return !text.empty() && std::ranges::none_of(text, isSpace);
}

bool isText(std::string_view text)
{
    const auto isForbidden = [](char c) { return uchar(c) < 0x20 && !isSpace(c); };
    return !std::ranges::all_of(text, isSpace) && std::ranges::none_of(text, isForbidden);
}

bool isWhole(std::string_view text, bool negative, bool zero)
{
    Scanner in(text);
    if (negative)
        in.take('-');
    // 32 bits: ten digits, compared as text.
    const size_t count = in.digits();
    const auto digits = text.substr(text.size() - std::min(count, text.size()));
    return in.atEnd() && count > 0 && (count < 10 || (count == 10 && digits <= "2147483647"))
        && (zero || digits != "0");
}

bool isOid(std::string_view text)
{
    return text.starts_with("urn:oid:") && text.size() > 8 && text[8] >= '0' && text[8] <= '2'
        && std::ranges::all_of(text.substr(8), [](char c) { return isDigit(c) || c == '.'; });
}

struct Format
{
    std::string_view type;
    bool (*holds)(std::string_view);
    bool numeric;
};

constexpr auto anything = [](std::string_view) { return true; };

constexpr std::array formats{
    Format{
        "base64Binary", [](std::string_view s) { return checkBase64({s.data(), qsizetype(s.size())}).valid; }, false},
    Format{"boolean", anything, true},
    Format{"canonical", isUri, false},
    Format{"code", isCode, false},
    Format{"date", [](std::string_view s) { return isDateLike(s, Precision::Date); }, false},
    Format{"dateTime", [](std::string_view s) { return isDateLike(s, Precision::DateTime); }, false},
    Format{"decimal", anything, true},
    Format{"id", isId, false},
    Format{"instant", [](std::string_view s) { return isDateLike(s, Precision::Instant); }, false},
    Format{"integer", [](std::string_view s) { return isWhole(s, true, true); }, true},
    Format{"markdown", isText, false},
    Format{"oid", isOid, false},
    Format{"positiveInt", [](std::string_view s) { return isWhole(s, false, false); }, true},
    Format{"string", isText, false},
    Format{"time", isTime, false},
    Format{"unsignedInt", [](std::string_view s) { return isWhole(s, false, true); }, true},
    Format{"uri", isUri, false},
    Format{"url", isUri, false},
    Format{"uuid", isUuidUrn, false},
    Format{"xhtml", anything, false},
};

const Format *formatOf(std::string_view type)
{
    const auto found = std::ranges::find(formats, type, &Format::type);
    return found == formats.end() ? nullptr : found;
}
}

bool isPrimitive(std::string_view type)
{
    return formatOf(type) != nullptr;
}

bool isNumeric(std::string_view type)
{
    const auto *format = formatOf(type);
    return format && format->numeric;
}

bool hasFormat(std::string_view type, std::string_view text)
{
    const auto *format = formatOf(type);
    return !format || format->holds(text);
}

bool isUuidUrn(std::string_view text)
{
    constexpr std::string_view prefix = "urn:uuid:";
    if (!text.starts_with(prefix) || text.size() != prefix.size() + 36)
        return false;
    text.remove_prefix(prefix.size());
    for (size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !(isDigit(text[i]) || (text[i] >= 'a' && text[i] <= 'f')))
            return false;
    }
    return true;
}

}
