#include "terminology/term_database.h"

#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

namespace nadi::terminology
{
namespace
{

constexpr int applicationId = 0x4E746D31; // "Ntm1": tells our files from any other SQLite file

tl::unexpected<Error> storeError(const QSqlError &error)
{
    return fail(ErrorKind::Storage, QStringLiteral("TERM-STORE"), error.nativeErrorCode());
}

int numberOf(TermDatabase &database, const char16_t *sql)
{
    auto query = database.prepare(QStringView(sql).toString());
    return query && TermDatabase::run(*query, {}) && query->next() ? query->value(0).toInt() : -1;
}

}

Done TermDatabase::connect(const QString &name, const QString &options)
{
    m_connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return storeError(m_database.lastError());
    return execute(QStringLiteral("PRAGMA trusted_schema = OFF"));
}

TermDatabase::~TermDatabase()
{
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<TermDatabase>> TermDatabase::open(const QString &path)
{
    std::unique_ptr<TermDatabase> database(new TermDatabase);
    // Immutable: a finished release is only ever replaced as a whole, so no locks and no journal are looked for.
    const auto location = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + QStringLiteral("?immutable=1");
    if (auto done = database->connect(location, QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI")); !done)
        return failed(done);
    if (numberOf(*database, u"PRAGMA application_id") != applicationId
        || numberOf(*database, u"PRAGMA user_version") != formatVersion)
        return fail(ErrorKind::Storage, QStringLiteral("TERM-STORE"), QStringLiteral("not a terminology file"));
    return database;
}

Result<std::unique_ptr<TermDatabase>> TermDatabase::create(const QString &path)
{
    std::unique_ptr<TermDatabase> database(new TermDatabase);
    if (auto done = database->connect(path.isEmpty() ? QStringLiteral(":memory:") : path, QString()); !done)
        return failed(done);
    for (const auto *sql : {
             u"PRAGMA page_size = 8192",
             u"PRAGMA journal_mode = OFF", // a cut import throws the file away
             u"PRAGMA synchronous = OFF",
             u"PRAGMA locking_mode = EXCLUSIVE",
             u"CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
             u"CREATE TABLE concept (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, display TEXT NOT NULL,"
             u" retired INTEGER NOT NULL, notice TEXT NOT NULL)",
             u"CREATE TABLE term (id INTEGER PRIMARY KEY, concept INTEGER NOT NULL, text TEXT NOT NULL)",
             // A list per beginning of up to twelve letters: beyond that so few words are left that they are merged.
             // detail=none: which term has the word is all that is asked. ascii: the words come folded, separated by
             // blanks, and every sign beyond ASCII is a letter of a word.
             u"CREATE VIRTUAL TABLE word USING fts5(words, content = '', columnsize = 0, detail = 'none',"
             u" tokenize = 'ascii', prefix = '1 2 3 4 5 6 7 8 9 10 11 12')",
             u"CREATE TABLE tm2 (concept INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL,"
             u" narrower INTEGER NOT NULL)",
             u"CREATE INDEX tm2_code ON tm2 (code)",
         })
        if (auto done = database->execute(QStringView(sql).toString()); !done)
            return failed(done);
    for (const auto &sql : {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
             QStringLiteral("PRAGMA user_version = %1").arg(formatVersion)})
        if (auto done = database->execute(sql); !done)
            return failed(done);
    return database;
}

Done TermDatabase::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return storeError(query.lastError());
    return {};
}

Result<QSqlQuery> TermDatabase::prepare(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storeError(query.lastError());
    return query;
}

Done TermDatabase::run(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        return storeError(query.lastError());
    return {};
}

QString TermDatabase::fact(const QString &name)
{
    auto query = prepare(QStringLiteral("SELECT value FROM fact WHERE name = ?"));
    return query && run(*query, {name}) && query->next() ? query->value(0).toString() : QString();
}

Done TermDatabase::setFact(const QString &name, const QString &value)
{
    auto query = prepare(QStringLiteral("INSERT OR REPLACE INTO fact VALUES (?, ?)"));
    return query ? run(*query, {name, value}) : failed(query);
}

}
