#include "clinic/prescribing/completeness.h"
#include "support/whole_prescription.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{

using Facts = SheetFacts;
using Change = std::function<void(Facts &)>;

PrescriptionContent &written(Facts &facts)
{
    return std::get<PrescriptionContent>(facts.content);
}

/// In the whole prescription: an allopathic line, then an Ayurvedic one.
constexpr int allopathic = 0, ayush = 1;

Change inLine(int line, std::function<void(MedicineLine &)> change)
{
    return [=](Facts &facts) { change(written(facts).medicines[line]); };
}

/// Section 4 and what stands for it, one row each: what is taken away, and what is then missed.
struct Row
{
    const char *name;
    Change takeAway;
    QString what;
    QString source;
    Level level = Level::Must;
    int line = 0;
};

QList<Row> table()
{
    const auto must = Level::Must, should = Level::Should, applicable = Level::Applicable;
    return {
        {"clinic's name", [](Facts &f) { f.facility.name = u"  "_s; }, u"clinic.name"_s, u"4 Practitioner"_s},
        {"address", [](Facts &f) { f.facility.address = {u" "_s}; }, u"clinic.address"_s, u"4 Practitioner"_s},
        {"phone and e-mail", [](Facts &f) { f.facility.phone = f.facility.email = QString(); }, u"clinic.contact"_s,
            u"4 Practitioner"_s},
        {"doctor's name", [](Facts &f) { f.doctor.name.clear(); }, u"doctor.name"_s, u"4 Practitioner"_s},
        {"qualification", [](Facts &f) { f.doctor.qualification.clear(); }, u"doctor.qualification"_s,
            u"4 Practitioner"_s},
        {"registration", [](Facts &f) { f.doctor.registrationNumber.clear(); }, u"doctor.registration"_s,
            u"4 Practitioner"_s},
        {"council", [](Facts &f) { f.doctor.council.clear(); }, u"doctor.council"_s, u"4 Practitioner"_s},
        {"patient's name", [](Facts &f) { f.patient.name.clear(); }, u"patient.name"_s, u"4 Patient"_s},
        {"age", [](Facts &f) { f.patient.birth = {}; }, u"patient.age"_s, u"4 Patient, T4"_s},
        {"gender", [](Facts &f) { f.patient.gender = Gender::Unknown; }, u"patient.gender"_s, u"4 Patient"_s},
        {"patient's address", [](Facts &f) { f.patient.place.clear(); }, u"patient.address"_s, u"4 Patient, Rule 65"_s},
        {"weight of a child",
            [](Facts &f) {
                f.patient.birth.year = 2019;
                written(f).examination.removeAt(0);
            },
            u"patient.weight"_s, u"4 Patient"_s, applicable},
        {"height of a child",
            [](Facts &f) {
                f.patient.birth.year = 2019;
                written(f).examination.removeAt(1);
            },
            u"patient.height"_s, u"4 Patient"_s, applicable},
        {"last menstrual period", [](Facts &f) { written(f).examination.removeLast(); }, u"patient.lmp"_s,
            u"4 Patient"_s, applicable},
        {"date",
            [](Facts &f) {
                f.issuedOn = {};
                f.patient.birth = {};
            },
            u"consultation.date"_s, u"4 Encounter"_s},
        {"mode of a tele-consultation", [](Facts &f) { f.mode = {}; }, u"consultation.mode"_s, u"4 Encounter, T6"_s},
        {"complaints", [](Facts &f) { written(f).complaints.clear(); }, u"complaints"_s, u"4 Clinical"_s, should},
        {"diagnosis", [](Facts &f) { written(f).diagnoses.clear(); }, u"diagnosis"_s, u"4 Clinical, P5"_s},
        {"medicines", [](Facts &f) { written(f).medicines.clear(); }, u"medicines"_s, u"NRCeS PrescriptionRecord"_s},
        {"advice", [](Facts &f) { written(f).advice = {}; }, u"advice"_s, u"4 Advice"_s, should},
        {"follow-up", [](Facts &f) { written(f).followUp = {}; }, u"followUp"_s, u"4 Advice"_s, should},
        {"generic name", inLine(allopathic, [](auto &l) { l.medicine = {}; }), u"medicine.name"_s,
            u"4 Each medicine"_s},
        {"form", inLine(allopathic, [](auto &l) { l.formulation.clear(); }), u"medicine.form"_s, u"4 Each medicine"_s},
        {"strength", inLine(allopathic, [](auto &l) { l.strength.clear(); }), u"medicine.strength"_s,
            u"4 Each medicine"_s},
        {"dose", inLine(allopathic, [](auto &l) { l.dose.clear(); }), u"medicine.dose"_s, u"4 Each medicine"_s},
        {"frequency", inLine(allopathic, [](auto &l) { l.times = {}; }), u"medicine.frequency"_s, u"4 Each medicine"_s},
        {"duration", inLine(allopathic, [](auto &l) { l.days = 0; }), u"medicine.duration"_s, u"4 Each medicine"_s},
        {"total", inLine(allopathic, [](auto &l) { l.total.clear(); }), u"medicine.total"_s,
            u"4 Each medicine, Rule 65"_s},
        {"Latin letters",
            inLine(allopathic,
                [](auto &l) {
                    l.medicine.text = u"पैरासिटामोल"_s;
                    l.brand.clear();
                }),
            u"medicine.latin"_s, u"R6"_s, should},
        {"classical name", inLine(ayush, [](auto &l) { l.medicine = {}; }), u"medicine.name"_s, u"4 Each medicine"_s,
            must, ayush},
        {"form, R5", inLine(ayush, [](auto &l) { l.formulation.clear(); }), u"medicine.form"_s, u"R5"_s, must, ayush},
        {"dose, R5", inLine(ayush, [](auto &l) { l.dose.clear(); }), u"medicine.dose"_s, u"R5"_s, must, ayush},
        {"anupana, R5", inLine(ayush, [](auto &l) { l.anupana.clear(); }), u"medicine.anupana"_s, u"R5"_s, should,
            ayush},
        {"timing, R5",
            inLine(ayush,
                [](auto &l) {
                    l.times = {};
                    l.food = FoodTime::Unsaid;
                }),
            u"medicine.timing"_s, u"R5"_s, must, ayush},
        {"duration, R5", inLine(ayush, [](auto &l) { l.days = 0; }), u"medicine.duration"_s, u"R5"_s, must, ayush},
        {"total of an Ayurvedic line", inLine(ayush, [](auto &l) { l.total.clear(); }), u"medicine.total"_s,
            u"4 Each medicine, Rule 65"_s, must, ayush},
        {"potency",
            inLine(ayush,
                [](auto &l) {
                    l.system = SystemOfMedicine::Homoeopathy;
                    l.anupana.clear();
                }),
            u"medicine.potency"_s, u"R5"_s, must, ayush},
    };
}

QStringList wordsOf(const QList<Missing> &missing)
{
    QStringList words;
    for (const auto &one : missing)
        words << one.what;
    return words;
}

}

/// The mandatory contents of a prescription (telemedicine-rules.md section 4), row by row.
class TstCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMissingOnAWholeSheet()
    {
        const auto missing = missingIn(wholeSheet());
        QCOMPARE(wordsOf(missing), QStringList());
        QVERIFY(maySign(missing));
    }

    void whatIsTakenAwayIsMissed_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(table().size()); ++i)
            QTest::newRow(table()[i].name) << i;
    }
    void whatIsTakenAwayIsMissed()
    {
        QFETCH(int, row);
        const auto expected = table()[row];
        auto facts = wholeSheet();
        expected.takeAway(facts);
        const auto missing = missingIn(facts);
        const auto found = std::ranges::find(missing, expected.what, &Missing::what);
        QVERIFY2(found != missing.end(), qPrintable(wordsOf(missing).join(u' ')));
        QCOMPARE(found->source, expected.source);
        QCOMPARE(found->level, expected.level);
        QCOMPARE(found->row, expected.line);
        if (found->leads == Leads::Form)
            QVERIFY(!found->section.isEmpty() && !found->field.isEmpty());
        QCOMPARE(maySign(missing), expected.level != Level::Must);
        QCOMPARE(missing.size(), expected.what == u"consultation.date" ? 2 : 1);
    }

    void whatDoesNotApplyIsNotMissed_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(notApplying().size()); ++i)
            QTest::newRow(notApplying()[i].first) << i;
    }
    void whatDoesNotApplyIsNotMissed()
    {
        QFETCH(int, row);
        auto facts = wholeSheet();
        notApplying()[row].second(facts);
        QCOMPARE(wordsOf(missingIn(facts)), QStringList());
    }

    /// The paper carries the letterhead and the rest; the program knows who it is from and for whom.
    void ofAScanOnlyWhatTheProgramKnowsIsAsked()
    {
        auto facts = wholeSheet(RecordContent());
        facts.pages = 1;
        facts.facility.address.clear();
        facts.doctor.council.clear();
        facts.doctor.qualification.clear();
        facts.patient.place.clear();
        facts.patient.gender = Gender::Unknown;
        QCOMPARE(wordsOf(missingIn(facts)), QStringList());
        facts.patient.birth = {};
        QCOMPARE(wordsOf(missingIn(facts)), QStringList{u"patient.age"_s});
        QVERIFY(maySign(missingIn(facts)));
        facts.doctor.registrationNumber.clear();
        QVERIFY(!maySign(missingIn(facts)));
        facts.doctor.hprId = u"71-1001-2002-3003"_s;
        QVERIFY(maySign(missingIn(facts)));
    }

    void whatTheNetworksDocumentsCannotDoWithoutIsMissed_data()
    {
        QTest::addColumn<RecordContent>("content");
        QTest::addColumn<QStringList>("missing");
        LabReportContent lab;
        lab.report.text = u"Blood count"_s;
        lab.specimen.text = u"Blood"_s;
        QTest::newRow("a report without anything") << RecordContent(
            LabReportContent{}) << QStringList{u"report.name"_s, u"report.results"_s, u"report.conclusion"_s};
        QTest::newRow("a specimen without its times")
            << RecordContent(lab) << QStringList{u"report.results"_s, u"report.specimen"_s, u"report.conclusion"_s};
        QTest::newRow("pictures that are not there")
            << RecordContent(ImagingReportContent{{u"X-ray"_s, {}}, {}, {}, {}, {}, u"normal"_s, {}})
            << QStringList{u"report.pictures"_s};
        QTest::newRow("a vaccine without name and day")
            << RecordContent(ImmunizationContent{{VaccineGiven{.lot = u"A1"_s}}, {}})
            << QStringList{u"vaccine.name"_s, u"vaccine.day"_s};
        QTest::newRow("a day of another age")
            << RecordContent(ImmunizationContent{{}, {VaccineDue{{u"BCG"_s, {}}, QDate(206, 1, 1)}}})
            << QStringList{u"vaccine.day"_s};
        QTest::newRow("a bill without number and lines")
            << RecordContent(InvoiceContent{}) << QStringList{u"bill.number"_s, u"bill.lines"_s};
        QTest::newRow("a bill for nothing")
            << RecordContent(InvoiceContent{u"1"_s, {}, {InvoiceLine{.quantity = 0}}, {}})
            << QStringList{u"row.name"_s, u"bill.quantity"_s};
        QTest::newRow("a measurement of nothing")
            << RecordContent(WellnessContent{{{WellnessSection::VitalSigns, {.value = u"76"_s}}}})
            << QStringList{u"row.name"_s};
        QTest::newRow("a relative without an illness")
            << RecordContent(ConsultationContent{.family = {{u"mother"_s, {}}}}) << QStringList{u"row.name"_s};
        QTest::newRow("out before in") << RecordContent(DischargeContent{*UtcTime::parse(u"2026-11-02T05:00:00Z"),
            *UtcTime::parse(u"2026-11-01T05:00:00Z"), {problemOf(u"Fever"_s)}})
                                       << QStringList{u"stay.order"_s};
        QTest::newRow("a stay of which only the days are said")
            << RecordContent(DischargeContent{*UtcTime::parse(u"2026-11-02T05:00:00Z"), {}})
            << QStringList{u"stay.said"_s};
    }
    void whatTheNetworksDocumentsCannotDoWithoutIsMissed()
    {
        QFETCH(RecordContent, content);
        QFETCH(QStringList, missing);
        const auto found = missingIn(wholeSheet(content));
        QCOMPARE(wordsOf(found), missing);
        QVERIFY(!maySign(found));
    }

    /// Medicines make a prescription of a consultation, and nothing else does.
    void aConsultationIsAskedLikeAPrescriptionOnceItHasMedicines()
    {
        ConsultationContent content;
        content.complaints = {problemOf(u"Cough"_s)};
        auto facts = wholeSheet(content);
        facts.facility.address.clear();
        QVERIFY(missingIn(facts).isEmpty());
        content.medicines = {allopathicLine()};
        facts.content = content;
        const auto missing = wordsOf(missingIn(facts));
        QVERIFY(missing.contains(u"clinic.address"_s) && missing.contains(u"diagnosis"_s));
    }

private:
    static QList<std::pair<const char *, Change>> notApplying()
    {
        const auto noBodyFacts = [](Facts &f) { written(f).examination.clear(); };
        return {{"how a visit in person was held",
                    [](Facts &f) {
                        f.visit = VisitMode::InPerson;
                        f.mode = {};
                    }},
            {"weight and period of a grown man",
                [=](Facts &f) {
                    f.patient.gender = Gender::Male;
                    noBodyFacts(f);
                }},
            {"period of an old woman",
                [=](Facts &f) {
                    f.patient.birth.year = 1950;
                    noBodyFacts(f);
                }},
            {"strength of a churna", inLine(ayush, [](auto &l) { l.strength.clear(); })},
            {"anupana of an allopathic line", inLine(allopathic, [](auto &l) { l.anupana.clear(); })},
            {"the clinic's phone beside the doctor's",
                [](Facts &f) {
                    f.facility.phone = f.facility.email = QString();
                    f.doctor.email = u"iravati@example.in"_s;
                }},
            {"a line for when it is needed",
                inLine(allopathic,
                    [](auto &l) {
                        l.times = {};
                        l.times.asNeeded = true;
                    })},
            {"weight by its code", [](Facts &f) {
                 f.patient.birth.year = 2019;
                 written(f).examination[0].what = {u"Vajan"_s, {{CodeSystem::Loinc, u"29463-7"_s, u"Body weight"_s}}};
             }}};
    }
};

QTEST_APPLESS_MAIN(TstCompleteness)
#include "tst_completeness.moc"
