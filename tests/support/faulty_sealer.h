#pragma once

#include "support/plain_sealer.h"

namespace nadi::test
{

/// Fails at the n-th sealing, as a disk or a key store may at any write. Every step of a change that writes personal
/// data can be broken with it, on both databases alike.
class FaultySealer final : public storage::Sealer
{
public:
    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const override
    {
        if (failAt > 0 && --failAt == 0) {
            ++failures;
            return fail(ErrorKind::Crypto, QStringLiteral("SEAL-INJECTED"));
        }
        return m_plain.seal(plain, context);
    }
    Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const override
    {
        return m_plain.open(sealed, context);
    }
    QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const override
    {
        return m_plain.blindIndex(field, value);
    }

    mutable int failAt = 0; ///< 0: never
    mutable int failures = 0;

private:
    PlainSealer m_plain;
};

}
