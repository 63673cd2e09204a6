#include "clinic/sound_key.h"

#include "clinic/patient_index.h"

#include <array>

namespace nadi::clinic
{
namespace
{
// The nine Indic blocks from Devanagari (U+0900) to Malayalam (U+0D7F) share one layout inherited from ISCII: the same
// offset is the same sound. Offset 0x15 is KA in all of them. Upper-case letters are marks for the code below:
// N anusvara, space nothing. (The Unicode Standard, chapter 12.)
constexpr char16_t firstIndic = 0x0900;
constexpr char16_t lastIndic = 0x0D7F;
constexpr char16_t tamilFirst = 0x0B80;
constexpr char16_t tamilLast = 0x0BFF;

constexpr std::array<const char *, 0x60> indicSounds = [] {
    std::array<const char *, 0x60> table{};
    for (auto &entry : table)
        entry = "";
    table[0x01] = table[0x02] = "N";
    table[0x05] = table[0x06] = "a";
    table[0x07] = table[0x08] = table[0x0E] = table[0x0F] = table[0x10] = "i";
    table[0x0B] = "ri";
    table[0x09] = table[0x0A] = table[0x12] = table[0x13] = table[0x14] = "u";
    table[0x15] = table[0x16] = table[0x58] = table[0x59] = "k";
    table[0x17] = table[0x18] = table[0x5A] = "g";
    table[0x19] = table[0x1E] = table[0x23] = table[0x28] = table[0x29] = "n";
    table[0x1A] = table[0x1B] = "c";
    table[0x1C] = table[0x1D] = table[0x5B] = "j";
    table[0x1F] = table[0x20] = table[0x24] = table[0x25] = "t";
    table[0x21] = table[0x22] = table[0x26] = table[0x27] = "d";
    table[0x2A] = "p";
    table[0x2B] = table[0x5E] = "f";
    table[0x2C] = table[0x2D] = "b";
    table[0x2E] = "m";
    table[0x2F] = table[0x5F] = "y";
    table[0x30] = table[0x31] = table[0x5C] = table[0x5D] = "r";
    table[0x32] = table[0x33] = table[0x34] = "l";
    table[0x35] = "v";
    table[0x36] = table[0x37] = table[0x38] = "s";
    table[0x39] = "h";
    // Dependent vowel signs: dropped inside a word, as all vowels are.
    return table;
}();

bool isTamil(QChar c)
{
    return c.unicode() >= tamilFirst && c.unicode() <= tamilLast;
}

/// Romanises Indic letters roughly; leaves Latin lower-cased without accents.
QString romanised(QStringView word)
{
    QString out;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_KD).toLower()) {
        const auto unit = c.unicode();
        if (unit >= firstIndic && unit <= lastIndic) {
            const auto offset = size_t((unit - firstIndic) % 0x80);
            if (offset < indicSounds.size())
                out += QLatin1String(indicSounds[offset]);
        } else if (unit >= u'a' && unit <= u'z') {
            out += c;
        }
    }
    // Anusvara is the nasal of what follows: m before a lip sound, else n.
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (out[i] == u'N')
            out[i] = i + 1 < out.size() && QStringView(u"pbfm").contains(out[i + 1]) ? u'm' : u'n';
    }
    return out;
}

QString withoutSpellings(QString text)
{
    struct Spelling
    {
        QLatin1String from;
        QLatin1String to;
    };
    // Order matters: longer spellings first. 'C' protects the sound of "ch" from the rule for a lone c.
    static constexpr std::array spellings{
        Spelling{QLatin1String("chh"), QLatin1String("C")},
        Spelling{QLatin1String("ch"), QLatin1String("C")},
        Spelling{QLatin1String("ph"), QLatin1String("f")},
        Spelling{QLatin1String("sh"), QLatin1String("s")},
        Spelling{QLatin1String("ck"), QLatin1String("k")},
        Spelling{QLatin1String("x"), QLatin1String("ks")},
        Spelling{QLatin1String("q"), QLatin1String("k")},
        Spelling{QLatin1String("w"), QLatin1String("v")},
        Spelling{QLatin1String("z"), QLatin1String("j")},
    };
    for (const auto &spelling : spellings)
        text.replace(spelling.from, spelling.to);
    return text;
}

bool isVowel(QChar c)
{
    return QStringView(u"aeiou").contains(c);
}

QChar firstVowel(QChar c)
{
    if (c == u'e')
        return u'i';
    return c == u'o' ? QChar(u'u') : c;
}

/// The first sound stays, later vowels, y and h go, doubles become one.
QString skeleton(const QString &text)
{
    QString key;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar c = text[i];
        if (i == 0)
            c = isVowel(c) ? firstVowel(c) : c;
        else if (isVowel(c) || c == u'y' || c == u'h')
            continue;
        if (key.isEmpty() || key.back() != c)
            key += c;
    }
    return key;
}

QString broadened(QString key)
{
    for (auto &c : key) {
        if (c == u'g')
            c = u'k';
        else if (c == u'd')
            c = u't';
        else if (c == u'b' || c == u'f')
            c = u'p';
        else if (c == u'j' || c == u's')
            c = u'c';
    }
    return key;
}
}

SoundKeys soundKeys(QStringView word)
{
    SoundKeys keys;
    keys.tamil = std::any_of(word.begin(), word.end(), isTamil);
    bool latin = false;
    auto roman = romanised(word);
    for (const QChar c : word)
        latin |= c.toLower() >= u'a' && c.toLower() <= u'z';
    if (latin) {
        roman = withoutSpellings(roman);
        // A lone c sounds k; the protected one becomes the c of both worlds.
        roman.replace(u'c', u'k').replace(u'C', u'c');
    }
    keys.fine = skeleton(roman);
    keys.broad = broadened(keys.fine);
    // Doubles that broadening made.
    for (qsizetype i = keys.broad.size() - 1; i > 0; --i)
        if (keys.broad[i] == keys.broad[i - 1])
            keys.broad.remove(i, 1);
    return keys;
}

QString soundKey(QStringView word)
{
    return soundKeys(word).fine;
}

}
