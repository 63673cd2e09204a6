#pragma once

// Private to the room: the operating system's secret store (QtKeychain).

#include "common/result.h"
#include "common/secret.h"

#include <QString>

namespace nadi::crypto
{

/// NotFound with KEY-NONE: the store works and holds no such entry. Unavailable with KEY-NO-STORE: there is no store
/// here. KEY-LOCKED: it is there and did not open.
Result<Secret> readSystemStore(const QString &service, const QString &entry);
Done writeSystemStore(const QString &service, const QString &entry, const Secret &key);

}
