#pragma once

#include "common/result.h"
#include "documents/preflight.h"

#include <QByteArray>
#include <QImage>

namespace nadi::pages
{

/// A picture as its format stores it, at print size or smaller, laid on white: not yet turned, not yet in sRGB.
struct Raster
{
    QImage image; ///< Format_RGB888
    QByteArray icc; ///< colour profile found in the file; empty is sRGB
    bool reduced = false;
};

// Each takes a file whose head passed the preflight. Errors: DOC-TRUNCATED, DOC-CORRUPT. Out of memory is
// std::bad_alloc.
Result<Raster> decodeJpeg(QByteArrayView bytes);
Result<Raster> decodePng(QByteArrayView bytes);
Result<Raster> decodeWebp(QByteArrayView bytes);
Result<Raster> decodeHeic(QByteArrayView bytes, const documents::PageLimits &limits);
Result<Raster> decodeTiff(QByteArrayView bytes, int page);

inline tl::unexpected<Error> unreadable(const char *code, const char *where)
{
    return fail(ErrorKind::Invalid, QString::fromLatin1(code), QString::fromLatin1(where));
}

}
