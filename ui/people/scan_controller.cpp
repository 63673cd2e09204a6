#include "scan_controller.h"

#include "print/sheet.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"

namespace nadi::ui
{
namespace
{

/// The file with the number, else the one with the address; empty when nobody has either.
Result<PatientId> ownerOf(storage::Connection &db, const AbhaQr &qr)
{
    storage::PatientRepository patients(db);
    Result<PatientId> owner = PatientId();
    if (qr.abhaNumber)
        owner = patients.byAbhaNumber(*qr.abhaNumber);
    const bool missing = owner ? owner->isEmpty() : owner.error().kind == ErrorKind::NotFound;
    if (missing && qr.abhaAddress)
        owner = patients.byAbhaAddress(*qr.abhaAddress);
    if (!owner && owner.error().kind == ErrorKind::NotFound)
        return PatientId();
    return owner;
}

}

ScanController::ScanController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void ScanController::read(const QString &text)
{
    if (const auto sheet = print::recordInQr(text))
        return findSheet(*sheet);
    const auto scanned = readScannedQr(text);
    switch (scanned.kind) {
    case QrKind::AbhaCard:
    case QrKind::PhrApp:
        break;
    case QrKind::FacilityLink:
    case QrKind::FacilityJson:
        return Q_EMIT refused(tr("This is a clinic's poster. Patients scan it with their ABHA app."));
    case QrKind::Damaged:
        return unreadable();
    default:
        return Q_EMIT refused(tr("This code is not from an ABHA card or app."));
    }
    askFor([qr = *scanned.abha](clinic::Work &work) { return ownerOf(work.db, qr); },
        [this, qr = *scanned.abha, text](const PatientId &owner) {
            if (owner.isEmpty())
                Q_EMIT unknown(qr, text);
            else
                Q_EMIT found(owner.value());
        });
}

void ScanController::findSheet(const RecordId &id)
{
    askFor(
        [id](clinic::Work &work) -> Result<std::optional<Record>> {
            auto record = storage::RecordRepository(work.db).record(id);
            if (!record && record.error().kind == ErrorKind::NotFound)
                return std::nullopt;
            return record.map([](const Record &found) { return std::optional(found); });
        },
        [this](const std::optional<Record> &record) {
            if (record)
                Q_EMIT sheetFound(*record);
            else
                Q_EMIT refused(tr("This sheet was not printed in this clinic."));
        });
}

void ScanController::unreadable()
{
    Q_EMIT refused(tr("The reader types with another keyboard layout. Use the camera, or set the reader to English."));
}

}
