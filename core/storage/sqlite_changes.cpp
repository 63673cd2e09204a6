#include "storage/sqlite_changes.h"

#include "common/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>

namespace nadi::storage
{
namespace
{

// Measured: one poll costs about 15 microseconds, so two a second are 0.003 % of a core.
constexpr int pollMs = 500;

QByteArray packed(Topics topics)
{
    return QByteArray(1, char(topics));
}

}

SqliteChanges::SqliteChanges(QString databaseFile)
    : m_file(std::move(databaseFile))
    , m_connectionName(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteChanges::~SqliteChanges()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connectionName);
}

/// Beside the sockets of this user's session, because a socket path holds 107 characters and a database's may be
/// longer.
QString SqliteChanges::directory() const
{
    const auto file = QFileInfo(m_file).absoluteFilePath().toUtf8();
    const auto name = QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/nadi-")
        + QString::fromLatin1(name);
}

void SqliteChanges::start()
{
    listen();
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &SqliteChanges::poll);
    m_timer->start(pollMs);
}

void SqliteChanges::listen()
{
    const auto where = directory();
    if (!QDir().mkpath(where)
        || !QFile::setPermissions(where, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        qCWarning(lcStorage) << "no doorbell directory; changes of other programs are seen by polling only";
        return;
    }
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SqliteChanges::accept);
    const auto name = where + u'/' + QUuid::createUuid().toString(QUuid::Id128).left(12);
    if (!m_server->listen(name))
        qCWarning(lcStorage) << "no doorbell; changes of other programs are seen by polling only";
}

void SqliteChanges::accept()
{
    while (auto *caller = m_server->nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        const auto read = [this, caller] {
            Topics topics = 0;
            for (const char byte : caller->readAll())
                topics |= Topics(static_cast<unsigned char>(byte)) & allTopics;
            if (topics == 0)
                return;
            m_rung = true;
            Q_EMIT heard(topics);
        };
        connect(caller, &QLocalSocket::readyRead, this, read);
        read();
    }
}

void SqliteChanges::ring(Topics topics)
{
    m_rung = true;
    const auto own = m_server ? m_server->fullServerName() : QString();
    const QDir where(directory());
    for (const auto &name : where.entryList(QDir::System | QDir::Files)) {
        const auto path = where.filePath(name);
        if (path == own)
            continue;
        auto *socket = new QLocalSocket(this);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::errorOccurred, socket, [socket, path](QLocalSocket::LocalSocketError error) {
            // Nobody listens there any more: its program was killed and could not clean up.
            if (error == QLocalSocket::ConnectionRefusedError)
                QFile::remove(path);
            socket->deleteLater();
        });
        connect(socket, &QLocalSocket::connected, socket, [socket, topics] {
            socket->write(packed(topics));
            socket->flush();
            socket->disconnectFromServer();
        });
        socket->connectToServer(path, QIODevice::WriteOnly);
    }
}

qint64 SqliteChanges::dataVersion()
{
    if (!m_database.isValid()) {
        if (!QFile::exists(m_file))
            return 0; // the store has not made it yet
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
        m_database.setDatabaseName(m_file);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=0"));
    }
    if (!m_database.isOpen() && !m_database.open())
        return 0;
    QSqlQuery query(m_database);
    return query.exec(QStringLiteral("PRAGMA data_version")) && query.next() ? query.value(0).toLongLong() : 0;
}

void SqliteChanges::poll()
{
    const bool rung = std::exchange(m_rung, false);
    const auto version = dataVersion();
    if (version == 0)
        return;
    const auto before = std::exchange(m_version, version);
    // A commit that somebody rang for is known already.
    if (before != 0 && before != version && !rung)
        Q_EMIT heard(allTopics);
}

}
