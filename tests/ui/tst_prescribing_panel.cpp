#include "ui/flow/prescribing_panel.h"

#include <QSignalSpy>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

/// The card of the confirm page: every answer of the doctor is judged at once, in words that name the rule.
class TstPrescribingPanel : public QObject
{
    Q_OBJECT

    static clinic::PrescribingFacts facts(VisitMode mode, const QStringList &medicines)
    {
        clinic::PrescribingFacts facts;
        facts.visit = mode;
        facts.doctor = DoctorId(u"d1"_s);
        facts.today = QDate(2026, 11, 20);
        facts.past = {{facts.doctor, QDate(2026, 9, 1), VisitMode::InPerson}};
        facts.practised = SystemOfMedicine::Allopathy;
        for (const auto &medicine : medicines) {
            MedicineLine line;
            line.medicine.text = medicine;
            facts.lines << line;
        }
        return facts;
    }

private Q_SLOTS:
    void inPersonNothingIsAsked()
    {
        ui::PrescribingPanel panel;
        panel.begin(facts(VisitMode::InPerson, {u"Codeine"_s}));
        QVERIFY(!panel.needed());
        QVERIFY(panel.missing().isEmpty());
        panel.begin({}); // a scan
        QVERIFY(!panel.needed());
    }

    void aProhibitedMedicineSaysItsRuleAndStays()
    {
        ui::PrescribingPanel panel;
        panel.begin(facts(VisitMode::Tele, {u"Paracetamol"_s, u"Codeine linctus"_s}));
        panel.setMode(u"video"_s);
        panel.setKnown(true);
        panel.setUnderWay(true);
        panel.setReason(u"please"_s);
        QCOMPARE(panel.stops().size(), 1);
        QVERIFY2(panel.stops().first().startsWith(u"CODEINE LINCTUS"_s), qPrintable(panel.stops().first()));
        QVERIFY(panel.stops().first().contains(u"P1"_s));
        QVERIFY(panel.stops().first().contains(u"Telemedicine Practice Guidelines 2020"_s));
        QVERIFY(!panel.missing().isEmpty());
    }

    void theWayOfTheConsultationDecides()
    {
        ui::PrescribingPanel panel;
        QSignalSpy changes(&panel, &ui::PrescribingPanel::changed);
        panel.begin(facts(VisitMode::Tele, {u"Calamine lotion"_s, u"Metformin"_s}));
        QVERIFY(!panel.missing().isEmpty()); // the mode is not said
        panel.setMode(u"video"_s);
        QCOMPARE(panel.stops().size(), 1); // the refill of a first consultation
        panel.setKnown(true);
        QVERIFY(panel.stops().isEmpty());
        QVERIFY(panel.missing().isEmpty());
        panel.setKnown(false);
        panel.setMode(u"text"_s);
        QCOMPARE(panel.stops().size(), 2);
        QCOMPARE(changes.size(), 5);
    }

    void whatNobodyListedWantsAReason()
    {
        ui::PrescribingPanel panel;
        panel.begin(facts(VisitMode::Tele, {u"Amoxicillin"_s}));
        panel.setMode(u"video"_s);
        QVERIFY(panel.asksReason());
        QVERIFY(!panel.missing().isEmpty());
        panel.setReason(u"seen on video"_s);
        QVERIFY(panel.missing().isEmpty());
        QCOMPARE(panel.statement().reason, u"seen on video"_s);
    }
};

QTEST_GUILESS_MAIN(TstPrescribingPanel)
#include "tst_prescribing_panel.moc"
