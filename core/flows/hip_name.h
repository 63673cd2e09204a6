#pragma once

#include <QString>

namespace nadi::flows
{

/// A facility name as the registry takes it: at most 15 letters, digits and blanks (abdm-v3-gateway.md 2.3), cut at a
/// word where one ends in time. Empty when nothing usable is left.
QString cleanHipName(const QString &name);

}
