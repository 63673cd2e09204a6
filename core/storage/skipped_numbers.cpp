#include "storage/skipped_numbers.h"

#include "domain/clinic.h"
#include "storage/appointment_repository.h"
#include "storage/counter.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "storage/share_repository.h"

namespace nadi::storage
{
namespace
{

constexpr int contextsAhead = 10'000;
constexpr int peopleAhead = 1'000;
constexpr int tokensAhead = 100;
/// A record is numbered in the year of its paper, which may be old.
constexpr int oldestPaper = 30;

Done skipAt(Connection &db, const Facility &facility, UtcTime now)
{
    const auto today = clinicDay(facility, now);
    if (auto done = skipNumbers(db, PatientRepository::localNumberCount(facility.id), peopleAhead); !done)
        return done;
    for (int year = today.year() - oldestPaper; year <= today.year(); ++year)
        if (auto done = skipNumbers(db, RecordRepository::careContextCount(facility.id, year), contextsAhead); !done)
            return done;
    return skipNumbers(db, AppointmentRepository::tokenCount(facility.id, today), tokensAhead);
}

}

Done skipNumbersGiven(Connection &db, UtcTime now)
{
    const auto facilities = FacilityRepository(db).facilities();
    if (!facilities)
        return failed(facilities);
    for (const auto &facility : *facilities)
        if (auto done = skipAt(db, facility, now); !done)
            return done;
    return ShareRepository(db).skipNumbers(tokensAhead, now);
}

}
