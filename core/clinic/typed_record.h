#pragma once

#include "clinic/work.h"
#include "domain/content/record_content.h"
#include "domain/record.h"

namespace nadi::clinic
{

/// What the draft says now, as a whole; for every pause in typing (R2). Gives the new version.
/// Errors: DB-STALE (another window saved it), REC-STATE, CONTENT-KIND (the kind is settled when a draft begins),
/// CONTENT-SIZE.
Result<qint64> saveContent(Work &work, const RecordId &record, qint64 version, const RecordContent &content);
/// None for a record of pages alone.
Result<RecordContent> contentOf(Work &work, const RecordId &record);

/// A signed record is opened as a new version: a draft with the same content and pages, which takes its place when it
/// is signed. The old one stays as it is. An amendment that was begun before is gone on with.
/// Errors: REC-REASON without one, REC-STATE (not signed), REC-AMENDED (there is a newer version already).
Result<Record> amendRecord(Work &work, const RecordId &record, const QString &reason);
/// The signed record and every one before and after it that was amended, newest first.
Result<QList<Record>> versionsOf(Work &work, const RecordId &record);

}
