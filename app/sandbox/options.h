#pragma once

#include "sandbox/sandbox.h"

#include <QTemporaryDir>

#include <memory>

class QCoreApplication;

namespace nadi::sandbox
{

struct CommandLine
{
    SandboxOptions options;
    Settings settings;
    std::unique_ptr<QTemporaryDir>
        ownDirectory; ///< without --dir: owner-only, of a name nobody can guess, gone at the end
};

/// The options of docs/sandbox.md, and the settings that say whether this is a sandbox. Errors: SANDBOX-OPTION, SET-….
Result<CommandLine> readCommandLine(const QCoreApplication &app);

}
