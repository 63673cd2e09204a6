#include "desk_window.h"
#include "ui/medicines/medicine_lists_controller.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The lists by which signatures judge: read, searched, and replaced by a newer file that a doctor answers for.
class TstMedicineListsPage : public QObject
{
    Q_OBJECT

private:
    static constexpr int patience = 60'000;

    static QString cell(RowModel *model, int row, const char *role)
    {
        return model->data(model->index(row), model->roleNames().key(role)).toString();
    }
    static QString valueOf(RowModel *facts, const QString &label)
    {
        for (int row = 0; row < facts->count(); ++row)
            if (cell(facts, row, "label") == label)
                return cell(facts, row, "value");
        return {};
    }
    static QUrl fileWith(test::DeskWindow &desk, const QString &version, const QString &list)
    {
        const QJsonObject row{{u"ingredient"_s, u"tizanidine"_s}, {u"list"_s, list},
            {u"source"_s, u"Our pharmacist, letter of 20 November"_s}, {u"asOf"_s, u"2026-11-20"_s}};
        const QJsonObject whole{{u"version"_s, version}, {u"asOf"_s, u"2026-11-22"_s},
            {u"source"_s, u"Our pharmacist"_s}, {u"rows"_s, QJsonArray{row}}};
        QFile file(desk.file(version + u".json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(whole).toJson()) > 0
            ? QUrl::fromLocalFile(file.fileName())
            : QUrl();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("qrc:.*(Error|is not a|Unable|Cannot|unavailable|Unexpected|Binding loop)")));
    }

    void theListsAreReadAndReplaced_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("usual") << 100;
        QTest::newRow("double size") << 200;
    }
    void theListsAreReadAndReplaced()
    {
        QFETCH(int, scale);
        const auto tag = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        QProcessEnvironment environment;
        environment.insert(u"NADI_APP_SCALE_PERCENT"_s, QString::number(scale));
        test::DeskWindow desk(environment);
        QVERIFY(desk.isOpen());
        desk.clock.advance(3 * 24h);
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window(), patience));
        QTest::keyClick(&desk.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"medicine-lists"_s, patience);
        auto *lists = desk.app().medicineLists();
        QTRY_VERIFY_WITH_TIMEOUT(lists->loaded(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.byName(u"What may be prescribed at a distance"_s, QAccessible::Heading), patience);
        QVERIFY(lists->rows()->count() > 80);
        QVERIFY(!valueOf(lists->inForce(), u"Put together from"_s).isEmpty());
        desk.show(u"22-medicine-lists-"_s + tag);

        lists->setQuery(u"TRAMA"_s);
        QCOMPARE(lists->rows()->count(), 1);
        QCOMPARE(cell(lists->rows(), 0, "chip"), u"Prohibited"_s);
        QVERIFY(cell(lists->rows(), 0, "detail").contains(u"S.O. 1761(E)"_s));
        lists->setQuery({});
        lists->setList(u"B"_s);
        QVERIFY(lists->rows()->count() > 0 && lists->rows()->count() < 10);
        lists->setQuery(u"nothing like it"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.byName(u"No list names it."_s, QAccessible::StaticText), patience);

        const auto file = fileWith(desk, u"2026-12"_s, u"B"_s);
        lists->check(file);
        QTRY_COMPARE_WITH_TIMEOUT(lists->proposed(), u"2026-12"_s, patience);
        QVERIFY(!desk.canPress(u"Put it in force"_s)); // nobody answers for it yet
        lists->setQuery({});
        lists->setList({});
        desk.show(u"22-medicine-lists-proposal-"_s + tag);
        lists->setResponsible(lists->doctors().first().toMap()[u"value"_s].toString());
        QTRY_VERIFY_WITH_TIMEOUT(desk.canPress(u"Put it in force"_s), patience);
        desk.press(u"Put it in force"_s);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(lists->inForce(), u"Version"_s), u"2026-12"_s, patience);
        QVERIFY(lists->proposed().isEmpty());
        QCOMPARE(lists->editions()->count(), 1); // the program's, which judged until now
        QVERIFY(!valueOf(lists->inForce(), u"Taken in"_s).isEmpty());
        QVERIFY(!valueOf(lists->inForce(), u"Answers for it"_s).isEmpty());
        desk.show(u"22-medicine-lists-after-"_s + tag);
        desk.app().back();
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"home"_s, patience);
    }

    void aFileThatDoesNotHoldIsSaidAndChangesNothing()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.clock.advance(3 * 24h);
        desk.app().openMedicineLists();
        auto *lists = desk.app().medicineLists();
        QTRY_VERIFY_WITH_TIMEOUT(lists->loaded(), patience);
        const auto version = valueOf(lists->inForce(), u"Version"_s);
        lists->check(fileWith(desk, u"2026-12"_s, u"C"_s));
        QTRY_COMPARE_WITH_TIMEOUT(lists->problemCode(), u"CLASSES-ROW"_s, patience);
        QCOMPARE(lists->problemRow(), u"1"_s);
        QVERIFY(lists->proposed().isEmpty());
        desk.show(u"22-medicine-lists-problem"_s);
        lists->check(QUrl::fromLocalFile(desk.file(u"not there.json"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(lists->problemCode(), u"CLASSES-FILE"_s, patience);
        QCOMPARE(lists->problemRow(), QString());
        QCOMPARE(valueOf(lists->inForce(), u"Version"_s), version);
    }
};

QTEST_MAIN(TstMedicineListsPage)
#include "tst_medicine_lists_page.moc"
