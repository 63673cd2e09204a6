#include "domain/check_digit.h"
#include "releases.h"
#include "terminology/namaste_rows.h"
#include "terminology/release_readers.h"

using namespace nadi;
using namespace nadi::terminology;
using namespace Qt::StringLiterals;

namespace
{

struct Reading
{
    Result<ReadRelease> result;
    QList<ReleaseEntry> entries;

    const ReleaseEntry *entry(const QString &code) const
    {
        for (const auto &one : entries)
            if (one.code == code)
                return &one;
        return nullptr;
    }
};

Reading read(CodeSystem system, const QString &path)
{
    QList<ReleaseEntry> entries;
    auto result = readRelease(system, path, {[&](const ReleaseEntry &entry) -> Done {
        entries << entry;
        return {};
    }});
    return {std::move(result), std::move(entries)};
}

/// The number with its Verhoeff digit.
QByteArray checked(const QByteArray &digits)
{
    for (char c = '0'; c <= '9'; ++c)
        if (passesVerhoeff(digits + c))
            return digits + c;
    return {};
}
QByteArray descriptionNumber(int n)
{
    return checked(QByteArray::number(100'000 + n) + "01");
}

constexpr const char *fever = "386661006";
constexpr const char *retired = "22298006";
constexpr const char *british = "900000000000508004";
constexpr const char *american = "900000000000509007";
constexpr const char *preferred = "900000000000548007";
constexpr const char *acceptable = "900000000000549004";
constexpr const char *fsn = "900000000000003001";
constexpr const char *synonym = "900000000000013009";

QByteArray conceptRow(const char *id, const char *time, const char *active)
{
    return QByteArrayList{id, time, active, "900000000000207008", "900000000000074008"}.join('\t');
}
QByteArray descriptionRow(int n, const char *of, const char *type, const char *term, const char *active = "1")
{
    return QByteArrayList{
        descriptionNumber(n), "20250101", active, "900000000000207008", of, "en", type, term, "900000000000448009"}
        .join('\t');
}
QByteArray languageRow(int n, const char *refset, const char *acceptability, const char *active = "1")
{
    return QByteArrayList{"6d1a", "20250101", active, "900000000000207008", refset, descriptionNumber(n), acceptability}
        .join('\t');
}

struct Snapshot
{
    QByteArrayList concepts{
        test::conceptHeader, conceptRow(fever, "20250101", "1"), conceptRow(retired, "20250701", "0")};
    QByteArrayList descriptions{test::descriptionHeader, descriptionRow(1, fever, fsn, "Fever (finding)"),
        descriptionRow(2, fever, synonym, "Fever"), descriptionRow(3, fever, synonym, "Pyrexia"),
        descriptionRow(4, fever, synonym, "Febrile, US"), descriptionRow(5, fever, synonym, "Withdrawn name", "0"),
        descriptionRow(6, fever, synonym, "Name no dialect accepts"),
        descriptionRow(7, retired, fsn, "Myocardial infarction (disorder)"),
        descriptionRow(8, retired, synonym, "Heart attack")};
    QByteArrayList languages{test::languageHeader, languageRow(2, american, acceptable),
        languageRow(2, british, acceptable), languageRow(3, british, preferred), languageRow(4, american, preferred),
        languageRow(5, british, preferred), languageRow(8, british, preferred),
        languageRow(6, british, preferred, "0")};

    QString writeTo(const test::Releases &releases) const
    {
        const auto in = [](const char *name) { return u"rf2/Snapshot/Terminology/"_s + QString::fromLatin1(name); };
        releases.write(in("sct2_Concept_Snapshot_INT_20250701.txt"), test::rf2(concepts));
        releases.write(in("sct2_Description_Snapshot-en_INT_20250701.txt"), test::rf2(descriptions));
        releases.write(in("der2_cRefset_LanguageSnapshot-en_INT_20250701.txt"), test::rf2(languages));
        // Beside them, and not read.
        releases.write(in("sct2_Concept_Full_INT_20250701.txt"), "not a snapshot");
        releases.write(in("sct2_Description_Snapshot-fr_INT_20250701.txt"), "not English");
        return releases.path(u"rf2"_s);
    }
};

QByteArray loincTable(const QByteArrayList &rows)
{
    return "\"LOINC_NUM\",\"COMPONENT\",\"CLASS\",\"STATUS\",\"CLASSTYPE\",\"RELATEDNAMES2\",\"SHORTNAME\","
           "\"EXTERNAL_COPYRIGHT_NOTICE\",\"LONG_COMMON_NAME\",\"COMMON_TEST_RANK\",\"VersionLastChanged\"\r\n"
        + rows.join("\r\n") + "\r\n";
}

const QByteArray namasteHeader = "Sr No.,NAMC_ID,NAMC_CODE,NAMC_term,NAMC_term_diacritical,NAMC_term_DEVANAGARI,"
                                 "Short_definition,Long_definition,Ontology_branches,Name English,Name English Under "
                                 "Index,Primary Index Related\n";

}

class TestTermReaders : public QObject
{
    Q_OBJECT

    test::Releases releases;

private Q_SLOTS:
    void aSnapshotGivesEachConceptItsPreferredName()
    {
        const auto reading = read(CodeSystem::Snomed, Snapshot().writeTo(releases));
        QVERIFY2(reading.result, reading.result ? "" : qPrintable(reading.result.error().detail));
        QCOMPARE(reading.result->version, u"20250701"_s);
        QCOMPARE(reading.entries.size(), 2);
        const auto *one = reading.entry(QString::fromLatin1(fever));
        QVERIFY(one);
        QCOMPARE(one->display, u"Pyrexia"_s); // British English: what India writes
        QCOMPARE(one->terms, (QStringList{u"Pyrexia"_s, u"Febrile, US"_s, u"Fever"_s}));
        QCOMPARE(one->scopes, (QList{TermScope::Complaint, TermScope::Diagnosis}));
        QCOMPARE(one->standing, Standing::Ordinary);
        const auto *old = reading.entry(QString::fromLatin1(retired));
        QVERIFY(old);
        QCOMPARE(old->standing, Standing::Retired);
        QCOMPARE(old->display, u"Heart attack"_s);
    }

    void twoEditionsInOneFolderAreOne()
    {
        const test::Releases both;
        const auto folder = Snapshot().writeTo(both);
        const QByteArray paracetamol = "387517004";
        both.write(u"rf2/india/sct2_Concept_Snapshot_IN1000189_20250915.txt"_s,
            test::rf2({test::conceptHeader, conceptRow(paracetamol.constData(), "20250915", "1"),
                conceptRow(fever, "20250915", "0")}));
        both.write(u"rf2/india/sct2_Description_Snapshot-en_IN1000189_20250915.txt"_s,
            test::rf2({test::descriptionHeader,
                descriptionRow(20, paracetamol.constData(), fsn, "Paracetamol (substance)")}));
        const auto reading = read(CodeSystem::Snomed, folder);
        QVERIFY(reading.result);
        QCOMPARE(reading.result->version, u"20250915"_s);
        QCOMPARE(reading.entry(u"387517004"_s)->display, u"Paracetamol"_s);
        QCOMPARE(reading.entry(QString::fromLatin1(fever))->standing, Standing::Retired); // the newer row counts
    }

    void thePatientSetIsReadInAnyColumnOrder_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("one") << QByteArray("id\tactive\tfsn\tpt\r\n386661006\t1\tFever (finding)\tFever\r\n");
        QTest::newRow("another") << QByteArray("Preferred term\tConcept ID\tStatus\tFully specified name\tmore\n"
                                               "Fever\t386661006\tactive\tFever (finding)\tx\n");
    }
    void thePatientSetIsReadInAnyColumnOrder()
    {
        QFETCH(QByteArray, bytes);
        const auto reading = read(CodeSystem::Snomed, releases.write(u"gps.txt"_s, bytes));
        QVERIFY2(reading.result, reading.result ? "" : qPrintable(reading.result.error().detail));
        QCOMPARE(reading.entries.size(), 1);
        QCOMPARE(reading.entries[0].display, u"Fever"_s);
        QCOMPARE(reading.entries[0].standing, Standing::Ordinary);
    }

    void loincRowsSayWhatTheyAre()
    {
        const auto path = releases.write(u"Loinc.csv"_s,
            loincTable({
                R"("2339-0","Glucose","CHEM","ACTIVE","1","Gluc; Dextrose","Glucose Bld-mCnc","","Glucose [Mass/volume] in Blood","1","2.73")",
                R"("24531-6","Views","RAD","TRIAL","2","","","","XR ""Foot"" Views","0","2.80")",
                R"("8867-4","Heart rate","HRTRATE.ATOM","ACTIVE","2","","","","Heart rate","","2.9")",
                R"("9999-4","Old","CHEM","DEPRECATED","1","","","","Old test","","1.0")",
                "\"29308-4\",\"Diagnosis\",\"CLIN\",\"DISCOURAGED\",\"2\",\"\",\"\",\"Owned by\r\nsomebody\","
                "\"Diagnosis\",\"\",\"2.0\"",
            }));
        const auto reading = read(CodeSystem::Loinc, path);
        QVERIFY2(reading.result, reading.result ? "" : qPrintable(reading.result.error().detail));
        QCOMPARE(reading.result->version, u"2.80"_s);
        const ReleaseEntry glucose{u"2339-0"_s, u"Glucose [Mass/volume] in Blood"_s, Standing::Frequent,
            {TermScope::LabTest, TermScope::Observation}, {u"Glucose [Mass/volume] in Blood"_s, u"Glucose Bld-mCnc"_s},
            u"Gluc; Dextrose"_s, QString(), {}};
        QCOMPARE(*reading.entry(u"2339-0"_s), glucose);
        QCOMPARE(reading.entry(u"24531-6"_s)->display, u"XR \"Foot\" Views"_s);
        QCOMPARE(reading.entry(u"24531-6"_s)->scopes, QList{TermScope::Imaging});
        QCOMPARE(reading.entry(u"8867-4"_s)->scopes, QList{TermScope::Observation});
        QCOMPARE(reading.entry(u"9999-4"_s)->standing, Standing::Retired);
        QCOMPARE(reading.entry(u"29308-4"_s)->standing, Standing::Discouraged);
        QCOMPARE(reading.entry(u"29308-4"_s)->notice, u"Owned by somebody"_s);
    }

    void anOldLoincTableOf46ColumnsIsReadByItsNames()
    {
        QByteArrayList header, row;
        for (int i = 0; i < 43; ++i) {
            header << "\"UNKNOWN_" + QByteArray::number(i) + '"';
            row << "\"x,\"\"" + QByteArray::number(i) + '"';
        }
        header.insert(5, "\"STATUS\"");
        row.insert(5, "\"ACTIVE\"");
        header.insert(20, "\"long_common_name\"");
        row.insert(20, "\"Heart rate\"");
        header << "\"LOINC_NUM\"";
        row << "\"8867-4\"";
        QCOMPARE(header.size(), 46);
        const auto reading = read(
            CodeSystem::Loinc, releases.write(u"old.csv"_s, "\xEF\xBB\xBF" + header.join(',') + '\n' + row.join(',')));
        QVERIFY2(reading.result, reading.result ? "" : qPrintable(reading.result.error().detail));
        QCOMPARE(reading.entries.size(), 1);
        QCOMPARE(reading.entries[0].display, u"Heart rate"_s);
    }

    void anUnpackedLoincReleaseIsFoundByItsFolder()
    {
        releases.write(
            u"Loinc_2.80/LoincTable/Loinc.csv"_s, "LOINC_NUM,LONG_COMMON_NAME,STATUS\n8867-4,Heart rate,ACTIVE\n");
        QCOMPARE(read(CodeSystem::Loinc, releases.path(u"Loinc_2.80"_s)).entries.size(), 1);
    }

    void namasteRowsComeInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("pair");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("tm2");
        QTest::newRow("class first") << QByteArray("SP12(AAE-16)") << u"AAE-16"_s << u"SP12"_s;
        QTest::newRow("with a no-break space") << QByteArray("SR11\xC2\xA0 ( AAA-1 )") << u"AAA-1"_s << u"SR11"_s;
        QTest::newRow("code first") << QByteArray("EC-3.5(SP5Y)") << u"EC-3.5"_s << u"SP5Y"_s;
        QTest::newRow("alone") << QByteArray("EB-10") << u"EB-10"_s << QString();
        QTest::newRow("not closed") << QByteArray("SP12 (AAE-16") << u"AAE-16"_s << u"SP12"_s;
        QTest::newRow("broken") << QByteArray("SR5Z\xE2\x82\xAC") << u"SR5Z€"_s << QString();
    }
    void namasteRowsComeInEveryShape()
    {
        QFETCH(QByteArray, pair);
        const auto path = releases.write(u"shape.csv"_s,
            namasteHeader + "1,7," + pair
                + ",hk,(a) iast,\xE0\xA4\x95,-,\"long, one\",-,Name \xE2\x87\x92 (TM2),-,Primary\n" + "2,7," + pair
                + ",again,,,,,,,,\n");
        const auto rows = readNamasteRows(path);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
        QCOMPARE(rows->size(), 1); // the repeated row is left out
        const auto &row = rows->first().first;
        QTEST(row.code, "code");
        QTEST(row.tm2, "tm2");
        QCOMPARE(row.iast, u"iast"_s);
        QCOMPARE(row.english, u"Name (TM2)"_s);
        QCOMPARE(row.englishIndex, QString());
        QCOMPARE(row.definition, u"long, one"_s);
        QVERIFY(row.arrow);
    }

    void aBrokenNamasteCodeIsNeverOffered()
    {
        const auto path = releases.write(
            u"broken.csv"_s, namasteHeader + "1,1,SR5Z\xE2\x82\xAC,a,a,a,,,,a,,Primary\n2,2,AAA-1,b,b,b,,,,b,,\n");
        const auto reading = read(CodeSystem::Namaste, path);
        QVERIFY(reading.result);
        QCOMPARE(reading.result->leftOut, QList<qint64>{2});
        QCOMPARE(reading.entries.size(), 1);
        QCOMPARE(reading.entries[0].code, u"AAA-1"_s);
    }

    void theIndexTermOfAClassIsNotItsTitle()
    {
        const auto path = releases.write(u"links.csv"_s,
            namasteHeader
                + "1,1,SP12(AAE-16),a,a,a,,,,Osteoarthritis disorder (TM2),,Primary\n"
                  "2,2,EC-3.5(SP12),b,b,b,,,,Pain of a joint (TM2),,index\n");
        const auto reading = read(CodeSystem::Namaste, path);
        QVERIFY(reading.result);
        const Tm2Link equivalent{u"SP12"_s, u"Osteoarthritis disorder (TM2)"_s, Tm2Relation::Equivalent};
        const Tm2Link narrower{u"SP12"_s, QString(), Tm2Relation::Narrower};
        QCOMPARE(reading.entry(u"AAE-16"_s)->tm2, std::optional(equivalent));
        QCOMPARE(reading.entry(u"EC-3.5"_s)->tm2, std::optional(narrower));
    }

    void aDamagedFileIsRefusedWithItsLine_data()
    {
        QTest::addColumn<CodeSystem>("system");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const QByteArray head = "LOINC_NUM,LONG_COMMON_NAME,STATUS\n";
        const auto loinc = [](const char *name, const QByteArray &bytes, const QString &code, const QString &says) {
            QTest::newRow(name) << CodeSystem::Loinc << bytes << code << says;
        };
        loinc("nothing", "", u"TERM-COLUMNS"_s, u"empty"_s);
        loinc("another table", "a,b\n1,2\n", u"TERM-COLUMNS"_s, u"LOINC_NUM, LONG_COMMON_NAME, STATUS"_s);
        loinc("one column twice", "LOINC_NUM,LOINC_NUM,LONG_COMMON_NAME,STATUS\n", u"TERM-COLUMNS"_s, u"twice"_s);
        loinc("a row too short", head + "8867-4,Heart rate,ACTIVE\n8867-4,x\n", u"TERM-LINE"_s, u"line 3: 2 columns"_s);
        loinc("cut inside quotes", head + "8867-4,\"Heart ra", u"TERM-LINE"_s, u"line 2: a quote is not closed"_s);
        loinc("text after a quote", head + "8867-4,\"Heart\" rate,ACTIVE\n", u"TERM-LINE"_s, u"line 2: text after"_s);
        loinc("not UTF-8", head + "8867-4,Heart \xFF,ACTIVE\n", u"TERM-LINE"_s, u"line 2: not UTF-8"_s);
        loinc("a zero byte", head + QByteArray("8867-4,Hea\0rt,ACTIVE\n", 21), u"TERM-LINE"_s, u"control"_s);
        loinc("one endless line", head + QByteArray(3 << 20, 'x'), u"TERM-LINE"_s, u"line 2: longer than"_s);
        loinc("a thousand columns", QByteArray(1000, ','), u"TERM-LINE"_s, u"line 1: more than 256 columns"_s);
        loinc("a wrong check digit", head + "8867-5,Heart rate,ACTIVE\n", u"TERM-CODE"_s, u"line 2"_s);
        loinc("an unknown status", head + "8867-4,Heart rate,SOON\n", u"TERM-LINE"_s, u"STATUS"_s);
        loinc("a line break inside counts", head + "8867-4,\"Heart\nrate\",ACTIVE\n8867-5,x,ACTIVE\n", u"TERM-CODE"_s,
            u"line 4"_s);
        QTest::newRow("a lone carriage return")
            << CodeSystem::Icd10 << QByteArray("code,title\nA00,Cholera\rA01,x\n") << u"TERM-LINE"_s << u"line 2"_s;
        QTest::newRow("a spreadsheet") << CodeSystem::Namaste << QByteArray("\xD0\xCF\x11\xE0") << u"TERM-SHEET"_s
                                       << QString();
        QTest::newRow("no release of its own")
            << CodeSystem::Icd11Tm2 << QByteArray("x") << u"TERM-KIND"_s << QString();
    }
    void aDamagedFileIsRefusedWithItsLine()
    {
        QFETCH(CodeSystem, system);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto name = system == CodeSystem::Namaste ? u"hostile.xls"_s : u"hostile.csv"_s;
        const auto reading = read(system, releases.write(name, bytes));
        QVERIFY(!reading.result);
        QTEST(reading.result.error().code, "code");
        QVERIFY2(reading.result.error().detail.contains(says), qPrintable(reading.result.error().detail));
        QVERIFY(!reading.result.error().detail.contains(releases.path(QString())));
    }

    void aDamagedSnapshotIsRefused_data()
    {
        QTest::addColumn<QByteArrayList>("concepts");
        QTest::addColumn<QByteArrayList>("descriptions");
        QTest::addColumn<QByteArrayList>("languages");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const Snapshot sound;
        const auto with = [](QByteArrayList list, const QByteArray &row) { return list << row; };
        QTest::newRow("a concept id") << with(sound.concepts, conceptRow("386661007", "20250101", "1"))
                                      << sound.descriptions << sound.languages << u"TERM-CODE"_s << u"line 4"_s;
        QTest::newRow("a description id as a concept")
            << with(sound.concepts, conceptRow(descriptionNumber(1).constData(), "20250101", "1")) << sound.descriptions
            << sound.languages << u"TERM-CODE"_s << u"id"_s;
        QTest::newRow("the concept of a description")
            << sound.concepts << with(sound.descriptions, descriptionRow(30, "12345", synonym, "x")) << sound.languages
            << u"TERM-CODE"_s << u"conceptId"_s;
        QTest::newRow("an empty term") << sound.concepts
                                       << with(sound.descriptions, descriptionRow(30, fever, synonym, ""))
                                       << sound.languages << u"TERM-LINE"_s << u"term"_s;
        QTest::newRow("a term that is too long")
            << sound.concepts
            << with(sound.descriptions, descriptionRow(30, fever, synonym, QByteArray(5000, 'x').constData()))
            << sound.languages << u"TERM-LINE"_s << u"term"_s;
        QTest::newRow("what a language row speaks of")
            << sound.concepts << sound.descriptions << with(sound.languages, "a\t1\t1\t1\t1\t7\t1") << u"TERM-CODE"_s
            << u"referencedComponentId"_s;
        QTest::newRow("a language row cut")
            << sound.concepts << sound.descriptions << with(sound.languages, "a\t20250101\t1") << u"TERM-LINE"_s
            << u"3 columns"_s;
    }
    void aDamagedSnapshotIsRefused()
    {
        Snapshot snapshot;
        QFETCH(QByteArrayList, concepts);
        QFETCH(QByteArrayList, descriptions);
        QFETCH(QByteArrayList, languages);
        QFETCH(QString, says);
        snapshot.concepts = concepts;
        snapshot.descriptions = descriptions;
        snapshot.languages = languages;
        const test::Releases damaged;
        const auto reading = read(CodeSystem::Snomed, snapshot.writeTo(damaged));
        QVERIFY(!reading.result);
        QTEST(reading.result.error().code, "code");
        QVERIFY2(reading.result.error().detail.contains(says), qPrintable(reading.result.error().detail));
    }

    void aFolderWithoutASnapshotSaysWhatIsMissing()
    {
        const test::Releases partly;
        partly.write(u"rf2/sct2_Concept_Snapshot_INT_20250701.txt"_s, "x");
        const auto reading = read(CodeSystem::Snomed, partly.path(u"rf2"_s));
        QVERIFY(!reading.result);
        QCOMPARE(reading.result.error().code, u"TERM-FILE"_s);
        QVERIFY(reading.result.error().detail.contains(u"sct2_Description_Snapshot-en"));
    }
};

QTEST_GUILESS_MAIN(TestTermReaders)
#include "tst_term_readers.moc"
