#pragma once

// Private to the room: what a record says, section by section as it is printed.

#include "print/sheet.h"

namespace nadi::print
{

/// Weight, height, last menstrual period: they stand with the patient, not with the findings.
QList<SheetFact> bodyFacts(const RecordContent &content);

QList<SheetSection> sectionsOf(const RecordContent &content);

}
