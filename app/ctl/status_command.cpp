#include "clinic.h"
#include "options.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/restore_report.h"

#include <QJsonArray>

namespace nadi::ctl
{
namespace
{
QJsonValue timeOrNull(UtcTime time)
{
    return time.isSet() ? QJsonValue(time.toIso()) : QJsonValue();
}

Result<QJsonArray> facilities(Clinic &clinic)
{
    storage::FacilityRepository repository(*clinic.database);
    storage::DeliveryRepository deliveries(*clinic.database);
    const auto all = repository.facilities();
    if (!all)
        return failed(all);
    QJsonArray list;
    for (const auto &facility : *all) {
        const auto link = repository.link(facility.id);
        if (!link)
            return failed(link);
        const auto groups = deliveries.attention(facility.id);
        if (!groups)
            return failed(groups);
        QJsonArray attention;
        for (const auto &group : *groups)
            attention.append(QJsonObject{{QStringLiteral("reason"), group.reason},
                {QStringLiteral("count"), group.count}, {QStringLiteral("oldest"), timeOrNull(group.oldest)}});
        list.append(QJsonObject{{QStringLiteral("id"), facility.id.value()},
            {QStringLiteral("link"), toWord(link->state)}, {QStringLiteral("checkedAt"), timeOrNull(link->checkedAt)},
            {QStringLiteral("detailCode"), link->detailCode}, {QStringLiteral("attention"), attention}});
    }
    return list;
}

Result<QJsonObject> statusOf(Clinic &clinic)
{
    const auto outbox = outboxCounts(clinic), inbox = inboxCounts(clinic), deliveries = deliveryCounts(clinic);
    for (const auto *counts : {&outbox, &inbox, &deliveries})
        if (!*counts)
            return failed(*counts);
    const auto parked = parkedCallbacks(clinic);
    if (!parked)
        return failed(parked);
    const auto linked = facilities(clinic);
    if (!linked)
        return failed(linked);
    const auto paused = storage::isBridgePaused(*clinic.database);
    if (!paused)
        return failed(paused);
    const auto restore = storage::restoreReport(*clinic.database);
    if (!restore)
        return failed(restore);
    return QJsonObject{{QStringLiteral("version"), QStringLiteral(NADI_VERSION)},
        {QStringLiteral("backend"), backendName(clinic.installation.database)},
        {QStringLiteral("tenant"), clinic.database->tenant().value()},
        {QStringLiteral("schemaVersion"), clinic.database->schemaVersion()},
        {QStringLiteral("key"), nameOf(clinic.installation.key.place)}, {QStringLiteral("bridgePaused"), *paused},
        {QStringLiteral("restore"), *restore ? toJson(**restore) : QJsonValue()}, {QStringLiteral("outbox"), *outbox},
        {QStringLiteral("inbox"), *inbox}, {QStringLiteral("parked"), *parked},
        {QStringLiteral("deliveries"), *deliveries}, {QStringLiteral("facilities"), *linked}};
}
}

Exit runStatus(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings")});
    if (!options || !options->rest().isEmpty())
        return usage(QStringLiteral("nadictl status [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const auto status = statusOf(*clinic);
    if (!status)
        return report(status.error());
    print(*status);
    return Exit::Ok;
}

}
