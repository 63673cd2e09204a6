#pragma once

#include <QString>

#include <array>
#include <optional>

namespace nadi
{

/// One row of a closed list of words: how an enum is written in the database and in JSON.
template <class Enum>
struct Word
{
    Enum value;
    QLatin1String word;
};

template <class Enum, size_t N>
QString wordOf(const std::array<Word<Enum>, N> &words, Enum value)
{
    for (const auto &row : words)
        if (row.value == value)
            return row.word;
    return {};
}

template <class Enum, size_t N>
Enum valueOf(const std::array<Word<Enum>, N> &words, QStringView word, Enum fallback)
{
    for (const auto &row : words)
        if (word == row.word)
            return row.value;
    return fallback;
}

template <class Enum, size_t N>
std::optional<Enum> valueOf(const std::array<Word<Enum>, N> &words, QStringView word)
{
    for (const auto &row : words)
        if (word == row.word)
            return row.value;
    return {};
}

}
