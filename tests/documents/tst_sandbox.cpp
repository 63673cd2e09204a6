#include "worker_fixture.h"

#include <QDir>
#include <QGuiApplication>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

using namespace nadi;
using namespace nadi::documents;
using namespace nadi::test;

namespace
{

const auto probe = QStringLiteral(NADI_PROBE);

Result<CleanDocument> tried(const QString &trick, const PageLimits &limits = {})
{
    return clean("anything", trick, {}, limits, probe);
}

QList<pid_t> runningWorkers()
{
    QFile file(QStringLiteral("/proc/self/task/%1/children").arg(getpid()));
    QList<pid_t> pids;
    if (file.open(QIODevice::ReadOnly)) {
        for (const auto &pid : file.readAll().simplified().split(' '))
            if (!pid.isEmpty())
                pids.append(pid.toInt());
    }
    return pids;
}

}

/// The worker as a hostile file may leave it (S-F1): what it tries is denied, and its death or its lies are a named
/// error.
class TstSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifdef NADI_UNDER_SANITIZER
        QSKIP("sanitizers need what the walls forbid");
#endif
    }

    void whatWouldReachOutsideIsDeadly_data()
    {
        QTest::addColumn<QString>("trick");
        for (const char *trick :
            {"socket", "socket6", "local socket", "connect", "open for writing", "open for both", "truncate by opening",
                "unlink", "rename", "fork", "exec", "signal the parent", "trace the parent", "map code"})
            QTest::newRow(trick) << QString::fromLatin1(trick);
    }
    void whatWouldReachOutsideIsDeadly()
    {
        QFETCH(QString, trick);
        const auto result = tried(trick);
        QCOMPARE(codeOf(result), QStringLiteral("DOC-CRASH"));
        QCOMPARE(result.error().detail, QStringLiteral("signal %1").arg(SIGSYS));
        QVERIFY(!QFile::exists(QStringLiteral("/nadi-probe")));
    }

    void thereAreNoFilesToRead_data()
    {
        QTest::addColumn<QString>("trick");
        for (const char *trick : {"open for reading", "list a folder", "look at a path"})
            QTest::newRow(trick) << QString::fromLatin1(trick);
    }
    void thereAreNoFilesToRead()
    {
        QFETCH(QString, trick);
        const auto result = tried(trick);
        QCOMPARE(codeOf(result), QStringLiteral("DOC-CORRUPT"));
        QVERIFY2(result.error().detail.startsWith(QStringLiteral("errno")), qPrintable(result.error().detail));
    }

    void nothingOfOursIsHandedOver()
    {
        qputenv("NADI_SECRET", "hunter2");
        const int leaked = open("/dev/null", O_RDONLY); // without O_CLOEXEC, as a careless library does
        const auto result = tried(QStringLiteral("inheritance"));
        close(leaked);
        qunsetenv("NADI_SECRET");
        QCOMPARE(result.error().detail, QStringLiteral("LC_ALL=C.UTF-8 3 /"));
    }

    void deathHasAName_data()
    {
        QTest::addColumn<QString>("trick");
        QTest::addColumn<QString>("code");
        QTest::newRow("processor time") << QStringLiteral("spin") << QStringLiteral("DOC-TIME");
        QTest::newRow("wall time") << QStringLiteral("sleep") << QStringLiteral("DOC-TIME");
        QTest::newRow("memory") << QStringLiteral("memory") << QStringLiteral("DOC-MEMORY");
        QTest::newRow("crash") << QStringLiteral("crash") << QStringLiteral("DOC-CRASH");
        QTest::newRow("abort") << QStringLiteral("abort") << QStringLiteral("DOC-CRASH");
    }
    void deathHasAName()
    {
        QFETCH(QString, trick);
        QFETCH(QString, code);
        PageLimits limits;
        limits.cpuSeconds = 1;
        limits.wallTime = std::chrono::milliseconds(trick == u"sleep" ? 300 : 20'000);
        QCOMPARE(codeOf(tried(trick, limits)), code);
    }

    void aLyingWorkerIsNotBelieved_data()
    {
        QTest::addColumn<QString>("trick");
        for (const char *trick : {"say nothing", "noise", "huge frame", "half a frame", "invent a code",
                 "page before start", "fewer pages", "more pages", "a million pages", "no pages", "not a page",
                 "a number that is none", "never the end", "die after the end"})
            QTest::newRow(trick) << QString::fromLatin1(trick);
    }
    void aLyingWorkerIsNotBelieved()
    {
        QFETCH(QString, trick);
        QCOMPARE(codeOf(tried(trick)), QStringLiteral("DOC-CRASH"));
    }

    void anHonestOneIs() { QCOMPARE(codeOf(tried(QStringLiteral("behave"))), QString()); }

    void killedFromOutsideMidJob()
    {
        PageWorker worker(probe, {});
        const auto before = runningWorkers();
        const auto future = worker.clean("anything", QStringLiteral("sleep"));
        QTRY_COMPARE(runningWorkers().size(), before.size() + 1);
        kill(runningWorkers().last(), SIGKILL);
        QCOMPARE(codeOf(await(future)), QStringLiteral("DOC-CRASH"));
    }

    void aWindowThatClosesTakesItsWorkersAlong()
    {
        const auto before = runningWorkers();
        auto worker = std::make_unique<PageWorker>(probe, PageLimits{});
        const auto first = worker->clean("anything", QStringLiteral("sleep"));
        const auto second = worker->clean("anything", QStringLiteral("spin"));
        QTRY_COMPARE(runningWorkers().size(), before.size() + 2);
        worker.reset();
        QVERIFY(first.isFinished() && first.isCanceled());
        QVERIFY(second.isFinished() && second.isCanceled());
        QCOMPARE(runningWorkers(), before);
    }

    void jobsRunBesideEachOther()
    {
        PageWorker worker(probe, {});
        QList<QFuture<Result<CleanDocument>>> futures;
        for (const char *trick : {"behave", "crash", "behave", "socket"})
            futures.append(worker.clean("anything", QString::fromLatin1(trick)));
        const QStringList codes{
            codeOf(await(futures[0])), codeOf(await(futures[1])), codeOf(await(futures[2])), codeOf(await(futures[3]))};
        QCOMPARE(codes, (QStringList{QString(), QStringLiteral("DOC-CRASH"), QString(), QStringLiteral("DOC-CRASH")}));
    }

    void theCallingThreadIsNeverHeld()
    {
        PageLimits limits;
        limits.wallTime = std::chrono::milliseconds(10'000);
        PageWorker worker(probe, limits);
        QElapsedTimer timer;
        timer.start();
        const auto future = worker.clean(QByteArray(15 << 20, 'x'), QStringLiteral("sleep"));
        QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(codeOf(await(future)), QStringLiteral("DOC-TIME"));
    }

    void aMissingWorkerIsAnError()
    {
        QCOMPARE(codeOf(clean("anything", {}, {}, {}, QStringLiteral("/nonexistent/nadi-pages"))),
            QStringLiteral("DOC-WORKER"));
    }
};

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    TstSandbox test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sandbox.moc"
