#include "record_desk.h"
#include "storage/record_repository.h"
#include "ui/forms/vital_signs.h"

#include <QRegularExpression>

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;
using test::cell;

namespace
{

constexpr int patience = test::recordPatience;

PrescriptionContent prescription(int days)
{
    PrescriptionContent content;
    nadi::Problem knee;
    knee.what.text = u"Sandhigata vata"_s;
    content.diagnoses << knee;
    MedicineLine line;
    line.system = SystemOfMedicine::Ayurveda;
    line.medicine.text = u"Yogaraja Guggulu"_s;
    line.strength = u"500 mg"_s;
    line.formulation = u"tablet"_s;
    line.dose = u"2 tablets"_s;
    line.times.slots = {u"1"_s, u"0"_s, u"0"_s, u"1"_s};
    line.anupana = u"warm water"_s;
    line.days = days;
    line.total = u"60 tablets"_s;
    content.medicines << line;
    content.advice.general = {u"Walk a little every day."_s, u"Come at once when the knee swells."_s};
    return content;
}

/// A visit's vital signs, as the usual rows ask for them.
WellnessContent vitals(const QString &pressure, const QString &weight)
{
    WellnessContent content;
    for (auto entry : usualVitals()) {
        const auto code = codeIn(entry.measurement.what, CodeSystem::Loinc)->code;
        const auto unit = usualUnit(entry.measurement.what);
        if (isBloodPressure(entry.measurement.what))
            writePressure(entry.measurement, pressure);
        else if (code == u"29463-7")
            entry.measurement.value = Quantity{weight, unit.first, unit.second};
        else
            continue;
        content.entries << entry;
    }
    return content;
}

}

/// What was signed, in the real window: read with its versions, corrected with a reason, and measured over visits.
class TstRecordReading : public QObject
{
    Q_OBJECT

private:
    /// The page of a sent record, as from its row in the patient's file; then the page to read it.
    static bool openReading(test::DeskWindow &desk, const Record &record)
    {
        auto &app = desk.app();
        app.openRecord(record.id.value(), false);
        if (!QTest::qWaitFor([&] { return app.page() == u"success" && app.success()->loaded(); }, patience))
            return false;
        app.readRecord();
        return QTest::qWaitFor([&] { return app.page() == u"read" && app.reading()->loaded(); }, patience);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"qrc:.*(Error|is not a|Unable|Cannot|unavailable|Unexpected|Binding loop)"_s));
    }

    void aSignedRecordIsReadAndCorrectedWithAReason()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const PatientId patient(test::openFile(desk, u"Sunita Rao"_s));
        const auto first = test::signTyped(desk, patient, prescription(15), QDate(2026, 11, 19));
        QVERIFY(first.has_value());
        QVERIFY(!test::openFile(desk, u"Sunita Rao"_s).isEmpty());
        QVERIFY(test::isActive(desk));
        QVERIFY(openReading(desk, *first));
        auto *reading = desk.app().reading();
        QCOMPARE(reading->versions()->count(), 1);
        QVERIFY(reading->mayAmend());
        QCOMPARE(cell(reading->lines(), 1, "text").toString(), u"Yogaraja Guggulu 500 mg tablet"_s);
        desk.show(u"31-read"_s);

        test::Pilot pilot(desk.window());
        pilot.press(Qt::Key_F9);
        QVERIFY(test::hasKeyboard(desk, u"Reason"_s));
        pilot.press(Qt::Key_Return); // without a reason nothing is opened
        QCOMPARE(desk.app().page(), u"read"_s);
        pilot.type(u"The course was too long"_s);
        desk.show(u"31-read-reason"_s);
        pilot.press(Qt::Key_Return);
        auto *editor = desk.app().editor();
        QTRY_VERIFY_WITH_TIMEOUT(desk.app().page() == u"write" && editor->loaded(), patience);
        QCOMPARE(editor->amendReason(), u"The course was too long"_s);
        QVERIFY(std::get<PrescriptionContent>(editor->content()) == prescription(15));
        QVERIFY(test::tabTo(desk, u"Days, line 1"_s));
        pilot.press(Qt::Key_A, Qt::ControlModifier);
        pilot.type(u"10"_s);
        desk.show(u"31-correct"_s);
        pilot.press(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"confirm"_s, patience);
        const auto draft = editor->record();
        const auto second = test::inClinic(desk, [draft](clinic::Work &work) -> Result<Record> {
            const auto record = storage::RecordRepository(work.db).record(draft);
            if (!record)
                return failed(record);
            const auto done = clinic::signRecord(work, draft, record->version);
            return done ? Result<Record>(done->record) : Result<Record>(failed(done));
        });
        QVERIFY(second.has_value());

        QVERIFY(openReading(desk, *second));
        QTRY_COMPARE_WITH_TIMEOUT(reading->versions()->count(), 2, patience);
        QVERIFY(reading->note().contains(u"The course was too long"_s));
        desk.show(u"31-read-second"_s);
        QVERIFY(pilot.click(u"Version 1"_s));
        QTRY_VERIFY_WITH_TIMEOUT(reading->loaded() && reading->record() == first->id, patience);
        QVERIFY(!reading->mayAmend()); // there is a newer one
        QVERIFY(cell(reading->lines(), 1, "detail").toString().contains(u"15 days"_s));
        desk.show(u"31-read-first"_s);
    }

    void whatWasMeasuredIsDrawnOverTheVisits()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const PatientId patient(test::openFile(desk, u"Sunita Rao"_s));
        const struct
        {
            QDate on;
            const char *pressure;
            const char *weight;
        } visits[] = {{QDate(2026, 6, 3), "152/96", "71.5"}, {QDate(2026, 8, 20), "144/90", "70"},
            {QDate(2026, 10, 2), "138/88", "69.2"}, {QDate(2026, 11, 18), "131/84", "68.0"}};
        for (const auto &visit : visits)
            QVERIFY(test::signTyped(
                desk, patient, vitals(QLatin1String(visit.pressure), QLatin1String(visit.weight)), visit.on));
        QVERIFY(!test::openFile(desk, u"Sunita Rao"_s).isEmpty());
        QVERIFY(test::isActive(desk));
        QVERIFY(desk.app().writeRecord(u"wellness"_s));
        auto *editor = desk.app().editor();
        QTRY_VERIFY_WITH_TIMEOUT(editor->loaded() && editor->series().size() == 2, patience);
        const auto pressure = editor->series().constFirst().toMap();
        QCOMPARE(pressure[u"name"_s].toString(), u"Blood pressure"_s);
        const auto points = pressure[u"points"_s].toList();
        QCOMPARE(points.size(), 4);
        QCOMPARE(points.constFirst().toMap()[u"text"_s].toString(), u"152/96 mmHg"_s); // oldest first
        QCOMPARE(points.constLast().toMap()[u"value"_s].toDouble(), 131);
        QCOMPARE(points.constLast().toMap()[u"other"_s].toDouble(), 84);
        QCOMPARE(points[1].toMap()[u"day"_s].toDouble() - points[0].toMap()[u"day"_s].toDouble(), 78);
        desk.show(u"32-vitals-top"_s);
        // To the charts, as a person scrolls.
        QVERIFY(test::tabTo(desk, u"Add measurement"_s));
        auto *chart = desk.byName(u"Blood pressure"_s, QAccessible::Table);
        QVERIFY(chart);
        QVERIFY(QAccessible::queryAccessibleInterface(chart)->text(QAccessible::Description).contains(u"144/90 mmHg"));
        for (auto *item = chart->parentItem(); item; item = item->parentItem())
            if (const auto height = item->property("contentHeight");
                height.isValid() && item->property("contentY").isValid())
                item->setProperty("contentY", std::max(0.0, height.toDouble() - item->height()));
        desk.show(u"32-vitals"_s);
    }
};

QTEST_MAIN(TstRecordReading)
#include "tst_record_reading.moc"
