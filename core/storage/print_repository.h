#pragma once

#include "domain/print_job.h"
#include "storage/connection.h"

namespace nadi::storage
{

/// What was printed, when and on what; the name of the printer is sealed. Joins the caller's transaction.
class PrintRepository
{
public:
    explicit PrintRepository(Connection &db)
        : m_db(db)
    {
    }
    /// A new job, or the same one with another state.
    Done save(const PrintJob &job);
    /// Fails with PRINT-UNKNOWN.
    Result<PrintJob> job(const PrintJobId &id) const;
    /// Newest first.
    Result<QList<PrintJob>> ofRecord(const RecordId &record) const;

private:
    Connection &m_db;
};

}
