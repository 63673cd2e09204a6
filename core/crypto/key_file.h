#pragma once

// Private to the room: a 32-byte key in a file that only its owner may read.

#include "common/random.h"
#include "common/result.h"
#include "common/secret.h"

namespace nadi::crypto
{

/// KEY-RIGHTS, KEY-SIZE, KEY-FILE (NotFound when there is no such file).
Result<Secret> readKeyFile(const QString &path);
/// Makes the file and its folder; never overwrites (KEY-FILE, Conflict).
Done writeKeyFile(const QString &path, const Secret &key);

}
