#include "terminology/release_index.h"

#include "terminology/folded.h"

#include <QVariant>

#include <algorithm>

namespace nadi::terminology
{
namespace
{

TermMatch matchOf(const QString &typed, const QString &term, const QString &code)
{
    const auto plain = folded(term);
    if (plain == typed || folded(code) == typed)
        return TermMatch::Exact;
    return plain.startsWith(typed) ? TermMatch::Beginning : TermMatch::Words;
}

}

ReleaseIndex::ReleaseIndex(std::unique_ptr<TermDatabase> database, CodeSystem system)
    : m_database(std::move(database))
    , m_system(system)
{
}

Result<std::unique_ptr<ReleaseIndex>> ReleaseIndex::open(std::unique_ptr<TermDatabase> database, CodeSystem system)
{
    std::unique_ptr<ReleaseIndex> index(new ReleaseIndex(std::move(database), system));
    const std::pair<QSqlQuery *, const char16_t *> statements[] = {
        {&index->m_find,
            u"SELECT c.code, c.display, t.text, c.notice FROM word CROSS JOIN term t ON t.id = word.rowid"
            u" CROSS JOIN concept c ON c.id = t.concept WHERE word MATCH ? ORDER BY word.rowid LIMIT ?"},
        {&index->m_lookUp,
            u"SELECT c.code, c.display, c.retired, c.notice, m.code, m.title, m.narrower FROM concept c"
            u" LEFT JOIN tm2 m ON m.concept = c.id WHERE c.code = ?"},
        {&index->m_underTm2,
            u"SELECT c.code, c.display, c.retired, c.notice, m.code, m.title, m.narrower FROM tm2 m"
            u" JOIN concept c ON c.id = m.concept WHERE m.code = ? ORDER BY m.narrower, c.id"},
    };
    for (const auto &[query, sql] : statements) {
        auto prepared = index->m_database->prepare(QStringView(sql).toString());
        if (!prepared)
            return failed(prepared);
        *query = std::move(*prepared);
    }
    return index;
}

Result<QList<TermHit>> ReleaseIndex::find(const QString &folded, TermScope scope, int limit)
{
    const auto question = indexQuestion(folded, scope, searchedBySound(m_system));
    QList<TermHit> hits;
    if (question.anyOrder.isEmpty())
        return hits;
    if (auto done = ask(question.beginning, limit, folded, hits); !done)
        return failed(done);
    // Enough that are better than any other one; but what has a digit may be a code, and that is better still.
    if (hits.size() == limit && std::none_of(folded.begin(), folded.end(), [](QChar c) { return c.isDigit(); }))
        return hits;
    if (auto done = ask(question.anyOrder, limit, folded, hits); !done)
        return failed(done);
    return hits;
}

Done ReleaseIndex::ask(const QString &question, int limit, const QString &folded, QList<TermHit> &hits)
{
    if (auto done = TermDatabase::run(m_find, {question, limit}); !done)
        return done;
    while (m_find.next()) {
        const auto text = [this](int column) { return m_find.value(column).toString(); };
        const auto match = matchOf(folded, text(2), text(0));
        hits << TermHit{{m_system, text(0), text(1)}, text(2), match, text(3)};
    }
    m_find.finish();
    return {};
}

Result<QList<KnownCode>> ReleaseIndex::known(QSqlQuery &query, const QVariantList &values)
{
    if (auto done = TermDatabase::run(query, values); !done)
        return failed(done);
    QList<KnownCode> all;
    while (query.next()) {
        const auto text = [&query](int column) { return query.value(column).toString(); };
        KnownCode one{{m_system, text(0), text(1)}, query.value(2).toBool(), text(3), std::nullopt};
        if (!query.isNull(4))
            one.tm2
                = Tm2Link{text(4), text(5), query.value(6).toBool() ? Tm2Relation::Narrower : Tm2Relation::Equivalent};
        all << std::move(one);
    }
    query.finish();
    return all;
}

Result<std::optional<KnownCode>> ReleaseIndex::lookUp(const QString &code)
{
    return known(m_lookUp, {code}).map([](const QList<KnownCode> &found) {
        return found.isEmpty() ? std::optional<KnownCode>() : found.first();
    });
}

Result<QList<KnownCode>> ReleaseIndex::underTm2(const QString &tm2Code)
{
    return known(m_underTm2, {tm2Code});
}

}
