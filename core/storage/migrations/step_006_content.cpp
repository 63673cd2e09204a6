#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    uR"(CREATE TABLE record_content (
        tenant   TEXT NOT NULL,
        record   TEXT NOT NULL,
        saved_at {int} NOT NULL,
        sealed   {blob} NOT NULL,
        PRIMARY KEY (tenant, record)))",

    // An amended record is a row of its own, in the care context of the one it amends.
    u"ALTER TABLE record ADD COLUMN amends TEXT NOT NULL DEFAULT ''",
    u"CREATE INDEX record_amending ON record (tenant, amends) WHERE amends <> ''",
    u"DROP INDEX record_by_care_context",
    u"CREATE INDEX record_by_care_context ON record (tenant, facility, care_context) WHERE care_context <> ''",

    // What a doctor prescribed before, each line once; the line is found again by a keyed hash of what it says.
    uR"(CREATE TABLE prescribed_line (
        tenant    TEXT NOT NULL,
        doctor    TEXT NOT NULL,
        line      {blob} NOT NULL,
        favourite {int} NOT NULL,
        uses      {int} NOT NULL,
        used_at   {int} NOT NULL,
        sealed    {blob} NOT NULL,
        PRIMARY KEY (tenant, doctor, line)))",
    uR"(CREATE TABLE content_template (
        tenant   TEXT NOT NULL,
        id       TEXT NOT NULL,
        doctor   TEXT NOT NULL,
        saved_at {int} NOT NULL,
        sealed   {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
    u"CREATE INDEX content_template_of ON content_template (tenant, doctor)",
};

}

Migration step006()
{
    return {6, "records as data, amended records, what doctors prescribe again", tables, {}, rowSecurityOfNewTables};
}

}
