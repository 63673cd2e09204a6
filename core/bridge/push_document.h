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

/// The document of one signed record: its pages as one PDF (or the single photo as it is), written and checked. The
/// same record gives the same bytes every time, whoever asks. Errors: REC-UNKNOWN (not there, not signed, of another
/// facility), those of the composer and writer, and FHIR-CHECK with the first rule that was broken.
Result<PushDocument> buildDocument(storage::Connection &db, const FacilityId &facility, const RecordId &id);

}
