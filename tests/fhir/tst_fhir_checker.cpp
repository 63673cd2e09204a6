#include "fhir/checker.h"
#include "fhir/sample_input.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <ctime>

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
        QTest::addColumn<bool>("proven");
        const QDir guide(sharedDir() + QStringLiteral("/fixtures/nrces"));
        for (const auto *folder : {"samples", "ndhm.in-6.5.0/examples/bundles"}) {
            const QDir documents(guide.filePath(QLatin1String(folder)));
            for (const auto &name : documents.entryList({QStringLiteral("*.json")})) {
                const bool proven = name.contains(QLatin1String("prescription"), Qt::CaseInsensitive)
                    || name.startsWith(QLatin1String("health-document"));
                QTest::newRow(qPrintable(name)) << documents.filePath(name) << proven;
            }
        }
        if (!guide.exists())
            QTest::newRow("absent") << QString() << false;
    }
    void theGuidesOwnDocumentsHaveNoError()
    {
        QFETCH(QString, file);
        QFETCH(bool, proven);
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
        // Of the other kinds nobody is told more than we know.
        const auto unchecked = std::any_of(findings->begin(), findings->end(), [](const auto &f) {
            return f.rule == QLatin1String("FHIR-PROFILE-UNCHECKED") && f.place.contains(QLatin1String("entry[0]"));
        });
        QCOMPARE(unchecked, !proven);
    }

    void aLargeDocumentIsCheckedInBlinks()
    {
        auto input = smallInput();
        input.attachments
            = {attachment("%PDF" + QByteArray(5 * 1024 * 1024, 'x'), QStringLiteral("application/pdf"), {})};
        const auto json = fhir::writeDocument(input);
        QVERIFY(json);
        const auto begin = std::clock();
        QCOMPARE(listed(fhir::checkDocument(*json)), QByteArray());
        const auto elapsed = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
        QVERIFY2(elapsed < 500, qPrintable(QString::number(elapsed)));
        qInfo("5 MB document checked in %ld ms", long(elapsed));
    }
};

QTEST_APPLESS_MAIN(TstFhirChecker)
#include "tst_fhir_checker.moc"
