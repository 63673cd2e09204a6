#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"

namespace nadi
{

using PrintJobId = Id<struct PrintJobTag>;

/// What became of a record on its way to paper. Nobody tells us what the printer did with what it took.
enum class PrintState {
    Printing, ///< begun; also what a program leaves that ended meanwhile
    Sent, ///< the printer's queue or the file has it
    Failed,
};

/// One print of one record version (FD-10, B47).
struct PrintJob
{
    PrintJobId id;
    RecordId record;
    PrintState state = PrintState::Printing;
    QString paper; ///< "a5", "a4"
    QString printer; ///< by its name in the system; empty: the usual one, or a file
    int copies = 1;
    int printedBefore = 0; ///< prints of this record that were sent earlier: from 1 on it is marked as a reprint
    QString problemCode; ///< of a failed one
    UtcTime at;

    bool operator==(const PrintJob &) const = default;
};

QString toWord(PrintState state);
PrintState printStateFromWord(QStringView word);

}
