#pragma once

#include "common/result.h"
#include "documents/limits.h"
#include "documents/rendition.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace nadi::documents
{

/// A page as clean pixels, re-encoded by the worker: upright, without metadata.
struct CleanPage
{
    QByteArray image; ///< JPEG (photos) or PNG (line art), sRGB
    QString mime;
    int width = 0;
    int height = 0;
    bool reduced = false; ///< fewer pixels than the original
    double sharpness = 0; ///< 0 … 1; below 0.15 reads badly in print (B23)
    double light = 1; ///< 0 … 1, brightness of the paper (B23)
    double turnedDegrees = 0; ///< clockwise, by straightening
    bool cropped = false; ///< by straightening
};

/// What a file turned out to be.
struct CleanDocument
{
    QString mime; ///< by content: application/pdf, image/jpeg, …
    QByteArray originalHash; ///< SHA-256
    QList<CleanPage> pages;
};

/// Error codes of a file (branches B15 to B25), each with its own sentence in ui/:
/// DOC-TYPE (not a type we take, or disguised: content differs from what the name says), DOC-EMPTY (zero bytes or zero
/// pages), DOC-TRUNCATED, DOC-CORRUPT, DOC-ENCRYPTED (needs a password), DOC-PASSWORD (wrong password), DOC-SIZE,
/// DOC-PAGES, DOC-PIXELS, DOC-TIME (worker stopped by its time limit), DOC-MEMORY, DOC-CRASH (worker died), DOC-WORKER
/// (cannot be started), DOC-READ (the file cannot be opened or read).
///
/// Turns files from outside into clean pages, each job in a fresh nadi-pages process that gets only the bytes on its
/// standard input and answers frames on its standard output. Asynchronous; call from the thread it lives on. What the
/// worker answers is checked again here: a taken-over worker can only say things that look like pages.
/// Destroying it ends its jobs; their futures finish as cancelled.
class PageWorker : public QObject
{
    Q_OBJECT

public:
    /// `program` is the path of nadi-pages.
    PageWorker(QString program, PageLimits limits, QObject *parent = nullptr);
    ~PageWorker() override;

    /// `claimedName` is only for the disguise check; it is never used as a path. `password` for encrypted PDFs.
    /// `rendition` says how the pages are wanted; the limits on what a file may be stay the same, but for its size when
    /// the person asked to shrink it.
    QFuture<Result<CleanDocument>> clean(
        QByteArray bytes, QString claimedName, QByteArray password = {}, Rendition rendition = {});
    /// Reads the file off the calling thread with the size limit first.
    QFuture<Result<CleanDocument>> cleanFile(const QString &path, QByteArray password = {});
    /// The bytes of the last cleaned original are the caller's to keep; this reads a file with the limit applied.
    /// Errors: DOC-READ, DOC-EMPTY, DOC-SIZE. Blocks.
    static Result<QByteArray> readLimited(const QString &path, qint64 limit);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
