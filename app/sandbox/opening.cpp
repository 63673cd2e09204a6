#include "sandbox/opening.h"

#include "crypto/digest.h"

#include <QJsonDocument>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
OpenedEntry unopened(const QString &fault)
{
    return {{}, fault, u"not verified"_s};
}
}

QString compareChecksum(const QByteArray &plain, const QString &checksum)
{
    const auto md5 = crypto::md5(plain);
    const auto written = checksum.toLatin1();
    if (written == md5.toBase64() || written.toLower() == md5.toHex())
        return u"verified"_s;
    const bool looksLikeMd5 = written.size() == md5.toBase64().size() || written.size() == md5.toHex().size();
    return looksLikeMd5 ? u"different"_s : u"not verified"_s;
}

OpenedEntry openEntry(const QJsonObject &entry, const QJsonObject &keyMaterial, const crypto::KeyPair &keys)
{
    const auto sender = crypto::PublicKey::parse(keyMaterial[u"dhPublicKey"][u"keyValue"].toString().toLatin1());
    if (!sender)
        return unopened(sender.error().code);
    const auto nonce = QByteArray::fromBase64(keyMaterial[u"nonce"].toString().toLatin1());
    const auto plain = crypto::decrypt(entry[u"content"].toString().toLatin1(), keys, *sender, nonce);
    if (!plain)
        return unopened(plain.error().code);
    const QByteArray bundle(plain->reveal().constData(), plain->reveal().size());
    const auto checksum = compareChecksum(bundle, entry[u"checksum"].toString());
    if (QJsonDocument::fromJson(bundle).object()[u"resourceType"].toString() != u"Bundle"_s)
        return {{}, u"NOT-A-BUNDLE"_s, checksum};
    return {bundle, {}, checksum};
}

}
