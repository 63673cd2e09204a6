#pragma once

#include <QImage>

#include <optional>

namespace nadi::documents
{

/// A QR code of `text`, black on white with the quiet zone, about `pixels` wide (whole pixels per module, so that it
/// prints sharp). Null when the text does not fit a QR code. Any thread.
QImage drawQr(const QString &text, int pixels = 600);

/// The first QR code in a picture or camera frame, turned, small or noisy. Any thread.
std::optional<QString> readQr(const QImage &image);

}
