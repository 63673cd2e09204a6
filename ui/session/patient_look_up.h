#pragma once

#include "clinic/patient_index.h"

namespace nadi::ui
{

/// The clinic's patient index: one for all controllers of a window, used on the store's thread only.
struct PatientLookUp
{
    clinic::PatientIndex index;
    bool built = false;

    Done freshen(storage::Connection &db, const FacilityId &facility)
    {
        if (built)
            return index.refresh(db);
        const auto done = index.build(db, facility);
        built = done.has_value();
        return done;
    }
};

}
