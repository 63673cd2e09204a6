#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    // One scan, or several of one person within the token's life. The unique number is the promise of S-O11.
    uR"(CREATE TABLE share (
        tenant            TEXT NOT NULL,
        id                TEXT NOT NULL,
        facility          TEXT NOT NULL,
        counter           TEXT NOT NULL,
        day               TEXT NOT NULL,
        number            INTEGER NOT NULL,
        person_index      {blob} NOT NULL,
        expires_at        {int} NOT NULL,
        first_received_at {int} NOT NULL,
        received_at       {int} NOT NULL,
        scans             INTEGER NOT NULL,
        answer_code       TEXT NOT NULL,
        outcome           TEXT NOT NULL,
        patient           TEXT NOT NULL,
        decided_at        {int} NOT NULL,
        version           {int} NOT NULL,
        sealed            {blob} NOT NULL,
        PRIMARY KEY (tenant, id),
        UNIQUE (tenant, facility, counter, day, number)))",
    u"CREATE INDEX share_of_person ON share (tenant, facility, person_index, expires_at)",
    u"CREATE INDEX share_by_time ON share (tenant, facility, received_at)",

    // The row that is locked while a number is given; what the running-token status is answered from.
    uR"(CREATE TABLE share_queue (
        tenant         TEXT NOT NULL,
        facility       TEXT NOT NULL,
        counter        TEXT NOT NULL,
        day            TEXT NOT NULL,
        issued         INTEGER NOT NULL,
        running        INTEGER NOT NULL,
        taken          INTEGER NOT NULL,
        first_taken_at {int} NOT NULL,
        last_taken_at  {int} NOT NULL,
        PRIMARY KEY (tenant, facility, counter, day)))",
};

}

Migration step003()
{
    return {3, "profile shares and queue tokens", tables, {}, rowSecurityOfNewTables};
}

}
