#pragma once

namespace nadi::pages
{

/// The seccomp-bpf half of closeSandbox(). There is no way back.
[[nodiscard]] bool loadSyscallFilter();

}
