#pragma once

#include "domain/content/medicine.h"

#include <QStringView>

namespace nadi
{

/// How a doctor types how often: "1-0-1" (morning, noon, night), "1-0-1-1" (with the evening), "½-0-½", "bd", "tds",
/// "3" (times a day), "8h" (every 8 hours), "hs" (at night), any of them with "sos" (when needed). Anything else stays
/// as words.
DoseTimes doseTimesFrom(QStringView typed);
/// The shortest of those forms; read again it gives the same.
QString typedTimes(const DoseTimes &times);

/// What to dispense: "10 tablets" for 1 tablet, 1-0-1, 5 days. Empty where it cannot be counted: no days, no number in
/// the dose, or only when needed.
QString totalOf(const MedicineLine &line);

}
