#include "fhir/checker.h"
#include "fhir/json_edit.h"
#include "fhir/reader.h"
#include "fhir/samples/samples.h"

#include <QSet>
#include <QTest>

using namespace nadi;
using namespace nadi::test;

namespace
{
fhir::DocumentInput inputOf(const QString &name)
{
    for (const auto &sample : fhir::sampleDocuments())
        if (sample.name == name)
            return sample.input;
    return {};
}

QByteArray written(const char *name)
{
    return fhir::writeDocument(inputOf(QLatin1String(name))).value_or(QByteArray());
}

QString listed(const Result<QList<fhir::Finding>> &findings)
{
    if (!findings)
        return findings.error().code + u' ' + findings.error().detail;
    QStringList lines;
    for (const auto &f : *findings)
        lines += f.rule + u' ' + f.place + u' ' + f.message;
    return lines.join(u'\n');
}

QList<QJsonObject> resources(const QByteArray &json, const QString &type)
{
    QList<QJsonObject> found;
    const auto entries = QJsonDocument::fromJson(json)[u"entry"].toArray();
    for (const auto &entry : entries)
        if (const auto resource = entry[u"resource"].toObject(); resource[u"resourceType"] == type)
            found += resource;
    return found;
}

QJsonObject only(const QByteArray &json, const QString &type)
{
    const auto found = resources(json, type);
    return found.size() == 1 ? found.first() : QJsonObject();
}

QStringList sectionTitles(const QByteArray &json)
{
    QStringList titles;
    const auto sections = only(json, QStringLiteral("Composition"))[u"section"].toArray();
    for (const auto &section : sections)
        titles += section[u"title"].toString();
    return titles;
}
}

/// The documents of `nadictl bundle samples`: what each kind holds. That they conform is the independent validator's to
/// say (tst_fhir_conformance).
class TstFhirSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySamplePassesTheCheckerAndIsReadBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &sample : fhir::sampleDocuments())
            QTest::newRow(qPrintable(sample.name)) << sample.name;
    }
    void everySamplePassesTheCheckerAndIsReadBack()
    {
        QFETCH(QString, name);
        const auto input = inputOf(name);
        const auto json = fhir::writeDocument(input);
        QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
        QCOMPARE(listed(fhir::checkDocument(*json)), QString());
        QCOMPARE(*fhir::writeDocument(inputOf(name)), *json);

        const auto read = fhir::readDocument(*json);
        QVERIFY(read);
        const bool isScannedBill = name == u"Invoice-scan"; // InvoiceRecord has no place for pages alone
        QCOMPARE(read->hiType, toWire(isScannedBill ? HiType::HealthDocumentRecord : input.type));
        QCOMPARE(read->files.size(), input.attachments.size());
        QVERIFY(read->notUnderstood.isEmpty());
        QVERIFY(!read->sections.isEmpty());
        for (const auto &section : read->sections)
            QVERIFY2(!section.title.isEmpty() && !section.lines.isEmpty(), qPrintable(section.title));
    }

    void everyHiTypeHasThreeSizesAndAScan()
    {
        QSet<HiType> scans, contents;
        int sizes = 0;
        for (const auto &sample : fhir::sampleDocuments()) {
            if (sample.name.endsWith(u"-scan"))
                scans += sample.input.type;
            else
                ++sizes;
            contents += sample.input.type;
        }
        QCOMPARE(scans.size(), 8);
        QCOMPARE(contents.size(), 8);
        QCOMPARE(sizes, 9 * 3); // laboratory and imaging share a type
    }

    void aConsultationHasItsSectionsInTheOrderOfTheProfile()
    {
        QCOMPARE(sectionTitles(written("op-consultation-typical")),
            (QStringList{QStringLiteral("Chief complaints"), QStringLiteral("Physical examination"),
                QStringLiteral("Allergies"), QStringLiteral("Medical history"), QStringLiteral("Family history"),
                QStringLiteral("Investigations advised"), QStringLiteral("Medicines"), QStringLiteral("Follow-up"),
                QStringLiteral("Procedures"), QStringLiteral("Referral"),
                QStringLiteral("Diagnosis in the traditional system"), QStringLiteral("Documents"),
                QStringLiteral("Diagnosis"), QStringLiteral("Advice")}));
    }

    void traditionalCodesTravelBesideTheCondition()
    {
        const auto json = written("op-consultation-typical");
        const auto conditions = resources(json, QStringLiteral("Condition"));
        const auto observations = resources(json, QStringLiteral("Observation"));
        QJsonObject diagnosis, traditional;
        for (const auto &condition : conditions)
            if (condition.contains(u"category"))
                diagnosis = condition;
        for (const auto &observation : observations)
            if (observation.contains(u"focus"))
                traditional = observation;
        const auto codings = diagnosis[u"code"][u"coding"].toArray();
        QCOMPARE(codings.size(), 1);
        QCOMPARE(codings[0][u"system"].toString(), QStringLiteral("http://snomed.info/sct"));
        QVERIFY(diagnosis[u"code"][u"text"].toString().endsWith(u"[AAE-16, SP12]"));
        QCOMPARE(traditional[u"focus"][0][u"reference"].toString(),
            QStringLiteral("urn:uuid:") + diagnosis[u"id"].toString());
        const auto carried = traditional[u"valueCodeableConcept"][u"coding"].toArray();
        QCOMPARE(carried[0][u"system"].toString(), QStringLiteral("https://namaste.ayush.gov.in/ayurveda"));
        QCOMPARE(carried[1][u"system"].toString(), QStringLiteral("http://id.who.int/icd/release/11/mms"));
    }

    void whatIsCertainOfADosageIsStructured()
    {
        const auto medicines = resources(written("prescription-typical"), QStringLiteral("MedicationRequest"));
        const auto dosage = [&](int i) { return medicines[i][u"dosageInstruction"][0].toObject(); };
        const auto repeat = [&](int i) { return dosage(i)[u"timing"][u"repeat"].toObject(); };
        QCOMPARE(dosage(0)[u"text"].toString(), QStringLiteral("1 tablet, 1-0-1-0, after food, by mouth, for 5 days"));
        QCOMPARE(repeat(0)[u"frequency"].toInt(), 2);
        QCOMPARE(repeat(0)[u"when"].toArray(), (QJsonArray{QStringLiteral("MORN"), QStringLiteral("EVE")}));
        QCOMPARE(repeat(0)[u"boundsDuration"][u"value"].toInt(), 5);
        QCOMPARE(dosage(0)[u"doseAndRate"][0][u"doseQuantity"][u"unit"].toString(), QStringLiteral("tablet"));
        QCOMPARE(medicines[0][u"dispenseRequest"][u"quantity"][u"value"].toInt(), 10);
        QCOMPARE(repeat(1)[u"when"].toArray(), QJsonArray{QStringLiteral("AC")});
        QCOMPARE(dosage(1)[u"additionalInstruction"][0][u"text"].toString(), QStringLiteral("with lukewarm water"));
        QCOMPARE(repeat(2)[u"when"].toArray(), QJsonArray{QStringLiteral("HS")});
        QCOMPARE(dosage(2)[u"doseAndRate"][0][u"doseQuantity"][u"code"].toString(), QStringLiteral("g"));
    }

    void aStayIsAnInPatientEncounter()
    {
        const auto stay = only(written("discharge-summary-typical"), QStringLiteral("Encounter"));
        QCOMPARE(stay[u"class"][u"code"].toString(), QStringLiteral("IMP"));
        QCOMPARE(stay[u"status"].toString(), QStringLiteral("finished"));
        QCOMPARE(stay[u"period"][u"start"].toString(), QStringLiteral("2026-10-20T03:30:00.000Z"));
        QCOMPARE(stay[u"diagnosis"].toArray().size(), 1);
    }

    void laboratoryValuesKeepTheirDigitsRangeAndSpecimen()
    {
        const auto json = written("diagnostic-report-lab-typical");
        QVERIFY(json.contains("\"value\":161.50,"));
        const auto results = resources(json, QStringLiteral("Observation"));
        QCOMPARE(results[1][u"interpretation"][0][u"coding"][0][u"code"].toString(), QStringLiteral("H"));
        QCOMPARE(results[1][u"referenceRange"][0][u"high"][u"value"].toInt(), 150);
        QCOMPARE(results[2][u"valueQuantity"][u"comparator"].toString(), QStringLiteral("<"));
        const auto specimen = QStringLiteral("urn:uuid:") + only(json, QStringLiteral("Specimen"))[u"id"].toString();
        for (const auto &result : results)
            QCOMPARE(result[u"specimen"][u"reference"].toString(), specimen);
        const auto report = only(json, QStringLiteral("DiagnosticReport"));
        QCOMPARE(report[u"result"].toArray().size(), 3);
        QCOMPARE(report[u"resultsInterpreter"].toArray().size(), 1);
    }

    void theFirstPagesOfAnImagingReportAreItsPictures()
    {
        const auto json = written("diagnostic-report-imaging-extreme");
        QCOMPARE(resources(json, QStringLiteral("Media")).size(), 5);
        QCOMPARE(only(json, QStringLiteral("DiagnosticReport"))[u"media"].toArray().size(), 5);
        QVERIFY(resources(json, QStringLiteral("DocumentReference")).isEmpty());
    }

    void severalPagesOfALaboratoryReportAreOneDocument()
    {
        const auto pages = only(written("diagnostic-report-lab-extreme"), QStringLiteral("DocumentReference"));
        QCOMPARE(pages[u"content"].toArray().size(), 5);
    }

    void wellnessGoesWhereItsCodeMayBe()
    {
        const auto json = written("wellness-record-typical");
        QCOMPARE(sectionTitles(json),
            (QStringList{QStringLiteral("Vital Signs"), QStringLiteral("Body Measurement"),
                QStringLiteral("Physical Activity"), QStringLiteral("General Assessment"),
                QStringLiteral("Women Health"), QStringLiteral("Lifestyle"), QStringLiteral("Other Observations"),
                QStringLiteral("Document Reference")}));
        QMap<QString, QJsonObject> byName;
        for (const auto &observation : resources(json, QStringLiteral("Observation")))
            byName.insert(observation[u"code"][u"text"].toString(), observation);
        const auto profile = [&](const char *name) {
            return byName.value(QLatin1String(name))[u"meta"][u"profile"][0].toString().section(u'/', -1);
        };
        QCOMPARE(profile("Heart rate"), QStringLiteral("ObservationVitalSigns"));
        QCOMPARE(profile("Body temperature"), QStringLiteral("Observation"));
        QCOMPARE(byName.value(QStringLiteral("Body temperature"))[u"code"][u"coding"].toArray().size(), 1);
        QVERIFY(!byName.value(QStringLiteral("Body height"))[u"code"].toObject().contains(u"coding"));
        QCOMPARE(byName.value(QStringLiteral("Sleep"))[u"valueCodeableConcept"][u"text"].toString(),
            QStringLiteral("seven hours"));
    }

    void moneyIsExactAndAddsUp()
    {
        const auto json = written("invoice-typical");
        QVERIFY(json.contains("\"totalNet\":{\"value\":324.50,\"currency\":\"INR\"}"));
        QVERIFY(json.contains("\"totalGross\":{\"value\":336.44,\"currency\":\"INR\"}"));
        const auto bill = only(json, QStringLiteral("Invoice"));
        QCOMPARE(bill[u"identifier"].toArray().size(), 1);
        const auto price = bill[u"lineItem"][0][u"priceComponent"].toArray();
        QCOMPARE(price[0][u"factor"].toInt(), 2);
        QCOMPARE(price[0][u"amount"][u"value"].toDouble(), 25.0);
        QCOMPARE(resources(json, QStringLiteral("ChargeItem")).size(), 3);
    }

    void anAmendedDocumentSaysWhatItReplaces()
    {
        const auto composition = only(written("prescription-extreme"), QStringLiteral("Composition"));
        QCOMPARE(composition[u"status"].toString(), QStringLiteral("amended"));
        const auto relation = composition[u"relatesTo"][0].toObject();
        QCOMPARE(relation[u"code"].toString(), QStringLiteral("replaces"));
        QCOMPARE(
            relation[u"targetIdentifier"][u"value"].toString(), QStringLiteral("5f0f3a52-7a0c-5a5e-9d0e-3a3c1b0e7d11"));
        QVERIFY(composition[u"text"][u"div"].toString().contains(u"Replaces the document of 1 November 2026"));
    }

    void whatAProfileDemandsIsNamedWhenItIsMissing_data()
    {
        QTest::addColumn<RecordContent>("content");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *detail, RecordContent content) {
            QTest::newRow(detail) << std::move(content) << QString::fromLatin1(detail);
        };
        const Coded named{QStringLiteral("x"), {}};
        Measurement result;
        result.what = named;
        LabReportContent report;
        report.report = named;
        report.results = {result};
        row("DiagnosticReport.conclusion", report);
        report.conclusion = QStringLiteral("x");
        report.specimen = named;
        row("Specimen.receivedTime", report);
        report.results.clear();
        report.specimen = {};
        row("DiagnosticReport.result", report);
        ImagingReportContent imaging;
        imaging.report = named;
        imaging.conclusion = QStringLiteral("x");
        row("DiagnosticReport.media", imaging);
        ImmunizationContent vaccines;
        vaccines.given = {VaccineGiven()};
        row("Immunization.vaccineCode", vaccines);
        vaccines.given.first().vaccine = named;
        row("Immunization.occurrenceDateTime", vaccines);
        InvoiceContent bill;
        row("Invoice.identifier.value", bill);
        bill.number = QStringLiteral("1");
        row("Invoice.lineItem", bill);
        ConsultationContent said;
        row("Composition.section.entry", said);
        said.family = {{QString(), named}};
        row("FamilyMemberHistory.relationship", said);
        DischargeContent stay;
        stay.course = QStringLiteral("x");
        stay.admittedAt = UtcTime::fromMs(2'000);
        stay.dischargedAt = UtcTime::fromMs(1'000);
        row("Encounter.period.end", stay);
        row("Observation.code", WellnessContent{{WellnessEntry()}});
    }
    void whatAProfileDemandsIsNamedWhenItIsMissing()
    {
        QFETCH(RecordContent, content);
        QFETCH(QString, detail);
        auto input = inputOf(QStringLiteral("prescription-minimal"));
        input.type = *hiTypeOf(content);
        input.content = content;
        const auto json = fhir::writeDocument(input);
        QVERIFY(!json);
        QCOMPARE(json.error().code, QStringLiteral("FHIR-INPUT"));
        QCOMPARE(json.error().detail, detail);
    }
};

QTEST_APPLESS_MAIN(TstFhirSamples)
#include "tst_fhir_samples.moc"
