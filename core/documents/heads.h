#pragma once

// Private to the room: what each format's head says. None of these allocates more than the number of pages it reports.

#include "documents/preflight.h"

namespace nadi::documents
{

Result<ImageHead> jpegHead(QByteArrayView bytes);
Result<ImageHead> pngHead(QByteArrayView bytes);
Result<ImageHead> webpHead(QByteArrayView bytes);
Result<ImageHead> heicHead(QByteArrayView bytes);
/// Stops with DOC-PAGES after `maxPages`, so that a forged chain of directories cannot keep it busy.
Result<QList<ImageHead>> tiffHeads(QByteArrayView bytes, int maxPages);
/// Whether the file is whole and its visible objects nest no deeper than `maxNesting`.
Done pdfHead(QByteArrayView bytes, int maxNesting);

/// Orientation of a TIFF structure as EXIF carries it; 1 where there is none or it makes no sense.
int exifOrientation(QByteArrayView tiff);

inline tl::unexpected<Error> truncated(const char *where)
{
    return fail(ErrorKind::Invalid, QStringLiteral("DOC-TRUNCATED"), QString::fromLatin1(where));
}
inline tl::unexpected<Error> corrupt(const char *where)
{
    return fail(ErrorKind::Invalid, QStringLiteral("DOC-CORRUPT"), QString::fromLatin1(where));
}
inline tl::unexpected<Error> wrongType(const char *why)
{
    return fail(ErrorKind::Invalid, QStringLiteral("DOC-TYPE"), QString::fromLatin1(why));
}

}
