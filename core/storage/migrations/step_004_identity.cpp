#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array common{
    uR"(CREATE TABLE abha_consent (
        tenant   TEXT NOT NULL,
        sequence {serial},
        code     TEXT NOT NULL,
        version  TEXT NOT NULL,
        language TEXT NOT NULL,
        manner   TEXT NOT NULL,
        patient  TEXT NOT NULL,
        facility TEXT NOT NULL,
        user_id  TEXT NOT NULL,
        at       {int} NOT NULL))",

    uR"(CREATE TABLE abha_decline (
        tenant   TEXT NOT NULL,
        patient  TEXT NOT NULL,
        facility TEXT NOT NULL,
        user_id  TEXT NOT NULL,
        at       {int} NOT NULL,
        PRIMARY KEY (tenant, patient, at)))",

    uR"(CREATE TABLE abha_snapshot (
        tenant   TEXT NOT NULL,
        sequence {serial},
        patient  TEXT NOT NULL,
        proof    TEXT NOT NULL,
        at       {int} NOT NULL,
        sealed   {blob} NOT NULL))",
    u"CREATE INDEX abha_snapshot_of ON abha_snapshot (tenant, patient, sequence)",

    uR"(CREATE TABLE abha_parked (
        tenant  TEXT NOT NULL,
        desk    TEXT NOT NULL,
        user_id TEXT NOT NULL,
        at      {int} NOT NULL,
        sealed  {blob} NOT NULL,
        PRIMARY KEY (tenant, desk, user_id)))",
};

// What a person agreed to is never edited (abha-m1.md 4.6).
constexpr std::array sqlite{
    u"CREATE TRIGGER abha_consent_no_update BEFORE UPDATE ON abha_consent"
    u" BEGIN SELECT RAISE(ABORT, 'a consent is append-only'); END",
    u"CREATE TRIGGER abha_consent_no_delete BEFORE DELETE ON abha_consent"
    u" BEGIN SELECT RAISE(ABORT, 'a consent is append-only'); END",
};
constexpr std::array postgres{
    rowSecurityOfNewTables[0],
    u"CREATE TRIGGER abha_consent_append_only BEFORE UPDATE OR DELETE ON abha_consent"
    u" FOR EACH ROW EXECUTE FUNCTION nadi_append_only()",
};

}

Migration step004()
{
    return {4, "ABHA consents, declines and what a verification left", common, sqlite, postgres};
}

}
