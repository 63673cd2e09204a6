#include "record_desk.h"
#include "storage/prescribed_repository.h"
#include "support/qml_warnings.h"

#include <QElapsedTimer>

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;
using test::cell;
using test::hasKeyboard;
using test::inClinic;
using test::openFile;

namespace
{

constexpr int patience = test::recordPatience;

MedicineLine line(const QString &medicine, const QString &dose, const QString &times, int days)
{
    MedicineLine out;
    out.system = SystemOfMedicine::Ayurveda;
    out.medicine.text = medicine;
    out.dose = dose;
    out.times.slots = times.split(u'-');
    out.food = FoodTime::After;
    out.anupana = u"warm water"_s;
    out.days = days;
    out.total = u"as needed"_s;
    out.formulation = u"as named"_s;
    return out;
}

/// What the doctor of the demo clinic prescribed before.
const QList<MedicineLine> &known()
{
    static const QList<MedicineLine> lines{line(u"Ashwagandha churna"_s, u"3 g"_s, u"1-0-0-1"_s, 30),
        line(u"Triphala guggulu"_s, u"2 tablets"_s, u"1-0-0-1"_s, 15),
        line(u"Dashamoola arishta"_s, u"20 ml"_s, u"1-0-0-1"_s, 15),
        line(u"Brahmi vati"_s, u"1 tablet"_s, u"0-0-0-1"_s, 20)};
    return lines;
}

}

/// The editors in the real window, by keys alone.
class TstRecordEditor : public QObject
{
    Q_OBJECT

private:
    static void knowLines(test::DeskWindow &desk)
    {
        const auto done = inClinic(desk, [](clinic::Work &work) -> Done {
            const auto facility = desktop::DemoClinic::describe().facility.id;
            const auto doctors = storage::FacilityRepository(work.db).doctorsAt(facility);
            for (const auto &doctor : *doctors)
                for (const auto &one : known())
                    if (const auto kept
                        = storage::PrescribedRepository(work.db).remember(doctor.id, one, work.clock.now());
                        !kept)
                        return kept;
            return {};
        });
        QVERIFY(done.has_value());
    }
    static const PrescriptionContent &written(test::DeskWindow &desk)
    {
        return std::get<PrescriptionContent>(desk.app().editor()->content());
    }

private Q_SLOTS:
    void init() { test::failOnQmlWarnings(); }

    /// The measure: four repeat lines in 60 s without the mouse.
    void fourRepeatLinesByKeysAlone()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        knowLines(desk);
        QVERIFY(!openFile(desk, u"Sunita Rao"_s).isEmpty());
        QVERIFY(test::isActive(desk));
        test::Pilot pilot(desk.window());
        QElapsedTimer time;
        time.start();
        int keys = 1;
        pilot.press(Qt::Key_W);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"write"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.app().editor()->loaded(), patience);
        QVERIFY(hasKeyboard(desk, u"Medicine, line 1"_s));
        int number = 1;
        for (const auto &letters : {u"ash"_s, u"tri"_s, u"das"_s, u"bra"_s}) {
            pilot.type(letters);
            // Her own line stands first at once; codes may join it below a moment later.
            QTRY_VERIFY_WITH_TIMEOUT(desk.app().editor()->offersFirst(), patience);
            if (number == 1)
                desk.show(u"20-prescription-offer"_s);
            pilot.press(Qt::Key_Return);
            keys += int(letters.size()) + 1;
            QVERIFY(hasKeyboard(desk, u"Medicine, line %1"_s.arg(++number)));
        }
        desk.show(u"20-prescription-four"_s);
        pilot.press(Qt::Key_F9);
        ++keys;
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"confirm"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().confirmation()->lines()->count(), 4, patience);
        const auto spent = time.elapsed();
        qInfo().noquote() << u"four repeat lines: %1 keys, no mouse, %2 ms in the window"_s.arg(keys).arg(spent);
        // 280 ms for a key is a slow typist (KLM); what the machine needs is not the person's time.
        QVERIFY2(keys * 280 < 15'000, qPrintable(QString::number(keys)));
        desk.show(u"20-prescription-confirm"_s);
        const auto stored = inClinic(
            desk, [id = desk.app().editor()->record()](clinic::Work &work) { return clinic::contentOf(work, id); });
        QVERIFY(stored.has_value());
        QVERIFY(std::get<PrescriptionContent>(*stored).medicines == known());
    }

    void aLineIsTypedFieldByField()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        QVERIFY(!openFile(desk, u"Sunita Rao"_s).isEmpty());
        QVERIFY(test::isActive(desk));
        test::Pilot pilot(desk.window());
        pilot.press(Qt::Key_W);
        QTRY_VERIFY_WITH_TIMEOUT(desk.app().page() == u"write" && desk.app().editor()->loaded(), patience);
        QVERIFY(hasKeyboard(desk, u"Medicine, line 1"_s));
        const QStringList typed{
            u"Paracetamol"_s, u"500 mg"_s, u"tablet"_s, u"1 tablet"_s, u"1-0-1"_s, u"after"_s, u""_s, u"5"_s};
        for (const auto &text : typed) {
            pilot.type(text);
            pilot.press(Qt::Key_Tab);
        }
        const auto &medicine = written(desk).medicines.constFirst();
        QCOMPARE(directionsOf(medicine), u"1 tablet, 1-0-0-1, after food, for 5 days"_s);
        QCOMPARE(medicine.total, u"10 tablets"_s);
        QVERIFY(hasKeyboard(desk, u"Total, line 1"_s));
        pilot.press(Qt::Key_A, Qt::ControlModifier);
        pilot.type(u"1 strip"_s);
        QCOMPARE(written(desk).medicines.constFirst().total, u"1 strip"_s);
        QVERIFY(desk.app().editor()->mark(1, 0, 0).contains(u"text"));
        desk.show(u"21-prescription-typed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.app().editor()->record().isEmpty(), patience);
    }

    void whatWasTypedSurvivesTheProgram()
    {
        QTemporaryDir dir;
        const auto file = dir.filePath(u"clinic.db"_s);
        RecordId draft;
        {
            test::DeskWindow desk({}, file);
            QVERIFY(desk.isOpen());
            QVERIFY(!openFile(desk, u"Sunita Rao"_s).isEmpty());
            QVERIFY(desk.app().writeRecord(u"prescription"_s));
            auto *editor = desk.app().editor();
            QTRY_VERIFY_WITH_TIMEOUT(editor->loaded(), patience);
            QCOMPARE(editor->write(1, 0, 0, u"Punarnava mandura"_s), QString());
            QTRY_VERIFY_WITH_TIMEOUT(!editor->record().isEmpty(), patience);
            draft = editor->record();
            const auto kept = inClinic(desk, [draft](clinic::Work &work) { return clinic::contentOf(work, draft); });
            QCOMPARE(std::get<PrescriptionContent>(kept.value()).medicines.constFirst().medicine.text,
                u"Punarnava mandura"_s);
        }
    }

    void theLastOneIsRepeatedAndATemplateBegins()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const PatientId patient(openFile(desk, u"Sunita Rao"_s));
        PrescriptionContent content;
        content.medicines = known();
        nadi::Problem knees;
        knees.what.text = u"Pain in both knees"_s;
        content.diagnoses << knees;
        QVERIFY(test::signTyped(desk, patient, content, QDate(2026, 11, 1)).has_value());
        QVERIFY(desk.app().writeRecord(u"prescription"_s));
        auto *editor = desk.app().editor();
        QTRY_VERIFY_WITH_TIMEOUT(editor->loaded() && editor->mayRepeat(), patience);
        QVERIFY(test::isActive(desk));
        test::Pilot pilot(desk.window());
        pilot.press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(written(desk).medicines == known());
        QCOMPARE(editor->rowCount(1), 4);
        editor->saveTemplate(u"Vata, winter"_s);
        QTRY_COMPARE_WITH_TIMEOUT(editor->templates()->count(), 1, patience);
        editor->removeRow(1, 3);
        editor->removeRow(1, 2);
        QCOMPARE(editor->rowCount(1), 2);
        pilot.press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(pilot.waitFor(u"Templates"_s));
        desk.show(u"22-templates"_s);
        editor->applyTemplate(0);
        QVERIFY(written(desk).medicines == known());
    }

    void everyKindCanBeFilledIn_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind :
            {"prescription", "consultation", "wellness", "lab", "imaging", "immunization", "discharge", "invoice"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyKindCanBeFilledIn()
    {
        QFETCH(QString, kind);
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        QVERIFY(!openFile(desk, u"Sunita Rao"_s).isEmpty());
        QVERIFY(desk.app().writeRecord(kind));
        auto *editor = desk.app().editor();
        QTRY_VERIFY_WITH_TIMEOUT(editor->loaded(), patience);
        QVERIFY(!editor->reason().isEmpty());
        const auto samples = QStringList{u"12"_s, u"21-11-2026"_s, u"21-11-2026 10:30"_s, u"120/80"_s};
        for (int section = 0; section < editor->sections()->count(); ++section) {
            if (editor->rowCount(section) == 0)
                editor->addRow(section);
            const auto fields = cell(editor->sections(), section, "fields").toList();
            for (int field = 0; field < fields.size(); ++field) {
                const auto about = fields[field].value<FieldSpec>();
                if (about.kind == FieldKind::Choice) {
                    QCOMPARE(editor->write(section, 0, field, about.options.constLast()), QString());
                    continue;
                }
                const bool taken = std::ranges::any_of(
                    samples, [&](const QString &text) { return editor->write(section, 0, field, text).isEmpty(); });
                QVERIFY2(taken, qPrintable(about.label));
                QVERIFY(!editor->text(section, 0, field).isEmpty());
            }
        }
        desk.show(u"23-editor-"_s + kind);
        QCOMPARE(editor->reason(), QString());
        const auto typed = withoutBlanks(editor->content(), formFor(editor->content(), {}));
        editor->goOn();
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"confirm"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.app().confirmation()->lines()->count() > 0, patience);
        const auto stored
            = inClinic(desk, [id = editor->record()](clinic::Work &work) { return clinic::contentOf(work, id); });
        QVERIFY(stored.value() == typed);
        desk.show(u"24-confirm-"_s + kind);
    }
};

QTEST_MAIN(TstRecordEditor)
#include "tst_record_editor.moc"
