#pragma once

#include "clinic/prescribing/review.h"
#include "clinic/work.h"
#include "domain/delivery.h"
#include "domain/flow_start.h"
#include "domain/record.h"
#include "storage/record_repository.h"

#include <optional>

namespace nadi::clinic
{

struct DraftRequest
{
    PatientId patient;
    FacilityId facility;
    DoctorId doctor;
    std::optional<AppointmentId> appointment;
    HiType type = HiType::Prescription; ///< of a scan; a content says its own
    QDate issuedOn;
    RecordContent content = {}; ///< begins a typed record; none: a record of pages alone
};
Result<Record> beginDraft(Work &work, const DraftRequest &request);

/// A cleaned file to attach; `pages` are parallel to `images`.
struct AddedFile
{
    QByteArray original;
    QByteArray originalHash; ///< SHA-256
    QString mime;
    QList<RecordPage> pages;
    QList<QByteArray> images;
};
/// All pages of a file or none. Errors: DISK-FULL; DOC-PAGES over the page limit; DOC-DUPLICATE (same patient, B15) and
/// DOC-OTHER-PATIENT (B16) unless `knowing` says the person decided.
enum class Knowing { No, AddAnyway };
Result<Record> addFile(Work &work, const RecordId &record, const AddedFile &file, int maxPages, Knowing knowing);
Result<Record> removePage(Work &work, const RecordId &record, const PageId &page);
Result<Record> turnPage(Work &work, const RecordId &record, const PageId &page, int quarterTurns);
Result<Record> movePage(Work &work, const RecordId &record, const PageId &page, int position);
/// Two pages look the same and both stay: nobody is asked about them again (B17). The other choice is removePage().
Result<Record> keepBoth(Work &work, const RecordId &record, const PageId &one, const PageId &other);
/// A page made anew from its original, with another `straightening` (B23). What a person decided about it stays.
Result<Record> replacePage(Work &work, const RecordId &record, const RecordPage &page, const QByteArray &image);
/// A page that cannot be read goes as it is, for this reason. Errors: REC-REASON when there is none.
Result<Record> acceptUnreadable(Work &work, const RecordId &record, const PageId &page, const QString &reason);
/// A person says what the pages are (B25): Prescription, or HealthDocumentRecord for anything else. Others: REC-TYPE.
Result<Record> setType(Work &work, const RecordId &record, HiType type);
Done discardDraft(Work &work, const RecordId &record);

struct Signed
{
    Record record;
    Delivery delivery;
};
/// The person confirmed. One transaction: record signed, care context, delivery with its support code, Delivery flow,
/// start event, audit. Confirming twice has one effect. An amended record keeps its care context.
/// Errors: REC-EMPTY, REC-UNREADABLE, REC-STATE, REC-AMENDED (somebody else amended it meanwhile), DB-STALE, those of
/// passPrescribing() for what is typed, and of passCompleteness().
Result<Signed> signRecord(Work &work, const RecordId &record, qint64 version,
    SmsInvitation invitation = SmsInvitation::NotAgreed, const ConsultationStatement &statement = {});

/// A person's decisions about a delivery: "retry", "withdraw", "give-up", "invite-agreed" (domain/flow_start.h).
Done decideDelivery(Work &work, const FlowId &flow, QStringView decision, const QString &reason);

/// What the success page shows.
struct DeliveryStory
{
    Delivery delivery;
    QList<TimelineEntry> timeline;
};
Result<DeliveryStory> deliveryStory(Work &work, const RecordId &record);

}
