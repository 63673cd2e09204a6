#include "storage/postgres_changes.h"

#include "storage/open.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QUuid>

namespace nadi::storage
{
namespace
{
constexpr int reconnectMs = 5000;
QString channel()
{
    return QStringLiteral("nadi_changes");
}
}

PostgresChanges::PostgresChanges(DatabaseConfig config)
    : m_config(std::move(config))
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

PostgresChanges::~PostgresChanges()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

void PostgresChanges::start()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    if (!m_database.isValid())
        return;
    applyPostgresLocation(m_database, m_config.location);
    connect(m_database.driver(), &QSqlDriver::notification, this,
        [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) { take(payload.toString()); });
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &PostgresChanges::reconnect);
    m_timer->start(reconnectMs);
    reconnect();
}

bool PostgresChanges::connected()
{
    // The driver notices a lost server only when it talks to it.
    return m_database.isOpen() && QSqlQuery(m_database).exec(QStringLiteral("SELECT 1"));
}

void PostgresChanges::reconnect()
{
    if (connected())
        return;
    m_database.close();
    const bool again = std::exchange(m_tried, true);
    if (!m_database.open() || !m_database.driver()->subscribeToNotification(channel()))
        return;
    // Nobody knows what was rung while we were away.
    if (again)
        Q_EMIT heard(allTopics);
}

void PostgresChanges::ring(Topics topics)
{
    if (!m_database.isOpen())
        return;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT pg_notify(?, ?)"));
    query.addBindValue(channel());
    query.addBindValue(QStringLiteral("%1/%2/%3").arg(m_name, m_config.tenant.value()).arg(topics));
    query.exec();
}

void PostgresChanges::take(const QString &payload)
{
    const auto parts = payload.split(u'/');
    if (parts.size() != 3 || parts[0] == m_name || parts[1] != m_config.tenant.value())
        return;
    if (const Topics topics = parts[2].toUInt() & allTopics)
        Q_EMIT heard(topics);
}

}
