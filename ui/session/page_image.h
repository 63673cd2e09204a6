#pragma once

#include "common/result.h"

#include <QImage>

namespace nadi::ui
{

/// A clean page's bytes as a picture, at most `wanted` large when that is valid. Only the two formats of the worker are
/// looked at. Errors: PAGE-IMAGE. For any thread but the window's.
Result<QImage> decodePage(const QByteArray &bytes, QSize wanted);

}
