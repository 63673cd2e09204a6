#include "compose/installation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace nadi::app
{

Result<storage::DatabaseConfig> databaseOf(const Settings &settings)
{
    storage::DatabaseConfig config;
    const auto backend = settings.text(QStringLiteral("database.backend"));
    if (backend == u"postgres")
        config.backend = storage::Backend::Postgres;
    else if (backend != u"sqlite")
        return fail(ErrorKind::Invalid, QStringLiteral("SET-RANGE"), QStringLiteral("database.backend"));
    config.location = settings.text(QStringLiteral("database.location"));
    config.tenant = TenantId(settings.text(QStringLiteral("database.tenant")));
    if (config.location.isEmpty() && config.backend == storage::Backend::Sqlite)
        config.location
            = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/nadi/clinic.db");
    return config;
}

Result<QString> terminologyFolderOf(const Settings &settings)
{
    if (const auto folder = settings.text(QStringLiteral("terminology.folder")); !folder.isEmpty())
        return folder;
    return databaseOf(settings).map([](const storage::DatabaseConfig &database) {
        const auto place = database.backend == storage::Backend::Sqlite
            ? QFileInfo(database.location).absolutePath()
            : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/nadi");
        return place + QStringLiteral("/terminology");
    });
}

KeyLocation keyLocationOf(const Settings &settings, const storage::DatabaseConfig &database)
{
    const auto place = database.backend == storage::Backend::Sqlite
        ? database.location
        : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/nadi/postgres");
    return {QStringLiteral("nadi"), settings.text(QStringLiteral("keys.file")), place + QStringLiteral(".key")};
}

namespace
{

/// A clinic whose key store was emptied must be recovered with the printed text: under a fresh key its own rows would
/// stay shut, and new ones would join them under another (S-E4). So a key is made only where nothing has begun.
Result<crypto::StoredKey> keyOf(
    const KeyLocation &at, const storage::DatabaseConfig &database, FirstUse firstUse, Random &random)
{
    auto key = crypto::loadKey(at.service, at.file, at.fallbackFile);
    if (key || firstUse == FirstUse::Refuse || key.error().code != u"KEY-NONE")
        return key;
    const auto begun = storage::Connection::holdsClinic(database);
    if (!begun)
        return failed(begun);
    return *begun ? std::move(key) : crypto::loadOrCreateKey(at.service, at.file, at.fallbackFile, random);
}

}

Result<Installation> openInstallation(const Settings &settings, FirstUse firstUse, Random &random)
{
    auto database = databaseOf(settings);
    if (!database)
        return failed(database);
    if (firstUse == FirstUse::MakeKey && database->backend == storage::Backend::Sqlite)
        QDir().mkpath(QFileInfo(database->location).absolutePath()); // opening says what is wrong when it could not
    const auto at = keyLocationOf(settings, *database);
    auto key = keyOf(at, *database, firstUse, random);
    if (!key)
        return failed(key);
    auto sealer = sealing::SealedBoxSealer::withKey(key->key, random);
    if (!sealer)
        return failed(sealer);
    return Installation{std::move(*database), std::move(*key), std::move(*sealer)};
}

}
