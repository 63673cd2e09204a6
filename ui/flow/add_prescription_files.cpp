// The way of a file into the draft: read, cleaned by the worker, stored whole or not at all.
#include "add_prescription_controller.h"
#include "ui/session/journey_keeper.h"

#include <QBuffer>
#include <QImage>
#include <QtConcurrentRun>

#include <utility>

namespace nadi::ui
{
namespace
{

// B20: a wrong password three times ends.
constexpr int passwordTries = 3;

// A camera frame becomes a file like any other: what is stored as original is what the worker gets.
constexpr int photoQuality = 92;

QByteArray encoded(const QImage &photo)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    return buffer.open(QIODevice::WriteOnly) && photo.save(&buffer, "JPEG", photoQuality) ? jpeg : QByteArray();
}

}

void AddPrescriptionController::read(int file, const QUrl &url)
{
    if (!url.isLocalFile())
        return fail(file, Error{ErrorKind::Invalid, QStringLiteral("DOC-READ"), {}});
    if (WaitingFile *waits = waiting(file))
        waits->url = url;
    const qint64 limit = services().settings.integer(QStringLiteral("documents.maxFileBytes"));
    observe(this, QtConcurrent::run(&documents::PageWorker::readLimited, url.toLocalFile(), limit),
        [this, file](const Result<QByteArray> &bytes) {
            WaitingFile *waits = waiting(file);
            if (!waits)
                return;
            if (!bytes)
                return fail(file, bytes.error());
            waits->bytes = *bytes;
            clean(file, {});
        });
}

void AddPrescriptionController::addPhoto(const QImage &photo)
{
    const int file = enlist(tr("Photo"), PageSource::Camera);
    observe(this, QtConcurrent::run(encoded, photo), [this, file](const QByteArray &jpeg) {
        if (WaitingFile *waits = waiting(file)) {
            waits->bytes = jpeg;
            clean(file, {});
        }
    });
}

void AddPrescriptionController::clean(int file, const QByteArray &password)
{
    WaitingFile *waits = waiting(file);
    if (!waits)
        return;
    waits->row.working = true;
    waits->row.sentence.clear();
    showFiles();
    observe(this, services().pages.clean(waits->bytes, waits->row.name, password),
        [this, file](const Result<documents::CleanDocument> &document) {
            WaitingFile *still = waiting(file);
            if (!still)
                return;
            if (!document) {
                still->wrongPasswords += document.error().code == u"DOC-PASSWORD";
                return fail(file, document.error());
            }
            still->cleaned = toAddedFile(*document, still->bytes, still->source);
            store(file, clinic::Knowing::No);
        });
}

void AddPrescriptionController::store(int file, clinic::Knowing knowing)
{
    WaitingFile *waits = waiting(file);
    if (!waits)
        return;
    if (!m_draftKnown) {
        m_forDraft += [this, file, knowing] { store(file, knowing); };
        return;
    }
    m_draftKnown = !m_record.id.isEmpty();
    const clinic::DraftRequest draft{
        m_patient, services().facility.id, m_doctor, m_visit, HiType::Prescription, today()};
    const int maxPages = int(services().settings.integer(QStringLiteral("documents.maxPages")));
    ask(
        [draft, known = m_record.id, cleaned = waits->cleaned, maxPages, knowing](
            clinic::Work &work) -> Result<Record> {
            if (!known.isEmpty())
                return clinic::addFile(work, known, cleaned, maxPages, knowing);
            const auto act = [&]() -> Result<Record> {
                const auto made = clinic::beginDraft(work, draft);
                return made ? clinic::addFile(work, made->id, cleaned, maxPages, knowing) : made;
            };
            return actAndKeepPlace(work, act, [&](const Record &added) {
                return JourneyPlace{QStringLiteral("add"), draft.patient, draft.doctor,
                    draft.appointment.value_or(AppointmentId()), added.id};
            });
        },
        [this, file, patient = m_patient](const Result<Record> &record) {
            if (patient != m_patient)
                return;
            if (!record) {
                fail(file, record.error());
                return draftIsKnown();
            }
            const bool first = m_record.id.isEmpty();
            const int before = int(m_record.pages.size());
            forget(file);
            showRecord(*record);
            if (first)
                Q_EMIT draftMade(record->id);
            Q_EMIT pageAdded(before);
            draftIsKnown();
        });
}

void AddPrescriptionController::draftIsKnown()
{
    m_draftKnown = true;
    for (const auto held = std::exchange(m_forDraft, {}); const auto &goOn : held)
        goOn();
}

void AddPrescriptionController::givePassword(int file, const QString &password)
{
    if (waiting(file))
        clean(file, password.toUtf8());
}

void AddPrescriptionController::addAnyway(int file)
{
    if (WaitingFile *waits = waiting(file)) {
        waits->row.working = true;
        showFiles();
        store(file, clinic::Knowing::AddAnyway);
    }
}

void AddPrescriptionController::retry(int file)
{
    clean(file, {});
}

void AddPrescriptionController::dismiss(int file)
{
    forget(file);
}

void AddPrescriptionController::forget(int file)
{
    m_waiting.removeIf([file](const WaitingFile &one) { return one.row.number == file; });
    showFiles();
}

void AddPrescriptionController::fail(int file, const Error &error)
{
    if (WaitingFile *waits = waiting(file)) {
        tellProblem(waits->row, error);
        if (waits->wrongPasswords >= passwordTries)
            waits->row.wantsPassword = false;
    }
    showFiles();
}

}
