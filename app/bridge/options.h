#pragma once

#include "bridge/bridge.h"
#include "common/secret.h"

#include <QStringList>

namespace nadi::app
{

struct BridgeOptions
{
    QString settingsFile;
    bool withParent = false; ///< ends when standard input closes
    bool selfTest = false; ///< reads the settings, tries the cryptography, and ends
};

/// Errors: OPTION (detail names it).
Result<BridgeOptions> parseOptions(const QStringList &arguments);

/// Everything but the database and its sealer. Errors: SET-…, FILE-READ (detail names the setting), FILE-RIGHTS for a
/// secret that others may read, BRIDGE-MODE when a sandbox-only setting is on in production.
Result<bridge::BridgeParts> partsFrom(const Settings &settings);

}
