#include "terminology/index_words.h"

#include "terminology/folded.h"

#include <QStringList>

namespace nadi::terminology
{
namespace
{

// Signs that no folded word has, so that the four kinds of index words never meet.
const QString headSign = QStringLiteral("·");
const QString soundSign = QStringLiteral("°");
const QString scopeSign = QStringLiteral("¶");

/// Letters of a term's beginning that the index keeps. What is longer is compared in memory.
constexpr qsizetype headLength = 24;
/// Letters of a word, and words, that a question has. People type less; a pasted text is cut.
constexpr qsizetype longestWord = 48;
constexpr qsizetype mostWords = 8;

QString headOf(const QString &folded)
{
    return headSign + QString(folded).remove(u' ').left(headLength);
}

QString prefixOf(const QString &word)
{
    return u'"' + word + QStringLiteral("\"*");
}

QString withScope(const QString &question, TermScope scope)
{
    if (question.isEmpty() || scope == TermScope::Anything)
        return question;
    return question + QStringLiteral(" AND \"") + scopeSign + toWord(scope).remove(u'-') + u'"';
}

}

BySound searchedBySound(CodeSystem system)
{
    using enum CodeSystem;
    return system == Namaste || system == Siddha || system == Unani ? BySound::Yes : BySound::No;
}

QString indexWords(const QString &folded, const ReleaseEntry &entry, BySound bySound)
{
    auto words = folded.split(u' ', Qt::SkipEmptyParts);
    if (bySound == BySound::Yes)
        for (const auto &word : QStringList(words))
            if (const auto sound = soundOf(word); !sound.isEmpty())
                words << soundSign + sound;
    words << nadi::terminology::folded(entry.alsoFoundBy).split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    words << headOf(folded);
    for (const auto scope : entry.scopes)
        words << scopeSign + toWord(scope).remove(u'-');
    return words.join(u' ');
}

IndexQuestion indexQuestion(const QString &folded, TermScope scope, BySound bySound)
{
    QStringList each;
    const auto words = folded.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words.first(std::min(words.size(), mostWords))) {
        auto one = prefixOf(word.left(longestWord));
        const auto sound = bySound == BySound::Yes ? soundOf(word.left(longestWord)) : QString();
        if (!sound.isEmpty())
            one = u'(' + one + QStringLiteral(" OR ") + prefixOf(soundSign + sound) + u')';
        each << one;
    }
    if (each.isEmpty())
        return {};
    return {withScope(prefixOf(headOf(folded)), scope), withScope(each.join(QStringLiteral(" AND ")), scope)};
}

}
