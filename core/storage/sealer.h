#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QString>

namespace nadi::storage
{

/// How storage seals personal data without knowing cryptography (design: rooms do not know each other).
/// Implemented over crypto::SealedBox by core/bridge's and app's composition. Thread-safe.
class Sealer
{
public:
    virtual ~Sealer() = default;
    /// AES-256-GCM with a fresh nonce. `context` names the row ("patient:<id>") and is authenticated, so that a sealed
    /// value moved to another row does not open.
    virtual Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const = 0;
    /// Fails with SEAL-OPEN.
    virtual Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const = 0;
    /// Keyed hash for exact look-up without showing the value: equal inputs give equal outputs within one `field`.
    /// 32 bytes. Callers normalise the value first.
    virtual QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const = 0;
};

}
