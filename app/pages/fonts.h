#pragma once

#include "sandbox.h"

#include <vector>

namespace nadi::pages
{

/// Opens the fonts a PDF may need besides its own (the base fourteen and the scripts of India) and tells fontconfig to
/// know no others. Call before the sandbox closes: afterwards nothing can be opened.
std::vector<OpenedFile> openFonts();

}
