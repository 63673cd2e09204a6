#include "compose/installation.h"
#include "sandbox_session.h"
#include "support/written_page.h"
#include "ui/session/row_model.h"

#include <QQuickWindow>
#include <QTest>

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;

namespace
{

QVariant cell(RowModel *model, int row, const char *role)
{
    return model->data(model->index(row), model->roleNames().key(role));
}

constexpr int patience = 60'000;

}

/// The window against the real sandbox and the real bridge: an unlinked clinic links itself, and the record arrives.
class TstLocalNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void record_reaches_the_abha_app();
};

void TstLocalNetwork::initTestCase()
{
    for (const auto &program : {u"nadi-sandbox"_s, u"nadi-bridge"_s, u"nadi-pages"_s})
        if (!QFile::exists(QStringLiteral(NADI_BIN_DIR "/") + program))
            QSKIP(qPrintable(u"LOUD: "_s + program + u" is not built, the network was not tried"_s));
}

void TstLocalNetwork::record_reaches_the_abha_app()
{
    QTemporaryDir dir;
    const auto environment = desktop::sandboxEnvironment(QProcessEnvironment::systemEnvironment(), dir.path());
    const auto settings = Settings::load(QString(), environment).value();
    const SystemClock clock;
    SystemRandom random;
    RandomIdSource ids(random);
    const auto installation = app::openInstallation(settings, app::FirstUse::MakeKey, random);
    QVERIFY(installation);
    desktop::Desktop desk({settings, installation->database, installation->sealer.get(),
        QStringLiteral(NADI_BIN_DIR "/nadi-pages"), &clock, &ids});
    desktop::SandboxSession session(desk, QStringLiteral(NADI_BIN_DIR), dir.path(), environment);
    QVERIFY(session.open());
    QTRY_VERIFY_WITH_TIMEOUT(session.network().isReady(), patience);

    auto *search = desk.app()->search();
    search->search(u"Meenakshi Iyer"_s);
    QTRY_VERIFY(search->answered());
    QVERIFY(desk.app()->book(cell(search->hits(), 0, "patient").toString()));
    auto *booking = desk.app()->booking();
    QTRY_VERIFY(booking->loaded());
    if (booking->freeCount() == 0)
        booking->stepDay(1);
    QTRY_VERIFY(booking->freeCount() > 0);
    const auto holdFirstFree = [booking] {
        for (int column = 0; column < booking->columns()->count(); ++column) {
            auto *times = cell(booking->columns(), column, "times").value<RowModel *>();
            for (int row = 0; row < times->count(); ++row)
                if (cell(times, row, "standing") == u"free"_s)
                    return booking->hold(
                        cell(booking->columns(), column, "doctor").toString(), cell(times, row, "start").toDouble());
        }
    };
    holdFirstFree();
    QTRY_VERIFY(booking->held() && !booking->busy());
    booking->confirm();
    QTRY_COMPARE(desk.app()->page(), u"link-check"_s);
    auto *check = desk.app()->linkCheck();
    QTRY_VERIFY(check->loaded());
    QTRY_COMPARE_WITH_TIMEOUT(cell(check->gates(), 0, "standing").toInt(), int(Standing::Done), patience);
    QVERIFY(check->stages()->count() > 0);

    desk.app()->goOnFromLinkCheck();
    auto *add = desk.app()->add();
    QTRY_VERIFY(add->loaded());
    test::writtenPage().save(dir.filePath(u"page.png"_s));
    add->addFiles({QUrl::fromLocalFile(dir.filePath(u"page.png"_s))});
    QTRY_COMPARE_WITH_TIMEOUT(add->pages()->count(), 1, patience);
    add->goOn();
    QTRY_VERIFY(desk.app()->confirmation()->loaded());
    desk.app()->confirmation()->confirm();
    QTRY_COMPARE(desk.app()->page(), u"success"_s);
    auto *success = desk.app()->success();
    // Only the app's own fetch makes the page say "opened".
    QTRY_COMPARE_WITH_TIMEOUT(success->stateWord(), toWord(DeliveryState::Transferred), patience);
    QCOMPARE(cell(success->stages(), 3, "standing").toInt(), int(Standing::Opened));
    if (const auto folder = qEnvironmentVariable("NADI_SCREENS"); !folder.isEmpty()) {
        QTest::qWait(400);
        desk.window()->grabWindow().save(folder + u"/06-success-opened.png"_s);
        desk.app()->openPatient(success->patient().id);
        QTest::qWait(700);
        desk.window()->grabWindow().save(folder + u"/01-patient-opened.png"_s);
    }
}

QTEST_MAIN(TstLocalNetwork)
#include "tst_local_network.moc"
