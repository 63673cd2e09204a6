#pragma once

#include "terminology/index_words.h"
#include "terminology/term_database.h"

namespace nadi::terminology
{

/// Fills the database of a new release. Terms are collected first and numbered at the end: the index gives them in
/// that order, so the best of a hundred thousand are the first ones it finds.
class ReleaseWriter
{
public:
    static Result<std::unique_ptr<ReleaseWriter>> begin(TermDatabase &database, CodeSystem system);

    /// TERM-TWICE for a code that is there already.
    Done add(const ReleaseEntry &entry);
    /// Builds the index. `progress(done, all)` may end it.
    Done finish(const std::function<Done(qint64, qint64)> &progress);

    qint64 concepts() const { return m_concepts; }
    qint64 terms() const { return m_terms; }

private:
    ReleaseWriter(TermDatabase &database, CodeSystem system)
        : m_database(database)
        , m_bySound(searchedBySound(system))
    {
    }
    Done addTerms(const ReleaseEntry &entry);

    TermDatabase &m_database;
    BySound m_bySound;
    QSqlQuery m_addConcept;
    QSqlQuery m_addTerm;
    QSqlQuery m_addTm2;
    qint64 m_concepts = 0;
    qint64 m_terms = 0;
};

}
