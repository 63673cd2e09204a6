#include "clinic/prescribed_before.h"
#include "record_desk.h"
#include "storage/prescribed_repository.h"
#include "support/written_page.h"
#include "terminology/releases.h"

#include <QQuickItem>
#include <QRegularExpression>

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;
using test::cell;

namespace
{

constexpr int patience = test::recordPatience;

}

/// Single fields of the editors, in the real window: what has a shape of its own.
class TstRecordEntry : public QObject
{
    Q_OBJECT

private:
    static RecordEditorController *begin(test::DeskWindow &desk, const QString &kind)
    {
        if (!desk.isOpen() || test::openFile(desk, u"Sunita Rao"_s).isEmpty() || !test::isActive(desk)
            || !desk.app().writeRecord(kind))
            return nullptr;
        auto *editor = desk.app().editor();
        return QTest::qWaitFor([&] { return desk.app().page() == u"write" && editor->loaded(); }, patience) ? editor
                                                                                                            : nullptr;
    }
    static int sectionOf(RecordEditorController *editor, const QString &name)
    {
        for (int row = 0; row < editor->sections()->count(); ++row)
            if (cell(editor->sections(), row, "name").toString() == name)
                return row;
        return -1;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"qrc:.*(Error|is not a|Unable|Cannot|unavailable|Unexpected|Binding loop)"_s));
    }

    void noKnownAllergyIsSaidByOneKeyAndEndsWithAnAllergy()
    {
        test::DeskWindow desk;
        auto *editor = begin(desk, u"consultation"_s);
        QVERIFY(editor);
        const auto content = [&] { return std::get<ConsultationContent>(editor->content()); };
        QVERIFY(test::tabTo(desk, u"No known allergy"_s));
        desk.show(u"25-no-known-allergy"_s);
        test::Pilot(desk.window()).press(Qt::Key_Space);
        QVERIFY(content().noKnownAllergy);
        QCOMPARE(editor->reason(), QString()); // that alone is something said
        const auto form = formFor(editor->content(), {});
        const auto lines = readable(editor->content(), form);
        QVERIFY(std::ranges::any_of(lines, [](const ReadLine &line) { return line.text == u"No known allergy"; }));
        const int allergies = sectionOf(editor, u"allergies"_s);
        editor->addRow(allergies);
        QVERIFY(editor->ticked(allergies)); // an empty row says nothing
        QCOMPARE(editor->write(allergies, 0, 0, u"Penicillin"_s), QString());
        QVERIFY(!content().noKnownAllergy);
        QVERIFY(!editor->mayTick(allergies));
    }

    void aBloodPressureIsOneCell_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("stored");
        QTest::newRow("two numbers") << u"120/80"_s << QStringList{u"120"_s, u"80"_s};
        QTest::newRow("with blanks") << u" 95 / 60 "_s << QStringList{u"95"_s, u"60"_s};
        QTest::newRow("one number") << u"120"_s << QStringList();
        QTest::newRow("words") << u"normal"_s << QStringList();
        QTest::newRow("no zero in front") << u"020/80"_s << QStringList();
    }
    void aBloodPressureIsOneCell()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, stored);
        test::DeskWindow desk;
        auto *editor = begin(desk, u"wellness"_s);
        QVERIFY(editor);
        QVERIFY(test::tabTo(desk, u"Value, line 1"_s));
        test::Pilot(desk.window()).type(typed);
        const auto row = std::get<WellnessContent>(editor->content()).entries.constFirst().measurement;
        QCOMPARE(codeIn(row.what, CodeSystem::Loinc)->code, u"85354-9"_s);
        QVERIFY(std::holds_alternative<std::monostate>(row.value));
        QStringList values, codes;
        for (const auto &part : row.parts) {
            values << std::get<Quantity>(part.value).value;
            QCOMPARE(std::get<Quantity>(part.value).ucum, u"mm[Hg]"_s);
            codes << codeIn(part.what, CodeSystem::Loinc)->code;
        }
        QCOMPARE(values, stored);
        QCOMPARE(codes, stored.isEmpty() ? QStringList() : QStringList({u"8480-6"_s, u"8462-4"_s}));
        desk.show(u"26-blood-pressure-"_s + QString::number(stored.size()));
        QCOMPARE(editor->reason().isEmpty(), !stored.isEmpty());
    }

    void anAyushCodeBringsItsTm2Class_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("equivalent") << u"sandhigata"_s << QStringList{u"AAE-16"_s, u"SP12"_s};
        QTest::newRow("narrower, titled by its class") << u"janugata"_s << QStringList{u"EC-3.5"_s, u"SP12"_s};
        QTest::newRow("without a class") << u"anartava"_s << QStringList{u"EB-10"_s};
    }
    void anAyushCodeBringsItsTm2Class()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, codes);
        test::Releases releases;
        const QByteArray table = "Sr No.,NAMC_ID,NAMC_CODE,NAMC_term,NAMC_term_diacritical,NAMC_term_DEVANAGARI,"
                                 "Long_definition,Name English,Name English Under Index,Primary Index Related\n"
                                 "1,1,EC-3.5(SP12),janugata,janugata,a,-,Pain of a joint,-,index\n"
                                 "2,2,SP12(AAE-16),sandhigata,sandhigata,a,-,Osteoarthritis disorder (TM2),-,Primary\n"
                                 "3,3,EB-10,anartava,anartava,a,-,Without a class,-,-\n";
        QVERIFY(releases.import(CodeSystem::Namaste, releases.write(u"namaste.csv"_s, table)).has_value());
        QProcessEnvironment environment;
        environment.insert(u"NADI_TERMINOLOGY_FOLDER"_s, releases.home());
        test::DeskWindow desk(environment);
        auto *editor = begin(desk, u"prescription"_s);
        QVERIFY(editor);
        QVERIFY(test::tabTo(desk, u"Diagnosis, line 1"_s));
        test::Pilot pilot(desk.window());
        pilot.type(typed);
        QTRY_VERIFY_WITH_TIMEOUT(editor->offers()->count() > 0, patience);
        pilot.press(Qt::Key_Down);
        pilot.press(Qt::Key_Return);
        const auto picked = [&] {
            QStringList out;
            for (const auto &code : std::get<PrescriptionContent>(editor->content()).diagnoses.constFirst().what.codes)
                out << code.code;
            return out;
        };
        QTRY_COMPARE_WITH_TIMEOUT(picked(), codes, patience);
        QVERIFY(editor->mark(0, 0, 0).startsWith(u"NAMASTE"_s));
        desk.show(u"27-tm2-"_s + typed);
        // What was picked for other words does not stay.
        QCOMPARE(editor->write(0, 0, 0, u"something else"_s), QString());
        QCOMPARE(picked(), QStringList());
    }

    void aFavouriteIsMadeAndEndedAndUseOrdersThem()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const auto named = [](const QString &name) {
            MedicineLine line;
            line.medicine.text = name;
            line.dose = u"3 g"_s;
            return line;
        };
        const auto kept = test::inClinic(desk, [named](clinic::Work &work) -> Done {
            storage::PrescribedRepository lines(work.db);
            const auto facility = desktop::DemoClinic::describe().facility.id;
            const auto doctors = storage::FacilityRepository(work.db).doctorsAt(facility);
            for (const auto &doctor : *doctors)
                for (const auto &[name, uses] : {std::pair(u"Ashwagandha"_s, 1), std::pair(u"Ashoka"_s, 3)})
                    for (int use = 0; use < uses; ++use)
                        if (const auto done = lines.remember(doctor.id, named(name), work.clock.now()); !done)
                            return done;
            return {};
        });
        QVERIFY(kept.has_value());
        auto *editor = begin(desk, u"prescription"_s);
        QVERIFY(editor);
        test::Pilot pilot(desk.window());
        QVERIFY(test::hasKeyboard(desk, u"Medicine, line 1"_s));
        const auto offered = [&](const QString &first) {
            pilot.press(Qt::Key_A, Qt::ControlModifier);
            pilot.type(u"ash"_s);
            return QTest::qWaitFor(
                [&] {
                    return editor->offers()->count() > 1
                        && cell(editor->offers(), 0, "text").toString().startsWith(first, Qt::CaseInsensitive);
                },
                patience);
        };
        QVERIFY(offered(u"Ashoka"_s)); // used more often
        pilot.press(Qt::Key_Down); // the other one
        pilot.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(editor->offers()->count() == 0, patience);
        QVERIFY(offered(u"Ashwagandha"_s));
        QCOMPARE(cell(editor->offers(), 0, "iconName").toString(), u"flag"_s);
        desk.show(u"28-favourite"_s);
        pilot.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(editor->offers()->count() == 0, patience);
        QVERIFY(offered(u"Ashoka"_s));
    }

    void aFieldForLongTextGrowsAndTabLeavesIt()
    {
        test::DeskWindow desk;
        auto *editor = begin(desk, u"imaging"_s);
        QVERIFY(editor);
        QVERIFY(test::tabTo(desk, u"Findings, line 1"_s));
        const auto *area = desk.window().activeFocusItem();
        const auto height = area->height();
        test::Pilot pilot(desk.window());
        for (int line = 1; line <= 8; ++line) {
            pilot.type(u"Line %1 of what was seen"_s.arg(line));
            pilot.press(Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(area->height() > 2 * height, patience);
        QCOMPARE(std::get<ImagingReportContent>(editor->content()).findings.count(u'\n'), 7); // the last is empty
        desk.show(u"29-findings"_s);
        pilot.press(Qt::Key_Tab);
        QVERIFY(test::hasKeyboard(desk, u"Conclusion, line 1"_s));
    }

    void picturesOfAReportAreAddedAndComeBackToIt()
    {
        test::DeskWindow desk;
        auto *editor = begin(desk, u"imaging"_s);
        QVERIFY(editor && editor->takesPages());
        QCOMPARE(editor->write(0, 0, 0, u"X-ray of the chest"_s), QString());
        QCOMPARE(editor->write(1, 0, 0, u"Clear lungs"_s), QString());
        QCOMPARE(editor->write(1, 0, 1, u"Normal"_s), QString());
        test::Pilot pilot(desk.window());
        pilot.press(Qt::Key_F8);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"add"_s, patience);
        auto *add = desk.app().add();
        QTRY_VERIFY_WITH_TIMEOUT(add->loaded() && add->typed(), patience);
        desk.show(u"30-pictures-empty"_s);
        const auto file = desk.file(u"xray.jpg"_s);
        QVERIFY(test::writtenPage().save(file));
        add->addFiles({QUrl::fromLocalFile(file)});
        QTRY_COMPARE_WITH_TIMEOUT(add->pages()->count(), 1, patience);
        desk.show(u"30-pictures-one"_s);
        pilot.press(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(desk.app().page() == u"write" && editor->loaded(), patience);
        QCOMPARE(editor->pages()->count(), 1);
        QCOMPARE(std::get<ImagingReportContent>(editor->content()).findings, u"Clear lungs"_s);
        desk.show(u"30-pictures-back"_s);
        pilot.press(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"confirm"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().confirmation()->pages()->count(), 1, patience);
        QVERIFY(desk.app().confirmation()->lines()->count() > 0);
        desk.show(u"30-pictures-confirm"_s);
    }

    void theVehicleIsReadAtEverySize_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }
    void theVehicleIsReadAtEverySize()
    {
        QFETCH(int, scale);
        QProcessEnvironment environment;
        environment.insert(u"NADI_APP_SCALE_PERCENT"_s, QString::number(scale));
        test::DeskWindow desk(environment);
        auto *editor = begin(desk, u"prescription"_s);
        QVERIFY(editor);
        QVERIFY(test::hasKeyboard(desk, u"Medicine, line 1"_s));
        test::Pilot(desk.window()).type(u"Yogaraja Guggulu"_s);
        QVERIFY(test::tabTo(desk, u"Anupana, line 1"_s));
        const auto *input = desk.window().activeFocusItem();
        test::Pilot(desk.window()).type(u"warm water"_s);
        const auto room
            = input->width() - input->property("leftPadding").toDouble() - input->property("rightPadding").toDouble();
        QVERIFY2(input->property("contentWidth").toDouble() <= room, qPrintable(QString::number(room)));
        desk.show(u"33-anupana-%1"_s.arg(scale));
    }

    void thePatientsActionsStandInOrderAndKeepTheirKeys_data() { theVehicleIsReadAtEverySize_data(); }
    void thePatientsActionsStandInOrderAndKeepTheirKeys()
    {
        QFETCH(int, scale);
        QProcessEnvironment environment;
        environment.insert(u"NADI_APP_SCALE_PERCENT"_s, QString::number(scale));
        test::DeskWindow desk(environment);
        QVERIFY(desk.isOpen() && !test::openFile(desk, u"Sunita Rao"_s).isEmpty() && test::isActive(desk));
        desk.show(u"34-patient-%1"_s.arg(scale));
        const auto *first = desk.byName(u"Add prescription"_s);
        const auto *last = desk.byName(u"Write other record"_s);
        QVERIFY(first && last);
        if (scale == 100)
            QCOMPARE(last->y(), first->y());
        for (const auto &[name, key, page] : {std::tuple(u"Numbers and merges"_s, Qt::Key_I, u"identity"_s),
                 std::tuple(u"Consents"_s, Qt::Key_G, u"consents"_s),
                 std::tuple(u"Verify or create ABHA"_s, Qt::Key_V, u"abha"_s)}) {
            QVERIFY2(desk.byName(name, QAccessible::ListItem), qPrintable(name));
            test::Pilot(desk.window()).press(key);
            QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), page, patience);
            QVERIFY(!test::openFile(desk, u"Sunita Rao"_s).isEmpty());
        }
    }

    void theWayIsCalledByWhatIsWritten()
    {
        test::DeskWindow desk;
        auto *editor = begin(desk, u"lab"_s);
        QVERIFY(editor);
        QVERIFY(desk.byName(u"Step 4 of 6: Test report"_s, QAccessible::StaticText));
        QCOMPARE(editor->write(0, 0, 0, u"Complete blood count"_s), QString());
        editor->goOn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"confirm"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().confirmation()->subject(), u"Test report"_s, patience);
    }
};

QTEST_MAIN(TstRecordEntry)
#include "tst_record_entry.moc"
