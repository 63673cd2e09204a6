#include "storage/abha_removal.h"

#include "storage/abha_repository.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/discovery_repository.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"
#include "storage/share_repository.h"

namespace nadi::storage
{
namespace
{

bool isAbha(const Identifier &identifier)
{
    return identifier.system == IdentifierSystem::AbhaNumber || identifier.system == IdentifierSystem::AbhaAddress;
}

Result<QList<Identifier>> activeAbhaOf(Connection &db, const PatientId &patient)
{
    auto all = IdentifierRepository(db).ofPatient(patient);
    if (all)
        all->removeIf([](const Identifier &one) { return !isAbha(one) || one.status != IdentifierStatus::Active; });
    return all;
}

/// Nothing is linked or sent under this address any more.
Done stopSharing(Connection &db, const AbhaAddress &address, UtcTime now)
{
    ConsentRepository consents(db);
    if (const auto dropped = consents.dropLinkTokens(address, QStringLiteral("removed-by-owner"), now); !dropped)
        return dropped;
    const auto ended = consents.endAllOf(address, ConsentStatus::Revoked, now);
    return ended ? DiscoveryRepository(db).forgetAbha({address.value()}) : failed(ended);
}

/// What the network knows the person by.
Done forget(Connection &db, const Identifier &identifier, UtcTime now)
{
    if (identifier.system == IdentifierSystem::AbhaAddress)
        if (const auto address = AbhaAddress::parse(identifier.value); address)
            if (const auto stopped = stopSharing(db, *address, now); !stopped)
                return stopped;
    return IdentifierRepository(db).forget(identifier.id, now);
}

Done forgetShared(Connection &db, const Patient &patient, const QList<Identifier> &known, UtcTime now)
{
    QStringList abha;
    for (const auto &one : known)
        abha << one.value;
    if (patient.abhaNumber)
        abha << patient.abhaNumber->digits();
    if (patient.abhaAddress)
        abha << patient.abhaAddress->value();
    return ShareRepository(db).forgetAbha(patient.id, abha, now).and_then([&] {
        return DiscoveryRepository(db).forgetAbha(abha); // what their app asked
    });
}

/// The file as read says nothing of an ABHA any more, and that is audited.
Done clear(Connection &db, Patient patient, const AbhaRemoval &removal)
{
    if (const auto dropped = AbhaRepository(db).dropSnapshots(patient.id); !dropped)
        return dropped;
    patient.abhaNumber.reset();
    patient.abhaAddress.reset();
    patient.abhaVerifiedAt = {};
    if (const auto updated = PatientRepository(db).update(patient, removal.actor, removal.at); !updated)
        return updated;
    return AuditTrail(db).append({removal.actor, QStringLiteral("abha.removed"), patient.id.value(), patient.id,
        removal.facility, {}, QStringLiteral("ok"), removal.at});
}

Result<PatientId> holderOf(Connection &db, IdentifierSystem system, const QString &value)
{
    if (value.isEmpty())
        return PatientId();
    const auto holder = IdentifierRepository(db).holder(system, {}, value);
    if (!holder && holder.error().kind == ErrorKind::NotFound)
        return PatientId();
    return holder;
}

/// A second address of somebody who keeps the first one.
Result<bool> forgetSecondAddress(Connection &db, const Patient &patient, const QString &address, UtcTime now)
{
    if (!patient.abhaAddress || patient.abhaAddress->value() == address)
        return false;
    const auto known = activeAbhaOf(db, patient.id);
    if (!known)
        return failed(known);
    for (const auto &one : *known)
        if (one.system == IdentifierSystem::AbhaAddress && one.value == address) {
            const auto forgotten = forget(db, one, now);
            return forgotten ? Result<bool>(true) : failed(forgotten);
        }
    return false;
}

}

Done removeAbha(Connection &db, const AbhaRemoval &removal)
{
    PatientRepository patients(db);
    const auto patient = patients.patient(removal.patient, removal.facility);
    if (!patient)
        return failed(patient);
    const auto known = activeAbhaOf(db, patient->id);
    if (!known)
        return failed(known);
    for (const auto &one : *known)
        if (const auto forgotten = forget(db, one, removal.at); !forgotten)
            return forgotten;
    if (const auto erased = forgetShared(db, *patient, *known, removal.at); !erased)
        return erased;
    if (const auto cleared = patients.forgetAbhaOfMerged(patient->id); !cleared)
        return cleared;
    return patient->abhaNumber || patient->abhaAddress ? clear(db, *patient, removal) : Done();
}

Result<PatientId> endedByNetwork(
    Connection &db, const EndedAbha &ended, const FacilityId &facility, const Actor &actor, UtcTime now)
{
    const auto address = AbhaAddress::parse(ended.address);
    const auto byNumber = holderOf(db, IdentifierSystem::AbhaNumber, ended.number);
    if (!byNumber)
        return byNumber;
    const auto byAddress = holderOf(db, IdentifierSystem::AbhaAddress, address ? address->value() : QString());
    if (!byAddress)
        return byAddress;
    const auto holder = byNumber->isEmpty() ? *byAddress : *byNumber;
    if (address)
        if (const auto stopped = stopSharing(db, *address, now); !stopped)
            return failed(stopped);
    if (holder.isEmpty())
        return holder;
    const auto patient = PatientRepository(db).patient(holder, facility);
    if (!patient)
        return failed(patient);
    if (byNumber->isEmpty()) {
        const auto second = forgetSecondAddress(db, *patient, address->value(), now);
        if (!second)
            return failed(second);
        if (*second)
            return patient->id;
    }
    if (const auto removed = removeAbha(db, {patient->id, facility, actor, now}); !removed)
        return failed(removed);
    return patient->id;
}

}
