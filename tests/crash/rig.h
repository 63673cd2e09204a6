#pragma once

#include "clinic/work.h"
#include "domain/person.h"
#include "domain/record.h"
#include "sealing/box_sealer.h"
#include "storage/connection.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace nadi::test
{

/// A clinic's database with the real nadi-sandbox and the real nadi-bridge as processes that a test may kill.
class Rig
{
public:
    Rig();
    ~Rig();

    /// Sandbox up, clinic in the database, bridge up, facility linked. The reason of a failure is printed.
    bool start();
    bool startBridge();
    /// SIGKILL: no handler runs, nothing is flushed.
    void killBridge();

    storage::Connection &db() { return *m_db; }
    clinic::Work work() { return {*m_db, m_clock, m_ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}}; }
    /// A person whom the sandbox's ABHA app knows, with a verified address.
    Result<Patient> patient(const QString &name, const QString &address, int birthYear, Gender gender);
    /// A draft with one page, not signed.
    Result<Record> draft(const PatientId &patient);
    /// How many rows tell the story so far: timeline, inbox, outbox. Grows at every point where a crash could hurt.
    qint64 progress();
    const QJsonObject &sandboxLine() const { return m_sandboxLine; }
    QProcessEnvironment environment() const { return m_environment; }

    const FacilityId facility{QStringLiteral("IN2710004321")};
    const DoctorId doctor{QStringLiteral("iravati")};

private:
    bool openDatabase();
    bool linkFacility();
    QJsonObject readyLine(QProcess &process);

    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
    SystemClock m_clock;
    SystemRandom m_random;
    RandomIdSource m_ids{m_random};
    std::unique_ptr<sealing::SealedBoxSealer> m_sealer;
    std::unique_ptr<storage::Connection> m_db;
    QProcess m_sandbox;
    std::unique_ptr<QProcess> m_bridge;
    QJsonObject m_sandboxLine;
};

}
