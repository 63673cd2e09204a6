#pragma once

// Private to ui/words: one line of a table of error sentences; texts are in the translation context ErrorWords.

#include "ui/words/error_words.h"

#include <QtGlobal>

namespace nadi::ui
{

struct ErrorRow
{
    const char *code;
    const char *sentence;
    Remedy remedy;
    const char *action;
};

}
