#pragma once

#include "sandbox/sandbox.h"

class QCoreApplication;

namespace nadi::sandbox
{

struct CommandLine
{
    SandboxOptions options;
    Settings settings;
};

/// The options of docs/sandbox.md, and the settings that say whether this is a sandbox. Errors: SANDBOX-OPTION, SET-….
Result<CommandLine> readCommandLine(const QCoreApplication &app);

}
