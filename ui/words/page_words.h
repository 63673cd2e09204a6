#pragma once

#include "domain/page_quality.h"
#include "ui/theme/standing.h"

#include <QString>

#include <optional>

namespace nadi::ui
{

/// How a page reads, for a person (B23).
struct PageMarkWords
{
    QString word; ///< "Reads well"; empty where nobody measured
    QString advice; ///< what helps; empty where nothing needs to be done
    Standing standing = Standing::NotStarted;
};

/// `accepted`: somebody gave a reason to send a page that cannot be read.
PageMarkWords pageMarkWords(const std::optional<PageQuality> &quality, bool accepted);

}
