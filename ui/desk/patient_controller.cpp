#include "patient_controller.h"

#include "clinic/booking.h"
#include "clinic/reading.h"
#include "ui/words/delivery_words.h"

#include <algorithm>

namespace nadi::ui
{

PatientController::PatientController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
{
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, &PatientController::refresh);
}

void PatientController::open(const PatientId &patient)
{
    if (m_id != patient) {
        m_id = patient;
        forgetPatient();
        m_history.setRows({});
        m_visits.setRows({});
        Q_EMIT changed();
    }
    read(clinic::openPatientFile);
}

void PatientController::refresh()
{
    if (!m_id.isEmpty())
        read(clinic::patientFile);
}

void PatientController::read(FileReader reader)
{
    askFor([id = m_id, facility = services().facility.id, reader](
               clinic::Work &work) { return reader(work, id, facility); },
        [this](clinic::PatientFile file) {
            // Another file may have been opened while this one was read.
            if (file.patient.id == m_id)
                show(std::move(file));
        });
}

void PatientController::cancelVisit(const QString &appointment, const QString &reason)
{
    for (const auto &visit : std::as_const(m_file.appointments)) {
        if (visit.id.value() != appointment)
            continue;
        askFor([id = visit.id, version = visit.version, reason](
                   clinic::Work &work) { return clinic::cancel(work, id, version, reason); },
            [this] {
                ring(storage::Topic::Appointments);
                Q_EMIT cancelled();
                refresh();
            });
        return;
    }
}

bool PatientController::needsComparison() const
{
    return std::ranges::any_of(m_file.records,
        [](const clinic::HistoryRow &row) { return row.delivery && ui::needsComparison(*row.delivery); });
}

std::optional<Appointment> PatientController::currentVisit() const
{
    for (const auto &visit : m_file.appointments)
        if (visit.slot.facility == services().facility.id && visit.status != AppointmentStatus::Cancelled
            && clinicTime().dateOf(visit.slot.start) == today())
            return visit;
    return std::nullopt;
}

void PatientController::show(clinic::PatientFile file)
{
    m_file = std::move(file);
    knowPatient(m_file.patient);
    QList<HistoryLine> history;
    for (const auto &row : std::as_const(m_file.records)) {
        const auto chip
            = row.delivery ? chipOf(*row.delivery) : DeliveryChip{Standing::NotStarted, tr("Draft, saved here")};
        history += {row.record.id.value(),
            tr("%1 of %2", "record type, date")
                .arg(recordWord(row.record.type), clinicTime().fullDay(row.record.issuedOn)),
            QStringList{row.doctor.name, tr("%n page(s)", nullptr, int(row.record.pages.size()))}.join(
                QStringLiteral("  ·  ")),
            chip.text, int(chip.standing), row.record.state == RecordState::Draft};
    }
    QList<VisitLine> visits;
    for (const auto &visit : std::as_const(m_file.appointments))
        visits += {visit.id.value(),
            QStringList{
                clinicTime().shortDay(clinicTime().dateOf(visit.slot.start)), clinicTime().time(visit.slot.start)}
                .join(QStringLiteral(", ")),
            QStringList{modeWord(visit.mode), appointmentWord(visit.status)}.join(QStringLiteral("  ·  ")),
            visit.status == AppointmentStatus::Booked && visit.slot.end > now()};
    m_history.setRows(std::move(history));
    m_visits.setRows(std::move(visits));
    Q_EMIT changed();
}

}
