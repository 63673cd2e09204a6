#include "storage/record_draft.h"

#include "storage/record_repository.h"
#include "storage/sql.h"

namespace nadi::storage
{

AuditEvent recordEvent(const Actor &actor, const QString &action, const Record &record, UtcTime now)
{
    return {.actor = actor,
        .action = action,
        .subject = record.id.value(),
        .patient = record.patient,
        .facility = record.facility,
        .reason = {},
        .at = now};
}

Result<Record> touchDraft(Connection &db, const RecordId &id)
{
    const auto rows
        = run(db, u"UPDATE record SET version = version + 1 WHERE tenant = ? AND id = ? AND state = 'draft'",
            ofTenant(db, {value(id)}));
    if (!rows)
        return failed(rows);
    auto record = RecordRepository(db).record(id);
    if (record && rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("REC-STATE"));
    return record;
}

}
