// Key material, ciphertext, tokens and recovery text as they come from outside. The first byte chooses the reader.

#include "crypto/fidelius.h"
#include "crypto/jwt.h"
#include "crypto/key_store.h"
#include "support/seeded_random.h"

using namespace nadi;
using namespace nadi::crypto;

namespace
{
const KeyPair &own()
{
    static test::SeededRandom random(1);
    static const KeyPair pair = KeyPair::generate(random).value();
    return pair;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void readPublicKey(QByteArrayView text)
{
    const auto key = PublicKey::parse(text);
    if (!key)
        return;
    // What was accepted is a full point that everybody can agree with and that reads back as itself.
    require(PublicKey::parse(key->encode(KeyForm::Raw))->point() == key->point());
    require(PublicKey::parse(key->encode(KeyForm::X509))->point() == key->point());
    require(agree(own().privateKey(), *key).has_value());
}

void readPrivateKey(QByteArrayView text)
{
    const auto pair = KeyPair::fromPrivate(text, own().nonce().toBase64());
    if (pair)
        require(PublicKey::parse(pair->publicKey().encode(KeyForm::Raw)).has_value());
}

void openCiphertext(QByteArrayView text)
{
    // Nobody but the holder of the key can make a text that opens.
    require(!decrypt(text, own(), own().publicKey(), QByteArray(32, 'n')));
}

void readRecoveryText(QByteArrayView bytes)
{
    const auto text = QString::fromUtf8(bytes.toByteArray());
    if (const auto key = fromRecoveryText(text))
        require(fromRecoveryText(toRecoveryText(*key)).value() == *key);
}

void readToken(QByteArrayView text)
{
    const QSet<JwtAlgorithm> allowed{JwtAlgorithm::RS256, JwtAlgorithm::RS512};
    const auto kid = jwtKid(text, allowed);
    require(!verifyJwt(text, {}, allowed, UtcTime::fromMs(1'795'200'000'000)));
    require(!kid || !kid->isEmpty());
}
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView rest(data + 1, qsizetype(size - 1));
    switch (data[0]) {
    case 'P':
        readPublicKey(rest);
        break;
    case 'd':
        readPrivateKey(rest);
        break;
    case 'c':
        openCiphertext(rest);
        break;
    case 'r':
        readRecoveryText(rest);
        break;
    case 'j':
        readToken(rest);
        break;
    case 'k':
        (void)KeySet::parse(rest);
        break;
    default:
        break;
    }
    return 0;
}
