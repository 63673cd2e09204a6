// From the patient's file to a record: pages that are added, records that are typed, read and corrected.
#include "app_controller.h"
#include "storage/facility_repository.h"
#include "ui/session/observe.h"

namespace nadi::ui
{
namespace
{

const QString addStep = QStringLiteral("add");
const QString writeStep = QStringLiteral("write");
const QString readStep = QStringLiteral("read");
const QString confirmStep = QStringLiteral("confirm");
const QString successStep = QStringLiteral("success");

}

RecordEditorController *AppController::editor()
{
    if (!m_editor) {
        connect(made(m_editor), &RecordEditorController::draftMade, this, [this](const RecordId &record) {
            // The person may have left while it was saved; the draft waits in the patient's file then.
            if (m_page == writeStep)
                m_place.record = record;
            m_keeper.keep(m_place);
        });
        connect(m_editor, &RecordEditorController::told, this, &AppController::told);
        connect(m_editor, &RecordEditorController::discarded, this, [this] {
            Q_EMIT told(tr("The draft is thrown away."));
            m_keeper.keep({});
            openPatient(m_place.patient.value());
        });
        connect(m_editor, &RecordEditorController::finished, this,
            [this](const RecordId &record) { goTo(confirmStep, record); });
        connect(m_editor, &RecordEditorController::pagesWanted, this,
            [this](const RecordId &record) { goTo(addStep, record); });
    }
    return m_editor;
}

RecordReadController *AppController::reading()
{
    if (!m_reading) {
        connect(made(m_reading), &RecordReadController::amended, this, [this](const Record &draft) {
            enter({draft.typed ? writeStep : addStep, draft.patient, draft.doctor,
                draft.appointment.value_or(AppointmentId()), draft.id});
        });
    }
    return m_reading;
}

ConfirmController *AppController::confirmation()
{
    if (!m_confirmation) {
        connect(made(m_confirmation), &ConfirmController::confirmed, this,
            [this](const RecordId &record) { goTo(successStep, record); });
        connect(m_confirmation, &ConfirmController::fieldAsked, this, &AppController::fillIn);
        connect(m_confirmation, &ConfirmController::letterheadAsked, this,
            [this](const DoctorId &doctor, const QString &field) {
                letterhead()->open(doctor, field);
                Q_EMIT letterheadAsked();
            });
        connect(
            m_confirmation, &ConfirmController::personAsked, this, [this](const PatientId &who, const QString &field) {
                person()->open(who, field);
                Q_EMIT personAsked();
            });
    }
    return m_confirmation;
}

LetterheadController *AppController::letterhead()
{
    if (!m_letterhead)
        connect(made(m_letterhead), &LetterheadController::saved, this, [this] {
            Q_EMIT told(tr("The letterhead is saved."));
            if (m_page == confirmStep)
                confirmation()->refresh();
            else if (m_page == u"registry")
                registry()->open();
        });
    return m_letterhead;
}

void AppController::openLetterhead(const QString &doctor)
{
    letterhead()->open(DoctorId(doctor), {});
    Q_EMIT letterheadAsked();
}

PersonController *AppController::person()
{
    if (!m_person)
        connect(made(m_person), &PersonController::saved, this, [this] {
            Q_EMIT told(tr("The patient's file is saved."));
            if (m_page == confirmStep)
                confirmation()->refresh();
        });
    return m_person;
}

PrintController *AppController::printing()
{
    if (!m_printing)
        connect(made(m_printing), &PrintController::told, this, &AppController::told);
    return m_printing;
}

void AppController::pointAtRecord(const QString &record)
{
    if (printing()->record().value() != record)
        printing()->follow(RecordId(record));
}

void AppController::previewSheet()
{
    // Read anew: a letterhead that was completed a moment ago is on it.
    if (m_page == confirmStep) {
        printing()->follow(confirmation()->record());
        printing()->setStatement(confirmation()->prescribing()->statement().mode);
    }
    printing()->show();
}

/// Back into the draft, with the keyboard where the missing thing is written.
void AppController::fillIn(const clinic::Missing &missing)
{
    auto place = m_place;
    place.step = missing.leads == clinic::Leads::Pages ? addStep : writeStep;
    if (missing.leads == clinic::Leads::Form)
        editor()->want(missing.section, missing.row, missing.field);
    enter(place);
}

void AppController::goTo(const QString &step, const RecordId &record)
{
    auto place = m_place;
    place.step = step;
    place.record = record;
    enter(place);
}

bool AppController::addPrescription()
{
    return startRecord(addStep);
}

bool AppController::writeRecord(const QString &kind)
{
    m_kind = kind;
    return startRecord(writeStep);
}

void AppController::readRecord()
{
    goTo(readStep, m_place.record);
}

void AppController::openSheet(const Record &record)
{
    enter({readStep, record.patient, record.doctor, record.appointment.value_or(AppointmentId()), record.id});
}

void AppController::amendRecord(const QString &reason)
{
    reading()->amend(reason);
}

/// For the open patient: with the doctor of today's visit, else of the newest record, else the clinic's first.
bool AppController::startRecord(const QString &step)
{
    if (m_page != u"patient" || m_place.patient.isEmpty())
        return false;
    const auto start = [this, step](const DoctorId &doctor, const AppointmentId &visit) {
        enter({step, m_place.patient, doctor, visit, {}});
    };
    if (const auto visit = patient()->currentVisit()) {
        start(visit->slot.doctor, visit->id);
        return true;
    }
    const auto &records = patient()->file().records;
    if (!records.isEmpty()) {
        start(records.constFirst().doctor.id, {});
        return true;
    }
    observe(this, m_services.store.run([facility = m_services.facility.id](storage::Connection &db) {
        return storage::FacilityRepository(db).doctorsAt(facility);
    }),
        [start](const Result<QList<Doctor>> &doctors) {
            if (doctors && !doctors->isEmpty())
                start(doctors->constFirst().id, {});
        });
    return true;
}

}
