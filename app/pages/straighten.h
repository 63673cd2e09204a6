#pragma once

#include <QImage>
#include <QRect>

namespace nadi::pages
{

/// What is to be done about a photo held askew, and where on it the page lies.
struct Straightening
{
    double skew = 0; ///< clockwise; 0 leaves every pixel as it is
    bool crop = false;
    QRectF box; ///< what stays, in coordinates turned by `skew` about the picture's origin
    QRect page; ///< the page in the picture as it is, where its quality is to be measured
};

/// The whole picture, not turned.
Straightening asItLies(const QImage &image);

/// Nothing clear, nothing done: as it lies.
Straightening straighteningFor(const QImage &image);

/// `image` is Format_RGB888 and stays as it is when there is nothing to do. Beyond its edge its outermost pixels go on,
/// so that no new edge comes in.
QImage straightened(const QImage &image, const Straightening &how);

}
