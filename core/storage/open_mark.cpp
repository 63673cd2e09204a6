#include "storage/open_mark.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace nadi::storage
{
namespace
{

constexpr char closedCleanly = 'c', inUse = 'o', foundDamaged = 'd';

bool lock(int file, int how)
{
    int done = 0;
    do
        done = ::flock(file, how);
    while (done != 0 && errno == EINTR);
    return done == 0;
}

char read(int file)
{
    char state = closedCleanly; // of a mark that was just made
    [[maybe_unused]] const auto got = ::pread(file, &state, 1, 0);
    return state;
}

/// On the disk before the database is used: after a power cut it must still say so.
bool write(int file, char state)
{
    return ::pwrite(file, &state, 1, 0) == 1 && ::fdatasync(file) == 0;
}

}

Result<std::unique_ptr<OpenMark>> OpenMark::take(const QString &database)
{
    const auto path = QFile::encodeName(database + QStringLiteral("-open"));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(ErrorKind::Storage, QStringLiteral("DB-OPEN"), QStringLiteral("cannot create the mark"));
    std::unique_ptr<OpenMark> mark(new OpenMark(file));
    if (const auto begun = mark->begin(); !begun)
        return failed(begun);
    return mark;
}

Done OpenMark::begin()
{
    if (!lock(m_file, LOCK_EX | LOCK_NB)) {
        lock(m_file, LOCK_SH);
        if (read(m_file) == foundDamaged)
            return fail(ErrorKind::Storage, QStringLiteral("DB-CORRUPT"), QStringLiteral("quick check"));
        m_isSound = true;
        return {};
    }
    const char found = read(m_file);
    m_mustCheck = found != closedCleanly;
    m_wasDamaged = found == foundDamaged;
    if (m_mustCheck)
        return {};
    if (!write(m_file, inUse))
        return fail(ErrorKind::Storage, QStringLiteral("DB-DISK"), QStringLiteral("cannot write the mark"));
    letOthersIn();
    return {};
}

void OpenMark::sound()
{
    write(m_file, inUse);
    letOthersIn();
}

void OpenMark::letOthersIn()
{
    m_mustCheck = false;
    m_isSound = true;
    lock(m_file, LOCK_SH);
}

void OpenMark::damaged()
{
    write(m_file, foundDamaged);
}

OpenMark::~OpenMark()
{
    if (m_isSound && lock(m_file, LOCK_EX | LOCK_NB))
        write(m_file, closedCleanly);
    ::close(m_file);
}

}
