#include "storage/change_source.h"

#include "storage/postgres_changes.h"
#include "storage/sqlite_changes.h"

namespace nadi::storage
{

std::unique_ptr<ChangeSource> ChangeSource::of(const DatabaseConfig &config)
{
    if (config.backend == Backend::Sqlite)
        return std::make_unique<SqliteChanges>(config.location);
    return std::make_unique<PostgresChanges>(config);
}

}
