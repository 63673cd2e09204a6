#pragma once

#include "command.h"
#include "compose/installation.h"

namespace nadi::ctl
{

/// The clinic a command works on: an existing installation, its database open.
struct Clinic
{
    std::unique_ptr<Random> random;
    app::Installation installation;
    std::unique_ptr<storage::Connection> database;
};

/// Makes nothing: CTL-NO-CLINIC when there is no database, KEY-NONE when there is no key.
Result<Clinic> openClinic(const Settings &settings);

/// Counts by state word, as a JSON object.
Result<QJsonObject> outboxCounts(Clinic &clinic);
Result<QJsonObject> inboxCounts(Clinic &clinic);
Result<QJsonObject> deliveryCounts(Clinic &clinic);
QString backendName(const storage::DatabaseConfig &config);

}
