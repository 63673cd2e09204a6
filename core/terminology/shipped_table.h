#pragma once

#include <QList>
#include <QStringList>

namespace nadi::terminology
{

/// The rows of a table in resources/terminology: tab separated, `columns` each.
QList<QStringList> shippedTable(const QString &name, qsizetype columns);

}
