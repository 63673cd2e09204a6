#pragma once

#include "clinic/list_reading.h"
#include "clinic/patient_index.h"

#include <limits>

namespace nadi::ui
{

/// The clinic's patient index: one for all controllers of a window, used on the store's thread only.
struct PatientLookUp
{
    clinic::PatientIndex index;
    clinic::ListReading searched{clinic::List::Search}; ///< whose rows were on the screen today
    int slice = 1000; ///< people a time: some 30 ms in which nobody else gets the store
    enum class State { Empty, Reading, Built } state = State::Empty;

    /// One slice more of the first reading, or what changed since; true when everybody is in.
    Result<bool> readSome(storage::Connection &db, const FacilityId &facility) { return read(db, facility, slice); }
    /// Everybody, however long it takes.
    Done freshen(storage::Connection &db, const FacilityId &facility)
    {
        const auto all = read(db, facility, std::numeric_limits<int>::max());
        return all ? Done() : failed(all);
    }

private:
    Result<bool> read(storage::Connection &db, const FacilityId &facility, int most)
    {
        if (state == State::Built)
            return index.refresh(db).map([] { return true; });
        if (state == State::Empty)
            index.begin(facility);
        const auto all = index.advance(db, most);
        state = !all ? State::Empty : *all ? State::Built : State::Reading;
        return all;
    }
};

}
