#pragma once

#include "clinic/prescribing/prescribing_rules.h"

namespace nadi::ui
{

/// What a rule says about one medicine, in a sentence that names the rule and where it stands. `medicine`: the line as
/// printed.
QString prescribingSentence(const clinic::LineVerdict &verdict, const QString &medicine);

}
