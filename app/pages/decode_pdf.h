#pragma once

#include "decoders.h"

#include <functional>

namespace nadi::pages
{

using OnStart = std::function<void(int pages)>;
using OnPage = std::function<void(const Raster &page)>;

/// Draws every page at 200 dpi, or less where that is more than print needs. Scripts, launch actions, embedded files
/// and links are not looked at. Errors: DOC-ENCRYPTED, DOC-PASSWORD, DOC-CORRUPT, DOC-EMPTY, DOC-PAGES.
Done drawPdf(
    const QByteArray &bytes, const QByteArray &password, int maxPages, const OnStart &onStart, const OnPage &onPage);

}
