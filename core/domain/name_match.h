#pragma once

#include <QString>

namespace nadi
{

/// Every word of the shorter name has a counterpart by sound in the longer one; order, initials, honorifics and
/// spelling do not matter. Pure.
bool namesSoundAlike(const QString &one, const QString &other);

}
