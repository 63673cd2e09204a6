#include "common/log.h"
#include "storage/open.h"
#include "storage/sql.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace nadi::storage
{
namespace
{

/// Named by the time of the last change: a file that was damaged before is told from this one.
QString copyName(const QString &file)
{
    const auto changed = QFileInfo(file).lastModified().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    return QStringLiteral("%1-damaged-%2").arg(file, changed);
}

}

Done checkSqlite(QSqlDatabase &database)
{
    QSqlQuery query(database);
    // One row per fault; a damaged list of tables is an error of the statement itself.
    const bool ran = query.exec(QStringLiteral("SELECT t.name FROM sqlite_master t, pragma_quick_check(t.name) c"
                                               " WHERE t.type = 'table' AND t.name <> 'blob_part'"
                                               " AND c.quick_check <> 'ok' LIMIT 1"));
    if (ran && !query.next() && !query.lastError().isValid()) {
        qCInfo(lcStorage) << "the database was not closed the last time; it is sound";
        return {};
    }
    const auto table = ran && query.isValid() ? query.value(0).toString() : QStringLiteral("?");
    const auto error = query.lastError().isValid()
        ? databaseError(Backend::Sqlite, query.lastError(), QStringLiteral("quick check"))
        : Error{ErrorKind::Storage, QStringLiteral("DB-CORRUPT"), QStringLiteral("quick check of ") + table};
    query.finish();
    qCCritical(lcStorage) << "the database was not closed the last time:" << error.code << error.detail;
    return tl::unexpected(error);
}

void keepDamaged(const QString &file)
{
    const auto copy = copyName(file);
    if (QFile::exists(copy))
        return;
    const auto log = QStringLiteral("-wal");
    bool kept = QFile::copy(file, copy);
    if (QFileInfo(file + log).size() > 0)
        kept = QFile::copy(file + log, copy + log) && kept;
    if (!kept)
        qCCritical(lcStorage) << "no copy of the damaged database could be kept";
}

}
