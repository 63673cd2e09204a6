#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    // Where the trail begins after its old events were purged: the last purged event's place and hash.
    uR"(CREATE TABLE audit_purge (
        tenant TEXT NOT NULL,
        upto   {int} NOT NULL,
        hash   {blob} NOT NULL,
        at     {int} NOT NULL,
        PRIMARY KEY (tenant, upto)))",

    // A patient of '' is the whole trail.
    uR"(CREATE TABLE legal_hold (
        tenant      TEXT NOT NULL,
        id          TEXT NOT NULL,
        patient     TEXT NOT NULL,
        placed_at   {int} NOT NULL,
        released_at {int} NOT NULL,
        sealed      {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
};

// 31,536,000,000 ms are 365 days: the law's year (S-A7), whatever the settings say.
constexpr std::array sqlite{
    u"DROP TRIGGER audit_event_no_delete",
    u"CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event"
    u" WHEN OLD.sequence > (SELECT COALESCE(MAX(upto), 0) FROM audit_purge WHERE tenant = OLD.tenant)"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
    u"CREATE TRIGGER audit_purge_young BEFORE INSERT ON audit_purge"
    u" WHEN EXISTS (SELECT 1 FROM audit_event WHERE tenant = NEW.tenant AND sequence <= NEW.upto"
    u" AND at > NEW.at - 31536000000)"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is kept for a year'); END",
    u"CREATE TRIGGER audit_purge_no_update BEFORE UPDATE ON audit_purge"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
    u"CREATE TRIGGER audit_purge_no_delete BEFORE DELETE ON audit_purge"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
};

constexpr std::array postgres{
    rowSecurityOfNewTables[0],
    u"DROP TRIGGER audit_event_append_only ON audit_event",
    u"CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event"
    u" FOR EACH ROW EXECUTE FUNCTION nadi_append_only()",
    uR"(CREATE FUNCTION nadi_purged_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.sequence > COALESCE((SELECT MAX(upto) FROM audit_purge WHERE tenant = OLD.tenant), 0) THEN
                RAISE EXCEPTION 'the audit trail is append-only';
            END IF;
            RETURN OLD;
        END $$)",
    u"CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event"
    u" FOR EACH ROW EXECUTE FUNCTION nadi_purged_only()",
    u"CREATE TRIGGER audit_purge_append_only BEFORE UPDATE OR DELETE ON audit_purge"
    u" FOR EACH ROW EXECUTE FUNCTION nadi_append_only()",

    // The programs may not delete events. This they may ask for, and it looks at the year itself.
    uR"(CREATE FUNCTION nadi_purge_audit(last bigint, chained bytea, moment bigint) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM audit_event WHERE tenant = nadi_tenant() AND sequence <= last
                       AND at > moment - 31536000000) THEN
                RAISE EXCEPTION 'the audit trail is kept for a year';
            END IF;
            INSERT INTO audit_purge (tenant, upto, hash, at) VALUES (nadi_tenant(), last, chained, moment);
            DELETE FROM audit_event WHERE tenant = nadi_tenant() AND sequence <= last;
        END $$)",
    u"REVOKE ALL ON FUNCTION nadi_purge_audit(bigint, bytea, bigint) FROM PUBLIC",
    uR"(DO $$
        BEGIN
            IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'nadi_app') THEN
                REVOKE INSERT, UPDATE, DELETE ON audit_purge FROM nadi_app;
                REVOKE DELETE ON legal_hold FROM nadi_app;
                GRANT EXECUTE ON FUNCTION nadi_purge_audit(bigint, bytea, bigint) TO nadi_app;
            END IF;
        END $$)",
};

}

Migration step005()
{
    return {5, "retention of the audit trail, legal holds", tables, sqlite, postgres};
}

}
