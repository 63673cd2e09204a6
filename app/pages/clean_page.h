#pragma once

#include "decoders.h"
#include "documents/protocol.h"

#include <QImage>

namespace nadi::pages
{

/// The picture as a person holds it: in sRGB, turned upright by `orientation` (EXIF 1 … 8).
QImage upright(const Raster &raster, int orientation);

/// 0 … 1 from the variance of the Laplacian in the busiest places of `area`, so that a page with one line of writing is
/// judged by that line. 0.15 is where writing stops being readable in print (B23).
double sharpness(const QImage &image, const QRect &area);

/// An upright page as it is wanted: measured, straightened, sized, and encoded anew, so that nothing but pixels
/// survives: PNG for line art (at most 256 colours, and smaller so), else JPEG.
documents::protocol::Page cleanPage(const QImage &upright, bool reduced, const documents::Rendition &wanted);

QByteArray encodeJpeg(const QImage &image, int quality);
/// Nothing when the picture has more than 256 colours.
QByteArray encodeLineArt(const QImage &image);

}
