#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    uR"(CREATE TABLE staff_role (
        tenant   TEXT NOT NULL,
        facility TEXT NOT NULL,
        user_id  TEXT NOT NULL,
        role     TEXT NOT NULL,
        PRIMARY KEY (tenant, facility, user_id)))",

    // Rows of facility and doctor whose numbers a person took over from HFR or HPR: an import leaves those alone.
    uR"(CREATE TABLE registry_taken (
        tenant  TEXT NOT NULL,
        subject TEXT NOT NULL,
        at      {int} NOT NULL,
        PRIMARY KEY (tenant, subject)))",
};

constexpr std::array postgres{rowSecurityOfNewTables[0]};

}

Migration step011()
{
    return {11, "roles per facility, and what came from a registry", tables, {}, postgres};
}

}
