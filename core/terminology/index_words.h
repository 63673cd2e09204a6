#pragma once

#include "terminology/release_entry.h"

namespace nadi::terminology
{

/// Whether a release is also searched by sound: AYUSH names are spelt by every doctor in another way.
enum class BySound { No, Yes };
BySound searchedBySound(CodeSystem system);

/// The words that the index keeps for a term of an entry: its folded words, their sounds, its beginning as one word,
/// and what it may be used for.
QString indexWords(const QString &folded, const ReleaseEntry &entry, BySound bySound);

/// What was typed as an FTS5 question, or empty when there is no word in it.
struct IndexQuestion
{
    QString beginning; ///< terms that begin with what was typed
    QString anyOrder; ///< terms that have a word for each typed one
};
IndexQuestion indexQuestion(const QString &folded, TermScope scope, BySound bySound);

}
