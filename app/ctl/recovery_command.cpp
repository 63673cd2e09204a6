#include "clinic.h"
#include "clinic/recovery.h"
#include "common/clock.h"
#include "options.h"

namespace nadi::ctl
{

Exit runRecoveryText(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings")});
    // One more word, so that nobody has the key on the screen by trying what the commands do.
    if (!options || options->rest() != QStringList{QStringLiteral("show")})
        return usage(QStringLiteral("nadictl recovery-text show [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    const auto clinic = openClinic(*settings);
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

}
