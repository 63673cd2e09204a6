#include "fhir/checker.h"
#include "fhir/sample_input.h"

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
        QTest::newRow("none") << QString();
        for (const auto *folder : {"/fixtures/nrces/samples", "/fixtures/nrces/ndhm.in-6.5.0/examples/bundles"})
            for (const auto &file : QDir(sharedDir() + QLatin1String(folder)).entryInfoList({QStringLiteral("*.json")}))
                QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
    void theGuidesOwnDocumentsHaveNoError()
    {
        QFETCH(QString, file);
        if (file.isEmpty() && !QDir(sharedDir()).exists())
            QSKIP("the shared folder is absent: NRCeS documents were NOT checked");
        if (file.isEmpty())
            return;
        QFile f(file);
        QVERIFY(f.open(QIODevice::ReadOnly));
        const auto json = f.readAll();
        if (!json.contains("\"document\""))
            return; // single resources and the claims family
        const auto findings = fhir::checkDocument(json);
        QVERIFY(findings);
        QStringList errors;
        for (const auto &finding : *findings)
            if (finding.severity == fhir::Severity::Error)
                errors += finding.rule + u' ' + finding.place + u' ' + finding.message;
        QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u'\n')));
        if (qEnvironmentVariableIsSet("V"))
            qWarning("%s", listed(findings).constData());
    }
};

QTEST_APPLESS_MAIN(TstFhirChecker)
#include "tst_fhir_checker.moc"
