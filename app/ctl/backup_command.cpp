#include "clinic.h"
#include "common/clock.h"
#include "options.h"
#include "sealing/box_backup_cipher.h"

#include <QFileInfo>

namespace nadi::ctl
{
namespace
{
const QString settingsOption = QStringLiteral("--settings");
const QString recoveryOption = QStringLiteral("--recovery");

Exit print(const storage::BackupReport &report, const QString &keyPlace = {})
{
    QJsonObject json{{QStringLiteral("file"), report.file}, {QStringLiteral("bytes"), report.bytes},
        {QStringLiteral("schemaVersion"), report.schemaVersion}, {QStringLiteral("patients"), report.patients},
        {QStringLiteral("records"), report.records}, {QStringLiteral("auditEvents"), report.auditEvents},
        {QStringLiteral("auditHead"), QString::fromLatin1(report.auditHead.toHex())}};
    if (!keyPlace.isEmpty())
        json.insert(u"key", keyPlace);
    ctl::print(json);
    return Exit::Ok;
}

// Asked before the key is put in its place; restoreBackup asks again.
Done isFree(const storage::DatabaseConfig &config)
{
    if (config.backend != storage::Backend::Sqlite)
        return fail(ErrorKind::Invalid, QStringLiteral("BACKUP-BACKEND"), QStringLiteral("PostgreSQL has pg_restore"));
    if (QFileInfo::exists(config.location))
        return fail(ErrorKind::Conflict, QStringLiteral("BACKUP-EXISTS"), QStringLiteral("a clinic is there already"));
    return {};
}
}

Exit runBackup(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {settingsOption, recoveryOption});
    if (!options || options->rest().size() != 1)
        return usage(QStringLiteral("nadictl backup TARGET [--recovery FILE|-] [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    // The printed text of a clinic is its own key unless the clinic keeps another recovery key.
    auto recoveryKey = Result<Secret>(clinic->installation.key.key);
    if (const auto path = options->value(recoveryOption); !path.isEmpty())
        recoveryKey = readRecoveryKey(path);
    if (!recoveryKey)
        return report(recoveryKey.error());
    const sealing::BoxBackupCipher cipher(*recoveryKey, clinic->installation.key.key, *clinic->random);
    const auto written = storage::writeBackup(*clinic->database, cipher, options->rest()[0], SystemClock().now());
    return written ? print(*written) : report(written.error());
}

Exit runRestore(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {settingsOption, recoveryOption});
    if (!options || options->rest().size() != 1 || options->value(recoveryOption).isEmpty())
        return usage(QStringLiteral("nadictl restore BACKUP --recovery FILE|- [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    const auto config = app::databaseOf(*settings);
    if (!config)
        return report(config.error());
    if (const auto free = isFree(*config); !free)
        return report(free.error());
    const auto recoveryKey = readRecoveryKey(options->value(recoveryOption));
    if (!recoveryKey)
        return report(recoveryKey.error());

    SystemRandom random;
    const auto &backup = options->rest()[0];
    const auto dataKey = sealing::BoxBackupCipher::dataKeyOf(backup, *recoveryKey, random);
    if (!dataKey)
        return report(dataKey.error());
    const auto sealer = sealing::SealedBoxSealer::withKey(*dataKey, random);
    if (!sealer)
        return report(sealer.error());
    // The key first: a restored database without its key would look like a clinic and be none.
    const auto at = app::keyLocationOf(*settings, *config);
    const auto place = crypto::installKey(at.service, at.file, at.fallbackFile, *dataKey);
    if (!place)
        return report(place.error());
    const sealing::BoxBackupCipher cipher(*recoveryKey, *dataKey, random);
    const auto restored
        = storage::restoreBackup(backup, cipher, config->location, **sealer, config->tenant, SystemClock().now());
    if (!restored)
        return report(restored.error());
    return print(*restored, nameOf(*place));
}

}
