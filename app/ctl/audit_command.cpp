#include "clinic.h"
#include "options.h"
#include "storage/audit_trail.h"

namespace nadi::ctl
{

Exit runAudit(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings")});
    if (!options || options->rest() != QStringList{QStringLiteral("verify")})
        return usage(QStringLiteral("nadictl audit verify [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    const auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const auto verdict = storage::AuditTrail(*clinic->database).verify();
    if (!verdict)
        return report(verdict.error());
    QJsonObject json{{QStringLiteral("events"), verdict->events}, {QStringLiteral("intact"), verdict->intact},
        {QStringLiteral("head"), QString::fromLatin1(verdict->head.toHex())}};
    if (!verdict->intact)
        json.insert(u"firstBroken", verdict->firstBroken);
    print(json);
    return verdict->intact ? Exit::Ok : Exit::Refused;
}

}
