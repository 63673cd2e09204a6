#include "clinic/prescribing/prescribing_rules.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace Qt::StringLiterals;

namespace
{

const ClassTable &shipped()
{
    return shippedClassTable();
}

MedicineLine medicine(const QString &name, const QString &form = {}, const QString &brand = {})
{
    MedicineLine line;
    line.medicine.text = name;
    line.formulation = form;
    line.brand = brand;
    return line;
}

struct Way
{
    const char *name;
    Consultation facts;
};

/// Every way of a consultation that the table tells apart.
QList<Way> ways()
{
    using K = ConsultationKind;
    using T = Consultation::Treatment;
    const auto tele = [](TeleMode mode, K kind, T treatment) {
        return Consultation{VisitMode::Tele, mode, kind, SystemOfMedicine::Allopathy, treatment};
    };
    return {
        {"in person", {}},
        {"first by video", tele(TeleMode::Video, K::First, T::NotKnown)},
        {"first by audio", tele(TeleMode::Audio, K::First, T::NotKnown)},
        {"first by text", tele(TeleMode::Text, K::First, T::UnderWay)},
        {"follow-up by video", tele(TeleMode::Video, K::FollowUp, T::NotKnown)},
        {"follow-up by text", tele(TeleMode::Text, K::FollowUp, T::NotKnown)},
        {"follow-up by audio, under treatment", tele(TeleMode::Audio, K::FollowUp, T::UnderWay)},
    };
}

QString said(const QList<LineVerdict> &verdicts)
{
    QStringList words;
    for (const auto &one : verdicts)
        words << QStringList{u"notice"_s, u"confirm"_s, u"stop"_s}[int(one.weight)] + u' ' + one.rule;
    return words.isEmpty() ? u"-"_s : words.join(u"; "_s);
}

}

/// telemedicine-rules.md section 3, as a table: medicine by way of consultation.
class TstPrescribingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableSpeaks_data()
    {
        QTest::addColumn<MedicineLine>("line");
        QTest::addColumn<Consultation>("facts");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const MedicineLine &line, std::array<const char *, 7> expected) {
            const auto all = ways();
            for (int i = 0; i < all.size(); ++i)
                QTest::addRow("%s, %s", name, all[i].name)
                    << line << all[i].facts << QString::fromLatin1(expected[size_t(i)]);
        };
        //                 in person, video 1st, audio 1st, text 1st, video again, text again, audio under treatment
        const std::array free{"-", "-", "-", "-", "-", "-", "-"};
        const std::array never{"-", "stop P1", "stop P1", "stop P1", "stop P1", "stop P1", "stop P1"};
        const std::array byVideo{"-", "-", "stop P2", "stop P2", "-", "-", "-"};
        const std::array refill{"-", "stop P3", "stop P3", "stop P3", "-", "-", "-"};
        const std::array addOn{"-", "stop P3", "stop P3", "stop P3", "stop P3", "stop P3", "-"};
        const std::array unlisted{"-", "confirm P4", "stop P2", "stop P2", "confirm P4", "confirm P4", "confirm P4"};

        row("list O", medicine(u"Paracetamol"_s, u"tablet"_s), free);
        row("list O with its strength", medicine(u"PARACETAMOL 500 mg"_s), free);
        row("list O, another name", medicine(u"Acetaminophen"_s), free);
        row("list O in Devanagari", medicine(u"पैरासिटामोल"_s), free);
        row("two of list O", medicine(u"Ambroxol + Guaifenesin"_s, u"syrup"_s), free);
        row("list O and nobody's", medicine(u"Paracetamol + Tizanidine"_s), unlisted);
        row("a salt that is also a listed name", medicine(u"Atorvastatin calcium"_s), unlisted);
        row("a word that only begins like one", medicine(u"Zincovita"_s), unlisted);
        row("ORS", medicine(u"ORS"_s, u"sachet"_s), free);
        row("vitamin D", medicine(u"Cholecalciferol 60000 IU"_s), free);

        row("for the skin", medicine(u"Clotrimazole"_s, u"cream"_s), byVideo);
        row("the same to be swallowed", medicine(u"Clotrimazole"_s, u"tablet"_s), unlisted);
        row("ear drops", medicine(u"Clotrimazole ear drops"_s), byVideo);
        row("eye drops", medicine(u"Ciprofloxacin"_s, u"eye drops"_s), byVideo);
        row("the same as tablet", medicine(u"Ciprofloxacin 500 mg"_s, u"tablet"_s), unlisted);
        row("calamine", medicine(u"Calamine"_s, u"lotion"_s), byVideo);

        row("a refill", medicine(u"Metformin"_s, u"tablet"_s), refill);
        row("a refill with its salt", medicine(u"Metformin hydrochloride 500mg"_s), refill);
        row("an inhaler", medicine(u"Salmeterol"_s, u"inhaler"_s), refill);
        row("an add-on", medicine(u"Sitagliptin"_s), addOn);
        row("a refill with its add-on", medicine(u"Metformin + Sitagliptin"_s), addOn);
        row("a thiazide with atenolol", medicine(u"Atenolol and Hydrochlorothiazide"_s), addOn);

        row("morphine", medicine(u"Morphine"_s), never);
        row("codeine in a syrup", medicine(u"Codeine phosphate + Chlorpheniramine"_s, u"syrup"_s), never);
        row("codeine under a harmless name", medicine(u"Paracetamol"_s, u"tablet"_s, u"Co-codamol 30/500"_s), never);
        row("codeine misspelt", medicine(u"codein linctus"_s), never);
        row("codeine in Devanagari", medicine(u"कोडीन सिरप"_s), never);
        row("codeine in capitals with signs", medicine(u"PARACETAMOL/CODEINE®"_s), never);
        row("what only sounds like it", medicine(u"Morphinane"_s), unlisted);
        row("what nobody listed", medicine(u"Amoxicillin"_s), unlisted);
        row("no name", medicine(QString()), unlisted);
    }
    void theTableSpeaks()
    {
        QFETCH(MedicineLine, line);
        QFETCH(Consultation, facts);
        QFETCH(QString, expected);
        const auto verdicts = judge({line}, facts, shipped());
        QCOMPARE(said(verdicts), expected);
        QCOMPARE(isStopped(verdicts), expected.contains(u"stop"));
    }

    void nothingLiftsAProhibition()
    {
        const ClassTable clinic{
            u"ours"_s, {{u"codeine"_s, {u"codeine"_s}, MedicineList::O, ListedUse::Any, u"us"_s, QDate(2026, 1, 1)}}};
        const auto table = inPlaceOf(shipped(), clinic);
        for (const auto &way : ways()) {
            if (way.facts.visit == VisitMode::InPerson)
                continue;
            for (const auto system :
                {SystemOfMedicine::Allopathy, SystemOfMedicine::Ayurveda, SystemOfMedicine::Homoeopathy}) {
                auto line = medicine(u"Codeine"_s);
                line.system = system;
                auto facts = way.facts;
                facts.practised = system;
                QVERIFY2(isStopped(judge({line}, facts, table)), way.name);
            }
        }
    }

    void aClinicMayProhibitMore()
    {
        const ClassTable clinic{u"ours"_s,
            {{u"tizanidine"_s, {u"tizanidine"_s}, MedicineList::Prohibited, ListedUse::Any, u"us"_s,
                QDate(2026, 1, 1)}}};
        const auto table = inPlaceOf(shipped(), clinic);
        const auto verdicts = judge({medicine(u"Tizanidine + Paracetamol"_s)}, ways()[4].facts, table);
        QCOMPARE(said(verdicts), u"stop P1"_s);
        QCOMPARE(verdicts.first().ingredient, u"tizanidine"_s);
        QCOMPARE(verdicts.first().source, u"us"_s);
        QCOMPARE(table.version, u"ours"_s);
    }

    void ofAyurvedaItIsSaidThatItsListsAreNotKnown()
    {
        auto line = medicine(u"Triphala"_s, u"churna"_s);
        line.system = SystemOfMedicine::Ayurveda;
        Consultation facts = ways()[2].facts;
        facts.practised = SystemOfMedicine::Ayurveda;
        QCOMPARE(said(judge({line}, facts, shipped())), u"notice Y2"_s);
        facts.visit = VisitMode::InPerson;
        QCOMPARE(said(judge({line}, facts, shipped())), u"-"_s);
    }

    void anotherSystemThanOnesOwnIsConfirmedAtADistance()
    {
        auto facts = ways()[0].facts;
        facts.practised = SystemOfMedicine::Ayurveda;
        QCOMPARE(said(judge({medicine(u"Paracetamol"_s)}, facts, shipped())), u"notice Y4"_s);
        facts.visit = VisitMode::Tele;
        QCOMPARE(said(judge({medicine(u"Paracetamol"_s)}, facts, shipped())), u"confirm Y4"_s);
    }

    void theDegreeSaysTheSystem_data()
    {
        QTest::addColumn<QString>("degree");
        QTest::addColumn<int>("system");
        const auto row
            = [](const char *degree, int system) { QTest::newRow(degree) << QString::fromLatin1(degree) << system; };
        row("MBBS, MD", int(SystemOfMedicine::Allopathy));
        row("BAMS, MD (Ayurveda)", int(SystemOfMedicine::Ayurveda));
        row("bhms", int(SystemOfMedicine::Homoeopathy));
        row("B.Sc. Nursing", -1);
        row("", -1);
    }
    void theDegreeSaysTheSystem()
    {
        QFETCH(QString, degree);
        Doctor doctor;
        doctor.qualification = degree;
        const auto system = systemOf(doctor);
        QTEST(system ? int(*system) : -1, "system");
    }

    void everyLineIsJudgedByItself()
    {
        const auto verdicts = judge({medicine(u"Paracetamol"_s), medicine(u"Codeine"_s), medicine(u"Amoxicillin"_s)},
            ways()[1].facts, shipped());
        QCOMPARE(verdicts.size(), 2);
        QCOMPARE(verdicts[0].line, 1);
        QCOMPARE(verdicts[1].line, 2);
    }

    void aFollowUpIsCountedByCalendarMonths_data()
    {
        QTest::addColumn<QDate>("visit");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<VisitMode>("mode");
        QTest::addColumn<Complaint>("complaint");
        QTest::addColumn<SeenRule>("rule");
        QTest::addColumn<bool>("followUp");
        const QDate may(2026, 5, 21);
        const auto row
            = [](const char *name, QDate visit, QDate today, bool followUp, VisitMode mode = VisitMode::InPerson,
                  Complaint complaint = Complaint::Known, SeenRule rule = SeenRule::InPersonOnly) {
                  QTest::newRow(name) << visit << today << mode << complaint << rule << followUp;
              };
        row("the last day", may, QDate(2026, 11, 21), true);
        row("a day too late", may, QDate(2026, 11, 22), false);
        row("the end of a short month", QDate(2026, 8, 31), QDate(2027, 2, 28), true);
        row("after the short month", QDate(2026, 8, 31), QDate(2027, 3, 1), false);
        row("a leap day", QDate(2027, 8, 31), QDate(2028, 2, 29), true);
        row("today", may, may, true);
        row("a visit that is still to come", may.addDays(1), may, false);
        row("seen by video only", may, may.addDays(9), false, VisitMode::Tele);
        row("seen by video, relaxed", may, may.addDays(9), true, VisitMode::Tele, Complaint::Known, SeenRule::AnyVisit);
        row("something new", may, may.addDays(9), false, VisitMode::InPerson, Complaint::New);
    }
    void aFollowUpIsCountedByCalendarMonths()
    {
        QFETCH(QDate, visit);
        QFETCH(QDate, today);
        QFETCH(VisitMode, mode);
        QFETCH(Complaint, complaint);
        QFETCH(SeenRule, rule);
        const DoctorId doctor(u"d1"_s);
        const auto kind = consultationKind({{doctor, visit, mode}}, doctor, today, complaint, rule);
        QTEST(kind == ConsultationKind::FollowUp, "followUp");
        QCOMPARE(consultationKind({{doctor, visit, mode}}, DoctorId(u"d2"_s), today, complaint, rule),
            ConsultationKind::First);
    }

    void aTableWithoutSourceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("not JSON") << QByteArray("x") << u"CLASSES-JSON"_s;
        QTest::newRow("no version") << QByteArray("{\"rows\":[]}") << u"CLASSES-JSON"_s;
        QTest::newRow("no source") << QByteArray(
            "{\"version\":\"1\",\"rows\":[{\"ingredient\":\"x\",\"list\":\"O\",\"asOf\":\"2026-01-01\"}]}")
                                   << u"CLASSES-ROW"_s;
        QTest::newRow("no such list") << QByteArray("{\"version\":\"1\",\"rows\":[{\"ingredient\":\"x\",\"list\":\"C\","
                                                    "\"source\":\"s\",\"asOf\":\"2026-01-01\"}]}")
                                      << u"CLASSES-ROW"_s;
        QTest::newRow("a name of signs only") << QByteArray(
            "{\"version\":\"1\",\"rows\":[{\"ingredient\":\"--\",\"list\":\"O\",\"source\":\"s\",\"asOf\":\"2026-01-"
            "01\"}]}") << u"CLASSES-ROW"_s;
    }
    void aTableWithoutSourceIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto table = parseClassTable(json);
        QVERIFY(!table);
        QTEST(table.error().code, "code");
    }
};

QTEST_APPLESS_MAIN(TstPrescribingRules)
#include "tst_prescribing_rules.moc"
