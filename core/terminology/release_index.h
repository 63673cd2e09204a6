#pragma once

#include "terminology/index_words.h"
#include "terminology/term_database.h"
#include "terminology/term_search.h"

namespace nadi::terminology
{

/// One opened release with its prepared questions.
class ReleaseIndex
{
public:
    static Result<std::unique_ptr<ReleaseIndex>> open(std::unique_ptr<TermDatabase> database, CodeSystem system);

    /// Candidates in the order of the index, some concepts several times, each with how it matches.
    Result<QList<TermHit>> find(const QString &folded, TermScope scope, int limit);
    Result<std::optional<KnownCode>> lookUp(const QString &code);
    Result<QList<KnownCode>> underTm2(const QString &tm2Code);

private:
    ReleaseIndex(std::unique_ptr<TermDatabase> database, CodeSystem system);
    Done ask(const QString &question, int limit, const QString &folded, QList<TermHit> &hits);
    Result<QList<KnownCode>> known(QSqlQuery &query, const QVariantList &values);

    std::unique_ptr<TermDatabase> m_database;
    CodeSystem m_system;
    QSqlQuery m_find;
    QSqlQuery m_lookUp;
    QSqlQuery m_underTm2;
};

}
