#include "common/crash_note.h"

#include <cxxabi.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <typeinfo>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NADI_LEAKS_ARE_LOOKED_FOR
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define NADI_LEAKS_ARE_LOOKED_FOR
#endif

namespace nadi
{
namespace
{

const char *programName = "nadi";

struct FatalSignal
{
    int number;
    const char *name;
};
constexpr std::array fatalSignals{FatalSignal{SIGSEGV, "SIGSEGV"}, FatalSignal{SIGBUS, "SIGBUS"},
    FatalSignal{SIGILL, "SIGILL"}, FatalSignal{SIGFPE, "SIGFPE"}, FatalSignal{SIGABRT, "SIGABRT"}};

/// The state of the process is unknown: no allocation, no locks, no Qt. One write, so that lines do not mix.
void writeLine(const char *kind, const char *what)
{
    std::array<char, 512> line{};
    size_t used = 0;
    const auto add = [&](const char *text) {
        for (; *text && used + 1 < line.size(); ++text)
            line[used++] = *text;
    };
    for (const char *part : {"{\"program\":\"", programName, "\",\"level\":\"fatal\",\"cat\":\"nadi.crash\",\"msg\":\"",
             kind, " ", what, "\"}\n"})
        add(part);
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), used);
}

void onTerminate()
{
    const auto *type = abi::__cxa_current_exception_type();
    writeLine("unhandled exception", type ? type->name() : "none");
    std::signal(SIGABRT, SIG_DFL); // one line is enough
    std::abort();
}

void onSignal(int number)
{
    const char *name = "signal";
    for (const auto &each : fatalSignals)
        if (each.number == number)
            name = each.name;
    writeLine("fatal signal", name);
    ::raise(number); // SA_RESETHAND: ends the process the way it would have ended
}

}

void installCrashNote(const char *program)
{
    programName = program;
    std::set_terminate(onTerminate);
    for (const auto &each : fatalSignals) {
        struct sigaction present{};
        // A sanitizer that already listens has more to say.
        if (::sigaction(each.number, nullptr, &present) != 0 || present.sa_handler != SIG_DFL)
            continue;
        struct sigaction action{};
        action.sa_handler = onSignal;
        action.sa_flags = int(SA_RESETHAND);
        ::sigaction(each.number, &action, nullptr);
    }
}

void forbidMemoryDumps()
{
    constexpr rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef NADI_LEAKS_ARE_LOOKED_FOR // the leak checker looks into its own process from a second one
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

}
