#pragma once

#include "common/result.h"
#include "common/secret.h"

namespace nadi::crypto
{

/// One identifier as the ABHA service wants it: RSA-OAEP with SHA-1, MGF1 with SHA-1 and an empty label, standard
/// base64 on one line (abha-m1.md section 2). `spki` is the service's public key, DER SubjectPublicKeyInfo.
/// Fails with ABHA-KEY for anything but an RSA key of at least 2048 bits, ABHA-LENGTH for more than the key can hold
/// (470 bytes at 4096 bits) or nothing. What was given appears in no error.
Result<QByteArray> encryptIdentifier(QByteArrayView spki, const Secret &plain);

}
