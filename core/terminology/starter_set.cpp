#include "terminology/starter_set.h"

#include "terminology/shipped_table.h"

namespace nadi::terminology
{

QList<ReleaseEntry> starterEntries(CodeSystem system)
{
    QList<ReleaseEntry> entries;
    for (const auto &row : shippedTable(QStringLiteral("starter.tsv"), 4)) {
        if (codeSystemFromWord(row[0]) != system)
            continue;
        ReleaseEntry entry;
        entry.code = row[1];
        entry.display = row[2];
        entry.terms = QStringList{entry.display};
        for (const auto &word : row[3].split(u' '))
            if (const auto scope = termScopeFromWord(word))
                entry.scopes << *scope;
        entries << entry;
    }
    return entries;
}

}
