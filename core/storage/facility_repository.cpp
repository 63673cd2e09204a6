#include "storage/facility_repository.h"

#include "storage/sealing.h"
#include "storage/sql.h"

#include <QJsonArray>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String facilityTable{"facility"};
constexpr QLatin1String doctorTable{"doctor"};

QJsonObject toJson(const Facility &facility)
{
    return {
        {QStringLiteral("name"), facility.name},
        {QStringLiteral("hipName"), facility.hipName},
        {QStringLiteral("city"), facility.city},
        {QStringLiteral("timeZone"), facility.timeZone},
        {QStringLiteral("address"), QJsonArray::fromStringList(facility.address)},
        {QStringLiteral("pinCode"), facility.pinCode},
        {QStringLiteral("phone"), facility.phone},
        {QStringLiteral("email"), facility.email},
    };
}

QJsonObject toJson(const Doctor &doctor)
{
    return {
        {QStringLiteral("name"), doctor.name},
        {QStringLiteral("registrationNumber"), doctor.registrationNumber},
        {QStringLiteral("hprId"), doctor.hprId},
        {QStringLiteral("qualification"), doctor.qualification},
        {QStringLiteral("speciality"), doctor.speciality},
        {QStringLiteral("council"), doctor.council},
        {QStringLiteral("phone"), doctor.phone},
        {QStringLiteral("email"), doctor.email},
    };
}

QStringList texts(const QJsonValue &list)
{
    QStringList all;
    for (const auto &one : list.toArray())
        all << one.toString();
    return all;
}

/// Columns: id, registry_id, sealed.
Result<Facility> readFacility(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, facilityTable, row.text(0), row.bytes(2));
    if (!json)
        return failed(json);
    return Facility{
        .id = row.id<FacilityId>(0),
        .name = (*json)[u"name"].toString(),
        .hipName = (*json)[u"hipName"].toString(),
        .registryId = row.text(1),
        .city = (*json)[u"city"].toString(),
        .timeZone = (*json)[u"timeZone"].toString(),
        .address = texts((*json)[u"address"]),
        .pinCode = (*json)[u"pinCode"].toString(),
        .phone = (*json)[u"phone"].toString(),
        .email = (*json)[u"email"].toString(),
    };
}

/// Columns: id, sealed.
Result<Doctor> readDoctor(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, doctorTable, row.text(0), row.bytes(1));
    if (!json)
        return failed(json);
    return Doctor{
        .id = row.id<DoctorId>(0),
        .name = (*json)[u"name"].toString(),
        .registrationNumber = (*json)[u"registrationNumber"].toString(),
        .hprId = (*json)[u"hprId"].toString(),
        .qualification = (*json)[u"qualification"].toString(),
        .speciality = (*json)[u"speciality"].toString(),
        .council = (*json)[u"council"].toString(),
        .phone = (*json)[u"phone"].toString(),
        .email = (*json)[u"email"].toString(),
    };
}

int minuteOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

QTime timeOf(qint64 minute)
{
    return QTime(0, 0).addSecs(int(minute) * 60);
}

}

Done FacilityRepository::save(const Facility &facility)
{
    const auto sealed = sealJson(m_db, facilityTable, facility.id.value(), toJson(facility));
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO facility (tenant, id, registry_id, sealed) VALUES (?, ?, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET registry_id = excluded.registry_id, sealed = excluded.sealed",
        ofTenant(m_db, {value(facility.id), facility.registryId, *sealed}));
}

Result<Facility> FacilityRepository::facility(const FacilityId &id) const
{
    auto rows = run(
        m_db, u"SELECT id, registry_id, sealed FROM facility WHERE tenant = ? AND id = ?", ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("FACILITY-UNKNOWN"));
    return readFacility(m_db, *rows);
}

Result<QList<Facility>> FacilityRepository::facilities() const
{
    auto rows
        = run(m_db, u"SELECT id, registry_id, sealed FROM facility WHERE tenant = ? ORDER BY id", ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return all<Facility>(*rows, [this](const Rows &row) { return readFacility(m_db, row); });
}

Done FacilityRepository::saveLink(const FacilityLink &link)
{
    return execute(m_db,
        u"INSERT INTO facility_link (tenant, facility, state, checked_at, detail_code) VALUES (?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, facility) DO UPDATE SET state = excluded.state, checked_at = excluded.checked_at,"
        u" detail_code = excluded.detail_code",
        ofTenant(m_db, {value(link.facility), toWord(link.state), value(link.checkedAt), link.detailCode}));
}

Result<FacilityLink> FacilityRepository::link(const FacilityId &id) const
{
    auto rows = run(m_db, u"SELECT state, checked_at, detail_code FROM facility_link WHERE tenant = ? AND facility = ?",
        ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    FacilityLink link{.facility = id, .state = FacilityLinkState::Unknown, .checkedAt = {}, .detailCode = {}};
    if (rows->next()) {
        link.state = facilityLinkStateFromWord(rows->text(0));
        link.checkedAt = rows->time(1);
        link.detailCode = rows->text(2);
    }
    return link;
}

Done FacilityRepository::markTaken(const QString &subject, UtcTime at)
{
    return execute(m_db,
        u"INSERT INTO registry_taken (tenant, subject, at) VALUES (?, ?, ?)"
        u" ON CONFLICT (tenant, subject) DO UPDATE SET at = excluded.at",
        ofTenant(m_db, {subject, value(at)}));
}

Result<QStringList> FacilityRepository::takenOver() const
{
    auto rows = run(m_db, u"SELECT subject FROM registry_taken WHERE tenant = ?", ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    QStringList out;
    while (rows->next())
        out += rows->text(0);
    return out;
}

Done FacilityRepository::save(const Doctor &doctor)
{
    const auto sealed = sealJson(m_db, doctorTable, doctor.id.value(), toJson(doctor));
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO doctor (tenant, id, sealed) VALUES (?, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET sealed = excluded.sealed",
        ofTenant(m_db, {value(doctor.id), *sealed}));
}

Result<Doctor> FacilityRepository::doctor(const DoctorId &id) const
{
    auto rows = run(m_db, u"SELECT id, sealed FROM doctor WHERE tenant = ? AND id = ?", ofTenant(m_db, {value(id)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::NotFound, QStringLiteral("DOCTOR-UNKNOWN"));
    return readDoctor(m_db, *rows);
}

Result<QList<Doctor>> FacilityRepository::doctorsAt(const FacilityId &id) const
{
    auto rows = run(m_db,
        u"SELECT id, sealed FROM doctor WHERE tenant = ? AND id IN"
        u" (SELECT doctor FROM schedule_block WHERE tenant = ? AND facility = ?) ORDER BY id",
        ofTenant(m_db, {value(m_db.tenant()), value(id)}));
    if (!rows)
        return failed(rows);
    return all<Doctor>(*rows, [this](const Rows &row) { return readDoctor(m_db, row); });
}

Done FacilityRepository::saveSchedule(
    const DoctorId &doctor, const FacilityId &facility, const QList<ScheduleBlock> &blocks)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    if (auto done = execute(m_db, u"DELETE FROM schedule_block WHERE tenant = ? AND facility = ? AND doctor = ?",
            ofTenant(m_db, {value(facility), value(doctor)}));
        !done)
        return done;
    for (const auto &block : blocks)
        if (auto done = execute(m_db,
                u"INSERT INTO schedule_block (tenant, facility, doctor, weekday, from_minute, to_minute, slot_minutes,"
                u" in_person, tele) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ofTenant(m_db,
                    {value(facility), value(doctor), block.weekday, minuteOf(block.from), minuteOf(block.to),
                        block.slotMinutes, int(block.inPerson), int(block.tele)}));
            !done)
            return done;
    return transaction.commit();
}

Result<QList<ScheduleBlock>> FacilityRepository::schedule(const DoctorId &doctor, const FacilityId &facility) const
{
    auto rows = run(m_db,
        u"SELECT weekday, from_minute, to_minute, slot_minutes, in_person, tele FROM schedule_block"
        u" WHERE tenant = ? AND facility = ? AND doctor = ? ORDER BY weekday, from_minute",
        ofTenant(m_db, {value(facility), value(doctor)}));
    if (!rows)
        return failed(rows);
    return all<ScheduleBlock>(*rows, [&](const Rows &row) -> Result<ScheduleBlock> {
        return ScheduleBlock{
            .doctor = doctor,
            .facility = facility,
            .weekday = int(row.number(0)),
            .from = timeOf(row.number(1)),
            .to = timeOf(row.number(2)),
            .slotMinutes = int(row.number(3)),
            .inPerson = row.flag(4),
            .tele = row.flag(5),
        };
    });
}

}
