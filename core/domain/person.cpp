#include "domain/person.h"

#include <QDate>

namespace nadi
{

QString toWire(Gender gender)
{
    switch (gender) {
    case Gender::Male:
        return QStringLiteral("M");
    case Gender::Female:
        return QStringLiteral("F");
    case Gender::Other:
        return QStringLiteral("O");
    case Gender::Unknown:
        break;
    }
    return QStringLiteral("U");
}

Gender genderFromWire(QStringView letter)
{
    if (letter == u"M")
        return Gender::Male;
    if (letter == u"F")
        return Gender::Female;
    // D and T are older spellings of the same answer (abdm-v3-gateway.md 4.1).
    if (letter == u"O" || letter == u"D" || letter == u"T")
        return Gender::Other;
    return Gender::Unknown;
}

QString BirthDate::toIso() const
{
    if (!year)
        return {};
    auto out = QStringLiteral("%1").arg(*year, 4, 10, QLatin1Char('0'));
    if (month)
        out += QStringLiteral("-%1").arg(*month, 2, 10, QLatin1Char('0'));
    if (month && day)
        out += QStringLiteral("-%1").arg(*day, 2, 10, QLatin1Char('0'));
    return out;
}

Result<BirthDate> BirthDate::parse(QStringView iso)
{
    const auto wrong = [] { return fail(ErrorKind::Invalid, QStringLiteral("PERSON-BIRTH")); };
    BirthDate birth;
    if (iso.isEmpty())
        return birth;
    const auto parts = iso.split(u'-');
    if (parts.size() > 3)
        return wrong();
    std::optional<int> *const targets[] = {&birth.year, &birth.month, &birth.day};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool ok = false;
        *targets[i] = parts[i].toInt(&ok);
        if (!ok)
            return wrong();
    }
    if (*birth.year < 1900 || *birth.year > 2200
        || !QDate(*birth.year, birth.month.value_or(1), birth.day.value_or(1)).isValid())
        return wrong();
    return birth;
}

Result<BirthDate> BirthDate::readLoosely(QStringView text)
{
    auto dashed = text.trimmed().toString();
    dashed.replace(u'/', u'-');
    auto parts = dashed.split(u'-', Qt::SkipEmptyParts);
    if (parts.size() == 3 && parts.first().size() < 4)
        std::reverse(parts.begin(), parts.end());
    return parse(parts.join(u'-'));
}

std::optional<int> BirthDate::ageOn(QDate today) const
{
    if (!year)
        return std::nullopt;
    int age = today.year() - *year;
    if (month && (today.month() < *month || (today.month() == *month && day && today.day() < *day)))
        --age;
    return age < 0 ? std::nullopt : std::optional(age);
}

}
