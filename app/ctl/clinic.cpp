#include "clinic.h"

#include "storage/delivery_repository.h"
#include "storage/inbox.h"
#include "storage/outbox.h"

#include <QFileInfo>

namespace nadi::ctl
{
namespace
{
Result<QJsonObject> asJson(const Result<QHash<QString, int>> &counts)
{
    if (!counts)
        return failed(counts);
    QJsonObject json;
    for (auto it = counts->begin(); it != counts->end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

Result<Clinic> open(const Settings &settings, app::FirstUse firstUse)
{
    auto random = std::make_unique<SystemRandom>();
    auto installation = app::openInstallation(settings, firstUse, *random);
    if (!installation)
        return failed(installation);
    auto database = storage::Connection::open(installation->database, *installation->sealer);
    if (!database)
        return failed(database);
    return Clinic{std::move(random), std::move(*installation), std::move(*database)};
}
}

Error noClinic()
{
    return {ErrorKind::Storage, QStringLiteral("CTL-NO-CLINIC"), QStringLiteral("there is no clinic database")};
}

Result<Clinic> openClinic(const Settings &settings)
{
    const auto config = app::databaseOf(settings);
    if (!config)
        return failed(config);
    if (config->backend == storage::Backend::Sqlite && !QFileInfo::exists(config->location))
        return tl::unexpected(noClinic());
    return open(settings, app::FirstUse::Refuse);
}

Result<Clinic> openOrMakeClinic(const Settings &settings)
{
    return open(settings, app::FirstUse::MakeKey);
}

Actor commandLineActor()
{
    return {UserId(qEnvironmentVariable("USER", QStringLiteral("administrator"))), Role::Administrator};
}

Result<QJsonObject> outboxCounts(Clinic &clinic)
{
    return asJson(storage::Outbox(*clinic.database).counts());
}

Result<QJsonObject> inboxCounts(Clinic &clinic)
{
    return asJson(storage::Inbox(*clinic.database).counts());
}

Result<QJsonObject> parkedCallbacks(Clinic &clinic)
{
    return asJson(storage::Inbox(*clinic.database).quarantinedFor(QStringLiteral("CB-FACILITY-UNKNOWN")));
}

Result<QJsonObject> deliveryCounts(Clinic &clinic)
{
    return asJson(storage::DeliveryRepository(*clinic.database).counts());
}

QString nameOf(crypto::KeyPlace place)
{
    return place == crypto::KeyPlace::File ? QStringLiteral("file") : QStringLiteral("system-store");
}

QString backendName(const storage::DatabaseConfig &config)
{
    return config.backend == storage::Backend::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgres");
}

}
