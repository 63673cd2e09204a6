#pragma once

#include "common/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace nadi::terminology
{

/// The SQLite file of one release. Belongs to the thread that opened it.
///
///   fact     what the release is: version, counts, when it was imported
///   concept  code and display
///   term     what a concept is found by; the smaller the id, the earlier it is offered
///   word     FTS5 index of the terms by the same id, without their text
///   tm2      ICD-11 TM2 class of a concept
class TermDatabase
{
public:
    static constexpr int formatVersion = 1;

    /// Read-only, of a finished release: TERM-STORE when it is none of ours.
    static Result<std::unique_ptr<TermDatabase>> open(const QString &path);
    /// A new file, or in memory for an empty path. Not safe against a power cut until it was closed and synced.
    static Result<std::unique_ptr<TermDatabase>> create(const QString &path);
    ~TermDatabase();
    TermDatabase(const TermDatabase &) = delete;
    TermDatabase &operator=(const TermDatabase &) = delete;

    Done execute(const QString &sql);
    /// TERM-STORE unless the statement is sound.
    Result<QSqlQuery> prepare(const QString &sql);
    /// Runs a prepared statement with values.
    static Done run(QSqlQuery &query, const QVariantList &values);

    QString fact(const QString &name);
    Done setFact(const QString &name, const QString &value);

private:
    TermDatabase() = default;
    Done connect(const QString &name, const QString &options);

    QString m_connection;
    QSqlDatabase m_database;
};

}
