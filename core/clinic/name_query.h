#pragma once

#include "domain/name_words.h"

#include <QHash>

#include <cstdint>
#include <span>

namespace nadi::clinic
{

/// The distinct words of all names, so that a typed word is compared with each of them once and not with each person.
class NameVocabulary
{
public:
    /// Ids of the words of a name.
    std::vector<uint32_t> take(QStringView name);
    const std::vector<NameWord> &words() const { return m_words; }
    /// Words that sound exactly like this.
    std::vector<uint32_t> like(const SoundWord &sound) const;
    void clear();

private:
    std::vector<NameWord> m_words;
    QHash<QString, uint32_t> m_ids;
    QHash<QByteArray, std::vector<uint32_t>> m_skeletons; ///< by consonants
};

/// What was typed, compared with a vocabulary.
class NameQuery
{
public:
    NameQuery(QStringView typed, const NameVocabulary &vocabulary);
    /// How well a name fits, 0 (not at all) to 100; words in any order, the last letters of each may be missing.
    int score(std::span<const uint32_t> name) const;

private:
    struct Typed
    {
        NameWord word;
        std::vector<uint8_t> scores; ///< by word id
        std::vector<uint8_t> joined; ///< together with the next typed word as one; empty when that is no word
        /// "ramkumar" for "Ram Kumar": bit n is set when the first n + 1 letters, and the rest, are words.
        std::vector<uint32_t> heads;
        std::vector<uint32_t> tails;
    };
    void findSplits(Typed &typed, const NameVocabulary &vocabulary) const;
    int scoreOf(size_t index, std::span<const uint32_t> name, uint32_t &used, size_t &consumed) const;

    std::vector<Typed> m_typed;
    std::vector<uint8_t> m_initials; ///< by word id: the word is one letter
};

}
