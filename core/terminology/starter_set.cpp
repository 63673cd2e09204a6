#include "terminology/starter_set.h"

#include <QFile>

// Resources of a static library are only there when something asks for them.
static void useResources()
{
    Q_INIT_RESOURCE(terminology);
}

namespace nadi::terminology
{

QList<ReleaseEntry> starterEntries(CodeSystem system)
{
    useResources();
    QFile file(QStringLiteral(":/terminology/starter.tsv"));
    QList<ReleaseEntry> entries;
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    while (!file.atEnd()) {
        const auto fields = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
        if (fields.size() != 4 || codeSystemFromWord(fields[0]) != system)
            continue;
        ReleaseEntry entry;
        entry.code = fields[1];
        entry.display = fields[2];
        entry.terms = QStringList{entry.display};
        for (const auto &word : fields[3].split(u' '))
            if (const auto scope = termScopeFromWord(word))
                entry.scopes << *scope;
        entries << entry;
    }
    return entries;
}

}
