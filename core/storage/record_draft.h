#pragma once

#include "domain/clinic.h"
#include "domain/record.h"
#include "storage/audit_trail.h"

namespace nadi::storage
{

// What every change of a draft begins and ends with; used by RecordRepository alone.

/// Moves the version on, and refuses when the record is not a draft any more: a signed record never changes.
Result<Record> touchDraft(Connection &db, const RecordId &id);

AuditEvent recordEvent(const Actor &actor, const QString &action, const Record &record, UtcTime now);

}
