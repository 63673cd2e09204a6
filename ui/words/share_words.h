#pragma once

#include "clinic/shares.h"

#include <QString>

namespace nadi::ui
{

/// "same ABHA number", "same mobile": what speaks for a file.
QString agreesWords(clinic::ShareEvidence evidence);
/// "other mobile", "other sex": what speaks against it.
QString differsWords(clinic::ShareEvidence evidence);
/// "same mobile, sounds alike; other birth year"
QString evidenceSentence(const clinic::ShareMatch &match);

/// Label of a field, and a stored value as people read it (dates, sex, masked numbers).
QString shareFieldWord(clinic::ShareField field);
QString shareFieldValue(clinic::ShareField field, const QString &stored);

}
