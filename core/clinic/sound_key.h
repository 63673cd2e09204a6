#pragma once

#include <QString>

namespace nadi::clinic
{

/// Keys by which names are compared across scripts and spellings.
struct SoundKeys
{
    QString fine; ///< "Geeta", "Gita", "गीता" -> "gt"
    QString broad; ///< voiced and unvoiced alike, because Tamil writes them alike: "kt"
    bool tamil = false;
};

SoundKeys soundKeys(QStringView word);

}
