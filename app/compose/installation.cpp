#include "compose/installation.h"

#include <QCryptographicHash>
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

KeyLocation keyLocationOf(const Settings &settings, const storage::DatabaseConfig &database)
{
    const bool isFile = database.backend == storage::Backend::Sqlite;
    const auto folder = isFile
        ? QFileInfo(database.location).absolutePath()
        : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/nadi");
    // One entry of the secret store per database: a PC may hold a training clinic beside the real one.
    const auto name = isFile ? QFileInfo(database.location).absoluteFilePath() : database.location;
    const auto id = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    const auto baseName = isFile ? QFileInfo(database.location).completeBaseName() : QStringLiteral("postgres");
    return {QStringLiteral("nadi-") + QString::fromLatin1(id), settings.text(QStringLiteral("keys.file")),
        QDir(folder).filePath(baseName + QStringLiteral(".key"))};
}

Result<Installation> openInstallation(const Settings &settings, FirstUse firstUse, Random &random)
{
    auto database = databaseOf(settings);
    if (!database)
        return failed(database);
    const auto at = keyLocationOf(settings, *database);
    auto key = firstUse == FirstUse::MakeKey ? crypto::loadOrCreateKey(at.service, at.file, at.fallbackFile, random)
                                             : crypto::loadKey(at.service, at.file, at.fallbackFile);
    if (!key)
        return failed(key);
    auto sealer = sealing::SealedBoxSealer::withKey(key->key, random);
    if (!sealer)
        return failed(sealer);
    return Installation{std::move(*database), std::move(*key), std::move(*sealer)};
}

}
