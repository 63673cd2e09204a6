#include "offers.h"

#include <algorithm>

namespace nadi::ui
{
namespace
{

constexpr int mostLines = 6;

bool anyWordBegins(const QString &text, const QString &typed)
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    return text.startsWith(typed, Qt::CaseInsensitive)
        || std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(typed, Qt::CaseInsensitive); });
}

}

QList<Offer> lineOffers(const QList<clinic::PrescribedLine> &lines, const QString &typed)
{
    QList<Offer> offers;
    if (typed.trimmed().isEmpty())
        return offers;
    for (const auto &before : lines) {
        const bool fits = anyWordBegins(before.line.medicine.text, typed.trimmed())
            || anyWordBegins(before.line.brand, typed.trimmed());
        if (!fits)
            continue;
        const auto icon = before.favourite ? QStringLiteral("flag") : QStringLiteral("clock");
        offers << Offer{before.line, {nameOf(before.line), directionsOf(before.line), icon}};
        if (offers.size() == mostLines)
            break;
    }
    return offers;
}

QList<Offer> optionOffers(const QStringList &options, const QString &typed)
{
    QList<Offer> offers;
    const bool known = options.contains(typed);
    for (const auto &option : options)
        if (!option.isEmpty() && (known || option.startsWith(typed.trimmed(), Qt::CaseInsensitive)))
            offers << Offer{option, {option, {}, {}}};
    return offers;
}

QList<Offer> termOffers(const QList<terminology::TermHit> &hits)
{
    QList<Offer> offers;
    for (const auto &hit : hits)
        offers << Offer{hit.code,
            {hit.code.display,
                QStringList{systemName(hit.code.system), hit.code.code}.join(u' ')
                    + (hit.notice.isEmpty() ? QString() : QStringLiteral("  ·  ") + hit.notice),
                QStringLiteral("record")}};
    return offers;
}

QString systemName(CodeSystem system)
{
    switch (system) {
    case CodeSystem::Snomed:
        return QStringLiteral("SNOMED CT");
    case CodeSystem::Loinc:
        return QStringLiteral("LOINC");
    case CodeSystem::Icd10:
        return QStringLiteral("ICD-10");
    case CodeSystem::Namaste:
        return QStringLiteral("NAMASTE");
    case CodeSystem::Siddha:
        return QStringLiteral("NAMASTE Siddha");
    case CodeSystem::Unani:
        return QStringLiteral("NAMASTE Unani");
    case CodeSystem::Icd11Tm2:
        return QStringLiteral("ICD-11 TM2");
    }
    return {};
}

}
