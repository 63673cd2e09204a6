#include "domain/content/dose_entry.h"

#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

/// How often and how much, as a doctor types it.
class TestDoseEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("slots");
        QTest::addColumn<QString>("again");
        QTest::newRow("morning and night") << u"1-0-1"_s << u"1-0-0-1"_s << u"1-0-1"_s;
        QTest::newRow("with the evening") << u"1-1-1-1"_s << u"1-1-1-1"_s << u"1-1-1-1"_s;
        QTest::newRow("halves as a sign") << u"½-0-1½"_s << u"0.5-0-0-1.5"_s << u"0.5-0-1.5"_s;
        QTest::newRow("halves as a fraction") << u"1/2-0-1/2"_s << u"0.5-0-0-0.5"_s << u"0.5-0-0.5"_s;
        QTest::newRow("at night") << u"hs"_s << u"0-0-0-1"_s << u"0-0-1"_s;
        QTest::newRow("twice") << u"BD"_s << QString() << u"2"_s;
        QTest::newRow("three times") << u"3"_s << QString() << u"3"_s;
        QTest::newRow("hours") << u"every 8 hours"_s << QString() << u"8h"_s;
        QTest::newRow("when needed") << u"1-0-1 SOS"_s << u"1-0-0-1"_s << u"1-0-1 sos"_s;
        QTest::newRow("words") << u"once a week"_s << QString() << u"once a week"_s;
        QTest::newRow("not a dose") << u"1-x-1"_s << QString() << u"1-x-1"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void timesAreReadAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, again);
        const auto times = doseTimesFrom(typed);
        QTEST(times.slots.join(u'-'), "slots");
        QCOMPARE(typedTimes(times), again);
        QVERIFY(doseTimesFrom(again) == times);
    }

    void theTotalIsCounted_data()
    {
        QTest::addColumn<QString>("dose");
        QTest::addColumn<QString>("times");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("total");
        QTest::newRow("tablets") << u"1 tablet"_s << u"1-0-1"_s << 5 << u"10 tablets"_s;
        QTest::newRow("half a tablet") << u"1/2 tablet"_s << u"bd"_s << 5 << u"5 tablets"_s;
        QTest::newRow("churna") << u"3 g"_s << u"1-0-1"_s << 15 << u"90 g"_s;
        QTest::newRow("one piece") << u"1 tablet"_s << u"0-0-1"_s << 1 << u"1 tablet"_s;
        QTest::newRow("every eight hours") << u"5 ml"_s << u"8h"_s << 3 << u"45 ml"_s;
        QTest::newRow("when needed") << u"1 tablet"_s << u"sos"_s << 5 << QString();
        QTest::newRow("no days") << u"1 tablet"_s << u"1-0-1"_s << 0 << QString();
        QTest::newRow("no number") << u"a pinch"_s << u"1-0-1"_s << 5 << QString();
    }
    void theTotalIsCounted()
    {
        QFETCH(QString, dose);
        QFETCH(QString, times);
        QFETCH(int, days);
        MedicineLine line;
        line.dose = dose;
        line.times = doseTimesFrom(times);
        line.days = days;
        QTEST(totalOf(line), "total");
    }
};

QTEST_GUILESS_MAIN(TestDoseEntry)
#include "tst_dose_entry.moc"
