#pragma once

// Private to the room: a picture as a PDF image XObject.

#include "common/result.h"

#include <QByteArray>
#include <QSize>

namespace nadi::documents
{

struct PdfImage
{
    QSize size;
    QByteArray dictionary;
    QByteArray data;
};

/// JPEG bytes and the compressed rows of plain PNGs go in as they are, which costs nothing and loses nothing; other
/// PNGs (alpha, interlaced, 16 bit) are unpacked onto white. Error: PDF-IMAGE.
Result<PdfImage> pdfImage(const QByteArray &image);

}
