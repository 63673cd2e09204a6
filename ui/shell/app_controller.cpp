#include "app_controller.h"

#include "common/log.h"
#include "storage/appointment_repository.h"
#include "storage/facility_repository.h"
#include "ui/session/observe.h"
#include "ui/words/person_words.h"

#include <QDesktopServices>

#include <algorithm>

namespace nadi::ui
{
namespace
{

using namespace std::chrono_literals;

const QString home = QStringLiteral("home");
const QString bookingStep = QStringLiteral("booking");
const QString linkCheckStep = QStringLiteral("link-check");
const QString abhaStep = QStringLiteral("abha");
const QString addStep = QStringLiteral("add");
const QString writeStep = QStringLiteral("write");
const QString readStep = QStringLiteral("read");
const QString confirmStep = QStringLiteral("confirm");
const QString successStep = QStringLiteral("success");
const QString patientPage = QStringLiteral("patient");
const QString attentionPage = QStringLiteral("attention");

bool isAboutRecord(const QString &page)
{
    return page == readStep || page == confirmStep || page == successStep;
}

}

AppController::AppController(UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_keeper(services)
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &AppController::clockChanged);
    m_minute.start();
}

AppController::~AppController() = default;

bool AppController::sandbox() const
{
    return m_services.settings.text(QStringLiteral("app.mode")) == u"sandbox";
}

QString AppController::userInitials() const
{
    return initialsOf(m_services.userName);
}

QString AppController::clock() const
{
    return ClinicTime(m_services.facility.timeZone).time(m_services.clock.now());
}

BookingController *AppController::booking()
{
    if (!m_booking) {
        connect(made(m_booking), &BookingController::booked, this, [this](const Appointment &appointment) {
            if (appointment.slot.facility != m_services.facility.id) {
                Q_EMIT told(tr("Booked at %1.").arg(m_booking->clinicName(appointment.slot.facility)));
                openPatient(m_place.patient.value());
                return;
            }
            Q_EMIT told(tr("The visit is booked."));
            m_place.doctor = appointment.slot.doctor;
            m_place.appointment = appointment.id;
            enter({linkCheckStep, m_place.patient, m_place.doctor, m_place.appointment, {}});
        });
    }
    return m_booking;
}

LinkCheckController *AppController::linkCheck()
{
    if (!m_linkCheck) {
        connect(made(m_linkCheck), &LinkCheckController::clear, this, [this] {
            if (m_page == linkCheckStep && !m_lookingBack)
                goOnFromLinkCheck();
        });
    }
    return m_linkCheck;
}

AbhaController *AppController::abha()
{
    if (!m_abha) {
        connect(made(m_abha)->file(), &AbhaFileController::finished, this, [this](const PatientId &who, bool isNew) {
            m_place.patient = who;
            Q_EMIT told(m_abha->file()->provisional() ? tr("The enrolment number is kept in the file.")
                    : isNew                           ? tr("The patient is registered with the ABHA.")
                                                      : tr("The ABHA is attached."));
            if (isNew)
                book(who.value());
            else
                leaveAbha();
        });
        connect(m_abha->file(), &AbhaFileController::otherWanted, this,
            [this](const PatientId &who) { openPatient(who.value()); });
        connect(m_abha->file(), &AbhaFileController::mergeWanted, this,
            [this](const PatientId &one, const PatientId &other) { openPair(one.value(), other.value()); });
        connect(m_abha, &AbhaController::declined, this, [this] {
            Q_EMIT told(tr("Care goes on without an ABHA."));
            m_place.appointment.isEmpty() ? leaveAbha() : goOnFromLinkCheck();
        });
    }
    return m_abha;
}

AddPrescriptionController *AppController::add()
{
    if (!m_add) {
        connect(made(m_add), &AddPrescriptionController::draftMade, this, [this](const RecordId &record) {
            // The person may have left while the page was read; the draft waits in the patient's file then.
            if (m_page == addStep)
                m_place.record = record;
            m_keeper.keep(m_place);
        });
        connect(m_add, &AddPrescriptionController::discarded, this, [this] {
            Q_EMIT told(tr("The draft is thrown away."));
            m_keeper.keep({});
            openPatient(m_place.patient.value());
        });
        connect(m_add, &AddPrescriptionController::finished, this,
            [this](const RecordId &record) { goTo(confirmStep, record); });
        connect(m_add, &AddPrescriptionController::pagesDone, this,
            [this](const Record &record) { goTo(writeStep, record.id); });
    }
    return m_add;
}

void AppController::setKeyInFile(bool fellBack)
{
    m_keyInFile = fellBack;
    Q_EMIT keyInFileChanged();
}

void AppController::setPhoneUrl(const QUrl &url)
{
    m_phone = url;
    Q_EMIT phoneChanged();
}

void AppController::openPhone()
{
    QDesktopServices::openUrl(m_phone);
}

void AppController::resume()
{
    m_keeper.recall([this](const std::optional<JourneyPlace> &place) {
        // Whoever was quicker than the disk is where they want to be.
        if (!place || m_page != home)
            return;
        m_abhaWish = AbhaController::Wish::Resume;
        if (place->step != home)
            enter(*place);
        else if (!place->patient.isEmpty())
            openPatient(place->patient.value());
    });
}

void AppController::show(const QString &page)
{
    if (m_printing && !isAboutRecord(page))
        m_printing->follow({}); // nothing of the last patient is printed from here
    if (m_page == bookingStep && page != bookingStep)
        booking()->letGo();
    if (m_page == abhaStep && page != abhaStep)
        abha()->leave();
    if (m_page == page)
        return;
    m_page = page;
    Q_EMIT pageChanged();
}

void AppController::enter(const JourneyPlace &place)
{
    m_place = place;
    m_lookingBack = false;
    m_keeper.keep(place);
    const auto visit = place.appointment.isEmpty() ? std::nullopt : std::optional(place.appointment);
    if (place.step == bookingStep)
        booking()->begin(place.patient, std::nullopt);
    else if (place.step == linkCheckStep)
        linkCheck()->begin(place.patient);
    else if (place.step == abhaStep)
        abha()->begin(place.patient.isEmpty() ? std::nullopt : std::optional(place.patient), m_abhaWish);
    else if (place.step == addStep)
        add()->begin(place.patient, place.doctor, visit, place.record);
    else if (place.step == writeStep)
        editor()->begin(place.patient, place.doctor, visit, m_kind, place.record);
    else if (place.step == readStep)
        reading()->open(place.record.value());
    else if (place.step == confirmStep)
        confirmation()->begin(place.record);
    else if (place.step == successStep)
        success()->begin(place.record);
    if (isAboutRecord(place.step))
        printing()->follow(place.record);
    show(place.step);
}

void AppController::goHome()
{
    enter({});
}

void AppController::openAttention()
{
    attention()->refresh();
    show(attentionPage);
}

void AppController::openPatient(const QString &id)
{
    m_place = {home, PatientId(id), {}, {}, {}};
    m_keeper.keep(m_place);
    patient()->open(m_place.patient);
    show(patientPage);
}

void AppController::openRecord(const QString &record, bool draft)
{
    JourneyPlace place = m_place;
    place.record = RecordId(record);
    const auto &rows = patient()->file().records;
    const bool typed = std::ranges::any_of(
        rows, [&](const clinic::HistoryRow &row) { return row.record.id == place.record && row.record.typed; });
    place.step = !draft ? successStep : typed ? writeStep : addStep;
    enter(place);
}

bool AppController::book(const QString &id)
{
    const PatientId who = id.isEmpty() ? m_place.patient : PatientId(id);
    if (who.isEmpty())
        return false;
    enter({bookingStep, who, {}, {}, {}});
    return true;
}

void AppController::moveVisit(const QString &appointment)
{
    observe(this, m_services.store.run([id = AppointmentId(appointment)](storage::Connection &db) {
        return storage::AppointmentRepository(db).appointment(id);
    }),
        [this](const Result<Appointment> &visit) {
            if (!visit) {
                qCWarning(lcUi) << "visit to move not found:" << visit.error().code;
                return;
            }
            m_place = {bookingStep, visit->patient, visit->slot.doctor, visit->id, {}};
            booking()->begin(visit->patient, *visit);
            show(bookingStep);
        });
}

void AppController::goOnFromLinkCheck()
{
    JourneyPlace place = m_place;
    place.step = addStep;
    enter(place);
}

void AppController::openAbha(bool create)
{
    if (m_place.patient.isEmpty())
        return;
    m_abhaWish = create ? AbhaController::Wish::Create : AbhaController::Wish::Verify;
    JourneyPlace place = m_place;
    place.step = abhaStep;
    enter(place);
}

void AppController::registerWithAbha(bool create)
{
    m_abhaWish = create ? AbhaController::Wish::Create : AbhaController::Wish::Verify;
    enter({abhaStep, {}, {}, {}, {}});
}

/// Where the identity was asked for: the link check of a visit, the patient's file, or nowhere for a new person.
void AppController::leaveAbha()
{
    if (m_place.patient.isEmpty())
        return goHome();
    if (m_place.appointment.isEmpty())
        return openPatient(m_place.patient.value());
    JourneyPlace place = m_place;
    place.step = linkCheckStep;
    enter(place);
}

void AppController::back()
{
    JourneyPlace place = m_place;
    if (m_page == abhaStep) {
        leaveAbha();
        m_lookingBack = m_page == linkCheckStep;
    } else if (m_page == confirmStep) {
        goTo(confirmation()->typed() ? writeStep : addStep, place.record);
    } else if (m_page == readStep) {
        goTo(successStep, place.record);
    } else if (m_page == addStep && add()->typed()) {
        goTo(writeStep, place.record);
    } else if (m_page == addStep && !place.appointment.isEmpty()) {
        place.step = linkCheckStep;
        enter(place);
        m_lookingBack = true;
    } else if (m_page == bookingStep || m_page == addStep || m_page == writeStep || m_page == linkCheckStep) {
        // The draft and the booking stay in the patient's file.
        m_keeper.keep({});
        openPatient(place.patient.value());
    } else if (!backAmongPeople()) {
        goHome();
    }
}

}
