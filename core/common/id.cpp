#include "common/id.h"

#include <QUuid>

namespace nadi
{

QString RandomIdSource::uuid()
{
    auto raw = m_random.bytes(16);
    raw[6] = char((raw[6] & 0x0f) | 0x40);
    raw[8] = char((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

}
