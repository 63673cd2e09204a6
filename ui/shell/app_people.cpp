// The half of the window's way that is about who somebody is: scans, shares, duplicates, numbers.

#include "app_controller.h"

namespace nadi::ui
{
namespace
{

const QString abhaStep = QStringLiteral("abha");
const QString sharesPage = QStringLiteral("shares");
const QString sharePage = QStringLiteral("share");
const QString duplicatesPage = QStringLiteral("duplicates");
const QString mergePage = QStringLiteral("merge");
const QString identityPage = QStringLiteral("identity");
const QString consentsPage = QStringLiteral("consents");
const QString registryPage = QStringLiteral("registry");
const QString medicineListsPage = QStringLiteral("medicine-lists");
const QString repairPage = QStringLiteral("repair");

}

MergeController *AppController::merging()
{
    if (!m_merging) {
        connect(made(m_merging), &MergeController::merged, this, [this](const QString &patient) {
            Q_EMIT told(tr("The files are one now. You can undo this for 30 days."));
            openPatient(patient);
        });
        connect(m_merging, &MergeController::keptApart, this, [this] {
            Q_EMIT told(tr("They stay two people."));
            openDuplicates();
        });
    }
    return m_merging;
}

IdentityController *AppController::identity()
{
    if (!m_identity) {
        connect(made(m_identity), &IdentityController::told, this, &AppController::told);
        connect(m_identity, &IdentityController::fileChanged, this, [this] { patient()->refresh(); });
    }
    return m_identity;
}

PostersController *AppController::posters()
{
    if (!m_posters)
        connect(made(m_posters), &PostersController::told, this, &AppController::told);
    return m_posters;
}

RegistryController *AppController::registry()
{
    if (!m_registry)
        connect(made(m_registry), &RegistryController::told, this, &AppController::told);
    return m_registry;
}

MedicineListsController *AppController::medicineLists()
{
    if (!m_medicineLists)
        connect(made(m_medicineLists), &MedicineListsController::told, this, &AppController::told);
    return m_medicineLists;
}

RepairController *AppController::repair()
{
    if (!m_repair) {
        connect(made(m_repair), &RepairController::corrected, this, [this](bool goesOn) {
            Q_EMIT told(goesOn ? tr("Corrected. Waiting records are sent again.")
                               : tr("Corrected. Waiting records leave when the ABHA is verified."));
            leaveRepair();
        });
    }
    return m_repair;
}

ScanController *AppController::scan()
{
    if (!m_scan) {
        connect(made(m_scan), &ScanController::found, this, [this](const QString &patient) { openPatient(patient); });
        connect(m_scan, &ScanController::refused, this, &AppController::told);
        connect(m_scan, &ScanController::sheetFound, this, &AppController::openSheet);
        connect(m_scan, &ScanController::unknown, this, [this](const AbhaQr &qr) {
            if (m_page == abhaStep)
                return abha()->take(qr);
            if (!m_services.abha)
                return Q_EMIT registerAsked(qr.name);
            // Nobody has it: the verified profile registers the person, nothing is typed (FD-5).
            registerWithAbha(false);
            abha()->takeWhenBegun(qr);
        });
    }
    return m_scan;
}

ShareController *AppController::share()
{
    if (!m_share) {
        connect(made(m_share), &ShareController::accepted, this, [this](const QString &patient, const QString &name) {
            Q_EMIT told(tr("%1 has number %2.").arg(name, m_share->token()));
            book(patient);
        });
        connect(m_share, &ShareController::dismissed, this, &AppController::openShares);
    }
    return m_share;
}

void AppController::openDuplicates()
{
    duplicates()->refresh();
    show(duplicatesPage);
}

void AppController::openPair(const QString &one, const QString &other)
{
    merging()->open(PatientId(one), PatientId(other));
    show(mergePage);
}

void AppController::openIdentity()
{
    if (m_place.patient.isEmpty())
        return;
    identity()->open(m_place.patient);
    show(identityPage);
}

void AppController::openRepair(const QString &id)
{
    m_repairFrom = m_page;
    const PatientId who = id.isEmpty() ? m_place.patient : PatientId(id);
    m_place = {QStringLiteral("home"), who, {}, {}, m_place.record};
    repair()->open(who);
    show(repairPage);
}

void AppController::leaveRepair()
{
    if (m_repairFrom == u"attention")
        openAttention();
    else if (m_repairFrom == u"success")
        enter({m_repairFrom, m_place.patient, {}, {}, m_place.record});
    else
        openPatient(m_place.patient.value());
}

void AppController::openRegistry()
{
    registry()->open();
    show(registryPage);
}

void AppController::openMedicineLists()
{
    medicineLists()->open();
    show(medicineListsPage);
}

void AppController::openConsents()
{
    consents()->open();
    show(consentsPage);
}

void AppController::openPatientConsents()
{
    if (m_place.patient.isEmpty())
        return;
    consents()->open(m_place.patient);
    show(consentsPage);
}

void AppController::openPosters()
{
    posters()->open();
}

void AppController::openShares()
{
    shares()->refresh();
    show(sharesPage);
}

void AppController::openShare(const QString &id)
{
    share()->open(ShareId(id));
    show(sharePage);
}

bool AppController::backAmongPeople()
{
    if (m_page == sharePage)
        openShares();
    else if (m_page == registryPage)
        openAttention();
    else if (m_page == consentsPage && consents()->ofOnePatient())
        openPatient(m_place.patient.value());
    else if (m_page == mergePage)
        openDuplicates();
    else if (m_page == identityPage)
        openPatient(m_place.patient.value());
    else if (m_page == repairPage)
        leaveRepair();
    else
        return false;
    return true;
}

}
