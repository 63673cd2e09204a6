#include "domain/name_match.h"

#include "domain/name_words.h"

#include <algorithm>

namespace nadi
{
namespace
{

// Ramesh and Rajesh, Sunita and Anita are below.
constexpr int alike = 76;

bool fits(const NameWord &one, const NameWord &other)
{
    if (one.plain == other.plain)
        return true;
    if (one.initial || other.initial)
        return one.sound.size > 0 && other.sound.size > 0 && one.sound.letters[0] == other.sound.letters[0];
    return likenessOf(one.sound, other.sound).whole >= alike;
}

}

bool namesSoundAlike(const QString &one, const QString &other)
{
    auto shorter = nameWords(one);
    auto longer = nameWords(other);
    if (shorter.size() > longer.size())
        std::swap(shorter, longer);
    bool any = false; // initials alone say nothing
    for (const auto &word : shorter) {
        const auto match = std::ranges::find_if(longer, [&](const NameWord &known) { return fits(word, known); });
        if (match == longer.end())
            return false;
        any |= !word.initial && !match->initial;
        longer.erase(match);
    }
    return any;
}

}
