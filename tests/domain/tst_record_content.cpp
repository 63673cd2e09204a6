#include "domain/content/record_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

const auto noon = UtcTime::fromMs(1'770'000'000'000);
const QDate someDay(2026, 2, 11);

Coded fever()
{
    return {u"बुखार (fever)"_s, {{CodeSystem::Icd10, u"R50.9"_s, u"Fever, unspecified"_s}}};
}

MedicineLine medicine()
{
    return {.system = SystemOfMedicine::Ayurveda,
        .medicine = {u"Tribhuvankirti rasa"_s, {}},
        .brand = u"Some brand"_s,
        .formulation = u"vati"_s,
        .strength = u"125 mg"_s,
        .dose = u"1 vati"_s,
        .times = {{u"1"_s, u"0"_s, u"1"_s, u"0.5"_s}, 0, 0, true, u"after fever"_s},
        .food = FoodTime::After,
        .anupana = u"honey"_s,
        .route = {u"oral"_s, {{CodeSystem::Snomed, u"26643006"_s, u"Oral route"_s}}},
        .days = 5,
        .total = u"13 vati"_s,
        .note = u"stop when the fever ends"_s};
}

Measurement pressure()
{
    Measurement upper{.what = {u"Systolic"_s, {}}, .value = Quantity{u"120"_s, u"mmHg"_s, u"mm[Hg]"_s}};
    Measurement lower{.what = {u"Diastolic"_s, {}},
        .value = Quantity{u"80.0"_s, u"mmHg"_s, u"mm[Hg]"_s, Quantity::Bound::AtMost},
        .usual = {u"60"_s, u"80"_s, u"adult"_s},
        .interpretation = Interpretation::Normal};
    return {.what = {u"Blood pressure"_s, {}}, .at = noon, .note = u"sitting"_s, .parts = {upper, lower}};
}

LabReportContent lab()
{
    return {.report = {u"Widal"_s, {}},
        .discipline = {u"Serology"_s, {}},
        .specimen = {u"Serum"_s, {}},
        .collectedAt = noon,
        .receivedAt = noon,
        .results = {pressure(), {.what = {u"Titre"_s, {}}, .value = u"1:80"_s},
            {.what = {u"Antigen"_s, {}}, .value = Coded{u"negative"_s, {}}}},
        .conclusion = u"Not suggestive"_s,
        .conclusionCode = fever()};
}

RecordContent filled(size_t kind)
{
    const Problem problem{fever(), Problem::Certainty::Provisional, someDay, u"three days"_s};
    const Act act{{u"Chest X-ray"_s, {}}, someDay, u"if it goes on"_s};
    const Advice advice{{u"rest"_s}, {u"rice gruel"_s}, {u"curd at night"_s}};
    const FollowUp followUp{someDay.addDays(5), u"earlier if worse"_s};
    switch (kind) {
    case 1:
        return PrescriptionContent{
            {problem}, {medicine(), medicine()}, {act}, advice, followUp, {problem}, {pressure()}};
    case 2:
        return ConsultationContent{{problem}, {pressure()}, {problem}, {{fever(), u"rash"_s}}, true, {problem},
            {{u"mother"_s, fever()}}, {act}, {medicine()}, {act}, {act}, advice, followUp};
    case 3:
        return lab();
    case 4:
        return ImagingReportContent{
            {u"X-ray"_s, {}}, {u"CR"_s, {}}, {u"chest"_s, {}}, noon, u"clear"_s, u"normal"_s, fever()};
    case 5:
        return DischargeContent{noon, noon, {problem}, {pressure()}, {problem}, {{fever(), {}}}, false, {problem},
            {{u"father"_s, fever()}}, {lab()}, {act}, {medicine()}, u"uneventful"_s, advice, followUp};
    case 6:
        return ImmunizationContent{
            {{fever(), u"brand"_s, u"L1"_s, someDay, someDay, 1, 3, fever(), fever(), u"maker"_s}},
            {{fever(), someDay, 2}}};
    case 7:
        return WellnessContent{{{WellnessSection::VitalSigns, pressure()}, {WellnessSection::Lifestyle, {}}}};
    case 8:
        return InvoiceContent{
            u"A/1"_s, BillKind::Pharmacy, {{u"Syrup"_s, u"3004"_s, u"B7"_s, 2, 12550, 100, 150, 150}}, u"paid"_s};
    default:
        return {};
    }
}

}

class TestRecordContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasStored_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("wire");
        const QStringList types{u"-"_s, u"Prescription"_s, u"OPConsultation"_s, u"DiagnosticReport"_s,
            u"DiagnosticReport"_s, u"DischargeSummary"_s, u"ImmunizationRecord"_s, u"WellnessRecord"_s, u"Invoice"_s};
        for (int kind = 0; kind < types.size(); ++kind)
            QTest::addRow("%d %s", kind, qPrintable(types[kind])) << kind << types[kind];
        QCOMPARE(size_t(types.size()), std::variant_size_v<RecordContent>);
    }
    void comesBackAsItWasStored()
    {
        QFETCH(int, kind);
        QFETCH(QString, wire);
        const auto content = filled(size_t(kind));
        QCOMPARE(content.index(), size_t(kind));
        const auto stored = QJsonDocument(toJson(content)).toJson(QJsonDocument::Compact);
        const auto read = recordContentFromJson(QJsonDocument::fromJson(stored).object());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(*read == content);
        const auto type = hiTypeOf(content);
        QCOMPARE(type ? toWire(*type) : u"-"_s, wire);
        QVERIFY(checkSize(content).has_value());
    }

    void keepsNothingOfWhatWasNotSaid()
    {
        QCOMPARE(QJsonDocument(toJson(InvoiceContent{})).toJson(QJsonDocument::Compact),
            QByteArray("{\"kind\":\"invoice\"}"));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("element");
        const auto row = [](const char *name, const char *json, const char *code, const char *element) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(code) << QString::fromLatin1(element);
        };
        row("no kind", "{}", "CONTENT-KIND", "");
        row("another kind", "{\"kind\":\"novel\"}", "CONTENT-KIND", "");
        row("a newer member", "{\"kind\":\"invoice\",\"colour\":\"red\"}", "CONTENT-SHAPE", "invoice");
        row("a newer member inside", "{\"kind\":\"invoice\",\"lines\":[{\"x\":1}]}", "CONTENT-SHAPE", "lines");
        row("a list that is none", "{\"kind\":\"invoice\",\"lines\":{}}", "CONTENT-SHAPE", "lines");
        row("half a paisa", "{\"kind\":\"invoice\",\"lines\":[{\"rate\":1.5}]}", "CONTENT-SHAPE", "rate");
        row("too great a number", "{\"kind\":\"invoice\",\"lines\":[{\"quantity\":9999999999}]}", "CONTENT-SHAPE",
            "quantity");
        row("an unknown word", "{\"kind\":\"invoice\",\"billKind\":\"gift\"}", "CONTENT-SHAPE", "billKind");
        row("no such day", "{\"kind\":\"immunization\",\"due\":[{\"on\":\"2026-02-31\"}]}", "CONTENT-SHAPE", "on");
        row("no such section", "{\"kind\":\"wellness\",\"entries\":[{\"section\":\"dreams\"}]}", "CONTENT-SHAPE",
            "section");
        row("a value of no kind", "{\"kind\":\"lab-report\",\"results\":[{\"value\":{\"odd\":1}}]}", "CONTENT-SHAPE",
            "value");
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QString, element);
        const auto read = recordContentFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QCOMPARE(read.error().detail, element);
    }

    void holdsItsLimits()
    {
        PrescriptionContent content;
        content.medicines.fill(medicine(), 500);
        QVERIFY(checkSize(content).has_value());
        content.medicines << medicine();
        QCOMPARE(checkSize(content).error().detail, u"medicines"_s);
        content.medicines = {medicine()};
        content.medicines[0].note = QString(20'001, u'ज');
        QCOMPARE(checkSize(content).error().detail, u"note"_s);
        LabReportContent deep = lab();
        deep.results[0].parts[0].value = QString(20'001, u'x');
        QCOMPARE(checkSize(deep).error().code, u"CONTENT-SIZE"_s);
    }

    void saysHowToTakeAMedicine_data()
    {
        QTest::addColumn<MedicineLine>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("directions");
        QTest::newRow("Ayurvedic")
            << medicine() << u"Tribhuvankirti rasa 125 mg vati (Some brand)"_s
            << u"1 vati, 1-0-1-0.5, after fever, when needed, after food, with honey, oral, for 5 days"_s;
        MedicineLine generic;
        generic.medicine.text = u"paracetamol"_s;
        generic.formulation = u"tablet"_s;
        generic.strength = u"500 mg"_s;
        generic.dose = u"1 tablet"_s;
        generic.times.timesADay = 3;
        generic.days = 1;
        QTest::newRow("a generic name in capitals")
            << generic << u"PARACETAMOL 500 mg tablet"_s << u"1 tablet, 3 times a day, for 1 day"_s;
        MedicineLine byTheClock;
        byTheClock.medicine.text = u"x"_s;
        byTheClock.times.everyHours = 8;
        QTest::newRow("by the clock") << byTheClock << u"X"_s << u"every 8 hours"_s;
        QTest::newRow("nothing said") << MedicineLine{} << QString() << QString();
    }
    void saysHowToTakeAMedicine()
    {
        QFETCH(MedicineLine, line);
        QTEST(nameOf(line), "name");
        QTEST(directionsOf(line), "directions");
    }

    void comparesAValueWithItsRange_data()
    {
        using B = Quantity::Bound;
        using I = Interpretation;
        QTest::addColumn<Quantity>("value");
        QTest::addColumn<Interpretation>("said");
        const auto row = [](const char *value, B bound, I said) {
            QTest::addRow("%s %s", qPrintable(toWord(bound)), value)
                << Quantity{QString::fromLatin1(value), {}, {}, bound} << said;
        };
        row("3.9", B::Exact, I::Low);
        row("4.0", B::Exact, I::Normal);
        row("11", B::Exact, I::Normal);
        row("11.1", B::Exact, I::High);
        row("3", B::Below, I::Low);
        row("4", B::Below, I::None); // at the edge: "below 4" is low, but who says by which rule
        row("12", B::Below, I::None);
        row("12", B::Above, I::High);
        row("3", B::AtLeast, I::None);
        row("", B::Exact, I::None);
        row("1,5", B::Exact, I::None);
    }
    void comparesAValueWithItsRange()
    {
        QFETCH(Quantity, value);
        QFETCH(Interpretation, said);
        QCOMPARE(interpret(value, {u"4"_s, u"11"_s, {}}), said);
        QCOMPARE(interpret(value, {{}, {}, u"see text"_s}), Interpretation::None);
    }

    void knowsADecimal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        for (const auto *good : {"0", "-1", "6.10", "123456789012", "0.000001"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const auto *bad :
            {"", "-", "01", "1.", ".5", "1e5", "1,5", "+1", " 1", "1 ", "1\n", "1234567890123", "NaN"})
            QTest::addRow("not '%s'", bad) << QString::fromLatin1(bad) << false;
        QTest::newRow("not Devanagari digits") << u"१२"_s << false;
    }
    void knowsADecimal()
    {
        QFETCH(QString, text);
        QTEST(isDecimal(text), "is");
    }

    void addsUpABillInPaise()
    {
        const auto bill = std::get<InvoiceContent>(filled(8));
        QCOMPARE(netOf(bill), Paise(25'000));
        QCOMPARE(grossOf(bill), Paise(25'300));
        QCOMPARE(rupees(25'300), u"253.00"_s);
        QCOMPARE(rupees(5), u"0.05"_s);
        QCOMPARE(rupees(-105), u"-1.05"_s);
    }
};

QTEST_APPLESS_MAIN(TestRecordContent)
#include "tst_record_content.moc"
