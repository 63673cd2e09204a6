#include "terminology/namaste_rows.h"
#include "terminology/release_readers.h"
#include "terminology/table_reader.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace nadi::terminology
{
namespace
{

const QList<TermScope> diagnosis{TermScope::Complaint, TermScope::Diagnosis, TermScope::AyushDiagnosis};

/// "atyagniḥ, (a) bhasmakaḥ" and "atyagniH/BasmakaH" are two names of one disease.
QStringList alternatives(const QString &names)
{
    static const QRegularExpression between(QStringLiteral("\\s*,?\\s*\\(a\\)\\s*|\\s*/\\s*"));
    auto parts = names.split(between, Qt::SkipEmptyParts);
    parts.removeDuplicates();
    return parts;
}

bool isHeading(const QString &code)
{
    return std::none_of(code.begin(), code.end(), [](QChar c) { return c.isDigit(); });
}

Standing standingOf(const QString &code)
{
    return isHeading(code) ? Standing::Discouraged : Standing::Ordinary;
}

ReleaseEntry entryOf(const NamasteRow &row)
{
    ReleaseEntry entry;
    entry.code = row.code;
    entry.standing = standingOf(row.code);
    entry.scopes = diagnosis;
    for (const auto &names : {row.iast, row.harvardKyoto, row.devanagari})
        entry.terms << alternatives(names);
    for (const auto &name : {row.english, row.englishIndex})
        if (!name.isEmpty())
            entry.terms << name;
    entry.terms.removeDuplicates();
    entry.display = entry.terms.value(0);
    entry.tm2 = tm2LinkOf(row);
    return entry;
}

Result<ReadRelease> readNamaste(const QString &path, const ReleaseSink &sink)
{
    const auto rows = readNamasteRows(path);
    if (!rows)
        return failed(rows);
    ReadRelease release;
    QSet<QString> seen;
    qint64 done = 0;
    for (const auto &[row, line] : *rows) {
        const auto entry = entryOf(row);
        if (!isNamasteCode(entry.code) || entry.display.isEmpty() || seen.contains(entry.code)) {
            release.leftOut << line;
            continue;
        }
        seen.insert(entry.code);
        if (auto taken = sink.take(entry); !taken)
            return failed(taken);
        if (auto on = sink.progress(++done, rows->size()); !on)
            return failed(on);
    }
    return release;
}

/// Siddha and Unani: a code, the name in its own script, its transliteration, the English name.
Result<ReadRelease> readNames(const QString &path, const QList<TableColumn> &columns, const ReleaseSink &sink)
{
    auto table = TableReader::open(path, TableForm::CommaQuoted, columns);
    if (!table)
        return failed(table);
    // Siddha forms codes like "A$9" and "HBA 1.1" too.
    static const QRegularExpression shape(QStringLiteral("^[A-Z][A-Z0-9$#. -]{0,15}$"));
    ReadRelease release;
    QSet<QString> seen;
    while (true) {
        const auto more = table->next();
        if (!more)
            return failed(more);
        if (!*more)
            return release;
        ReleaseEntry entry;
        entry.code = table->text(0).simplified();
        entry.standing = standingOf(entry.code);
        entry.scopes = diagnosis;
        for (qsizetype column = 1; column < columns.size(); ++column)
            if (const auto name = table->text(column).simplified(); !name.isEmpty() && name != u"-")
                entry.terms << alternatives(name);
        entry.terms.removeDuplicates();
        entry.display = entry.terms.value(0);
        if (entry.terms.isEmpty() || seen.contains(entry.code) || !shape.match(entry.code).hasMatch()) {
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

QList<TableColumn> named(std::initializer_list<const char *> names)
{
    QList<TableColumn> out;
    for (const auto *name : names)
        out << TableColumn{{QString::fromLatin1(name)}};
    return out;
}

}

Result<ReadRelease> readAyush(CodeSystem system, const QString &path, const ReleaseSink &sink)
{
    // The portal gives old binary sheets; a reader for those is a bigger door than a diagnosis list is worth.
    if (path.endsWith(u".xls", Qt::CaseInsensitive) || path.endsWith(u".xlsx", Qt::CaseInsensitive))
        return fail(ErrorKind::Invalid, QStringLiteral("TERM-SHEET"));
    switch (system) {
    case CodeSystem::Siddha:
        return readNames(path, named({"NAMC_CODE", "NAMC_TERM", "Tamil_term", "Short_definition"}), sink);
    case CodeSystem::Unani:
        return readNames(path, named({"NUMC_CODE", "NUMC_TERM", "Arabic_term", "Short_definition"}), sink);
    default:
        return readNamaste(path, sink);
    }
}

Result<ReadRelease> readRelease(CodeSystem system, const QString &path, const ReleaseSink &sink)
{
    switch (system) {
    case CodeSystem::Snomed:
        return readSnomed(path, sink);
    case CodeSystem::Loinc:
        return readLoinc(path, sink);
    case CodeSystem::Icd10:
        return readIcd10(path, sink);
    case CodeSystem::Namaste:
    case CodeSystem::Siddha:
    case CodeSystem::Unani:
        return readAyush(system, path, sink);
    case CodeSystem::Icd11Tm2:
        break;
    }
    return fail(ErrorKind::Invalid, QStringLiteral("TERM-KIND"), QStringLiteral("TM2 comes with NAMASTE"));
}

}
