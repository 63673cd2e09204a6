#include "demo_clinic.h"

#include "clinic/booking.h"
#include "clinic/desk.h"
#include "common/freed_memory.h"
#include "storage/facility_repository.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{

// Far longer than filling takes; the holds become appointments at once.
constexpr std::chrono::minutes holdLife{5};
// How far to look for a day on which a doctor still has enough slots: late in the evening that is tomorrow.
constexpr int daysAhead = 2;

QJsonDocument resource(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

Facility facilityFrom(const QJsonObject &json)
{
    Facility facility;
    facility.id = FacilityId(json[u"id"].toString());
    facility.name = json[u"name"].toString();
    facility.hipName = json[u"hipName"].toString();
    facility.registryId = json[u"registryId"].toString();
    facility.city = json[u"city"].toString();
    for (const auto &line : json[u"address"].toArray())
        facility.address << line.toString();
    facility.pinCode = json[u"pinCode"].toString();
    facility.phone = json[u"phone"].toString();
    facility.email = json[u"email"].toString();
    return facility;
}

Doctor doctorFrom(const QJsonObject &json)
{
    return {DoctorId(json[u"id"].toString()), json[u"name"].toString(), json[u"registration"].toString(),
        json[u"hprId"].toString(), json[u"qualification"].toString(), json[u"speciality"].toString(),
        json[u"council"].toString(), json[u"phone"].toString(), json[u"email"].toString()};
}

QList<ScheduleBlock> blocksFrom(const QJsonObject &json, const FacilityId &facility)
{
    QList<ScheduleBlock> blocks;
    for (const auto &day : json[u"days"].toArray()) {
        for (const auto &row : json[u"blocks"].toArray()) {
            const auto block = row.toArray();
            blocks.append({DoctorId(json[u"id"].toString()), facility, day.toInt(),
                QTime::fromString(block[0].toString(), u"HH:mm"_s), QTime::fromString(block[1].toString(), u"HH:mm"_s),
                block[2].toInt(), true, json[u"tele"].toBool(true)});
        }
    }
    return blocks;
}

enum class Abha { None, Known, Verified };

Result<Patient> patientFrom(const QJsonObject &json, Abha abha, UtcTime now)
{
    Patient patient;
    patient.name = json[u"name"].toString();
    patient.gender = genderFromWire(json[u"gender"].toString());
    patient.mobile = json[u"mobile"].toString();
    patient.place = json[u"place"].toString();
    const auto birth = BirthDate::parse(json[u"birth"].toString());
    if (!birth)
        return failed(birth);
    patient.birth = *birth;
    if (abha == Abha::None)
        return patient;
    const auto number = AbhaNumber::parse(json[u"abhaNumber"].toString());
    const auto address = AbhaAddress::parse(json[u"abhaAddress"].toString());
    if (!number)
        return failed(number);
    if (!address)
        return failed(address);
    patient.abhaNumber = *number;
    patient.abhaAddress = *address;
    if (abha == Abha::Verified)
        patient.abhaVerifiedAt = now;
    return patient;
}

/// Fills one part after the other; remembers who got which id.
class Filling
{
public:
    Filling(clinic::Work &work, const QJsonObject &demo)
        : m_work(work)
        , m_demo(demo)
        , m_facility(facilityFrom(demo[u"facility"].toObject()))
    {
    }

    Done places()
    {
        storage::FacilityRepository facilities(m_work.db);
        if (const auto saved = facilities.save(m_facility); !saved)
            return saved;
        for (const auto &row : m_demo[u"doctors"].toArray()) {
            const auto doctor = doctorFrom(row.toObject());
            if (const auto saved = facilities.save(doctor); !saved)
                return saved;
            if (const auto saved
                = facilities.saveSchedule(doctor.id, m_facility.id, blocksFrom(row.toObject(), m_facility.id));
                !saved)
                return saved;
        }
        return {};
    }

    Done people()
    {
        // The sample people have sample Aadhaar numbers, and the window is not to keep even those
        // (docs/cryptography.md).
        const FreedMemoryWiper wiper;
        const auto verified = m_demo[u"verified"].toArray();
        const auto known = m_demo[u"known"].toArray();
        for (const auto &row : resource(u"people.json"_s).array()) {
            const auto id = row[u"id"];
            const auto abha = verified.contains(id) ? Abha::Verified : known.contains(id) ? Abha::Known : Abha::None;
            if (const auto added = add(row.toObject(), abha); !added)
                return added;
        }
        for (const auto &row : m_demo[u"patients"].toArray())
            if (const auto added = add(row.toObject(), Abha::None); !added)
                return added;
        return {};
    }

    Done appointments()
    {
        const QTimeZone zone(m_facility.timeZone.toLatin1());
        const QDate today = m_work.clock.now().toDateTime().toTimeZone(zone).date();
        QHash<QString, QList<Slot>> offered;
        for (const auto &row : m_demo[u"appointments"].toArray()) {
            const auto doctor = row[u"doctor"].toString();
            if (!offered.contains(doctor)) {
                const auto slots = slotsFor(DoctorId(doctor), today);
                if (!slots)
                    return failed(slots);
                offered.insert(doctor, *slots);
            }
            const auto &slots = offered[doctor];
            const auto index = row[u"slot"].toInt();
            if (index < slots.size())
                if (const auto booked = book(row.toObject(), slots[index]); !booked)
                    return booked;
        }
        return {};
    }

private:
    Done add(const QJsonObject &json, Abha abha)
    {
        const auto patient = patientFrom(json, abha, m_work.clock.now());
        if (!patient)
            return failed(patient);
        const auto registered = clinic::registerPatient(m_work, *patient, m_facility.id);
        if (!registered)
            return failed(registered);
        m_patients.insert(json[u"id"].toString(), registered->id);
        return {};
    }

    Result<QList<Slot>> slotsFor(const DoctorId &doctor, QDate today)
    {
        QList<Slot> slots;
        for (int day = 0; day < daysAhead && slots.isEmpty(); ++day) {
            const auto free = clinic::freeSlots(m_work, m_facility.id, doctor, today.addDays(day), VisitMode::InPerson);
            if (!free)
                return failed(free);
            slots = *free;
        }
        return slots;
    }

    Done book(const QJsonObject &json, const Slot &slot)
    {
        const auto hold = clinic::holdSlot(m_work, slot, holdLife);
        if (!hold)
            return failed(hold);
        const auto mode = json[u"mode"].toString() == u"tele" ? VisitMode::Tele : VisitMode::InPerson;
        const auto visit
            = clinic::book(m_work, {*hold, m_patients.value(json[u"patient"].toString()), mode, u"desk"_s});
        if (!visit)
            return failed(visit);
        if (!json[u"arrived"].toBool())
            return {};
        const auto arrived = clinic::markArrived(m_work, visit->id, visit->version);
        return arrived ? Done{} : Done(failed(arrived));
    }

    clinic::Work &m_work;
    const QJsonObject &m_demo;
    Facility m_facility;
    QHash<QString, PatientId> m_patients;
};

}

DemoClinic DemoClinic::describe()
{
    const auto demo = resource(u"clinic.json"_s).object();
    const auto user = demo[u"user"].toObject();
    return {facilityFrom(demo[u"facility"].toObject()), {UserId(user[u"id"].toString()), Role::Clerk},
        user[u"name"].toString()};
}

Done fillDemoClinic(clinic::Work &work)
{
    const auto there = storage::FacilityRepository(work.db).facilities();
    if (!there)
        return failed(there);
    if (!there->isEmpty())
        return {};
    const auto demo = resource(u"clinic.json"_s).object();
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return transaction.begun();
    Filling filling(work, demo);
    for (const auto part : {&Filling::places, &Filling::people, &Filling::appointments})
        if (const auto done = (filling.*part)(); !done)
            return done;
    return transaction.commit();
}

}
