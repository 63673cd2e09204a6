#pragma once

#include "storage/sealer.h"

namespace nadi::test
{

/// Visible "sealing" for tests that look at other things; still refuses a moved value. Tests of secrecy use
/// crypto::SealedBox.
class PlainSealer final : public storage::Sealer
{
public:
    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const override
    {
        return QByteArray::number(context.size()) + ':' + context.toByteArray() + plain.toByteArray();
    }
    Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const override
    {
        const QByteArray head = QByteArray::number(context.size()) + ':' + context.toByteArray();
        if (!sealed.startsWith(head))
            return fail(ErrorKind::Crypto, QStringLiteral("SEAL-OPEN"));
        return sealed.sliced(head.size()).toByteArray();
    }
    QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const override
    {
        return "idx:" + field.toByteArray() + ':' + value.toByteArray();
    }
};

}
