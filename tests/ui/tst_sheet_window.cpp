#include "clinic/prescription.h"
#include "clinic/printing.h"
#include "desk_window.h"
#include "documents/qr.h"
#include "fake_printing.h"
#include "journeys/pilot.h"
#include "print/sheet.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "support/whole_prescription.h"

#include <QAccessible>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 30'000;

}

/// The mandatory contents and the printed sheet in the real window: what is missing is followed to its field, what is
/// signed goes to paper.
class TstSheetWindow : public QObject
{
    Q_OBJECT

private:
    template <class Act>
    auto inClinic(Act act)
    {
        auto done = m_desk->desktop().store().run([act, this](storage::Connection &db) mutable {
            clinic::Work work{db, m_desk->clock, m_ids, {UserId(u"doctor-1"_s), Role::Doctor}};
            return act(work);
        });
        done.waitForFinished();
        return done.result();
    }
    QString openFile(const QString &name)
    {
        auto *search = m_desk->app().search();
        search->search(name);
        if (!QTest::qWaitFor([&] { return search->answered(); }, patience))
            return {};
        const auto *hits = search->hits();
        const auto id = hits->data(hits->index(0), hits->roleNames().key("patient")).toString();
        m_desk->app().openPatient(id);
        if (!QTest::qWaitFor([&] { return m_desk->app().patient()->loaded(); }, patience))
            return {};
        return id;
    }
    bool hasKeyboard(const QString &name)
    {
        return QTest::qWaitFor(
            [&] {
                auto *item = m_desk->window().activeFocusItem();
                auto *iface = item ? QAccessible::queryAccessibleInterface(item) : nullptr;
                return iface && iface->text(QAccessible::Name) == name;
            },
            patience);
    }
    bool at(const QString &page)
    {
        return QTest::qWaitFor([&] { return m_desk->app().page() == page; }, patience);
    }
    /// The clinic as an installer may leave it, and a patient of whom nobody asked where she lives.
    Done leaveIncomplete(const PatientId &who)
    {
        return inClinic([who](clinic::Work &work) -> Done {
            storage::FacilityRepository places(work.db);
            auto facility = places.facility(desktop::DemoClinic::describe().facility.id).value();
            facility.address.clear();
            if (const auto saved = places.save(facility); !saved)
                return saved;
            auto doctors = places.doctorsAt(facility.id).value();
            for (auto &doctor : doctors) {
                doctor.council.clear();
                if (const auto saved = places.save(doctor); !saved)
                    return saved;
            }
            storage::PatientRepository patients(work.db);
            auto patient = patients.patient(who, facility.id).value();
            patient.place.clear();
            return patients.update(patient, work.actor, work.clock.now());
        });
    }
    Result<Record> signedRecord(const PatientId &who)
    {
        return inClinic([who](clinic::Work &work) -> Result<Record> {
            const auto facility = desktop::DemoClinic::describe().facility.id;
            clinic::DraftRequest request;
            request.patient = who;
            request.facility = facility;
            request.doctor = DoctorId(u"iravati"_s);
            request.issuedOn = QDate(2026, 11, 20);
            request.content = test::wholePrescription();
            const auto draft = clinic::beginDraft(work, request);
            if (!draft)
                return failed(draft);
            return clinic::signRecord(work, draft->id, draft->version).map([](const clinic::Signed &done) {
                return done.record;
            });
        });
    }
    QList<PrintJob> jobs(const RecordId &record)
    {
        return inClinic([record](clinic::Work &work) { return clinic::printFacts(work, record); }).value().jobs;
    }
    bool showsRecord(const QString &patient, const RecordId &record)
    {
        m_desk->app().openPatient(patient);
        if (!QTest::qWaitFor([&] { return m_desk->app().patient()->loaded(); }, patience))
            return false;
        m_desk->app().openRecord(record.value(), false);
        return at(u"success"_s)
            && QTest::qWaitFor(
                [&] { return m_desk->app().success()->loaded() && m_desk->app().printing()->printable(); }, patience);
    }
    /// As a screen reader presses it, also where it must be scrolled to.
    bool follow(const QString &name)
    {
        if (!QTest::qWaitFor([&] { return m_desk->canPress(name); }, patience))
            return false;
        m_desk->press(name);
        return true;
    }
    ui::PrintController &printing() { return *m_desk->app().printing(); }
    ui::ConfirmController &confirmation() { return *m_desk->app().confirmation(); }
    bool sends(int tasks)
    {
        return QTest::qWaitFor([&] { return m_printer->tasks().size() == tasks && !printing().busy(); }, patience);
    }

    void open(const QProcessEnvironment &environment)
    {
        m_pilot.reset();
        m_desk = std::make_unique<test::DeskWindow>(environment);
        QVERIFY(m_desk->isOpen());
        m_printer = std::make_shared<test::FakePrinting>();
        m_desk->desktop().use(std::shared_ptr<ui::Printing>(m_printer));
        m_pilot = std::make_unique<test::Pilot>(m_desk->window());
        m_desk->window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window(), patience));
    }

    test::SeededRandom m_random{99};
    RandomIdSource m_ids{m_random};
    std::unique_ptr<test::DeskWindow> m_desk;
    std::unique_ptr<test::Pilot> m_pilot;
    std::shared_ptr<test::FakePrinting> m_printer;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"qrc:.*(Error|is not a|Unable|Cannot|unavailable|Unexpected|Binding loop)"_s));
        open({});
    }
    void cleanup()
    {
        m_pilot.reset();
        m_desk.reset();
    }

    void whatIsMissingIsFollowedToItsFieldAndThenSigned()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        QVERIFY(!patient.isEmpty());
        QVERIFY(leaveIncomplete(PatientId(patient)));
        QVERIFY(m_desk->app().writeRecord(u"prescription"_s));
        auto *editor = m_desk->app().editor();
        QTRY_VERIFY_WITH_TIMEOUT(editor->loaded(), patience);
        const QStringList line{
            u"Paracetamol"_s, u""_s, u"tablet"_s, u"1 tablet"_s, u"1-0-1"_s, u"after"_s, u""_s, u"5"_s};
        for (int field = 0; field < int(line.size()); ++field)
            QCOMPARE(editor->write(1, 0, field, line[field]), QString());
        editor->goOn();
        QVERIFY(at(u"confirm"_s));
        // Clinic's address, council, patient's address, diagnosis, strength.
        QTRY_COMPARE_WITH_TIMEOUT(confirmation().missing()->musts()->count(), 5, patience);
        QVERIFY(confirmation().missing()->others()->count() > 0); // advice, follow-up …
        m_desk->show(u"40-missing"_s);
        m_pilot->press(Qt::Key_F9);
        QVERIFY(m_pilot->reads(u"must be said before it is signed"_s));
        QCOMPARE(m_desk->app().page(), u"confirm"_s);

        QVERIFY(follow(u"Complete the letterhead: The letterhead lacks the clinic's address."_s));
        QVERIFY(hasKeyboard(u"Address"_s));
        m_pilot->type(u"14 Kumbha Road"_s);
        m_desk->show(u"41-letterhead"_s);
        m_pilot->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(confirmation().missing()->musts()->count(), 4, patience);
        QVERIFY(follow(u"Complete the letterhead: The letterhead lacks the council that registered the doctor."_s));
        QVERIFY(hasKeyboard(u"Council that registered the doctor"_s));
        m_pilot->type(u"Maharashtra Council of Indian Medicine"_s);
        m_pilot->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(confirmation().missing()->musts()->count(), 3, patience);

        QVERIFY(follow(u"Complete the patient's file: The patient's address is not known. Ask for it."_s));
        QVERIFY(hasKeyboard(u"Address"_s));
        m_pilot->type(u"Solapur"_s);
        m_desk->show(u"42-person"_s);
        m_pilot->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(confirmation().missing()->musts()->count(), 2, patience);

        QVERIFY(follow(u"Go to the field: There is no diagnosis; a provisional one is enough."_s));
        QVERIFY(at(u"write"_s));
        QVERIFY(hasKeyboard(u"Diagnosis, line 1"_s));
        m_pilot->type(u"Fever"_s);
        m_pilot->press(Qt::Key_F9);
        QVERIFY(at(u"confirm"_s));
        QTRY_COMPARE_WITH_TIMEOUT(confirmation().missing()->musts()->count(), 1, patience);
        QVERIFY(follow(u"Go to the field: PARACETAMOL tablet: the strength is not said."_s));
        QVERIFY(at(u"write"_s));
        QVERIFY(hasKeyboard(u"Strength, line 1"_s));
        m_pilot->type(u"500 mg"_s);
        m_pilot->press(Qt::Key_F9);
        QVERIFY(at(u"confirm"_s));
        QTRY_VERIFY_WITH_TIMEOUT(confirmation().loaded() && confirmation().reason().isEmpty(), patience);
        m_desk->show(u"43-nothing-missing"_s);
        m_pilot->press(Qt::Key_F9);
        QVERIFY(at(u"success"_s));
    }

    void theReviewPageShowsTheSheet()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        QVERIFY(m_desk->app().writeRecord(u"prescription"_s));
        auto *editor = m_desk->app().editor();
        QTRY_VERIFY_WITH_TIMEOUT(editor->loaded(), patience);
        QCOMPARE(editor->write(1, 0, 0, u"Paracetamol"_s), QString());
        editor->goOn();
        QVERIFY(at(u"confirm"_s));
        QTRY_VERIFY_WITH_TIMEOUT(confirmation().loaded() && printing().printable(), patience);
        QVERIFY(follow(u"See the printed sheet"_s));
        QTRY_VERIFY_WITH_TIMEOUT(printing().pages() > 0, patience);
        QVERIFY(m_pilot->waitFor(u"The sheet, page 1"_s));
        QVERIFY(!m_pilot->sees(u"Print"_s)); // a draft is looked at, not printed
        m_desk->show(u"44-preview"_s);
        m_pilot->press(Qt::Key_Escape);
        printing().print();
        QTest::qWait(0);
        QVERIFY(m_printer->tasks().isEmpty());
    }

    void aSignedPrescriptionGoesToPaperByOneKey()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        const auto record = signedRecord(PatientId(patient));
        QVERIFY(record.has_value());
        QVERIFY(showsRecord(patient, record->id));
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(sends(1));
        const auto task = m_printer->tasks().constFirst();
        QCOMPARE(task.paper, QPageSize::A5);
        QCOMPARE(task.copies, 1);
        QCOMPARE(task.title, u"Nadi"_s); // no name lies in the printer's queue
        QCOMPARE(print::recordInQr(documents::readQr(m_printer->pages().constFirst()).value_or(QString())),
            std::optional(record->id));
        QTRY_COMPARE_WITH_TIMEOUT(printing().standing(), int(ui::Standing::Done), patience);
        QVERIFY(!printing().jobText().isEmpty());
        m_desk->show(u"45-printed"_s);

        // Once more, and it says so.
        QVERIFY(printing().again());
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(sends(2));
        QTRY_COMPARE_WITH_TIMEOUT(clinic::printedBefore(jobs(record->id)), 2, patience);
        QCOMPARE(jobs(record->id).size(), 2);
        QVERIFY(m_printer->pages().constFirst() != m_printer->pages().constLast());
    }

    void paperPrinterAndCopiesAreChosen()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        const auto record = signedRecord(PatientId(patient));
        QVERIFY(record.has_value());
        QVERIFY(showsRecord(patient, record->id));
        m_pilot->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_pilot->waitFor(u"The sheet, page 1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(printing().printers().size(), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(printing().pages() > 0, patience);
        m_desk->show(u"46-print-dialog"_s);
        QVERIFY(m_pilot->click(u"A4"_s));
        printing().setPrinter(u"Back office"_s);
        printing().setCopies(2);
        QTRY_COMPARE_WITH_TIMEOUT(printing().paper(), u"a4"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->canPress(u"Print"_s), patience);
        printing().print();
        QVERIFY(sends(1));
        const auto task = m_printer->tasks().constFirst();
        QCOMPARE(task.paper, QPageSize::A4);
        QCOMPARE(task.printer, u"Back office"_s);
        QCOMPARE(task.copies, 2);

        QTemporaryDir folder;
        const auto file = folder.filePath(u"sheet.pdf"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!printing().busy(), patience);
        printing().saveAs(QUrl::fromLocalFile(file));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file) && !printing().busy(), patience);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.readAll().startsWith("%PDF-"));
    }

    /// What the code is for: the paper on the table leads to its version on the screen.
    void theScannedSheetOpensItsVersion()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        const auto record = signedRecord(PatientId(patient));
        QVERIFY(record.has_value());
        QVERIFY(showsRecord(patient, record->id));
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(sends(1));
        const auto code = documents::readQr(m_printer->pages().constFirst()).value_or(QString());
        m_desk->app().goHome();
        m_desk->app().scan()->read(code);
        QVERIFY(at(u"read"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->app().reading()->loaded(), patience);
        QCOMPARE(m_desk->app().reading()->record(), record->id);
        // The same code of a record that is not here.
        QSignalSpy refused(m_desk->app().scan(), &ui::ScanController::refused);
        m_desk->app().scan()->read(QString(code).replace(
            record->id.value().toUpper(), QString(record->id.value().toUpper()).replace(0, 8, u"00000000"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    }

    /// B47: nothing is lost when the printer does not take it, and it is shown where the record is.
    void whatThePrinterRefusesIsKeptAndShown()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        const auto record = signedRecord(PatientId(patient));
        QVERIFY(record.has_value());
        QVERIFY(showsRecord(patient, record->id));
        m_printer->breakDown(true);
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(printing().standing(), int(ui::Standing::NeedsPerson), patience);
        QVERIFY(m_pilot->reads(u"The printer did not take it."_s));
        m_desk->show(u"47-not-printed"_s);
        // Still there for whoever opens the record next.
        m_desk->app().goHome();
        QVERIFY(showsRecord(patient, record->id));
        QTRY_COMPARE_WITH_TIMEOUT(printing().standing(), int(ui::Standing::NeedsPerson), patience);
        QVERIFY(!printing().again());
        m_printer->breakDown(false);
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(sends(1));
        QTRY_COMPARE_WITH_TIMEOUT(printing().standing(), int(ui::Standing::Done), patience);
    }

    void everythingIsThereAtDoubleSize()
    {
        m_desk.reset();
        QProcessEnvironment environment;
        environment.insert(u"NADI_APP_SCALE_PERCENT"_s, u"200"_s);
        open(environment);
        const auto patient = openFile(u"Sunita Rao"_s);
        const auto record = signedRecord(PatientId(patient));
        QVERIFY(record.has_value());
        QVERIFY(showsRecord(patient, record->id));
        m_desk->show(u"49-on-paper-200"_s);
        m_pilot->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(printing().pages() > 0 && m_desk->canPress(u"Print"_s), patience);
        m_desk->show(u"50-print-dialog-200"_s);
        m_pilot->press(Qt::Key_Escape);
        m_desk->app().openPatient(patient);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->app().patient()->loaded(), patience);
        QVERIFY(m_desk->app().writeRecord(u"prescription"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->app().editor()->loaded(), patience);
        QCOMPARE(m_desk->app().editor()->write(1, 0, 0, u"Paracetamol"_s), QString());
        m_desk->app().editor()->goOn();
        QVERIFY(at(u"confirm"_s));
        QTRY_VERIFY_WITH_TIMEOUT(confirmation().missing()->musts()->count() > 0, patience);
        m_desk->show(u"51-missing-200"_s);
        QVERIFY(follow(u"Go to the field: PARACETAMOL: the dose is not said."_s));
        QVERIFY(hasKeyboard(u"Dose, line 1"_s));
        m_desk->show(u"52-field-200"_s);
    }

    void itIsPrintedFromTheFileAndFromTheReadPageToo()
    {
        const auto patient = openFile(u"Sunita Rao"_s);
        const auto record = signedRecord(PatientId(patient));
        QVERIFY(record.has_value());
        // Nothing was pointed at: nothing is printed, least of all the last patient's sheet.
        m_desk->app().openPatient(patient);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->app().patient()->loaded(), patience);
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QTest::qWait(0);
        QVERIFY(m_printer->tasks().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->app().patient()->history()->count(), 1, patience);
        for (int steps = 0; steps < 60 && printing().record() != record->id; ++steps)
            m_pilot->press(Qt::Key_Tab); // until the record has the keyboard
        QTRY_VERIFY_WITH_TIMEOUT(printing().printable(), patience);
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(sends(1));
        QVERIFY(showsRecord(patient, record->id));
        m_desk->app().readRecord();
        QVERIFY(at(u"read"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->app().reading()->loaded() && printing().printable(), patience);
        m_desk->show(u"48-read-and-print"_s);
        m_pilot->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(sends(2));
        m_desk->app().goHome();
        QVERIFY(!printing().printable());
    }
};

QTEST_MAIN(TstSheetWindow)
#include "tst_sheet_window.moc"
