#pragma once

#include "gatekeeper_table.h"

#include <string>
#include <vector>

namespace nadi::test
{

/// One copy of gatekeeper.cpp with one condition changed.
struct Mutant
{
    int line = 0; ///< of gatekeeper.cpp
    std::string change; ///< "'>=' becomes '>'"
    std::string source; ///< the line as it stands
    Decide decide = nullptr;
};

/// Written by make_mutants when the tests are built.
const std::vector<Mutant> &gatekeeperMutants();

}
