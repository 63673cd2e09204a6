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

// The doorbell is the fast way; the net may be slower. Measured by tst_storage_store on a busy two-core machine: one
// poll costs about 0.25 ms with its wake-up, so one a second is a quarter of the 0.1 % that an idle program may use.
constexpr int pollMs = 1000;

QByteArray packed(Topics topics)
{
    return QByteArray(1, char(topics));
}

/// Beside the sockets of this user's session, because a socket path holds 107 characters and a database's may be
/// longer.
QString doorbellDirectory(const QString &databaseFile)
{
    const auto file = QFileInfo(databaseFile).absoluteFilePath().toUtf8();
    const auto name = QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/nadi-")
        + QString::fromLatin1(name);
}

}

SqliteChanges::SqliteChanges(QString databaseFile)
    : m_file(std::move(databaseFile))
    , m_directory(doorbellDirectory(m_file))
    , m_connectionName(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteChanges::~SqliteChanges()
{
    m_server.reset();
    QDir().rmdir(m_directory); // only when nobody else has a socket there
    if (!m_database.isValid())
        return;
    m_poll.reset();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connectionName);
}

void SqliteChanges::start()
{
    listen();
    poll(); // from here on a commit is a change
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &SqliteChanges::poll);
    m_timer->start(pollMs);
}

void SqliteChanges::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SqliteChanges::accept);
    const auto name = m_directory + u'/' + QUuid::createUuid().toString(QUuid::Id128).left(12);
    // Twice, because the last program to leave removes the directory, perhaps just now.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const bool there = QDir().mkpath(m_directory)
            && QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (there && m_server->listen(name))
            return;
    }
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
    const QDir where(m_directory);
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
    if (!m_poll) {
        m_poll = std::make_unique<QSqlQuery>(m_database);
        m_poll->setForwardOnly(true);
        m_poll->prepare(QStringLiteral("PRAGMA data_version"));
    }
    const qint64 version = m_poll->exec() && m_poll->next() ? m_poll->value(0).toLongLong() : 0;
    m_poll->finish();
    return version;
}

void SqliteChanges::poll()
{
    const bool rung = std::exchange(m_rung, false);
    const auto version = dataVersion();
    if (version == 0) {
        m_poll.reset(); // made while the file was being made: it would never work
        m_missed = true;
        return;
    }
    const auto before = std::exchange(m_version, version);
    // What was committed before the first look at a new file has changed too; what somebody rang for is known already.
    const bool changed = before == 0 ? std::exchange(m_missed, false) : before != version;
    if (changed && !rung)
        Q_EMIT heard(allTopics);
}

}
