#pragma once

#include "storage/connection.h"

namespace nadi::storage
{

/// The next number of a named count: 1, 2, 3, … without gaps, because it is taken in the caller's transaction and the
/// row stays locked until that ends.
Result<qint64> nextNumber(Connection &db, const QString &name);
/// The count goes on `ahead` further, also one that has given no number yet.
Done skipNumbers(Connection &db, const QString &name, int ahead);

}
