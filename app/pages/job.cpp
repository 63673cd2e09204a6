#include "job.h"

#include "clean_page.h"
#include "decode_pdf.h"
#include "decoders.h"
#include "fonts.h"

#include <new>

namespace nadi::pages
{

namespace
{

using namespace documents;

Result<Raster> decoded(const protocol::Job &job, FileKind kind, int page)
{
    switch (kind) {
    case FileKind::Jpeg:
        return decodeJpeg(job.bytes);
    case FileKind::Png:
        return decodePng(job.bytes);
    case FileKind::WebP:
        return decodeWebp(job.bytes);
    case FileKind::Heic:
        return decodeHeic(job.bytes, job.limits);
    case FileKind::Tiff:
        return decodeTiff(job.bytes, page);
    case FileKind::Pdf:
        break;
    }
    return unreadable("DOC-TYPE", "not a picture");
}

Done cleanImages(const protocol::Job &job, const FileHead &head, const FrameSink &send)
{
    send(protocol::Started{mimeOf(head.kind), int(head.images.size())});
    for (int page = 0; page < head.images.size(); ++page) {
        const auto raster = decoded(job, head.kind, page);
        if (!raster)
            return failed(raster);
        send(cleanPage(upright(*raster, head.images[page].orientation), raster->reduced, job.rendition));
    }
    return {};
}

Done cleanPdf(const protocol::Job &job, const FrameSink &send)
{
    const auto started = [&](int pages) { send(protocol::Started{mimeOf(FileKind::Pdf), pages}); };
    // A PDF page lies as its maker laid it.
    const Rendition asItLies{Rendition::Straighten::No, job.rendition.size, job.rendition.oversize};
    const auto page = [&](const Raster &raster) { send(cleanPage(raster.image, raster.reduced, asItLies)); };
    return drawPdf(job.bytes, job.password, job.limits.pages, started, page);
}

Done clean(const protocol::Job &job, const FrameSink &send)
{
    try {
        const auto head = preflight(job.bytes, job.claimedName, job.limits);
        if (!head)
            return failed(head);
        return head->kind == FileKind::Pdf ? cleanPdf(job, send) : cleanImages(job, *head, send);
    } catch (const std::bad_alloc &) {
        return fail(ErrorKind::Limit, QStringLiteral("DOC-MEMORY"));
    }
}

}

SandboxLimits sandboxFor(const protocol::Job &job)
{
    const auto threads = sniff(job.bytes) == FileKind::Heic ? Threads::Yes : Threads::No;
    return {job.limits.cpuSeconds, job.limits.memoryBytes, threads};
}

std::vector<OpenedFile> filesFor(const protocol::Job &job)
{
    return sniff(job.bytes) == FileKind::Pdf ? openFonts() : std::vector<OpenedFile>();
}

void runJob(const protocol::Job &job, const FrameSink &send)
{
    const auto done = clean(job, send);
    if (done)
        send(protocol::Finished{});
    else
        send(protocol::Failed{done.error().code, done.error().detail});
}

}
