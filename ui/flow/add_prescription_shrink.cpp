// A file over the size limit: its smaller copy is made, shown, and only then stored (B18).
#include "add_prescription_controller.h"

#include <QtConcurrentRun>

namespace nadi::ui
{

void AddPrescriptionController::shrink(int file)
{
    WaitingFile *waits = waiting(file);
    if (!waits || !waits->row.mayShrink || !m_smaller.isFree())
        return;
    waits->row.working = true;
    showFiles();
    observe(this,
        QtConcurrent::run(
            &documents::PageWorker::readLimited, waits->url.toLocalFile(), documents::PageLimits().shrinkableBytes),
        [this, file](const Result<QByteArray> &bytes) {
            WaitingFile *still = waiting(file);
            if (!still)
                return;
            if (!bytes)
                return fail(file, bytes.error());
            still->bytes = *bytes;
            m_smaller.make(file, still->row.name, still->bytes);
        });
}

void AddPrescriptionController::watchOffer()
{
    connect(&m_smaller, &ShrinkOffer::failed, this, [this](int file, const Error &error) { fail(file, error); });
    connect(&m_smaller, &ShrinkOffer::declined, this, [this](int file) {
        if (WaitingFile *waits = waiting(file)) {
            waits->row.working = false;
            waits->bytes.clear();
        }
        showFiles();
    });
    connect(&m_smaller, &ShrinkOffer::accepted, this, [this](int file, const documents::CleanDocument &document) {
        WaitingFile *waits = waiting(file);
        if (!waits)
            return;
        waits->cleaned = toAddedFile(document, waits->bytes, waits->source);
        for (auto &page : waits->cleaned.pages)
            page.shrunk = true;
        store(file, clinic::Knowing::No);
    });
}

}
