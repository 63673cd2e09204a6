#pragma once

namespace nadi::pages
{

/// libde265 (HEIC) waits for ever for a thread it could not start; every other decoder works alone.
enum class Threads { No, Yes };

/// The seccomp-bpf half of closeSandbox(). There is no way back.
[[nodiscard]] bool loadSyscallFilter(Threads threads);

}
