#include "sandbox/abha/identifier_key.h"

#include "common/log.h"

#include <QFile>
#include <QSaveFile>

namespace nadi::sandbox::abha
{
namespace
{
constexpr int bits = 4096;

bool keep(const QString &path, const crypto::OaepPrivateKey &key)
{
    const auto der = key.der();
    QSaveFile file(path);
    return der && file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(der->reveal()) == der->reveal().size() && file.commit();
}
}

Result<crypto::OaepPrivateKey> IdentifierKey::load() const
{
    QFile file(m_file);
    if (!m_file.isEmpty() && file.open(QIODevice::ReadOnly))
        if (auto kept = crypto::OaepPrivateKey::parse(Secret(file.readAll())))
            return kept;
    auto made = crypto::OaepPrivateKey::generate(bits);
    if (made && !m_file.isEmpty() && !keep(m_file, *made))
        qCWarning(lcSandbox) << "the identifier key could not be kept";
    return made;
}

const crypto::OaepPrivateKey *IdentifierKey::key()
{
    if (m_key)
        return &*m_key;
    auto loaded = load();
    if (!loaded)
        return nullptr;
    m_key = std::move(*loaded);
    return &*m_key;
}

void IdentifierKey::replace()
{
    QFile::remove(m_file);
    m_key.reset();
}

Result<QByteArray> IdentifierKey::publicKey()
{
    const auto *held = key();
    return held ? held->publicKey() : fail(ErrorKind::Internal, QStringLiteral("OAEP-KEY"));
}

std::optional<QString> IdentifierKey::open(const QString &sealed)
{
    const auto *held = key();
    if (!held)
        return std::nullopt;
    const auto plain = held->open(sealed.toLatin1());
    return plain ? std::optional(QString::fromUtf8(plain->reveal())) : std::nullopt;
}

}
