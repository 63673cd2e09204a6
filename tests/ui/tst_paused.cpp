#include "desk_window.h"
#include "storage/meta.h"
#include "storage/restore_report.h"

using namespace nadi;
using storage::CallbacksGo;

namespace
{

const UtcTime evening = UtcTime::parse(QStringLiteral("2026-11-19T13:30:00Z")).value();

/// As a restore, and then the bridge, leave it.
Done pause(test::DeskWindow &desk, const QString &word, const storage::RestoreReport &report)
{
    auto done = desk.desktop().store().run([word, report](storage::Connection &db) {
        return storage::saveRestoreReport(db, report).and_then([&] {
            return storage::Meta(db).set(storage::metaBridgePaused, word);
        });
    });
    done.waitForFinished();
    desk.desktop().store().changes().ring(storage::Topic::Facilities);
    return done.result();
}

}

/// A restored clinic sends nothing until it is resumed, and its window says so, and what has to be done.
class TstPaused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowSaysWhatHasToBeDone_data()
    {
        QTest::addColumn<bool>("compared");
        QTest::addColumn<CallbacksGo>("callbacks");
        QTest::addColumn<QStringList>("notListed");
        QTest::addColumn<QString>("todo");
        const QStringList none;
        QTest::newRow("not compared") << false << CallbacksGo::Unknown << none << QStringLiteral("not reached yet");
        QTest::newRow("the old machine") << true << CallbacksGo::Elsewhere << none << QStringLiteral("switch that off");
        QTest::newRow("not listed") << true << CallbacksGo::Here << QStringList{QStringLiteral("IN1")}
                                    << QStringLiteral("does not list this clinic");
        QTest::newRow("ready") << true << CallbacksGo::Here << none << QStringLiteral("can resume it now");
    }
    void theWindowSaysWhatHasToBeDone()
    {
        QFETCH(bool, compared);
        QFETCH(CallbacksGo, callbacks);
        QFETCH(QStringList, notListed);
        QFETCH(QString, todo);
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const auto *network = desk.app().network();
        QVERIFY(network->pausedSentence().isEmpty());
        storage::RestoreReport report;
        report.backupAt = evening;
        report.comparedAt = compared ? evening : UtcTime();
        report.callbacks = callbacks;
        report.notListed = notListed;
        QVERIFY(pause(desk, QStringLiteral("1"), report));
        QTRY_VERIFY2(network->pausedSentence().contains(todo), qPrintable(network->pausedSentence()));
        QVERIFY(network->pausedSentence().contains(QStringLiteral("19:00"))); // in clinic time
        desk.show(QStringLiteral("paused"));
        QVERIFY(pause(desk, QStringLiteral("0"), report));
        QTRY_VERIFY(network->pausedSentence().isEmpty());
    }
};

QTEST_MAIN(TstPaused)
#include "tst_paused.moc"
