#include "clinic.h"
#include "clinic/recovery.h"
#include "common/clock.h"
#include "options.h"

namespace nadi::ctl
{

namespace
{

const QString settingsOption = QStringLiteral("--settings");
const QString recoveryOption = QStringLiteral("--recovery");

Exit show(const Settings &settings)
{
    const auto clinic = openClinic(settings);
    if (!clinic)
        return report(clinic.error());
    const SystemClock clock;
    RandomIdSource ids(*clinic->random);
    clinic::Work work{*clinic->database, clock, ids, commandLineActor()};
    if (const auto noted = clinic::noteRecoveryShown(work, QStringLiteral("nadictl")); !noted)
        return report(noted.error());
    print({{QStringLiteral("recoveryText"), crypto::toRecoveryText(clinic->installation.key.key)}});
    return Exit::Ok;
}

/// The database is asked before the key is put in its place: a mistaken text changes nothing.
Exit install(const Settings &settings, const QString &source)
{
    const auto config = app::databaseOf(settings);
    if (!config)
        return report(config.error());
    const auto begun = storage::Connection::holdsClinic(*config);
    if (!begun)
        return report(begun.error());
    if (!*begun)
        return report(noClinic());
    const auto key = readRecoveryKey(source);
    if (!key)
        return report(key.error());
    SystemRandom random;
    const auto sealer = sealing::SealedBoxSealer::withKey(*key, random);
    if (!sealer)
        return report(sealer.error());
    const auto database = storage::Connection::open(*config, **sealer);
    if (!database)
        return report(database.error());
    const auto at = app::keyLocationOf(settings, *config);
    const auto place = crypto::installKey(at.service, at.file, at.fallbackFile, *key);
    if (!place)
        return report(place.error());
    const SystemClock clock;
    RandomIdSource ids(random);
    clinic::Work work{**database, clock, ids, commandLineActor()};
    if (const auto noted = clinic::noteKeyInstalled(work); !noted)
        return report(noted.error());
    print({{QStringLiteral("key"), nameOf(*place)}});
    return Exit::Ok;
}

}

Exit runRecoveryText(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {settingsOption, recoveryOption});
    // One more word, so that nobody has the key on the screen by trying what the commands do.
    const auto verb = options ? options->rest().join(u' ') : QString();
    const auto source = options ? options->value(recoveryOption) : QString();
    if (!(verb == u"show" && source.isEmpty()) && !(verb == u"install" && !source.isEmpty()))
        return usage(QStringLiteral("nadictl recovery-text show | install --recovery FILE|- [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    return verb == u"show" ? show(*settings) : install(*settings, source);
}

}
