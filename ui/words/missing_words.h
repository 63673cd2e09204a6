#pragma once

#include "clinic/prescribing/completeness.h"

namespace nadi::ui
{

/// What is missing, in a sentence. `line` names the line it is about: the medicine, or the number of the row.
QString missingSentence(const clinic::Missing &missing, const QString &line);
/// What leads to where it is filled in.
QString missingAction(clinic::Leads leads);

}
