#pragma once

#include "crypto/oaep.h"

#include <QString>

#include <optional>

namespace nadi::sandbox::abha
{

/// The service's own 4096-bit key, to which callers encrypt what identifies a person (abha-m1.md section 2). Made when
/// it is first needed, because making it takes seconds that most tests do not want to spend.
class IdentifierKey
{
public:
    /// With a file the key is read from there, or made and kept there.
    explicit IdentifierKey(QString file)
        : m_file(std::move(file))
    {
    }
    /// Base64 of the DER.
    Result<QByteArray> publicKey();
    /// The text; nullopt for whatever does not open, for whatever reason.
    std::optional<QString> open(const QString &sealed);
    /// Another key from now on, as after a change of the service's certificate.
    void replace();

private:
    Result<crypto::OaepPrivateKey> load() const;
    const crypto::OaepPrivateKey *key();

    QString m_file;
    std::optional<crypto::OaepPrivateKey> m_key;
};

}
