#include "clinic/name_query.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

constexpr int same = 100;
constexpr int begins = 88; ///< as written
constexpr int sounds = 97; ///< at most, for another spelling
constexpr int initialFits = 60; ///< "k" for "kumar"
constexpr int initialStands = 45; ///< "kumar" for "k."
constexpr int leastWhole = 66;
constexpr int leastBeginning = 82;
constexpr int leastJoined = 86;
constexpr int split = 92;
constexpr int shortestSplit = 90; ///< weight of a word that may be two
constexpr int unmatchedWord = 5; ///< for each word of the name that nobody typed
constexpr int unmatchedInitial = 2;
constexpr int otherOrder = 1; ///< decides between two people of the same words
constexpr int missedWord = 30; ///< for one typed word that the name does not have
constexpr size_t mostWords = 32; ///< bits of `used`

QByteArray skeletonOf(const SoundWord &sound, size_t from, size_t to)
{
    // Letters from 26 on and the vowels among the others carry no consonant (word_likeness.cpp numbers them).
    static constexpr uint8_t vowels[] = {'a' - 'a', 'e' - 'a', 'i' - 'a', 'o' - 'a', 'u' - 'a', 'h' - 'a', 'y' - 'a'};
    QByteArray out;
    for (size_t i = from; i < to; ++i)
        if (sound.letters[i] < 26 && std::ranges::find(vowels, sound.letters[i]) == std::end(vowels))
            out += char(sound.letters[i]);
    return out;
}

int firstOf(const SoundWord &sound)
{
    return sound.size == 0 ? -1 : sound.letters[0] == 26 ? 0 : sound.letters[0];
}

int scoreOfWord(const NameWord &typed, const NameWord &word)
{
    if (typed.plain == word.plain)
        return same;
    if (typed.initial || word.initial) {
        if (firstOf(typed.sound) != firstOf(word.sound) || firstOf(word.sound) < 0)
            return 0;
        return typed.initial && word.initial ? sounds : typed.initial ? initialFits : initialStands;
    }
    const auto likeness = likenessOf(typed.sound, word.sound);
    const int whole = likeness.whole >= leastWhole ? std::min(sounds, likeness.whole) : 0;
    const int beginning = likeness.beginning >= leastBeginning ? likeness.beginning * 4 / 5 : 0;
    return std::max({whole, beginning, word.plain.startsWith(typed.plain) ? begins : 0});
}

std::vector<uint8_t> scoresOf(const NameWord &typed, const NameVocabulary &vocabulary)
{
    std::vector<uint8_t> scores(vocabulary.words().size());
    std::ranges::transform(
        vocabulary.words(), scores.begin(), [&](const NameWord &word) { return uint8_t(scoreOfWord(typed, word)); });
    return scores;
}

SoundWord partOf(const SoundWord &sound, size_t from, size_t to)
{
    SoundWord part;
    part.script = sound.script;
    for (size_t i = from; i < to; ++i)
        part.letters[part.size++] = sound.letters[i];
    return part;
}

}

std::vector<uint32_t> NameVocabulary::take(QStringView name)
{
    std::vector<uint32_t> ids;
    for (auto &word : nameWords(name)) {
        auto known = m_ids.constFind(word.plain);
        if (known == m_ids.cend()) {
            const auto id = uint32_t(m_words.size());
            m_skeletons[skeletonOf(word.sound, 0, word.sound.size)].push_back(id);
            known = m_ids.insert(word.plain, id);
            m_words.push_back(std::move(word));
        }
        if (ids.size() < mostWords)
            ids.push_back(*known);
    }
    return ids;
}

std::vector<uint32_t> NameVocabulary::like(const SoundWord &sound) const
{
    return m_skeletons.value(skeletonOf(sound, 0, sound.size));
}

void NameVocabulary::clear()
{
    m_words.clear();
    m_ids.clear();
    m_skeletons.clear();
}

NameQuery::NameQuery(QStringView typed, const NameVocabulary &vocabulary)
{
    if (typed.isEmpty())
        return;
    m_initials.reserve(vocabulary.words().size());
    for (const auto &word : vocabulary.words())
        m_initials.push_back(word.initial);
    auto words = nameWords(typed);
    if (words.size() > mostWords)
        words.resize(mostWords);
    for (auto &word : words) {
        Typed one{std::move(word), {}, {}, {}, {}};
        one.scores = scoresOf(one.word, vocabulary);
        findSplits(one, vocabulary);
        m_typed.push_back(std::move(one));
    }
    for (size_t i = 0; i + 1 < m_typed.size(); ++i) {
        if (m_typed[i].word.initial || m_typed[i + 1].word.initial)
            continue;
        const auto joined = NameWord::of(m_typed[i].word.plain + m_typed[i + 1].word.plain);
        auto scores = scoresOf(joined, vocabulary);
        bool any = false;
        for (auto &score : scores) {
            score = score >= leastJoined ? score : 0;
            any |= score > 0;
        }
        if (any)
            m_typed[i].joined = std::move(scores);
    }
}

void NameQuery::findSplits(Typed &typed, const NameVocabulary &vocabulary) const
{
    const auto &sound = typed.word.sound;
    if (sound.weight < shortestSplit)
        return;
    for (size_t at = 2; at + 2 < sound.size; ++at) {
        const auto heads = vocabulary.like(partOf(sound, 0, at));
        const auto tails = vocabulary.like(partOf(sound, at, sound.size));
        if (heads.empty() || tails.empty())
            continue;
        typed.heads.resize(vocabulary.words().size());
        typed.tails.resize(vocabulary.words().size());
        for (const auto id : heads)
            typed.heads[id] |= 1U << at;
        for (const auto id : tails)
            typed.tails[id] |= 1U << at;
    }
}

int NameQuery::scoreOf(size_t index, std::span<const uint32_t> name, uint32_t &used, size_t &consumed) const
{
    const auto &typed = m_typed[index];
    consumed = 1;
    int best = 0;
    uint32_t taken = 0;
    for (size_t i = 0; i < name.size(); ++i) {
        if (used & (1U << i))
            continue;
        if (const int score = typed.scores[name[i]]; score > best) {
            best = score;
            taken = 1U << i;
            consumed = 1;
        }
        if (!typed.joined.empty() && typed.joined[name[i]] > std::max(best, leastJoined - 1)) {
            best = typed.joined[name[i]];
            taken = 1U << i;
            consumed = 2;
        }
        if (!typed.heads.empty() && i + 1 < name.size() && !(used & (2U << i)) && best < split
            && (typed.heads[name[i]] & typed.tails[name[i + 1]])) {
            best = split;
            taken = 3U << i;
            consumed = 1;
        }
    }
    used |= taken;
    return best;
}

int NameQuery::score(std::span<const uint32_t> name) const
{
    uint32_t used = 0;
    int total = 0;
    int weights = 0;
    int missed = 0;
    bool sure = false;
    bool inOrder = true;
    for (size_t i = 0; i < m_typed.size();) {
        size_t consumed = 1;
        const auto before = used;
        const int score = scoreOf(i, name, used, consumed);
        const auto taken = used & ~before;
        inOrder &= taken == 0 || taken > before;
        const int weight = std::max<int>(10, m_typed[i].word.sound.weight);
        sure |= score > initialStands;
        if (score > 0) {
            total += score * weight;
            weights += weight;
        } else if (m_typed[i].word.initial) {
            missed += missedWord / 4;
        } else {
            missed += missedWord;
        }
        i += consumed;
    }
    // One whole word that the name does not have is forgiven among three.
    if (!sure || weights == 0 || missed > (m_typed.size() >= 3 ? missedWord + missedWord / 2 : missedWord / 2))
        return 0;
    int unmatched = 0;
    for (size_t i = 0; i < name.size(); ++i)
        if (!(used & (1U << i)))
            unmatched += m_initials[name[i]] ? unmatchedInitial : unmatchedWord;
    const int order = inOrder ? 0 : otherOrder;
    return std::max(1, total / weights - missed - unmatched - order);
}

}
