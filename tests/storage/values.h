#pragma once

#include "domain/clinic.h"
#include "domain/person.h"
#include "domain/record.h"

#include <QDate>

namespace nadi::test
{

// The people and things that storage tests speak of.

inline const UtcTime morning = UtcTime::fromMs(1'795'230'000'000); // 2026-11-21T03:00:00Z
inline const FacilityId kr{QStringLiteral("IN0710000123")};
inline const DoctorId iravati{QStringLiteral("doctor-1")};
inline const Actor clerk{UserId(QStringLiteral("user-clerk")), Role::Clerk};

using namespace std::chrono_literals;

inline Facility krishnaRoad()
{
    return {kr, QStringLiteral("Krishna Road Clinic"), QStringLiteral("KR Clinic"), kr.value(), QStringLiteral("Pune"),
        QStringLiteral("Asia/Kolkata")};
}

inline Patient asha(const QString &id = QStringLiteral("patient-1"))
{
    Patient patient;
    patient.id = PatientId(id);
    patient.name = QStringLiteral("Asha Kulkarni");
    patient.gender = Gender::Female;
    patient.birth = *BirthDate::parse(u"1990-04-02");
    patient.mobile = QStringLiteral("9876543210");
    patient.place = QStringLiteral("Pune");
    patient.abhaNumber = *AbhaNumber::parse(u"91-1234-5678-9012");
    if (id != u"patient-1") // an ABHA number is one person's
        patient.abhaNumber
            = *AbhaNumber::parse(QStringLiteral("91%1").arg(qHash(id) % 1'000'000'000'000, 12, 10, QLatin1Char('0')));
    patient.abhaAddress = *AbhaAddress::parse(u"asha.k@sbx");
    patient.abhaVerifiedAt = morning;
    patient.createdAt = morning;
    patient.version = 1;
    return patient;
}

inline Slot slotAt(UtcTime start)
{
    return {kr, iravati, start, start + 15min};
}

inline Appointment appointment(const QString &id, const Slot &slot)
{
    Appointment out;
    out.id = AppointmentId(id);
    out.slot = slot;
    out.patient = PatientId(QStringLiteral("patient-1"));
    out.source = QStringLiteral("desk");
    return out;
}

inline Record draft(const QString &id)
{
    Record record;
    record.id = RecordId(id);
    record.patient = PatientId(QStringLiteral("patient-1"));
    record.facility = kr;
    record.doctor = iravati;
    record.type = HiType::Prescription;
    record.issuedOn = QDate(2026, 11, 21);
    return record;
}

inline RecordPage page(const QString &id, int position, const QByteArray &originalHash = QByteArray(32, 'h'))
{
    RecordPage out;
    out.id = PageId(id);
    out.position = position;
    out.originalHash = originalHash;
    out.mime = QStringLiteral("image/jpeg");
    out.width = 1240;
    out.height = 1754;
    out.source = PageSource::Drop;
    return out;
}

}
