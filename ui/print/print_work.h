#pragma once

#include "clinic/printing.h"
#include "print/pages.h"
#include "ui/session/printing.h"

#include <memory>

namespace nadi::ui
{

/// The sheet of what was read, laid out; `at` is unset for a preview. Any thread.
std::shared_ptr<const print::Pages> layOut(const clinic::PrintFacts &facts, print::Paper paper, UtcTime at);

/// To this printer, on its paper. Not for the GUI thread.
Done printOn(Printing &printing, std::shared_ptr<const print::Pages> pages, const QString &printer, int copies);

/// "data:" address of one page for the screen.
QString previewOf(const print::Pages &pages, int page, int dotsPerInch);

}
