#include "common/secret.h"

namespace nadi
{

bool Secret::equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

void Secret::wipe(QByteArray &bytes)
{
    // volatile: the compiler may not drop stores to memory that is about to be freed. A shared buffer belongs to
    // somebody else as well and is left alone.
    if (bytes.isDetached()) {
        volatile char *p = bytes.data();
        for (qsizetype i = 0; i < bytes.size(); ++i)
            p[i] = 0;
    }
    bytes.clear();
}

}
