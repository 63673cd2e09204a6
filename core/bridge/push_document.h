#pragma once

#include "domain/record.h"
#include "storage/connection.h"

namespace nadi::bridge
{

struct PushDocument
{
    QByteArray json; ///< one checked NRCeS document Bundle
    PatientId patient;
};

/// The document of one care context: its pages as one PDF (or the single photo as it is), written and checked. The same
/// record gives the same bytes every time, whoever asks. Errors: RECORD-UNKNOWN, those of the composer and writer, and
/// FHIR-CHECK with the first rule that was broken.
Result<PushDocument> buildDocument(storage::Connection &db, const FacilityId &facility, const CareContextRef &context);

}
