#include "clinic/typed_record.h"

#include "storage/record_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

/// The draft of an amendment that somebody began and did not sign.
Result<std::optional<Record>> begunAmendment(storage::RecordRepository &records, const Record &old)
{
    const auto drafts = records.drafts(old.facility);
    if (!drafts)
        return failed(drafts);
    const auto found = std::ranges::find(*drafts, std::optional(old.id), &Record::amends);
    return found == drafts->cend() ? std::nullopt : std::optional(*found);
}

Done copyPages(Work &work, storage::RecordRepository &records, const Record &from, const RecordId &to)
{
    const auto now = work.clock.now();
    QList<QByteArray> copied;
    for (auto page : from.pages) {
        const auto image = records.pageImage(from.id, page.id);
        if (!image)
            return failed(image);
        if (!copied.contains(page.originalHash)) {
            const auto original = records.original(from.id, page.originalHash);
            if (!original)
                return failed(original);
            if (const auto kept = records.addOriginal(to, page.originalHash, page.mime, *original, now); !kept)
                return kept;
            copied << page.originalHash;
        }
        page.id = work.ids.next<PageId>();
        page.keptBeside.clear();
        if (const auto added = records.addPage(to, page, *image, work.actor, now); !added)
            return added;
    }
    return {};
}

}

Result<qint64> saveContent(Work &work, const RecordId &id, qint64 version, const RecordContent &content)
{
    storage::RecordRepository records(work.db);
    const auto record = records.record(id);
    if (!record)
        return failed(record);
    if (!record->typed || hiTypeOf(content) != record->type)
        return fail(ErrorKind::Invalid, QStringLiteral("CONTENT-KIND"));
    return records.saveContent(id, version, content, work.clock.now());
}

Result<RecordContent> contentOf(Work &work, const RecordId &record)
{
    return storage::RecordRepository(work.db).content(record);
}

Result<Record> amendRecord(Work &work, const RecordId &id, const QString &reason)
{
    const auto said = reason.simplified();
    if (said.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("REC-REASON"));
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::RecordRepository records(work.db);
    const auto old = records.record(id);
    if (!old)
        return failed(old);
    if (old->state != RecordState::Signed)
        return fail(ErrorKind::Conflict, QStringLiteral("REC-STATE"));
    const auto newer = records.amendedBy(id);
    if (!newer)
        return failed(newer);
    if (*newer)
        return fail(ErrorKind::Conflict, QStringLiteral("REC-AMENDED"), (*newer)->value());
    const auto begun = begunAmendment(records, *old);
    if (!begun)
        return failed(begun);
    if (*begun)
        return **begun;

    auto draft = *old;
    draft.id = work.ids.next<RecordId>();
    draft.amends = old->id;
    draft.amendReason = said;
    draft.careContext = {};
    draft.createdAt = work.clock.now();
    if (const auto created = records.createDraft(draft, work.actor, draft.createdAt); !created)
        return failed(created);
    if (old->typed) {
        const auto content = records.content(old->id);
        if (!content)
            return failed(content);
        if (const auto saved = records.saveContent(draft.id, 1, *content, draft.createdAt); !saved)
            return failed(saved);
    }
    if (const auto copied = copyPages(work, records, *old, draft.id); !copied)
        return failed(copied);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return records.record(draft.id);
}

Result<QList<Record>> versionsOf(Work &work, const RecordId &id)
{
    storage::RecordRepository records(work.db);
    auto newest = id;
    for (auto next = records.amendedBy(newest); !next || *next; next = records.amendedBy(newest)) {
        if (!next)
            return failed(next);
        newest = **next;
    }
    QList<Record> versions;
    for (std::optional<RecordId> at = newest; at; at = versions.constLast().amends) {
        auto record = records.record(*at);
        if (!record)
            return failed(record);
        versions << *std::move(record);
    }
    return versions;
}

}
