#pragma once

#include "domain/romanised.h"

#include <array>
#include <cstdint>

namespace nadi
{

/// One word of a name, ready to be compared thousands of times: letters as small numbers, and what they weigh.
struct SoundWord
{
    static constexpr size_t longest = 24; ///< letters; the rest of a longer word is not looked at

    SoundWord() = default;
    explicit SoundWord(const Romanised &word);

    std::array<uint8_t, longest> letters{};
    uint8_t size = 0;
    uint16_t weight = 0; ///< of all letters: a consonant 20, a vowel 8
    uint32_t classes = 0; ///< bit set of consonant families, to say no quickly
    NameScript script = NameScript::Latin;

    friend bool operator==(const SoundWord &a, const SoundWord &b)
    {
        return a.size == b.size && a.letters == b.letters && a.script == b.script;
    }
};

/// 0 to 100 each: how likely two words are spellings of one name. Vowels count less than consonants, letters that sound
/// alike less than others, two letters swapped less than two wrong ones.
struct WordLikeness
{
    int whole = 0;
    int beginning = 0; ///< of the first word as the typed beginning of the other; 0 when too little was typed
};
WordLikeness likenessOf(const SoundWord &typed, const SoundWord &word);

}
