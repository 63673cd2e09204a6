#include "add_prescription_controller.h"

#include "clinic/link_check.h"
#include "clinic/reading.h"
#include "storage/facility_repository.h"
#include "ui/words/delivery_words.h"
#include "ui/words/gate_words.h"

namespace nadi::ui
{

struct AddPrescriptionController::Opening
{
    Patient patient;
    Doctor doctor;
    Record record; ///< without id when there is no draft yet
    clinic::LinkCheck link;
};

AddPrescriptionController::AddPrescriptionController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
    , m_alike(services)
    , m_smaller(services)
{
    watchOffer();
    connect(&m_alike, &LikePages::bothKept, this, [this](const PageId &one, const PageId &other) {
        change([record = m_record.id, one, other](
                   clinic::Work &work) { return clinic::keepBoth(work, record, one, other); });
    });
    connect(&m_alike, &LikePages::oneRejected, this, [this](const PageId &page) { remove(page.value()); });
}

void AddPrescriptionController::begin(
    const PatientId &patient, const DoctorId &doctor, const std::optional<AppointmentId> &visit, const RecordId &draft)
{
    m_patient = patient;
    m_doctor = doctor;
    m_visit = visit;
    forgetPatient();
    m_doctorName.clear();
    m_record = {};
    m_waiting.clear();
    m_forDraft.clear();
    m_draftKnown = false;
    clearProblem();
    showFiles();
    m_pages.setRows({});
    m_alike.look({});
    m_smaller.forget();
    Q_EMIT changed();
    askFor(
        [patient, doctor, draft, facility = services().facility.id](clinic::Work &work) -> Result<Opening> {
            Opening opening;
            const auto person = clinic::openPatient(work, patient, facility, clinic::Purpose::Prescription);
            if (!person)
                return failed(person);
            opening.patient = *person;
            const auto link = clinic::checkLink(work, facility, patient);
            if (!link)
                return failed(link);
            opening.link = *link;
            if (!draft.isEmpty()) {
                const auto record = clinic::openRecord(work, draft, clinic::Purpose::Prescription);
                if (!record)
                    return failed(record);
                opening.record = *record;
            }
            const auto found
                = storage::FacilityRepository(work.db).doctor(draft.isEmpty() ? doctor : opening.record.doctor);
            if (!found)
                return failed(found);
            opening.doctor = *found;
            return opening;
        },
        [this](const Opening &opening) {
            if (opening.patient.id != m_patient)
                return;
            knowPatient(opening.patient);
            m_doctor = opening.doctor.id;
            m_doctorName = opening.doctor.name;
            m_linkStanding = int(linkHeadline(opening.link).standing);
            m_linkText = linkHeadline(opening.link).title;
            showRecord(opening.record);
            Q_EMIT linkChanged();
            draftIsKnown();
        });
}

QString AddPrescriptionController::subject() const
{
    return recordWord(m_record.type);
}

bool AddPrescriptionController::reading() const
{
    return std::ranges::any_of(m_waiting, [](const WaitingFile &file) { return file.row.working; });
}

QString AddPrescriptionController::reason() const
{
    if (reading())
        return tr("A page is still being read.");
    const auto unreadable
        = std::ranges::find_if(m_record.pages, [](const RecordPage &page) { return isUnreadable(page); });
    if (unreadable != m_record.pages.cend())
        return tr("Page %1 cannot be read.").arg(unreadable->position + 1);
    return m_record.pages.isEmpty() && !m_record.typed ? tr("Add at least one page.") : QString();
}

void AddPrescriptionController::addFiles(const QList<QUrl> &files)
{
    for (const QUrl &url : files)
        read(enlist(url.fileName(), PageSource::File), url);
}

int AddPrescriptionController::enlist(const QString &name, PageSource source)
{
    WaitingFile file;
    file.row.number = m_nextFile++;
    file.row.name = name;
    file.row.working = true;
    file.source = source;
    m_waiting += file;
    showFiles();
    return file.row.number;
}

WaitingFile *AddPrescriptionController::waiting(int file)
{
    const auto found = std::ranges::find(m_waiting, file, [](const WaitingFile &one) { return one.row.number; });
    return found == m_waiting.end() ? nullptr : &*found;
}

void AddPrescriptionController::showFiles()
{
    QList<FileRow> rows;
    for (const auto &file : std::as_const(m_waiting))
        rows += file.row;
    m_files.setRows(std::move(rows));
    Q_EMIT filesChanged();
}

void AddPrescriptionController::showRecord(const Record &record)
{
    m_record = record;
    m_pages.setRows(pageRows(record));
    m_alike.look(record);
    Q_EMIT changed();
    Q_EMIT filesChanged();
}

void AddPrescriptionController::turn(const QString &page)
{
    change([record = m_record.id, page = PageId(page)](
               clinic::Work &work) { return clinic::turnPage(work, record, page, 1); });
}

void AddPrescriptionController::remove(const QString &page)
{
    change([record = m_record.id, page = PageId(page)](
               clinic::Work &work) { return clinic::removePage(work, record, page); });
}

void AddPrescriptionController::moveBy(const QString &page, int by)
{
    const auto at = std::ranges::find(m_record.pages, page, [](const RecordPage &one) { return one.id.value(); });
    if (at == m_record.pages.cend())
        return;
    const int position = qBound(0, at->position + by, int(m_record.pages.size()) - 1);
    change([record = m_record.id, page = PageId(page), position](
               clinic::Work &work) { return clinic::movePage(work, record, page, position); });
}

void AddPrescriptionController::chooseType(const QString &type)
{
    const auto wanted = hiTypeFromWire(type);
    if (!wanted || m_record.id.isEmpty())
        return;
    change([record = m_record.id, type = *wanted](clinic::Work &work) { return clinic::setType(work, record, type); });
}

void AddPrescriptionController::discard()
{
    if (m_record.id.isEmpty())
        return;
    askFor([record = m_record.id](clinic::Work &work) { return clinic::discardDraft(work, record); },
        [this] {
            ring(storage::Topic::Records);
            Q_EMIT discarded();
        });
}

void AddPrescriptionController::goOn()
{
    if (!reason().isEmpty())
        return;
    if (m_record.typed)
        Q_EMIT pagesDone(m_record);
    else
        Q_EMIT finished(m_record.id);
}

}
