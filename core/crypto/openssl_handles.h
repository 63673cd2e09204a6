#pragma once

// Private to the room: one owner per OpenSSL object.

#include "common/result.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <memory>

namespace nadi::crypto
{

template <auto release>
struct Releaser
{
    template <class T>
    void operator()(T *handle) const
    {
        release(handle);
    }
};

using EvpKey = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using EvpKeyContext = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX_free>>;
using EvpCipherContext = std::unique_ptr<EVP_CIPHER_CTX, Releaser<EVP_CIPHER_CTX_free>>;
using EvpDigestContext = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Releaser<BN_clear_free>>;
using BigNumberContext = std::unique_ptr<BN_CTX, Releaser<BN_CTX_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using CertificateExtension = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;
using MemoryBio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Releaser<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Releaser<OSSL_PARAM_free>>;

inline const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}
inline unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

}
