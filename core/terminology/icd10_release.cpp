#include "terminology/release_readers.h"
#include "terminology/table_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace nadi::terminology
{

Result<ReadRelease> readIcd10(const QString &path, const ReleaseSink &sink)
{
    using enum TableColumn::Presence;
    const QList<TableColumn> columns{
        {{QStringLiteral("code"), QStringLiteral("icd10_code"), QStringLiteral("icd10"), QStringLiteral("namc_code")},
            Needed},
        {{QStringLiteral("title"), QStringLiteral("display"), QStringLiteral("description"), QStringLiteral("term"),
             QStringLiteral("namc_term")},
            Needed}};
    auto table = TableReader::open(path, TableForm::CommaQuoted, columns);
    if (!table)
        return failed(table);
    // Three- and four-character categories, and the fifth characters of some chapters. Chapters and blocks ("A00-A09")
    // are headings and no diagnosis.
    static const QRegularExpression category(QStringLiteral("^[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?$"));
    QSet<QString> seen;
    ReadRelease release;
    while (true) {
        const auto more = table->next();
        if (!more)
            return failed(more);
        if (!*more)
            return release;
        ReleaseEntry entry;
        entry.code = table->text(0).simplified().toUpper();
        entry.display = table->text(1).simplified();
        entry.terms = QStringList{entry.display};
        entry.scopes = {TermScope::Complaint, TermScope::Diagnosis};
        if (entry.display.isEmpty() || seen.contains(entry.code) || !category.match(entry.code).hasMatch()) {
            release.leftOut << table->line();
            continue;
        }
        seen.insert(entry.code);
        if (auto done = sink.take(entry); !done)
            return table->fault(done.error().code.toLatin1().constData(), done.error().detail);
        if (auto done = sink.progress(table->bytesRead(), table->size()); !done)
            return failed(done);
    }
}

}
