#pragma once

#include "domain/word_likeness.h"

#include <QString>

#include <vector>

namespace nadi
{

/// One word of a name as it is compared.
struct NameWord
{
    QString plain; ///< lower case as written
    SoundWord sound; ///< of what an abbreviation stands for, without "bhai" and "ben" at its end
    bool initial = false; ///< one letter

    static NameWord of(const QString &plain);
};

/// Words of a name: honorifics left out when something else remains, "Md." read as what it stands for, "K.R." as two
/// initials.
std::vector<NameWord> nameWords(QStringView name);

}
