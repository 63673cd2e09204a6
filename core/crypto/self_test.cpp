#include "crypto/self_test.h"

#include "crypto/fidelius.h"

namespace nadi::crypto
{
namespace
{
// The example published with the Java reference (vector V01 of the tests).
constexpr char senderPrivate[] = "AYhVZpbVeX4KS5Qm/W0+9Ye2q3rnVVGmqRICmseWni4=";
constexpr char senderNonce[] = "lmXgblZwotx+DfBgKJF0lZXtAXgBEYr5khh79Zytr2Y=";
constexpr char requesterPrivate[] = "DMxHPri8d7IT23KgLk281zZenMfVHSdeamq0RhwlIBk=";
constexpr char requesterNonce[] = "6uj1RdDUbcpI3lVMZvijkMC8Te20O4Bcyz0SyivX8Eg=";
constexpr char senderPublic[]
    = "BABVt+mpRLMXiQpIfEq6bj8hlXsdtXIxLsspmMgLNI1SR5mHgDVbjHO2A+U4QlMddGzqyEidzm1AkhtSxSO2Ahg=";
constexpr char requesterPublic[]
    = "BAheD5rUqTy4V5xR4/6HWmYpopu5CO+KO8BECS0udNqUTSNo91TIqIIy1A4Vh+F94c+n9vAcwXU2bGcfsI5f69Y=";
constexpr char sharedHex[] = "1d96dcf5ae21f6430045e20b37956dbdb4981d64297c872b67da561e5419507b";
constexpr char plain[] = "Wormtail should never have been Potter cottage's secret keeper.";
constexpr char sealed[] = "pzMvVZNNVtJzqPkkxcCbBUWgDEBy/mBXIeT2dJWI16ZAQnnXUb9lI+S4k8XK6mgZSKKSRIHkcNvJplln"
                          "Bg548wUgavBa0vCRRwdL6kY6Yw==";

tl::unexpected<Error> failure(const char *step)
{
    return fail(ErrorKind::Internal, QStringLiteral("CRYPTO-SELF-TEST"), QLatin1String(step));
}
}

Done selfTest()
{
    const auto sender = KeyPair::fromPrivate(senderPrivate, senderNonce);
    const auto requester = KeyPair::fromPrivate(requesterPrivate, requesterNonce);
    if (!sender || !requester || sender->publicKey().encode(KeyForm::Raw) != senderPublic)
        return failure("key");
    const auto peer = PublicKey::parse(requesterPublic);
    const auto shared = peer ? agree(sender->privateKey(), *peer) : Result<Secret>(failed(peer));
    if (!shared || shared->reveal() != QByteArray::fromHex(sharedHex))
        return failure("agreement");
    const auto encrypted = encrypt(plain, *sender, *peer, requester->nonce());
    if (!encrypted || *encrypted != sealed)
        return failure("encryption");
    const auto opened = decrypt(sealed, *requester, sender->publicKey(), sender->nonce());
    if (!opened || opened->reveal() != plain)
        return failure("decryption");
    auto forged = *encrypted;
    forged[0] = forged[0] == 'A' ? 'B' : 'A';
    if (decrypt(forged, *requester, sender->publicKey(), sender->nonce()))
        return failure("a forged text was accepted");
    return {};
}

}
