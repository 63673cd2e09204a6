#include "clinic.h"
#include "common/clock.h"
#include "common/id.h"
#include "options.h"
#include "storage/audit_heads.h"
#include "storage/audit_retention.h"
#include "storage/audit_trail.h"

#include <QJsonArray>

namespace nadi::ctl
{
namespace
{

const QString headsOption = QStringLiteral("--heads");
const QString reasonOption = QStringLiteral("--reason");

QJsonObject asJson(const storage::HeadsVerdict &heads)
{
    QJsonObject json{{QStringLiteral("checked"), heads.checked}, {QStringLiteral("older"), heads.older},
        {QStringLiteral("replaced"), heads.replaced}, {QStringLiteral("forged"), heads.forged},
        {QStringLiteral("intact"), heads.intact()}};
    if (heads.firstBroken > 0)
        json.insert(u"firstBroken", heads.firstBroken);
    return json;
}

/// The chain proves itself; the heads that were kept elsewhere prove that it is still the same chain.
Exit verify(Clinic &clinic, const QString &headFolder)
{
    auto &db = *clinic.database;
    const auto verdict = storage::AuditTrail(db).verify();
    if (!verdict)
        return report(verdict.error());
    QJsonObject json{{QStringLiteral("events"), verdict->events}, {QStringLiteral("purged"), verdict->purged},
        {QStringLiteral("intact"), verdict->intact},
        {QStringLiteral("head"), QString::fromLatin1(verdict->head.toHex())}, {QStringLiteral("heads"), QJsonValue()}};
    if (!verdict->intact)
        json.insert(u"firstBroken", verdict->firstBroken);
    bool good = verdict->intact;
    if (!headFolder.isEmpty()) {
        const auto heads = storage::checkHeads(db, headFolder, SystemClock().now());
        if (!heads)
            return report(heads.error());
        json.insert(u"heads", asJson(*heads));
        good = good && heads->intact();
    }
    print(json);
    return good ? Exit::Ok : Exit::Refused;
}

Exit keep(Clinic &clinic, const QString &headFolder)
{
    if (headFolder.isEmpty())
        return report({ErrorKind::Invalid, QStringLiteral("SET-RANGE"), QStringLiteral("audit.headFolder is not set")});
    if (const auto kept = storage::keepHead(*clinic.database, headFolder, SystemClock().now()); !kept)
        return report(kept.error());
    print({{QStringLiteral("kept"), true}});
    return Exit::Ok;
}

Exit purge(Clinic &clinic, int years)
{
    const auto purged = storage::AuditRetention(*clinic.database).purge(years, commandLineActor(), SystemClock().now());
    if (!purged)
        return report(purged.error());
    print({{QStringLiteral("purged"), *purged}, {QStringLiteral("keepYears"), years}});
    return Exit::Ok;
}

Exit hold(Clinic &clinic, const QString &patient, const QString &reason)
{
    RandomIdSource ids(*clinic.random);
    const storage::LegalHold hold{ids.uuid(), PatientId(patient), reason, {}};
    const auto placed = storage::AuditRetention(*clinic.database).place(hold, commandLineActor(), SystemClock().now());
    if (!placed)
        return report(placed.error());
    print({{QStringLiteral("hold"), hold.id}});
    return Exit::Ok;
}

Exit release(Clinic &clinic, const QString &id, const QString &reason)
{
    const auto released
        = storage::AuditRetention(*clinic.database).release(id, reason, commandLineActor(), SystemClock().now());
    if (!released)
        return report(released.error());
    print({{QStringLiteral("released"), id}});
    return Exit::Ok;
}

Exit listHolds(Clinic &clinic)
{
    const auto holds = storage::AuditRetention(*clinic.database).holds();
    if (!holds)
        return report(holds.error());
    QJsonArray list;
    for (const auto &each : *holds)
        list.append(QJsonObject{{QStringLiteral("hold"), each.id}, {QStringLiteral("patient"), each.patient.value()},
            {QStringLiteral("reason"), each.reason}, {QStringLiteral("placedAt"), each.placedAt.toIso()}});
    print({{QStringLiteral("holds"), list}});
    return Exit::Ok;
}

}

Exit runAudit(const QStringList &arguments)
{
    const auto how = QStringLiteral("nadictl audit verify [--heads FOLDER] | keep [--heads FOLDER] | purge | holds"
                                    " | hold [PATIENT] --reason TEXT | release HOLD --reason TEXT [--settings FILE]");
    const auto options = Options::parse(arguments, {QStringLiteral("--settings"), headsOption, reasonOption});
    const auto words = options ? options->rest() : QStringList();
    const auto verb = words.value(0);
    const auto reason = options ? options->value(reasonOption) : QString();
    const bool alone = words.size() == 1 && reason.isEmpty();
    const bool isHold = verb == u"hold" && words.size() <= 2 && !reason.isEmpty();
    const bool isRelease = verb == u"release" && words.size() == 2 && !reason.isEmpty();
    const bool known = (alone && (verb == u"verify" || verb == u"keep" || verb == u"purge" || verb == u"holds"))
        || isHold || isRelease;
    if (!known)
        return usage(how);
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    auto folder = options->value(headsOption);
    if (folder.isEmpty())
        folder = settings->text(QStringLiteral("audit.headFolder"));
    if (verb == u"keep")
        return keep(*clinic, folder);
    if (verb == u"purge")
        return purge(*clinic, int(settings->integer(QStringLiteral("audit.keepYears"))));
    if (isHold)
        return hold(*clinic, words.value(1), reason);
    if (isRelease)
        return release(*clinic, words[1], reason);
    return verb == u"holds" ? listHolds(*clinic) : verify(*clinic, folder);
}

}
