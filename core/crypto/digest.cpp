#include "crypto/digest.h"

#include "crypto/openssl_handles.h"

#include <openssl/hmac.h>

namespace nadi::crypto
{
namespace
{
QByteArray digest(const EVP_MD *kind, QByteArrayView bytes)
{
    QByteArray out(EVP_MD_get_size(kind), Qt::Uninitialized);
    if (EVP_Digest(bytes.data(), size_t(bytes.size()), octets(out), nullptr, kind, nullptr) != 1)
        qFatal("OpenSSL cannot compute a digest"); // no memory or a broken provider: nothing sensible is left to do
    return out;
}
}

QByteArray sha256(QByteArrayView bytes)
{
    return digest(EVP_sha256(), bytes);
}

QByteArray md5(QByteArrayView bytes)
{
    return digest(EVP_md5(), bytes);
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView bytes)
{
    QByteArray out(32, Qt::Uninitialized);
    if (!HMAC(EVP_sha256(), key.data(), int(key.size()), octets(bytes), size_t(bytes.size()), octets(out), nullptr))
        qFatal("OpenSSL cannot compute HMAC-SHA256");
    return out;
}

}
