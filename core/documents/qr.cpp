#include "documents/qr.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/DecodeHints.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace nadi::documents
{
namespace
{

constexpr int quietZone = 4; // modules, ISO/IEC 18004
constexpr int largestSide = 2'000; // a camera frame; more pixels only cost time

QImage fromMatrix(const ZXing::BitMatrix &matrix)
{
    QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            image.scanLine(y)[x] = matrix.get(x, y) ? 0 : 255;
    return image;
}

std::optional<QString> readGrey(const QImage &grey)
{
    const ZXing::ImageView view(
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const auto hints
        = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
    const auto found = ZXing::ReadBarcode(view, hints);
    return found.isValid() ? std::optional(QString::fromStdWString(found.text())) : std::nullopt;
}

}

QImage drawQr(const QString &text, int pixels)
{
    if (text.isEmpty())
        return {};
    try {
        const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                .setEncoding(ZXing::CharacterSet::UTF8)
                                .setEccLevel(4) // about 15 % may be dirty or torn
                                .setMargin(quietZone)
                                .encode(text.toStdWString(), 0, 0);
        const auto image = fromMatrix(matrix);
        const int perModule = std::max(1, pixels / image.width());
        return image.scaled(image.size() * perModule, Qt::KeepAspectRatio, Qt::FastTransformation);
    } catch (const std::exception &) { // ZXing's way to say "too long"
        return {};
    }
}

std::optional<QString> readQr(const QImage &image)
{
    if (image.isNull())
        return std::nullopt;
    QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    if (std::max(grey.width(), grey.height()) > largestSide)
        grey = grey.scaled(largestSide, largestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (auto text = readGrey(grey))
        return text;
    // Noise and glare vanish when pixels are averaged.
    return readGrey(grey.scaled(grey.size() / 2, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

}
