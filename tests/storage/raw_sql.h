#pragma once

#include "storage/connection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace nadi::test
{

/// A stranger's connection to a SQLite file: what somebody with an editor could do. Empty, or the error text.
inline QString rawSqlite(const QString &file, const QStringList &statements)
{
    const auto name = QUuid::createUuid().toString();
    QString error;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (!database.open())
            return QStringLiteral("cannot open");
        for (const auto &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                error += query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return error;
}

}
