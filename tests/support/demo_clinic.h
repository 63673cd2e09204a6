#pragma once

#include "clinic/desk.h"
#include "clinic/work.h"
#include "storage/connection.h"
#include "storage/facility_repository.h"
#include "support/manual_clock.h"
#include "support/plain_sealer.h"
#include "support/seeded_random.h"

#include <QTemporaryDir>

namespace nadi::test
{

/// A clinic in a throw-away SQLite file: one facility, one doctor on every weekday, invented people.
class DemoClinic
{
public:
    DemoClinic()
    {
        const storage::DatabaseConfig config{
            storage::Backend::Sqlite, file(), TenantId(QStringLiteral("t1")), storage::Durability::Relaxed};
        m_db = storage::Connection::open(config, m_sealer).value();
        Facility clinic;
        clinic.id = facility;
        clinic.name = QStringLiteral("Kumbha Road clinic");
        clinic.hipName = QStringLiteral("Kumbha Road");
        clinic.registryId = facility.value();
        clinic.city = QStringLiteral("Pune");
        clinic.address = {QStringLiteral("14 Kumbha Road")};
        clinic.phone = QStringLiteral("+91 20 5550 0142");
        storage::FacilityRepository facilities(*m_db);
        [[maybe_unused]] auto saved = facilities.save(clinic);
        Doctor iravati;
        iravati.id = doctor;
        iravati.name = QStringLiteral("Dr Iravati Joshi");
        iravati.registrationNumber = QStringLiteral("MCIM-I-45821");
        iravati.qualification = QStringLiteral("BAMS, MD (Ayurveda)");
        iravati.council = QStringLiteral("Maharashtra Council of Indian Medicine");
        saved = facilities.save(iravati);
        QList<ScheduleBlock> blocks;
        for (int weekday = 1; weekday <= 7; ++weekday)
            blocks.append({doctor, facility, weekday, QTime(9, 0), QTime(17, 0), 15, true, true});
        saved = facilities.saveSchedule(doctor, facility, blocks);
    }

    QString file() const { return m_dir.filePath(QStringLiteral("clinic.db")); }
    const storage::Sealer &sealer() const { return m_sealer; }
    storage::Connection &db() { return *m_db; }
    clinic::Work work() { return {*m_db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}}; }

    Patient person(const QString &name, const QString &mobile = {}, const QString &abhaAddress = {})
    {
        Patient patient;
        patient.name = name;
        patient.gender = Gender::Female;
        patient.birth.year = 1980;
        patient.mobile = mobile;
        patient.place = QStringLiteral("Pune");
        if (!abhaAddress.isEmpty()) {
            patient.abhaAddress = AbhaAddress::parse(abhaAddress).value();
            patient.abhaVerifiedAt = clock.now();
        }
        auto w = work();
        return clinic::registerPatient(w, patient, facility).value();
    }

    const FacilityId facility{QStringLiteral("IN0710000123")};
    const DoctorId doctor{QStringLiteral("d1")};
    ManualClock clock{UtcTime::parse(u"2026-11-20T02:00:00Z").value()}; // 07:30 in India, a Friday
    SeededRandom random{42};
    RandomIdSource ids{random};

private:
    QTemporaryDir m_dir;
    PlainSealer m_sealer;
    std::unique_ptr<storage::Connection> m_db;
};

}
