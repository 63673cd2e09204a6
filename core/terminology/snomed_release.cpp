#include "terminology/code_check.h"
#include "terminology/release_readers.h"
#include "terminology/semantic_tag.h"
#include "terminology/snomed_tables.h"
#include "terminology/table_reader.h"

#include <QFileInfo>

namespace nadi::terminology
{
namespace
{

/// The names of one concept, told to a sink as one entry.
class ConceptEntry
{
public:
    explicit ConceptEntry(qint64 id)
        : m_id(id)
    {
    }

    void add(SnomedName::Kind kind, const QString &term)
    {
        if (kind == SnomedName::Kind::FullySpecified)
            m_full = term;
        else if (kind < m_preferredKind)
            preferred(kind, term);
        else
            m_others << term;
    }

    ReleaseEntry entry(Standing standing) const
    {
        ReleaseEntry out;
        out.code = QString::number(m_id);
        out.display = m_preferred.isEmpty() ? withoutTag(m_full) : m_preferred;
        out.standing = standing;
        out.scopes = scopesOfName(m_full);
        out.terms = QStringList{out.display} + m_others;
        out.terms.removeAll(QString());
        out.terms.removeDuplicates();
        return out;
    }

private:
    void preferred(SnomedName::Kind kind, const QString &term)
    {
        if (!m_preferred.isEmpty())
            m_others << m_preferred;
        m_preferred = term;
        m_preferredKind = kind;
    }

    qint64 m_id = 0;
    QString m_full;
    QString m_preferred;
    SnomedName::Kind m_preferredKind = SnomedName::Kind::Acceptable;
    QStringList m_others;
};

Result<ReadRelease> readSnapshot(const QString &folder, const ReleaseSink &sink)
{
    const auto files = snomedFilesIn(folder);
    if (!files)
        return failed(files);
    auto tables = SnomedTables::read(*files, sink.progress);
    if (!tables)
        return failed(tables);
    size_t at = 0;
    for (const auto &one : tables->concepts()) {
        ConceptEntry names(one.id);
        for (; at < tables->names().size() && tables->names()[at].concept_ <= one.id; ++at)
            if (tables->names()[at].concept_ == one.id)
                names.add(tables->names()[at].kind, tables->term(tables->names()[at]));
        const auto entry = names.entry(one.active ? Standing::Ordinary : Standing::Retired);
        if (entry.display.isEmpty())
            continue; // a concept whose names are in a language that was not read
        if (auto done = sink.take(entry); !done)
            return failed(done);
    }
    return ReadRelease{QString::number(tables->newest()), {}};
}

Result<ReadRelease> readPatientSet(const QString &path, const ReleaseSink &sink)
{
    const QList<TableColumn> columns{
        {{QStringLiteral("conceptid"), QStringLiteral("id"), QStringLiteral("concept id"), QStringLiteral("code")}},
        {{QStringLiteral("active"), QStringLiteral("active flag"), QStringLiteral("status")}},
        {{QStringLiteral("fsn"), QStringLiteral("fully specified name"), QStringLiteral("fullyspecifiedname")}},
        {{QStringLiteral("pt"), QStringLiteral("preferred term"), QStringLiteral("preferredterm"),
            QStringLiteral("term")}}};
    auto table = TableReader::open(path, TableForm::TabSeparated, columns);
    if (!table)
        return failed(table);
    while (true) {
        const auto more = table->next();
        if (!more)
            return failed(more);
        if (!*more)
            return ReadRelease{};
        const auto id = conceptId(table->bytes(0));
        if (!id)
            return table->fault("TERM-CODE", QStringLiteral("the check digit of the concept does not hold"));
        ConceptEntry names(*id);
        names.add(SnomedName::Kind::FullySpecified, table->text(2));
        names.add(SnomedName::Kind::Preferred, table->text(3));
        const bool active = table->bytes(1) == "1" || table->text(1).compare(u"active", Qt::CaseInsensitive) == 0;
        if (auto done = sink.take(names.entry(active ? Standing::Ordinary : Standing::Retired)); !done)
            return table->fault(done.error().code.toLatin1().constData(), done.error().detail);
        if (auto done = sink.progress(table->bytesRead(), table->size()); !done)
            return failed(done);
    }
}

}

Result<ReadRelease> readSnomed(const QString &path, const ReleaseSink &sink)
{
    return QFileInfo(path).isDir() ? readSnapshot(path, sink) : readPatientSet(path, sink);
}

}
