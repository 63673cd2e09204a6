// Pictures from outside, before a decoder sees them: every head, with limits small enough for short inputs to reach.

#include "documents/preflight.h"

using namespace nadi;

namespace
{
void require(bool holds)
{
    if (!holds)
        std::abort();
}
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView picture(data, qsizetype(size));
    documents::PageLimits limits;
    limits.fileBytes = 64 * 1024;
    limits.pages = 3;
    limits.pixels = 1'000'000;
    limits.side = 2'000;
    const auto head = documents::preflight(picture, {}, limits);
    if (!head) {
        require(head.error().code.startsWith(QStringLiteral("DOC-")));
        return 0;
    }
    // What passes is within every limit: that is all the decoders rely on.
    require(picture.size() <= limits.fileBytes);
    require(head->kind == documents::FileKind::Pdf || (!head->images.isEmpty() && head->images.size() <= limits.pages));
    for (const auto &image : head->images) {
        require(!image.size.isEmpty() && image.size.width() <= limits.side && image.size.height() <= limits.side);
        require(qint64(image.size.width()) * image.size.height() <= limits.pixels);
        require(image.orientation >= 1 && image.orientation <= 8);
    }
    return 0;
}
