#include "common/crash_note.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <thread>

namespace
{

/// The part of a program that ends badly; run as a child of the test.
[[noreturn]] void die(const QByteArray &how)
{
    nadi::installCrashNote("victim");
    nadi::forbidMemoryDumps();
    rlimit cores{};
    ::getrlimit(RLIMIT_CORE, &cores);
    std::printf("dumpable %d core %d\n", ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), int(cores.rlim_max));
    std::fflush(stdout);
    if (how == "throw")
        throw std::runtime_error("Asha Kulkarni 9000020006");
    if (how == "throw in a thread")
        std::thread([] { throw 20418; }).join();
    if (how == "terminate")
        std::terminate();
    ::raise(how == "segv" ? SIGSEGV : SIGABRT);
    std::abort();
}

}

class TstCrashNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnhandledFaultLeavesOneLineWithoutData_data()
    {
        QTest::addColumn<QString>("says");
        QTest::newRow("throw") << QStringLiteral("unhandled exception St13runtime_error");
        QTest::newRow("throw in a thread") << QStringLiteral("unhandled exception i");
        QTest::newRow("terminate") << QStringLiteral("unhandled exception none");
        QTest::newRow("segv") << QStringLiteral("fatal signal SIGSEGV");
        QTest::newRow("abort") << QStringLiteral("fatal signal SIGABRT");
    }
    void anUnhandledFaultLeavesOneLineWithoutData()
    {
        QFETCH(QString, says);
#if defined(__SANITIZE_ADDRESS__)
        if (says.contains(QStringLiteral("SIGSEGV")))
            QSKIP("the sanitizer listens to this signal itself");
#endif
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--die"), QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(victim.waitForFinished());
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        const auto lines = victim.readAllStandardError().trimmed().split('\n');
        QCOMPARE(lines.size(), 1);
        const auto line = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(line[u"program"].toString(), QStringLiteral("victim"));
        QCOMPARE(line[u"level"].toString(), QStringLiteral("fatal"));
        QCOMPARE(line[u"msg"].toString(), says);
#if !defined(__SANITIZE_ADDRESS__)
        QCOMPARE(victim.readAllStandardOutput(), QByteArray("dumpable 0 core 0\n"));
#endif
    }

    void everyProgramLeavesANote_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("holdsKeys");
        const QDir apps(QStringLiteral(NADI_SOURCE_DIR "/app"));
        const QStringList withKeys{QStringLiteral("bridge"), QStringLiteral("desktop"), QStringLiteral("ctl")};
        for (const auto &app : apps.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(apps.filePath(app + QStringLiteral("/main.cpp"))))
                QTest::newRow(qPrintable(app))
                    << apps.filePath(app + QStringLiteral("/main.cpp")) << withKeys.contains(app);
    }
    void everyProgramLeavesANote()
    {
        QFETCH(QString, file);
        QFETCH(bool, holdsKeys);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto text = source.readAll();
        QVERIFY(text.contains("installCrashNote(\""));
        QCOMPARE(text.contains("forbidMemoryDumps()"), holdsKeys);
    }
};

int main(int argc, char **argv)
{
    if (argc == 3 && QByteArray(argv[1]) == "--die")
        die(argv[2]);
    QCoreApplication app(argc, argv);
    TstCrashNote test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash_note.moc"
