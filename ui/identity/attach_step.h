#pragma once

#include "clinic/abha_file.h"
#include "clinic/attach_abha.h"

#include <optional>

namespace nadi::ui
{

/// What the person at the desk decided after comparing.
struct AttachOrder
{
    std::optional<PatientId> patient; ///< none: register a new person from the profile
    FacilityId facility;
    clinic::AbhaSnapshot snapshot;
    QString mobile; ///< ten digits or empty, as corrected on the page
    QString place;
    QString reason; ///< where the two do not agree enough, or to move the ABHA from another file
    clinic::AttachRequest::FromOther fromOther = clinic::AttachRequest::FromOther::Ask;
};

/// An enrolment by driving licence: the person has no ABHA before a facility saw the document.
bool isProvisional(const AbhaProfile &profile);

/// Registers a new person or takes the known one, attaches the proved ABHA, keeps what was proved and what was
/// corrected: all or nothing. Verified name, sex and birth date replace ours (VRFY_ABHA_101).
Result<clinic::AttachOutcome> attachProof(clinic::Work &work, const AttachOrder &order);

}
