#include "fhir/json_edit.h"
#include "fhir/reader.h"
#include "fhir/sample_input.h"
#include "support/time_limit.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace nadi;
using namespace nadi::test;

namespace
{
QString sharedDir()
{
    return qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared"));
}

QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"').replace('`', "\\\"");
}

fhir::DocumentView view(const fhir::DocumentInput &input)
{
    const auto json = fhir::writeDocument(input);
    return json ? fhir::readDocument(*json).value_or(fhir::DocumentView()) : fhir::DocumentView();
}
}

class TstFhirReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsReadBack()
    {
        const auto input = fullInput();
        const auto read = view(input);
        QCOMPARE(read.hiType, QStringLiteral("Prescription"));
        QCOMPARE(read.title, QStringLiteral("Prescription record"));
        QCOMPARE(read.date, input.visit->startedAt);
        QCOMPARE(read.patientName, input.patient.name);
        QCOMPARE(read.authorName, input.doctor.name);
        QCOMPARE(read.organizationName, input.facility.name);
        QCOMPARE(read.sections.size(), 1);
        const auto lines = read.sections.first().lines;
        QVERIFY(lines.contains(QStringLiteral(
            "Yogaraja Guggulu 500 mg tablet: 2 tablets, 2 times a day, after food, with warm water, for 15 days")));
        QVERIFY(lines.contains(QStringLiteral("at most four a day")));
        QCOMPARE(read.files.size(), 1);
        QCOMPARE(read.files.first().mime, QStringLiteral("application/pdf"));
        QCOMPARE(read.files.first().bytes, tinyPdf());
        QVERIFY(read.notUnderstood.isEmpty());
    }

    void everyAttachmentOfAHealthDocumentIsRead()
    {
        const auto read = view(fullInput(HiType::HealthDocumentRecord));
        QCOMPARE(read.hiType, QStringLiteral("HealthDocumentRecord"));
        QCOMPARE(read.files.size(), 2);
        QCOMPARE(read.files.at(1).mime, QStringLiteral("image/jpeg"));
        QCOMPARE(read.files.at(1).title, QStringLiteral("Photo of the plan"));
        QCOMPARE(read.files.at(1).bytes, tinyJpeg());
    }

    void theKindIsFoundByProfileThenCodeThenText_data()
    {
        QTest::addColumn<QByteArray>("composition");
        QTest::addColumn<QString>("hiType");
        QTest::newRow("profile") << quoted(
            "'meta':{'profile':['https://nrces.in/ndhm/fhir/r4/StructureDefinition/OPConsultRecord']}")
                                 << QStringLiteral("OPConsultation");
        QTest::newRow("profile with version")
            << quoted("'meta':{'profile':['https://nrces.in/ndhm/fhir/r4/StructureDefinition/WellnessRecord|6.5.0']}")
            << QStringLiteral("WellnessRecord");
        QTest::newRow("profile before code")
            << quoted("'meta':{'profile':['https://nrces.in/ndhm/fhir/r4/StructureDefinition/InvoiceRecord']},"
                      "'type':{'coding':[{'code':'440545006'}]}")
            << QStringLiteral("Invoice");
        QTest::newRow("code") << quoted("'type':{'coding':[{'code':'373942005'}]}")
                              << QStringLiteral("DischargeSummary");
        QTest::newRow("text in another case")
            << quoted("'type':{'text':'wellness record'}") << QStringLiteral("WellnessRecord");
        QTest::newRow("nothing") << quoted("'type':{'text':'Letter'}") << QString();
    }
    void theKindIsFoundByProfileThenCodeThenText()
    {
        QFETCH(QByteArray, composition);
        const auto json = quoted("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Composition',")
            + composition + "}}]}";
        const auto read = fhir::readDocument(json);
        QVERIFY(read);
        QTEST(read->hiType, "hiType");
    }

    void olderDocumentsWithRelativeReferencesAreRead()
    {
        const auto read = fhir::readDocument(
            quoted("{'resourceType':'Bundle','entry':["
                   "{'fullUrl':'Composition/"
                   "1','resource':{'resourceType':'Composition','id':'1','title':'Old','date':'2021-03-04',"
                   "'subject':{'reference':'Patient/1'},'author':[{'reference':'Practitioner/"
                   "1'}],'section':[{'code':{'text':'Complaints'},"
                   "'entry':[{'reference':'Condition/1'},{'reference':'Condition/2','display':'Not sent'}]}]}},"
                   "{'fullUrl':'Patient/"
                   "1','resource':{'resourceType':'Patient','id':'1','name':[{'given':['Asha'],'family':'Verma'}]}},"
                   "{'fullUrl':'Practitioner/1','resource':{'resourceType':'Practitioner','id':'1','name':[{'text':'Dr "
                   "Nair'}]}},"
                   "{'fullUrl':'Condition/"
                   "1','resource':{'resourceType':'Condition','id':'1','code':{'coding':[{'display':'Fever'}]}}}]}"));
        QVERIFY(read);
        QCOMPARE(read->patientName, QStringLiteral("Asha Verma"));
        QCOMPARE(read->authorName, QStringLiteral("Dr Nair"));
        QCOMPARE(read->date.toIso(), QStringLiteral("2021-03-04T00:00:00.000Z"));
        QCOMPARE(read->sections.first().title, QStringLiteral("Complaints"));
        QCOMPARE(read->sections.first().lines, QStringList({QStringLiteral("Fever"), QStringLiteral("Not sent")}));
    }

    void narrativeIsPlainTextAndLoadsNothing_data()
    {
        QTest::addColumn<QByteArray>("div");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const char *div, const QStringList &lines) {
            QTest::newRow(name) << QByteArray(div) << lines;
        };
        row("paragraphs", "<div><p>one</p><p>two<br/>three</p></div>",
            {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        row("an image from elsewhere", "<div>a<img src='http://evil.example/track.gif'/>b</div>",
            {QStringLiteral("ab")});
        row("a file", "<div><a href='file:///etc/passwd'>see</a></div>", {QStringLiteral("see")});
        row("a script", "<div>a<script>alert(1)</script>b</div>", {QStringLiteral("ab")});
        row("entities", "<div>1 &lt; 2 &amp; caf&#233; &#x0928;</div>", {QStringLiteral("1 < 2 & café न")});
        row("an unknown entity", "<div>a &evil; b</div>", {QStringLiteral("a &evil; b")});
        row("broken", "<div><p>a < b <b unclosed", {QStringLiteral("a")});
        row("a table", "<div><table><tr><td>Hb</td><td>12</td></tr></table></div>", {QStringLiteral("Hb 12")});
    }
    void narrativeIsPlainTextAndLoadsNothing()
    {
        QFETCH(QByteArray, div);
        const auto json = quoted("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Composition','section'"
                                 ":[{'title':'x','text':{'div':'")
            + div + quoted("'}}]}}]}");
        const auto read = fhir::readDocument(json);
        QVERIFY(read);
        QTEST(read->sections.first().lines, "lines");
    }

    void unknownResourcesAreListedNotDropped()
    {
        const auto json = edited(*fhir::writeDocument(fullInput()), QStringLiteral("entry[8]"),
            quoted("{'fullUrl':'urn:uuid:22222222-2222-4222-a222-222222222222','resource':{'resourceType':'Spaceship','"
                   "id':'1'}}"));
        const auto read = fhir::readDocument(json);
        QVERIFY(read);
        QCOMPARE(read->notUnderstood, QStringList(QStringLiteral("Spaceship")));
    }

    void aResourceNamedAThousandTimesIsToldOnce()
    {
        QByteArray entries;
        for (int i = 0; i < 4'000; ++i)
            entries += quoted("{'reference':'Condition/1'},");
        const auto read = fhir::readDocument(
            quoted("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Composition','section':[{'entry':[")
            + entries.chopped(1) + quoted("]}]}},{'resource':{'resourceType':'Condition','id':'1','code':{'text':'")
            + QByteArray(1'000'000, 'x') + quoted("'}}}]}"));
        QVERIFY(read);
        QCOMPARE(read->sections.first().lines.size(), 1);
    }

    void bombsAreRefusedQuickly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("50 MB and one byte") << QByteArray(50 * 1024 * 1024 + 1, ' ');
        QTest::newRow("deep lists") << QByteArray(40'000'000, '[');
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(5'000'000);
        QTest::newRow("65 deep") << QByteArray(65, '[') + QByteArray(65, ']');
        QTest::newRow("many entries") << QByteArray("{\"resourceType\":\"Bundle\",\"entry\":[")
                + QByteArray("{},").repeated(10'000'000) + "{}]}";
        QTest::newRow("many members") << QByteArray("{\"a\":1") + QByteArray(",\"a\":1").repeated(5'000'000) + "}";
        QByteArray nested = QByteArray("[1,1,1,1]").append(',').repeated(4'000);
        nested = '[' + nested.chopped(1) + "],";
        QTest::newRow("many values") << '[' + nested.repeated(400).chopped(1) + ']';
    }
    void bombsAreRefusedQuickly()
    {
        QFETCH(QByteArray, json);
        const ProcessorTimer timer;
        const auto read = fhir::readDocument(json);
        const auto elapsed = timer.elapsed();
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("FHIR-LIMIT"));
        QVERIFY2(elapsed < timeLimit(200), qPrintable(QString::number(elapsed)));
    }

    void theGuidesOwnDocumentsAreRead_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(sharedDir() + QStringLiteral("/fixtures/nrces"));
        for (const auto *sub : {"samples", "ndhm.in-6.5.0/examples/bundles", "ndhm.in-2.0.1/examples"})
            for (const auto &file : QDir(folder.filePath(QLatin1String(sub))).entryInfoList({QStringLiteral("*.json")}))
                QTest::newRow(qPrintable(QLatin1String(sub) + u'/' + file.fileName())) << file.filePath();
        if (!folder.exists())
            QTest::newRow("absent") << QString();
    }
    void theGuidesOwnDocumentsAreRead()
    {
        QFETCH(QString, file);
        if (file.isEmpty())
            QSKIP("the shared folder is absent: NRCeS documents were NOT read");
        QFile f(file);
        QVERIFY(f.open(QIODevice::ReadOnly));
        const auto json = f.readAll();
        if (!json.contains("\"Composition\""))
            return; // the claims family
        const auto read = fhir::readDocument(json);
        QVERIFY2(read, read ? "" : qPrintable(read.error().code + read.error().detail));
        QVERIFY(!read->hiType.isEmpty());
        QVERIFY(!read->title.isEmpty());
        QVERIFY(!read->patientName.isEmpty());
        QVERIFY(!read->authorName.isEmpty());
        QVERIFY(read->date.isSet());
        QVERIFY(!read->sections.isEmpty());
        for (const auto &section : read->sections)
            QVERIFY2(!section.lines.isEmpty(), qPrintable(section.title));
        QVERIFY2(read->notUnderstood.isEmpty(), qPrintable(read->notUnderstood.join(u' ')));
    }

    void whatIsNoDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("FHIR-JSON");
        QTest::newRow("a patient") << quoted("{'resourceType':'Patient'}") << QStringLiteral("FHIR-DOCUMENT");
        QTest::newRow("an empty bundle") << quoted("{'resourceType':'Bundle','entry':[]}")
                                         << QStringLiteral("FHIR-DOCUMENT");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("FHIR-DOCUMENT");
    }
    void whatIsNoDocumentIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto read = fhir::readDocument(json);
        QVERIFY(!read);
        QTEST(read.error().code, "code");
    }
};

QTEST_APPLESS_MAIN(TstFhirReader)
#include "tst_fhir_reader.moc"
