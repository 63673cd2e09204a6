#include "crypto/key_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace nadi::crypto
{
namespace
{
constexpr qint64 keyBytes = 32;

tl::unexpected<Error> fileFailure(ErrorKind kind, const QFile &file)
{
    return fail(kind, QStringLiteral("KEY-FILE"), file.errorString());
}

// Asked of the open file, not of its name, so that nobody can exchange it in between. A systemd credential is owned by
// root or by the service's user, with no rights for others.
bool isPrivateFile(const QFile &file)
{
#ifdef Q_OS_UNIX
    struct stat facts{};
    return ::fstat(file.handle(), &facts) == 0 && S_ISREG(facts.st_mode) && (facts.st_mode & 077) == 0
        && (facts.st_uid == ::geteuid() || facts.st_uid == 0);
#else
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return !(file.permissions() & others);
#endif
}

bool flushToDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}
}

Result<Secret> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return fail(ErrorKind::NotFound, QStringLiteral("KEY-FILE"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileFailure(ErrorKind::Storage, file);
    if (!isPrivateFile(file))
        return fail(ErrorKind::Refused, QStringLiteral("KEY-RIGHTS"),
            QStringLiteral("the key file must be readable for its owner alone (chmod 600)"));
    Secret key(file.read(keyBytes + 1));
    if (key.reveal().size() != keyBytes)
        return fail(ErrorKind::Invalid, QStringLiteral("KEY-SIZE"), QStringLiteral("a key file holds 32 bytes"));
    return key;
}

Done writeKeyFile(const QString &path, const Secret &key)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(
            QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return fileFailure(QFileInfo::exists(path) ? ErrorKind::Conflict : ErrorKind::Storage, file);
    if (file.write(key.reveal()) != key.reveal().size() || !flushToDisk(file)) {
        const auto failure = fileFailure(ErrorKind::Storage, file);
        file.remove();
        return failure;
    }
    return {};
}

}
