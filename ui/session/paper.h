#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>

namespace nadi::ui
{

/// Writes the bytes as they came, all or nothing, off the GUI thread. Fails with PAPER-WRITE.
QFuture<Done> saveBytes(const QString &file, const QByteArray &bytes);

/// Where a picture goes on an A4 page.
enum class OnPage { Whole, CardSize /* 120 mm wide, at the top */ };

/// To the default printer, or into a PDF file when one is named; off the GUI thread. `title` names the job and must not
/// hold personal data: it lies in the printer's queue. Fails with PAPER-PRINTER when there is none, PAPER-PRINT.
QFuture<Done> printPicture(const QImage &picture, OnPage place, const QString &title, const QString &pdf = {});

}
