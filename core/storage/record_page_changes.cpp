// What a person decides about one page of a draft after it was added.
#include "storage/blob_store.h"
#include "storage/record_draft.h"
#include "storage/record_repository.h"
#include "storage/record_rows.h"

#include <algorithm>
#include <optional>

namespace nadi::storage
{
namespace
{

std::optional<RecordPage> pageIn(const Record &record, const PageId &id)
{
    const auto found = std::ranges::find(record.pages, id, &RecordPage::id);
    return found == record.pages.cend() ? std::nullopt : std::optional(*found);
}

}

Done RecordRepository::replacePage(
    const RecordId &record, const RecordPage &page, QByteArrayView cleanImage, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto draft = touchDraft(m_db, record);
    if (!draft)
        return failed(draft);
    if (!pageIn(*draft, page.id))
        return fail(ErrorKind::NotFound, QStringLiteral("REC-PAGE"));
    if (auto done = writePage(m_db, record, page); !done)
        return done;
    if (auto done = BlobStore(m_db).remove(imageBlob(record, page.id)); !done)
        return done;
    if (auto done = BlobStore(m_db).put(imageBlob(record, page.id), cleanImage); !done)
        return done;
    auto replaced = recordEvent(actor, QStringLiteral("record.page-replace"), *draft, now);
    replaced.reason = QStringLiteral("straighten-") + toWord(page.straightening);
    if (auto done = AuditTrail(m_db).append(replaced); !done)
        return done;
    return transaction.commit();
}

Done RecordRepository::acceptUnreadable(
    const RecordId &record, const PageId &id, const QString &reason, const Actor &actor, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto draft = touchDraft(m_db, record);
    if (!draft)
        return failed(draft);
    auto page = pageIn(*draft, id);
    if (!page)
        return fail(ErrorKind::NotFound, QStringLiteral("REC-PAGE"));
    page->unreadableReason = reason;
    if (auto done = writePage(m_db, record, *page); !done)
        return done;
    auto accepted = recordEvent(actor, QStringLiteral("record.unreadable-accept"), *draft, now);
    accepted.reason = reason;
    if (auto done = AuditTrail(m_db).append(accepted); !done)
        return done;
    return transaction.commit();
}

}
