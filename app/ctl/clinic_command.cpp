#include "clinic.h"
#include "clinic_check.h"
#include "clinic_file.h"
#include "common/clock.h"
#include "options.h"

#include <QJsonArray>

namespace nadi::ctl
{

Exit runClinic(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings")});
    const auto verb = options ? options->rest().value(0) : QString();
    if (!options || options->rest().size() != 2 || (verb != u"import" && verb != u"check"))
        return usage(QStringLiteral("nadictl clinic import|check CLINIC.json [--settings FILE]"));
    const auto setup = readClinicFile(options->rest()[1]);
    if (!setup)
        return report(setup.error());
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    if (verb == u"check")
        return checkClinic(*setup, *settings);
    auto clinic = openOrMakeClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const SystemClock clock;
    RandomIdSource ids(*clinic->random);
    clinic::Work work{*clinic->database, clock, ids, commandLineActor()};
    const auto kept = clinic::setUpClinic(work, *setup);
    if (!kept)
        return report(kept.error());
    int blocks = 0;
    for (const auto &doctor : setup->doctors)
        blocks += int(doctor.blocks.size());
    print({{QStringLiteral("facility"), setup->facility.id.value()}, {QStringLiteral("doctors"), setup->doctors.size()},
        {QStringLiteral("blocks"), blocks}, {QStringLiteral("keptFromRegistry"), QJsonArray::fromStringList(*kept)},
        {QStringLiteral("keyCreated"), clinic->installation.key.created}});
    return Exit::Ok;
}

}
