#pragma once

#include "clinic/abha_file.h"
#include "clinic/work.h"
#include "domain/person.h"

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
    QString reason; ///< for moving an ABHA from another file, or attaching where the two differ
    bool move = false;
};

struct AttachAnswer
{
    enum class State { Attached, NeedsReason, OnOtherFile, HasOtherAbha } state = State::Attached;
    Patient patient; ///< as it is now
    std::optional<Patient> other; ///< OnOtherFile: who has it (B38)
};

/// Registers a new person or takes the known one, attaches the proved ABHA and keeps what was proved: all or nothing.
Result<AttachAnswer> attachProof(clinic::Work &work, const AttachOrder &order);

}
