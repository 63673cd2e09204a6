#pragma once

#include "common/result.h"
#include "domain/hi_type.h"

#include <QDate>

namespace nadi
{

/// The title under which a patient's app lists a care context, readable before identity is proven (S-N8): type and date
/// and nothing else, "Prescription 11 Feb 2026". Fails with DISPLAY-DATE.
Result<QString> neutralDisplay(HiType type, QDate issuedOn);

/// The title of a visit's care context, which may hold records of several types: "Visit 11 Feb 2026".
Result<QString> neutralVisitDisplay(QDate day);

/// True only for what these two can make; any other word (a diagnosis, a department, a name) is refused.
bool isNeutralDisplay(QStringView text);

}
