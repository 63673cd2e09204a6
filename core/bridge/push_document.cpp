#include "bridge/push_document.h"

#include "common/utc_time.h"
#include "documents/composer.h"
#include "fhir/checker.h"
#include "fhir/document.h"
#include "storage/appointment_repository.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

#include <QUuid>

#include <algorithm>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

struct File
{
    QString mime;
    QByteArray bytes;
};

Result<File> fileOf(const storage::RecordRepository &records, const Record &record)
{
    QList<documents::ComposePage> pages;
    for (const auto &page : record.pages) {
        auto image = records.pageImage(record.id, page.id);
        if (!image)
            return failed(image);
        if (record.pages.size() == 1 && page.mime == u"image/jpeg" && page.quarterTurns == 0)
            return File{page.mime, std::move(*image)};
        pages.append({std::move(*image), page.quarterTurns});
    }
    return documents::composePdf(pages, u"Nadi"_s, record.signedAt).map([](QByteArray pdf) {
        return File{u"application/pdf"_s, std::move(pdf)};
    });
}

/// Nothing to attach where a record is data alone. The pictures of an imaging report stay pictures, each its own
/// (Media); pages of anything else are one file.
Done attachPages(const storage::RecordRepository &records, const Record &record, fhir::DocumentInput &input)
{
    QList<Record> files;
    if (std::holds_alternative<ImagingReportContent>(input.content)) {
        for (const auto &page : record.pages) {
            files << record;
            files.last().pages = {page};
        }
    } else if (!record.pages.isEmpty()) {
        files << record;
    }
    for (const auto &one : std::as_const(files)) {
        auto file = fileOf(records, one);
        if (!file)
            return failed(file);
        fhir::Attachment attachment;
        attachment.mime = file->mime;
        attachment.size = file->bytes.size();
        attachment.bytes = fhir::bytesOf(std::move(file->bytes));
        input.attachments.append(std::move(attachment));
    }
    return {};
}

Done addContent(const storage::RecordRepository &records, const Record &record, fhir::DocumentInput &input)
{
    if (!record.typed)
        return {};
    auto content = records.content(record.id);
    if (!content)
        return failed(content);
    input.content = std::move(*content);
    return {};
}

/// Ids follow from the record, so that a page pushed twice is the same document twice.
QUuid documentIdOf(const RecordId &record)
{
    return QUuid::createUuidV5(QUuid(), "nadi/document/" + record.value().toUtf8());
}

Done addAmended(const storage::RecordRepository &records, const Record &record, fhir::DocumentInput &input)
{
    if (!record.amends)
        return {};
    const auto amended = records.record(*record.amends);
    if (!amended)
        return failed(amended);
    input.amends = fhir::Amends{documentIdOf(amended->id).toString(QUuid::WithoutBraces), amended->signedAt};
    return {};
}

/// The visit as it was booked. Who signs has seen the patient by then, also when the slot was later in the day. When it
/// ended nobody said.
Done addVisit(storage::Connection &db, const Record &record, fhir::DocumentInput &input)
{
    if (!record.appointment)
        return {};
    const auto visit = storage::AppointmentRepository(db).appointment(*record.appointment);
    if (!visit)
        return failed(visit);
    input.visit = fhir::Visit{visit->mode, std::min(visit->slot.start, record.signedAt), {}};
    return {};
}

/// The first error, if any; warnings are for the workbench, not for the wire.
Done checked(const QByteArray &json)
{
    const auto findings = fhir::checkDocument(json);
    if (!findings)
        return failed(findings);
    for (const auto &finding : *findings)
        if (finding.severity == fhir::Severity::Error)
            return fail(ErrorKind::Invalid, u"FHIR-CHECK"_s, finding.rule + u' ' + finding.place);
    return {};
}

}

Result<PushDocument> buildDocument(storage::Connection &db, const FacilityId &facility, const RecordId &id)
{
    storage::RecordRepository records(db);
    storage::FacilityRepository facilities(db);
    const auto record = records.record(id);
    if (!record)
        return failed(record);
    if (record->state != RecordState::Signed || record->facility != facility)
        return fail(ErrorKind::NotFound, u"REC-UNKNOWN"_s);
    const auto patient = storage::PatientRepository(db).patient(record->patient, facility);
    if (!patient)
        return failed(patient);
    const auto doctor = facilities.doctor(record->doctor);
    if (!doctor)
        return failed(doctor);
    const auto clinic = facilities.facility(facility);
    if (!clinic)
        return failed(clinic);

    const QUuid root = documentIdOf(record->id);
    fhir::DocumentInput input;
    input.type = record->type;
    input.documentId = root.toString(QUuid::WithoutBraces);
    input.patient = *patient;
    input.doctor = *doctor;
    input.facility = *clinic;
    input.composedAt = record->signedAt;
    input.attestedAt = record->signedAt;
    input.nextId = [root, count = 0]() mutable {
        return QUuid::createUuidV5(root, QByteArray::number(++count)).toString(QUuid::WithoutBraces);
    };
    if (const auto visited = addVisit(db, *record, input); !visited)
        return failed(visited);
    if (const auto said = addContent(records, *record, input); !said)
        return failed(said);
    if (const auto attached = attachPages(records, *record, input); !attached)
        return failed(attached);
    if (const auto amended = addAmended(records, *record, input); !amended)
        return failed(amended);

    PushDocument document{{}, record->patient};
    const auto attached = input.attachments.isEmpty() ? 0 : input.attachments.constFirst().size;
    document.json.reserve(attached * 4 / 3 + 64 * 1024);
    const fhir::ByteSink sink = [&](QByteArrayView piece) -> Done {
        document.json += piece;
        return {};
    };
    if (const auto written = fhir::writeDocument(input, sink); !written)
        return failed(written);
    if (const auto good = checked(document.json); !good)
        return failed(good);
    return document;
}

}
