#include "terminology/folded.h"

#include "domain/romanised.h"

#include <QList>

#include <algorithm>

namespace nadi::terminology
{
namespace
{

enum class Part { Letter, Nothing, Gap };

/// What is written inside a word and says nothing of it: apostrophes, the ain and hamza of Unani transliteration,
/// joiners, the Arabic stretch, the nukta (which many leave out), Arabic vowel marks.
bool isSilent(char32_t c)
{
    switch (c) {
    case U'\'':
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x200C:
    case 0x200D:
    case 0x00AD:
    case 0x0640:
    case 0x0670:
    case 0x093C:
        return true;
    default:
        return c >= 0x064B && c <= 0x065F;
    }
}

Part partOf(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ? Part::Letter
            : c == U'\''                                            ? Part::Nothing
                                                                    : Part::Gap;
    const bool diacritic = (c >= 0x0300 && c <= 0x036F) || (c >= 0x1DC0 && c <= 0x1DFF);
    if (diacritic || isSilent(c))
        return Part::Nothing;
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) ? Part::Letter : Part::Gap;
}

/// Letters and what stands on them as signs of their own, in lower case. Most terms are ASCII and need no table.
QList<uint> decomposed(QStringView text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii)
        return text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded().toUcs4();
    QList<uint> out;
    out.reserve(text.size());
    for (const QChar c : text)
        out << (c >= u'A' && c <= u'Z' ? c.unicode() + 0x20U : c.unicode());
    return out;
}

}

QString folded(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool gap = false;
    for (const char32_t c : decomposed(text)) {
        const auto part = partOf(c);
        if (part == Part::Gap)
            gap = !out.isEmpty();
        if (part != Part::Letter)
            continue;
        if (gap)
            out += u' ';
        gap = false;
        out += QChar::fromUcs4(c);
    }
    return out;
}

QString soundOf(const QString &word)
{
    return QString::fromLatin1(romanised(word).letters).toLower();
}

}
