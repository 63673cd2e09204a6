#pragma once

#include "clinic/work.h"

namespace nadi::clinic
{

/// What the head of a printed sheet says about one clinic and one of its doctors.
struct Letterhead
{
    Facility facility;
    Doctor doctor;
};
Result<Letterhead> letterhead(Work &work, const FacilityId &facility, const DoctorId &doctor);

/// Takes over address, city, PIN code, phone and e-mail of the clinic, and qualification, registration, council, phone
/// and e-mail of the doctor; nothing else changes. `seen` is what the person had on the screen. One transaction with
/// its audit events (facility.letterhead, doctor.letterhead). Fails with DB-STALE.
Result<Letterhead> saveLetterhead(Work &work, const Letterhead &seen, const Letterhead &wanted);

}
