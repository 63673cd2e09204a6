#pragma once

#include "common/random.h"
#include "common/result.h"
#include "common/secret.h"

#include <memory>

namespace nadi::crypto
{

/// AES-256-GCM with a fresh 96-bit nonce per seal; layout: version byte 1 || nonce(12) || ciphertext || tag(16).
/// Callers choose nothing but key and context. Thread-safe.
class SealedBox
{
public:
    /// `key` is 32 bytes; sub-keys for sealing and for blind indexes are derived from it (HKDF-SHA256, labels
    /// "nadi/seal/1" and "nadi/index/1"). `random` must outlive the box. Error: KEY-SIZE.
    static Result<SealedBox> withKey(const Secret &key, Random &random);
    ~SealedBox();
    SealedBox(SealedBox &&) noexcept;
    SealedBox &operator=(SealedBox &&) noexcept;

    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const;
    /// SEAL-OPEN when key, context or bytes do not fit.
    Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const;
    /// HMAC-SHA256 over length-prefixed field and value.
    QByteArray blindIndex(QByteArrayView field, QByteArrayView value) const;

private:
    SealedBox();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Encrypts a file in 1 MiB chunks, each bound to its position, the last one marked; the header holds version, salt,
/// size and a note of at most 4 KiB that anybody can read and nobody can change (a wrapped key). Errors: FILE-OPEN,
/// FILE-WRITE, SEAL-OPEN, FILE-TRUNCATED.
Done sealFile(
    const QString &plainFile, const QString &sealedFile, const Secret &key, Random &random, QByteArrayView note = {});
Done openFile(const QString &sealedFile, const QString &plainFile, const Secret &key);
/// The note as it stands there; authentic only when openFile succeeds too.
Result<QByteArray> noteOf(const QString &sealedFile);

}
