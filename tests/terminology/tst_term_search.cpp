#include "releases.h"
#include "terminology/code_check.h"
#include "terminology/licence_notice.h"
#include "terminology/starter_set.h"
#include "terminology/term_desk.h"
#include "terminology/units.h"

using namespace nadi;
using namespace nadi::terminology;
using namespace Qt::StringLiterals;

namespace
{

QStringList codesOf(const QList<TermHit> &hits)
{
    QStringList codes;
    for (const auto &hit : hits)
        codes << hit.code.code;
    return codes;
}

const QByteArray icd10 = "code,title\n"
                         "R50,Fever of other and unknown origin\n"
                         "R50.9,\"Fever, unspecified\"\n"
                         "A68,Relapsing fevers\n"
                         "A75,Typhus fever\n"
                         "J30.1,Allergic rhinitis due to pollen\n"
                         "K50,Crohn's disease [regional enteritis]\n"
                         "L20-L30,Dermatitis and eczema\n"
                         "E11,Type 2 diabetes mellitus\n"
                         "B99,Fever\n";

}

class TestTermSearch : public QObject
{
    Q_OBJECT

    test::Releases releases;

private Q_SLOTS:
    void initTestCase()
    {
        const auto imported = releases.import(CodeSystem::Icd10, releases.write(u"icd10.csv"_s, icd10));
        QVERIFY(imported);
        QCOMPARE(imported->release.concepts, 8);
        QCOMPARE(imported->leftOut, QList<qint64>{8}); // a block is no diagnosis
    }

    void exactComesBeforeBeginningBeforeWords()
    {
        TermSearch search(releases.home());
        const auto hits = search.find(u"fever"_s, TermScope::Diagnosis, 10);
        QCOMPARE(codesOf(hits), (QStringList{u"B99"_s, u"R50.9"_s, u"R50"_s, u"A75"_s, u"A68"_s}));
        QCOMPARE(hits[0].match, TermMatch::Exact);
        QCOMPARE(hits[1].match, TermMatch::Beginning);
        QCOMPARE(hits[3].match, TermMatch::Words);
        QCOMPARE(hits[0].code, (Code{CodeSystem::Icd10, u"B99"_s, u"Fever"_s}));
    }

    void whatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("words in any order") << u"mell diab"_s << QStringList{u"E11"_s};
        QTest::newRow("an apostrophe") << u"crohn's"_s << QStringList{u"K50"_s};
        QTest::newRow("no apostrophe") << u"crohns dis"_s << QStringList{u"K50"_s};
        QTest::newRow("a code") << u"e11"_s << QStringList{u"E11"_s};
        QTest::newRow("a code with a point") << u"J30.1"_s << QStringList{u"J30.1"_s};
        QTest::newRow("other diacritics") << u"FÉVÉR RELAP"_s << QStringList{u"A68"_s};
        QTest::newRow("nothing like it") << u"fever diabetes"_s << QStringList{};
        QTest::newRow("nothing") << QString() << QStringList{};
        QTest::newRow("signs only") << u"\"*( ) - ^ °·¶"_s << QStringList{};
        QTest::newRow("words of the query language") << u"fever OR mellitus"_s << QStringList{};
        QTest::newRow("quotes and stars") << u"\"relap*\""_s << QStringList{u"A68"_s};
        QTest::newRow("a very long text")
            << u"fever "_s.repeated(10'000) + u"x"_s << QStringList{u"B99"_s, u"A75"_s, u"A68"_s, u"R50.9"_s, u"R50"_s};
        QTest::newRow("half a surrogate pair") << QString(QChar(0xD800)) + u"crohn"_s << QStringList{u"K50"_s};
    }
    void whatIsTyped()
    {
        QFETCH(QString, typed);
        TermSearch search(releases.home());
        QTEST(codesOf(search.find(typed, TermScope::Diagnosis, 10)), "found");
    }

    void aScopeLooksOnlyWhereTheProfilesAllowIt()
    {
        TermSearch search(releases.home());
        QVERIFY(search.find(u"fever"_s, TermScope::Medicine, 10).isEmpty());
        QVERIFY(search.find(u"fever"_s, TermScope::LabTest, 10).isEmpty());
        QVERIFY(!search.find(u"glucose"_s, TermScope::LabTest, 10).isEmpty());
        QVERIFY(search.find(u"glucose"_s, TermScope::Imaging, 10).isEmpty());
    }

    void theLimitHolds()
    {
        TermSearch search(releases.home());
        QCOMPARE(search.find(u"fever"_s, TermScope::Diagnosis, 2).size(), 2);
    }

    void withoutAnImportThereIsTheStarterSet_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<TermScope>("scope");
        QTest::addColumn<QString>("code");
        QTest::newRow("vital") << u"heart rate"_s << TermScope::Observation << u"8867-4"_s;
        QTest::newRow("lab") << u"cholesterol hdl"_s << TermScope::LabTest << u"2085-9"_s;
        QTest::newRow("dosing") << u"after food"_s << TermScope::Dosing << u"311504000"_s;
        QTest::newRow("allergy") << u"no known"_s << TermScope::Allergy << u"716186003"_s;
        QTest::newRow("vaccine") << u"typhus"_s << TermScope::Vaccine << u"37146000"_s;
    }
    void withoutAnImportThereIsTheStarterSet()
    {
        QFETCH(QString, typed);
        QFETCH(TermScope, scope);
        const test::Releases nothing;
        TermSearch search(nothing.home());
        QTEST(codesOf(search.find(typed, scope, 1)).value(0), "code");
    }

    void aCodeOfARecordIsKnownAgain()
    {
        TermSearch search(releases.home());
        const auto known = search.lookUp(CodeSystem::Icd10, u"A75"_s);
        QVERIFY(known);
        QCOMPARE(known->code.display, u"Typhus fever"_s);
        QVERIFY(!known->retired);
        QVERIFY(!search.lookUp(CodeSystem::Icd10, u"A99"_s));
        QVERIFY(!search.lookUp(CodeSystem::Loinc, u"A75"_s));
    }

    void theNewestQuestionOfADeskWins()
    {
        TermDesk desk(releases.home());
        QList<QFuture<QList<TermHit>>> asked;
        for (int i = 0; i < 200; ++i)
            asked << desk.find(u"fev"_s, TermScope::Diagnosis, 5);
        const auto last = desk.find(u"typhus"_s, TermScope::Diagnosis, 5);
        QCOMPARE(codesOf(last.result()), QStringList{u"A75"_s});
        // Each earlier one was answered or cancelled, none is left waiting.
        for (const auto &each : asked)
            QVERIFY(each.isFinished() || each.isCanceled());
        QCOMPARE(desk.lookUp(CodeSystem::Icd10, u"B99"_s).result()->code.display, u"Fever"_s);
    }

    void aDeskThatEndsLeavesNobodyWaiting()
    {
        QFuture<QList<TermHit>> found;
        QFuture<std::optional<KnownCode>> known;
        {
            TermDesk desk(releases.home());
            for (int i = 0; i < 50; ++i)
                known = desk.lookUp(CodeSystem::Icd10, u"B99"_s);
            found = desk.find(u"fever"_s, TermScope::Diagnosis, 5);
        }
        QTRY_VERIFY_WITH_TIMEOUT(found.isFinished() && known.isFinished(), 30'000);
    }

    void aUnitHasItsUcumCodeOrNone_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("ucum");
        QTest::newRow("the same") << u"mg/dL"_s << u"mg/dL"_s;
        QTest::newRow("pressure") << u"mmHg"_s << u"mm[Hg]"_s;
        QTest::newRow("blanks") << u" mm  Hg "_s << u"mm[Hg]"_s;
        QTest::newRow("micro") << u"µg/dL"_s << u"ug/dL"_s;
        QTest::newRow("cells") << u"10^3/µL"_s << u"10*3/uL"_s;
        QTest::newRow("another case is another unit") << u"Mg"_s << QString();
        QTest::newRow("no unit of UCUM") << u"tablet"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aUnitHasItsUcumCodeOrNone()
    {
        QFETCH(QString, unit);
        QTEST(ucumFor(unit), "ucum");
        for (const auto &known : knownUnits())
            QVERIFY(!ucumFor(known).isEmpty());
    }

    void theStarterSetHoldsOnlySoundCodes()
    {
        for (const auto &entry : starterEntries(CodeSystem::Snomed))
            QVERIFY2(conceptId(entry.code.toLatin1()) && !entry.display.isEmpty(), qPrintable(entry.code));
        for (const auto &entry : starterEntries(CodeSystem::Loinc))
            QVERIFY2(isLoincNumber(entry.code.toLatin1()) && !entry.display.isEmpty(), qPrintable(entry.code));
        QCOMPARE(starterEntries(CodeSystem::Snomed).size() + starterEntries(CodeSystem::Loinc).size(), 397);
        QVERIFY(starterEntries(CodeSystem::Icd10).isEmpty());
        QVERIFY(starterEntries(CodeSystem::Namaste).isEmpty());
    }

    void everyImportableSystemHasItsNotice()
    {
        for (const auto system : importableSystems())
            QVERIFY(licenceNotice(system).size() > 40);
    }
};

QTEST_GUILESS_MAIN(TestTermSearch)
#include "tst_term_search.moc"
