#include "domain/word_likeness.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace nadi
{
namespace
{

// Costs are in twentieths of a wrong consonant.
constexpr int full = 20;
constexpr int vowelGap = 8;
constexpr int silentGap = 3; ///< the inherent vowel of Indic scripts
constexpr int breathGap = 6; ///< h and y come and go: "Mehta", "Meta"
constexpr int unwrittenGap = 2; ///< Urdu does not write short vowels
constexpr int swapped = 14;
constexpr int shortestBeginning = 28; ///< a consonant and a vowel

constexpr size_t alphabet = 29; // a to z, A, I, U
constexpr uint8_t silentA = 26, urduI = 27, urduU = 28;

constexpr uint8_t numberOf(char c)
{
    if (c >= 'a' && c <= 'z')
        return uint8_t(c - 'a');
    return c == 'A' ? silentA : c == 'I' ? urduI : urduU;
}

constexpr bool isVowel(uint8_t letter)
{
    return letter == numberOf('a') || letter == numberOf('e') || letter == numberOf('i') || letter == numberOf('o')
        || letter == numberOf('u') || letter >= silentA;
}

constexpr int gapOf(uint8_t letter)
{
    if (letter == silentA)
        return silentGap;
    if (letter == numberOf('h') || letter == numberOf('y'))
        return breathGap;
    return isVowel(letter) ? vowelGap : full;
}

using Costs = std::array<std::array<uint8_t, alphabet>, alphabet>;

constexpr void set(Costs &costs, std::string_view pair, int cost)
{
    const auto a = numberOf(pair[0]);
    const auto b = numberOf(pair[1]);
    costs[a][b] = costs[b][a] = uint8_t(cost);
}

constexpr Costs makeCosts(bool unvoicedToo)
{
    Costs costs{};
    for (uint8_t a = 0; a < alphabet; ++a)
        for (uint8_t b = 0; b < alphabet; ++b)
            costs[a][b] = uint8_t(a == b       ? 0
                    : isVowel(a) && isVowel(b) ? 7
                    : isVowel(a) != isVowel(b) ? full + 4
                                               : full);
    for (const auto pair : {"ie", "uo"})
        set(costs, pair, 4);
    for (const auto pair : {"ae", "ao"})
        set(costs, pair, 5);
    // The inherent vowel is an a, in Bengali and Odia an o; alif and ain carry any vowel.
    set(costs, "Aa", 0);
    set(costs, "Ao", 2);
    for (const auto pair : {"Ae", "Ai", "Au"})
        set(costs, pair, 4);
    for (const auto pair : {"Ii", "Ie", "Iy", "Uu", "Uo", "Uv"})
        set(costs, pair, 1);
    set(costs, "Ia", 5);
    set(costs, "Ub", 6);
    set(costs, "yi", 4);
    set(costs, "ye", 6);
    // One sound in one language or another: Vivek and Bibek, Zakir and Jakir, Phadke and Fadke, Shanti and Santi.
    for (const auto pair : {"vb", "pf"})
        set(costs, pair, 5);
    set(costs, "zj", 3);
    set(costs, "vf", 12);
    set(costs, "zs", 10);
    set(costs, "cs", 12);
    set(costs, "js", 14);
    set(costs, "jy", 12);
    set(costs, "mn", 14);
    set(costs, "lr", 14);
    set(costs, "ld", 14);
    set(costs, "rd", 12);
    set(costs, "kh", 12);
    // Tamil writes voiced and unvoiced alike.
    const int voicing = unvoicedToo ? 1 : 12;
    for (const auto pair : {"kg", "td", "pb"})
        set(costs, pair, voicing);
    set(costs, "cj", unvoicedToo ? 3 : 12);
    if (unvoicedToo) {
        for (const auto pair : {"cs", "js", "zs", "pf", "bf", "gh", "kh"})
            set(costs, pair, 3);
    }
    return costs;
}

constexpr Costs usualCosts = makeCosts(false);
constexpr Costs tamilCosts = makeCosts(true);

struct Gaps
{
    std::array<uint8_t, alphabet> of{};
};

constexpr Gaps makeGaps(bool urdu)
{
    Gaps gaps;
    for (uint8_t letter = 0; letter < alphabet; ++letter)
        gaps.of[letter] = uint8_t(urdu && isVowel(letter) && letter < urduI ? unwrittenGap : gapOf(letter));
    return gaps;
}

constexpr Gaps usualGaps = makeGaps(false);
constexpr Gaps urduGaps = makeGaps(true);

constexpr uint32_t familyOf(uint8_t letter)
{
    constexpr std::string_view families[] = {"kgh", "cjsz", "td", "pbfv", "mn", "lr"};
    for (size_t i = 0; i < std::size(families); ++i)
        for (const char c : families[i])
            if (numberOf(c) == letter && c != 'h')
                return 1U << i;
    return 0;
}

struct Alignment
{
    int whole = 0;
    int beginning = 0; ///< all of `one` against the best beginning of `other`
};

Alignment align(const SoundWord &one, const SoundWord &other)
{
    const bool tamil = one.script == NameScript::Tamil || other.script == NameScript::Tamil;
    const bool urdu = one.script == NameScript::Urdu || other.script == NameScript::Urdu;
    const auto &costs = tamil ? tamilCosts : usualCosts;
    const auto &gaps = (urdu ? urduGaps : usualGaps).of;
    std::array<std::array<int, SoundWord::longest + 1>, 3> rows;
    auto *before = rows[0].data();
    auto *above = rows[1].data();
    auto *row = rows[2].data();
    row[0] = 0;
    for (size_t j = 0; j < other.size; ++j)
        row[j + 1] = row[j] + gaps[other.letters[j]];
    for (size_t i = 0; i < one.size; ++i) {
        auto *const free = before;
        before = above;
        above = row;
        row = free;
        const auto a = one.letters[i];
        row[0] = above[0] + gaps[a];
        for (size_t j = 0; j < other.size; ++j) {
            const auto b = other.letters[j];
            int best = above[j] + costs[a][b];
            best = std::min(best, above[j + 1] + gaps[a]);
            best = std::min(best, row[j] + gaps[b]);
            if (i > 0 && j > 0 && a != b && a == other.letters[j - 1] && b == one.letters[i - 1])
                best = std::min(best, before[j - 1] + swapped);
            row[j + 1] = best;
        }
    }
    return {row[other.size], *std::min_element(row, row + other.size + 1)};
}

int percent(int cost, int weight)
{
    return weight == 0 ? 0 : std::max(0, 100 - 100 * cost / weight);
}

/// More than two families of consonants that the other does not have at all: no spelling explains that.
bool cannotBe(const SoundWord &typed, const SoundWord &word)
{
    return std::popcount(typed.classes & ~word.classes) > 1;
}

}

SoundWord::SoundWord(const Romanised &word)
    : script(word.script)
{
    for (const char c : word.letters) {
        if (size == longest)
            break;
        const auto letter = numberOf(c);
        letters[size++] = letter;
        weight = uint16_t(weight + gapOf(letter));
        classes |= familyOf(letter);
    }
}

WordLikeness likenessOf(const SoundWord &typed, const SoundWord &word)
{
    const int mean = (typed.weight + word.weight) / 2;
    const bool urdu = typed.script == NameScript::Urdu || word.script == NameScript::Urdu;
    const bool mayBegin = typed.weight >= shortestBeginning;
    const bool mayBeWhole = urdu || std::abs(typed.weight - word.weight) * 5 <= mean * 2;
    if (cannotBe(typed, word) || (!mayBeWhole && (!mayBegin || typed.weight > word.weight + full)))
        return {};
    const auto alignment = align(typed, word);
    return {mayBeWhole ? percent(alignment.whole, mean) : 0, mayBegin ? percent(alignment.beginning, typed.weight) : 0};
}

}
