#pragma once

#include "clinic/duplicates.h"
#include "clinic/likeness.h"

#include <QString>

namespace nadi::ui
{

/// Label of a field that two files are compared by.
QString personFieldWord(clinic::PersonField field);
/// A stored value (dates ISO, gender "F") as people read it; mobile and ABHA masked.
QString personFieldValue(clinic::PersonField field, const QString &stored);

/// "same mobile", "name sounds alike"
QString evidenceWord(clinic::Evidence evidence);
QString evidenceSentence(const QList<clinic::Evidence> &evidence);

}
