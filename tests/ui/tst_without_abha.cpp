#include "desk_window.h"
#include "domain/flow_start.h"
#include "storage/flow_repository.h"
#include "ui/session/row_model.h"

#include <QImage>
#include <QTest>

using namespace nadi;
using namespace nadi::ui;

/// B07, R5: a patient who has no ABHA is cared for like everybody else, and written to only after agreeing.
class TstWithoutAbha : public QObject
{
    Q_OBJECT

private:
    static QVariant cell(RowModel *model, int row, const char *role)
    {
        return model->data(model->index(row), model->roleNames().key(role));
    }

    /// From the search to the confirm page with one page added.
    static void walkToConfirm(test::DeskWindow &desk, const QString &name)
    {
        auto &app = desk.app();
        app.search()->search(name);
        QTRY_VERIFY(app.search()->answered());
        QVERIFY(app.book(cell(app.search()->hits(), 0, "patient").toString()));
        auto *booking = app.booking();
        QTRY_VERIFY(booking->loaded());
        const auto times = cell(booking->columns(), 0, "times").toList();
        const auto free = std::find_if(times.begin(), times.end(),
            [](const QVariant &slot) { return slot.toMap().value(QStringLiteral("state")) == QStringLiteral("free"); });
        QVERIFY(free != times.end());
        booking->hold(
            cell(booking->columns(), 0, "doctor").toString(), free->toMap().value(QStringLiteral("start")).toDouble());
        QTRY_VERIFY(booking->held());
        QTRY_VERIFY(!booking->busy());
        booking->confirm();
        QTRY_COMPARE(app.page(), QStringLiteral("link-check"));
        app.goOnFromLinkCheck();
        QTRY_VERIFY(app.add()->loaded());
        QImage page(800, 1100, QImage::Format_RGB32);
        page.fill(Qt::white);
        app.add()->addPhoto(page);
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
