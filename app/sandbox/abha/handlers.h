#pragma once

#include "sandbox/abha/office.h"

namespace nadi::sandbox::abha
{

using Handler = Outcome (*)(Office &, const Call &);

/// Who serves an operation of the contract. What nobody serves needs the rights of a government programme, and says so.
Handler handlerOf(const QString &operation);

}
