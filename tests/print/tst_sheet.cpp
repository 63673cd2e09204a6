#include "documents/qr.h"
#include "documents/tool.h"
#include "print/pages.h"
#include "support/whole_prescription.h"

#include <QFontDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::print;
using namespace Qt::StringLiterals;

namespace
{

const QString recordUuid = u"3f2c8a10-5b6d-4e7f-8a9b-0c1d2e3f4a5b"_s;

Record signedRecord()
{
    Record record;
    record.id = RecordId(recordUuid);
    record.state = RecordState::Signed;
    record.issuedOn = QDate(2026, 11, 21);
    record.careContext = CareContextRef(u"VISIT-2026-000117"_s);
    record.signedAt = *UtcTime::parse(u"2026-11-21T05:10:00Z");
    record.signedBy = UserId(u"meera"_s);
    record.heldBy = TeleMode::Video;
    record.typed = true;
    return record;
}

Sheet wholePrinted(const Copy &copy = {})
{
    return sheetOf(test::wholeSheet(), signedRecord(), {}, copy);
}

QByteArray toolOn(const QString &tool, const QStringList &arguments, const QByteArray &pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheet.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    return test::run(tool, arguments + QStringList{file.fileName()}, folder.path()).value_or(QByteArray());
}

QString textOf(const QByteArray &pdf, const QStringList &options = {})
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheet.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    const auto read = test::run(u"pdftotext"_s, options + QStringList{file.fileName(), u"-"_s});
    // The type joins "fi"; whoever reads does not care.
    return QString::fromUtf8(read.value_or(QByteArray())).normalized(QString::NormalizationForm_KC).simplified();
}

PrescriptionContent longPrescription(int lines)
{
    auto content = test::wholePrescription();
    content.medicines.clear();
    for (int i = 0; i < lines; ++i) {
        auto line = i % 2 ? test::ayurvedicLine() : test::allopathicLine();
        line.medicine.text = u"Medicine%1"_s.arg(i + 1, 3, 10, QChar(u'0'));
        line.note = u"endof%1"_s.arg(i + 1, 3, 10, QChar(u'0'));
        content.medicines << line;
    }
    return content;
}

}

/// The printed prescription: R4, everything of section 4 is on the paper.
class TstSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFontDatabase::families().contains(u"Noto Sans"_s))
            QFAIL("Noto Sans is not installed: the paper would be printed in another type");
    }

    void everyFieldOfSectionFourIsOnThePaper_data()
    {
        QTest::addColumn<int>("paper");
        QTest::newRow("A5") << int(Paper::A5);
        QTest::newRow("A4") << int(Paper::A4);
    }
    void everyFieldOfSectionFourIsOnThePaper()
    {
        QFETCH(int, paper);
        if (!test::isInstalled(u"pdftotext"_s))
            QSKIP("pdftotext is not installed: what is on the paper is not read back");
        const auto pdf = pdfOf(Pages(wholePrinted(), Paper(paper)));
        QVERIFY(pdf.has_value());
        const auto text = textOf(*pdf);
        const QStringList expected{// practitioner
            u"Kumbha Road clinic"_s, u"14 Kumbha Road, Somwar Peth"_s, u"Pune 411011"_s, u"+91 20 5550 0142"_s,
            u"desk@kumbharoad.example"_s, u"HFR IN2710004321"_s, u"Dr Iravati Joshi"_s, u"BAMS, MD (Ayurveda)"_s,
            u"Maharashtra Council of Indian Medicine"_s, u"Reg. no. MCIM-I-45821"_s,
            // patient
            u"Asha Kulkarni"_s, u"46 years, female"_s, u"Kothrud, Pune"_s, u"KR-20418"_s, u"62 kg"_s, u"158 cm"_s,
            u"Last menstrual period"_s, u"2 November 2026"_s,
            // encounter
            u"tele-consultation by video, 21 November 2026, 10:40"_s,
            // clinical
            u"Pain in both knees for three months"_s, u"Pulse 76 /min"_s, u"X-ray of both knees"_s,
            u"Osteoarthritis of the knee (provisional)"_s,
            // each medicine; the brand in brackets
            u"1. PARACETAMOL 500 mg tablet (Crocin)"_s, u"1 tablet, 1-0-0-1, after food, for 5 days"_s,
            u"Total: 10 tablets"_s, u"2."_s, u"Yogaraja Guggulu"_s, u"vati"_s,
            u"2 vati, 2 times a day, after food, with warm water, for 15 days"_s, u"Total: 60 vati"_s,
            // advice
            u"Knee exercises twice a day"_s, u"Warm food"_s, u"Curd at night"_s, u"5 December 2026: with the X-ray"_s,
            // signature, version
            u"Electronic confirmation in the clinic's program by user meera, 21 November 2026, 10:40"_s,
            u"No Aadhaar eSign and no certificate was used"_s, u"VISIT-2026-000117"_s, u"Version 1"_s, u"Page 1 of"_s};
        for (const auto &words : expected)
            QVERIFY2(text.contains(words), qPrintable(words + u" is not in: "_s + text.right(600)));
        QVERIFY(!text.contains(u"Reprint"_s));
    }

    void theCodeOnThePaperLeadsToTheVersion_data() { everyFieldOfSectionFourIsOnThePaper_data(); }
    void theCodeOnThePaperLeadsToTheVersion()
    {
        QFETCH(int, paper);
        const Pages pages(wholePrinted(), Paper(paper));
        const auto read = documents::readQr(pictureOf(pages, 0, 200));
        QVERIFY(read.has_value());
        QVERIFY(read->startsWith(u"NADI:RX1:IN2710004321:"_s));
        QCOMPARE(recordInQr(*read), std::optional(RecordId(recordUuid)));
        for (const auto &word : {u"Asha"_s, u"KULKARNI"_s, u"PARACETAMOL"_s, u"MCIM"_s, u"Pune"_s})
            QVERIFY2(!read->contains(word, Qt::CaseInsensitive), qPrintable(word));
    }

    /// What is on the paper can be held against the record: another dose is another code.
    void anotherContentIsAnotherCode()
    {
        const auto facts = test::wholeSheet();
        auto changed = test::wholePrescription();
        changed.medicines[0].dose = u"2 tablets"_s;
        const auto one = referenceQr(facts.facility, signedRecord(), facts.content);
        const auto other = referenceQr(facts.facility, signedRecord(), changed);
        QCOMPARE_NE(one, other);
        QCOMPARE(recordInQr(one), recordInQr(other));
    }

    void aCodeThatIsNotOursNamesNoRecord_data()
    {
        QTest::addColumn<QString>("text");
        const auto ours = referenceQr(test::wholeSheet().facility, signedRecord(), {});
        QTest::newRow("empty") << QString();
        QTest::newRow("poster") << u"https://phrsbx.abdm.gov.in/share-profile?hip-id=IN27"_s;
        QTest::newRow("cut short") << ours.chopped(1);
        QTest::newRow("with a tail") << ours + u'A';
        QTest::newRow("another record format") << QString(ours).replace(u"RX1"_s, u"RX2"_s);
    }
    void aCodeThatIsNotOursNamesNoRecord()
    {
        QFETCH(QString, text);
        QVERIFY(!recordInQr(text));
    }

    void longListsGoOnWithoutCuttingALine_data()
    {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("lines");
        for (const int lines : {12, 40, 200}) {
            QTest::addRow("A5, %d lines", lines) << int(Paper::A5) << lines;
            QTest::addRow("A4, %d lines", lines) << int(Paper::A4) << lines;
        }
    }
    void longListsGoOnWithoutCuttingALine()
    {
        QFETCH(int, paper);
        QFETCH(int, lines);
        if (!test::isInstalled(u"pdftotext"_s))
            QSKIP("pdftotext is not installed: what is on the paper is not read back");
        const Pages pages(sheetOf(test::wholeSheet(longPrescription(lines)), signedRecord(), {}, {}), Paper(paper));
        const auto pdf = pdfOf(pages);
        QVERIFY(pdf.has_value());
        QVERIFY(pages.count() > 1);
        QSet<QString> seen;
        for (int page = 1; page <= pages.count(); ++page) {
            const auto number = QString::number(page);
            const auto text = textOf(*pdf, {u"-f"_s, number, u"-l"_s, number});
            QVERIFY2(text.contains(u"Page %1 of %2"_s.arg(page).arg(pages.count())), qPrintable(text));
            QVERIFY(text.contains(u"Asha Kulkarni"_s)); // no page without its patient
            // A line that begins on a page ends there, with its directions and its note.
            for (int line = 1; line <= lines; ++line) {
                const auto three = u"%1"_s.arg(line, 3, 10, QChar(u'0'));
                const bool begins = text.contains(u"Medicine"_s + three, Qt::CaseInsensitive);
                QCOMPARE(text.contains(u"endof"_s + three), begins);
                if (begins)
                    seen << three;
            }
        }
        QCOMPARE(seen.size(), lines);
    }

    /// Longer than a page: broken between lines of text, never lost.
    void aNoteLongerThanAPageGoesOnOnTheNext()
    {
        auto content = test::wholePrescription();
        QStringList words;
        for (int i = 0; i < 2500; ++i)
            words << u"w%1"_s.arg(i);
        content.advice.general = {words.join(u' ')};
        const Pages pages(sheetOf(test::wholeSheet(content), signedRecord(), {}, {}), Paper::A5);
        QVERIFY(pages.count() > 3);
        if (!test::isInstalled(u"pdftotext"_s))
            QSKIP("pdftotext is not installed: what is on the paper is not read back");
        const auto said = textOf(pdfOf(pages).value()).split(u' ');
        const QSet<QString> there(said.begin(), said.end());
        for (const auto &word : words)
            QVERIFY2(there.contains(word), qPrintable(word));
    }

    void everyScriptIsPrintedInItsOwnType_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("family");
        QTest::newRow("Devanagari") << u"योगराज गुग्गुलु"_s << u"Devanagari"_s;
        QTest::newRow("Tamil") << u"அஸ்வகந்தா சூரணம்"_s << u"Tamil"_s;
        QTest::newRow("Bengali") << u"অশ্বগন্ধা চূর্ণ"_s << u"Bengali"_s;
        QTest::newRow("Telugu") << u"అశ్వగంధ చూర్ణం"_s << u"Telugu"_s;
        QTest::newRow("Gujarati") << u"અશ્વગંધા ચૂર્ણ"_s << u"Gujarati"_s;
        QTest::newRow("Kannada") << u"ಅಶ್ವಗಂಧ ಚೂರ್ಣ"_s << u"Kannada"_s;
        QTest::newRow("Malayalam") << u"അശ്വഗന്ധ ചൂർണം"_s << u"Malayalam"_s;
        QTest::newRow("Gurmukhi") << u"ਅਸ਼ਵਗੰਧਾ ਚੂਰਨ"_s << u"Gurmukhi"_s;
    }
    void everyScriptIsPrintedInItsOwnType()
    {
        QFETCH(QString, words);
        QFETCH(QString, family);
        if (!test::isInstalled(u"pdffonts"_s))
            QSKIP("pdffonts is not installed: the types in the file are not listed");
        if (!QFontDatabase::families().contains(u"Noto Sans "_s + family))
            QSKIP("this type is not installed here");
        auto content = test::wholePrescription();
        content.medicines[1].medicine.text = words;
        const Pages pages(sheetOf(test::wholeSheet(content), signedRecord(), {}, {}), Paper::A5);
        const auto fonts = QString::fromUtf8(toolOn(u"pdffonts"_s, {}, pdfOf(pages).value()));
        QVERIFY2(fonts.contains(u"NotoSans"_s + family), qPrintable(fonts));
        for (const auto &line : fonts.split(u'\n').mid(2))
            if (!line.trimmed().isEmpty())
                QVERIFY2(line.contains(u" yes "_s), qPrintable(line)); // embedded
    }

    void theMarkTellsAReprintAndAPreview()
    {
        QCOMPARE(wholePrinted().mark, QString());
        QCOMPARE(
            wholePrinted({2, *UtcTime::parse(u"2026-11-22T05:10:00Z")}).mark, u"Reprint 2, 22 November 2026, 10:40"_s);
        auto draft = signedRecord();
        draft.state = RecordState::Draft;
        draft.signedAt = {};
        const auto preview = sheetOf(test::wholeSheet(), draft, {}, {});
        QCOMPARE(preview.mark, u"Preview, not signed"_s);
        QCOMPARE(preview.qrText, QString());
        QVERIFY(preview.signature.contains(u"Not signed yet."_s));
    }

    void aCorrectionNamesTheVersionItCorrects()
    {
        auto record = signedRecord();
        record.amends = RecordId(u"older"_s);
        record.amendReason = u"dose"_s;
        auto older = signedRecord();
        older.signedAt = *UtcTime::parse(u"2026-11-20T05:10:00Z");
        QCOMPARE(sheetOf(test::wholeSheet(), record, {2, older, true}, {}).version,
            u"Version 2, corrects version 1 of 20 November 2026, 10:40: dose"_s);
        QVERIFY(sheetOf(test::wholeSheet(), older, {1, {}, false}, {}).version.contains(u"newer version"_s));
    }

    void howItWasHeldIsSaid_data()
    {
        QTest::addColumn<VisitMode>("visit");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("says");
        QTest::newRow("in person") << VisitMode::InPerson << -1 << u"Consultation in person, "_s;
        QTest::newRow("audio") << VisitMode::Tele << int(TeleMode::Audio) << u"tele-consultation by audio, "_s;
        QTest::newRow("text") << VisitMode::Tele << int(TeleMode::Text) << u"tele-consultation by text, "_s;
    }
    void howItWasHeldIsSaid()
    {
        QFETCH(VisitMode, visit);
        QFETCH(int, mode);
        QFETCH(QString, says);
        auto facts = test::wholeSheet();
        facts.visit = visit;
        facts.mode = mode < 0 ? std::nullopt : std::optional(TeleMode(mode));
        QVERIFY(sheetOf(facts, signedRecord(), {}, {}).encounter.contains(says));
    }

    void theFileDescriptionHoldsNoName()
    {
        const auto pdf = pdfOf(Pages(wholePrinted(), Paper::A5)).value();
        if (!test::isInstalled(u"pdfinfo"_s))
            QSKIP("pdfinfo is not installed: the description is not read back");
        const auto info = QString::fromUtf8(toolOn(u"pdfinfo"_s, {}, pdf));
        QVERIFY(info.contains(u"Nadi"_s));
        QVERIFY2(!info.contains(u"Asha"_s) && !info.contains(u"Iravati"_s), qPrintable(info));
    }

    void thePicturesOfAllPagesAreThePapersSize()
    {
        const Pages pages(wholePrinted(), Paper::A5);
        if (const auto folder = qEnvironmentVariable("NADI_SCREENS"); !folder.isEmpty())
            for (int page = 0; page < pages.count(); ++page)
                pictureOf(pages, page, 130).save(folder + u"/sheet-a5-%1.png"_s.arg(page + 1));
        QCOMPARE(pictureOf(pages, 0, 100).size(), QSize(583, 827)); // 148 x 210 mm
        QVERIFY(pictureOf(pages, pages.count(), 100).isNull());
        QVERIFY(pictureOf(pages, -1, 100).isNull());
    }
};

QTEST_MAIN(TstSheet)
#include "tst_sheet.moc"
