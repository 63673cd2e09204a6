#include "flow_driver.h"
#include "gatekeeper_table.h"

using namespace nadi;
using namespace nadi::test;

class TstGatekeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truthTable_data()
    {
        QTest::addColumn<int>("index");
        const auto table = gatekeeperTable();
        QVERIFY(table.size() >= 200);
        for (qsizetype row = 0; row < table.size(); ++row)
            QTest::newRow(qPrintable(table[row].name)) << int(row);
    }
    void truthTable()
    {
        QFETCH(int, index);
        static const auto table = gatekeeperTable();
        QCOMPARE(answerOf(&flows::decide, table[index].given), table[index].expected);
    }

    /// Two missing conditions never make one that holds: what one row refuses, no second change lets out.
    void noPairOfRefusalsLetsAnythingOut()
    {
        QList<ReleaseRow> refused;
        for (const auto &row : gatekeeperTable())
            if (row.expected.startsWith("ABDM-"_L1) && row.given.consent)
                refused << row;
        for (const auto &first : refused)
            for (const auto &second : refused) {
                // Whose artefact it is and what was asked for come from the one, what is held and how it stands from
                // the other.
                ReleaseCase both = first.given;
                both.held = second.given.held;
                both.accepted = first.given.accepted && second.given.accepted;
                both.servedBefore = std::max(first.given.servedBefore, second.given.servedBefore);
                if (answerOf(&flows::decide, first.given) == "ABDM-1001"_L1)
                    continue; // its own reason is in what is held
                QVERIFY2(answerOf(&flows::decide, both).startsWith("ABDM-"_L1),
                    qPrintable(first.name + u" + "_s + second.name));
            }
    }

    void aRowThatCannotBeReadIsNotPassedOver()
    {
        for (const auto &row : gatekeeperTable())
            QVERIFY2(row.expected != "unreadable"_L1, qPrintable(row.name));
    }
};

QTEST_GUILESS_MAIN(TstGatekeeper)
#include "tst_gatekeeper.moc"
