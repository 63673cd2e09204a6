#include "terminology/snomed_tables.h"

#include "terminology/code_check.h"
#include "terminology/table_reader.h"

#include <QFileInfo>

#include <algorithm>

namespace nadi::terminology
{
namespace
{

// International Edition, and the dialects of English: India writes British English.
constexpr const char *fullySpecified = "900000000000003001";
constexpr const char *synonym = "900000000000013009";
constexpr const char *preferred = "900000000000548007";
constexpr const char *britishEnglish = "900000000000508004";

constexpr size_t mostRows = 20'000'000;
constexpr qsizetype mostLetters = 1'000'000'000;
constexpr qsizetype longestTerm = 4096; ///< bytes, by the RF2 specification

QList<TableColumn> named(std::initializer_list<const char *> names)
{
    QList<TableColumn> out;
    for (const auto *name : names)
        out << TableColumn{{QString::fromLatin1(name)}};
    return out;
}

/// Every record of a file through `use(table)`.
template <class Use>
Result<qint64> eachRecord(const QString &path, const QList<TableColumn> &columns, Use use)
{
    auto table = TableReader::open(path, TableForm::TabSeparated, columns);
    if (!table)
        return failed(table);
    size_t rows = 0;
    while (true) {
        const auto more = table->next();
        if (!more)
            return failed(more);
        if (!*more)
            return table->size();
        if (++rows > mostRows)
            return table->fault("TERM-LIMIT", QStringLiteral("more than %1 rows").arg(mostRows));
        if (Done done = use(*table); !done)
            return failed(done);
    }
}

Done badId(const TableReader &table, const char *column)
{
    return table.fault("TERM-CODE", QStringLiteral("the check digit of %1 does not hold").arg(QLatin1String(column)));
}

}

Result<SnomedTables> SnomedTables::read(const SnomedFiles &files, const Progress &progress)
{
    SnomedTables tables;
    tables.m_progress = &progress;
    tables.m_size = files.size();
    for (const auto &path : files.concepts)
        if (auto done = tables.readConcepts(path); !done)
            return failed(done);
    tables.sortConcepts();
    for (const auto &path : files.languages)
        if (auto done = tables.readLanguage(path); !done)
            return failed(done);
    tables.sortAcceptabilities();
    for (const auto &path : files.descriptions)
        if (auto done = tables.readDescriptions(path); !done)
            return failed(done);
    std::ranges::stable_sort(tables.m_names,
        [](const auto &a, const auto &b) { return std::tie(a.concept_, a.kind) < std::tie(b.concept_, b.kind); });
    tables.m_progress = nullptr;
    return tables;
}

Done SnomedTables::note(qint64 bytes)
{
    return (*m_progress)(m_before + bytes, m_size);
}

Done SnomedTables::readConcepts(const QString &path)
{
    const auto size = eachRecord(path, named({"id", "effectiveTime", "active"}), [&](TableReader &row) -> Done {
        const auto id = conceptId(row.bytes(0));
        if (!id)
            return badId(row, "id");
        const int time = row.bytes(1).toInt();
        m_newest = std::max(m_newest, time);
        m_concepts.push_back({*id, time, row.bytes(2) == "1"});
        return note(row.bytesRead());
    });
    m_before += size.value_or(0);
    return size.map([](qint64) { });
}

void SnomedTables::sortConcepts()
{
    std::ranges::sort(m_concepts, [](const auto &a, const auto &b) {
        return std::pair(a.id, -a.effectiveTime) < std::pair(b.id, -b.effectiveTime);
    });
    const auto [from, to] = std::ranges::unique(m_concepts, {}, &SnomedConcept::id);
    m_concepts.erase(from, to);
}

Done SnomedTables::readLanguage(const QString &path)
{
    const auto columns = named({"active", "refsetId", "referencedComponentId", "acceptabilityId"});
    const auto size = eachRecord(path, columns, [&](TableReader &row) -> Done {
        const auto description = descriptionId(row.bytes(2));
        if (!description)
            return badId(row, "referencedComponentId");
        const auto kind = row.bytes(3) != preferred ? SnomedName::Kind::Acceptable
            : row.bytes(1) == britishEnglish        ? SnomedName::Kind::PreferredHere
                                                    : SnomedName::Kind::Preferred;
        if (row.bytes(0) == "1")
            m_acceptabilities.push_back({*description, kind});
        return note(row.bytesRead());
    });
    m_before += size.value_or(0);
    return size.map([](qint64) { });
}

void SnomedTables::sortAcceptabilities()
{
    std::ranges::sort(m_acceptabilities,
        [](const auto &a, const auto &b) { return std::tie(a.description, a.kind) < std::tie(b.description, b.kind); });
    const auto [from, to] = std::ranges::unique(m_acceptabilities, {}, &Acceptability::description);
    m_acceptabilities.erase(from, to);
}

const SnomedTables::Acceptability *SnomedTables::acceptabilityOf(qint64 description) const
{
    const auto found = std::ranges::lower_bound(m_acceptabilities, description, {}, &Acceptability::description);
    return found != m_acceptabilities.end() && found->description == description ? &*found : nullptr;
}

Done SnomedTables::readDescriptions(const QString &path)
{
    const auto columns = named({"id", "active", "conceptId", "typeId", "term"});
    const auto size = eachRecord(path, columns, [&](TableReader &row) -> Done {
        const auto id = descriptionId(row.bytes(0));
        const auto of = conceptId(row.bytes(2));
        if (!id || !of)
            return badId(row, id ? "conceptId" : "id");
        const auto term = row.bytes(4);
        if (term.isEmpty() || term.size() > longestTerm || m_letters.size() > mostLetters)
            return row.fault("TERM-LINE", QStringLiteral("a term that is empty or too long"));
        const bool full = row.bytes(3) == fullySpecified;
        const auto *acceptability = acceptabilityOf(*id);
        // A name that no dialect accepts is not offered; the fully specified one is needed for its tag.
        if (row.bytes(1) == "1" && (full || (row.bytes(3) == synonym && acceptability))) {
            const auto kind = full ? SnomedName::Kind::FullySpecified : acceptability->kind;
            m_names.push_back({*of, quint32(m_letters.size()), quint16(term.size()), kind});
            m_letters += term;
        }
        return note(row.bytesRead());
    });
    m_before += size.value_or(0);
    return size.map([](qint64) { });
}

QString SnomedTables::term(const SnomedName &name) const
{
    return QString::fromUtf8(QByteArrayView(m_letters).sliced(name.from, name.size));
}

}
