#pragma once

#include "command.h"
#include "compose/installation.h"
#include "domain/clinic.h"

namespace nadi::ctl
{

/// The clinic a command works on: an existing installation, its database open.
struct Clinic
{
    std::unique_ptr<Random> random;
    app::Installation installation;
    std::unique_ptr<storage::Connection> database;
};

/// CTL-NO-CLINIC.
Error noClinic();
/// Makes nothing: CTL-NO-CLINIC when there is no database, KEY-NONE when there is no key.
Result<Clinic> openClinic(const Settings &settings);
/// For setting up: makes the database and its key where there are none yet.
Result<Clinic> openOrMakeClinic(const Settings &settings);
/// Whoever has a shell on the clinic's computer acts as administrator, under the name of the system's user.
Actor commandLineActor();

/// Counts by state word, as a JSON object.
Result<QJsonObject> outboxCounts(Clinic &clinic);
Result<QJsonObject> inboxCounts(Clinic &clinic);
/// Callbacks that wait for a facility this clinic does not know, by the id they named (B28).
Result<QJsonObject> parkedCallbacks(Clinic &clinic);
Result<QJsonObject> deliveryCounts(Clinic &clinic);
QString nameOf(crypto::KeyPlace place);
QString backendName(const storage::DatabaseConfig &config);

}
