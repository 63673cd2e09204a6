#pragma once

#include "common/result.h"

#include <QJsonObject>
#include <QStringList>

namespace nadi::ctl
{

/// What nadictl ends with; documented in docs/nadictl.md and never renumbered.
enum class Exit {
    Ok = 0,
    Refused = 1, ///< a finding, or input that does not hold
    Usage = 2,
    Storage = 3, ///< database, disk or key store; a registry that did not answer
    Internal = 4,
};

/// One JSON object on standard output, on one line.
void print(const QJsonObject &object);
/// {"error": code, "message": text}.
QJsonObject asJson(const Error &error);
/// Prints the error and says how to end.
Exit report(const Error &error);
/// {"error":"CTL-USAGE"} with how the command is called.
Exit usage(const QString &how);

// One file per command. `arguments` are what follows the command's name.
Exit runFidelius(const QStringList &arguments);
Exit runBundle(const QStringList &arguments);
Exit runBackup(const QStringList &arguments);
Exit runRestore(const QStringList &arguments);
Exit runClinic(const QStringList &arguments);
Exit runRecoveryText(const QStringList &arguments);
Exit runRegistry(const QStringList &arguments);
Exit runResume(const QStringList &arguments);
Exit runAudit(const QStringList &arguments);
Exit runConsents(const QStringList &arguments);
Exit runPrescribing(const QStringList &arguments);
Exit runStatus(const QStringList &arguments);
Exit runSupportBundle(const QStringList &arguments);
Exit runTerminology(const QStringList &arguments);

}
