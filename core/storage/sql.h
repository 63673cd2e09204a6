#pragma once

#include "common/utc_time.h"
#include "storage/connection.h"

#include <QSqlError>
#include <QVariant>

#include <memory>

class QSqlQuery;

namespace nadi::storage
{

/// The text of one statement. Only a literal can become one, so SQL cannot be put together from values (S-R6).
class Sql
{
public:
    consteval Sql(const char16_t *literal)
        : m_text(literal)
    {
    }
    const char16_t *literal() const { return m_text; }
    QString text() const { return QString(QStringView(m_text).toString()); }

private:
    const char16_t *m_text;
};

using Values = QVariantList;

inline QVariant value(UtcTime time)
{
    return QVariant::fromValue(time.ms());
}
template <class Tag>
QVariant value(const Id<Tag> &id)
{
    return id.value();
}

/// What a statement gave. Hands its prepared statement back to the connection when it goes.
class Rows
{
public:
    /// `query` was executed.
    Rows(Connection &db, Sql sql, std::unique_ptr<QSqlQuery> query);
    Rows(Rows &&) noexcept;
    ~Rows();

    bool next();
    QString text(int column) const;
    qint64 number(int column) const;
    QByteArray bytes(int column) const;
    UtcTime time(int column) const { return UtcTime::fromMs(number(column)); }
    bool flag(int column) const { return number(column) != 0; }
    template <class Kind>
    Kind id(int column) const
    {
        return Kind(text(column));
    }
    /// Rows that were inserted, updated or deleted.
    qint64 changed() const { return m_changed; }

private:
    Connection *m_db;
    const char16_t *m_key;
    std::unique_ptr<QSqlQuery> m_query;
    qint64 m_changed;
};

/// Runs one statement with bound values. On PostgreSQL a statement outside a Transaction gets one of its own, because
/// the tenant is set per transaction (S-R4).
Result<Rows> run(Connection &db, Sql sql, const Values &values = {});

/// The same for statements of which only success or failure matters.
Done execute(Connection &db, Sql sql, const Values &values = {});

/// Every row through `read(row)`; the first failure ends it.
template <class T, class Read>
Result<QList<T>> all(Rows &rows, Read read)
{
    QList<T> out;
    while (rows.next()) {
        Result<T> one = read(rows);
        if (!one)
            return failed(one);
        out << std::move(*one);
    }
    return out;
}

/// Our code for a driver's failure. Never carries the driver's text: it can quote values.
Error databaseError(Backend backend, const QSqlError &error, const QString &doing);

/// The same, and remembers on the connection when the server is gone.
Error noteError(Connection::Private &connection, const QSqlError &error, const QString &doing);

/// Prefixes the tenant, which every statement on a tenant table binds first.
Values ofTenant(const Connection &db, Values values);

}
