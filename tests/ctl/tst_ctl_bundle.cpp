#include "crypto/digest.h"
#include "nadictl.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using nadi::test::Answer;
using nadi::test::nadictl;

namespace
{
const QByteArray pdf = "%PDF-1.4\n% a prescription for the test\n%%EOF\n";

// The example of docs/nadictl.md.
QJsonObject record()
{
    QFile file(QStringLiteral(NADI_SOURCE_DIR "/tests/ctl/data/record.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}
}

class TstCtlBundle : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }
    QString writeRecord(const QJsonObject &json) const { return write("record.json", QJsonDocument(json).toJson()); }
    static Answer bundle(const QStringList &arguments, const QByteArray &input = {})
    {
        return nadictl(QStringList{QStringLiteral("bundle")} + arguments, input);
    }

private Q_SLOTS:
    void initTestCase() { write("page.pdf", pdf); }

    void aBuiltBundlePassesTheCheckAndShowsItsContent()
    {
        const auto built = bundle({QStringLiteral("build"), writeRecord(record())});
        QCOMPARE(built.exit, 0);
        QCOMPARE(built.json()[u"resourceType"].toString(), QStringLiteral("Bundle"));

        const auto checked = bundle({QStringLiteral("check"), QStringLiteral("-")}, built.out);
        QVERIFY2(checked.exit == 0, checked.out.constData());
        QCOMPARE(checked.json()[u"errors"].toInt(-1), 0);
        QCOMPARE(checked.json()[u"warnings"].toInt(-1), 0);

        const auto shown = bundle({QStringLiteral("show"), QStringLiteral("-")}, built.out).json();
        QCOMPARE(shown[u"hiType"].toString(), QStringLiteral("Prescription"));
        QCOMPARE(shown[u"patient"].toString(), QStringLiteral("Asha Kulkarni"));
        QCOMPARE(shown[u"files"][0][u"sha256"].toString().toLatin1(), nadi::crypto::sha256(pdf).toHex());
    }

    void theSameRecordGivesTheSameBytesByPathAndByBase64()
    {
        const auto byPath = bundle({QStringLiteral("build"), writeRecord(record())}).out;
        auto json = record();
        json.insert(u"attachments",
            QJsonArray{QJsonObject{{QStringLiteral("mime"), QStringLiteral("application/pdf")},
                {QStringLiteral("base64"), QString::fromLatin1(pdf.toBase64())},
                {QStringLiteral("title"), QStringLiteral("Prescription")}}});
        QCOMPARE(bundle({QStringLiteral("build"), writeRecord(json)}).out, byPath);
    }

    void aBundleFileAppearsWholeOrNotAtAll()
    {
        const auto target = m_dir.filePath(QStringLiteral("bundle.json"));
        const auto good = bundle({QStringLiteral("build"), writeRecord(record()), QStringLiteral("-o"), target});
        QCOMPARE(good.exit, 0);
        QCOMPARE(good.json()[u"bytes"].toInteger(), QFile(target).size());
        QVERIFY(QFile::remove(target));
        write("fake.pdf", "this is no PDF");
        auto json = record();
        json.insert(u"attachments",
            QJsonArray{QJsonObject{{QStringLiteral("mime"), QStringLiteral("application/pdf")},
                {QStringLiteral("path"), QStringLiteral("fake.pdf")}}});
        const auto bad = bundle({QStringLiteral("build"), writeRecord(json), QStringLiteral("-o"), target});
        QCOMPARE(bad.exit, 1);
        QCOMPARE(bad.error(), QStringLiteral("FHIR-INPUT"));
        QVERIFY(!QFile::exists(target));
    }

    void samplesOfEveryTypeAreWrittenAndPassTheCheck()
    {
        const auto folder = m_dir.filePath(QStringLiteral("samples"));
        const auto made = bundle({QStringLiteral("samples"), folder});
        QCOMPARE(made.exit, 0);
        QSet<QString> types;
        const auto samples = made.json()[u"samples"].toArray();
        for (const auto &sample : samples) {
            const auto file = folder + u'/' + sample[u"file"].toString();
            QCOMPARE(sample[u"bytes"].toInteger(), QFile(file).size());
            types += sample[u"hiType"].toString();
        }
        QCOMPARE(types.size(), 8);
        const auto checked
            = bundle({QStringLiteral("check"), folder + QStringLiteral("/discharge-summary-typical.json")});
        QVERIFY2(checked.exit == 0, checked.out.constData());
    }

    void aDamagedBundleHasFindingsWithPlaces()
    {
        auto text = bundle({QStringLiteral("build"), writeRecord(record())}).out;
        text.replace("\"status\":\"final\"", "\"status\":\"perhaps\"");
        const auto checked = bundle({QStringLiteral("check"), write("bad.json", text)});
        QCOMPARE(checked.exit, 1);
        const auto finding = checked.json()[u"findings"][0].toObject();
        QVERIFY(finding[u"place"].toString().startsWith(u"Bundle.entry["));
        QVERIFY(finding[u"rule"].toString().startsWith(u"FHIR-"));
    }

    void wrongRecordsNameTheMember_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *member, const QJsonValue &value, const char *place) {
            QTest::newRow(name) << QString::fromLatin1(member) << value << QString::fromLatin1(place);
        };
        row("misspelt member", "patiant", QStringLiteral("x"), "patiant");
        row("unknown type", "hiType", QStringLiteral("Recipe"), "hiType");
        row("id is no uuid", "documentId", QStringLiteral("7"), "documentId");
        row("no time", "composedAt", QJsonValue(), "composedAt");
        row("time is words", "composedAt", QStringLiteral("yesterday"), "composedAt");
        row("patient is text", "patient", QStringLiteral("Asha"), "patient");
        row("patient without name", "patient", QJsonObject(), "patient.name");
        row("impossible birth date", "patient",
            QJsonObject{
                {QStringLiteral("name"), QStringLiteral("A")}, {QStringLiteral("birth"), QStringLiteral("1990-13")}},
            "patient.birth");
        row("attachments is text", "attachments", QStringLiteral("x"), "attachments");
        row("attachment without content", "attachments",
            QJsonArray{QJsonObject{{QStringLiteral("mime"), QStringLiteral("application/pdf")}}}, "attachments[0]");
        row("attachment file missing", "attachments",
            QJsonArray{QJsonObject{{QStringLiteral("mime"), QStringLiteral("application/pdf")},
                {QStringLiteral("path"), QStringLiteral("none.pdf")}}},
            "attachments[0].path");
    }
    void wrongRecordsNameTheMember()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, place);
        auto json = record();
        json.insert(path, value);
        const auto answer = bundle({QStringLiteral("build"), writeRecord(json)});
        QCOMPARE(answer.exit, 1);
        QCOMPARE(answer.error(), QStringLiteral("CTL-FIELD"));
        QVERIFY2(answer.json()[u"message"].toString().startsWith(place + u' '), answer.out.constData());
    }

    void unreadableFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<Bundle/>");
        QTest::newRow("cut") << QByteArray("{\"resourceType\":\"Bundle\"");
        QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(100'000, '[');
    }
    void unreadableFilesAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto path = write("x.json", text);
        for (const auto *action : {"check", "show", "build"}) {
            const auto answer = bundle({QLatin1String(action), path});
            QCOMPARE(answer.exit, 1);
            QVERIFY(!answer.error().isEmpty());
        }
        QCOMPARE(bundle({QStringLiteral("check"), QStringLiteral("/none")}).error(), QStringLiteral("CTL-FILE"));
    }

    void wrongUseIsToldApart()
    {
        QCOMPARE(bundle({}).exit, 2);
        QCOMPARE(bundle({QStringLiteral("build")}).exit, 2);
        QCOMPARE(bundle({QStringLiteral("mend"), QStringLiteral("x")}).exit, 2);
    }
};

QTEST_GUILESS_MAIN(TstCtlBundle)
#include "tst_ctl_bundle.moc"
