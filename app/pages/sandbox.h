#pragma once

#include "syscall_filter.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace nadi::pages
{

/// A file that stays readable inside the sandbox because it was opened before.
struct OpenedFile
{
    std::string path;
    int fd = -1;
};

struct SandboxLimits
{
    int cpuSeconds = 10;
    qint64 memoryBytes = 512LL * 1024 * 1024; ///< address space, libraries included
    Threads threads = Threads::No;
};

/// First thing in the process: nothing inherited but the three streams, no core dumps, not traceable, no way back to
/// privileges, no network where the kernel lets us leave it.
void renounceInheritance();

/// Before the first hostile byte is parsed. Afterwards the process can compute, read its open files and write to its
/// open streams. Trying to reach the network, to write a file, to start a program or a process, or to map code ends it
/// with SIGSYS; opening for reading finds only `files`. False when the kernel refuses: then nothing may be parsed.
[[nodiscard]] bool closeSandbox(const SandboxLimits &limits, std::vector<OpenedFile> files);

}
