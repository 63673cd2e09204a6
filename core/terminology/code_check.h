#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace nadi::terminology
{

/// An SCTID of a concept or of a description: 6 to 18 digits, the two before the last one say of what, the last one is
/// a Verhoeff check digit. Fits 64 bits, never a double.
std::optional<qint64> conceptId(QByteArrayView text);
std::optional<qint64> descriptionId(QByteArrayView text);

/// "29308-4": digits, a hyphen, a mod-10 check digit.
bool isLoincNumber(QByteArrayView text);

}
