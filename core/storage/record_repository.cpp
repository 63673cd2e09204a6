#include "storage/record_repository.h"

#include "storage/audited.h"
#include "storage/blob_store.h"
#include "storage/counter.h"
#include "storage/record_draft.h"
#include "storage/record_rows.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

Result<Record> withPages(Connection &db, Result<Record> record)
{
    if (!record)
        return record;
    auto pages = pagesOf(db, record->id);
    if (!pages)
        return failed(pages);
    record->pages = std::move(*pages);
    return record;
}

Result<Record> one(Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("REC-UNKNOWN"));
    return withPages(db, readRecord(db, *rows));
}

Result<QList<Record>> many(Connection &db, Result<Rows> rows)
{
    if (!rows)
        return failed(rows);
    return all<Record>(*rows, [&db](const Rows &row) { return withPages(db, readRecord(db, row)); });
}

Done removeOriginalsWithoutPages(Connection &db, const RecordId &record)
{
    auto rows = run(db,
        u"SELECT original_index FROM record_original o WHERE o.tenant = ? AND o.record = ? AND NOT EXISTS"
        u" (SELECT 1 FROM record_page p WHERE p.tenant = o.tenant AND p.record = o.record AND p.original_index = "
        u"o.original_index)",
        ofTenant(db, {value(record)}));
    if (!rows)
        return failed(rows);
    const auto unused = all<QByteArray>(*rows, [](const Rows &row) -> Result<QByteArray> { return row.bytes(0); });
    if (!unused)
        return failed(unused);
    for (const auto &index : *unused) {
        if (auto done = BlobStore(db).remove(originalBlob(record, index)); !done)
            return done;
        if (auto done
            = execute(db, u"DELETE FROM record_original WHERE tenant = ? AND record = ? AND original_index = ?",
                ofTenant(db, {value(record), index}));
            !done)
            return done;
    }
    return {};
}

Done deletePage(Connection &db, const RecordId &record, const PageId &page)
{
    if (auto done = BlobStore(db).remove(imageBlob(record, page)); !done)
        return done;
    return execute(db, u"DELETE FROM record_page WHERE tenant = ? AND record = ? AND id = ?",
        ofTenant(db, {value(record), value(page)}));
}

QString careContextPrefix(HiType type)
{
    switch (type) {
    case HiType::Prescription:
        return QStringLiteral("RX");
    case HiType::DiagnosticReport:
        return QStringLiteral("DR");
    case HiType::OPConsultation:
        return QStringLiteral("OP");
    case HiType::DischargeSummary:
        return QStringLiteral("DS");
    case HiType::ImmunizationRecord:
        return QStringLiteral("IM");
    case HiType::HealthDocumentRecord:
        return QStringLiteral("HD");
    case HiType::WellnessRecord:
        return QStringLiteral("WE");
    case HiType::Invoice:
        return QStringLiteral("IN");
    }
    return QStringLiteral("HD");
}

Result<CareContextRef> numberedContext(
    Connection &db, const FacilityId &facility, const QString &prefix, QDate issuedOn)
{
    const auto number = nextNumber(db, RecordRepository::careContextCount(facility, issuedOn.year()));
    if (!number)
        return failed(number);
    return CareContextRef(
        QStringLiteral("%1-%2-%3").arg(prefix).arg(issuedOn.year()).arg(*number, 6, 10, QLatin1Char('0')));
}

}

Done RecordRepository::createDraft(const Record &record, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto sealed = sealJson(m_db, recordTable, record.id.value(), sealedPart(record));
        if (!sealed)
            return failed(sealed);
        if (auto done = execute(m_db,
                u"INSERT INTO record (tenant, id, facility, patient, doctor, appointment, state, care_context,"
                u" created_at, signed_at, version, sealed, amends)"
                u" VALUES (?, ?, ?, ?, ?, ?, 'draft', '', ?, 0, 1, ?, ?)",
                ofTenant(m_db,
                    {value(record.id), value(record.facility), value(record.patient), value(record.doctor),
                        record.appointment ? record.appointment->value() : QString(), value(now), *sealed,
                        record.amends ? record.amends->value() : QString()}));
            !done)
            return failed(done);
        auto event = recordEvent(
            actor, record.amends ? QStringLiteral("record.amend") : QStringLiteral("record.draft"), record, now);
        event.reason = record.amendReason;
        return event;
    });
}

Done RecordRepository::addPage(
    const RecordId &record, const RecordPage &page, QByteArrayView cleanImage, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto draft = touchDraft(m_db, record);
        if (!draft)
            return failed(draft);
        if (auto done = writePage(m_db, record, page); !done)
            return failed(done);
        if (auto done = BlobStore(m_db).put(imageBlob(record, page.id), cleanImage); !done)
            return failed(done);
        return recordEvent(actor, QStringLiteral("record.page-add"), *draft, now);
    });
}

Done RecordRepository::addOriginal(
    const RecordId &record, QByteArrayView hash, const QString &mime, QByteArrayView bytes, UtcTime now)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto draft = touchDraft(m_db, record);
    if (!draft)
        return failed(draft);
    const auto index = originalIndex(m_db, hash);
    const auto blob = originalBlob(record, index);
    const auto sealed = sealBytes(m_db, QLatin1String("record_original"), blob, mime.toUtf8());
    if (!sealed)
        return failed(sealed);
    const auto rows = run(m_db,
        u"INSERT INTO record_original (tenant, record, original_index, patient, added_at, sealed) VALUES (?, ?, ?, ?, "
        u"?, ?)"
        u" ON CONFLICT DO NOTHING",
        ofTenant(m_db, {value(record), index, value(draft->patient), value(now), *sealed}));
    if (!rows)
        return failed(rows);
    if (rows->changed() > 0)
        if (auto done = BlobStore(m_db).put(blob, bytes); !done)
            return done;
    return transaction.commit();
}

Done RecordRepository::removePage(const RecordId &record, const PageId &page, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto draft = touchDraft(m_db, record);
        if (!draft)
            return failed(draft);
        if (auto done = deletePage(m_db, record, page); !done)
            return failed(done);
        int position = 0;
        for (auto rest : draft->pages) {
            if (rest.id == page)
                continue;
            rest.position = position++;
            if (auto done = writePage(m_db, record, rest); !done)
                return failed(done);
        }
        if (auto done = removeOriginalsWithoutPages(m_db, record); !done)
            return failed(done);
        return recordEvent(actor, QStringLiteral("record.page-remove"), *draft, now);
    });
}

Done RecordRepository::arrangePages(
    const RecordId &record, const QList<RecordPage> &pages, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto draft = touchDraft(m_db, record);
        if (!draft)
            return failed(draft);
        const auto idsOf = [](const QList<RecordPage> &list) {
            QSet<PageId> ids;
            for (const auto &page : list)
                ids << page.id;
            return ids;
        };
        if (pages.size() != draft->pages.size() || idsOf(pages) != idsOf(draft->pages))
            return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
        int position = 0;
        for (auto page : pages) {
            page.position = position++;
            if (auto done = writePage(m_db, record, page); !done)
                return failed(done);
        }
        return recordEvent(actor, QStringLiteral("record.arrange"), *draft, now);
    });
}

Done RecordRepository::setType(const RecordId &record, HiType type, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        auto draft = touchDraft(m_db, record);
        if (!draft)
            return failed(draft);
        draft->type = type;
        const auto sealed = sealJson(m_db, recordTable, record.value(), sealedPart(*draft));
        if (!sealed)
            return failed(sealed);
        if (auto done = execute(m_db, u"UPDATE record SET sealed = ? WHERE tenant = ? AND id = ?",
                {*sealed, value(m_db.tenant()), value(record)});
            !done)
            return failed(done);
        return recordEvent(actor, QStringLiteral("record.type"), *draft, now);
    });
}

Done RecordRepository::discardDraft(const RecordId &record, const Actor &actor, UtcTime now)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        const auto draft = touchDraft(m_db, record);
        if (!draft)
            return failed(draft);
        for (const auto &page : draft->pages)
            if (auto done = deletePage(m_db, record, page.id); !done)
                return failed(done);
        if (auto done = removeOriginalsWithoutPages(m_db, record); !done)
            return failed(done);
        if (auto done = execute(
                m_db, u"DELETE FROM record_content WHERE tenant = ? AND record = ?", ofTenant(m_db, {value(record)}));
            !done)
            return failed(done);
        if (auto done = execute(m_db, u"UPDATE record SET state = 'discarded' WHERE tenant = ? AND id = ?",
                ofTenant(m_db, {value(record)}));
            !done)
            return failed(done);
        return recordEvent(actor, QStringLiteral("record.discard"), *draft, now);
    });
}

Done RecordRepository::sign(const RecordId &record, qint64 version, const CareContextRef &context, const Actor &actor,
    UtcTime now, std::optional<TeleMode> heldBy)
{
    return audited(m_db, [&]() -> Result<AuditEvent> {
        auto draft = RecordRepository::record(record);
        if (!draft)
            return failed(draft);
        draft->signedBy = actor.user;
        draft->heldBy = heldBy;
        const auto sealed = sealJson(m_db, recordTable, record.value(), sealedPart(*draft));
        if (!sealed)
            return failed(sealed);
        const auto rows = run(m_db,
            u"UPDATE record SET state = 'signed', care_context = ?, signed_at = ?, version = version + 1, sealed = ?"
            u" WHERE tenant = ? AND id = ? AND version = ? AND state = 'draft'",
            {value(context), value(now), *sealed, value(m_db.tenant()), value(record), version});
        if (!rows)
            return failed(rows);
        if (rows->changed() == 0)
            return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
        return recordEvent(actor, QStringLiteral("record.sign"), *draft, now);
    });
}

Result<Record> RecordRepository::record(const RecordId &id) const
{
    return one(m_db,
        run(m_db,
            u"SELECT id, facility, patient, doctor, appointment, state, care_context, created_at, signed_at, version, "
            u"sealed, amends"
            u" FROM record WHERE tenant = ? AND id = ?",
            ofTenant(m_db, {value(id)})));
}

Result<QList<Record>> RecordRepository::inCareContext(const FacilityId &facility, const CareContextRef &context) const
{
    return many(m_db,
        run(m_db,
            u"SELECT id, facility, patient, doctor, appointment, state, care_context, created_at, signed_at, version, "
            u"sealed, amends"
            u" FROM record WHERE tenant = ? AND facility = ? AND care_context = ? AND care_context <> ''"
            u" ORDER BY signed_at, id",
            ofTenant(m_db, {value(facility), value(context)})));
}

Result<CareContextRef> RecordRepository::contextOfVisit(
    const FacilityId &facility, const PatientId &patient, const AppointmentId &visit) const
{
    auto rows = run(m_db,
        u"SELECT care_context FROM record WHERE tenant = ? AND facility = ? AND patient = ? AND appointment = ?"
        u" AND appointment <> '' AND state = 'signed' ORDER BY signed_at, id LIMIT 1",
        ofTenant(m_db, {value(facility), value(patient), value(visit)}));
    if (!rows)
        return failed(rows);
    return rows->next() ? rows->id<CareContextRef>(0) : CareContextRef();
}

Result<QByteArray> RecordRepository::pageImage(const RecordId &record, const PageId &page) const
{
    return BlobStore(m_db).get(imageBlob(record, page));
}

Result<QByteArray> RecordRepository::original(const RecordId &record, QByteArrayView hash) const
{
    return BlobStore(m_db).get(originalBlob(record, originalIndex(m_db, hash)));
}

Result<QList<Record>> RecordRepository::ofPatient(const PatientId &patient) const
{
    return many(m_db,
        run(m_db,
            u"SELECT id, facility, patient, doctor, appointment, state, care_context, created_at, signed_at, version, "
            u"sealed, amends"
            u" FROM record WHERE tenant = ? AND patient = ? AND state <> 'discarded' ORDER BY created_at DESC, id",
            ofTenant(m_db, {value(patient)})));
}

Result<QList<Record>> RecordRepository::drafts(const FacilityId &facility) const
{
    return many(m_db,
        run(m_db,
            u"SELECT id, facility, patient, doctor, appointment, state, care_context, created_at, signed_at, version, "
            u"sealed, amends"
            u" FROM record WHERE tenant = ? AND facility = ? AND state = 'draft' ORDER BY created_at DESC, id",
            ofTenant(m_db, {value(facility)})));
}

Result<QList<OriginalSeen>> RecordRepository::seen(QByteArrayView originalHash) const
{
    auto rows = run(m_db,
        u"SELECT record, patient, added_at FROM record_original WHERE tenant = ? AND original_index = ? ORDER BY "
        u"added_at, record",
        ofTenant(m_db, {originalIndex(m_db, originalHash)}));
    if (!rows)
        return failed(rows);
    return all<OriginalSeen>(*rows, [](const Rows &row) -> Result<OriginalSeen> {
        return OriginalSeen{row.id<RecordId>(0), row.id<PatientId>(1), row.time(2)};
    });
}

QString RecordRepository::careContextCount(const FacilityId &facility, int year)
{
    return QStringLiteral("care-context/%1/%2").arg(facility.value()).arg(year);
}

Result<CareContextRef> RecordRepository::nextCareContext(const FacilityId &facility, HiType type, QDate issuedOn)
{
    return numberedContext(m_db, facility, careContextPrefix(type), issuedOn);
}

Result<CareContextRef> RecordRepository::nextVisitContext(const FacilityId &facility, QDate issuedOn)
{
    return numberedContext(m_db, facility, QStringLiteral("VISIT"), issuedOn);
}

}
