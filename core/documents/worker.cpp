#include "documents/worker.h"

#include "documents/page_job.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace nadi::documents
{

struct PageWorker::Private
{
    QString program;
    PageLimits limits;
};

PageWorker::PageWorker(QString program, PageLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{std::move(program), limits}))
{
}

PageWorker::~PageWorker() = default;

QFuture<Result<CleanDocument>> PageWorker::clean(
    QByteArray bytes, QString claimedName, QByteArray password, Rendition rendition)
{
    auto limits = d->limits;
    if (rendition.oversize == Rendition::Oversize::Taken)
        limits.fileBytes = std::max(limits.fileBytes, limits.shrinkableBytes);
    auto *job = new PageJob(limits, this);
    auto future = job->future();
    job->start(d->program, std::move(bytes), claimedName, password, rendition);
    return future;
}

QFuture<Result<CleanDocument>> PageWorker::cleanFile(const QString &path, QByteArray password)
{
    auto *job = new PageJob(d->limits, this);
    auto future = job->future();
    const auto reading = QtConcurrent::run([path, limit = d->limits.fileBytes] { return readLimited(path, limit); });
    job->startWhenRead(d->program, reading, QFileInfo(path).fileName(), password);
    return future;
}

Result<QByteArray> PageWorker::readLimited(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, QStringLiteral("DOC-READ"));
    // One byte more than allowed tells a file that grew, or lies about its size, from one that fits.
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Storage, QStringLiteral("DOC-READ"));
    if (bytes.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("DOC-EMPTY"));
    if (bytes.size() > limit)
        return fail(ErrorKind::Limit, QStringLiteral("DOC-SIZE"), QString::number(file.size()));
    return bytes;
}

}
