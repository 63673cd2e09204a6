#include "booking_controller.h"

#include "clinic/reading.h"
#include "storage/appointment_repository.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "ui/session/journey_keeper.h"

namespace nadi::ui
{
namespace
{

using namespace std::chrono_literals;

}

BookingController::BookingController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_clinic(services.facility.id)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &BookingController::tick);
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, [this](storage::Topic topic) {
        if (topic == storage::Topic::Appointments && !m_patient.isEmpty())
            refresh();
    });
}

void BookingController::begin(const PatientId &patient, std::optional<Appointment> moved)
{
    letGo();
    clearProblem();
    m_patient = patient;
    m_identity = {};
    m_moved = std::move(moved);
    moveTo(m_moved ? m_moved->slot.facility : services().facility.id);
    m_doctor = m_moved ? m_moved->slot.doctor : DoctorId();
    m_mode = m_moved ? m_moved->mode : VisitMode::InPerson;
    m_day = today();
    Q_EMIT patientChanged();
    Q_EMIT clinicChanged();
    askFor([](clinic::Work &work) { return storage::FacilityRepository(work.db).facilities(); },
        [this](QList<Facility> clinics) {
            m_clinics = std::move(clinics);
            Q_EMIT clinicChanged();
        });
    refresh();
    askFor([patient, facility = services().facility.id](
               clinic::Work &work) { return clinic::openPatient(work, patient, facility, clinic::Purpose::Booking); },
        [this](const Patient &found) {
            m_identity = identityOf(found, today());
            Q_EMIT patientChanged();
        });
}

Facility BookingController::facilityOf(const FacilityId &clinic) const
{
    for (const auto &facility : m_clinics)
        if (facility.id == clinic)
            return facility;
    return services().facility;
}

QString BookingController::clinicName(const FacilityId &clinic) const
{
    return facilityOf(clinic).name;
}

QVariantList BookingController::clinics() const
{
    QVariantList options;
    if (m_clinics.size() > 1)
        for (const auto &facility : m_clinics)
            options
                += QVariantMap{{QStringLiteral("value"), facility.id.value()}, {QStringLiteral("text"), facility.name}};
    return options;
}

QString BookingController::elsewhere() const
{
    return m_clinic == services().facility.id ? QString() : tr("At %1, another branch").arg(clinicName(m_clinic));
}

QVariantList BookingController::doctors() const
{
    QVariantList options{
        QVariantMap{{QStringLiteral("value"), QString()}, {QStringLiteral("text"), tr("All doctors")}}};
    for (const auto &column : m_plan.columns)
        options += QVariantMap{
            {QStringLiteral("value"), column.doctor.id.value()}, {QStringLiteral("text"), column.doctor.name}};
    return options;
}

QVariantList BookingController::nextDays() const
{
    QVariantList days;
    for (const auto &count : m_plan.nextDays)
        days += QVariantMap{{QStringLiteral("offset"), int(today().daysTo(count.day))},
            {QStringLiteral("text"), tr("%1: %n free", nullptr, count.free).arg(clinicTime().shortDay(count.day))},
            {QStringLiteral("free"), count.free}};
    return days;
}

void BookingController::refresh()
{
    const quint64 asked = ++m_asked;
    // All doctors are always read: the list to choose from must not shrink to the chosen one.
    askFor([question = DayQuestion{m_clinic, {}, m_day, m_mode}](clinic::Work &work) { return planOf(work, question); },
        [this, asked](DayPlan plan) {
            if (asked == m_asked)
                show(std::move(plan));
        });
}

void BookingController::show(DayPlan plan)
{
    m_plan = std::move(plan);
    m_loaded = true;
    DayPlan chosen = m_plan;
    if (!m_doctor.isEmpty())
        chosen.columns.removeIf([this](const DayPlan::Column &column) { return column.doctor.id != m_doctor; });
    m_columns.show(chosen, facilityOf(m_clinic).timeZone, m_hold);
    Q_EMIT dayChanged();
}

void BookingController::chooseClinic(const QString &clinic)
{
    if (m_clinic.value() == clinic)
        return;
    letGo();
    clearProblem();
    moveTo(FacilityId(clinic));
    m_doctor = {};
    Q_EMIT clinicChanged();
    Q_EMIT dayChanged();
    refresh();
}

void BookingController::moveTo(const FacilityId &clinic)
{
    if (m_clinic == clinic)
        return;
    m_clinic = clinic;
    m_plan = {}; // a slot of the clinic left behind must not be held for this one
    m_loaded = false;
}

void BookingController::chooseDoctor(const QString &doctor)
{
    m_doctor = DoctorId(doctor);
    show(m_plan);
}

void BookingController::chooseMode(const QString &mode)
{
    m_mode = visitModeFromWord(mode);
    m_loaded = false;
    Q_EMIT dayChanged();
    refresh();
}

void BookingController::goToDay(int daysFromToday)
{
    m_day = today().addDays(qMax(0, daysFromToday));
    m_loaded = false;
    Q_EMIT dayChanged();
    refresh();
}

void BookingController::stepDay(int days)
{
    goToDay(int(today().daysTo(m_day)) + days);
}

void BookingController::hold(const QString &doctor, double startMs)
{
    clearProblem();
    for (const auto &column : std::as_const(m_plan.columns)) {
        for (const Slot &slot : column.free) {
            if (column.doctor.id.value() != doctor || slot.start.ms() != qint64(startMs))
                continue;
            letGo();
            ask([slot, life = services().settings.duration(QStringLiteral("booking.holdMs"))](
                    clinic::Work &work) { return clinic::holdSlot(work, slot, life); },
                [this, wish = m_wish](const Result<SlotHold> &held) {
                    if (held)
                        takeHold(*held, wish);
                    else
                        setProblem(held.error());
                    refresh();
                });
            return;
        }
    }
}

void BookingController::confirm()
{
    if (!m_hold || busy())
        return;
    clearProblem();
    const auto done = [this](const Result<Appointment> &appointment) {
        if (appointment)
            return finish(*appointment);
        setProblem(appointment.error());
        setHold(std::nullopt);
        refresh();
    };
    ask(
        [moved = m_moved, hold = *m_hold, patient = m_patient, mode = m_mode, own = services().facility.id](
            clinic::Work &work) {
            const auto act = [&] {
                return moved ? clinic::move(work, moved->id, moved->version, hold)
                             : clinic::book(work, {hold, patient, mode, QStringLiteral("desk")});
            };
            return actAndKeepPlace(work, act, [&](const Appointment &booked) {
                // The other branch receives the patient; this desk's steps end here.
                if (booked.slot.facility != own)
                    return JourneyPlace{QStringLiteral("home"), patient, {}, {}, {}};
                return JourneyPlace{QStringLiteral("link-check"), patient, booked.slot.doctor, booked.id, {}};
            });
        },
        done);
}

void BookingController::finish(const Appointment &appointment)
{
    m_second.stop();
    m_hold.reset();
    Q_EMIT heldChanged();
    ring(storage::Topic::Appointments);
    Q_EMIT booked(appointment);
}

void BookingController::letGo()
{
    ++m_wish;
    if (!m_hold)
        return;
    release(m_hold->id);
    setHold(std::nullopt);
}

void BookingController::release(const HoldId &hold)
{
    ask([hold](clinic::Work &work) { return storage::AppointmentRepository(work.db).release(hold); },
        [](const Done &) {});
}

void BookingController::takeHold(const SlotHold &hold, quint64 wish)
{
    // The answer may come after another slot or another clinic was chosen, or the page was left.
    if (wish == m_wish)
        setHold(hold);
    else
        release(hold.id);
}

void BookingController::setHold(std::optional<SlotHold> hold)
{
    m_hold = std::move(hold);
    m_hold ? m_second.start() : m_second.stop();
    Q_EMIT heldChanged();
    Q_EMIT timeLeftChanged();
}

void BookingController::tick()
{
    Q_EMIT timeLeftChanged();
    // Not while it is being confirmed: an expired hold is still good if nobody else took the slot.
    if (m_hold && !busy() && m_hold->expiresAt <= now()) {
        release(m_hold->id);
        setProblem(Error{ErrorKind::Conflict, QStringLiteral("HOLD-EXPIRED"), {}});
        setHold(std::nullopt);
        refresh();
    }
}

QString BookingController::heldText() const
{
    if (!m_hold)
        return {};
    QString doctor;
    for (const auto &column : m_plan.columns)
        if (column.doctor.id == m_hold->slot.doctor)
            doctor = column.doctor.name;
    const ClinicTime there(facilityOf(m_hold->slot.facility).timeZone);
    return tr("%1, %2 with %3", "day, time, doctor")
        .arg(there.shortDay(there.dateOf(m_hold->slot.start)), there.time(m_hold->slot.start), doctor);
}

QString BookingController::timeLeft() const
{
    return m_hold ? clinicTime().elapsed(m_hold->expiresAt - now()) : QString();
}

}
