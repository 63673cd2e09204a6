#include "crypto/identifier_cipher.h"

#include "crypto/base64.h"
#include "crypto/openssl_handles.h"

#include <openssl/rsa.h>

namespace nadi::crypto
{
namespace
{
constexpr int fewestBits = 2048;
constexpr qsizetype longestKey = 2048; // DER of 4096 bits has 550 bytes
constexpr qsizetype oaepOverhead = 2 + 2 * 20; // RFC 8017 7.1.1, SHA-1

tl::unexpected<Error> badKey()
{
    return fail(ErrorKind::Crypto, QStringLiteral("ABHA-KEY"));
}

EvpKey readKey(QByteArrayView spki)
{
    if (spki.isEmpty() || spki.size() > longestKey)
        return nullptr;
    const auto *at = octets(spki);
    EvpKey key(d2i_PUBKEY(nullptr, &at, long(spki.size())));
    const bool whole = at == octets(spki) + spki.size();
    if (!key || !whole || EVP_PKEY_is_a(key.get(), "RSA") != 1 || EVP_PKEY_get_bits(key.get()) < fewestBits)
        return nullptr;
    return key;
}

EvpKeyContext oaep(EVP_PKEY *key)
{
    EvpKeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    // The defaults of OpenSSL are the same; the service cannot say which of them a wrong padding had.
    const bool ready = context && EVP_PKEY_encrypt_init(context.get()) == 1
        && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha1()) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha1()) == 1;
    return ready ? std::move(context) : nullptr;
}
}

Result<QByteArray> encryptIdentifier(QByteArrayView spki, const Secret &plain)
{
    const auto key = readKey(spki);
    if (!key)
        return badKey();
    const QByteArrayView text(plain.reveal());
    if (text.isEmpty() || text.size() > EVP_PKEY_get_size(key.get()) - oaepOverhead)
        return fail(ErrorKind::Invalid, QStringLiteral("ABHA-LENGTH"));
    const auto context = oaep(key.get());
    size_t size = size_t(EVP_PKEY_get_size(key.get()));
    QByteArray cipher(qsizetype(size), Qt::Uninitialized);
    if (!context || EVP_PKEY_encrypt(context.get(), octets(cipher), &size, octets(text), size_t(text.size())) != 1)
        return badKey();
    return toBase64(QByteArrayView(cipher).first(qsizetype(size)));
}

}
