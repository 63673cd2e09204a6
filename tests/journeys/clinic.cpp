#include "journeys/clinic.h"

#include "clinic/desk.h"
#include "clinic/link_check.h"
#include "compose/installation.h"
#include "crypto/digest.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QTest>

#include <cstdio>

namespace nadi::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int pageWidth = 620;
constexpr int pageHeight = 877;
constexpr int maxPages = 50;
// The registry shows a new service after a while, and the flow looks again every quarter of a minute (B03).
constexpr int linkMs = 60'000;

bool complain(const char *what, const Error &error = {})
{
    std::fprintf(stderr, "clinic: %s %s %s\n", what, qPrintable(error.code), qPrintable(error.detail));
    return false;
}

QJsonObject personOf(const QString &id)
{
    QFile file(QStringLiteral(NADI_SOURCE_DIR "/resources/demo/people.json"));
    if (file.open(QIODevice::ReadOnly))
        for (const auto &person : QJsonDocument::fromJson(file.readAll()).array())
            if (person[u"id"].toString() == id)
                return person.toObject();
    return {};
}

}

bool Clinic::start(AtRegistry listing, int pacePercent, const QStringList &sandboxOptions)
{
    if (!m_network.startSandbox(pacePercent, sandboxOptions))
        return complain("nadi-sandbox did not start");
    m_control = std::make_unique<Control>(m_network.sandboxLine());
    const auto word = listing == AtRegistry::Linked ? u"linked"_s : u"none"_s;
    if (!m_control->change(
            u"facility"_s, {{u"facility"_s, facility.value()}, {u"listing"_s, word}, {u"name"_s, u"Kumbha Road"_s}}))
        return complain("the registry did not take the facility");
    return openDatabase() && fill() && (m_network.startBridge() || complain("nadi-bridge did not start"));
}

void Clinic::useServer(PostgresServer &server)
{
    m_ownersLocation = server.createDatabase();
    m_network.change(u"database.backend"_s, u"postgres"_s);
    m_network.change(u"database.location"_s, server.location(server.lastDatabase(), u"nadi_test"_s));
}

bool Clinic::moveTo(const QString &file)
{
    m_network.change(u"database.location"_s, file);
    return openDatabase();
}

storage::Connection &Clinic::db()
{
    if (m_db->isLost())
        openDatabase();
    return *m_db;
}

bool Clinic::migrate(const app::Installation &installation)
{
    if (m_ownersLocation.isEmpty())
        return true;
    auto owned = installation.database;
    owned.location = m_ownersLocation;
    const auto db = storage::Connection::open(owned, *installation.sealer);
    return db || complain("migration", db.error());
}

bool Clinic::openDatabase()
{
    const auto settings = Settings::load({}, m_network.environment());
    if (!settings)
        return complain("settings", settings.error());
    auto installation = app::openInstallation(*settings, app::FirstUse::MakeKey, m_random);
    if (!installation)
        return complain("installation", installation.error());
    if (!m_db && !migrate(*installation))
        return false;
    m_database = installation->database;
    auto db = storage::Connection::open(m_database, *installation->sealer);
    if (!db)
        return complain("database", db.error());
    m_db = std::move(*db);
    m_sealer = std::move(installation->sealer);
    return true;
}

bool Clinic::fill()
{
    Facility clinic;
    clinic.id = facility;
    clinic.name = u"Kumbha Road Clinic"_s;
    clinic.hipName = u"Kumbha Road"_s;
    clinic.registryId = facility.value();
    clinic.city = u"Pune"_s;
    clinic.address = {u"14 Kumbha Road"_s};
    clinic.phone = u"+91 20 5550 0142"_s;
    Doctor iravati;
    iravati.id = doctor;
    iravati.name = u"Dr Iravati Joshi"_s;
    iravati.registrationNumber = u"MCIM-I-45821"_s;
    iravati.qualification = u"BAMS, MD (Ayurveda)"_s;
    iravati.council = u"Maharashtra Council of Indian Medicine"_s;
    QList<ScheduleBlock> week;
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday)
        week.append({doctor, facility, weekday, QTime(0, 0), QTime(23, 55), 5, true, true});
    storage::FacilityRepository facilities(*m_db);
    if (const auto saved = facilities.save(clinic); !saved)
        return complain("facility", saved.error());
    if (const auto saved = facilities.save(iravati); !saved)
        return complain("doctor", saved.error());
    const auto scheduled = facilities.saveSchedule(doctor, facility, week);
    return scheduled || complain("schedule", scheduled.error());
}

bool Clinic::linkFacility()
{
    auto w = work();
    if (const auto begun = clinic::beginFacilityLink(w, facility); !begun)
        return complain("link", begun.error());
    const auto listed = [this] {
        const auto link = storage::FacilityRepository(db()).link(facility);
        return link && link->state == FacilityLinkState::Listed;
    };
    return QTest::qWaitFor(listed, linkMs) || complain("the facility was not linked");
}

Result<Patient> Clinic::patient(const QString &id)
{
    const auto person = personOf(id);
    const auto birth = BirthDate::parse(person[u"birth"].toString());
    if (!birth)
        return failed(birth);
    const auto address = AbhaAddress::parse(person[u"abhaAddress"].toString());
    if (!address)
        return failed(address);
    Patient patient;
    patient.name = person[u"name"].toString();
    patient.gender = genderFromWire(person[u"gender"].toString());
    patient.birth = *birth;
    patient.mobile = person[u"mobile"].toString();
    patient.abhaAddress = *address;
    patient.abhaVerifiedAt = m_clock.now();
    auto w = work();
    return clinic::registerPatient(w, patient, facility);
}

Result<clinic::Signed> Clinic::signedRecord(const Patient &patient, const QList<QByteArray> &images)
{
    auto w = work();
    return signPrescription(w, facility, doctor, patient.id, images);
}

Result<clinic::Signed> signPrescription(clinic::Work &w, const FacilityId &facility, const DoctorId &doctor,
    const PatientId &patient, const QList<QByteArray> &images)
{
    auto record
        = clinic::beginDraft(w, {patient, facility, doctor, std::nullopt, HiType::Prescription, QDate::currentDate()});
    for (const auto &image : images) {
        if (!record)
            return failed(record);
        clinic::AddedFile file{image, crypto::sha256(image), u"image/jpeg"_s, {}, {image}};
        RecordPage page;
        page.originalHash = file.originalHash;
        page.mime = file.mime;
        page.width = pageWidth;
        page.height = pageHeight;
        file.pages = {page};
        record = clinic::addFile(w, record->id, file, maxPages, clinic::Knowing::No);
    }
    if (!record)
        return failed(record);
    return clinic::signRecord(w, record->id, record->version);
}

Delivery Clinic::delivery(const RecordId &record)
{
    return storage::DeliveryRepository(db()).ofRecord(record).value_or(Delivery());
}

QString Clinic::story(const Delivery &delivery)
{
    QString out = toWord(delivery.state) + u' ' + delivery.reason + u':';
    const auto lines = storage::DeliveryRepository(db()).timeline(delivery.flow);
    for (const auto &line : lines.value_or(QList<TimelineEntry>()))
        out += u' ' + line.what + (line.code.isEmpty() ? QString() : u'(' + line.code + u')');
    return out;
}

QByteArray Clinic::page(int number)
{
    QImage image(pageWidth, pageHeight, QImage::Format_RGB32);
    image.fill(QColor(250, 247, 238));
    {
        QPainter painter(&image);
        // Bars, not digits: no font is needed, and each number looks different.
        for (int bit = 0; bit < 16; ++bit)
            if (number >> bit & 1)
                painter.fillRect(40, 40 + bit * 50, pageWidth - 80, 30, Qt::darkGreen);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

}
