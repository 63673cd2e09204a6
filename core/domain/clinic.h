#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"

#include <QDate>
#include <QStringList>
#include <QTime>

#include <optional>

namespace nadi
{

/// One physical clinic.
struct Facility
{
    FacilityId id; ///< HFR id; empty registryId means not registered yet
    QString name;
    QString hipName; ///< at most 15 letters, digits and blanks, shown to patients (abdm-v3-gateway.md 2.3)
    QString registryId; ///< HFR id, empty when the facility has none
    QString city;
    QString timeZone = QStringLiteral("Asia/Kolkata");
    // What the head of a printed sheet says beside the name (telemedicine-rules.md section 4).
    QStringList address = {}; ///< lines as on the letterhead, without the city
    QString pinCode = {};
    QString phone = {}; ///< as it is printed: "+91 20 2612 0000"
    QString email = {};

    bool operator==(const Facility &) const = default;
};

/// Gate G1: what the last bridge-services listing said about a facility.
enum class FacilityLinkState {
    Unknown, ///< never looked, or the gateway was not reachable
    NotListed, ///< not in the listing under our bridge
    ListedElsewhere, ///< served by another bridge
    NoRegistryId,
    Registering, ///< registration sent, proof pending
    Listed,
};

struct FacilityLink
{
    FacilityId facility;
    FacilityLinkState state = FacilityLinkState::Unknown;
    UtcTime checkedAt;
    QString detailCode; ///< of the last failure, for support
};

/// The day on the clinic's wall. UTC for an unknown time zone.
QDate clinicDay(const Facility &facility, UtcTime at);

struct Doctor
{
    DoctorId id;
    QString name; ///< "Dr Iravati Joshi"
    QString registrationNumber;
    QString hprId; ///< HPR id "71-…", may be empty
    QString qualification; ///< "BAMS, MD (Ayurveda)"
    QString speciality;
    QString council = {}; ///< that gave the registration number, by its name in HPR; empty when nobody looked
    QString phone = {}; ///< the doctor's own, where patients may have it; else the clinic's stands
    QString email = {};

    bool operator==(const Doctor &) const = default;
};

enum class VisitMode { InPerson, Tele };

/// How a tele-consultation was held (telemedicine-rules.md T6).
enum class TeleMode { Video, Audio, Text };

/// One weekly block of a doctor's schedule at a facility, in the facility's local time.
struct ScheduleBlock
{
    DoctorId doctor;
    FacilityId facility;
    int weekday = 1; ///< 1 Monday … 7 Sunday
    QTime from;
    QTime to;
    int slotMinutes = 15;
    bool inPerson = true;
    bool tele = true;
};

struct Slot
{
    FacilityId facility;
    DoctorId doctor;
    UtcTime start;
    UtcTime end;

    bool operator==(const Slot &) const = default;
};

struct SlotHold
{
    HoldId id;
    Slot slot;
    UtcTime expiresAt;
};

enum class AppointmentStatus { Booked, Arrived, WithDoctor, Done, NoShow, Cancelled };

struct Appointment
{
    AppointmentId id;
    Slot slot;
    PatientId patient;
    VisitMode mode = VisitMode::InPerson;
    AppointmentStatus status = AppointmentStatus::Booked;
    QString source; ///< "desk", "kiosk", "phone", "share"
    QString cancelReason;
    int token = 0; ///< queue number of the day at this facility, 0 until arrived
    qint64 version = 0;
};

/// Who does something; every audited operation takes one.
enum class Role { Clerk, Doctor, Manager, Administrator, System };

struct Actor
{
    UserId user;
    Role role = Role::System;
};

QString toWord(FacilityLinkState state);
FacilityLinkState facilityLinkStateFromWord(QStringView word);
QString toWord(VisitMode mode);
VisitMode visitModeFromWord(QStringView word);
QString toWord(TeleMode mode);
std::optional<TeleMode> teleModeFromWord(QStringView word);
QString toWord(AppointmentStatus status);
AppointmentStatus appointmentStatusFromWord(QStringView word);
QString toWord(Role role);

}
