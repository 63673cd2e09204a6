#pragma once

#include "clinic/list_reading.h"
#include "clinic/patient_index.h"

namespace nadi::ui
{

/// The clinic's patient index: one for all controllers of a window, used on the store's thread only.
struct PatientLookUp
{
    clinic::PatientIndex index;
    clinic::ListReading searched{clinic::List::Search}; ///< whose rows were on the screen today
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
