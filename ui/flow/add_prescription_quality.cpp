// A page that does not read well: made anew from its original, or sent as it is for a reason.
#include "add_prescription_controller.h"
#include "storage/record_repository.h"

namespace nadi::ui
{
namespace
{

documents::Rendition renditionOf(const RecordPage &page, bool straighten)
{
    using documents::Rendition;
    return {straighten ? Rendition::Straighten::Yes : Rendition::Straighten::No,
        page.shrunk ? Rendition::Size::Screen : Rendition::Size::Print,
        page.shrunk ? Rendition::Oversize::Taken : Rendition::Oversize::Refused};
}

}

void AddPrescriptionController::straighten(const QString &id, bool on)
{
    const auto at = std::ranges::find(m_record.pages, id, [](const RecordPage &one) { return one.id.value(); });
    if (at == m_record.pages.cend() || busy())
        return;
    askFor([record = m_record.id, hash = at->originalHash](
               clinic::Work &work) { return storage::RecordRepository(work.db).original(record, hash); },
        [this, page = *at, on](const QByteArray &original) {
            wait(1);
            observe(this, services().pages.clean(original, {}, {}, renditionOf(page, on)),
                [this, page, on](const Result<documents::CleanDocument> &document) {
                    wait(-1);
                    auto anew = page;
                    anew.straightening = on ? Straightening::On : Straightening::Off;
                    replace(anew, document);
                });
        });
}

void AddPrescriptionController::replace(const RecordPage &page, const Result<documents::CleanDocument> &document)
{
    if (!document)
        return setProblem(document.error());
    if (page.originalPage >= document->pages.size())
        return setProblem(Error{ErrorKind::Storage, QStringLiteral("PAGE-IMAGE"), {}});
    const auto &clean = document->pages[page.originalPage];
    auto anew = page;
    anew.mime = clean.mime;
    anew.width = clean.width;
    anew.height = clean.height;
    anew.reduced = clean.reduced;
    anew.turnedDegrees = clean.turnedDegrees;
    anew.cropped = clean.cropped;
    change([record = m_record.id, anew, image = clean.image](
               clinic::Work &work) { return clinic::replacePage(work, record, anew, image); });
}

void AddPrescriptionController::acceptUnreadable(const QString &page, const QString &reason)
{
    change([record = m_record.id, page = PageId(page), reason](
               clinic::Work &work) { return clinic::acceptUnreadable(work, record, page, reason); });
}

}
