#include "fhir/checker.h"
#include "fhir/json_edit.h"
#include "fhir/sample_input.h"

#include <QTest>

using namespace nadi;
using namespace nadi::test;

namespace
{
/// One fault put into a good document, and what must be said about it. Entries of the prescription: 0 Composition,
/// 1 Patient, 2 Practitioner, 3 Organization, 4 Encounter, 5 Condition, 6 and 7 MedicationRequest, 8 Binary; of the
/// health document: 5 and 6 DocumentReference.
struct Fault
{
    const char *name;
    const char *path; ///< below the Bundle
    const char *json; ///< the new value, ' for " and ` for \\"; empty removes
    const char *rule;
    const char *place; ///< below "Bundle."
};

constexpr Fault inPrescription[] = {
    // The Bundle
    {"another bundle type", "type", "'collection'", "FHIR-FIXED", "type"},
    {"a bundle type that is none", "type", "'dokument'", "FHIR-CODE", "type"},
    {"no bundle type", "type", "", "FHIR-REQUIRED", "type"},
    {"no bundle identifier", "identifier", "", "FHIR-REQUIRED", "identifier"},
    {"no identifier system", "identifier.system", "", "FHIR-REQUIRED", "identifier.system"},
    {"no identifier value", "identifier.value", "", "FHIR-REQUIRED", "identifier.value"},
    {"no timestamp", "timestamp", "", "FHIR-REQUIRED", "timestamp"},
    {"a timestamp without zone", "timestamp", "'2026-11-02T10:30:00'", "FHIR-FORMAT", "timestamp"},
    {"a timestamp that is a date", "timestamp", "'2026-11-02'", "FHIR-FORMAT", "timestamp"},
    {"no meta", "meta", "", "FHIR-REQUIRED", "meta"},
    {"no version", "meta.versionId", "", "FHIR-REQUIRED", "meta.versionId"},
    {"no document profile", "meta.profile", "", "FHIR-PROFILE", "meta.profile"},
    {"an id with a blank", "id", "'a b'", "FHIR-FORMAT", "id"},
    {"no entries", "entry", "", "FHIR-COMPOSITION", "entry"},
    {"entries that are no list", "entry", "{}", "FHIR-SHAPE", "entry"},
    // Entries
    {"an entry without fullUrl", "entry[2].fullUrl", "", "FHIR-FULLURL", "entry[2].fullUrl"},
    {"a relative fullUrl", "entry[3].fullUrl", "'Organization/1'", "FHIR-FULLURL", "entry[3].fullUrl"},
    {"an upper-case uuid", "entry[3].fullUrl", "'urn:uuid:00000000-0000-4000-A000-000000000004'", "FHIR-FULLURL",
        "entry[3].fullUrl"},
    {"a fullUrl twice", "entry[3].fullUrl", "'urn:uuid:00000000-0000-4000-a000-000000000002'", "FHIR-FULLURL",
        "entry[3].fullUrl"},
    {"an id that is not the fullUrl's", "entry[3].resource.id", "'other'", "FHIR-FULLURL", "entry[3].resource"},
    {"an entry without resource", "entry[4].resource", "", "FHIR-REQUIRED", "entry[4].resource"},
    {"a resource without type", "entry[4].resource.resourceType", "", "FHIR-SHAPE", "entry[4].resource"},
    {"an unknown resource type", "entry[4].resource.resourceType", "'Spaceship'", "FHIR-TYPE-UNKNOWN",
        "entry[4].resource"},
    {"a second Composition", "entry[4].resource.resourceType", "'Composition'", "FHIR-COMPOSITION",
        "entry[4].resource"},
    {"no Composition", "entry[0]", "", "FHIR-COMPOSITION", "entry[0].resource"},
    {"a resource nobody speaks of", "entry[9]",
        "{'fullUrl':'urn:uuid:22222222-2222-4222-a222-222222222222','resource':{'resourceType':'Location','id':'"
        "22222222-2222-4222-a222-222222222222','name':'x'}}",
        "FHIR-ORPHAN", "entry[9]"},
    // The Composition
    {"no Composition profile", "entry[0].resource.meta.profile", "", "FHIR-PROFILE", "entry[0].resource.meta.profile"},
    {"a misspelt profile", "entry[0].resource.meta.profile[0]",
        "'https://nrces.in/ndhm/fhir/r4/StructureDefinition/PrescriptionRecords'", "FHIR-PROFILE",
        "entry[0].resource.meta.profile"},
    {"a profile of another type", "entry[1].resource.meta.profile[0]",
        "'https://nrces.in/ndhm/fhir/r4/StructureDefinition/Practitioner'", "FHIR-PROFILE",
        "entry[1].resource.meta.profile[0]"},
    {"a profile that is not known", "entry[1].resource.meta.profile[1]", "'https://example.in/Patient'",
        "FHIR-PROFILE-UNCHECKED", "entry[1].resource.meta.profile[1]"},
    {"a status that is none", "entry[0].resource.status", "'completed'", "FHIR-CODE", "entry[0].resource.status"},
    {"no type", "entry[0].resource.type", "", "FHIR-REQUIRED", "entry[0].resource.type"},
    {"the code of another kind", "entry[0].resource.type.coding[0].code", "'371530004'", "FHIR-FIXED",
        "entry[0].resource.type.coding[0].code"},
    {"another display", "entry[0].resource.type.coding[0].display", "'Prescription'", "FHIR-FIXED",
        "entry[0].resource.type.coding[0].display"},
    {"two type codings", "entry[0].resource.type.coding[1]",
        "{'system':'http://snomed.info/sct','code':'440545006','display':'Prescription record'}", "FHIR-MANY",
        "entry[0].resource.type.coding"},
    {"no subject", "entry[0].resource.subject", "", "FHIR-REQUIRED", "entry[0].resource.subject"},
    {"a patient who is not in the document", "entry[0].resource.subject.reference",
        "'urn:uuid:99999999-9999-4999-a999-999999999999'", "FHIR-REFERENCE", "entry[0].resource.subject"},
    {"a doctor as subject", "entry[0].resource.subject.reference", "'urn:uuid:00000000-0000-4000-a000-000000000003'",
        "FHIR-REFERENCE-TYPE", "entry[0].resource.subject"},
    {"a relative reference", "entry[0].resource.subject.reference", "'Patient/00000000-0000-4000-a000-000000000002'",
        "FHIR-REFERENCE", "entry[0].resource.subject"},
    {"no display", "entry[0].resource.subject.display", "", "FHIR-DISPLAY", "entry[0].resource.subject"},
    {"no date", "entry[0].resource.date", "", "FHIR-REQUIRED", "entry[0].resource.date"},
    {"an impossible date", "entry[0].resource.date", "'2026-02-30'", "FHIR-FORMAT", "entry[0].resource.date"},
    {"no author", "entry[0].resource.author", "", "FHIR-REQUIRED", "entry[0].resource.author"},
    {"an encounter as author", "entry[0].resource.author[0].reference",
        "'urn:uuid:00000000-0000-4000-a000-000000000005'", "FHIR-REFERENCE-TYPE", "entry[0].resource.author[0]"},
    {"an author that is no list", "entry[0].resource.author", "{'display':'x'}", "FHIR-SHAPE",
        "entry[0].resource.author"},
    {"no title", "entry[0].resource.title", "", "FHIR-REQUIRED", "entry[0].resource.title"},
    {"an empty title", "entry[0].resource.title", "''", "FHIR-FORMAT", "entry[0].resource.title"},
    {"a title that is a number", "entry[0].resource.title", "5", "FHIR-SHAPE", "entry[0].resource.title"},
    {"a mode that is none", "entry[0].resource.attester[0].mode", "'doctor'", "FHIR-CODE",
        "entry[0].resource.attester[0].mode"},
    {"no section", "entry[0].resource.section", "", "FHIR-REQUIRED", "entry[0].resource.section"},
    {"two sections", "entry[0].resource.section[1]",
        "{'title':'x','entry':[{'type':'Binary','reference':'urn:uuid:00000000-0000-4000-a000-000000000009'}]}",
        "FHIR-MANY", "entry[0].resource.section"},
    {"a section without entries", "entry[0].resource.section[0].entry", "", "FHIR-REQUIRED",
        "entry[0].resource.section[0].entry"},
    {"a section of another code", "entry[0].resource.section[0].code.coding[0].code", "'419891008'", "FHIR-FIXED",
        "entry[0].resource.section[0].code.coding[0].code"},
    {"an entry without type", "entry[0].resource.section[0].entry[0].type", "", "FHIR-SLICE",
        "entry[0].resource.section[0].entry[0]"},
    {"an entry of another type", "entry[0].resource.section[0].entry[0].type", "'Condition'", "FHIR-SLICE",
        "entry[0].resource.section[0].entry[0]"},
    {"a type that lies", "entry[0].resource.section[0].entry[2].type", "'MedicationRequest'", "FHIR-REFERENCE-TYPE",
        "entry[0].resource.section[0].entry[2]"},
    {"two scans", "entry[0].resource.section[0].entry[3]",
        "{'type':'Binary','reference':'urn:uuid:00000000-0000-4000-a000-000000000009'}", "FHIR-MANY",
        "entry[0].resource.section[0].entry:Binary"},
    {"a narrative without namespace", "entry[0].resource.text.div", "'<div>x</div>'", "FHIR-NARRATIVE",
        "entry[0].resource.text.div"},
    {"a narrative that is not closed", "entry[0].resource.text.div",
        "'<div xmlns=`http://www.w3.org/1999/xhtml`><p>x<br></p></div>'", "FHIR-NARRATIVE",
        "entry[0].resource.text.div"},
    {"a narrative with a script", "entry[0].resource.text.div",
        "'<div xmlns=`http://www.w3.org/1999/xhtml`><script>1</script>x</div>'", "FHIR-NARRATIVE",
        "entry[0].resource.text.div"},
    {"a narrative that acts", "entry[0].resource.text.div",
        "'<div xmlns=`http://www.w3.org/1999/xhtml`><p onclick=`x()`>x</p></div>'", "FHIR-NARRATIVE",
        "entry[0].resource.text.div"},
    {"a bare ampersand", "entry[0].resource.text.div", "'<div xmlns=`http://www.w3.org/1999/xhtml`>salt & water</div>'",
        "FHIR-NARRATIVE", "entry[0].resource.text.div"},
    {"an empty narrative", "entry[0].resource.text.div", "'<div xmlns=`http://www.w3.org/1999/xhtml`> </div>'",
        "FHIR-NARRATIVE", "entry[0].resource.text.div"},
    // People
    {"a patient without identifier", "entry[1].resource.identifier", "", "FHIR-REQUIRED",
        "entry[1].resource.identifier"},
    {"an identifier without type", "entry[1].resource.identifier[0].type", "", "FHIR-REQUIRED",
        "entry[1].resource.identifier[0].type"},
    {"an identifier without value", "entry[1].resource.identifier[1].value", "", "FHIR-REQUIRED",
        "entry[1].resource.identifier[1].value"},
    {"an identifier type without display", "entry[1].resource.identifier[0].type.coding[0].display", "",
        "FHIR-REQUIRED", "entry[1].resource.identifier[0].type.coding[0].display"},
    {"a name without text", "entry[1].resource.name[0]", "{'given':['Asha']}", "FHIR-REQUIRED",
        "entry[1].resource.name[0].text"},
    {"a telecom without value", "entry[1].resource.telecom[0].value", "", "FHIR-REQUIRED",
        "entry[1].resource.telecom[0].value"},
    {"a telecom without system", "entry[1].resource.telecom[0].system", "", "FHIR-INVARIANT",
        "entry[1].resource.telecom[0]"},
    {"a gender letter", "entry[1].resource.gender", "'F'", "FHIR-CODE", "entry[1].resource.gender"},
    {"a null", "entry[1].resource.gender", "null", "FHIR-SHAPE", "entry[1].resource.gender"},
    {"a birth date the Indian way round", "entry[1].resource.birthDate", "'17-05-1984'", "FHIR-FORMAT",
        "entry[1].resource.birthDate"},
    {"a birth date with a time", "entry[1].resource.birthDate", "'1984-05-17T00:00:00Z'", "FHIR-FORMAT",
        "entry[1].resource.birthDate"},
    {"an empty object", "entry[1].resource.maritalStatus", "{}", "FHIR-SHAPE", "entry[1].resource.maritalStatus"},
    {"an empty list", "entry[1].resource.contact", "[]", "FHIR-SHAPE", "entry[1].resource.contact"},
    {"a member nobody knows", "entry[1].resource.abha", "'91'", "FHIR-UNKNOWN-MEMBER", "entry[1].resource.abha"},
    {"two kinds of one choice", "entry[1].resource.multipleBirthBoolean", "true", "", ""},
    {"a doctor without identifier", "entry[2].resource.identifier", "", "FHIR-REQUIRED",
        "entry[2].resource.identifier"},
    {"a clinic without name", "entry[3].resource.name", "", "FHIR-REQUIRED", "entry[3].resource.name"},
    {"a clinic number without system", "entry[3].resource.identifier[0].system", "", "FHIR-REQUIRED",
        "entry[3].resource.identifier[0].system"},
    {"a visit without class", "entry[4].resource.class", "", "FHIR-REQUIRED", "entry[4].resource.class"},
    {"a visit that ends before it starts", "entry[4].resource.period.end", "'2026-11-01T04:50:00.000Z'",
        "FHIR-INVARIANT", "entry[4].resource.period"},
    // Medicines
    {"a medicine without date", "entry[6].resource.authoredOn", "", "FHIR-REQUIRED", "entry[6].resource.authoredOn"},
    {"a medicine without requester", "entry[6].resource.requester", "", "FHIR-REQUIRED", "entry[6].resource.requester"},
    {"a medicine without dosage", "entry[6].resource.dosageInstruction", "", "FHIR-REQUIRED",
        "entry[6].resource.dosageInstruction"},
    {"no medicine", "entry[6].resource.medicationCodeableConcept", "", "FHIR-REQUIRED",
        "entry[6].resource.medication[x]"},
    {"two medicines in one line", "entry[6].resource.medicationReference", "{'display':'x'}", "FHIR-CHOICE",
        "entry[6].resource.medication[x]"},
    {"a medicine of another code system", "entry[7].resource.medicationCodeableConcept.coding[0].system",
        "'http://www.nlm.nih.gov/research/umls/rxnorm'", "FHIR-FIXED",
        "entry[7].resource.medicationCodeableConcept.coding[0].system"},
    {"a medicine without display", "entry[7].resource.medicationCodeableConcept.coding[0].display", "", "FHIR-REQUIRED",
        "entry[7].resource.medicationCodeableConcept.coding[0].display"},
    {"an intent that is none", "entry[6].resource.intent", "'prescribe'", "FHIR-CODE", "entry[6].resource.intent"},
    {"a frequency in letters", "entry[6].resource.dosageInstruction[0].timing", "{'repeat':{'frequency':'2'}}",
        "FHIR-SHAPE", "entry[6].resource.dosageInstruction[0].timing.repeat.frequency"},
    {"a frequency that is no whole number", "entry[6].resource.dosageInstruction[0].timing",
        "{'repeat':{'frequency':1.5}}", "FHIR-FORMAT",
        "entry[6].resource.dosageInstruction[0].timing.repeat.frequency"},
    {"a period without unit", "entry[6].resource.dosageInstruction[0].timing", "{'repeat':{'period':1}}",
        "FHIR-INVARIANT", "entry[6].resource.dosageInstruction[0].timing.repeat"},
    {"a unit that is none", "entry[6].resource.dosageInstruction[0].timing",
        "{'repeat':{'period':1,'periodUnit':'days'}}", "FHIR-CODE",
        "entry[6].resource.dosageInstruction[0].timing.repeat.periodUnit"},
    {"a unit code without system", "entry[6].resource.dosageInstruction[0].maxDosePerLifetime",
        "{'value':1,'code':'mg'}", "FHIR-INVARIANT", "entry[6].resource.dosageInstruction[0].maxDosePerLifetime"},
    // The scan
    {"a scan without bytes", "entry[8].resource.data", "", "FHIR-REQUIRED", "entry[8].resource.data"},
    {"a scan without contentType", "entry[8].resource.contentType", "", "FHIR-REQUIRED",
        "entry[8].resource.contentType"},
    {"a data URL", "entry[8].resource.data", "'data:application/pdf;base64,JVBERi0='", "FHIR-FORMAT",
        "entry[8].resource.data"},
    {"base64 cut short", "entry[8].resource.data", "'JVBERi0'", "FHIR-FORMAT", "entry[8].resource.data"},
    {"URL-safe base64", "entry[8].resource.data", "'JVBERi0_'", "FHIR-FORMAT", "entry[8].resource.data"},
    {"a PDF that says it is a photo", "entry[8].resource.contentType", "'image/jpeg'", "FHIR-ATTACHMENT",
        "entry[8].resource"},
    {"a photo that says it is a PDF", "entry[8].resource.data", "'/9j/4AAQ'", "FHIR-ATTACHMENT", "entry[8].resource"},
    {"a file no viewer shows", "entry[8].resource.contentType", "'application/zip'", "FHIR-ATTACHMENT",
        "entry[8].resource"},
};

constexpr Fault inHealthDocument[] = {
    {"a scan without bytes, only a link", "entry[5].resource.content[0].attachment",
        "{'contentType':'image/jpeg','url':'https://example.in/x.jpg'}", "FHIR-REQUIRED",
        "entry[5].resource.content[0].attachment.data"},
    {"no content", "entry[5].resource.content", "", "FHIR-REQUIRED", "entry[5].resource.content"},
    {"bytes without contentType", "entry[5].resource.content[0].attachment.contentType", "", "FHIR-INVARIANT",
        "entry[5].resource.content[0].attachment"},
    {"bytes of another kind", "entry[6].resource.content[0].attachment.contentType", "'application/pdf'",
        "FHIR-ATTACHMENT", "entry[6].resource.content[0].attachment"},
    {"a status that is none", "entry[5].resource.status", "'final'", "FHIR-CODE", "entry[5].resource.status"},
    {"a patient as entry", "entry[0].resource.section[0].entry[0]",
        "{'reference':'urn:uuid:00000000-0000-4000-a000-000000000002'}", "FHIR-REFERENCE-TYPE",
        "entry[0].resource.section[0].entry[0]"},
    {"an entry without reference", "entry[0].resource.section[0].entry[0].reference", "", "FHIR-REQUIRED",
        "entry[0].resource.section[0].entry[0].reference"},
};

QByteArray unquoted(const char *json)
{
    return QByteArray(json).replace('\'', '"').replace('`', "\\\"");
}

QString listed(const QList<fhir::Finding> &findings)
{
    QStringList lines;
    for (const auto &f : findings)
        lines += f.rule + u' ' + f.place + u' ' + f.message;
    return lines.join(u'\n');
}
}

class TstFhirFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFaultIsFoundWhereItIs_data()
    {
        QTest::addColumn<HiType>("type");
        QTest::addColumn<Fault>("fault");
        for (const auto &fault : inPrescription)
            QTest::newRow(fault.name) << HiType::Prescription << fault;
        for (const auto &fault : inHealthDocument)
            QTest::addRow("health document: %s", fault.name) << HiType::HealthDocumentRecord << fault;
    }
    void eachFaultIsFoundWhereItIs()
    {
        QFETCH(HiType, type);
        QFETCH(Fault, fault);
        const auto good = fhir::writeDocument(fullInput(type));
        QVERIFY(good);
        const auto findings = fhir::checkDocument(edited(*good, QString::fromLatin1(fault.path), unquoted(fault.json)));
        QVERIFY(findings);
        if (!*fault.rule) { // an allowed change: the checker must not cry wolf
            QVERIFY2(findings->isEmpty(), qPrintable(listed(*findings)));
            return;
        }
        const bool found = std::any_of(findings->begin(), findings->end(), [&](const fhir::Finding &finding) {
            return finding.rule == QLatin1String(fault.rule)
                && finding.place == QLatin1String("Bundle.") + QString::fromLatin1(fault.place);
        });
        QVERIFY2(found, qPrintable(listed(*findings)));
    }

    void aMemberTwiceIsFound()
    {
        auto json = *fhir::writeDocument(smallInput());
        json.replace(unquoted("'type':'document'"), unquoted("'type':'document','type':'document'"));
        const auto findings = fhir::checkDocument(json);
        QVERIFY(findings);
        QCOMPARE(findings->first().rule, QStringLiteral("FHIR-DUPLICATE"));
    }

    void noNumberOfWarningsHidesAnError()
    {
        auto json = edited(*fhir::writeDocument(fullInput()), QStringLiteral("timestamp"), QByteArray());
        const auto orphan
            = unquoted(",{'fullUrl':'urn:uuid:22222222-2222-4222-a222-22222222%1','resource':{'resourceType':"
                       "'Spaceship','id':'22222222-2222-4222-a222-22222222%1','name':'x'}}");
        const auto end = json.indexOf("],\"id\":\"0d5d2c5e");
        QVERIFY(end > 0);
        QByteArray orphans;
        for (int i = 0; i < 3'000; ++i)
            orphans += QByteArray(orphan).replace("%1", QByteArray::number(i).rightJustified(4, '0'));
        // The walk over the types is first and warns of each unknown one; the profile of the Bundle comes after it.
        json.insert(end, orphans);
        const auto findings = fhir::checkDocument(json);
        QVERIFY(findings);
        QVERIFY(std::any_of(findings->begin(), findings->end(), [](const auto &f) {
            return f.severity == fhir::Severity::Error && f.place == QLatin1String("Bundle.timestamp");
        }));
        QVERIFY(findings->size() <= 1'000);
    }

    void findingsHoldNoValueOfTheDocument()
    {
        const auto good = *fhir::writeDocument(fullInput());
        for (const auto &fault : inPrescription) {
            const auto findings
                = fhir::checkDocument(edited(good, QString::fromLatin1(fault.path), unquoted(fault.json)));
            QVERIFY(findings);
            for (const auto *value : {"Asha", "Iravati", "Shanti", "91-1111", "Guggulu", "98000"})
                QVERIFY(!listed(*findings).contains(QLatin1String(value)));
        }
    }

    void whatCannotBeReadIsAnErrorNotAFinding_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("FHIR-JSON");
        QTest::newRow("no JSON") << QByteArray("<Bundle/>") << QStringLiteral("FHIR-JSON");
        QTest::newRow("cut off") << fhir::writeDocument(smallInput())->chopped(1) << QStringLiteral("FHIR-JSON");
        QTest::newRow("more behind it") << *fhir::writeDocument(smallInput()) + "{}" << QStringLiteral("FHIR-JSON");
        QTest::newRow("more behind a zero")
            << *fhir::writeDocument(smallInput()) + QByteArray(1, '\0') + "{}" << QStringLiteral("FHIR-JSON");
        QTest::newRow("bad UTF-8") << unquoted("{'resourceType':'Bundle','id':'\xC3\x28'}")
                                   << QStringLiteral("FHIR-JSON");
        QTest::newRow("half a character")
            << unquoted("{'resourceType':'Bundle','id':'\\ud800'}") << QStringLiteral("FHIR-JSON");
        QTest::newRow("a comment") << QByteArray("{} // x") << QStringLiteral("FHIR-JSON");
        QTest::newRow("not a number") << QByteArray("{\"a\":NaN}") << QStringLiteral("FHIR-JSON");
    }
    void whatCannotBeReadIsAnErrorNotAFinding()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        const auto findings = fhir::checkDocument(json);
        QVERIFY(!findings);
        QCOMPARE(findings.error().code, code);
    }
};

QTEST_APPLESS_MAIN(TstFhirFaults)
#include "tst_fhir_faults.moc"
