#pragma once

#include "common/result.h"
#include "common/secret.h"

namespace nadi::crypto
{

/// One identifier as the ABHA service wants it, base64 on one line; the scheme is that of crypto/oaep.h. `spki` is the
/// service's public key, DER. Errors: OAEP-KEY, OAEP-LENGTH, OAEP-SEAL; what was given appears in none.
Result<QByteArray> encryptIdentifier(QByteArrayView spki, const Secret &plain);

}
