#pragma once

namespace nadi::documents
{

/// How the pages of a file are wanted; what its bytes may be does not depend on it.
struct Rendition
{
    /// Yes: photos and scans are turned level and cut to the sheet where that is clear (B23).
    enum class Straighten { No, Yes };
    /// Print is A4 at 300 dpi and what reads well on paper. Screen is A4 at 150 dpi, for files over the limits (B18).
    enum class Size { Print, Screen };
    /// Taken: a person asked for a smaller copy of a file over the size limit (B18).
    enum class Oversize { Refused, Taken };

    Straighten straighten = Straighten::Yes;
    Size size = Size::Print;
    Oversize oversize = Oversize::Refused;
};

}
