#include "command.h"
#include "crypto/base64.h"
#include "crypto/fidelius.h"
#include "line_reader.h"

#include <QHash>

#include <rapidjson/document.h>
#include <unistd.h>

#include <cstdio>

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

// One request, parsed inside its line: a document of many megabytes is never turned into UTF-16 and back. Remembers the
// first member that is missing.
class Request
{
public:
    static Result<Request> parse(QByteArray &line)
    {
        // Iterative: a line of brackets must not use up the stack. A zero byte would end the text early.
        constexpr auto flags
            = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
        Request request;
        if (line.contains('\0') || request.m_json.ParseInsitu<flags>(line.data()).HasParseError()
            || !request.m_json.IsObject())
            return badRequest("CTL-JSON", QStringLiteral("each line is one JSON object"));
        return request;
    }

    QByteArrayView text(const char *name)
    {
        const auto member = m_json.FindMember(name);
        if (member != m_json.MemberEnd() && member->value.IsString())
            return {member->value.GetString(), qsizetype(member->value.GetStringLength())};
        if (m_missing.isEmpty())
            m_missing = QLatin1String(name);
        return {};
    }
    Done complete() const
    {
        if (m_missing.isEmpty())
            return {};
        return badRequest("CTL-FIELD", m_missing + QStringLiteral(" must be a string"));
    }

private:
    rapidjson::Document m_json;
    QString m_missing;
};

// What comes back is base64 or hex: nothing in it needs escaping.
QByteArray member(const char *name, QByteArrayView value)
{
    QByteArray out;
    out.reserve(value.size() + 64);
    return out.append('"').append(name).append("\":\"").append(value).append('"');
}

Result<QByteArray> generate(Request &)
{
    SystemRandom random;
    const auto pair = KeyPair::generate(random);
    if (!pair)
        return failed(pair);
    return member("privateKey", toBase64(pair->privateKey().reveal())) + ','
        + member("publicKey", pair->publicKey().encode(KeyForm::Raw)) + ','
        + member("x509PublicKey", pair->publicKey().encode(KeyForm::X509)) + ','
        + member("nonce", toBase64(pair->nonce()));
}

struct Parties
{
    KeyPair own;
    PublicKey peer;
    QByteArray peerNonce;
};

Result<Parties> parties(
    QByteArrayView privateKey, QByteArrayView ownNonce, QByteArrayView peerKey, QByteArrayView peerNonce)
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

Result<QByteArray> encryptText(Request &request)
{
    const auto encoded = request.text("plaintextBase64");
    const auto senderNonce = request.text("senderNonce"), requesterNonce = request.text("requesterNonce");
    const auto privateKey = request.text("senderPrivateKey"), publicKey = request.text("requesterPublicKey");
    if (const auto complete = request.complete(); !complete)
        return failed(complete);
    const auto plain = fromBase64(encoded);
    if (!plain)
        return badRequest("FID-ENCODING", QStringLiteral("plaintextBase64"));
    const auto both = parties(privateKey, senderNonce, publicKey, requesterNonce);
    if (!both)
        return failed(both);
    const auto sealed = encrypt(*plain, both->own, both->peer, both->peerNonce);
    if (!sealed)
        return failed(sealed);
    return member("encryptedData", *sealed);
}

Result<QByteArray> decryptText(Request &request)
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
    return member("plaintextBase64", toBase64(plain->reveal()));
}

Result<QByteArray> agreeSecret(Request &request)
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

Result<QByteArray> answer(LineReader::Line &line)
{
    if (line.tooLong)
        return badRequest("CTL-LIMIT", QStringLiteral("a line has at most %1 bytes").arg(longestLine));
    auto request = Request::parse(line.text);
    if (!request)
        return failed(request);
    static const QHash<QByteArray, Result<QByteArray> (*)(Request &)> operations{
        {QByteArrayLiteral("gkm"), generate},
        {QByteArrayLiteral("encrypt"), encryptText},
        {QByteArrayLiteral("decrypt"), decryptText},
        {QByteArrayLiteral("agree"), agreeSecret},
    };
    const auto operation = operations.value(request->text("op").toByteArray());
    if (!operation)
        return badRequest("CTL-OP", QStringLiteral("op is gkm, encrypt, decrypt or agree"));
    return operation(*request);
}

void printMembers(const QByteArray &members)
{
    std::fputc('{', stdout);
    std::fwrite(members.constData(), 1, size_t(members.size()), stdout);
    std::fputs("}\n", stdout);
    std::fflush(stdout);
}
}

Exit runFidelius(const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return usage(QStringLiteral("nadictl fidelius < REQUESTS (one JSON object per line)"));
    LineReader lines(STDIN_FILENO, longestLine);
    while (auto line = lines.next()) {
        auto result = answer(*line);
        if (result)
            printMembers(*result);
        else
            print(asJson(result.error()));
        // Private keys went through both.
        Secret::wipe(line->text);
        if (result)
            Secret::wipe(*result);
    }
    return Exit::Ok;
}

}
