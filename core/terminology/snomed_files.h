#pragma once

#include "common/result.h"

#include <QStringList>

namespace nadi::terminology
{

/// The files of an RF2 snapshot that a search needs. Several editions may lie in one folder (International and India).
struct SnomedFiles
{
    QStringList concepts;
    QStringList descriptions;
    QStringList languages;

    /// All bytes of them.
    qint64 size() const;
};

/// Found by their names anywhere in the folder; TERM-FILE says which kind is missing.
Result<SnomedFiles> snomedFilesIn(const QString &folder);

}
