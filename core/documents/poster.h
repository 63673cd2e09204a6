#pragma once

#include "common/result.h"

#include <QImage>

namespace nadi::documents
{

/// The sheet beside a counter: what it is for, the QR, whose it is. All words come ready in the clinic's language.
struct Poster
{
    QString facilityName;
    QString counterLabel; ///< "Counter OPD1"
    QString caption; ///< "Scan with your ABHA app to get a token"
    QStringList steps; ///< at most 3 short lines
    QString qrText;
};

/// One A4 page, fonts embedded. Errors: POSTER-QR when the text does not fit a code, POSTER-WRITE. GUI thread or any
/// thread with a QGuiApplication.
Result<QByteArray> posterPdf(const Poster &poster);
/// The same page as a picture for preview and for the kiosk's screen.
Result<QImage> posterImage(const Poster &poster, int dotsPerInch = 150);

}
