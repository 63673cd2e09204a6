#include "storage/sql.h"

#include "storage/connection_private.h"

#include <QSqlQuery>

namespace nadi::storage
{
namespace
{

// sqlite.org/rescode.html, primary result codes.
Error sqliteError(int code, QString detail)
{
    switch (code & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return {ErrorKind::Unavailable, QStringLiteral("DB-BUSY"), detail};
    case 8: // READONLY
    case 14: // CANTOPEN
        return {ErrorKind::Storage, QStringLiteral("DB-OPEN"), detail};
    case 10: // IOERR
        return {ErrorKind::Storage, QStringLiteral("DB-DISK"), detail};
    case 11: // CORRUPT
    case 26: // NOTADB
        return {ErrorKind::Storage, QStringLiteral("DB-CORRUPT"), detail};
    case 13: // FULL
        return {ErrorKind::Storage, QStringLiteral("DB-FULL"), detail};
    case 19: // CONSTRAINT
        return {ErrorKind::Conflict, QStringLiteral("DB-CONSTRAINT"), detail};
    default:
        return {ErrorKind::Storage, QStringLiteral("DB-FAILED"), detail};
    }
}

// postgresql.org/docs/15/errcodes-appendix.html
Error postgresError(const QString &state, QString detail)
{
    if (state == u"40001" || state == u"40P01" || state == u"55P03")
        return {ErrorKind::Unavailable, QStringLiteral("DB-BUSY"), detail};
    if (state.isEmpty() || state.startsWith(u"08") || state.startsWith(u"57P"))
        return {ErrorKind::Unavailable, QStringLiteral("DB-GONE"), detail};
    if (state.startsWith(u"23"))
        return {ErrorKind::Conflict, QStringLiteral("DB-CONSTRAINT"), detail};
    if (state == u"53100")
        return {ErrorKind::Storage, QStringLiteral("DB-FULL"), detail};
    if (state == u"42501")
        return {ErrorKind::Refused, QStringLiteral("DB-RIGHTS"), detail};
    if (state == u"NADI1") // raised by nadi_tenant()
        return {ErrorKind::Internal, QStringLiteral("DB-TENANT"), detail};
    return {ErrorKind::Storage, QStringLiteral("DB-FAILED"), detail};
}

QVariant bindable(const QVariant &value)
{
    // A null QString or QByteArray would be stored as NULL; no column of ours knows NULL.
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

Result<std::unique_ptr<QSqlQuery>> prepared(Connection::Private &d, Sql sql)
{
    auto &idle = d.idle[sql.literal()];
    if (!idle.empty()) {
        auto query = std::move(idle.back());
        idle.pop_back();
        return query;
    }
    auto query = std::make_unique<QSqlQuery>(d.database);
    // QSQLITE would copy every row otherwise. QPSQL must not stream: its rows outlive the transaction around them.
    query->setForwardOnly(d.config.backend == Backend::Sqlite);
    if (!query->prepare(sql.text()))
        return tl::unexpected(noteError(d, query->lastError(), sql.text()));
    return query;
}

}

Error databaseError(Backend backend, const QSqlError &error, const QString &doing)
{
    const auto code = error.nativeErrorCode();
    const auto detail = QStringLiteral("%1 [%2]").arg(doing.simplified().left(80), code);
    return backend == Backend::Sqlite ? sqliteError(code.toInt(), detail) : postgresError(code, detail);
}

Error noteError(Connection::Private &connection, const QSqlError &error, const QString &doing)
{
    auto noted = databaseError(connection.config.backend, error, doing);
    connection.lost |= noted.code == u"DB-GONE";
    return noted;
}

Values ofTenant(const Connection &db, Values values)
{
    values.prepend(db.tenant().value());
    return values;
}

Result<Rows> run(Connection &db, Sql sql, const Values &values)
{
    auto &d = db.internals();
    if (d.config.backend == Backend::Postgres && d.depth == 0) {
        Transaction transaction(db);
        if (!transaction.begun())
            return failed(transaction.begun());
        auto rows = run(db, sql, values);
        if (!rows)
            return rows;
        if (auto done = transaction.commit(); !done)
            return failed(done);
        return rows;
    }
    auto query = prepared(d, sql);
    if (!query)
        return failed(query);
    for (qsizetype i = 0; i < values.size(); ++i)
        (*query)->bindValue(int(i), bindable(values[i]));
    const bool done = (*query)->exec();
    const auto error = (*query)->lastError();
    // Gives the statement back also after an error: PostgreSQL cannot free one inside a failed transaction.
    Rows rows(db, sql, std::move(*query));
    if (!done)
        return tl::unexpected(noteError(d, error, sql.text()));
    return rows;
}

Done execute(Connection &db, Sql sql, const Values &values)
{
    const auto rows = run(db, sql, values);
    if (!rows)
        return failed(rows);
    return {};
}

Rows::Rows(Connection &db, Sql sql, std::unique_ptr<QSqlQuery> query)
    : m_db(&db)
    , m_key(sql.literal())
    , m_query(std::move(query))
    , m_changed(m_query->numRowsAffected()) // now: on SQLite the next statement of the connection overwrites it
{
}

Rows::Rows(Rows &&) noexcept = default;

Rows::~Rows()
{
    if (!m_query)
        return;
    m_query->finish();
    m_db->internals().idle[m_key].push_back(std::move(m_query));
}

bool Rows::next()
{
    return m_query->next();
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 Rows::number(int column) const
{
    return m_query->value(column).toLongLong();
}

QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

}
