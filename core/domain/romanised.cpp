#include "domain/romanised.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace nadi
{
namespace
{

// The Indic blocks from Devanagari (U+0900) to Malayalam (U+0D7F) share one layout inherited from ISCII: the same
// offset is the same sound (The Unicode Standard, chapter 12). What differs is below.
constexpr char16_t firstIndic = 0x0900;
constexpr char16_t lastIndic = 0x0D7F;
constexpr char16_t blockSize = 0x80;
constexpr char16_t tamilFirst = 0x0B80;
constexpr size_t anusvara = 0x02;
constexpr size_t nukta = 0x3C;
constexpr size_t virama = 0x4D;

struct Sound
{
    const char *letters = "";
    bool consonant = false;
};

constexpr std::array<Sound, blockSize> indicSounds = [] {
    std::array<Sound, blockSize> t{};
    const auto vowel = [&t](size_t sign, size_t letter, const char *sound) {
        t[sign] = {sound, false};
        t[letter] = {sound, false};
    };
    t[0x05] = {"a", false};
    vowel(0x3E, 0x06, "a");
    vowel(0x3F, 0x07, "i");
    vowel(0x40, 0x08, "i");
    vowel(0x41, 0x09, "u");
    vowel(0x42, 0x0A, "u");
    vowel(0x43, 0x0B, "ri");
    vowel(0x45, 0x0D, "e");
    vowel(0x46, 0x0E, "e");
    vowel(0x47, 0x0F, "e");
    vowel(0x48, 0x10, "ai");
    vowel(0x49, 0x11, "o");
    vowel(0x4A, 0x12, "o");
    vowel(0x4B, 0x13, "o");
    vowel(0x4C, 0x14, "au");
    constexpr std::array<const char *, 37> consonants{"k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th",
        "d", "dh", "n", "t", "th", "d", "dh", "n", "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "zh", "v",
        "sh", "sh", "s", "h"};
    for (size_t i = 0; i < consonants.size(); ++i)
        t[0x15 + i] = {consonants[i], true};
    constexpr std::array<const char *, 8> persian{"k", "kh", "g", "z", "r", "r", "f", "y"};
    for (size_t i = 0; i < persian.size(); ++i)
        t[0x58 + i] = {persian[i], true};
    return t;
}();

/// Half letters of Malayalam (chillu) and the khanda ta of Bengali: consonants without a vowel.
const char *vowellessLetter(char16_t unit)
{
    switch (unit) {
    case 0x0D7A:
    case 0x0D7B:
        return "n";
    case 0x0D7C:
        return "r";
    case 0x0D7D:
    case 0x0D7E:
        return "l";
    case 0x0D7F:
        return "k";
    case 0x09CE:
        return "t";
    default:
        return nullptr;
    }
}

const char *urduSound(char16_t unit)
{
    switch (unit) {
    case 0x0627: // alif
    case 0x0639: // ain
        return "A";
    case 0x0622:
        return "a";
    case 0x0628:
        return "b";
    case 0x067E:
        return "p";
    case 0x062A:
    case 0x0679:
    case 0x0637:
    case 0x0629:
        return "t";
    case 0x062B:
    case 0x0633:
    case 0x0635:
        return "s";
    case 0x062C:
        return "j";
    case 0x0686:
        return "ch";
    case 0x062D:
    case 0x0647:
    case 0x06C1:
    case 0x06BE:
    case 0x06C2:
    case 0x06C3:
        return "h";
    case 0x062E:
        return "kh";
    case 0x062F:
    case 0x0688:
        return "d";
    case 0x0630:
    case 0x0632:
    case 0x0636:
    case 0x0638:
    case 0x0698:
        return "z";
    case 0x0631:
    case 0x0691:
        return "r";
    case 0x0634:
        return "sh";
    case 0x063A:
    case 0x06AF:
        return "g";
    case 0x0641:
        return "f";
    case 0x0642:
    case 0x06A9:
    case 0x0643:
        return "k";
    case 0x0644:
        return "l";
    case 0x0645:
        return "m";
    case 0x0646:
    case 0x06BA:
        return "n";
    case 0x0648:
    case 0x0624:
        return "U";
    case 0x06CC:
    case 0x064A:
    case 0x0649:
    case 0x0626:
    case 0x06D2:
        return "I";
    default:
        return "";
    }
}

bool isUrdu(char16_t unit)
{
    return unit >= 0x0600 && unit <= 0x06FF;
}

const Sound *indicSound(char16_t unit)
{
    if (unit < firstIndic || unit > lastIndic)
        return nullptr;
    return &indicSounds[size_t(unit - firstIndic) % blockSize];
}

bool isLip(char16_t unit)
{
    const auto *sound = indicSound(unit);
    return sound && sound->consonant && std::string_view("pbmfv").find(sound->letters[0]) != std::string_view::npos;
}

/// Letters as they sound, before the spelling rules.
QByteArray sounded(const QString &word)
{
    QByteArray out;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const auto unit = word.at(i).unicode();
        if (unit >= u'a' && unit <= u'z') {
            out += char(unit);
        } else if (isUrdu(unit)) {
            out += urduSound(unit);
        } else if (const auto *half = vowellessLetter(unit)) {
            out += half;
        } else if (const auto *sound = indicSound(unit)) {
            const auto offset = size_t(unit - firstIndic) % blockSize;
            const auto next = i + 1 < word.size() ? word.at(i + 1).unicode() : char16_t(0);
            if (offset == anusvara || offset == 0x01 || unit == 0x0A70 /* tippi */) {
                out += isLip(next) ? 'm' : 'n';
                continue;
            }
            out += sound->letters;
            if (!sound->consonant)
                continue;
            const auto after
                = next == firstIndic + (unit - firstIndic) / blockSize * blockSize + nukta && i + 2 < word.size()
                ? word.at(i + 2).unicode()
                : next;
            const auto *follows = indicSound(after);
            const auto followsOffset = follows ? size_t(after - firstIndic) % blockSize : 0;
            const bool silent = followsOffset == virama
                || (follows && !follows->consonant && followsOffset >= 0x3E && followsOffset <= 0x4D);
            // The inherent vowel; at the end of a word it is hardly ever spoken, or written in Latin.
            if (!silent && i + 1 < word.size() && after != 0)
                out += 'A';
        }
    }
    return out;
}

struct Rule
{
    const char *from;
    const char *to;
};

// Order matters: longer spellings first. 'C' keeps the sound of "ch" from the rule for a lone c.
constexpr std::array rules{
    Rule{"jny", "gy"}, Rule{"dny", "gy"}, Rule{"gny", "gy"}, Rule{"jn", "gy"}, //
    Rule{"tch", "C"}, Rule{"cch", "C"}, Rule{"chh", "C"}, Rule{"ch", "C"}, //
    Rule{"zh", "l"}, Rule{"ksh", "ks"}, Rule{"kch", "ks"}, Rule{"sh", "s"}, Rule{"ph", "f"}, //
    Rule{"kh", "k"}, Rule{"gh", "g"}, Rule{"jh", "j"}, Rule{"th", "t"}, Rule{"dh", "d"}, Rule{"bh", "b"}, //
    Rule{"ck", "k"}, Rule{"cq", "k"}, Rule{"c", "k"}, Rule{"C", "c"}, Rule{"x", "ks"}, Rule{"q", "k"}, //
    Rule{"oo", "u"}, Rule{"ee", "i"}, Rule{"aa", "a"}, Rule{"ou", "o"}, Rule{"au", "o"}, Rule{"Au", "o"},
    Rule{"ow", "o"}, //
    Rule{"w", "v"}, Rule{"ai", "e"}, Rule{"ei", "e"}, Rule{"ey", "e"}, Rule{"iy", "i"}, Rule{"yy", "y"}, //
};

// Mathew and Mathews, Andrew; Rao as Telugu and Kannada write it.
constexpr std::array endings{Rule{"ew", "yu"}, Rule{"ews", "yu"}, Rule{"avu", "ao"}};

bool isVowel(char c)
{
    return std::string_view("aeiouAIU").find(c) != std::string_view::npos;
}

QByteArray spelled(QByteArray text, NameScript script)
{
    for (const auto &[ending, sound] : endings)
        if (text.endsWith(ending))
            text.replace(text.size() - qsizetype(qstrlen(ending)), qsizetype(qstrlen(ending)), sound);
    for (const auto &rule : rules)
        if (script != NameScript::Urdu || qstrcmp(rule.from, "jn") != 0) // a vowel between them is not written
            text.replace(rule.from, rule.to);
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        const bool vowelNext = i + 1 < text.size() && isVowel(text[i + 1]);
        // y after a consonant or at the end is a vowel ("Reddy"), and "ay" before a consonant is e ("Sanjay", "Nayna").
        if (c == 'y' && !vowelNext && i > 0)
            c = out.endsWith('a') || out.endsWith('A') ? 'e' : 'i';
        if (c == 'e' && (out.endsWith('a') || out.endsWith('A')) && text[i] == 'y')
            out.chop(1);
        if (c == 'h' && i > 2 && i + 1 == text.size() && isVowel(text[i - 1]) && text.size() > 4)
            continue; // "Fatimah"
        if (out.isEmpty() || out.back() != c)
            out += c;
    }
    return out;
}

}

Romanised romanised(QStringView word)
{
    const auto plain = word.toString().normalized(QString::NormalizationForm_KD).toLower();
    Romanised out;
    for (const QChar c : plain) {
        const auto unit = c.unicode();
        if (isUrdu(unit))
            out.script = NameScript::Urdu;
        else if (unit >= tamilFirst && unit < tamilFirst + blockSize)
            out.script = NameScript::Tamil;
        else if (indicSound(unit) && out.script == NameScript::Latin)
            out.script = NameScript::Indic;
    }
    out.letters = spelled(sounded(plain), out.script);
    return out;
}

}
