#include "clinic/printing.h"

#include "clinic/prescribing/review.h"
#include "clinic/typed_record.h"
#include "storage/audited.h"
#include "storage/print_repository.h"
#include "storage/record_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

constexpr int mostCopies = 20;

storage::AuditEvent printEvent(Work &work, const Record &record, const PrintJob &job)
{
    return {work.actor, QStringLiteral("record.print"), record.id.value(), record.patient, record.facility,
        QStringLiteral("%1 x%2").arg(job.paper).arg(job.copies),
        job.state == PrintState::Failed ? job.problemCode : toWord(job.state), work.clock.now()};
}

}

int printedBefore(const QList<PrintJob> &jobs)
{
    return int(std::ranges::count(jobs, PrintState::Sent, &PrintJob::state));
}

Result<PrintFacts> printFacts(Work &work, const RecordId &id)
{
    PrintFacts facts;
    const auto record = storage::RecordRepository(work.db).record(id);
    if (!record)
        return failed(record);
    facts.record = *record;
    auto sheet = sheetFacts(work, *record);
    if (!sheet)
        return failed(sheet);
    facts.sheet = *std::move(sheet);
    auto jobs = storage::PrintRepository(work.db).ofRecord(id);
    if (!jobs)
        return failed(jobs);
    facts.jobs = *std::move(jobs);
    const auto versions = versionsOf(work, id); // newest first
    if (!versions)
        return failed(versions);
    const auto here = std::ranges::find(*versions, id, &Record::id);
    facts.isNewest = here == versions->begin();
    facts.version = int(versions->end() - here);
    if (std::next(here) != versions->end())
        facts.corrects = *std::next(here);
    return facts;
}

Result<PrintJob> beginPrint(Work &work, const PrintOrder &order)
{
    if (order.copies < 1 || order.copies > mostCopies)
        return fail(ErrorKind::Invalid, QStringLiteral("PRINT-COPIES"));
    PrintJob job;
    const auto done = storage::audited(work.db, [&]() -> Result<storage::AuditEvent> {
        const auto record = storage::RecordRepository(work.db).record(order.record);
        if (!record)
            return failed(record);
        if (record->state != RecordState::Signed)
            return fail(ErrorKind::Conflict, QStringLiteral("REC-STATE"));
        storage::PrintRepository prints(work.db);
        const auto earlier = prints.ofRecord(order.record);
        if (!earlier)
            return failed(earlier);
        job = {work.ids.next<PrintJobId>(), order.record, PrintState::Printing, order.paper, order.printer,
            order.copies, printedBefore(*earlier), {}, work.clock.now()};
        if (const auto saved = prints.save(job); !saved)
            return failed(saved);
        return printEvent(work, *record, job);
    });
    return done.map([&] { return job; });
}

Result<PrintJob> endPrint(Work &work, const PrintJobId &id, const Done &outcome)
{
    PrintJob job;
    const auto done = storage::audited(work.db, [&]() -> Result<storage::AuditEvent> {
        storage::PrintRepository prints(work.db);
        const auto stored = prints.job(id);
        if (!stored)
            return failed(stored);
        const auto record = storage::RecordRepository(work.db).record(stored->record);
        if (!record)
            return failed(record);
        job = *stored;
        job.state = outcome ? PrintState::Sent : PrintState::Failed;
        job.problemCode = outcome ? QString() : outcome.error().code;
        if (const auto saved = prints.save(job); !saved)
            return failed(saved);
        return printEvent(work, *record, job);
    });
    return done.map([&] { return job; });
}

}
