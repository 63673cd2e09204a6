#pragma once

#include "storage/change_source.h"

#include <QSqlDatabase>
#include <QTimer>

namespace nadi::storage
{

/// LISTEN and NOTIFY on a connection of its own. The payload is "<sender>/<tenant>/<topics>".
class PostgresChanges final : public ChangeSource
{
    Q_OBJECT

public:
    explicit PostgresChanges(DatabaseConfig config);
    ~PostgresChanges() override;

    void start() override;
    void ring(Topics topics) override;

private:
    bool connected();
    void reconnect();
    void take(const QString &payload);

    DatabaseConfig m_config;
    QString m_name; ///< of the Qt connection, and of this sender
    QSqlDatabase m_database;
    QTimer *m_timer = nullptr;
    bool m_tried = false;
};

}
