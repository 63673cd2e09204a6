// A worker that does what a taken-over one would do. It stands behind the same walls as nadi-pages, and the name of the
// "file" tells it what to try. Built for tests only.

#include "sandbox.h"
#include "streams.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <vector>

using namespace nadi;
using namespace nadi::documents;

namespace
{

// What the parent let through, looked at before our own clean-up.
QString inherited()
{
    QString seen;
    for (char **entry = environ; *entry; ++entry)
        seen += QString::fromLocal8Bit(*entry) + u' ';
    int descriptors = 0;
    if (DIR *folder = opendir("/proc/self/fd")) {
        while (readdir(folder))
            ++descriptors;
        closedir(folder);
    }
    char here[64] = {};
    return seen + QString::number(descriptors - 3) + u' '
        + QString::fromLatin1(getcwd(here, sizeof here)); // ., .., the folder itself
}

/// Reports that the kernel answered instead of ending us.
[[noreturn]] void survived(bool got)
{
    const auto how = got ? QStringLiteral("got it") : QStringLiteral("errno %1").arg(errno);
    pages::send(protocol::Failed{QStringLiteral("DOC-CORRUPT"), how});
    pages::leave(0);
}

int connectTo(int family)
{
    const int fd = socket(family, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
}

void allocateForever()
{
    std::vector<std::vector<char>> hoard;
    for (;;)
        hoard.emplace_back(16 << 20, 'x');
}

void spin()
{
    while (std::time(nullptr) > 0) { }
}

QByteArray png()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
}

void sayStarted(int count)
{
    pages::send(protocol::Started{QStringLiteral("image/png"), count});
}
void sayPage(const QByteArray &image, double sharpness = 1)
{
    pages::send(protocol::Page{image, false, sharpness, 1, 0, false});
}
void sayFinished()
{
    pages::send(protocol::Finished{});
}
void sayBytes(const QByteArray &bytes)
{
    if (write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size())) < 0)
        pages::leave(5);
}

const std::map<QString, std::function<void()>> &tricks()
{
    static const std::map<QString, std::function<void()>> table{
        {QStringLiteral("socket"), [] { survived(socket(AF_INET, SOCK_STREAM, 0) >= 0); }},
        {QStringLiteral("socket6"), [] { survived(socket(AF_INET6, SOCK_DGRAM, 0) >= 0); }},
        {QStringLiteral("local socket"), [] { survived(socket(AF_UNIX, SOCK_STREAM, 0) >= 0); }},
        {QStringLiteral("connect"), [] { survived(connectTo(AF_INET) == 0); }},
        {QStringLiteral("open for writing"), [] { survived(open("/nadi-probe", O_WRONLY | O_CREAT, 0600) >= 0); }},
        {QStringLiteral("open for both"), [] { survived(open("/dev/null", O_RDWR) >= 0); }},
        {QStringLiteral("truncate by opening"), [] { survived(open("/dev/null", O_RDONLY | O_TRUNC) >= 0); }},
        {QStringLiteral("unlink"), [] { survived(unlink("/nadi-probe") == 0); }},
        {QStringLiteral("rename"), [] { survived(rename("/nadi-probe", "/nadi-probe2") == 0); }},
        {QStringLiteral("fork"), [] { survived(fork() >= 0); }},
        {QStringLiteral("exec"), [] { survived(execl("/bin/true", "true", nullptr) == 0); }},
        {QStringLiteral("signal the parent"), [] { survived(kill(getppid(), 0) == 0); }},
        {QStringLiteral("trace the parent"), [] { survived(ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr) == 0); }},
        {QStringLiteral("map code"),
            [] {
                survived(mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
            }},
        {QStringLiteral("open for reading"), [] { survived(open("/etc/passwd", O_RDONLY) >= 0); }},
        {QStringLiteral("list a folder"), [] { survived(opendir("/") != nullptr); }},
        {QStringLiteral("look at a path"), [] { survived(access("/etc/passwd", R_OK) == 0); }},
        {QStringLiteral("spin"), spin},
        {QStringLiteral("sleep"),
            [] {
                for (;;)
                    sleep(1);
            }},
        {QStringLiteral("memory"), allocateForever},
        {QStringLiteral("crash"), [] { std::raise(SIGSEGV); }},
        {QStringLiteral("abort"), [] { std::abort(); }},
        {QStringLiteral("say nothing"), [] { pages::leave(0); }},
        {QStringLiteral("noise"), [] { sayBytes(QByteArray(100'000, '\xA5')); }},
        {QStringLiteral("huge frame"), [] { sayBytes(QByteArray("\x01\xFF\xFF\xFF\xFF", 5)); }},
        {QStringLiteral("half a frame"), [] { sayBytes(QByteArray("\x01\x00\x00\x10\x00 and then nothing", 22)); }},
        {QStringLiteral("invent a code"), [] { pages::send(protocol::Failed{QStringLiteral("DOC-<b>"), {}}); }},
        {QStringLiteral("page before start"), [] { sayPage(png()); }},
        {QStringLiteral("fewer pages"),
            [] {
                sayStarted(2);
                sayPage(png());
                sayFinished();
            }},
        {QStringLiteral("more pages"),
            [] {
                sayStarted(1);
                sayPage(png());
                sayPage(png());
                sayFinished();
            }},
        {QStringLiteral("a million pages"), [] { sayStarted(1'000'000); }},
        {QStringLiteral("no pages"),
            [] {
                sayStarted(0);
                sayFinished();
            }},
        {QStringLiteral("not a page"),
            [] {
                sayStarted(1);
                sayPage("%PDF-1.4 not a picture");
                sayFinished();
            }},
        {QStringLiteral("a number that is none"),
            [] {
                sayStarted(1);
                sayPage(png(), std::numeric_limits<double>::quiet_NaN());
                sayFinished();
            }},
        {QStringLiteral("never the end"),
            [] {
                sayStarted(1);
                sayPage(png());
            }},
        {QStringLiteral("die after the end"),
            [] {
                sayStarted(1);
                sayPage(png());
                sayFinished();
                std::raise(SIGSEGV);
            }},
        {QStringLiteral("behave"),
            [] {
                sayStarted(1);
                sayPage(png());
                sayFinished();
            }},
    };
    return table;
}

}

int main()
{
    const auto atStart = inherited();
    pages::renounceInheritance();
    const auto job = protocol::decodeJob(pages::readAll());
    if (!job)
        pages::giveUp("job");
    if (!pages::closeSandbox({job->limits.cpuSeconds, job->limits.memoryBytes}, {}))
        pages::giveUp("sandbox");
    if (job->claimedName == u"inheritance")
        pages::send(protocol::Failed{QStringLiteral("DOC-CORRUPT"), atStart});
    else
        tricks().at(job->claimedName)();
    pages::leave(0);
}
