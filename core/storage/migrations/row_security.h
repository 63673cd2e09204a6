#pragma once

#include <array>

namespace nadi::storage
{

/// The last statements of a later step that makes tables, for PostgreSQL: every table with a tenant that has no policy
/// yet gets the one of step 1, and the programs' role its rights (docs/storage.md).
inline constexpr std::array rowSecurityOfNewTables{
    uR"(DO $$
        DECLARE name text;
        BEGIN
            FOR name IN SELECT c.table_name FROM information_schema.columns c
                        WHERE c.table_schema = current_schema() AND c.column_name = 'tenant'
                          AND NOT EXISTS (SELECT 1 FROM pg_policies p
                                          WHERE p.schemaname = current_schema() AND p.tablename = c.table_name)
            LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
                EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
                EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = nadi_tenant())'
                               ' WITH CHECK (tenant = nadi_tenant())', name);
                IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'nadi_app') THEN
                    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO nadi_app', name);
                END IF;
            END LOOP;
            IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'nadi_app') THEN
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nadi_app;
            END IF;
        END $$)",
};

}
