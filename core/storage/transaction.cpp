#include "storage/connection_private.h"
#include "storage/sql.h"

#include <QDeadlineTimer>
#include <QThread>

namespace nadi::storage
{
namespace
{

// BEGIN, COMMIT and savepoints go past run(): it would open a transaction around them on PostgreSQL.
Done command(Connection::Private &d, Sql sql)
{
    QSqlQuery query(d.database);
    if (!query.exec(sql.text()))
        return tl::unexpected(noteError(d, query.lastError(), sql.text()));
    return {};
}

/// SQLite's own waiting sleeps longer each time, up to 100 ms at once: writers that take turns, as the door and the
/// engine of the bridge do, would mostly sleep. Here a writer looks again every half millisecond.
Done beginWriting(Connection::Private &d)
{
    if (auto done = command(d, u"PRAGMA busy_timeout = 0"); !done)
        return done;
    const QDeadlineTimer patience(busyMs);
    auto begun = command(d, u"BEGIN IMMEDIATE");
    while (!begun && begun.error().code == u"DB-BUSY" && !patience.hasExpired()) {
        QThread::usleep(500);
        begun = command(d, u"BEGIN IMMEDIATE");
    }
    static_assert(busyMs == 5000);
    (void)command(d, u"PRAGMA busy_timeout = 5000"); // for statements outside a transaction
    return begun;
}

}

Transaction::Transaction(Connection &connection)
    : m_connection(connection)
{
    auto &d = connection.internals();
    m_level = d.depth;
    // All savepoints share one name: ROLLBACK TO and RELEASE mean the innermost, in both databases.
    if (m_level > 0)
        m_begun = command(d, u"SAVEPOINT nadi");
    else
        m_begun = d.config.backend == Backend::Sqlite ? beginWriting(d) : command(d, u"BEGIN");
    if (!m_begun)
        return;
    m_open = true;
    ++d.depth;
    if (m_level == 0 && d.config.backend == Backend::Postgres)
        m_begun = execute(connection, u"SELECT set_config('nadi.tenant', ?, true)", {value(d.config.tenant)});
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    auto &d = m_connection.internals();
    // A failed ROLLBACK leaves nothing to do: the database rolls back by itself when the connection ends.
    if (m_level > 0) {
        (void)command(d, u"ROLLBACK TO SAVEPOINT nadi");
        (void)command(d, u"RELEASE SAVEPOINT nadi");
    } else {
        (void)command(d, u"ROLLBACK");
    }
    --d.depth;
}

Done Transaction::commit()
{
    if (!m_begun)
        return m_begun;
    if (!m_open)
        return fail(ErrorKind::Internal, QStringLiteral("DB-COMMITTED"));
    auto &d = m_connection.internals();
    auto done = command(d, m_level > 0 ? Sql(u"RELEASE SAVEPOINT nadi") : Sql(u"COMMIT"));
    if (!done)
        return done; // still open: the destructor rolls back
    m_open = false;
    --d.depth;
    return {};
}

}
