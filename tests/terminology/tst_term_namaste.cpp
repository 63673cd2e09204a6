#include "releases.h"
#include "terminology/namaste_rows.h"
#include "terminology/release_readers.h"
#include "terminology/table_reader.h"
#include "terminology/term_search.h"

using namespace nadi;
using namespace nadi::terminology;
using namespace Qt::StringLiterals;

namespace
{

TableColumn column(const char *name)
{
    return {{QString::fromLatin1(name)}};
}

/// The cleaned table that was made from the same file by other means.
QList<NamasteRow> expectedRows(const QString &path)
{
    auto table = TableReader::open(path, TableForm::CommaQuoted,
        {column("namc_id"), column("namaste_code"), column("icd11_tm2_code"), column("term_hk"), column("term_iast"),
            column("term_devanagari"), column("name_english"), column("name_english_index"), column("tm2_relation"),
            column("arrow"), column("long_definition")});
    QList<NamasteRow> rows;
    while (table && table->next().value_or(false))
        rows << NamasteRow{table->text(0), table->text(1), table->text(2), table->text(3), table->text(4),
            table->text(5), table->text(6), table->text(7), table->text(8), table->text(9) == u"1", table->text(10)};
    return rows;
}

}

/// The published NAMASTE files. They may not be in this repository (no licence text was found).
class TestTermNamaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAyurvedaFileIsCleanedToTheLastCell()
    {
        const auto raw = test::namasteFixture(u"ayurveda-raw.csv"_s);
        if (raw.isEmpty())
            QSKIP("../shared is not here: the NAMASTE import was NOT compared with the published file");
        const auto rows = readNamasteRows(raw);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
        const auto expected = expectedRows(test::namasteFixture(u"ayurveda.csv"_s));
        QCOMPARE(expected.size(), 2892);
        QCOMPARE(rows->size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY2(rows->at(i).first == expected[i], qPrintable(expected[i].id));
    }

    void theCrosswalkHasEveryPairWithItsDirection()
    {
        const auto raw = test::namasteFixture(u"ayurveda-raw.csv"_s);
        if (raw.isEmpty())
            QSKIP("../shared is not here: the TM2 crosswalk was NOT compared with the published file");
        const auto rows = readNamasteRows(raw);
        QVERIFY(rows);
        auto table = TableReader::open(test::namasteFixture(u"ayurveda-tm2-map.csv"_s), TableForm::CommaQuoted,
            {column("namaste_code"), column("icd11_tm2_code"), column("tm2_relation"), column("name_english")});
        QVERIFY(table);
        QMap<Tm2Relation, int> counted;
        for (const auto &[row, line] : *rows) {
            const auto link = tm2LinkOf(row);
            if (!link)
                continue;
            QVERIFY(table->next().value_or(false));
            QCOMPARE(row.code, table->text(0));
            QCOMPARE(link->code, table->text(1));
            const bool primary = table->text(2) == u"primary";
            QCOMPARE(link->relation, primary ? Tm2Relation::Equivalent : Tm2Relation::Narrower);
            QCOMPARE(link->title, primary ? table->text(3) : QString());
            ++counted[link->relation];
        }
        QVERIFY(!table->next().value_or(true));
        QCOMPARE(counted[Tm2Relation::Equivalent], 358);
        QCOMPARE(counted[Tm2Relation::Narrower], 430);
    }

    void aDiseaseIsFoundInEveryWriting_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &typed, const char *code) {
            QTest::newRow(name) << typed << QString::fromLatin1(code);
        };
        row("IAST", u"sandhigatavātaḥ"_s, "AAE-16");
        row("IAST without its end", u"sandhigatavāta"_s, "AAE-16");
        row("transliteration", u"sandhigatavAtaH"_s, "AAE-16");
        row("plain", u"sandhigatavata"_s, "AAE-16");
        row("Devanagari", u"सन्धिगतवातः"_s, "AAE-16");
        row("Devanagari with anusvara", u"संधिगतवात"_s, "AAE-16");
        row("English", u"osteoarthritis"_s, "AAE-16");
        row("its TM2 class", u"SP12"_s, "AAE-16");
        row("its code", u"aae-16"_s, "AAE-16");
        row("as people write it", u"kushtha"_s, "ED-4");
        row("as people write it, v and w", u"jwara"_s, "EC-3");
    }
    void aDiseaseIsFoundInEveryWriting()
    {
        const auto raw = test::namasteFixture(u"ayurveda-raw.csv"_s);
        if (raw.isEmpty())
            QSKIP("../shared is not here: searching the published NAMASTE file was NOT tested");
        static const test::Releases releases;
        static const auto imported = releases.import(CodeSystem::Namaste, raw);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().code + imported.error().detail));
        QFETCH(QString, typed);
        QFETCH(QString, code);
        TermSearch search(releases.home());
        QStringList found;
        for (const auto &hit : search.find(typed, TermScope::Diagnosis, 10))
            found << hit.code.code;
        QVERIFY2(found.contains(code), qPrintable(found.join(u' ')));
    }

    void theOtherTwoFilesAreReadToo_data()
    {
        QTest::addColumn<CodeSystem>("system");
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("concepts");
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("Siddha") << CodeSystem::Siddha << u"siddha-raw.csv"_s << qint64(1926)
                                << QStringList{u"வளி கல்லீரல்"_s, u"vali kalliral"_s, u"HBA1.1"_s} << u"AAA1.1"_s;
        QTest::newRow("Unani") << CodeSystem::Unani << u"unani-raw.csv"_s << qint64(2522)
                               << QStringList{u"شقيقہ"_s, u"shaqiqa"_s, u"migraine"_s} << u"A-2"_s;
    }
    void theOtherTwoFilesAreReadToo()
    {
        QFETCH(CodeSystem, system);
        QFETCH(QString, file);
        QFETCH(qint64, concepts);
        QFETCH(QStringList, typed);
        QFETCH(QString, code);
        const auto raw = test::namasteFixture(file);
        if (raw.isEmpty())
            QSKIP("../shared is not here: this AYUSH file was NOT imported");
        const test::Releases releases;
        const auto imported = releases.import(system, raw);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().code + imported.error().detail));
        QCOMPARE(imported->release.concepts + imported->leftOut.size(), concepts);
        TermSearch search(releases.home());
        for (const auto &words : typed.first(2)) {
            QStringList found;
            for (const auto &hit : search.find(words, TermScope::AyushDiagnosis, 10))
                found << hit.code.code;
            QVERIFY2(found.contains(code), qPrintable(words + u": "_s + found.join(u' ')));
        }
    }
};

QTEST_GUILESS_MAIN(TestTermNamaste)
#include "tst_term_namaste.moc"
