#include "terminology/shipped_table.h"

#include <QFile>

// Resources of a static library are only there when something asks for them.
static void useResources()
{
    Q_INIT_RESOURCE(terminology);
}

namespace nadi::terminology
{

QList<QStringList> shippedTable(const QString &name, qsizetype columns)
{
    useResources();
    QFile file(QStringLiteral(":/terminology/") + name);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd()) {
        const auto row = QString::fromUtf8(file.readLine()).chopped(1).split(u'\t');
        if (row.size() == columns)
            rows << row;
    }
    return rows;
}

}
