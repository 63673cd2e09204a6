#include "terminology/terminology_import.h"

#include "terminology/licence_notice.h"
#include "terminology/release_readers.h"
#include "terminology/release_writer.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace nadi::terminology
{
namespace
{

tl::unexpected<Error> storeError(const QString &doing)
{
    return fail(ErrorKind::Storage, QStringLiteral("TERM-STORE"), doing);
}

Done synced(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return storeError(QStringLiteral("open for sync"));
    const bool done = ::fsync(handle) == 0;
    ::close(handle);
    return done ? Done{} : storeError(QStringLiteral("sync"));
}

/// On disk first, then under its name: a power cut leaves the old release or the new one.
Done put(const QString &fresh, const QString &place)
{
    if (auto done = synced(fresh); !done)
        return done;
    std::error_code error;
    std::filesystem::rename(
        std::filesystem::path(fresh.toStdU16String()), std::filesystem::path(place.toStdU16String()), error);
    if (error)
        return storeError(QStringLiteral("rename"));
    return synced(QFileInfo(place).absolutePath());
}

/// What the caller says, what the files say, or at least from when the file is.
QString versionOf(const ImportRequest &request, const ReadRelease &read)
{
    if (!request.version.isEmpty())
        return request.version;
    return read.version.isEmpty()
        ? QStringLiteral("file of ") + QFileInfo(request.source).lastModified().toUTC().date().toString(Qt::ISODate)
        : read.version;
}

/// Everything about the release into `database`; what is searched is complete, or this has failed.
Result<ImportReport> filled(TermDatabase &database, const ImportRequest &request, const OnImportProgress &progress)
{
    using Step = ImportProgress::Step;
    auto writer = ReleaseWriter::begin(database, request.system);
    if (!writer)
        return failed(writer);
    const ReleaseSink sink{[&](const ReleaseEntry &entry) { return (*writer)->add(entry); },
        [&](qint64 done, qint64 all) { return progress({Step::Reading, done, all}); }};
    const auto read = readRelease(request.system, request.source, sink);
    if (!read)
        return failed(read);
    if ((*writer)->terms() == 0)
        return fail(ErrorKind::Invalid, QStringLiteral("TERM-EMPTY"), QStringLiteral("no usable row"));
    const auto indexed = [&](qint64 done, qint64 all) { return progress({Step::Indexing, done, all}); };
    if (auto done = (*writer)->finish(indexed); !done)
        return failed(done);
    ImportReport report{{request.system, versionOf(request, *read), (*writer)->concepts(), (*writer)->terms(),
                            request.now.toIso(), licenceNotice(request.system)},
        read->leftOut};
    const std::pair<const char *, QString> facts[] = {{"version", report.release.version},
        {"concepts", QString::number(report.release.concepts)}, {"terms", QString::number(report.release.terms)},
        {"importedAt", report.release.importedAt}, {"notice", report.release.notice}};
    for (const auto &[name, value] : facts)
        if (auto done = database.setFact(QString::fromLatin1(name), value); !done)
            return failed(done);
    return report;
}

}

Result<ImportReport> importRelease(const ImportRequest &request, const OnImportProgress &progress)
{
    if (request.licence != LicenceAnswer::Accepted)
        return fail(ErrorKind::Refused, QStringLiteral("TERM-LICENCE"));
    if (!QDir().mkpath(request.folder))
        return storeError(QStringLiteral("folder"));
    QLockFile one(QDir(request.folder).filePath(QStringLiteral("import.lock")));
    one.setStaleLockTime(0); // an import may take long; only a dead process loses the lock
    if (!one.tryLock())
        return fail(ErrorKind::Conflict, QStringLiteral("TERM-BUSY"));
    const auto place = releaseFile(request.folder, request.system);
    const auto fresh = place + QStringLiteral(".new");
    QFile::remove(fresh); // of an import that was cut
    auto report = [&]() -> Result<ImportReport> {
        auto database = TermDatabase::create(fresh);
        return database ? filled(**database, request, progress) : failed(database);
    }();
    if (report)
        if (auto done = put(fresh, place); !done)
            report = failed(done);
    if (!report)
        QFile::remove(fresh);
    return report;
}

}
