#pragma once

// Private to the clinic: what a file must say about a person before it is written.

#include "domain/person.h"

namespace nadi::clinic
{

/// Fails with PERSON-NAME, PERSON-GENDER, PERSON-BIRTH (future), PERSON-MOBILE.
Done checkPerson(const Patient &patient, UtcTime now);

}
