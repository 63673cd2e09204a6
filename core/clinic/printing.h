#pragma once

#include "clinic/prescribing/completeness.h"
#include "clinic/work.h"
#include "domain/print_job.h"
#include "domain/record.h"

namespace nadi::clinic
{

/// All that a printed sheet says about one version of a record, and what was printed of it before.
struct PrintFacts
{
    SheetFacts sheet;
    Record record;
    int version = 1; ///< 1-based, oldest first
    std::optional<Record> corrects; ///< the version before
    bool isNewest = true;
    QList<PrintJob> jobs; ///< newest first
};
/// Reads only: for a preview, by whoever has the record open already.
Result<PrintFacts> printFacts(Work &work, const RecordId &record);

struct PrintOrder
{
    RecordId record;
    QString paper;
    QString printer; ///< empty: the usual one, or a file
    int copies = 1;
};
/// Before anything goes to paper: the job and its audit event (record.print) in one transaction, so that no sheet
/// leaves without a trace. Errors: REC-STATE for what is not signed, PRINT-COPIES.
Result<PrintJob> beginPrint(Work &work, const PrintOrder &order);
/// What became of it; a failure keeps its code, and the trail says it too.
Result<PrintJob> endPrint(Work &work, const PrintJobId &job, const Done &outcome);

/// Prints of this record that reached a printer or a file.
int printedBefore(const QList<PrintJob> &jobs);

}
