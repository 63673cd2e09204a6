#include "fhir/checker.h"
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

QByteArray listed(const Result<QList<fhir::Finding>> &findings)
{
    if (!findings)
        return (findings.error().code + u' ' + findings.error().detail).toUtf8();
    QStringList lines;
    for (const auto &f : *findings)
        lines += (f.severity == fhir::Severity::Error ? u"error "_qs : u"warning "_qs) + f.rule + u' ' + f.place + u' '
            + f.message;
    return lines.join(u'\n').toUtf8();
}
}

class TstFhirChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheWriterWritesHasNoFinding_data()
    {
        QTest::addColumn<HiType>("type");
        QTest::addColumn<bool>("full");
        for (const auto type : {HiType::Prescription, HiType::HealthDocumentRecord})
            for (const bool full : {false, true})
                QTest::addRow("%s %s", qPrintable(toWire(type)), full ? "full" : "small") << type << full;
    }
    void whatTheWriterWritesHasNoFinding()
    {
        QFETCH(HiType, type);
        QFETCH(bool, full);
        const auto json = fhir::writeDocument(full ? fullInput(type) : smallInput(type));
        QVERIFY(json);
        QCOMPARE(listed(fhir::checkDocument(*json)), QByteArray());
    }

    void theGuidesOwnDocumentsHaveNoError_data()
    {
        QTest::addColumn<QString>("file");
        const QDir guide(sharedDir() + QStringLiteral("/fixtures/nrces"));
        for (const auto *folder : {"samples", "ndhm.in-6.5.0/examples/bundles"}) {
            const QDir documents(guide.filePath(QLatin1String(folder)));
            for (const auto &name : documents.entryList({QStringLiteral("*.json")}))
                QTest::newRow(qPrintable(name)) << documents.filePath(name);
        }
        if (!guide.exists())
            QTest::newRow("absent") << QString();
    }
    void theGuidesOwnDocumentsHaveNoError()
    {
        QFETCH(QString, file);
        if (file.isEmpty())
            QSKIP("the shared folder is absent: NRCeS documents were NOT checked");
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto json = source.readAll();
        if (!json.contains("\"Composition\""))
            return; // the claims family has no Composition and is no document
        const auto findings = fhir::checkDocument(json);
        QVERIFY(findings);
        const auto errors = std::count_if(
            findings->begin(), findings->end(), [](const auto &f) { return f.severity == fhir::Severity::Error; });
        QVERIFY2(errors == 0, listed(findings).constData());
    }

    void aLargeDocumentIsCheckedInBlinks()
    {
        auto input = smallInput();
        input.attachments
            = {attachment("%PDF" + QByteArray(5 * 1024 * 1024, 'x'), QStringLiteral("application/pdf"), {})};
        const auto json = fhir::writeDocument(input);
        QVERIFY(json);
        const ProcessorTimer timer;
        QCOMPARE(listed(fhir::checkDocument(*json)), QByteArray());
        const auto elapsed = timer.elapsed();
        QVERIFY2(elapsed < timeLimit(500), qPrintable(QString::number(elapsed)));
        qInfo("5 MB document checked in %ld ms", long(elapsed));
    }

    void hostileDocumentsWithinTheLimitsTakeSeconds_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto bundle = [](const QByteArray &entries) {
            return QByteArray(R"({"resourceType":"Bundle","type":"document","entry":[)") + entries + "]}";
        };
        const auto list = [](const QByteArray &item, int times) { return (item + ',').repeated(times).chopped(1); };
        const QByteArray profile = R"("https://nrces.in/ndhm/fhir/r4/StructureDefinition/Observation")";
        QTest::newRow("entries full of references")
            << bundle(list(R"({"fullUrl":"x","resource":{"resourceType":"Observation","hasMember":[)"
                       + list(R"({"reference":"x"})", 50) + "]}}",
                   5'000));
        QTest::newRow("a profile claimed over and over")
            << bundle(list(R"({"resource":{"resourceType":"Observation","meta":{"profile":[)" + list(profile, 4'000)
                       + R"(]},"code":{"coding":[)" + list("{}", 4'000) + "]}}}",
                   20));
        QTest::newRow("a section with everything") << bundle(
            R"({"resource":{"resourceType":"Composition","meta":{"profile":["https://nrces.in/ndhm/fhir/r4/StructureDefinition/OPConsultRecord"]},"section":[)"
            + list(R"({"code":{"coding":[)" + list(R"({"code":"1"})", 30) + "]}}", 4'000) + "]}}");
        QTest::newRow("members nobody knows")
            << bundle(list(R"({"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8})", 5'000));
        QTest::newRow("extensions in extensions")
            << bundle(list(QByteArray(R"({"resource":{"resourceType":"Patient","extension":[)")
                       + QByteArray(R"({"url":"x","extension":[)").repeated(20) + R"({"url":"y","valueString":"z"})"
                       + QByteArray("]}").repeated(20) + "]}}",
                   5'000));
    }
    void hostileDocumentsWithinTheLimitsTakeSeconds()
    {
        QFETCH(QByteArray, json);
        const ProcessorTimer timer;
        const auto findings = fhir::checkDocument(json);
        const auto elapsed = timer.elapsed();
        QVERIFY2(findings, findings ? "" : qPrintable(findings.error().detail));
        QVERIFY(!findings->isEmpty() && findings->size() <= 1'000);
        QVERIFY2(elapsed < timeLimit(3'000), qPrintable(QString::number(elapsed)));
        qInfo("%lld bytes checked in %ld ms", qint64(json.size()), long(elapsed));
    }
};

QTEST_APPLESS_MAIN(TstFhirChecker)
#include "tst_fhir_checker.moc"
