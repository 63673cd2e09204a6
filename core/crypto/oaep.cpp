#include "crypto/oaep.h"

#include "crypto/base64.h"
#include "crypto/openssl_handles.h"

#include <openssl/rsa.h>

namespace nadi::crypto
{
namespace
{
constexpr int leastBits = 2048;
constexpr int mostBits = 8192; // a longer key only makes the caller slow

tl::unexpected<Error> badKey(const char *why)
{
    return fail(ErrorKind::Invalid, QStringLiteral("OAEP-KEY"), QLatin1String(why));
}

bool isUsableRsa(const EvpKey &key)
{
    return key && EVP_PKEY_is_a(key.get(), "RSA") == 1 && EVP_PKEY_get_bits(key.get()) >= leastBits
        && EVP_PKEY_get_bits(key.get()) <= mostBits;
}

/// SHA-1 is OpenSSL's default too; said aloud because the service accepts nothing else.
bool setPadding(const EvpKeyContext &context)
{
    return EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha1()) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha1()) == 1;
}

using Operation = int (*)(EVP_PKEY_CTX *, unsigned char *, size_t *, const unsigned char *, size_t);

std::optional<QByteArray> run(Operation operation, const EvpKeyContext &context, QByteArrayView in)
{
    size_t size = 0;
    if (operation(context.get(), nullptr, &size, octets(in), size_t(in.size())) != 1)
        return std::nullopt;
    QByteArray out(qsizetype(size), '\0');
    if (operation(context.get(), octets(out), &size, octets(in), size_t(in.size())) != 1) {
        Secret::wipe(out);
        return std::nullopt;
    }
    out.resize(qsizetype(size));
    return out;
}

std::optional<QByteArray> derOf(const EVP_PKEY *key, int (*write)(const EVP_PKEY *, unsigned char **))
{
    unsigned char *raw = nullptr;
    const int size = write(key, &raw);
    if (size <= 0)
        return std::nullopt;
    QByteArray out(reinterpret_cast<const char *>(raw), size);
    OPENSSL_clear_free(raw, size_t(size));
    return out;
}
}

struct OaepPublicKey::Private
{
    EvpKey key;
};

struct OaepPrivateKey::Private
{
    EvpKey key;
};

Result<OaepPublicKey> OaepPublicKey::parse(QByteArrayView base64)
{
    const auto der = fromBase64(base64);
    if (!der || der->isEmpty())
        return badKey("base64");
    const auto *at = octets(QByteArrayView(*der));
    const auto *end = at + der->size();
    EvpKey key(d2i_PUBKEY(nullptr, &at, long(der->size())));
    if (at != end || !isUsableRsa(key))
        return badKey("not one RSA key of a usable size");
    OaepPublicKey out;
    out.d = std::make_shared<Private>(Private{std::move(key)});
    return out;
}

int OaepPublicKey::bits() const
{
    return EVP_PKEY_get_bits(d->key.get());
}

Result<QByteArray> OaepPublicKey::seal(const Secret &plain) const
{
    constexpr qsizetype overhead = 2 * 20 + 2; // RFC 8017 7.1.1 with SHA-1
    const auto most = qsizetype(EVP_PKEY_get_size(d->key.get())) - overhead;
    if (plain.isEmpty() || plain.reveal().size() > most)
        return fail(ErrorKind::Invalid, QStringLiteral("OAEP-LENGTH"));
    const EvpKeyContext context(EVP_PKEY_CTX_new(d->key.get(), nullptr));
    if (!context || EVP_PKEY_encrypt_init(context.get()) != 1 || !setPadding(context))
        return fail(ErrorKind::Internal, QStringLiteral("OAEP-SEAL"));
    const auto sealed = run(EVP_PKEY_encrypt, context, plain.reveal());
    if (!sealed)
        return fail(ErrorKind::Internal, QStringLiteral("OAEP-SEAL"));
    return toBase64(*sealed);
}

Result<OaepPrivateKey> OaepPrivateKey::generate(int bits)
{
    EvpKey key(EVP_RSA_gen(static_cast<unsigned int>(bits)));
    if (!isUsableRsa(key))
        return badKey("generation");
    OaepPrivateKey out;
    out.d = std::make_shared<Private>(Private{std::move(key)});
    return out;
}

Result<OaepPrivateKey> OaepPrivateKey::parse(const Secret &der)
{
    const auto *at = octets(QByteArrayView(der.reveal()));
    EvpKey key(d2i_AutoPrivateKey(nullptr, &at, long(der.reveal().size())));
    if (!isUsableRsa(key))
        return badKey("not an RSA key of a usable size");
    OaepPrivateKey out;
    out.d = std::make_shared<Private>(Private{std::move(key)});
    return out;
}

Result<Secret> OaepPrivateKey::der() const
{
    auto der = derOf(d->key.get(), i2d_PrivateKey);
    if (!der)
        return badKey("encoding");
    return Secret(std::move(*der));
}

Result<QByteArray> OaepPrivateKey::publicKey() const
{
    const auto der = derOf(d->key.get(), i2d_PUBKEY);
    if (!der)
        return badKey("encoding");
    return toBase64(*der);
}

Result<Secret> OaepPrivateKey::open(QByteArrayView base64) const
{
    const auto refused = fail(ErrorKind::Invalid, QStringLiteral("OAEP-OPEN"));
    const auto sealed = fromBase64(base64);
    const EvpKeyContext context(EVP_PKEY_CTX_new(d->key.get(), nullptr));
    if (!sealed || sealed->isEmpty() || !context || EVP_PKEY_decrypt_init(context.get()) != 1 || !setPadding(context))
        return refused;
    auto plain = run(EVP_PKEY_decrypt, context, *sealed);
    if (!plain)
        return refused;
    return Secret(std::move(*plain));
}

}
