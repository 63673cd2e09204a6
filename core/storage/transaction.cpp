#include "storage/connection_private.h"
#include "storage/sql.h"

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
        m_begun = command(d, d.config.backend == Backend::Sqlite ? Sql(u"BEGIN IMMEDIATE") : Sql(u"BEGIN"));
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
