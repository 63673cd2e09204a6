#include "storage/migrations/step_001_network.h"
#include "storage/migrations/step_001_tables.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

template <size_t A, size_t B>
constexpr auto joined(const std::array<const char16_t *, A> &a, const std::array<const char16_t *, B> &b)
{
    std::array<const char16_t *, A + B> out{};
    std::copy(a.begin(), a.end(), out.begin());
    std::copy(b.begin(), b.end(), out.begin() + A);
    return out;
}
constexpr auto common = joined(tables001, network001);

constexpr std::array sqlite{
    u"CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
    u"CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
    u"CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
    u"CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.sequence < OLD.sequence"
    u" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
};

constexpr std::array postgres{
    uR"(CREATE FUNCTION nadi_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$)",
    u"CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event"
    u" FOR EACH ROW EXECUTE FUNCTION nadi_append_only()",
    u"CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION nadi_append_only()",
    u"CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION nadi_append_only()",
    u"CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW"
    u" WHEN (NEW.sequence < OLD.sequence) EXECUTE FUNCTION nadi_append_only()",

    // A forgotten tenant is an error, not an empty answer (S-R4). After a transaction that set it, current_setting is
    // ''.
    uR"(CREATE FUNCTION nadi_tenant() RETURNS text LANGUAGE plpgsql STABLE AS $$
        DECLARE tenant text := current_setting('nadi.tenant', true);
        BEGIN
            IF tenant IS NULL OR tenant = '' THEN
                RAISE EXCEPTION 'no tenant in this transaction' USING ERRCODE = 'NADI1';
            END IF;
            RETURN tenant;
        END $$)",

    // Enabled and forced on every table with a tenant, so that also the owner is bound (S-R3).
    uR"(DO $$
        DECLARE name text;
        BEGIN
            FOR name IN SELECT table_name FROM information_schema.columns
                        WHERE table_schema = current_schema() AND column_name = 'tenant'
            LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
                EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
                EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = nadi_tenant())'
                               ' WITH CHECK (tenant = nadi_tenant())', name);
            END LOOP;
        END $$)",

    // The programs run as members of nadi_app, which owns nothing; the schema's owner only migrates (docs/storage.md).
    uR"(DO $$
        BEGIN
            IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'nadi_app') THEN
                GRANT USAGE ON SCHEMA public TO nadi_app;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO nadi_app;
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nadi_app;
                REVOKE UPDATE, DELETE ON audit_event FROM nadi_app;
                REVOKE INSERT, UPDATE, DELETE ON schema_version FROM nadi_app;
            END IF;
        END $$)",
};

}

Migration step001()
{
    return {1, "the first schema", common, sqlite, postgres};
}

}
