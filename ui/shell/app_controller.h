#pragma once

#include "ui/desk/attention_controller.h"
#include "ui/desk/day_board_controller.h"
#include "ui/desk/new_patient_controller.h"
#include "ui/desk/patient_controller.h"
#include "ui/desk/patient_search_controller.h"
#include "ui/doctor/record_editor_controller.h"
#include "ui/doctor/record_read_controller.h"
#include "ui/flow/add_prescription_controller.h"
#include "ui/flow/booking_controller.h"
#include "ui/flow/confirm_controller.h"
#include "ui/flow/link_check_controller.h"
#include "ui/flow/success_controller.h"
#include "ui/identity/abha_controller.h"
#include "ui/medicines/medicine_lists_controller.h"
#include "ui/people/consents_controller.h"
#include "ui/people/duplicates_controller.h"
#include "ui/people/identity_controller.h"
#include "ui/people/letterhead_controller.h"
#include "ui/people/merge_controller.h"
#include "ui/people/person_controller.h"
#include "ui/people/posters_controller.h"
#include "ui/people/registry_controller.h"
#include "ui/people/repair_controller.h"
#include "ui/people/scan_controller.h"
#include "ui/people/share_controller.h"
#include "ui/people/shares_controller.h"
#include "ui/print/print_controller.h"
#include "ui/session/journey_keeper.h"
#include "ui/shell/network_watch.h"

#include <QUrl>

namespace nadi::ui
{

/// The window's way through the six steps: which page is open, about whom, and where back leads. Keeps the place on
/// disk.
class AppController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool sandbox READ sandbox CONSTANT)
    Q_PROPERTY(bool keyInFile READ keyInFile NOTIFY keyInFileChanged)
    Q_PROPERTY(QString facilityName READ facilityName CONSTANT)
    Q_PROPERTY(QString userName READ userName CONSTANT)
    Q_PROPERTY(QString userInitials READ userInitials CONSTANT)
    Q_PROPERTY(QString clock READ clock NOTIFY clockChanged)
    Q_PROPERTY(bool hasPhone READ hasPhone NOTIFY phoneChanged)
    Q_PROPERTY(nadi::ui::NetworkWatch *network READ network CONSTANT)
    Q_PROPERTY(nadi::ui::DayBoardController *board READ board CONSTANT)
    Q_PROPERTY(nadi::ui::PatientSearchController *search READ search CONSTANT)
    Q_PROPERTY(nadi::ui::PatientController *patient READ patient CONSTANT)
    Q_PROPERTY(nadi::ui::AttentionController *attention READ attention CONSTANT)
    Q_PROPERTY(nadi::ui::NewPatientController *registration READ registration CONSTANT)
    Q_PROPERTY(nadi::ui::ConsentsController *consents READ consents CONSTANT)
    Q_PROPERTY(nadi::ui::DuplicatesController *duplicates READ duplicates CONSTANT)
    Q_PROPERTY(nadi::ui::MergeController *merging READ merging CONSTANT)
    Q_PROPERTY(nadi::ui::IdentityController *identity READ identity CONSTANT)
    Q_PROPERTY(nadi::ui::PostersController *posters READ posters CONSTANT)
    Q_PROPERTY(nadi::ui::LetterheadController *letterhead READ letterhead CONSTANT)
    Q_PROPERTY(nadi::ui::PersonController *person READ person CONSTANT)
    Q_PROPERTY(nadi::ui::PrintController *printing READ printing CONSTANT)
    Q_PROPERTY(nadi::ui::RegistryController *registry READ registry CONSTANT)
    Q_PROPERTY(nadi::ui::MedicineListsController *medicineLists READ medicineLists CONSTANT)
    Q_PROPERTY(nadi::ui::RepairController *repair READ repair CONSTANT)
    Q_PROPERTY(nadi::ui::ScanController *scan READ scan CONSTANT)
    Q_PROPERTY(nadi::ui::SharesController *shares READ shares CONSTANT)
    Q_PROPERTY(nadi::ui::ShareController *share READ share CONSTANT)
    Q_PROPERTY(nadi::ui::BookingController *booking READ booking CONSTANT)
    Q_PROPERTY(nadi::ui::LinkCheckController *linkCheck READ linkCheck CONSTANT)
    Q_PROPERTY(nadi::ui::AbhaController *abha READ abha CONSTANT)
    Q_PROPERTY(nadi::ui::AddPrescriptionController *add READ add CONSTANT)
    Q_PROPERTY(nadi::ui::RecordEditorController *editor READ editor CONSTANT)
    Q_PROPERTY(nadi::ui::RecordReadController *reading READ reading CONSTANT)
    Q_PROPERTY(nadi::ui::ConfirmController *confirmation READ confirmation CONSTANT)
    Q_PROPERTY(nadi::ui::SuccessController *success READ success CONSTANT)

public:
    explicit AppController(UiServices &services, QObject *parent = nullptr);
    ~AppController() override;

    /// "home", "patient", "attention", "shares", "share", "abha", "booking", "link-check", "add", "write", "confirm",
    /// "success", "read"
    QString page() const { return m_page; }
    bool sandbox() const;
    QString facilityName() const { return m_services.facility.name; }
    QString userName() const { return m_services.userName; }
    QString userInitials() const;
    QString clock() const;

    // Made when first asked for, so that the first window opens without them.
    NetworkWatch *network() { return made(m_network); }
    DayBoardController *board() { return made(m_board); }
    PatientSearchController *search() { return made(m_search); }
    PatientController *patient() { return made(m_patient); }
    AttentionController *attention() { return made(m_attention); }
    NewPatientController *registration() { return made(m_registration); }
    ConsentsController *consents() { return made(m_consents); }
    DuplicatesController *duplicates() { return made(m_duplicates); }
    MergeController *merging();
    IdentityController *identity();
    PostersController *posters();
    LetterheadController *letterhead();
    PersonController *person();
    PrintController *printing();
    RegistryController *registry();
    MedicineListsController *medicineLists();
    RepairController *repair();
    ScanController *scan();
    SharesController *shares() { return made(m_shares); }
    ShareController *share();
    BookingController *booking();
    LinkCheckController *linkCheck();
    AbhaController *abha();
    AddPrescriptionController *add();
    RecordEditorController *editor();
    RecordReadController *reading();
    ConfirmController *confirmation();
    SuccessController *success() { return made(m_success); }

    /// The clinic's key had to go to a file because this computer has no secret store.
    bool keyInFile() const { return m_keyInFile; }
    void setKeyInFile(bool fellBack);

    /// The patient's phone of the sandbox, to look at beside the window.
    bool hasPhone() const { return m_phone.isValid(); }
    void setPhoneUrl(const QUrl &url);
    Q_INVOKABLE void openPhone();

    /// Back at the step where the last run ended, if it ended in the middle.
    void resume();

    Q_INVOKABLE void goHome();
    Q_INVOKABLE void openAttention();
    Q_INVOKABLE void openDuplicates();
    Q_INVOKABLE void openPair(const QString &one, const QString &other);
    Q_INVOKABLE void openIdentity(); ///< of the open patient
    /// Ours beside the health account, from the list, the success page or the file; back leads there again.
    Q_INVOKABLE void openRepair(const QString &patient);
    Q_INVOKABLE void openConsents(); ///< the clinic's register
    Q_INVOKABLE void openPatientConsents(); ///< of the open patient
    Q_INVOKABLE void openMedicineLists(); ///< what may be prescribed at a distance
    Q_INVOKABLE void openRegistry(); ///< our facility and doctors beside HFR and HPR
    Q_INVOKABLE void openPosters();
    Q_INVOKABLE void openShares();
    Q_INVOKABLE void openShare(const QString &share);
    Q_INVOKABLE void openPatient(const QString &patient);
    Q_INVOKABLE void openRecord(const QString &record, bool draft);
    /// For this patient, or the open one when empty. False: nobody is open, so somebody must be looked for first.
    Q_INVOKABLE bool book(const QString &patient);
    Q_INVOKABLE void moveVisit(const QString &appointment);
    Q_INVOKABLE bool addPrescription();
    /// A typed record of this kind (emptyContent()) for the open patient.
    Q_INVOKABLE bool writeRecord(const QString &kind);
    /// The open record as it was signed, with its versions; back leads to what became of it.
    Q_INVOKABLE void readRecord();
    /// What the sheets of this doctor have at their head.
    Q_INVOKABLE void openLetterhead(const QString &doctor);
    Q_INVOKABLE void amendRecord(const QString &reason);
    /// The record that has the keyboard in the patient's file: what Ctrl+P prints there.
    Q_INVOKABLE void pointAtRecord(const QString &record);
    /// The sheet of a draft says what the doctor says on the confirm page.
    Q_INVOKABLE void previewSheet();
    Q_INVOKABLE void goOnFromLinkCheck();
    /// Verifies or creates the ABHA of the open patient, then comes back to the page it was asked from.
    Q_INVOKABLE void openAbha(bool create);
    /// A new person registers with an ABHA and goes on to booking.
    Q_INVOKABLE void registerWithAbha(bool create);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void pageChanged();
    void clockChanged();
    void phoneChanged();
    void keyInFileChanged();
    void registerAsked(const QString &name); ///< nobody has the scanned ABHA
    void told(const QString &sentence); ///< something is done; shown in passing
    void letterheadAsked(); ///< its controller is open already; the same of the next
    void personAsked();

private:
    template <class Controller>
    Controller *made(Controller *&controller)
    {
        if (!controller)
            controller = new Controller(m_services, this);
        return controller;
    }
    void show(const QString &page);
    /// From a page of app_people.cpp to the one before it. False: not such a page.
    bool backAmongPeople();
    void leaveRepair();
    void enter(const JourneyPlace &place);
    /// Another step of the same visit.
    void goTo(const QString &step, const RecordId &record);
    void leaveAbha();
    bool startRecord(const QString &step);
    void fillIn(const clinic::Missing &missing);
    void openSheet(const Record &record); ///< whose printed code was scanned

    UiServices &m_services;
    JourneyKeeper m_keeper;
    JourneyPlace m_place;
    QString m_page = QStringLiteral("home");
    bool m_lookingBack = false; ///< came back to the link check: it stays open then
    QTimer m_minute;
    QUrl m_phone;
    bool m_keyInFile = false;
    NetworkWatch *m_network = nullptr;
    DayBoardController *m_board = nullptr;
    PatientSearchController *m_search = nullptr;
    PatientController *m_patient = nullptr;
    AttentionController *m_attention = nullptr;
    NewPatientController *m_registration = nullptr;
    DuplicatesController *m_duplicates = nullptr;
    MergeController *m_merging = nullptr;
    IdentityController *m_identity = nullptr;
    PostersController *m_posters = nullptr;
    ConsentsController *m_consents = nullptr;
    RegistryController *m_registry = nullptr;
    LetterheadController *m_letterhead = nullptr;
    PersonController *m_person = nullptr;
    PrintController *m_printing = nullptr;
    MedicineListsController *m_medicineLists = nullptr;
    RepairController *m_repair = nullptr;
    QString m_repairFrom;
    ScanController *m_scan = nullptr;
    SharesController *m_shares = nullptr;
    ShareController *m_share = nullptr;
    BookingController *m_booking = nullptr;
    LinkCheckController *m_linkCheck = nullptr;
    AbhaController *m_abha = nullptr;
    AbhaController::Wish m_abhaWish = AbhaController::Wish::Verify;
    AddPrescriptionController *m_add = nullptr;
    RecordEditorController *m_editor = nullptr;
    QString m_kind = QStringLiteral("prescription"); ///< of the typed record that begins next
    RecordReadController *m_reading = nullptr;
    ConfirmController *m_confirmation = nullptr;
    SuccessController *m_success = nullptr;
};

}
