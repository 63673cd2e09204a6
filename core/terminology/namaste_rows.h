#pragma once

#include "terminology/release_entry.h"

namespace nadi::terminology
{

/// One code of the National Ayurveda Morbidity Codes, cleaned: the file of the portal keeps the code pair in one
/// column, repeats rows, writes "-" for nothing, and marks index terms with an arrow (terminology.md section 3).
struct NamasteRow
{
    QString id;
    QString code;
    QString tm2; ///< ICD-11 TM2 class of the official crosswalk; empty where there is none
    QString harvardKyoto;
    QString iast;
    QString devanagari;
    QString english;
    QString englishIndex;
    QString relation; ///< "primary", "index" or empty, as the file says it
    bool arrow = false;
    QString definition;

    bool operator==(const NamasteRow &) const = default;
};

/// Every row once, in the order of the file, with its line.
Result<QList<std::pair<NamasteRow, qint64>>> readNamasteRows(const QString &path);

/// What the crosswalk says of a row; nullopt without a TM2 class. The title is that of the class only where the row is
/// its primary term: an index term is titled after itself.
std::optional<Tm2Link> tm2LinkOf(const NamasteRow &row);

/// A NAMASTE code as the portal forms them. One row of the published file has a broken one.
bool isNamasteCode(const QString &code);

}
