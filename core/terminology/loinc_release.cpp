#include "terminology/code_check.h"
#include "terminology/release_readers.h"
#include "terminology/table_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QVersionNumber>

namespace nadi::terminology
{
namespace
{

enum Column {
    Number,
    LongName,
    Status,
    ShortName,
    DisplayName,
    ConsumerName,
    RelatedNames,
    Class,
    ClassType,
    CopyrightNotice,
    TestRank,
    LastChanged,
};

QList<TableColumn> columns()
{
    using enum TableColumn::Presence;
    const auto named = [](const char *name, TableColumn::Presence presence) {
        return TableColumn{{QString::fromLatin1(name)}, presence};
    };
    return {named("LOINC_NUM", Needed), named("LONG_COMMON_NAME", Needed), named("STATUS", Needed),
        named("SHORTNAME", Optional), named("DisplayName", Optional), named("CONSUMER_NAME", Optional),
        named("RELATEDNAMES2", Optional), named("CLASS", Optional), named("CLASSTYPE", Optional),
        named("EXTERNAL_COPYRIGHT_NOTICE", Optional), named("COMMON_TEST_RANK", Optional),
        named("VersionLastChanged", Optional)};
}

QList<TermScope> scopesOf(const TableReader &row)
{
    const auto type = row.bytes(ClassType);
    const bool laboratory = type == "1";
    const bool clinical = type == "2";
    if (laboratory)
        return {TermScope::LabTest, TermScope::Observation};
    if (clinical && row.bytes(Class).startsWith("RAD"))
        return {TermScope::Imaging};
    // Without the column nobody can say what it is: better offered than lost.
    if (type.isEmpty())
        return {TermScope::LabTest, TermScope::Imaging, TermScope::Observation};
    return {TermScope::Observation};
}

std::optional<Standing> standingOf(const TableReader &row)
{
    const auto status = row.bytes(Status);
    if (status == "DEPRECATED")
        return Standing::Retired;
    if (status == "DISCOURAGED")
        return Standing::Discouraged;
    if (status != "ACTIVE" && status != "TRIAL")
        return std::nullopt;
    return row.bytes(TestRank).toInt() > 0 ? Standing::Frequent : Standing::Ordinary;
}

ReleaseEntry entryOf(const TableReader &row, Standing standing)
{
    ReleaseEntry entry;
    entry.code = row.text(Number);
    entry.display = row.text(LongName).simplified();
    entry.standing = standing;
    entry.scopes = scopesOf(row);
    entry.notice = row.text(CopyrightNotice).simplified();
    for (const auto column : {LongName, DisplayName, ConsumerName, ShortName})
        if (const auto term = row.text(column).simplified(); !term.isEmpty() && !entry.terms.contains(term))
            entry.terms << term;
    entry.alsoFoundBy = row.text(RelatedNames);
    return entry;
}

/// The table itself, or a folder that an unpacked release is.
QString tableIn(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return path;
    for (const auto &place : {QStringLiteral("LoincTable/Loinc.csv"), QStringLiteral("Loinc.csv"),
             QStringLiteral("LoincTableCore/LoincTableCore.csv"), QStringLiteral("LoincTableCore.csv")})
        if (QFileInfo::exists(QDir(path).filePath(place)))
            return QDir(path).filePath(place);
    return QDir(path).filePath(QStringLiteral("Loinc.csv"));
}

}

Result<ReadRelease> readLoinc(const QString &path, const ReleaseSink &sink)
{
    auto table = TableReader::open(tableIn(path), TableForm::CommaQuoted, columns());
    if (!table)
        return failed(table);
    QVersionNumber newest;
    while (true) {
        const auto more = table->next();
        if (!more)
            return failed(more);
        if (!*more)
            break;
        if (!isLoincNumber(table->bytes(Number)))
            return table->fault("TERM-CODE", QStringLiteral("the check digit of LOINC_NUM does not hold"));
        const auto standing = standingOf(*table);
        if (!standing || table->bytes(LongName).isEmpty())
            return table->fault("TERM-LINE", QStringLiteral("unknown STATUS, or no LONG_COMMON_NAME"));
        if (auto done = sink.take(entryOf(*table, *standing)); !done)
            return table->fault(done.error().code.toLatin1().constData(), done.error().detail);
        if (auto done = sink.progress(table->bytesRead(), table->size()); !done)
            return failed(done);
        newest = std::max(newest, QVersionNumber::fromString(table->text(LastChanged)));
    }
    return ReadRelease{newest.isNull() ? QString() : newest.toString(), {}};
}

}
