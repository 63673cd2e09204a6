#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    // The surviving file; one step only: a later merge of the survivor points all of them to the newest.
    u"ALTER TABLE patient ADD COLUMN merged_into TEXT NOT NULL DEFAULT ''",
    u"CREATE INDEX patient_merged ON patient (tenant, merged_into) WHERE merged_into <> ''",

    // value_index of another system hashes assigner and value together: whose patient somebody else is stays sealed.
    uR"(CREATE TABLE identifier (
        tenant      TEXT NOT NULL,
        id          TEXT NOT NULL,
        patient     TEXT NOT NULL,
        system      TEXT NOT NULL,
        status      TEXT NOT NULL,
        value_index {blob} NOT NULL,
        added_at    {int} NOT NULL,
        verified_at {int} NOT NULL,
        ended_at    {int} NOT NULL,
        sealed      {blob} NOT NULL,
        PRIMARY KEY (tenant, id),
        FOREIGN KEY (tenant, patient) REFERENCES patient (tenant, id)))",
    u"CREATE INDEX identifier_of_patient ON identifier (tenant, patient)",
    u"CREATE INDEX identifier_by_value ON identifier (tenant, system, value_index) WHERE status = 'active'",
    // One ABHA number is one person here (M1: TAGGING_UNIQUEPATIENTID_UNIQUEABHANUMBER). The same address on two files
    // is a duplicate to decide, which must be storable to be seen.
    u"CREATE UNIQUE INDEX identifier_once ON identifier (tenant, system, value_index)"
    u" WHERE status = 'active' AND system <> 'abha-address'",

    uR"(CREATE TABLE patient_merge (
        tenant     TEXT NOT NULL,
        id         TEXT NOT NULL,
        survivor   TEXT NOT NULL,
        retired    TEXT NOT NULL,
        at         {int} NOT NULL,
        undo_until {int} NOT NULL,
        undone_at  {int} NOT NULL,
        sealed     {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
    u"CREATE UNIQUE INDEX patient_merge_standing ON patient_merge (tenant, retired) WHERE undone_at = 0",
    u"CREATE INDEX patient_merge_of ON patient_merge (tenant, survivor)",

    // one < other.
    uR"(CREATE TABLE patient_not_same (
        tenant TEXT NOT NULL,
        one    TEXT NOT NULL,
        other  TEXT NOT NULL,
        at     {int} NOT NULL,
        PRIMARY KEY (tenant, one, other)))",
};

}

Migration step002()
{
    return {2, "one patient index: identifiers, merges, duplicates", tables, {}, rowSecurityOfNewTables};
}

}
