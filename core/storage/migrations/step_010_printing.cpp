#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    // One row for each time a record was put on paper or into a file, also when that failed (B47).
    uR"(CREATE TABLE print_job (
        tenant TEXT NOT NULL,
        id     TEXT NOT NULL,
        record TEXT NOT NULL,
        state  TEXT NOT NULL,
        at     {int} NOT NULL,
        sealed {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
    u"CREATE INDEX print_job_of_record ON print_job (tenant, record, at)",
};

constexpr std::array postgres{rowSecurityOfNewTables[0]};

}

Migration step010()
{
    return {10, "prints of a record", tables, {}, postgres};
}

}
