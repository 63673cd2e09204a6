#include "terminology/code_check.h"
#include "terminology/folded.h"
#include "terminology/semantic_tag.h"

#include <QTest>

using namespace nadi;
using namespace nadi::terminology;
using namespace Qt::StringLiterals;

/// What makes texts comparable, and codes believable.
class TestTermFolded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("IAST") << u"Sandhigatavātaḥ"_s << u"sandhigatavatah"_s;
        QTest::newRow("composed and decomposed") << u"ñ n\u0303"_s << u"n n"_s;
        QTest::newRow("hyphens and brackets") << u"vyAdhi-viniScayaH (2)"_s << u"vyadhi viniscayah 2"_s;
        QTest::newRow("apostrophes") << u"Crohn's Crohn’s"_s << u"crohns crohns"_s;
        QTest::newRow("ain and hamza") << u"Shu‘abī Ri’a"_s << u"shuabi ria"_s;
        QTest::newRow("Devanagari keeps its vowel signs") << u"सन्धिगतवातः"_s << u"सन्धिगतवातः"_s;
        QTest::newRow("nukta") << u"क़\u0020क़"_s << u"क क"_s;
        QTest::newRow("Arabic vowel marks and stretch") << u"رُطوبـت"_s << u"رطوبت"_s;
        QTest::newRow("joiners") << u"क्\u200dष"_s << u"क्ष"_s;
        QTest::newRow("only signs") << u" -- ° · ¶ \"*"_s << QString();
        QTest::newRow("ligature and superscript") << u"ﬁ²"_s << u"fi2"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xDC00)) << QString();
    }
    void textsAreFolded()
    {
        QFETCH(QString, text);
        QTEST(folded(text), "plain");
        QCOMPARE(folded(folded(text)), folded(text));
    }

    void spellingsOfOneWordSoundAlike_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("v and w") << u"jvara"_s << u"jwara"_s;
        QTest::newRow("sh") << u"śōtha"_s << u"shotha"_s;
        QTest::newRow("script") << u"शोथः"_s << u"shotha"_s;
        QTest::newRow("anusvara") << u"संधि"_s << u"सन्धि"_s;
        QTest::newRow("long vowels") << u"kaamalaa"_s << u"कामला"_s;
    }
    void spellingsOfOneWordSoundAlike()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(soundOf(folded(one)), soundOf(folded(other)));
    }

    void codesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("aConcept");
        QTest::addColumn<bool>("aDescription");
        QTest::addColumn<bool>("aLoinc");
        QTest::newRow("concept") << QByteArray("386661006") << true << false << false;
        QTest::newRow("concept of an extension") << QByteArray("41000179103") << true << false << false;
        QTest::newRow("description") << QByteArray("900000000000003001") << true << false << false;
        QTest::newRow("a description") << QByteArray("61585018") << false << true << false;
        QTest::newRow("a digit changed") << QByteArray("386661007") << false << false << false;
        QTest::newRow("two digits swapped") << QByteArray("368661006") << false << false << false;
        QTest::newRow("LOINC") << QByteArray("29308-4") << false << false << true;
        QTest::newRow("LOINC, digit changed") << QByteArray("29309-4") << false << false << false;
        QTest::newRow("LOINC without a hyphen") << QByteArray("293084") << false << false << false;
        QTest::newRow("LOINC with letters") << QByteArray("LP123-4") << false << false << false;
        QTest::newRow("empty") << QByteArray() << false << false << false;
        QTest::newRow("hyphen only") << QByteArray("-") << false << false << false;
        QTest::newRow("too long") << QByteArray("3866610063866610063") << false << false << false;
        QTest::newRow("not ASCII digits") << QByteArray("३८६६६१००६") << false << false << false;
    }
    void codesAreChecked()
    {
        QFETCH(QByteArray, code);
        QTEST(conceptId(code).has_value(), "aConcept");
        QTEST(descriptionId(code).has_value(), "aDescription");
        QTEST(isLoincNumber(code), "aLoinc");
    }

    void theTagSaysWhereAConceptMayStand_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<TermScope>>("scopes");
        using enum TermScope;
        QTest::newRow("finding") << u"Fever (finding)"_s << QList{Complaint, Diagnosis};
        QTest::newRow("brackets inside") << u"Type II (adult) diabetes (disorder)"_s << QList{Complaint, Diagnosis};
        QTest::newRow("product") << u"Paracetamol 500 mg oral tablet (clinical drug)"_s << QList{Medicine, Allergy};
        QTest::newRow("vaccine") << u"Cholera vaccine (medicinal product)"_s << QList{Medicine, Allergy, Vaccine};
        QTest::newRow("substance") << u"Paracetamol (substance)"_s << QList{Allergy};
        QTest::newRow("allergy") << u"Allergy to penicillin (finding)"_s << QList{Complaint, Diagnosis, Allergy};
        QTest::newRow("route") << u"Oral route (qualifier value)"_s << QList{Dosing};
        QTest::newRow("place") << u"Maharashtra (geographic location)"_s << QList<TermScope>{};
        QTest::newRow("no tag") << u"Fever"_s << QList<TermScope>{};
    }
    void theTagSaysWhereAConceptMayStand()
    {
        QFETCH(QString, name);
        QTEST(scopesOfName(name), "scopes");
    }
};

QTEST_GUILESS_MAIN(TestTermFolded)
#include "tst_term_folded.moc"
