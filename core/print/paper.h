#pragma once

#include <QSizeF>
#include <QString>

#include <optional>

namespace nadi::print
{

/// What a prescription is printed on.
enum class Paper { A5, A4 };

/// The layout's unit: a tenth of a point, so that whole numbers place text as finely as any printer.
inline constexpr qreal unitsPerInch = 720;
inline constexpr qreal unitsPerMm = unitsPerInch / 25.4;

QSizeF sizeOf(Paper paper); ///< in units, upright

QString toWord(Paper paper);
std::optional<Paper> paperFromWord(QStringView word);

}
