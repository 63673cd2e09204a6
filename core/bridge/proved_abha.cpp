#include "bridge/proved_abha.h"

#include "common/utc_time.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"

namespace nadi::bridge
{

namespace
{

const Actor self{UserId(QStringLiteral("bridge")), Role::System};

Result<bool> isFreeFor(storage::Connection &db, IdentifierSystem system, const QString &value, const PatientId &patient)
{
    const auto holder = storage::IdentifierRepository(db).holder(system, {}, value);
    if (!holder)
        return holder.error().kind == ErrorKind::NotFound ? Result<bool>(true) : failed(holder);
    return *holder == patient;
}

Done addAddress(storage::Connection &db, const PatientId &patient, const AbhaAddress &address, UtcTime now)
{
    Identifier proved;
    proved.patient = patient;
    proved.system = IdentifierSystem::AbhaAddress;
    proved.value = address.value();
    proved.addedAt = proved.verifiedAt = now;
    proved.verifiedBy = AbhaProof::MobileOtp;
    return storage::IdentifierRepository(db).add(proved);
}

}

Done keepProvedAbha(storage::Connection &db, const flows::KeepProvedAbha &proved, UtcTime now)
{
    const auto address = AbhaAddress::parse(proved.abhaAddress);
    if (!address)
        return {};
    storage::PatientRepository patients(db);
    auto patient = patients.patient(proved.patient, {});
    if (!patient)
        return failed(patient);
    const auto free = isFreeFor(db, IdentifierSystem::AbhaAddress, address->value(), patient->id);
    if (!free)
        return failed(free);
    if (!*free)
        return {};
    // What a clerk typed and nobody proved must not look proved now: the address stands beside it.
    const bool typedOther = (patient->abhaAddress && !(*patient->abhaAddress == *address))
        || (patient->abhaNumber && patient->abhaNumber->digits() != proved.abhaNumber);
    if (patient->abhaVerifiedAt.isSet() || typedOther)
        return addAddress(db, patient->id, *address, now);

    patient->abhaAddress = *address;
    if (const auto number = AbhaNumber::parse(proved.abhaNumber); number) {
        const auto numberFree = isFreeFor(db, IdentifierSystem::AbhaNumber, number->digits(), patient->id);
        if (!numberFree)
            return failed(numberFree);
        if (*numberFree)
            patient->abhaNumber = *number;
    }
    patient->abhaVerifiedAt = now;
    return patients.update(*patient, self, now);
}

}
