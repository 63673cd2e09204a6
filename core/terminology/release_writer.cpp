#include "terminology/release_writer.h"

#include "terminology/folded.h"

#include <QSqlError>
#include <QVariant>

namespace nadi::terminology
{

Result<std::unique_ptr<ReleaseWriter>> ReleaseWriter::begin(TermDatabase &database, CodeSystem system)
{
    std::unique_ptr<ReleaseWriter> writer(new ReleaseWriter(database, system));
    for (const auto *sql : {u"PRAGMA temp_store = FILE",
             u"CREATE TEMP TABLE found (concept INTEGER, standing INTEGER, size INTEGER, folded TEXT, text TEXT, words"
             u" TEXT)",
             u"BEGIN"})
        if (auto done = database.execute(QStringView(sql).toString()); !done)
            return failed(done);
    const std::pair<QSqlQuery *, const char16_t *> statements[] = {
        {&writer->m_addConcept, u"INSERT OR IGNORE INTO concept VALUES (?, ?, ?, ?, ?)"},
        {&writer->m_addTerm, u"INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)"},
        {&writer->m_addTm2, u"INSERT INTO tm2 VALUES (?, ?, ?, ?)"},
    };
    for (const auto &[query, sql] : statements) {
        auto prepared = database.prepare(QStringView(sql).toString());
        if (!prepared)
            return failed(prepared);
        *query = std::move(*prepared);
    }
    return writer;
}

Done ReleaseWriter::add(const ReleaseEntry &entry)
{
    const bool retired = entry.standing == Standing::Retired;
    const auto id = m_concepts + 1;
    // A null string would be NULL in SQL.
    const auto notice = entry.notice.isNull() ? QStringLiteral("") : entry.notice;
    if (auto done = TermDatabase::run(m_addConcept, {id, entry.code, entry.display, retired, notice}); !done)
        return done;
    if (m_addConcept.numRowsAffected() != 1)
        return fail(ErrorKind::Invalid, QStringLiteral("TERM-TWICE"), QStringLiteral("the code is there twice"));
    m_concepts = id;
    if (entry.tm2) {
        const auto title = entry.tm2->title.isNull() ? QStringLiteral("") : entry.tm2->title;
        const bool narrower = entry.tm2->relation == Tm2Relation::Narrower;
        if (auto done = TermDatabase::run(m_addTm2, {id, entry.tm2->code, title, narrower}); !done)
            return done;
    }
    return retired ? Done{} : addTerms(entry);
}

Done ReleaseWriter::addTerms(const ReleaseEntry &entry)
{
    auto rest = entry;
    rest.alsoFoundBy += u' ' + entry.code + u' ' + (entry.tm2 ? entry.tm2->code : QString());
    for (const auto &term : entry.terms) {
        const auto plain = folded(term);
        if (plain.isEmpty())
            continue;
        if (auto done = TermDatabase::run(m_addTerm,
                {m_concepts, int(entry.standing), plain.size(), plain, term, indexWords(plain, rest, m_bySound)});
            !done)
            return done;
        ++m_terms;
        rest.alsoFoundBy.clear(); // once is enough
    }
    return {};
}

Done ReleaseWriter::finish(const std::function<Done(qint64, qint64)> &progress)
{
    auto found = m_database.prepare(
        QStringLiteral("SELECT concept, text, words FROM found ORDER BY standing, size, folded, concept"));
    auto addTerm = m_database.prepare(QStringLiteral("INSERT INTO term VALUES (?, ?, ?)"));
    auto addWords = m_database.prepare(QStringLiteral("INSERT INTO word (rowid, words) VALUES (?, ?)"));
    for (const auto *each : {&found, &addTerm, &addWords})
        if (!*each)
            return failed(*each);
    if (auto done = TermDatabase::run(*found, {}); !done)
        return done;
    for (qint64 id = 1; found->next(); ++id) {
        if (auto done = TermDatabase::run(*addTerm, {id, found->value(0), found->value(1)}); !done)
            return done;
        if (auto done = TermDatabase::run(*addWords, {id, found->value(2)}); !done)
            return done;
        if (auto done = progress(id, m_terms); !done)
            return done;
    }
    found->finish();
    // One segment: a word is then one list and not a merge of twenty.
    for (const auto *sql : {u"INSERT INTO word(word) VALUES ('optimize')", u"COMMIT", u"DROP TABLE found"})
        if (auto done = m_database.execute(QStringView(sql).toString()); !done)
            return done;
    return {};
}

}
