#include "sealing/box_sealer.h"

namespace nadi::sealing
{

Result<std::unique_ptr<SealedBoxSealer>> SealedBoxSealer::withKey(const Secret &key, Random &random)
{
    auto box = crypto::SealedBox::withKey(key, random);
    if (!box)
        return failed(box);
    return std::make_unique<SealedBoxSealer>(std::move(*box));
}

Result<QByteArray> SealedBoxSealer::seal(QByteArrayView plain, QByteArrayView context) const
{
    return m_box.seal(plain, context);
}

Result<QByteArray> SealedBoxSealer::open(QByteArrayView sealed, QByteArrayView context) const
{
    return m_box.open(sealed, context);
}

QByteArray SealedBoxSealer::blindIndex(QByteArrayView field, QByteArrayView value) const
{
    return m_box.blindIndex(field, value);
}

}
