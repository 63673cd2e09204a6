#pragma once

#include "domain/ids.h"
#include "storage/sql.h"

namespace nadi::storage
{

// The ids of a file and of those merged into it, for `… patient IN NADI_FILES_OF_PERSON`; its values are
// filesOfPerson(). Written so that SQLite, which knows nothing of how many rows there are, goes by the indexes
// (tst_storage_growth shows it): the partial one on merged_into needs `<> ''` said; `patient = ? OR patient IN (…)`
// reads every row of the tenant; and so does a sorting by a key's column, unless `|| ''` hides that an index has that
// order.
#define NADI_FILES_OF_PERSON                                                                                           \
    u"(SELECT CAST(? AS TEXT) UNION ALL"                                                                               \
    u" SELECT id FROM patient WHERE tenant = ? AND merged_into = ? AND merged_into <> '')"

inline Values filesOfPerson(const Connection &db, const PatientId &patient)
{
    return {value(patient), value(db.tenant()), value(patient)};
}

}
