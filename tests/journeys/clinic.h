#pragma once

#include "clinic/prescription.h"
#include "clinic/work.h"
#include "domain/delivery.h"
#include "domain/person.h"
#include "journeys/control.h"
#include "journeys/local_network.h"
#include "sealing/box_sealer.h"
#include "storage/connection.h"
#include "support/postgres_server.h"

#include <memory>

namespace nadi::app
{
struct Installation;
}

namespace nadi::test
{

/// A confirmed prescription of these pages.
Result<clinic::Signed> signPrescription(clinic::Work &work, const FacilityId &facility, const DoctorId &doctor,
    const PatientId &patient, const QList<QByteArray> &images);

/// One clinic with its database and its local network, without a window: what a person does at the desk is called.
class Clinic
{
public:
    enum class AtRegistry { Linked, Unlinked };

    /// Before start(): a fresh database of this server instead of a file.
    void useServer(PostgresServer &server);
    /// Goes on with another database file under the same key; while no bridge runs.
    bool moveTo(const QString &file);
    /// Sandbox up, facility and doctor in the database, bridge up. The reason of a failure is printed.
    [[nodiscard]] bool start(AtRegistry listing, int pacePercent, const QStringList &sandboxOptions = {});
    /// What a manager did when the clinic was set up; returns when the registry lists it.
    [[nodiscard]] bool linkFacility();

    LocalNetwork &network() { return m_network; }
    Control &control() { return *m_control; }
    /// A connection that the server dropped is opened again.
    storage::Connection &db();
    /// For whatever else looks at the same clinic: a change feed, a second desk.
    const storage::DatabaseConfig &database() const { return m_database; }
    clinic::Work work() { return {db(), m_clock, m_ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}}; }

    /// One of the sandbox's people (resources/demo/people.json), with a verified address.
    Result<Patient> patient(const QString &id);
    Result<clinic::Signed> signedRecord(const Patient &patient, const QList<QByteArray> &images);
    Delivery delivery(const RecordId &record);
    /// State, reason and timeline, for the report of a failure.
    QString story(const Delivery &delivery);
    /// A page that no other page is equal to.
    static QByteArray page(int number);

    const FacilityId facility{QStringLiteral("IN2710004321")};
    const DoctorId doctor{QStringLiteral("iravati")};

private:
    bool migrate(const app::Installation &installation);
    bool openDatabase();
    bool fill();

    LocalNetwork m_network;
    QString m_ownersLocation; ///< of a server's database: who may migrate it
    SystemClock m_clock;
    SystemRandom m_random;
    RandomIdSource m_ids{m_random};
    std::unique_ptr<sealing::SealedBoxSealer> m_sealer;
    storage::DatabaseConfig m_database;
    std::unique_ptr<storage::Connection> m_db;
    std::unique_ptr<Control> m_control;
};

}
