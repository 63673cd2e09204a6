#pragma once

#include "fhir/document.h"

namespace nadi::ctl
{

/// RECORD.json (docs/nadictl.md) as the document it describes. Attachment paths are relative to the file. Resource ids
/// follow from the document's id, so that the same record gives the same bytes. Errors: CTL-FILE, CTL-JSON, CTL-FIELD
/// with the member's place.
Result<fhir::DocumentInput> readRecordFile(const QString &path);

}
