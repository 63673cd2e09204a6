#include "domain/abha_qr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;

namespace
{

QString shared(const QString &path)
{
    const auto set = qEnvironmentVariable("NADI_SHARED_DIR");
    return (set.isEmpty() ? QStringLiteral(NADI_SOURCE_DIR "/../shared") : set) + u'/' + path;
}

QString wordOf(QrKind kind)
{
    switch (kind) {
    case QrKind::AbhaCard:
        return QStringLiteral("abha-card");
    case QrKind::PhrApp:
        return QStringLiteral("phr-app");
    case QrKind::FacilityLink:
        return QStringLiteral("facility-link");
    case QrKind::FacilityJson:
        return QStringLiteral("facility-json");
    case QrKind::FaceAuthLink:
        return QStringLiteral("face-auth-link");
    case QrKind::Damaged:
        return QStringLiteral("damaged");
    case QrKind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString card(const char *name = "Asha Ramesh Verma")
{
    return QStringLiteral("{\"hidn\":\"91-4002-5177-3000\",\"hid\":\"asha.verma@sbx\",\"name\":\"%1\","
                          "\"gender\":\"F\",\"statelgd\":\"27\",\"distlgd\":\"490\",\"dob\":\"26/6/1990\","
                          "\"state name\":\"Maharashtra\",\"district_name\":\"Pune\",\"mobile\":\"9876543210\","
                          "\"address\":\"12, Sample Road, Model Town, Pune\"}")
        .arg(QString::fromUtf8(name));
}

/// What arrives when a scanner that types like a US keyboard is plugged into a PC set to another layout.
QString typedUnder(const QString &text, const QString &us, const QString &other)
{
    QString out;
    for (const QChar c : text) {
        const auto at = us.indexOf(c);
        out += at < 0 ? c : other.at(at);
    }
    return out;
}

}

class TstQr : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsWhatItSays_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("kind");
        QFile file(shared(QStringLiteral("reference/abha-openapi/qr-samples.json")));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const auto cases = QJsonDocument::fromJson(file.readAll())[u"cases"].toArray();
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::addRow("%lld %s", qint64(i), qPrintable(cases[i][u"kind"].toString()))
                << cases[i][u"payload"].toString() << cases[i][u"kind"].toString();
    }
    void everySampleIsWhatItSays()
    {
        if (!QTest::currentDataTag())
            QSKIP("NOT TESTED: no reference folder beside the project (NADI_SHARED_DIR)");
        QFETCH(QString, payload);
        QTEST(wordOf(readScannedQr(payload).kind), "kind");
        // A USB scanner ends with Enter.
        QTEST(wordOf(readScannedQr(payload + QStringLiteral("\r\n")).kind), "kind");
    }

    void theCardIsReadWhole()
    {
        const auto scanned = readScannedQr(card());
        QVERIFY(scanned.abha);
        QCOMPARE(scanned.abha->abhaNumber->digits(), QStringLiteral("91400251773000"));
        QCOMPARE(scanned.abha->abhaAddress->value(), QStringLiteral("asha.verma@sbx"));
        QCOMPARE(scanned.abha->name, QStringLiteral("Asha Ramesh Verma"));
        QCOMPARE(scanned.abha->gender, Gender::Female);
        QCOMPARE(scanned.abha->birth.toIso(), QStringLiteral("1990-06-26"));
        QCOMPARE(scanned.abha->mobile, QStringLiteral("9876543210"));
        QCOMPARE(scanned.abha->district, QStringLiteral("Pune"));
        QCOMPARE(scanned.abha->state, QStringLiteral("Maharashtra"));
        QCOMPARE(scanned.abha->addressLine, QStringLiteral("12, Sample Road, Model Town, Pune"));
    }

    void spellingsMasksAndGapsAreTolerated_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("wanted"); // number address birth mobile district state
        const auto row = [](const char *name, const char *json, const char *wanted) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(wanted);
        };
        row("upper case keys", "{\"HIDN\":\"91400251773000\",\"Phr\":\"A.B1@SBX\"}", "91400251773000 a.b1@sbx ||||");
        row("number as a number", "{\"hidn\":91400251773000}", "91400251773000 ||||");
        row("masked date and mobile", "{\"phr\":\"kavya_1995@sbx\",\"dob\":\"xx-9-19xx\",\"mobile\":\"984x1x2x6x\"}",
            "kavya_1995@sbx ||||");
        row("masked day only", "{\"phr\":\"kavya_1995@sbx\",\"dob\":\"xx-9-1995\"}", "kavya_1995@sbx |1995-09|||");
        row("year only", "{\"phr\":\"kavya_1995@sbx\",\"dob\":\"1995\"}", "kavya_1995@sbx |1995|||");
        row("impossible date keeps the year", "{\"phr\":\"kavya_1995@sbx\",\"dob\":\"31-2-1995\"}",
            "kavya_1995@sbx |1995|||");
        row("underscore and blank", "{\"phr\":\"kavya_1995@sbx\",\"state_name\":\"Kerala\",\"dist name\":\"Kollam\"}",
            "kavya_1995@sbx |||Kollam|Kerala");
        row("dash is unknown", "{\"phr\":\"kavya_1995@sbx\",\"state name\":\"-\"}", "kavya_1995@sbx ||||");
        row("mobile with country code", "{\"phr\":\"kavya_1995@sbx\",\"mobile\":\"+91-9876543210\"}",
            "kavya_1995@sbx ||9876543210||");
        row("unreadable address beside a number", "{\"hidn\":\"91-4002-5177-3000\",\"phr\":\"??\"}",
            "91400251773000 ||||");
    }
    void spellingsMasksAndGapsAreTolerated()
    {
        QFETCH(QByteArray, json);
        const auto scanned = readScannedQr(QString::fromUtf8(json));
        QVERIFY(scanned.abha);
        const auto &abha = *scanned.abha;
        QString read;
        if (abha.abhaNumber)
            read += abha.abhaNumber->digits() + u' ';
        if (abha.abhaAddress)
            read += abha.abhaAddress->value() + u' ';
        read += u'|' + abha.birth.toIso() + u'|' + abha.mobile + u'|' + abha.district + u'|' + abha.state;
        QTEST(read, "wanted");
    }

    void aNameInAnyScriptSurvives()
    {
        QCOMPARE(readScannedQr(card("आशा वर्मा")).abha->name, QStringLiteral("आशा वर्मा"));
    }

    void hostileTextIsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blanks") << QStringLiteral(" \n\t");
        QTest::newRow("longer than any QR") << QString(5'000, u'a');
        QTest::newRow("deep") << QString(2'000, u'[') + QString(2'000, u']');
        QTest::newRow("array") << QStringLiteral("[{\"hidn\":\"91-4002-5177-3000\"}]");
        QTest::newRow("number too short") << QStringLiteral("{\"hidn\":\"91-4002-5177-300\"}");
        QTest::newRow("object as number") << QStringLiteral("{\"hidn\":{\"a\":1},\"phr\":[1]}");
        QTest::newRow("another site's link")
            << QStringLiteral("http://phr.abdm.gov.in/share-profile?hip-id=A&counter-id=1");
        QTest::newRow("link without a counter") << QStringLiteral("https://phr.abdm.gov.in/share-profile?hip-id=A");
        QTest::newRow("other JSON") << QStringLiteral("{\"a\":\"b\",\"c\":\"d\",\"e\":\"f\",\"g\":\"h\",\"i\":\"j\"}");
        QTest::newRow("typed text") << QStringLiteral(
            "Asha \"Ashu\" Verma, \"12\" Sample Road, \"Model\" Town, \"Pune\"");
    }
    void hostileTextIsNothing()
    {
        QFETCH(QString, text);
        QCOMPARE(wordOf(readScannedQr(text).kind), QStringLiteral("unknown"));
    }

    void anotherKeyboardLayoutIsNoticed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("German") << typedUnder(card(), QStringLiteral("{}\":-/_@yzYZ"), QStringLiteral("Ü*ÄÖß-?\"zyZY"));
        QTest::newRow("French") << typedUnder(
            card(), QStringLiteral("{}\":,-/_@aqwzm.1234567890"), QStringLiteral("¨£%M;)!°2qazw,:&é\"'(-è_çà"));
        QTest::newRow("Hindi InScript") << typedUnder(
            card(), QStringLiteral("{}\":hidnaepogrsmtlb"), QStringLiteral("ढञठछपग्लोाजदूीरेसतव"));
        QTest::newRow("dead keys ate the quotation marks") << card().remove(u'"');
        QTest::newRow("cut off") << card().left(70);
    }
    void anotherKeyboardLayoutIsNoticed()
    {
        QFETCH(QString, text);
        QCOMPARE(wordOf(readScannedQr(text).kind), QStringLiteral("damaged"));
    }

    void whatWePrintWeRead_data()
    {
        QTest::addColumn<QString>("hip");
        QTest::addColumn<QString>("counter");
        QTest::newRow("usual") << QStringLiteral("IN2710000999") << QStringLiteral("OPD1");
        QTest::newRow("characters that end a value") << QStringLiteral("IN&27=1#0?%") << QStringLiteral("A+B");
        QTest::newRow("blank and script") << QStringLiteral("IN 27") << QStringLiteral("ओपीडी");
    }
    void whatWePrintWeRead()
    {
        QFETCH(QString, hip);
        QFETCH(QString, counter);
        const auto text = facilityQrText({hip, counter}, QStringLiteral("https://phr.abdm.gov.in/share-profile"));
        const auto read = readFacilityQr(text);
        QVERIFY(read);
        QCOMPARE(read->hip, hip);
        QCOMPARE(read->counter, counter);
    }

    void thePrintedFormIsTheDocumentedOne()
    {
        QCOMPARE(facilityQrText({QStringLiteral("IN2710000999"), QStringLiteral("OPD1")},
                     QStringLiteral("https://phrsbx.abdm.gov.in/share-profile")),
            QStringLiteral("https://phrsbx.abdm.gov.in/share-profile?hip-id=IN2710000999&counter-id=OPD1"));
    }

    void otherPrintedFormsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("guide of 2025") << QStringLiteral(
            "https://phrsbx.abdm.gov.in/share-profile?hipid=IN2710000999&counterid=OPD1");
        QTest::newRow("without hyphens at all")
            << QStringLiteral("https://phr.abdm.gov.in/shareprofile?counterid=OPD1&hipid=IN2710000999");
        QTest::newRow("portal JSON") << QStringLiteral(
            "{\"hipId\":\"IN2710000999\",\"code\":\"OPD1\",\"facilityName\":\"Sample\"}");
    }
    void otherPrintedFormsAreRead()
    {
        QFETCH(QString, text);
        const auto read = readFacilityQr(text);
        QVERIFY(read);
        QCOMPARE(read->hip, QStringLiteral("IN2710000999"));
        QCOMPARE(read->counter, QStringLiteral("OPD1"));
    }
};

QTEST_GUILESS_MAIN(TstQr)
#include "tst_qr.moc"
