#include "crash/rig.h"

#include "clinic/desk.h"
#include "clinic/link_check.h"
#include "clinic/prescription.h"
#include "compose/installation.h"
#include "crypto/digest.h"
#include "journeys/sample_prescription.h"
#include "local_network.h"
#include "sandbox_session.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/inbox.h"
#include "storage/outbox.h"
#include "storage/patient_repository.h"

#include <QBuffer>
#include <QDate>
#include <QImage>
#include <QJsonDocument>
#include <QTest>

#include <cstdio>

namespace nadi::test
{
namespace
{
constexpr int startMs = 30'000;

QString program(const char *name)
{
    return QStringLiteral(NADI_BIN_DIR "/") + QLatin1String(name);
}

bool complain(const char *what, const Error &error = {})
{
    std::fprintf(stderr, "rig: %s %s %s\n", what, qPrintable(error.code), qPrintable(error.detail));
    return false;
}
}

Rig::Rig()
    : m_environment(desktop::sandboxEnvironment(QProcessEnvironment::systemEnvironment(), m_directory.path()))
{
    // Retries as in the field would make a test of hours; their order and number stay.
    m_environment.insert(QStringLiteral("NADI_BRIDGE_RETRY_SCALE_PERCENT"), QStringLiteral("5"));
    m_environment.insert(QStringLiteral("NADI_BRIDGE_LEASE_MS"), QStringLiteral("1000"));
}

Rig::~Rig()
{
    if (m_bridge)
        killBridge();
    m_sandbox.closeWriteChannel();
    m_sandbox.terminate();
    m_sandbox.waitForFinished(3'000);
}

QJsonObject Rig::readyLine(QProcess &process)
{
    QJsonObject line;
    const auto said = [&] {
        while (line.isEmpty() && process.canReadLine()) {
            const auto object = QJsonDocument::fromJson(process.readLine()).object();
            if (object[u"ready"].toBool())
                line = object;
        }
        return !line.isEmpty() || process.state() == QProcess::NotRunning;
    };
    [[maybe_unused]] const bool in_time = QTest::qWaitFor(said, startMs);
    return line;
}

bool Rig::start()
{
    m_sandbox.setProcessEnvironment(m_environment);
    m_sandbox.setStandardErrorFile(QProcess::nullDevice());
    m_sandbox.start(program("nadi-sandbox"),
        {QStringLiteral("--dir"), m_directory.path(), QStringLiteral("--pace"), QStringLiteral("10")});
    m_sandboxLine = readyLine(m_sandbox);
    if (m_sandboxLine.isEmpty())
        return complain("nadi-sandbox did not start");
    return openDatabase() && startBridge() && linkFacility();
}

bool Rig::openDatabase()
{
    const auto settings = Settings::load({}, m_environment);
    if (!settings)
        return complain("settings", settings.error());
    auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, m_random);
    if (!installation)
        return complain("installation", installation.error());
    m_sealer = std::move(installation->sealer);
    auto db = storage::Connection::open(installation->database, *m_sealer);
    if (!db)
        return complain("database", db.error());
    m_db = std::move(*db);

    Facility clinic;
    clinic.id = facility;
    clinic.name = QStringLiteral("Kumbha Road clinic");
    clinic.hipName = QStringLiteral("Kumbha Road");
    clinic.registryId = facility.value();
    Doctor iravati;
    iravati.id = doctor;
    iravati.name = QStringLiteral("Dr Iravati Joshi");
    iravati.registrationNumber = QStringLiteral("MCIM-I-45821");
    storage::FacilityRepository facilities(*m_db);
    if (const auto saved = facilities.save(clinic); !saved)
        return complain("facility", saved.error());
    if (const auto saved = facilities.save(iravati); !saved)
        return complain("doctor", saved.error());
    const auto scheduled
        = facilities.saveSchedule(doctor, facility, {{doctor, facility, 1, QTime(9, 0), QTime(17, 0), 15, true, true}});
    return scheduled || complain("schedule", scheduled.error());
}

bool Rig::startBridge()
{
    m_bridge = std::make_unique<QProcess>();
    m_bridge->setProcessEnvironment(desktop::bridgeEnvironment(m_environment, m_sandboxLine));
    m_bridge->setStandardErrorFile(m_directory.filePath(QStringLiteral("bridge.log")), QIODevice::Append);
    m_bridge->start(program("nadi-bridge"), {QStringLiteral("--with-parent")});
    return !readyLine(*m_bridge).isEmpty() || complain("nadi-bridge did not start");
}

void Rig::killBridge()
{
    m_bridge->kill();
    m_bridge->waitForFinished(-1);
}

bool Rig::linkFacility()
{
    auto w = work();
    if (const auto begun = clinic::beginFacilityLink(w, facility); !begun)
        return complain("link", begun.error());
    const auto listed = [this] {
        const auto link = storage::FacilityRepository(*m_db).link(facility);
        return link && link->state == FacilityLinkState::Listed;
    };
    return QTest::qWaitFor(listed, startMs) || complain("the facility was not linked");
}

Result<Patient> Rig::patient(const QString &name, const QString &address, int birthYear, Gender gender)
{
    Patient person;
    person.name = name;
    person.gender = gender;
    person.birth.year = birthYear;
    person.abhaAddress = AbhaAddress::parse(address).value();
    person.abhaVerifiedAt = m_clock.now();
    auto w = work();
    return clinic::registerPatient(w, person, facility);
}

Result<Record> Rig::draft(const PatientId &patientId)
{
    auto w = work();
    auto record = clinic::beginDraft(
        w, {patientId, facility, doctor, std::nullopt, HiType::Prescription, QDate::currentDate()});
    if (!record)
        return record;
    QImage image(600, 848, QImage::Format_RGB888);
    image.fill(QColor::fromRgb(250, 247, 238));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 80);
    clinic::AddedFile file;
    file.original = jpeg + m_ids.uuid().toLatin1();
    file.originalHash = crypto::sha256(file.original);
    file.mime = QStringLiteral("image/jpeg");
    RecordPage page;
    page.mime = file.mime;
    page.width = image.width();
    page.height = image.height();
    file.pages = {page};
    file.images = {jpeg};
    return clinic::addFile(w, record->id, file, 50, clinic::Knowing::No);
}

qint64 Rig::progress()
{
    qint64 rows = 0;
    const auto add = [&](const Result<QHash<QString, int>> &counts) {
        if (!counts)
            return;
        for (auto it = counts->cbegin(); it != counts->cend(); ++it)
            // A row counts again in each state, so that leasing and settling are points too.
            rows += it.value() * (it.key() == u"pending" || it.key() == u"new" ? 1 : 2);
    };
    add(storage::Inbox(*m_db).counts());
    add(storage::Outbox(*m_db).counts());
    return rows;
}

}
