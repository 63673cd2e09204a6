#pragma once

#include "common/id.h"
#include "common/result.h"
#include "domain/clinic.h"
#include "domain/content/record_content.h"
#include "domain/person.h"
#include "domain/record.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace nadi::fhir
{

/// The version of the NRCeS guide we write (nrces-fhir.md).
inline constexpr auto guideVersion = "6.5.0";

/// The bytes of an attachment, pulled in pieces so that no writer holds the whole document twice.
/// Returns an empty array at the end.
using ByteSource = std::function<Result<QByteArray>(qsizetype atMost)>;
/// Takes the written JSON in pieces.
using ByteSink = std::function<Done(QByteArrayView)>;

/// A source over bytes that are in memory anyway.
ByteSource bytesOf(QByteArray bytes);

struct Attachment
{
    QString mime; ///< application/pdf, image/jpeg or image/png; the bytes must begin like it
    qint64 size = 0; ///< bytes of the raw attachment; 0 when unknown, else checked
    ByteSource bytes; ///< raw; the writer encodes base64 while streaming
    QString title;
};

/// The visit a document came from; becomes the Encounter.
struct Visit
{
    VisitMode mode = VisitMode::InPerson;
    UtcTime startedAt;
    UtcTime endedAt; ///< unset: Encounter.status is "unknown", not guessed
};

/// The document this one replaces; both stay readable (Composition.relatesTo, code replaces).
struct Amends
{
    QString documentId; ///< its Bundle.identifier.value, in the same identifierSystem
    UtcTime composedAt; ///< its Composition.date
};

/// Everything one document says. Values in, bytes out: the writer reads no clock and makes no ids.
struct DocumentInput
{
    HiType type = HiType::Prescription;
    QString documentId; ///< uuid, Bundle.identifier.value and Bundle.id
    QString identifierSystem = QStringLiteral("https://nadi.invalid/document");
    Patient patient;
    Doctor doctor;
    Facility facility;
    UtcTime composedAt; ///< Composition.date and Bundle.timestamp
    QString title; ///< empty: the guide's usual title
    RecordContent content; ///< of the same type; none for a scan, which then needs attachments
    /// Prescription: at most one (Binary). DiagnosticReport: the pictures, or the report as pages. Others: one
    /// DocumentReference each.
    QList<Attachment> attachments;
    std::optional<Visit> visit;
    std::optional<Amends> amends;
    UtcTime attestedAt; ///< when the doctor signed; unset: no attester is claimed
    QString patientNumberSystem; ///< URI that makes Patient::localNumber unique; empty: left out
    /// uuid for each resource, in the order the writer asks: same ids, same bytes.
    std::function<QString()> nextId;
};

/// Writes one NRCeS document Bundle as UTF-8 JSON, streaming. The same input gives the same bytes.
/// Errors: FHIR-INPUT (what is missing is named by element), FHIR-TYPE, and those of source and sink. After an error
/// the sink holds the beginning of a document: throw it away.
Done writeDocument(const DocumentInput &input, const ByteSink &sink);
Result<QByteArray> writeDocument(const DocumentInput &input);

}
