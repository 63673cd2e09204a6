#pragma once

#include "storage/change_source.h"

#include <QLocalServer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTimer>

namespace nadi::storage
{

/// Doorbells of the processes that have one SQLite file open: each listens on its own local socket in one owner-only
/// directory, and rings every other socket it finds there. A data_version poll is the net for a ring that got lost.
class SqliteChanges final : public ChangeSource
{
    Q_OBJECT

public:
    explicit SqliteChanges(QString databaseFile);
    ~SqliteChanges() override;

    void start() override;
    void ring(Topics topics) override;

private:
    void listen();
    void accept();
    void poll();
    qint64 dataVersion();

    QString m_file;
    QString m_directory;
    QString m_connectionName;
    QSqlDatabase m_database;
    std::unique_ptr<QSqlQuery> m_poll;
    std::unique_ptr<QLocalServer> m_server;
    QTimer *m_timer = nullptr;
    qint64 m_version = 0;
    bool m_missed = false; ///< there was nothing to look at yet
    bool m_rung = false; ///< since the last poll, by anybody
};

}
