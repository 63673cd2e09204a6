#include "clinic_file.h"

#include "json_members.h"

#include <QSet>
#include <QTimeZone>

namespace nadi::ctl
{
namespace
{
constexpr qint64 largestClinic = 1024 * 1024;
constexpr qsizetype mostDoctors = 500;
constexpr qsizetype mostStaff = 500;
constexpr qsizetype mostBlocksOfADay = 24;
constexpr qsizetype longestServiceName = 15; // abdm-v3-gateway.md 2.3
constexpr qsizetype longestId = 64;
constexpr qsizetype mostAddressLines = 4; // the head of an A5 sheet has room for them
constexpr int shortestSlot = 5, longestSlot = 240; // minutes

bool isPlain(QStringView text, QStringView besides)
{
    return std::all_of(text.begin(), text.end(),
        [&](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || besides.contains(c); });
}

/// Ids are the one thing of a clinic that stays readable in the database: no room for a sentence.
QString readId(JsonMembers &members)
{
    const auto id = members.needed("id");
    if (id.size() > longestId || !isPlain(id, u"-_."))
        members.refuse(members.placeOf("id"), QStringLiteral("has at most 64 letters, digits, - _ and ."));
    return id;
}

Result<Facility> readFacility(const QJsonValue &value)
{
    JsonMembers members(value, QStringLiteral("facility"));
    Facility facility;
    facility.id = FacilityId(readId(members));
    facility.name = members.needed("name");
    facility.hipName = members.text("hipName");
    if (facility.hipName.size() > longestServiceName || !isPlain(facility.hipName, u" "))
        members.refuse(members.placeOf("hipName"), QStringLiteral("has at most 15 letters, digits and blanks"));
    facility.registryId = members.text("registryId");
    facility.city = members.text("city");
    for (const auto &line : members.list("address", mostAddressLines))
        facility.address << line.toString();
    facility.pinCode = members.text("pinCode");
    facility.phone = members.text("phone");
    facility.email = members.text("email");
    if (members.has("timeZone"))
        facility.timeZone = members.text("timeZone");
    if (!QTimeZone(facility.timeZone.toLatin1()).isValid())
        members.refuse(members.placeOf("timeZone"), QStringLiteral("is not a time zone like Asia/Kolkata"));
    if (const auto done = members.done(); !done)
        return failed(done);
    return facility;
}

/// Reads ["09:00", "13:00", 15] and says what is wrong with it, or nothing.
QString readBlock(const QJsonArray &row, ScheduleBlock &block)
{
    const auto format = QStringLiteral("HH:mm");
    block.from = QTime::fromString(row.at(0).toString(), format);
    block.to = QTime::fromString(row.at(1).toString(), format);
    block.slotMinutes = row.at(2).toInt();
    if (row.size() != 3 || !block.from.isValid() || !block.to.isValid())
        return QStringLiteral("must be like [\"09:00\", \"13:00\", 15]");
    if (block.slotMinutes < shortestSlot || block.slotMinutes > longestSlot)
        return QStringLiteral("has visits of %1 to %2 minutes").arg(shortestSlot).arg(longestSlot);
    if (block.from.secsTo(block.to) < block.slotMinutes * 60)
        return QStringLiteral("ends before one visit is over");
    return {};
}

QList<ScheduleBlock> readWeek(JsonMembers &members, const DoctorId &doctor, const FacilityId &facility)
{
    QList<ScheduleBlock> day, week;
    const auto rows = members.list("blocks", mostBlocksOfADay);
    const bool tele = members.flag("tele", true), inPerson = members.flag("inPerson", true);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        ScheduleBlock block{doctor, facility, 1, {}, {}, 0, inPerson, tele};
        if (const auto fault = readBlock(rows[i].toArray(), block); !fault.isEmpty())
            members.refuse(QStringLiteral("%1[%2]").arg(members.placeOf("blocks")).arg(i), fault);
        for (const auto &earlier : day)
            if (block.from < earlier.to && earlier.from < block.to)
                members.refuse(QStringLiteral("%1[%2]").arg(members.placeOf("blocks")).arg(i),
                    QStringLiteral("overlaps another one"));
        day.append(block);
    }
    QSet<int> seen;
    for (const auto &each : members.list("days", 7)) {
        const int weekday = each.toInt();
        if (weekday < 1 || weekday > 7 || seen.contains(weekday))
            members.refuse(members.placeOf("days"), QStringLiteral("are 1 (Monday) to 7 (Sunday), each once"));
        seen.insert(weekday);
        for (auto &block : day) {
            block.weekday = weekday;
            week.append(block);
        }
    }
    if (week.isEmpty()) // nobody could ever book this doctor, and no list would show him
        members.refuse(members.placeOf(seen.isEmpty() ? "days" : "blocks"), QStringLiteral("is needed"));
    return week;
}

Result<clinic::DoctorSetup> readDoctor(const QJsonValue &value, const QString &place, const FacilityId &facility)
{
    JsonMembers members(value, place);
    clinic::DoctorSetup setup;
    setup.doctor.id = DoctorId(readId(members));
    setup.doctor.name = members.needed("name");
    setup.doctor.registrationNumber = members.needed("registration");
    setup.doctor.hprId = members.text("hprId");
    setup.doctor.qualification = members.text("qualification");
    setup.doctor.speciality = members.text("speciality");
    setup.doctor.council = members.text("council");
    setup.doctor.phone = members.text("phone");
    setup.doctor.email = members.text("email");
    setup.blocks = readWeek(members, setup.doctor.id, facility);
    if (const auto done = members.done(); !done)
        return failed(done);
    return setup;
}

/// {"user", "role"}: who signs in to a computer under this name has this role at the facility.
Result<StaffRole> readStaff(const QJsonValue &value, const QString &place, const FacilityId &facility)
{
    JsonMembers members(value, place);
    const auto user = members.needed("user");
    if (user.size() > longestId || !isPlain(user, u"-_.@\\"))
        members.refuse(members.placeOf("user"), QStringLiteral("is the name of an account of the computer"));
    const auto role = staffRoleFromWord(members.needed("role"));
    if (!role)
        members.refuse(members.placeOf("role"), QStringLiteral("is one of clerk, doctor, manager, administrator"));
    if (const auto done = members.done(); !done)
        return failed(done);
    return StaffRole{UserId(user), facility, *role};
}
}

Result<clinic::ClinicSetup> readClinicFile(const QString &path)
{
    const auto json = readJsonFile(path, largestClinic);
    if (!json)
        return failed(json);
    JsonMembers members(*json, {});
    clinic::ClinicSetup setup;
    const auto facility = readFacility(members.value("facility"));
    if (!facility)
        return failed(facility);
    setup.facility = *facility;
    const auto rows = members.list("doctors", mostDoctors);
    if (rows.isEmpty())
        members.refuse(QStringLiteral("doctors"), QStringLiteral("is needed"));
    QSet<QString> ids;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto place = QStringLiteral("doctors[%1]").arg(i);
        auto doctor = readDoctor(rows[i], place, facility->id);
        if (!doctor)
            return failed(doctor);
        if (ids.contains(doctor->doctor.id.value()))
            members.refuse(place + QStringLiteral(".id"), QStringLiteral("is there twice"));
        ids.insert(doctor->doctor.id.value());
        setup.doctors.append(std::move(*doctor));
    }
    if (members.has("staff")) {
        QList<StaffRole> staff;
        const auto people = members.list("staff", mostStaff);
        for (qsizetype i = 0; i < people.size(); ++i) {
            const auto place = QStringLiteral("staff[%1]").arg(i);
            const auto one = readStaff(people[i], place, facility->id);
            if (!one)
                return failed(one);
            if (std::ranges::find(staff, one->user, &StaffRole::user) != staff.end())
                members.refuse(place + QStringLiteral(".user"), QStringLiteral("is there twice"));
            staff += *one;
        }
        setup.staff = staff;
    }
    if (const auto done = members.done(); !done)
        return failed(done);
    return setup;
}

}
