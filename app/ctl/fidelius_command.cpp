#include "command.h"
#include "crypto/fidelius.h"
#include "line_reader.h"

#include <QJsonDocument>

#include <unistd.h>

namespace nadi::ctl
{
namespace
{
using namespace crypto;

// A push page holds one document; 50 MB of it are the reader's limit, 4/3 of that as base64.
constexpr qsizetype longestLine = 96 * 1024 * 1024;

tl::unexpected<Error> badRequest(const char *code, const QString &why)
{
    return fail(ErrorKind::Invalid, QLatin1String(code), why);
}

// The string members of one request; remembers the first that is missing.
class Request
{
public:
    explicit Request(QJsonObject json)
        : m_json(std::move(json))
    {
    }
    QByteArray text(const char *name)
    {
        const auto value = m_json.value(QLatin1String(name));
        if (!value.isString() && m_missing.isEmpty())
            m_missing = QLatin1String(name);
        return value.toString().toLatin1();
    }
    Done complete() const
    {
        if (m_missing.isEmpty())
            return {};
        return badRequest("CTL-FIELD", m_missing + QStringLiteral(" must be a string"));
    }

private:
    QJsonObject m_json;
    QString m_missing;
};

QJsonObject member(const char *name, const QByteArray &value)
{
    return {{QLatin1String(name), QString::fromLatin1(value)}};
}

Result<QJsonObject> generate(Request &)
{
    SystemRandom random;
    const auto pair = KeyPair::generate(random);
    if (!pair)
        return failed(pair);
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(bytes); };
    return QJsonObject{{QStringLiteral("privateKey"), text(pair->privateKey().reveal().toBase64())},
        {QStringLiteral("publicKey"), text(pair->publicKey().encode(KeyForm::Raw))},
        {QStringLiteral("x509PublicKey"), text(pair->publicKey().encode(KeyForm::X509))},
        {QStringLiteral("nonce"), text(pair->nonce().toBase64())}};
}

struct Parties
{
    KeyPair own;
    PublicKey peer;
    QByteArray peerNonce;
};

Result<Parties> parties(
    const QByteArray &privateKey, const QByteArray &ownNonce, const QByteArray &peerKey, const QByteArray &peerNonce)
{
    auto own = KeyPair::fromPrivate(privateKey, ownNonce);
    if (!own)
        return failed(own);
    auto peer = PublicKey::parse(peerKey);
    if (!peer)
        return failed(peer);
    auto nonce = parseNonce(peerNonce);
    if (!nonce)
        return failed(nonce);
    return Parties{std::move(*own), std::move(*peer), std::move(*nonce)};
}

Result<QJsonObject> encryptText(Request &request)
{
    const auto encoded = request.text("plaintextBase64");
    const auto senderNonce = request.text("senderNonce"), requesterNonce = request.text("requesterNonce");
    const auto privateKey = request.text("senderPrivateKey"), publicKey = request.text("requesterPublicKey");
    if (const auto complete = request.complete(); !complete)
        return failed(complete);
    auto plain = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!plain)
        return badRequest("FID-ENCODING", QStringLiteral("plaintextBase64"));
    const auto both = parties(privateKey, senderNonce, publicKey, requesterNonce);
    if (!both)
        return failed(both);
    const auto sealed = encrypt(plain.decoded, both->own, both->peer, both->peerNonce);
    if (!sealed)
        return failed(sealed);
    return member("encryptedData", *sealed);
}

Result<QJsonObject> decryptText(Request &request)
{
    const auto sealed = request.text("encryptedData");
    const auto requesterNonce = request.text("requesterNonce"), senderNonce = request.text("senderNonce");
    const auto privateKey = request.text("requesterPrivateKey"), publicKey = request.text("senderPublicKey");
    if (const auto complete = request.complete(); !complete)
        return failed(complete);
    const auto both = parties(privateKey, requesterNonce, publicKey, senderNonce);
    if (!both)
        return failed(both);
    const auto plain = decrypt(sealed, both->own, both->peer, both->peerNonce);
    if (!plain)
        return failed(plain);
    return member("plaintextBase64", plain->reveal().toBase64());
}

Result<QJsonObject> agreeSecret(Request &request)
{
    const auto privateKey = request.text("privateKey"), publicKey = request.text("publicKey");
    if (const auto complete = request.complete(); !complete)
        return failed(complete);
    const auto d = parsePrivateKey(privateKey);
    if (!d)
        return failed(d);
    const auto peer = PublicKey::parse(publicKey);
    if (!peer)
        return failed(peer);
    const auto shared = agree(*d, *peer);
    if (!shared)
        return failed(shared);
    return member("sharedSecretHex", shared->reveal().toHex());
}

Result<QJsonObject> answer(const LineReader::Line &line)
{
    if (line.tooLong)
        return badRequest("CTL-LIMIT", QStringLiteral("a line has at most %1 bytes").arg(longestLine));
    const auto document = QJsonDocument::fromJson(line.text);
    if (!document.isObject())
        return badRequest("CTL-JSON", QStringLiteral("each line is one JSON object"));
    static const QHash<QString, Result<QJsonObject> (*)(Request &)> operations{
        {QStringLiteral("gkm"), generate},
        {QStringLiteral("encrypt"), encryptText},
        {QStringLiteral("decrypt"), decryptText},
        {QStringLiteral("agree"), agreeSecret},
    };
    const auto operation = operations.value(document.object().value(u"op").toString());
    if (!operation)
        return badRequest("CTL-OP", QStringLiteral("op is gkm, encrypt, decrypt or agree"));
    Request request(document.object());
    return operation(request);
}
}

Exit runFidelius(const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return usage(QStringLiteral("nadictl fidelius < REQUESTS (one JSON object per line)"));
    LineReader lines(STDIN_FILENO, longestLine);
    while (const auto line = lines.next()) {
        const auto result = answer(*line);
        print(result ? *result : asJson(result.error()));
    }
    return Exit::Ok;
}

}
