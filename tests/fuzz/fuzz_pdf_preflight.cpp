// PDFs from outside, before Poppler sees them: the walk over their tokens and the end mark.

#include "documents/heads.h"

using namespace nadi;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView pdf(data, qsizetype(size));
    const auto strict = documents::pdfHead(pdf, 4);
    const auto loose = documents::pdfHead(pdf, 32);
    // A larger limit never refuses more.
    if (strict && !loose)
        std::abort();
    const documents::PageLimits limits;
    const auto head = documents::preflight(pdf, {}, limits);
    if (head && head->kind == documents::FileKind::Pdf && !loose)
        std::abort();
    return 0;
}
