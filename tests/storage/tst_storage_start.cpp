#include "databases.h"
#include "storage/disk_room.h"
#include "storage/facility_repository.h"
#include "values.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

enum class End { Clean, PowerCut };

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a disk holds of a database at this moment.
void copyAsFound(const QString &from, const QString &to)
{
    for (const auto *part : {"", "-wal", "-open"})
        if (QFile::exists(from + QLatin1String(part)))
            QVERIFY(QFile::copy(from + QLatin1String(part), to + QLatin1String(part)));
}

/// Overwrites the pages in which `text` is written, but not the first.
void damagePagesWith(const QByteArray &text, const QString &path)
{
    constexpr qsizetype pageSize = 4096;
    auto bytes = bytesOf(path);
    int damaged = 0;
    for (qsizetype at = pageSize; at < bytes.size(); at += pageSize)
        if (bytes.sliced(at, pageSize).contains(text)) {
            bytes.replace(at, pageSize, QByteArray(pageSize, '\x5a'));
            ++damaged;
        }
    QVERIFY(damaged > 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}

/// Starting after a power cut (S-B2), and what a disk that fills up may still take (S-B6).
class TstStorageStart : public QObject
{
    Q_OBJECT

    PlainSealer m_sealer;
    Databases m_databases;
    int m_images = 0;

    /// A database as the disk holds it after this end; the power went while it was open, or it was closed.
    DatabaseConfig after(End end)
    {
        const auto live = m_databases.fresh(false);
        auto config = live;
        config.location = m_databases.path(QStringLiteral("image-%1.db").arg(++m_images));
        auto db = Connection::open(live, m_sealer).value();
        const auto saved = FacilityRepository(*db).save(krishnaRoad());
        if (end == End::Clean)
            db.reset();
        copyAsFound(live.location, config.location);
        return saved ? config : DatabaseConfig();
    }

private Q_SLOTS:
    void whatWasSavedIsThereAfterAPowerCut()
    {
        const auto config = after(End::PowerCut);
        for (int start = 0; start < 2; ++start) {
            const auto db = Connection::open(config, m_sealer);
            QVERIFY2(db, db ? "" : qPrintable(db.error().detail));
            QCOMPARE(FacilityRepository(**db).facility(kr).value().name, krishnaRoad().name);
        }
    }

    void aDamagedFileIsRefusedAfterAPowerCutAndKeptAsFound_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("rows of a table") << kr.value().toUtf8();
        QTest::newRow("the list of tables") << QByteArray("CREATE TABLE");
    }
    void aDamagedFileIsRefusedAfterAPowerCutAndKeptAsFound()
    {
        QFETCH(QByteArray, where);
        const auto config = after(End::Clean);
        damagePagesWith(where, config.location);
        QFile mark(config.location + QStringLiteral("-open"));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.write("o"); // somebody had it open when the power went
        mark.close();
        const auto found = bytesOf(config.location);
        for (int start = 0; start < 3; ++start) {
            const auto db = Connection::open(config, m_sealer);
            QVERIFY(!db);
            QCOMPARE(db.error().code, QStringLiteral("DB-CORRUPT"));
        }
        const QFileInfo info(config.location);
        const auto copies = info.dir().entryList({info.fileName() + QStringLiteral("-damaged-*")});
        QCOMPARE(copies.size(), 1);
        QCOMPARE(bytesOf(info.dir().filePath(copies[0])), found);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(info.dir().filePath(copies[0])) & others));
    }

    void onlyTheLastToLeaveMarksTheFileClosed()
    {
        const auto config = m_databases.fresh(false);
        const auto mark = config.location + QStringLiteral("-open");
        auto window = Connection::open(config, m_sealer).value();
        auto bridge = Connection::open(config, m_sealer).value();
        QCOMPARE(bytesOf(mark), QByteArray("o"));
        window.reset();
        QCOMPARE(bytesOf(mark), QByteArray("o"));
        window = Connection::open(config, m_sealer).value();
        bridge.reset();
        QCOMPARE(bytesOf(mark), QByteArray("o"));
        window.reset();
        QCOMPARE(bytesOf(mark), QByteArray("c"));
        QVERIFY(!(QFile::permissions(mark) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void pagesAreTakenWhileThereIsRoomToFinishTheDay_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("available");
        QTest::addColumn<bool>("taken");
        constexpr qint64 giga = 1000 * megabyte;
        QTest::newRow("half empty") << 100 * giga << 50 * giga << true;
        QTest::newRow("just 5 %") << 100 * giga << 5 * giga << true;
        QTest::newRow("less than 5 %") << 100 * giga << 5 * giga - 1 << false;
        QTest::newRow("small disk, 200 MB") << giga << 200 * megabyte << true;
        QTest::newRow("small disk, less than 200 MB") << giga << 200 * megabyte - 1 << false;
        QTest::newRow("full") << 100 * giga << qint64(0) << false;
        QTest::newRow("does not tell") << qint64(0) << qint64(0) << true;
    }
    void pagesAreTakenWhileThereIsRoomToFinishTheDay()
    {
        QFETCH(qint64, total);
        QFETCH(qint64, available);
        QFETCH(bool, taken);
        QCOMPARE(mayTakeFiles({total, available}), taken);
        auto config = m_databases.fresh(false);
        config.diskRoom = [&](const QString &) { return DiskRoom{total, available}; };
        const auto room = Connection::open(config, m_sealer).value()->roomForFiles();
        QCOMPARE(room.has_value(), taken);
        if (!taken)
            QCOMPARE(room.error().code, QStringLiteral("DISK-FULL"));
    }

    void theVolumeTellsItsRoom()
    {
        const auto room = roomOfVolume(QDir::tempPath());
        QVERIFY(room.total > 0);
        QVERIFY(room.available > 0 && room.available <= room.total);
    }
};

QTEST_GUILESS_MAIN(TstStorageStart)
#include "tst_storage_start.moc"
