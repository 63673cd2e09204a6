#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>

namespace nadi::ui
{

/// Writes the bytes as they came, all or nothing. Fails with CARD-WRITE.
QFuture<Done> saveBytes(const QString &file, const QByteArray &bytes);

/// The card in its own size in the upper part of an A4 page: to the default printer, or into a PDF file when one is
/// named. Fails with CARD-PRINTER when there is no printer, CARD-PRINT. Off the GUI thread.
QFuture<Done> printCard(const QImage &card, const QString &pdf);

}
