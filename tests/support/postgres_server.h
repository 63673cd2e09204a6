#pragma once

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

#include <memory>

namespace nadi::test
{

/// A throw-away PostgreSQL on a Unix socket in a temporary folder; gone with the object. Role `nadi_owner` owns the
/// database "nadi", role `nadi_test` is a member of nadi_app: neither is a superuser. nullptr when there is no
/// PostgreSQL.
class PostgresServer
{
public:
    static std::unique_ptr<PostgresServer> start()
    {
        std::unique_ptr<PostgresServer> server(new PostgresServer);
        return server->begin() ? std::move(server) : nullptr;
    }
    ~PostgresServer()
    {
        if (m_running)
            stop();
    }
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    QString location(const QString &database, const QString &user) const
    {
        return QStringLiteral("host=%1 port=5432 dbname=%2 user=%3").arg(m_dir->path(), database, user);
    }
    /// A fresh database of nadi_owner; its location for that role.
    QString createDatabase()
    {
        const auto name = QStringLiteral("nadi%1").arg(++m_count);
        psql(QStringLiteral("CREATE DATABASE %1 OWNER nadi_owner").arg(name), QStringLiteral("postgres"));
        psql(QStringLiteral("ALTER SCHEMA public OWNER TO nadi_owner"), name);
        m_last = name;
        return location(name, QStringLiteral("nadi_owner"));
    }
    /// As after a power cut of the server's machine.
    void restart()
    {
        stop();
        resume();
    }
    /// Every connection breaks, and nobody answers until resume().
    void stop()
    {
        run(QStringLiteral("pg_ctl"),
            {QStringLiteral("-D"), data(), QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("-w"),
                QStringLiteral("stop")});
        m_running = false;
    }
    /// False when it does not come back.
    bool resume()
    {
        const auto options = QStringLiteral("-c listen_addresses='' -c unix_socket_directories=%1 -c "
                                            "max_connections=120 -c shared_buffers=32MB -c fsync=off")
                                 .arg(m_dir->path());
        run(QStringLiteral("pg_ctl"),
            {QStringLiteral("-D"), data(), QStringLiteral("-w"), QStringLiteral("-l"),
                m_dir->filePath(QStringLiteral("server.log")), QStringLiteral("-o"), options, QStringLiteral("start")});
        m_running = m_ok;
        return m_running;
    }
    /// The database made last.
    QString lastDatabase() const { return m_last; }

    enum class Output { Answer, WithErrors };
    /// As superuser: for looking at what an administrator would see.
    QByteArray psql(const QString &sql, const QString &database, Output output = Output::Answer) const
    {
        return run(QStringLiteral("psql"),
            {QStringLiteral("-h"), m_dir->path(), QStringLiteral("-U"), QStringLiteral("postgres"),
                QStringLiteral("-d"), database, QStringLiteral("-qAtc"), sql},
            output);
    }
    QByteArray dump(const QString &database) const
    {
        return run(QStringLiteral("pg_dump"),
            {QStringLiteral("-h"), m_dir->path(), QStringLiteral("-U"), QStringLiteral("postgres"), database});
    }

private:
    PostgresServer() = default;

    static QString binaries()
    {
        QProcess config;
        config.start(QStringLiteral("pg_config"), {QStringLiteral("--bindir")});
        QStringList places;
        if (config.waitForFinished() && config.exitCode() == 0)
            places << QString::fromLocal8Bit(config.readAllStandardOutput().trimmed());
        for (const auto &version : QDir(QStringLiteral("/usr/lib/postgresql"))
                 .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
            places << QStringLiteral("/usr/lib/postgresql/%1/bin").arg(version);
        for (const auto &place : places)
            if (QFileInfo::exists(place + QStringLiteral("/initdb")))
                return place;
        return {};
    }
    QString data() const { return m_dir->filePath(QStringLiteral("data")); }

    /// initdb refuses root, so root hands the folder to an ordinary account and runs everything as that.
    QByteArray run(const QString &program, QStringList arguments, Output output = Output::Answer) const
    {
        QString command = m_bin + u'/' + program;
        if (::geteuid() == 0) {
            arguments = QStringList{QStringLiteral("-u"), m_account, QStringLiteral("--"), command} + arguments;
            command = QStringLiteral("runuser");
        }
        QProcess process;
        process.setWorkingDirectory(m_dir->path());
        if (output == Output::WithErrors)
            process.setProcessChannelMode(QProcess::MergedChannels);
        else
            process.setStandardErrorFile(m_dir->filePath(QStringLiteral("tool.log")), QIODevice::Append);
        // pg_ctl's server would keep our pipe open for ever.
        const bool server = program == u"pg_ctl";
        if (server)
            process.setStandardOutputFile(QProcess::nullDevice());
        process.start(command, arguments);
        if (!process.waitForFinished(60'000))
            return {};
        m_ok = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        return server ? QByteArray() : process.readAllStandardOutput();
    }

    bool begin()
    {
        m_bin = binaries();
        if (m_bin.isEmpty())
            return false;
        m_dir = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/nadi-pg-"));
        if (::geteuid() == 0) {
            QProcess chown;
            for (const auto *account : {"postgres", "nobody"}) {
                chown.start(QStringLiteral("chown"), {QString::fromLatin1(account), m_dir->path()});
                chown.waitForFinished();
                if (chown.exitCode() == 0) {
                    m_account = QString::fromLatin1(account);
                    break;
                }
            }
        }
        run(QStringLiteral("initdb"),
            {QStringLiteral("-D"), data(), QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-A"),
                QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-N")});
        if (!m_ok)
            return false;
        if (!resume())
            return false;
        psql(QStringLiteral("CREATE ROLE nadi_owner LOGIN"), QStringLiteral("postgres"));
        psql(QStringLiteral("CREATE ROLE nadi_app NOLOGIN"), QStringLiteral("postgres"));
        psql(QStringLiteral("CREATE ROLE nadi_test LOGIN IN ROLE nadi_app"), QStringLiteral("postgres"));
        return m_ok;
    }

    QString m_bin;
    QString m_account;
    QString m_last;
    std::unique_ptr<QTemporaryDir> m_dir;
    bool m_running = false;
    mutable bool m_ok = false;
    int m_count = 0;
};

}
