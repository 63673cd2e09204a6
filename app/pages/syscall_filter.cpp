#include "syscall_filter.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace nadi::pages
{

namespace
{

// What computing on memory and on open files takes: glibc, Qt Core, Poppler and the decoders were traced for it.
// clang-format off
constexpr int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(pread64), SCMP_SYS(lseek),
    SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(dup), SCMP_SYS(munmap), SCMP_SYS(brk), SCMP_SYS(madvise),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(futex),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(gettimeofday),
    SCMP_SYS(time), SCMP_SYS(nanosleep), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(getrandom),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sysinfo), SCMP_SYS(getrusage), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(restart_syscall), SCMP_SYS(rseq), SCMP_SYS(membarrier), SCMP_SYS(set_robust_list),
};
// clang-format on

// Nothing honest comes here: the process ends on the spot.
// clang-format off
constexpr int deadly[] = {
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
    SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork),
    SCMP_SYS(vfork), SCMP_SYS(creat), SCMP_SYS(truncate), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2),
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(link), SCMP_SYS(linkat),
    SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(chmod), SCMP_SYS(fchmodat),
    SCMP_SYS(chown), SCMP_SYS(fchownat), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(mount), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(io_uring_setup), SCMP_SYS(keyctl),
    SCMP_SYS(add_key), SCMP_SYS(userfaultfd), SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(openat2),
};
// clang-format on

class Filter
{
public:
    // What is named nowhere does not exist: ENOSYS makes libraries take their older path.
    Filter()
        : m_context(seccomp_init(SCMP_ACT_ERRNO(ENOSYS)), seccomp_release)
    {
        m_ok = m_context != nullptr;
    }
    template <class... Conditions>
    void rule(uint32_t action, int call, Conditions... conditions)
    {
        if (!m_ok)
            return;
        const int done = seccomp_rule_add(m_context.get(), action, call, sizeof...(conditions), conditions...);
        m_ok = done == 0 || done == -EDOM; // -EDOM: this machine has no such call
    }
    bool load() { return m_ok && seccomp_load(m_context.get()) == 0; }

private:
    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    bool m_ok = false;
};

constexpr scmp_arg_cmp bits(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}
constexpr scmp_arg_cmp equals(unsigned argument, scmp_datum_t value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

// Reading is answered by the process itself from files it opened before (sandbox.cpp); anything that could write is
// deadly.
void filterOpen(Filter &filter, int call, unsigned flags)
{
    filter.rule(SCMP_ACT_KILL_PROCESS, call, bits(flags, O_ACCMODE, O_WRONLY));
    filter.rule(SCMP_ACT_KILL_PROCESS, call, bits(flags, O_ACCMODE, O_RDWR));
    filter.rule(SCMP_ACT_KILL_PROCESS, call, bits(flags, O_CREAT, O_CREAT));
    filter.rule(SCMP_ACT_KILL_PROCESS, call, bits(flags, O_TRUNC, O_TRUNC));
}

// Memory may be data or code, never become code here.
void filterMapping(Filter &filter)
{
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        filter.rule(SCMP_ACT_ALLOW, call, bits(2, PROT_EXEC, 0));
        filter.rule(SCMP_ACT_KILL_PROCESS, call, bits(2, PROT_EXEC, PROT_EXEC));
    }
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(mremap));
}

// Processes are deadly; threads, where not wanted, are refused like on a full machine. clone3 hides its flags in memory
// and does not exist here: glibc then uses clone.
void filterClone(Filter &filter, Threads threads)
{
    const auto action = threads == Threads::Yes ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EAGAIN);
    filter.rule(action, SCMP_SYS(clone), bits(0, CLONE_THREAD, CLONE_THREAD));
    filter.rule(SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), bits(0, CLONE_THREAD, 0));
}

}

bool loadSyscallFilter(Threads threads)
{
    Filter filter;
    for (const int call : allowed)
        filter.rule(SCMP_ACT_ALLOW, call);
    for (const int call : deadly)
        filter.rule(SCMP_ACT_KILL_PROCESS, call);
    filterMapping(filter);
    filterClone(filter, threads);
    filterOpen(filter, SCMP_SYS(openat), 2);
    filter.rule(SCMP_ACT_TRAP, SCMP_SYS(openat), bits(2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
    filterOpen(filter, SCMP_SYS(open), 1);
    // glibc's fstat; a path is never looked at with this flag alone.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), equals(3, AT_EMPTY_PATH));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), equals(0, 0), equals(2, 0)); // asking, not setting
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC})
        filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), equals(1, scmp_datum_t(command)));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), equals(0, scmp_datum_t(getpid()))); // abort()
    return filter.load();
}

}
