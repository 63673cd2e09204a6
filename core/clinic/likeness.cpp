#include "clinic/likeness.h"

#include "domain/name_match.h"

#include <algorithm>
#include <cmath>

namespace nadi::clinic
{
namespace
{

// FD-2: "age within 2 years".
constexpr int closeBirth = 2;
constexpr qsizetype shownDigits = 4;

Agreement ofTexts(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return Agreement::Unknown;
    return one.compare(other, Qt::CaseInsensitive) == 0 ? Agreement::Same : Agreement::Different;
}

Agreement ofGenders(Gender one, Gender other)
{
    if (one == Gender::Unknown || other == Gender::Unknown)
        return Agreement::Unknown;
    return one == other ? Agreement::Same : Agreement::Different;
}

Agreement ofBirths(const BirthDate &one, const BirthDate &other)
{
    if (!one.year || !other.year)
        return Agreement::Unknown;
    const bool both = one.month && other.month && one.day && other.day;
    if (both && one == other)
        return Agreement::Same;
    if (!both && *one.year == *other.year)
        return Agreement::Alike;
    return std::abs(*one.year - *other.year) <= closeBirth ? Agreement::Alike : Agreement::Different;
}

/// The service masks all but the last digits: "******3210".
Agreement ofMobiles(const QString &one, const QString &other)
{
    const bool masked = std::ranges::any_of(other, [](QChar c) { return !c.isDigit(); });
    if (!masked || one.isEmpty())
        return ofTexts(one, other);
    qsizetype shown = 0;
    while (shown < other.size() && other.at(other.size() - 1 - shown).isDigit())
        ++shown;
    if (shown < shownDigits)
        return Agreement::Unknown;
    return one.endsWith(QStringView(other).last(shown)) ? Agreement::Same : Agreement::Different;
}

QString text(const std::optional<AbhaNumber> &number)
{
    return number ? number->digits() : QString();
}

QString text(const std::optional<AbhaAddress> &address)
{
    return address ? address->value() : QString();
}

QString text(Gender gender)
{
    return gender == Gender::Unknown ? QString() : toWire(gender);
}

}

Agreement compareNames(const QString &one, const QString &other)
{
    if (one.trimmed().isEmpty() || other.trimmed().isEmpty())
        return Agreement::Unknown;
    if (one.simplified().compare(other.simplified(), Qt::CaseInsensitive) == 0)
        return Agreement::Same;
    return namesSoundAlike(one, other) ? Agreement::Alike : Agreement::Different;
}

Agreement Likeness::of(PersonField field) const
{
    for (const auto &line : fields)
        if (line.field == field)
            return line.agreement;
    return Agreement::Unknown;
}

bool Likeness::isEqualityEvidence() const
{
    const auto holds = [this](PersonField field) {
        const auto agreement = of(field);
        return agreement == Agreement::Same || agreement == Agreement::Alike;
    };
    return of(PersonField::Mobile) == Agreement::Same && of(PersonField::Gender) == Agreement::Same
        && holds(PersonField::Birth) && holds(PersonField::Name);
}

QList<FieldComparison> Likeness::differences() const
{
    QList<FieldComparison> out;
    std::ranges::copy_if(fields, std::back_inserter(out),
        [](const FieldComparison &line) { return line.agreement == Agreement::Different; });
    return out;
}

Likeness compare(const Patient &one, const Patient &other)
{
    using enum PersonField;
    const auto numbers = std::pair(text(one.abhaNumber), text(other.abhaNumber));
    const auto addresses = std::pair(text(one.abhaAddress), text(other.abhaAddress));
    return {{
        {Name, one.name, other.name, compareNames(one.name, other.name)},
        {Gender, text(one.gender), text(other.gender), ofGenders(one.gender, other.gender)},
        {Birth, one.birth.toIso(), other.birth.toIso(), ofBirths(one.birth, other.birth)},
        {Mobile, one.mobile, other.mobile, ofMobiles(one.mobile, other.mobile)},
        {Place, one.place, other.place, ofTexts(one.place, other.place)},
        {AbhaNumber, numbers.first, numbers.second, ofTexts(numbers.first, numbers.second)},
        {AbhaAddress, addresses.first, addresses.second, ofTexts(addresses.first, addresses.second)},
    }};
}

Likeness compare(const Patient &ours, const AbhaProfile &theirs)
{
    Patient other;
    other.name = theirs.name;
    other.gender = theirs.gender;
    other.birth = theirs.birth;
    other.mobile = theirs.mobile;
    other.place = theirs.district;
    other.abhaNumber = theirs.number;
    other.abhaAddress = theirs.preferredAddress;
    if (ours.abhaAddress && theirs.addresses.contains(*ours.abhaAddress))
        other.abhaAddress = ours.abhaAddress;
    auto likeness = compare(ours, other);
    // The name in the person's own script is as good.
    for (auto &line : likeness.fields)
        if (line.field == PersonField::Name && line.agreement == Agreement::Different
            && compareNames(ours.name, theirs.localName) != Agreement::Different && !theirs.localName.isEmpty())
            line.agreement = Agreement::Alike;
    return likeness;
}

}
