#pragma once

#include "storage/sql.h"

#include <QHash>

namespace nadi::storage
{

/// Rows of (state word, count), for status pages.
inline Result<QHash<QString, int>> countsOf(Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    QHash<QString, int> counts;
    while (rows->next())
        counts.insert(rows->text(0), int(rows->number(1)));
    return counts;
}

}
