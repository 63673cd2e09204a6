#pragma once

#include "grey_copy.h"

#include <QRect>

#include <optional>

namespace nadi::pages
{

/// How far lines of writing inside `area` (pixels of the page) are from level, clockwise in degrees. Nothing when there
/// are no clear lines.
std::optional<double> writingSkew(const GreyCopy &copy, const QRect &area);

}
