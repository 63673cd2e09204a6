#include "domain/identifier.h"

#include "domain/words.h"

namespace nadi
{
namespace
{
constexpr std::array<Word<IdentifierSystem>, 4> systems{{
    {IdentifierSystem::AbhaNumber, QLatin1String("abha-number")},
    {IdentifierSystem::AbhaAddress, QLatin1String("abha-address")},
    {IdentifierSystem::LocalNumber, QLatin1String("local-number")},
    {IdentifierSystem::External, QLatin1String("external")},
}};
constexpr std::array<Word<IdentifierStatus>, 3> statuses{{
    {IdentifierStatus::Active, QLatin1String("active")},
    {IdentifierStatus::Detached, QLatin1String("detached")},
    {IdentifierStatus::RemovedByOwner, QLatin1String("removed-by-owner")},
}};
}

QString normalisedIdentifier(IdentifierSystem system, const QString &value)
{
    switch (system) {
    case IdentifierSystem::AbhaNumber: {
        const auto number = AbhaNumber::parse(value);
        return number ? number->digits() : QString();
    }
    case IdentifierSystem::AbhaAddress:
        return value.trimmed().toLower();
    case IdentifierSystem::LocalNumber:
        return value.trimmed();
    case IdentifierSystem::External:
        break;
    }
    return value.simplified().remove(u' ').toUpper();
}

QString toWord(IdentifierSystem system)
{
    return wordOf(systems, system);
}

IdentifierSystem identifierSystemFromWord(QStringView word)
{
    return valueOf(systems, word, IdentifierSystem::External);
}

QString toWord(IdentifierStatus status)
{
    return wordOf(statuses, status);
}

IdentifierStatus identifierStatusFromWord(QStringView word)
{
    return valueOf(statuses, word, IdentifierStatus::Detached);
}

}
