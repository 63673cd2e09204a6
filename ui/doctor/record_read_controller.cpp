#include "record_read_controller.h"

#include "clinic/reading.h"
#include "clinic/typed_record.h"
#include "storage/patient_repository.h"
#include "ui/words/delivery_words.h"

namespace nadi::ui
{

struct RecordReadController::Opening
{
    Record record;
    Patient patient;
    RecordContent content;
    QList<Record> versions;
};

void RecordReadController::open(const QString &id)
{
    m_record = RecordId(id);
    forgetPatient();
    m_lines.setRows({});
    m_mayAmend = false;
    clearProblem();
    Q_EMIT changed();
    askFor(
        [record = m_record, facility = services().facility.id](clinic::Work &work) -> Result<Opening> {
            Opening opening;
            const auto found = clinic::openRecord(work, record, clinic::Purpose::File);
            if (!found)
                return failed(found);
            opening.record = *found;
            const auto patient = storage::PatientRepository(work.db).patient(found->patient, facility);
            if (!patient)
                return failed(patient);
            opening.patient = *patient;
            auto content = clinic::contentOf(work, record);
            if (!content)
                return failed(content);
            opening.content = *std::move(content);
            auto versions = clinic::versionsOf(work, record);
            if (!versions)
                return failed(versions);
            opening.versions = *std::move(versions);
            return opening;
        },
        [this](const Opening &opening) {
            if (opening.record.id == m_record)
                show(opening);
        });
}

void RecordReadController::show(const Opening &opening)
{
    knowPatient(opening.patient);
    const auto &record = opening.record;
    m_title = tr("%1 of %2", "record type, date").arg(recordWord(record.type), clinicTime().fullDay(record.issuedOn));
    QStringList notes;
    if (!record.amendReason.isEmpty())
        notes << tr("Corrected: %1").arg(record.amendReason);
    if (!record.pages.isEmpty())
        notes << tr("%n page(s)", nullptr, int(record.pages.size()));
    m_note = notes.join(QStringLiteral("  ·  "));
    m_mayAmend = !opening.versions.isEmpty() && opening.versions.constFirst().id == record.id;
    m_lines.setRows(typedLines(opening.content, {today(), services().facility.timeZone}));
    QList<VersionRow> versions;
    for (qsizetype i = 0; i < opening.versions.size(); ++i)
        versions << VersionRow{opening.versions[i].id.value(),
            tr("Version %1, %2", "number, time")
                .arg(opening.versions.size() - i)
                .arg(clinicTime().moment(opening.versions[i].signedAt, now())),
            opening.versions[i].id == record.id};
    m_versions.setRows(std::move(versions));
    Q_EMIT changed();
}

void RecordReadController::amend(const QString &reason)
{
    askFor([record = m_record, reason](clinic::Work &work) { return clinic::amendRecord(work, record, reason); },
        [this](const Record &draft) {
            ring(storage::Topic::Records);
            Q_EMIT amended(draft);
        });
}

}
