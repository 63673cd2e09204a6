#pragma once

#include "domain/person.h"

#include <QDate>

namespace nadi::ui
{

/// Reads "46" (an age), "1980", "1980-04-02" and "12-10-1980"; nothing is no error. Fails with PERSON-BIRTH.
Result<BirthDate> readBirth(const QString &text, QDate today);

}
