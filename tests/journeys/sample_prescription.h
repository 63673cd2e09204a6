#pragma once

#include <QByteArray>
#include <QString>

namespace nadi::test
{

/// An invented prescription as a clinic would hand it over: a PDF of `pages` pages printed by a program, numbered from
/// `firstPage`; no two pages look alike …
QByteArray prescriptionPdf(const QString &patient, int pages, int firstPage = 1);
/// … or a phone's photo of a handwritten page, lying on its side with EXIF orientation 6.
QByteArray prescriptionPhoto(const QString &patient);

}
