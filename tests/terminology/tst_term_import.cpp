#include "releases.h"
#include "terminology/licence_notice.h"
#include "terminology/release_entry.h"
#include "terminology/term_search.h"

#include <QProcess>

using namespace nadi;
using namespace nadi::terminology;
using namespace Qt::StringLiterals;

namespace
{

QByteArray icd10(const char *display)
{
    return QByteArray("code,title\nA00,") + display + "\nA01,Typhoid fever\n";
}

QByteArray manyRows(int rows)
{
    QByteArray table = "code,title\n";
    for (int i = 0; i < rows; ++i)
        table += 'A' + QByteArray::number(i % 90 + 10) + '.' + QByteArray::number(i / 90) + ",Disease of number "
            + QByteArray::number(i) + '\n';
    return table;
}

QString displayOf(TermSearch &search)
{
    const auto known = search.lookUp(CodeSystem::Icd10, u"A00"_s);
    return known ? known->code.display : QString();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

}

class TestTermImport : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Releases> releases;

private Q_SLOTS:
    void init() { releases = std::make_unique<test::Releases>(); }

    void nothingIsImportedBeforeTheLicenceIsAccepted()
    {
        auto request = releases->request(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera")));
        request.licence = LicenceAnswer::NotGiven;
        const auto imported = importRelease(request, [](const ImportProgress &) { return Done{}; });
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, u"TERM-LICENCE"_s);
        QVERIFY(!QDir(releases->home()).exists());
    }

    void aReleaseSaysWhatItIs()
    {
        auto request = releases->request(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera")));
        request.version = u"WHO 2019"_s;
        const auto imported = importRelease(request, [](const ImportProgress &) { return Done{}; });
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().code));
        const ReleaseInfo expected{
            CodeSystem::Icd10, u"WHO 2019"_s, 2, 2, request.now.toIso(), licenceNotice(CodeSystem::Icd10)};
        QCOMPARE(imported->release, expected);
        QCOMPARE(releasesIn(releases->home()), QList{expected});
        QVERIFY(releases->import(CodeSystem::Icd10, releases->path(u"a.csv"_s)));
        QVERIFY(releasesIn(releases->home()).first().version.startsWith(u"file of 2"));
    }

    void progressCountsUpThroughBothSteps()
    {
        QList<qint64> read, indexed;
        const auto imported
            = importRelease(releases->request(CodeSystem::Icd10, releases->write(u"a.csv"_s, manyRows(500))),
                [&](const ImportProgress &at) -> Done {
                    (at.step == ImportProgress::Step::Reading ? read : indexed) << at.done;
                    return at.done <= at.all ? Done{} : fail(ErrorKind::Internal, u"too much"_s);
                });
        QVERIFY(imported);
        QVERIFY(std::is_sorted(read.begin(), read.end()));
        QCOMPARE(indexed.size(), 500);
        QVERIFY(std::is_sorted(indexed.begin(), indexed.end()));
    }

    void searchingGoesOnWhileANewReleaseComesIn()
    {
        QVERIFY(releases->import(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera"))));
        TermSearch search(releases->home());
        QCOMPARE(displayOf(search), u"Cholera"_s);
        int asked = 0;
        const auto imported
            = importRelease(releases->request(CodeSystem::Icd10, releases->write(u"b.csv"_s, icd10("Cholera again"))),
                [&](const ImportProgress &) -> Done {
                    ++asked;
                    return displayOf(search) == u"Cholera" && !search.find(u"typh"_s, TermScope::Diagnosis, 1).isEmpty()
                        ? Done{}
                        : fail(ErrorKind::Internal, u"the old release is gone"_s);
                });
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().code));
        QVERIFY(asked > 2);
        QCOMPARE(displayOf(search), u"Cholera again"_s); // the same search, without being told
    }

    void anImportThatFailsLeavesTheOldRelease_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("damaged at the end") << icd10("Other") + "A02,\"cut" << u"TERM-LINE"_s;
        QTest::newRow("another table") << QByteArray("a,b\n") << u"TERM-COLUMNS"_s;
        QTest::newRow("no usable row") << QByteArray("code,title\nA00-A09,A block\n") << u"TERM-EMPTY"_s;
    }
    void anImportThatFailsLeavesTheOldRelease()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(releases->import(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera"))));
        const auto imported = releases->import(CodeSystem::Icd10, releases->write(u"b.csv"_s, bytes));
        QVERIFY(!imported);
        QTEST(imported.error().code, "code");
        TermSearch search(releases->home());
        QCOMPARE(displayOf(search), u"Cholera"_s);
        QCOMPARE(filesIn(releases->home()), QStringList{u"icd10.db"_s});
    }

    void anImportCanBeCancelledAtAnyPoint()
    {
        QVERIFY(releases->import(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera"))));
        const auto path = releases->write(u"b.csv"_s, manyRows(40));
        int steps = 0;
        for (int stopAt = 1;; ++stopAt) {
            steps = 0;
            const auto imported
                = importRelease(releases->request(CodeSystem::Icd10, path), [&](const ImportProgress &) -> Done {
                      return ++steps < stopAt ? Done{} : fail(ErrorKind::Refused, u"TERM-CANCELLED"_s);
                  });
            TermSearch search(releases->home());
            if (imported) {
                QVERIFY(displayOf(search).isEmpty()); // the new release has no A00
                break;
            }
            QCOMPARE(imported.error().code, u"TERM-CANCELLED"_s);
            QCOMPARE(displayOf(search), u"Cholera"_s);
            QCOMPARE(filesIn(releases->home()), QStringList{u"icd10.db"_s});
        }
        QCOMPARE(steps, 80);
    }

    void whatAKilledImportLeftIsSweptAway()
    {
        QVERIFY(releases->import(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera"))));
        releases->write(u"terminology/icd10.db.new"_s, "half a file");
        // A process that is gone; its number cannot be one that runs.
        releases->write(
            u"terminology/import.lock"_s, "4194305\nnadictl\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
        TermSearch search(releases->home());
        QCOMPARE(displayOf(search), u"Cholera"_s);
        const auto imported = releases->import(CodeSystem::Icd10, releases->write(u"b.csv"_s, icd10("Cholera again")));
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().code));
        QCOMPARE(displayOf(search), u"Cholera again"_s);
        QCOMPARE(filesIn(releases->home()), QStringList{u"icd10.db"_s});
    }

    void twoImportsAtOnceAreRefused()
    {
        const auto path = releases->write(u"a.csv"_s, icd10("Cholera"));
        QString second;
        const auto first
            = importRelease(releases->request(CodeSystem::Icd10, path), [&](const ImportProgress &) -> Done {
                  if (second.isEmpty())
                      second = releases->import(CodeSystem::Icd10, path).error().code;
                  return {};
              });
        QVERIFY(first);
        QCOMPARE(second, u"TERM-BUSY"_s);
    }

    void anImportOfOneSystemLeavesTheOthers()
    {
        QVERIFY(releases->import(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera"))));
        QVERIFY(releases->import(CodeSystem::Loinc,
            releases->write(u"l.csv"_s, "LOINC_NUM,LONG_COMMON_NAME,STATUS\n8867-4,Heart rate,ACTIVE\n")));
        TermSearch search(releases->home());
        QCOMPARE(displayOf(search), u"Cholera"_s);
        QCOMPARE(releasesIn(releases->home()).size(), 2);
    }

    void aRetiredCodeIsKnownButNotOffered()
    {
        QVERIFY(releases->import(CodeSystem::Loinc,
            releases->write(u"l.csv"_s,
                "LOINC_NUM,LONG_COMMON_NAME,STATUS,COMMON_TEST_RANK\n8867-4,Pulse,DEPRECATED,\n"
                "9279-1,Pulse of breath,DISCOURAGED,\n8480-6,Pulse pressure and more of it,ACTIVE,\n"
                "8462-4,Pulse pressure and still more of it,ACTIVE,7\n")));
        TermSearch search(releases->home());
        QStringList found;
        for (const auto &hit : search.find(u"pulse"_s, TermScope::Observation, 10))
            found << hit.code.code;
        QCOMPARE(found, (QStringList{u"8462-4"_s, u"8480-6"_s, u"9279-1"_s})); // frequent first, discouraged last
        QVERIFY(search.lookUp(CodeSystem::Loinc, u"8867-4"_s)->retired);
        QVERIFY(!search.lookUp(CodeSystem::Loinc, u"9279-1"_s)->retired);
    }

    void aCodeThatIsThereTwiceIsRefused()
    {
        const auto imported = releases->import(CodeSystem::Loinc,
            releases->write(
                u"l.csv"_s, "LOINC_NUM,LONG_COMMON_NAME,STATUS\n8867-4,Pulse,ACTIVE\n8867-4,Pulse,ACTIVE\n"));
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, u"TERM-TWICE"_s);
        QVERIFY(imported.error().detail.contains(u"line 3"));
    }

    void theCrosswalkIsAskedInBothDirections()
    {
        const auto table = u"Sr No.,NAMC_ID,NAMC_CODE,NAMC_term,NAMC_term_diacritical,NAMC_term_DEVANAGARI,"
                           "Long_definition,Name English,Name English Under Index,Primary Index Related\n"
                           "1,1,EC-3.5(SP12),ab,ab,अब,-,Pain of a joint (TM2),-,index\n"
                           "2,2,SP12(AAE-16),sandhigatavAtaH,sandhigatavātaḥ,सन्धिगतवातः,-,Osteoarthritis disorder "
                           "(TM2),-,Primary\n"_s;
        QVERIFY(releases->import(CodeSystem::Namaste, releases->write(u"n.csv"_s, table.toUtf8())));
        TermSearch search(releases->home());
        const auto known = search.lookUp(CodeSystem::Namaste, u"AAE-16"_s);
        QVERIFY(known && known->tm2);
        QCOMPARE(*known->tm2, (Tm2Link{u"SP12"_s, u"Osteoarthritis disorder (TM2)"_s, Tm2Relation::Equivalent}));
        const auto under = search.underTm2(u"SP12"_s);
        QCOMPARE(under.size(), 2);
        QCOMPARE(under[0].code.code, u"AAE-16"_s); // the equivalent one first
        QCOMPARE(under[1].tm2->relation, Tm2Relation::Narrower);
        QVERIFY(search.underTm2(u"SP99"_s).isEmpty());
    }

    void aFileThatIsNoTerminologyIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray(10'000, 'x');
        QTest::newRow("another SQLite file") << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\0');
    }
    void aFileThatIsNoTerminologyIsLeftOut()
    {
        QFETCH(QByteArray, bytes);
        releases->write(u"terminology/icd10.db"_s, bytes);
        TermSearch search(releases->home());
        QVERIFY(search.find(u"cholera"_s, TermScope::Diagnosis, 5).isEmpty());
        QVERIFY(!search.lookUp(CodeSystem::Icd10, u"A00"_s));
        QVERIFY(releasesIn(releases->home()).isEmpty());
        // It is not in the way of a good one.
        QVERIFY(releases->import(CodeSystem::Icd10, releases->write(u"a.csv"_s, icd10("Cholera"))));
        QCOMPARE(displayOf(search), u"Cholera"_s);
    }
};

QTEST_GUILESS_MAIN(TestTermImport)
#include "tst_term_import.moc"
