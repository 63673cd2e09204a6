#pragma once

#include <QByteArray>
#include <QImage>

namespace nadi::ui
{

/// PNG or JPEG as the ABHA service sends them; null for anything else or larger than a card can be.
QImage decodePicture(const QByteArray &bytes);

}
