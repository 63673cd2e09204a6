#pragma once

#include "storage/connection.h"

namespace nadi::storage
{

/// The next number of a named count: 1, 2, 3, … without gaps, because it is taken in the caller's transaction and the
/// row stays locked until that ends.
Result<qint64> nextNumber(Connection &db, const QString &name);

}
