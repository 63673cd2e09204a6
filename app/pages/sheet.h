#pragma once

#include "grey_copy.h"

#include <QPointF>

#include <array>
#include <optional>

namespace nadi::pages
{

/// A sheet of paper on something darker.
struct Sheet
{
    double degrees = 0; ///< clockwise, how far its upper edge is from level; at most maxSkew
    std::array<QPointF, 4> corners; ///< in pixels of the page
};

/// Photos are held askew by a few degrees; more is a picture that somebody meant so.
inline constexpr double maxSkew = 15;

/// Nothing when the border is not clear on at least three sides: a letterhead with a dark band is no border.
std::optional<Sheet> findSheet(const GreyCopy &copy);

}
