#include "domain/abha_address_rules.h"

#include <QChar>

#include <algorithm>

namespace nadi
{
namespace
{
constexpr qsizetype shortest = 8;
constexpr qsizetype longest = 18;

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}
}

AbhaAddressRules checkFreeChoice(QStringView localPart)
{
    AbhaAddressRules rules;
    rules.length = localPart.size() >= shortest && localPart.size() <= longest;
    rules.characters = !localPart.isEmpty() && std::all_of(localPart.begin(), localPart.end(), [](QChar c) {
        return isPlain(c) || c == u'.' || c == u'_';
    });
    rules.edges = !localPart.isEmpty() && isPlain(localPart.front()) && isPlain(localPart.back());
    rules.oneDot = localPart.count(u'.') <= 1;
    rules.oneUnderscore = localPart.count(u'_') <= 1;
    return rules;
}

}
