#pragma once

#include "crypto/sealed_box.h"
#include "storage/sealer.h"

namespace nadi::sealing
{

/// How the database seals: storage's interface over crypto's box. Neither room knows the other.
class SealedBoxSealer final : public storage::Sealer
{
public:
    explicit SealedBoxSealer(crypto::SealedBox box)
        : m_box(std::move(box))
    {
    }
    /// `random` must outlive the sealer. Error: KEY-SIZE.
    static Result<std::unique_ptr<SealedBoxSealer>> withKey(const Secret &key, Random &random);

    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const override;
    Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const override;
    QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const override;

private:
    crypto::SealedBox m_box;
};

}
