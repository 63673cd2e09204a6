#include "clinic/name_match.h"

#include "clinic/sound_key.h"

#include <QList>

namespace nadi::clinic
{

bool namesSoundAlike(const QString &one, const QString &other)
{
    auto shorter = one.split(u' ', Qt::SkipEmptyParts);
    auto longer = other.split(u' ', Qt::SkipEmptyParts);
    if (shorter.size() > longer.size())
        std::swap(shorter, longer);
    for (const auto &word : shorter) {
        const auto key = soundKeys(word).broad;
        const auto match = std::ranges::find_if(longer, [&](const QString &w) { return soundKeys(w).broad == key; });
        if (key.isEmpty() || match == longer.end())
            return false;
        longer.erase(match);
    }
    return !shorter.isEmpty();
}

}
