#pragma once

#include "common/result.h"
#include "common/secret.h"

#include <QByteArray>

#include <memory>

namespace nadi::crypto
{

// RSAES-OAEP as the ABHA service wants its identifiers: SHA-1, MGF1 with SHA-1, empty label (abha-m1.md section 2).

/// The service's public key. Cheap to copy.
class OaepPublicKey
{
public:
    /// Base64 of a DER SubjectPublicKeyInfo, with or without line breaks; RSA, 2048 to 8192 bits. Error: OAEP-KEY.
    static Result<OaepPublicKey> parse(QByteArrayView base64);
    /// Standard base64 on one line. Errors: OAEP-LENGTH (nothing, or more than the key carries), OAEP-SEAL.
    Result<QByteArray> seal(const Secret &plain) const;
    int bits() const;

private:
    struct Private;
    std::shared_ptr<Private> d;
};

/// For the sandbox's ABHA service and for tests.
class OaepPrivateKey
{
public:
    static Result<OaepPrivateKey> generate(int bits);
    /// DER of PKCS#8. Error: OAEP-KEY.
    static Result<OaepPrivateKey> parse(const Secret &der);
    Result<Secret> der() const;
    /// Base64 of the DER SubjectPublicKeyInfo.
    Result<QByteArray> publicKey() const;
    /// Error: OAEP-OPEN, whatever the reason.
    Result<Secret> open(QByteArrayView base64) const;

private:
    struct Private;
    std::shared_ptr<Private> d;
};

}
