#pragma once

#include "common/utc_time.h"
#include "fhir/checker.h"

#include <QByteArray>
#include <QStringList>

namespace nadi::fhir
{

/// What a person may see of a document from outside. Narrative as plain text; unknown resources are listed, not
/// dropped.
struct DocumentView
{
    QString documentId; ///< Bundle.identifier.value
    QString replaces; ///< documentId of the version this one takes the place of; empty for a first one
    UtcTime replacedDate; ///< of that version, where the document says it
    QString hiType; ///< wire word by meta.profile, then type code, then text; empty when not recognised
    QString title;
    UtcTime date; ///< of the visit, else of the document; unset when neither can be read
    QString patientName;
    QString authorName;
    QString organizationName;
    struct Section
    {
        QString title;
        QStringList lines; ///< readable summary of entries
    };
    QList<Section> sections;
    struct File
    {
        QString mime; ///< as claimed: the viewer looks at the bytes itself
        QString title;
        QByteArray bytes;
    };
    QList<File> files; ///< decoded attachments
    QStringList notUnderstood; ///< resource types without a reader
};

/// Lenient: relative references, missing profiles and unknown codes are read. References are resolved inside the bundle
/// only; urn:uuid and relative forms. Errors: FHIR-JSON, FHIR-LIMIT, FHIR-DOCUMENT.
Result<DocumentView> readDocument(QByteArrayView json, const ReadLimits &limits = {});

}
