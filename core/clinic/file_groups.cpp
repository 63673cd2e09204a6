#include "clinic/file_groups.h"

#include "domain/name_words.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

// FD-2 counts births up to two years apart as possible.
constexpr int closeBirth = 2;
constexpr size_t mostWords = 4;

/// Families of consonants in their order: what all spellings of a name have in common.
QByteArray roughSound(const SoundWord &sound)
{
    static constexpr const char *families[] = {"kgq", "cjszx", "td", "pbfvw", "mn", "lr"};
    QByteArray out;
    for (size_t i = 0; i < sound.size; ++i) {
        if (sound.letters[i] >= 26)
            continue;
        for (const auto *family : families)
            if (std::string_view(family).find(char('a' + sound.letters[i])) != std::string_view::npos
                && (out.isEmpty() || out.back() != family[0]))
                out += family[0];
    }
    return out;
}

/// Every pair of words: a middle name that only one file has must not part them.
std::vector<QByteArray> soundsOf(const QString &name)
{
    std::vector<QByteArray> words;
    for (const auto &word : nameWords(name))
        if (!word.initial && words.size() < mostWords)
            words.push_back(roughSound(word.sound));
    std::ranges::sort(words);
    std::vector<QByteArray> pairs;
    for (size_t i = 0; i < words.size(); ++i)
        for (size_t j = i + 1; j < words.size(); ++j)
            pairs.push_back(words[i] + '+' + words[j]);
    if (words.size() == 1)
        pairs.push_back(words.front());
    return pairs;
}

QByteArray nameKey(const QByteArray &sound, int year)
{
    return 'n' + QByteArray::number(year) + sound;
}

std::vector<QByteArray> numberKeys(const Patient &patient)
{
    std::vector<QByteArray> keys;
    if (!patient.mobile.isEmpty())
        keys.push_back('m' + patient.mobile.toLatin1());
    if (patient.abhaNumber)
        keys.push_back('a' + patient.abhaNumber->digits().toLatin1());
    if (patient.abhaAddress)
        keys.push_back('@' + patient.abhaAddress->value().toLatin1());
    return keys;
}

std::vector<QByteArray> keysOf(const Patient &patient)
{
    auto keys = numberKeys(patient);
    if (patient.birth.year)
        for (const auto &sound : soundsOf(patient.name))
            keys.push_back(nameKey(sound, *patient.birth.year));
    return keys;
}

}

void FileGroups::put(uint32_t position, const Patient &patient)
{
    for (const auto &key : keysOf(patient))
        m_groups[key].push_back(position);
}

void FileGroups::drop(uint32_t position, const Patient &patient)
{
    for (const auto &key : keysOf(patient))
        if (const auto group = m_groups.find(key); group != m_groups.end())
            std::erase(*group, position);
}

std::vector<uint32_t> FileGroups::near(const Patient &patient) const
{
    auto keys = numberKeys(patient);
    if (patient.birth.year)
        for (const auto &sound : soundsOf(patient.name))
            for (int year = *patient.birth.year - closeBirth; year <= *patient.birth.year + closeBirth; ++year)
                keys.push_back(nameKey(sound, year));
    std::vector<uint32_t> out;
    for (const auto &key : keys)
        if (const auto group = m_groups.constFind(key); group != m_groups.cend())
            out.insert(out.end(), group->begin(), group->end());
    std::ranges::sort(out);
    const auto repeats = std::ranges::unique(out);
    out.erase(repeats.begin(), repeats.end());
    return out;
}

}
