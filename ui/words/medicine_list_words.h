#pragma once

#include "clinic/prescribing/class_table.h"
#include "ui/theme/standing.h"

namespace nadi::ui
{

/// "List A: first by video, then any way".
QString listWord(clinic::MedicineList list);
Standing listColor(clinic::MedicineList list);
/// "on the skin"; empty where the list means every form.
QString usedAs(clinic::ListedUse use);

}
