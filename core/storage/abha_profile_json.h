#pragma once

#include "domain/abha_profile.h"

#include <QJsonObject>

namespace nadi::storage
{

/// How a profile lies inside a sealed payload. Members that are missing or do not parse come back empty.
QJsonObject toJson(const AbhaProfile &profile);
AbhaProfile abhaProfileFromJson(const QJsonObject &json);

}
