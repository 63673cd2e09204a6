#include "journeys/clinic.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QThread>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 180'000;
constexpr int pacePercent = 1;
const QString address = QStringLiteral("asha.kulkarni@sbx");

/// Something else at the clinic's file that is nearly always writing: a backup, a virus scanner, a tired disk. Holds
/// the write lock for longer than anybody waits for it at a time, and lets go for a moment in between.
class Hog
{
public:
    explicit Hog(const QString &file)
        : m_file(file)
        , m_thread(QThread::create([this] { run(); }))
    {
        m_thread->start();
        m_begun.acquire();
    }
    ~Hog()
    {
        m_stop = true;
        m_wake.release();
        m_thread->wait();
    }
    int turns() const { return m_turns; }

private:
    static constexpr int heldMs = 6'000; // SQLite waits for 5 s
    static constexpr int freeMs = 250;

    void run()
    {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hog"_s);
            db.setDatabaseName(m_file);
            db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=60000"_s);
            if (db.open())
                while (!m_stop)
                    hold(db);
        }
        QSqlDatabase::removeDatabase(u"hog"_s);
        m_begun.release();
    }
    void hold(QSqlDatabase &db)
    {
        QSqlQuery query(db);
        if (query.exec(u"BEGIN IMMEDIATE"_s)) {
            ++m_turns;
            m_begun.release();
            m_wake.tryAcquire(1, heldMs);
            query.exec(u"ROLLBACK"_s);
        }
        if (!m_stop)
            m_wake.tryAcquire(1, freeMs);
    }

    QString m_file;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_turns = 0;
    QSemaphore m_begun;
    QSemaphore m_wake;
    std::unique_ptr<QThread> m_thread;
};

}

/// The gateway waits 60 seconds for the acknowledgement of a consent, and then blocks every data request for it.
class TestSlowDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConsentIsAcknowledgedWithinItsMinute()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        QVERIFY(clinic.control().change(u"person"_s, {{u"person"_s, address}, {u"autoConsent"_s, false}}));
        const auto asha = clinic.patient(u"asha"_s).value();
        QVERIFY(clinic.signedRecord(asha, {test::Clinic::page(1)}).has_value());
        const auto linked = [&] { return !clinic.control().read(u"state"_s, address)[u"links"].toArray().isEmpty(); };
        QTRY_VERIFY_WITH_TIMEOUT(linked(), patience);

        const Hog hog(clinic.database().location);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(
            clinic.control().change(u"request"_s, {{u"person"_s, address}, {u"facility"_s, clinic.facility.value()}}));
        const auto answer
            = [&] { return clinic.control().read(u"state"_s, address)[u"consents"][0][u"answer"].toString(); };
        // The network's own clock decides, not this test's: it runs its 60 seconds from when it told us.
        QTRY_VERIFY_WITH_TIMEOUT(answer() != "waiting"_L1, patience);
        QCOMPARE(answer(), u"acknowledged"_s);
        qInfo(
            "acknowledged after %.1f s and %d turns of the other writer", double(timer.elapsed()) / 1000, hog.turns());
        QVERIFY(hog.turns() >= 1);
    }
};

QTEST_MAIN(TestSlowDatabase)
#include "tst_slow_database.moc"
