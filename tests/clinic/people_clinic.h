#pragma once

#include "clinic/attach_abha.h"
#include "clinic/booking.h"
#include "clinic/desk.h"
#include "clinic/merge.h"
#include "clinic/prescription.h"
#include "storage/databases.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"
#include "support/faulty_sealer.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"

namespace nadi::test
{

/// Two facilities with one doctor, over an open database.
class PeopleClinic
{
public:
    explicit PeopleClinic(storage::Connection &database)
        : db(database)
    {
        storage::FacilityRepository facilities(db);
        for (const auto &id : {here, branch}) {
            Facility facility;
            facility.id = id;
            facility.registryId = id.value();
            facility.name = id == here ? QStringLiteral("Krishna Road") : QStringLiteral("Branch Office");
            [[maybe_unused]] const auto saved = facilities.save(facility);
        }
        Doctor iravati;
        iravati.id = doctor;
        iravati.name = QStringLiteral("Dr Iravati Joshi");
        iravati.registrationNumber = QStringLiteral("MCIM-I-45821");
        [[maybe_unused]] const auto saved = facilities.save(iravati);
    }

    clinic::Work work() { return {db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}}; }

    Patient person(const QString &name, const QString &mobile = {}, const FacilityId &facility = {})
    {
        Patient patient;
        patient.name = name;
        patient.gender = Gender::Female;
        patient.birth = *BirthDate::parse(u"1990-04-02");
        patient.mobile = mobile;
        auto w = work();
        return clinic::registerPatient(w, patient, facility.isEmpty() ? here : facility).value();
    }
    Patient file(const PatientId &id) { return storage::PatientRepository(db).asFiled(id, here).value(); }

    clinic::AttachOutcome attach(const Patient &patient, const AbhaProfile &profile,
        const QString &reason = QStringLiteral("card shown"), AbhaProof proof = AbhaProof::AadhaarOtp)
    {
        auto w = work();
        clinic::AttachRequest request;
        request.patient = patient.id;
        request.version = file(patient.id).version;
        request.facility = here;
        request.profile = profile;
        request.proof = proof;
        request.reason = reason;
        return clinic::attachAbha(w, request).value();
    }

    Appointment book(const PatientId &patient, int slot)
    {
        auto w = work();
        const auto start = clock.now() + std::chrono::minutes(15 * slot + 60);
        const Slot free{here, doctor, start, start + std::chrono::minutes(15)};
        const auto hold = clinic::holdSlot(w, free, std::chrono::minutes(5)).value();
        return clinic::book(w, {hold, patient, VisitMode::InPerson, QStringLiteral("desk")}).value();
    }

    Record draft(const PatientId &patient)
    {
        auto w = work();
        const auto begun
            = clinic::beginDraft(w, {patient, here, doctor, std::nullopt, HiType::Prescription, QDate(2026, 11, 20)});
        RecordPage page;
        page.mime = QStringLiteral("image/jpeg");
        page.width = 100;
        page.height = 141;
        const auto name = ids.uuid().toUtf8();
        return clinic::addFile(w, begun->id,
            {name, name.left(32), QStringLiteral("image/jpeg"), {page}, {QByteArray("clean")}}, 9,
            clinic::Knowing::AddAnyway)
            .value();
    }
    clinic::Signed sign(const Record &record)
    {
        auto w = work();
        return clinic::signRecord(w, record.id, record.version).value();
    }
    void setState(Delivery delivery, DeliveryState state)
    {
        delivery.state = state;
        if (state == DeliveryState::Linked)
            delivery.linkedAt = clock.now();
        [[maybe_unused]] const auto saved = storage::DeliveryRepository(db).save(delivery);
    }

    storage::Connection &db;
    const FacilityId here{QStringLiteral("IN0710000123")};
    const FacilityId branch{QStringLiteral("IN0710000456")};
    const DoctorId doctor{QStringLiteral("d1")};
    ManualClock clock{UtcTime::parse(u"2026-11-20T02:00:00Z").value()};
    SeededRandom random{42};
    RandomIdSource ids{random};
};

inline AbhaProfile abhaOf(const QString &number, const QStringList &addresses)
{
    AbhaProfile profile;
    if (!number.isEmpty())
        profile.number = AbhaNumber::parse(number).value();
    for (const auto &address : addresses)
        profile.addresses << AbhaAddress::parse(address).value();
    if (!profile.addresses.isEmpty())
        profile.preferredAddress = profile.addresses.first();
    profile.name = QStringLiteral("Asha Kulkarni");
    profile.gender = Gender::Female;
    profile.birth = *BirthDate::parse(u"1990-04-02");
    profile.mobile = QStringLiteral("9876543210");
    return profile;
}

inline const QString firstNumber = QStringLiteral("91111122223333");
inline const QString secondNumber = QStringLiteral("91444455556666");

}
