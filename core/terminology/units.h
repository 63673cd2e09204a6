#pragma once

#include <QStringList>

namespace nadi::terminology
{

/// The UCUM code of a unit as laboratories and doctors write it ("mmHg" -> "mm[Hg]"); empty where we know none. Case
/// counts: "Mg" is not "mg".
QString ucumFor(const QString &unit);

/// Every unit we know a code for, to be offered.
QStringList knownUnits();

}
