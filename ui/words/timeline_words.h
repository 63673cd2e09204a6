#pragma once

#include <QString>

namespace nadi::ui
{

/// One word of a flow's timeline as a sentence, for the support log and the stages of a facility's linkage.
QString timelineWords(const QString &what);

}
