#include "booking_desk.h"
#include "domain/flow_start.h"
#include "storage/flow_repository.h"
#include "support/written_page.h"

#include <QTest>

using namespace nadi;
using namespace nadi::ui;

/// B07, R5: a patient who has no ABHA is cared for like everybody else, and written to only after agreeing.
class TstWithoutAbha : public QObject
{
    Q_OBJECT

private:
    /// From the search to the confirm page with one page added.
    static void walkToConfirm(test::DeskWindow &desk, const QString &name)
    {
        auto &app = desk.app();
        test::findAndBook(desk, name);
        app.booking()->confirm();
        QTRY_COMPARE(app.page(), QStringLiteral("link-check"));
        app.goOnFromLinkCheck();
        QTRY_VERIFY(app.add()->loaded());
        app.add()->addPhoto(test::writtenPage());
        QTRY_COMPARE_WITH_TIMEOUT(app.add()->pages()->count(), 1, 15'000);
        QTRY_VERIFY(desk.canPress(QStringLiteral("Look and confirm")));
        desk.press(QStringLiteral("Look and confirm"));
        QTRY_VERIFY(app.confirmation()->loaded());
    }

    /// Whether the stored delivery may write an SMS.
    static bool mayInvite(test::DeskWindow &desk)
    {
        auto rows = desk.desktop().store().run(
            [facility = desktop::DemoClinic::describe().facility.id](storage::Connection &db) {
                return storage::FlowRepository(db).unfinished(flow_kind::delivery.toString(), facility);
            });
        rows.waitForFinished();
        const auto flows = rows.result().value_or(QList<storage::FlowRow>{});
        return !flows.isEmpty() && flows.constLast().state.value(u"mayInvite").toBool();
    }

private Q_SLOTS:
    void nobodyIsInvitedWhoDidNotAgree_data()
    {
        QTest::addColumn<bool>("agreed");
        QTest::newRow("agreed") << true;
        QTest::newRow("not asked") << false;
    }
    void nobodyIsInvitedWhoDidNotAgree()
    {
        QFETCH(bool, agreed);
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        walkToConfirm(desk, QStringLiteral("Sunita Rao"));
        const auto question = desk.app().confirmation()->invitation();
        QVERIFY(question.contains(QStringLiteral("Sunita Rao")));
        QVERIFY2(!question.contains(QStringLiteral("9000020006")), "the number is masked");
        QVERIFY(!desk.app().confirmation()->inviteAgreed());
        if (agreed)
            desk.press(question, QAccessible::CheckBox);
        QTRY_COMPARE(desk.app().confirmation()->inviteAgreed(), agreed);
        if (agreed)
            desk.show(QStringLiteral("05-confirm-without-abha"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Confirm and keep here")));
        desk.press(QStringLiteral("Confirm and keep here"));
        QTRY_COMPARE(desk.app().page(), QStringLiteral("success"));
        QCOMPARE(mayInvite(desk), agreed);
    }

    void withoutAPhoneNobodyIsAsked()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        walkToConfirm(desk, QStringLiteral("Lokesh Babu"));
        QVERIFY(desk.app().confirmation()->invitation().isEmpty());
        QTRY_VERIFY(desk.canPress(QStringLiteral("Confirm and keep here")));
    }
};

QTEST_MAIN(TstWithoutAbha)
#include "tst_without_abha.moc"
