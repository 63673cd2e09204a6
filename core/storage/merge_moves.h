#pragma once

#include "storage/merge_repository.h"

#include <QJsonObject>

namespace nadi::storage
{

QJsonObject toJson(const MergeMoves &moves);
MergeMoves movesFromJson(const QJsonObject &json);

/// Everything of one file that a merge gives to the survivor.
Result<MergeMoves> movesOf(Connection &db, const PatientId &survivor, const PatientId &retired);

/// Gives what `moves` names, and what still is with `from`, to `to`. A local number goes only where `to` has none.
Done give(Connection &db, const MergeMoves &moves, const PatientId &from, const PatientId &to);

}
