#include "crypto/gcm.h"

#include "crypto/openssl_handles.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace nadi::crypto
{
namespace
{
// EVP counts in int: a document larger than that goes through in several steps.
constexpr qsizetype stepBytes = qsizetype(1) << 30;

using Update = int (*)(EVP_CIPHER_CTX *, unsigned char *, int *, const unsigned char *, int);

bool updateAll(Update update, EVP_CIPHER_CTX *context, QByteArrayView in, char *out)
{
    int written = 0;
    for (qsizetype at = 0; at < in.size(); at += stepBytes) {
        const auto part = int(std::min(stepBytes, in.size() - at));
        auto *target = reinterpret_cast<unsigned char *>(out ? out + at : nullptr);
        if (update(context, target, &written, octets(in.sliced(at)), part) != 1)
            return false;
    }
    return true;
}
}

bool gcmSeal(
    const Secret &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain, std::span<char> out)
{
    Q_ASSERT(key.reveal().size() == 32 && nonce.size() == gcmNonceBytes);
    Q_ASSERT(qsizetype(out.size()) == plain.size() + gcmTagBytes);
    const EvpCipherContext context(EVP_CIPHER_CTX_new());
    int written = 0;
    return context
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, octets(key.reveal()), octets(nonce)) == 1
        && updateAll(EVP_EncryptUpdate, context.get(), associated, nullptr)
        && updateAll(EVP_EncryptUpdate, context.get(), plain, out.data())
        && EVP_EncryptFinal_ex(context.get(), nullptr, &written) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, gcmTagBytes, out.data() + plain.size()) == 1;
}

bool gcmOpen(
    const Secret &key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed, std::span<char> out)
{
    Q_ASSERT(key.reveal().size() == 32 && nonce.size() == gcmNonceBytes);
    Q_ASSERT(sealed.size() >= gcmTagBytes && qsizetype(out.size()) == sealed.size() - gcmTagBytes);
    const auto ciphertext = sealed.chopped(gcmTagBytes);
    auto tag = sealed.last(gcmTagBytes).toByteArray();
    const EvpCipherContext context(EVP_CIPHER_CTX_new());
    int written = 0;
    const bool opened = context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, octets(key.reveal()), octets(nonce)) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, gcmTagBytes, tag.data()) == 1
        && updateAll(EVP_DecryptUpdate, context.get(), associated, nullptr)
        && updateAll(EVP_DecryptUpdate, context.get(), ciphertext, out.data())
        && EVP_DecryptFinal_ex(context.get(), nullptr, &written) == 1;
    if (!opened)
        OPENSSL_cleanse(out.data(), out.size());
    return opened;
}

}
