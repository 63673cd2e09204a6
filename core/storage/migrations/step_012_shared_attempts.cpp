#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

// Several waiting links of one person leave in one call, under one REQUEST-ID.
constexpr std::array sqlite{
    uR"(CREATE TABLE outbox_attempt_shared (
        tenant     TEXT NOT NULL,
        request    TEXT NOT NULL,
        message    INTEGER NOT NULL REFERENCES outbox (sequence),
        fence      INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at   INTEGER NOT NULL,
        code       TEXT NOT NULL,
        PRIMARY KEY (tenant, request, message)))",
    u"INSERT INTO outbox_attempt_shared SELECT tenant, request, message, fence, started_at, ended_at, code"
    u" FROM outbox_attempt",
    u"DROP TABLE outbox_attempt",
    u"ALTER TABLE outbox_attempt_shared RENAME TO outbox_attempt",
    u"CREATE INDEX outbox_attempt_of ON outbox_attempt (message, fence)",
};

constexpr std::array postgres{
    u"ALTER TABLE outbox_attempt DROP CONSTRAINT outbox_attempt_pkey",
    u"ALTER TABLE outbox_attempt ADD PRIMARY KEY (tenant, request, message)",
};

}

Migration step012()
{
    return {12, "several messages in one call", {}, sqlite, postgres};
}

}
