#include "clinic/prescription.h"

#include "storage/patient_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{
Result<Record> draftOf(storage::RecordRepository &records, const RecordId &id)
{
    auto record = records.record(id);
    if (record && record->state != RecordState::Draft)
        return fail(ErrorKind::Conflict, QStringLiteral("REC-STATE"), QStringLiteral("not a draft"));
    return record;
}

/// B15 and B16: the same file was attached before.
Done checkSeen(storage::RecordRepository &records, const Record &draft, const QByteArray &hash)
{
    const auto seen = records.seen(hash);
    if (!seen)
        return failed(seen);
    for (const auto &before : *seen)
        if (before.patient != draft.patient)
            return fail(ErrorKind::Conflict, QStringLiteral("DOC-OTHER-PATIENT"), before.record.value());
    if (!seen->isEmpty())
        return fail(ErrorKind::Conflict, QStringLiteral("DOC-DUPLICATE"), seen->first().record.value());
    return {};
}

Result<Record> rearranged(Work &work, const RecordId &id, const std::function<Done(QList<RecordPage> &)> &change)
{
    storage::RecordRepository records(work.db);
    auto record = draftOf(records, id);
    if (!record)
        return record;
    auto pages = record->pages;
    if (const auto changed = change(pages); !changed)
        return failed(changed);
    for (int i = 0; i < pages.size(); ++i)
        pages[i].position = i;
    if (const auto done = records.arrangePages(id, pages, work.actor, work.clock.now()); !done)
        return failed(done);
    return records.record(id);
}

Result<qsizetype> indexOf(const QList<RecordPage> &pages, const PageId &page)
{
    const auto found = std::ranges::find(pages, page, &RecordPage::id);
    if (found == pages.end())
        return fail(ErrorKind::NotFound, QStringLiteral("REC-PAGE"));
    return found - pages.begin();
}
}

Result<Record> beginDraft(Work &work, const DraftRequest &request)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto patient = storage::PatientRepository(work.db).holdSurvivor(request.patient);
    if (!patient)
        return failed(patient);
    Record record;
    record.id = work.ids.next<RecordId>();
    record.patient = *patient;
    record.facility = request.facility;
    record.doctor = request.doctor;
    record.appointment = request.appointment;
    record.type = hiTypeOf(request.content).value_or(request.type);
    record.typed = hiTypeOf(request.content).has_value();
    record.issuedOn = request.issuedOn;
    record.createdAt = work.clock.now();
    storage::RecordRepository records(work.db);
    if (const auto created = records.createDraft(record, work.actor, record.createdAt); !created)
        return failed(created);
    if (record.typed)
        if (const auto saved = records.saveContent(record.id, 1, request.content, record.createdAt); !saved)
            return failed(saved);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return records.record(record.id);
}

Result<Record> addFile(Work &work, const RecordId &id, const AddedFile &file, int maxPages, Knowing knowing)
{
    if (const auto room = work.db.roomForFiles(); !room)
        return failed(room);
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::RecordRepository records(work.db);
    const auto draft = draftOf(records, id);
    if (!draft)
        return draft;
    if (file.pages.isEmpty() || file.pages.size() != file.images.size())
        return fail(ErrorKind::Invalid, QStringLiteral("DOC-EMPTY"));
    if (const auto together = draft->pages.size() + file.pages.size(); together > maxPages)
        return fail(ErrorKind::Limit, QStringLiteral("DOC-PAGES"), QString::number(together));
    if (knowing == Knowing::No) {
        if (const auto unseen = checkSeen(records, *draft, file.originalHash); !unseen)
            return failed(unseen);
    }
    const auto now = work.clock.now();
    if (const auto kept = records.addOriginal(id, file.originalHash, file.mime, file.original, now); !kept)
        return failed(kept);
    for (qsizetype i = 0; i < file.pages.size(); ++i) {
        auto page = file.pages[i];
        page.id = work.ids.next<PageId>();
        page.position = int(draft->pages.size() + i);
        page.originalHash = file.originalHash;
        if (const auto added = records.addPage(id, page, file.images[i], work.actor, now); !added)
            return failed(added);
    }
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return records.record(id);
}

Result<Record> removePage(Work &work, const RecordId &id, const PageId &page)
{
    storage::RecordRepository records(work.db);
    const auto draft = draftOf(records, id);
    if (!draft)
        return draft;
    if (const auto removed = records.removePage(id, page, work.actor, work.clock.now()); !removed)
        return failed(removed);
    return records.record(id);
}

Result<Record> turnPage(Work &work, const RecordId &id, const PageId &page, int quarterTurns)
{
    return rearranged(work, id, [&](QList<RecordPage> &pages) -> Done {
        const auto index = indexOf(pages, page);
        if (!index)
            return failed(index);
        pages[*index].quarterTurns = ((pages[*index].quarterTurns + quarterTurns) % 4 + 4) % 4;
        return {};
    });
}

Result<Record> movePage(Work &work, const RecordId &id, const PageId &page, int position)
{
    return rearranged(work, id, [&](QList<RecordPage> &pages) -> Done {
        const auto index = indexOf(pages, page);
        if (!index)
            return failed(index);
        pages.move(*index, std::clamp<qsizetype>(position, 0, pages.size() - 1));
        return {};
    });
}

Result<Record> keepBoth(Work &work, const RecordId &id, const PageId &one, const PageId &other)
{
    return rearranged(work, id, [&](QList<RecordPage> &pages) -> Done {
        const auto index = indexOf(pages, one);
        if (!index)
            return failed(index);
        if (const auto there = indexOf(pages, other); !there)
            return failed(there);
        pages[*index].keptBeside += other;
        return {};
    });
}

Result<Record> replacePage(Work &work, const RecordId &id, const RecordPage &page, const QByteArray &image)
{
    storage::RecordRepository records(work.db);
    const auto draft = draftOf(records, id);
    if (!draft)
        return draft;
    const auto index = indexOf(draft->pages, page.id);
    if (!index)
        return failed(index);
    // What a person decided about the page stays; its quality is that of the photo, however it is turned.
    auto anew = draft->pages[*index];
    anew.mime = page.mime;
    anew.width = page.width;
    anew.height = page.height;
    anew.reduced = page.reduced;
    anew.straightening = page.straightening;
    anew.turnedDegrees = page.turnedDegrees;
    anew.cropped = page.cropped;
    if (const auto done = records.replacePage(id, anew, image, work.actor, work.clock.now()); !done)
        return failed(done);
    return records.record(id);
}

Result<Record> acceptUnreadable(Work &work, const RecordId &id, const PageId &page, const QString &reason)
{
    const QString said = reason.simplified();
    if (said.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("REC-REASON"));
    storage::RecordRepository records(work.db);
    if (const auto done = records.acceptUnreadable(id, page, said, work.actor, work.clock.now()); !done)
        return failed(done);
    return records.record(id);
}

Result<Record> setType(Work &work, const RecordId &id, HiType type)
{
    if (type != HiType::Prescription && type != HiType::HealthDocumentRecord)
        return fail(ErrorKind::Invalid, QStringLiteral("REC-TYPE"));
    storage::RecordRepository records(work.db);
    const auto draft = draftOf(records, id);
    if (!draft)
        return draft;
    if (draft->typed)
        return fail(ErrorKind::Invalid, QStringLiteral("REC-TYPE"));
    if (const auto done = records.setType(id, type, work.actor, work.clock.now()); !done)
        return failed(done);
    return records.record(id);
}

Done discardDraft(Work &work, const RecordId &record)
{
    return storage::RecordRepository(work.db).discardDraft(record, work.actor, work.clock.now());
}

}
