#include "documents/preflight.h"

#include "documents/heads.h"
#include "documents/sniff.h"

namespace nadi::documents
{

namespace
{

constexpr int maxPdfNesting = 32; // S-F3

Result<QList<ImageHead>> imageHeads(FileKind kind, QByteArrayView bytes, const PageLimits &limits)
{
    const auto one
        = [](const Result<ImageHead> &head) { return head.map([](const ImageHead &h) { return QList{h}; }); };
    switch (kind) {
    case FileKind::Jpeg:
        return one(jpegHead(bytes));
    case FileKind::Png:
        return one(pngHead(bytes));
    case FileKind::WebP:
        return one(webpHead(bytes));
    case FileKind::Heic:
        return one(heicHead(bytes));
    case FileKind::Tiff:
        return tiffHeads(bytes, limits.pages);
    case FileKind::Pdf:
        break;
    }
    if (const auto whole = pdfHead(bytes, maxPdfNesting); !whole)
        return failed(whole);
    return QList<ImageHead>{};
}

Done withinLimits(QSize size, const PageLimits &limits)
{
    if (size.isEmpty())
        return corrupt("no pixels");
    const auto pixels = qint64(size.width()) * size.height();
    if (size.width() > limits.side || size.height() > limits.side || pixels > limits.pixels)
        return fail(ErrorKind::Limit, QStringLiteral("DOC-PIXELS"),
            QStringLiteral("%1x%2").arg(size.width()).arg(size.height()));
    return {};
}

}

Result<FileHead> preflight(QByteArrayView bytes, QStringView claimedName, const PageLimits &limits)
{
    if (bytes.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("DOC-EMPTY"), QStringLiteral("no bytes"));
    if (bytes.size() > limits.fileBytes)
        return fail(ErrorKind::Limit, QStringLiteral("DOC-SIZE"), QString::number(bytes.size()));
    const auto kind = sniff(bytes);
    if (!kind)
        return wrongType("unknown content");
    if (!nameAgrees(claimedName, *kind))
        return wrongType("name differs from content");
    if (isPolyglot(bytes, *kind))
        return wrongType("two types in one file");
    const auto images = imageHeads(*kind, bytes, limits);
    if (!images)
        return failed(images);
    for (const auto &image : *images) {
        if (const auto fits = withinLimits(image.size, limits); !fits)
            return failed(fits);
    }
    return FileHead{*kind, *images};
}

}
