#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    // One question of one person's app. Who asked is a keyed hash, for limits; the details stand sealed only where a
    // person has to decide.
    uR"(CREATE TABLE discovery (
        tenant        TEXT NOT NULL,
        reference     TEXT NOT NULL,
        facility      TEXT NOT NULL,
        address_index {blob} NOT NULL,
        asked_at      {int} NOT NULL,
        outcome       TEXT NOT NULL,
        codes         INTEGER NOT NULL,
        settled_at    {int} NOT NULL,
        version       {int} NOT NULL,
        sealed        {blob} NOT NULL,
        PRIMARY KEY (tenant, reference)))",
    u"CREATE INDEX discovery_of_address ON discovery (tenant, facility, address_index, asked_at)",
    u"CREATE INDEX discovery_by_time ON discovery (tenant, asked_at)",
    u"CREATE INDEX discovery_undecided ON discovery (tenant, facility, asked_at)"
    u" WHERE outcome = 'several' AND settled_at = 0",
};

}

Migration step008()
{
    return {8, "a person's own linking", tables, {}, rowSecurityOfNewTables};
}

}
