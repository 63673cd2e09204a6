#include "terminology/units.h"

#include "terminology/shipped_table.h"

#include <QHash>

namespace nadi::terminology
{
namespace
{

const QList<QStringList> &units()
{
    static const auto rows = shippedTable(QStringLiteral("units.tsv"), 2);
    return rows;
}

}

QString ucumFor(const QString &unit)
{
    static const auto codes = [] {
        QHash<QString, QString> all;
        for (const auto &row : units())
            all.insert(row[0], row[1]);
        return all;
    }();
    return codes.value(unit.simplified());
}

QStringList knownUnits()
{
    QStringList names;
    for (const auto &row : units())
        names << row[0];
    return names;
}

}
