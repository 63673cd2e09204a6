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

/// JPEG bytes and the compressed rows of plain PNGs go in as they are, which costs nothing and loses nothing. That is
/// all the worker ever gives out; PNGs with alpha, interlacing or 16 bits are refused with PDF-IMAGE, so that the
/// bridge, which composes too, needs no picture decoder and no Qt Gui.
Result<PdfImage> pdfImage(const QByteArray &image);

}
