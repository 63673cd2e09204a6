#pragma once

#include "domain/clinic.h"
#include "domain/content/record_content.h"
#include "domain/record.h"
#include "storage/connection.h"

#include <optional>

namespace nadi::storage
{

/// Where a file was seen before (branches B15, B16).
struct OriginalSeen
{
    RecordId record;
    PatientId patient;
    UtcTime at;
};

/// Records and their pages. Originals and clean images are sealed blobs; an original that several pages share is kept
/// once.
class RecordRepository
{
public:
    explicit RecordRepository(Connection &db)
        : m_db(db)
    {
    }
    Done createDraft(const Record &record, const Actor &actor, UtcTime now);
    /// Adds one page with its clean image in one transaction: all or nothing is stored.
    Done addPage(
        const RecordId &record, const RecordPage &page, QByteArrayView cleanImage, const Actor &actor, UtcTime now);
    /// Stores the original file once per hash and record.
    Done addOriginal(
        const RecordId &record, QByteArrayView hash, const QString &mime, QByteArrayView bytes, UtcTime now);
    Done removePage(const RecordId &record, const PageId &page, const Actor &actor, UtcTime now);
    /// The same page made anew from its original: `page.id` names the one whose picture and description change.
    Done replacePage(
        const RecordId &record, const RecordPage &page, QByteArrayView cleanImage, const Actor &actor, UtcTime now);
    /// Why a page that cannot be read goes as it is (B23); the reason stands in the audit trail too.
    Done acceptUnreadable(
        const RecordId &record, const PageId &page, const QString &reason, const Actor &actor, UtcTime now);
    /// New order and turns of exactly the pages that are there.
    Done arrangePages(const RecordId &record, const QList<RecordPage> &pages, const Actor &actor, UtcTime now);
    /// What the person says it is (B25). Draft only: REC-STATE.
    Done setType(const RecordId &record, HiType type, const Actor &actor, UtcTime now);
    /// What a draft says as data, as a whole. Typing is saved every moment, so it leaves no audit event of its own:
    /// making and signing the record do. The new version of the draft; fails with DB-STALE and CONTENT-SIZE.
    Result<qint64> saveContent(const RecordId &record, qint64 version, const RecordContent &content, UtcTime now);
    Done discardDraft(const RecordId &record, const Actor &actor, UtcTime now);
    /// Draft -> Signed with its care context, by the actor. Fails with DB-STALE.
    Done sign(const RecordId &record, qint64 version, const CareContextRef &context, const Actor &actor, UtcTime now,
        std::optional<TeleMode> heldBy = {});

    Result<Record> record(const RecordId &id) const;
    /// What was signed into this care context, oldest first; empty when nothing was.
    Result<QList<Record>> inCareContext(const FacilityId &facility, const CareContextRef &context) const;
    /// The care context that an earlier record of this visit was signed into; empty when there is none.
    Result<CareContextRef> contextOfVisit(
        const FacilityId &facility, const PatientId &patient, const AppointmentId &visit) const;
    /// None for a record of pages alone.
    Result<RecordContent> content(const RecordId &record) const;
    Result<QByteArray> pageImage(const RecordId &record, const PageId &page) const;
    Result<QByteArray> original(const RecordId &record, QByteArrayView hash) const;
    Result<QList<Record>> ofPatient(const PatientId &patient) const;
    /// Drafts of this user's desk, newest first (B48: continue where you stopped).
    Result<QList<Record>> drafts(const FacilityId &facility) const;
    /// The signed record that takes the place of this one; none when it is the newest edition.
    Result<std::optional<RecordId>> amendedBy(const RecordId &record) const;
    Result<QList<OriginalSeen>> seen(QByteArrayView originalHash) const;
    /// Next care-context reference of the facility and year, "RX-2026-000117", from the transaction.
    Result<CareContextRef> nextCareContext(const FacilityId &facility, HiType type, QDate issuedOn);
    /// The same counter for a visit, "VISIT-2026-000117".
    Result<CareContextRef> nextVisitContext(const FacilityId &facility, QDate issuedOn);
    /// Name of that count (counter.h).
    static QString careContextCount(const FacilityId &facility, int year);

private:
    Connection &m_db;
};

}
