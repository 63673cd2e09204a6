#include "bridge/push_page.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr qsizetype pieceBytes = 256 * 1024;
constexpr auto keyLife = 24h; // as the requester's own keys live; receivers do not test it (7.3)

/// JSON text of a string, quotes included: some of these values come from outside.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray keyMaterial(const crypto::KeyPair &pair, crypto::KeyForm form, UtcTime now)
{
    const QJsonObject publicKey{
        {u"expiry"_s, (now + keyLife).toIso()},
        {u"parameters"_s, u"Curve25519/32byte random key"_s},
        {u"keyValue"_s, QString::fromLatin1(pair.publicKey().encode(form))},
    };
    const QJsonObject material{
        {u"cryptoAlg"_s, u"ECDH"_s},
        {u"curve"_s, u"Curve25519"_s},
        {u"dhPublicKey"_s, publicKey},
        {u"nonce"_s, QString::fromLatin1(pair.nonce().toBase64())},
    };
    return QJsonDocument(material).toJson(QJsonDocument::Compact);
}

}

Result<QByteArray> encryptedPage(
    const flows::PushRecord &push, QByteArrayView document, crypto::KeyForm form, Random &random, UtcTime now)
{
    const auto requester = crypto::PublicKey::parse(push.requesterKey);
    if (!requester)
        return failed(requester);
    const auto nonce = QByteArray::fromBase64Encoding(push.requesterNonce, QByteArray::AbortOnBase64DecodingErrors);
    if (!nonce)
        return fail(ErrorKind::Crypto, u"FID-NONCE"_s);
    const auto pair = crypto::KeyPair::generate(random);
    if (!pair)
        return failed(pair);
    auto cipher = crypto::StreamEncryptor::begin(*pair, *requester, *nonce);
    if (!cipher)
        return failed(cipher);

    QByteArray page;
    page.reserve(document.size() * 4 / 3 + 4 * 1024);
    page += "{\"pageNumber\":" + QByteArray::number(push.pageNumber)
        + ",\"pageCount\":" + QByteArray::number(push.pageCount)
        + ",\"transactionId\":" + quoted(push.transaction.value()) + ",\"entries\":[{\"content\":\"";
    for (qsizetype at = 0; at < document.size(); at += pieceBytes)
        if (const auto added = cipher->add(document.sliced(at, std::min(pieceBytes, document.size() - at)), page);
            !added)
            return failed(added);
    if (const auto finished = cipher->finish(page); !finished)
        return failed(finished);
    page += "\",\"media\":\"application/fhir+json\",\"checksum\":\"" + cipher->md5Base64()
        + "\",\"careContextReference\":" + quoted(push.careContext.value())
        + "}],\"keyMaterial\":" + keyMaterial(*pair, form, now) + '}';
    return page;
}

}
