#include "sandbox.h"

#include "syscall_filter.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <malloc.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace nadi::pages
{

namespace
{

// Read by the signal handler; never freed.
std::vector<OpenedFile> *readable = nullptr;

bool limit(int resource, rlim_t soft, rlim_t hard)
{
    const rlimit value{soft, hard};
    return setrlimit(decltype(RLIMIT_AS)(resource), &value) == 0;
}

int descriptorFor(const char *path)
{
    for (const auto &file : *readable) {
        if (file.path == path) {
            const int fd = fcntl(file.fd, F_DUPFD_CLOEXEC, 0);
            lseek(fd, 0, SEEK_SET); // the copies share their position
            return fd;
        }
    }
    return -ENOENT;
}

// The filter turns every open for reading into this signal. Only calls that are safe in a handler.
void answerOpen(int, siginfo_t *, void *context)
{
    auto &machine = static_cast<ucontext_t *>(context)->uc_mcontext;
#if defined(__x86_64__)
    machine.gregs[REG_RAX] = descriptorFor(reinterpret_cast<const char *>(machine.gregs[REG_RSI]));
#elif defined(__aarch64__)
    machine.regs[0] = static_cast<unsigned long long>(descriptorFor(reinterpret_cast<const char *>(machine.regs[1])));
#else
#error "nadi-pages: say here where this machine keeps the arguments of a system call"
#endif
}

bool answerOpensBySignal()
{
    struct sigaction action{};
    action.sa_sigaction = answerOpen;
    action.sa_flags = SA_SIGINFO;
    return sigaction(SIGSYS, &action, nullptr) == 0;
}

}

void renounceInheritance()
{
    close_range(3, ~0U, 0);
    clearenv();
    std::setlocale(LC_ALL, "C");
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    std::signal(SIGXFSZ, SIG_IGN); // a font cache that wants to be written is refused, not fatal
    limit(RLIMIT_FSIZE, 0, 0);
    if (chdir("/") != 0)
        std::_Exit(3);
    // An empty network of its own, where unprivileged users may have one. The filter forbids sockets either way.
    if (unshare(CLONE_NEWNET) != 0)
        static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET));
}

bool closeSandbox(const SandboxLimits &limits, std::vector<OpenedFile> files)
{
    int highest = 2;
    for (const auto &file : files)
        highest = std::max(highest, file.fd);
    readable = new std::vector<OpenedFile>(std::move(files));
    const auto seconds = rlim_t(limits.cpuSeconds);
    const auto descriptors = rlim_t(highest) + 1 + 8;
    mallopt(M_ARENA_MAX, 1); // an arena per thread would reserve a quarter of the address space
    // A full table of processes refuses threads too; the filter forbids processes either way.
    const bool noneBeside = limits.threads == Threads::Yes || limit(RLIMIT_NPROC, 0, 0);
    // The soft CPU limit ends the process with SIGXCPU, which its parent can tell from other deaths.
    const bool limited = noneBeside && limit(RLIMIT_NOFILE, descriptors, descriptors)
        && limit(RLIMIT_CPU, seconds, seconds + 1) && answerOpensBySignal();
#ifdef NADI_UNDER_SANITIZER
    return limited; // its shadow takes terabytes, its reports read and start programs
#else
    const auto memory = rlim_t(limits.memoryBytes);
    return limited && limit(RLIMIT_AS, memory, memory) && loadSyscallFilter(limits.threads);
#endif
}

}
