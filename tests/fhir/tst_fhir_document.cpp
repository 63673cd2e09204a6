#include "fhir/base64.h"
#include "fhir/document.h"
#include "fhir/sample_input.h"
#include "support/seeded_random.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;
using namespace nadi::test;

namespace
{
QJsonObject parsed(const fhir::DocumentInput &input)
{
    const auto json = fhir::writeDocument(input);
    if (!json)
        return {};
    return QJsonDocument::fromJson(*json).object();
}

QJsonObject resource(const QJsonObject &bundle, const QString &type)
{
    const auto entries = bundle[u"entry"].toArray();
    for (const auto &entry : entries)
        if (const auto found = entry[u"resource"].toObject(); found[u"resourceType"] == type)
            return found;
    return {};
}
}

class TstFhirDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameInputGivesTheSameBytes_data()
    {
        QTest::addColumn<HiType>("type");
        QTest::addColumn<bool>("full");
        QTest::addColumn<QString>("golden");
        QTest::newRow("scanned prescription")
            << HiType::Prescription << false << QStringLiteral("prescription-small.json");
        QTest::newRow("typed prescription") << HiType::Prescription << true << QStringLiteral("prescription-full.json");
        QTest::newRow("one document") << HiType::HealthDocumentRecord << false
                                      << QStringLiteral("health-document-small.json");
        QTest::newRow("all of a document")
            << HiType::HealthDocumentRecord << true << QStringLiteral("health-document-full.json");
    }
    void theSameInputGivesTheSameBytes()
    {
        QFETCH(HiType, type);
        QFETCH(bool, full);
        QFETCH(QString, golden);
        const auto json = fhir::writeDocument(full ? fullInput(type) : smallInput(type));
        QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
        QFile file(QStringLiteral(NADI_SOURCE_DIR "/tests/fhir/golden/") + golden);
        if (qEnvironmentVariableIsSet("NADI_WRITE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(*json + '\n');
            QSKIP("golden document rewritten: read the difference before committing it");
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(*json + '\n', file.readAll());
    }

    void attachmentsComeBackByteForByteHoweverTheSourceCutsThem_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("most");
        for (const qsizetype size : {4, 5, 6, 7, 49'151, 49'152, 49'153, 1'000'003})
            for (const qsizetype most : {1, 2, 7, 4'097, 1 << 30})
                if (most > 2 || size < 60'000)
                    QTest::addRow("%lld bytes by %lld", qint64(size), qint64(most)) << size << most;
    }
    void attachmentsComeBackByteForByteHoweverTheSourceCutsThem()
    {
        QFETCH(qsizetype, size);
        QFETCH(qsizetype, most);
        SeededRandom random(42);
        QByteArray bytes(size, Qt::Uninitialized);
        random.fill(std::as_writable_bytes(std::span(bytes.data(), size_t(size))));
        bytes.replace(0, 4, "%PDF");
        auto input = smallInput();
        input.attachments.first() = {QStringLiteral("application/pdf"), size,
            [source = fhir::bytesOf(bytes), most](qsizetype atMost) { return source(qMin(most, atMost)); }, {}};
        const auto data = resource(parsed(input), QStringLiteral("Binary"))[u"data"].toString().toLatin1();
        QCOMPARE(data, bytes.toBase64());
    }

    void bothBase64EncodersAgreeWithQt()
    {
        SeededRandom random(7);
        for (int size = 0; size < 400; ++size) {
            QByteArray bytes(size, Qt::Uninitialized);
            random.fill(std::as_writable_bytes(std::span(bytes.data(), size_t(size))));
            QByteArray fast(fhir::base64Length(size), '?');
            QByteArray portable(fhir::base64Length(size), '?');
            fhir::encodeBase64(bytes.constData(), size, fast.data());
            fhir::encodeBase64Portable(bytes.constData(), size, portable.data());
            QCOMPARE(fast, bytes.toBase64());
            QCOMPARE(portable, bytes.toBase64());
            QCOMPARE(fhir::decodeBase64(fast), bytes);
        }
    }

    void theDocumentIsPushedInPieces()
    {
        auto input = smallInput();
        const QByteArray page = "%PDF" + QByteArray(5'000'000, 'x');
        input.attachments = {attachment(page, QStringLiteral("application/pdf"), {})};
        qsizetype largest = 0;
        qsizetype largestAsked = 0;
        input.attachments.first().bytes = [source = fhir::bytesOf(page), &largestAsked](qsizetype atMost) {
            largestAsked = qMax(largestAsked, atMost);
            return source(atMost);
        };
        QByteArray all;
        QVERIFY(fhir::writeDocument(input, [&](QByteArrayView piece) {
            largest = qMax(largest, piece.size());
            all.append(piece);
            return Done();
        }));
        QVERIFY(largest <= 64 * 1024);
        QVERIFY(largestAsked <= 64 * 1024);
        QVERIFY(all.contains(page.toBase64()));
    }

    void aFailingSourceOrSinkEndsTheWritingWithItsOwnError()
    {
        auto input = smallInput();
        input.attachments.first().bytes
            = [](qsizetype) -> Result<QByteArray> { return fail(ErrorKind::Storage, QStringLiteral("BLOB-READ")); };
        QCOMPARE(fhir::writeDocument(input).error().code, QStringLiteral("BLOB-READ"));

        int pieces = 0;
        auto big = smallInput();
        big.attachments = {attachment("%PDF" + QByteArray(1'000'000, 'x'), QStringLiteral("application/pdf"), {})};
        const auto done = fhir::writeDocument(big, [&](QByteArrayView) -> Done {
            ++pieces;
            return fail(ErrorKind::Unavailable, QStringLiteral("PUSH-CLOSED"));
        });
        QCOMPARE(done.error().code, QStringLiteral("PUSH-CLOSED"));
        QCOMPARE(pieces, 1);
    }
};

QTEST_APPLESS_MAIN(TstFhirDocument)
#include "tst_fhir_document.moc"
