#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

// No personal data: the clinic's own lists of medicines as they were taken in, the highest number is in force; and by
// which of them (0: the program's) each signed record was judged.
constexpr std::array tables{
    uR"(CREATE TABLE medicine_list (
        tenant      TEXT NOT NULL,
        number      INTEGER NOT NULL,
        version     TEXT NOT NULL,
        as_of       TEXT NOT NULL,
        source      TEXT NOT NULL,
        responsible TEXT NOT NULL,
        taken_by    TEXT NOT NULL,
        taken_at    {int} NOT NULL,
        content     {blob} NOT NULL,
        PRIMARY KEY (tenant, number)))",
    uR"(CREATE TABLE prescribing_judged (
        tenant    TEXT NOT NULL,
        record    TEXT NOT NULL,
        list      INTEGER NOT NULL,
        version   TEXT NOT NULL,
        judged_at {int} NOT NULL,
        PRIMARY KEY (tenant, record)))",
    u"CREATE INDEX prescribing_judged_by ON prescribing_judged (tenant, list)",
};

constexpr std::array postgres{rowSecurityOfNewTables[0]};

}

Migration step013()
{
    return {13, "the clinic's own medicine lists", tables, {}, postgres};
}

}
