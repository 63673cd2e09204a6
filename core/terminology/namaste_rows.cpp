#include "terminology/namaste_rows.h"

#include "terminology/table_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace nadi::terminology
{
namespace
{

enum Column { Id, CodePair, HarvardKyoto, Iast, Devanagari, Definition, English, EnglishIndex, Relation };

QList<TableColumn> columns()
{
    QList<TableColumn> out;
    for (const char *name : {"NAMC_ID", "NAMC_CODE", "NAMC_term", "NAMC_term_diacritical", "NAMC_term_DEVANAGARI",
             "Long_definition", "Name English", "Name English Under Index", "Primary Index Related"})
        out << TableColumn{{QString::fromLatin1(name)}};
    return out;
}

constexpr QChar arrowSign(0x21D2);

QString cleaned(QString text)
{
    text = text.remove(arrowSign).simplified();
    return text == u"-" ? QString() : text;
}

/// "SP12(AAE-16)" and "SR11 (AAA-1)" name the class first, "EC-3.5(SP5Y)" the NAMASTE code; "EB-10" stands alone.
void splitCodes(const QString &pair, NamasteRow &row)
{
    static const QRegularExpression shape(QStringLiteral("^(\\S+?)\\s*\\(\\s*(.*?)\\s*\\)?$"));
    static const QRegularExpression tm2(QStringLiteral("^[A-Z]{2}\\d[0-9A-Z](\\.[0-9A-Z]+)?$"));
    row.code = pair.simplified();
    const auto match = shape.match(row.code);
    if (!match.hasMatch())
        return;
    const auto one = match.captured(1);
    const auto other = match.captured(2);
    const bool classFirst = tm2.match(one).hasMatch();
    if (!classFirst && !tm2.match(other).hasMatch())
        return;
    row.tm2 = classFirst ? one : other;
    row.code = classFirst ? other : one;
}

NamasteRow rowOf(const TableReader &table)
{
    static const QRegularExpression alternativeMark(QStringLiteral("^\\(a\\)\\s*"));
    NamasteRow row;
    row.id = table.text(Id);
    splitCodes(table.text(CodePair), row);
    row.harvardKyoto = cleaned(table.text(HarvardKyoto));
    row.iast = cleaned(table.text(Iast)).remove(alternativeMark);
    row.devanagari = cleaned(table.text(Devanagari));
    row.english = cleaned(table.text(English));
    row.englishIndex = cleaned(table.text(EnglishIndex));
    row.relation = cleaned(table.text(Relation)).toLower();
    row.arrow = table.text(English).contains(arrowSign);
    row.definition = cleaned(table.text(Definition));
    return row;
}

}

Result<QList<std::pair<NamasteRow, qint64>>> readNamasteRows(const QString &path)
{
    auto table = TableReader::open(path, TableForm::CommaQuoted, columns());
    if (!table)
        return failed(table);
    QList<std::pair<NamasteRow, qint64>> rows;
    QSet<std::pair<QString, QString>> seen;
    while (true) {
        const auto more = table->next();
        if (!more)
            return failed(more);
        if (!*more)
            return rows;
        auto row = rowOf(*table);
        const std::pair pair(row.code, row.tm2);
        if (seen.contains(pair))
            continue;
        seen.insert(pair);
        rows.emplaceBack(std::move(row), table->line());
    }
}

std::optional<Tm2Link> tm2LinkOf(const NamasteRow &row)
{
    if (row.tm2.isEmpty())
        return std::nullopt;
    const bool primary = row.relation == u"primary";
    return Tm2Link{
        row.tm2, primary ? row.english : QString(), primary ? Tm2Relation::Equivalent : Tm2Relation::Narrower};
}

bool isNamasteCode(const QString &code)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Z]{1,4}(-\\d+(\\.\\d+)*)?$"));
    return shape.match(code).hasMatch();
}

}
