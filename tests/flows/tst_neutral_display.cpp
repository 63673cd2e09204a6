#include "domain/neutral_display.h"
#include "support/seeded_random.h"

#include <QRegularExpression>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

/// S-N8: a title is readable before identity is proven.
class TstNeutralDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typeAndDateAndNothingElse()
    {
        QCOMPARE(*neutralDisplay(HiType::Prescription, QDate(2026, 2, 11)), u"Prescription 11 Feb 2026"_s);
        QCOMPARE(*neutralDisplay(HiType::OPConsultation, QDate(2026, 12, 1)), u"OP visit 1 Dec 2026"_s);
        QCOMPARE(neutralDisplay(HiType::Prescription, QDate()).error().code, u"DISPLAY-DATE"_s);
    }

    void aVisitSaysItsDayAndNothingElse()
    {
        QCOMPARE(*neutralVisitDisplay(QDate(2026, 2, 11)), u"Visit 11 Feb 2026"_s);
        QVERIFY(isNeutralDisplay(u"Visit 11 Feb 2026"));
        QVERIFY(!isNeutralDisplay(u"Visit 11 Feb 2026 cardiology"));
        QVERIFY(!isNeutralDisplay(u"Visit"));
        QCOMPARE(neutralVisitDisplay(QDate()).error().code, u"DISPLAY-DATE"_s);
    }

    void everyTitleIsNeutralAsciiAndShort()
    {
        // The gateway's own pattern (abdm-v3-gateway.md 4.2).
        static const QRegularExpression accepted(uR"(^[a-zA-Z0-9_\-@,. "':|()/]{0,255}$)"_s);
        test::SeededRandom random(11);
        for (int i = 0; i < 20'000; ++i) {
            const auto type = HiType(random.next() % 8);
            const auto date = QDate(1900, 1, 1).addDays(qint64(random.next() % 80'000));
            const auto title = neutralDisplay(type, date);
            QVERIFY(title);
            QVERIFY(isNeutralDisplay(*title));
            QVERIFY(accepted.match(*title).hasMatch());
        }
    }

    void anyOtherWordIsRefused()
    {
        const QStringList words{u"diabetes"_s, u"HIV"_s, u"psychiatry"_s, u"oncology"_s, u"pregnancy"_s, u"positive"_s,
            u"TB"_s, u"Metformin"_s, u"Dr Joshi"_s, u"Asha"_s, u"cardiology"_s, u"fever"_s, u"ward"_s, u"ICU"_s,
            u"abortion"_s, u"-"_s, u"("_s};
        for (int type = 0; type < 8; ++type) {
            const auto title = *neutralDisplay(HiType(type), QDate(2026, 2, 11));
            for (const auto &word : words) {
                QVERIFY(!isNeutralDisplay(word));
                QVERIFY(!isNeutralDisplay(title + u' ' + word));
                QVERIFY(!isNeutralDisplay(word + u' ' + title));
                for (qsizetype at = 0; at <= title.size(); ++at)
                    QVERIFY(!isNeutralDisplay(title.left(at) + word + title.mid(at)));
            }
        }
    }

    void nearMissesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text :
            {"", " ", "Prescription", "Prescription ", "Prescription 31 Feb 2026", "Prescription 11 Feb",
                "prescription 11 Feb 2026", "Prescription  11 Feb 2026", "Prescription 11 Feb 2026 ",
                "Prescription 11 Feb 26", "Prescription 11-Feb-2026", "Visit on 3 March", "Prescription 011 Feb 2026"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("unicode dash") << u"Prescription 11–Feb 2026"_s;
        QTest::newRow("other digits") << u"Prescription ११ Feb 2026"_s;
    }
    void nearMissesAreRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!isNeutralDisplay(text));
    }
};

QTEST_GUILESS_MAIN(TstNeutralDisplay)
#include "tst_neutral_display.moc"
