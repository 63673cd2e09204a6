#pragma once

#include "domain/person.h"
#include "storage/connection.h"
#include "support/seeded_random.h"

#include <QStringList>

namespace nadi::test
{

/// Invented people for the searches: the same ones on every machine.
Patient inventedPerson(SeededRandom &random, RandomIdSource &ids, int number);

/// NADI_BENCH_PATIENTS: 100,000 in `./nadi bench`, 2,000 under ctest.
int manyPeople();

/// Adds them at the facility in one transaction; in the order in which they were made.
Result<QList<Patient>> addInventedPeople(storage::Connection &db, const FacilityId &facility, int count);

/// What clerks type of `person`: a name or parts of it in some script and spelling, a mobile, our number, the ABHA
/// number or address, the birth date.
QString typedFor(const Patient &person, SeededRandom &random);

}
