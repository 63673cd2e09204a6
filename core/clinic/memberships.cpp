#include "clinic/memberships.h"

#include "clinic/permissions.h"
#include "storage/appointment_repository.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/identifier_repository.h"

namespace nadi::clinic
{
namespace
{

/// The facts of one person, of every facility together.
struct Facts
{
    QList<Identifier> identifiers;
    QList<Appointment> appointments;
    QList<Delivery> deliveries;
};

Result<Facts> factsOf(Work &work, const PatientId &patient)
{
    auto identifiers = storage::IdentifierRepository(work.db).ofPatient(patient);
    if (!identifiers)
        return failed(identifiers);
    auto appointments = storage::AppointmentRepository(work.db).ofPatient(patient);
    if (!appointments)
        return failed(appointments);
    auto deliveries = storage::DeliveryRepository(work.db).ofPatient(patient);
    if (!deliveries)
        return failed(deliveries);
    return Facts{*std::move(identifiers), *std::move(appointments), *std::move(deliveries)};
}

bool hasCome(const Appointment &visit)
{
    return visit.status == AppointmentStatus::Arrived || visit.status == AppointmentStatus::WithDoctor
        || visit.status == AppointmentStatus::Done;
}

/// False: the person is nobody's there.
bool fill(Membership &there, const Facts &facts)
{
    const auto &id = there.facility.id;
    bool known = false;
    for (const auto &one : facts.identifiers)
        if (one.system == IdentifierSystem::LocalNumber && one.assigner == id.value()
            && one.status == IdentifierStatus::Active)
            there.numbers += one.value;
    for (const auto &visit : facts.appointments) {
        if (visit.slot.facility != id)
            continue;
        known = true;
        if (hasCome(visit) && (!there.lastVisit.isSet() || there.lastVisit < visit.slot.start))
            there.lastVisit = visit.slot.start;
    }
    for (const auto &delivery : facts.deliveries) {
        known |= delivery.facility == id;
        there.linkedRecords += delivery.facility == id && delivery.linkedAt.isSet();
    }
    return known || !there.numbers.isEmpty();
}

}

Result<QList<Membership>> membershipsOf(Work &work, const Patient &patient)
{
    const auto facts = factsOf(work, patient.id);
    if (!facts)
        return failed(facts);
    const auto facilities = storage::FacilityRepository(work.db).facilities();
    if (!facilities)
        return failed(facilities);
    const auto permissions = Permissions::of(work);
    if (!permissions)
        return failed(permissions);
    QList<Membership> out;
    for (const auto &facility : *facilities) {
        if (!permissions->sees(facility.id))
            continue;
        Membership there;
        there.facility = facility;
        if (!fill(there, *facts))
            continue;
        if (patient.abhaAddress) {
            const auto token = storage::ConsentRepository(work.db).linkToken(
                facility.id, *patient.abhaAddress, work.clock.now(), {});
            if (!token)
                return failed(token);
            if (*token)
                there.tokenUntil = (*token)->expiresAt;
        }
        out += std::move(there);
    }
    return out;
}

}
