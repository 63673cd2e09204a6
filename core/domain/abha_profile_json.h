#pragma once

#include "domain/abha_profile.h"

#include <QJsonObject>

namespace nadi
{

/// How a profile lies inside a sealed payload: in the file of a patient and in a parked creation. Members that are
/// missing or do not parse come back empty.
QJsonObject toJson(const AbhaProfile &profile);
AbhaProfile abhaProfileFromJson(const QJsonObject &json);

}
