// Fidelius against OpenSSL's own ceilings in the same process: X25519 (as `openssl speed ecdhx25519` measures it) and
// AES-256-GCM by EVP. The ratios are what docs/performance.md states; absolute figures belong to one machine.

#include "crypto/digest.h"
#include "crypto/fidelius.h"
#include "support/seeded_random.h"

#include <benchmark/benchmark.h>
#include <openssl/evp.h>

#include <cstdio>
#include <ctime>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
constexpr qsizetype pageBytes = 5 * 1024 * 1024;

test::SeededRandom &seeded()
{
    static test::SeededRandom random(1);
    return random;
}

KeyPair pair()
{
    return KeyPair::generate(seeded()).value();
}

class OpensslX25519
{
public:
    OpensslX25519()
        : m_own(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"))
        , m_peer(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"))
        , m_context(EVP_PKEY_CTX_new(m_own, nullptr))
    {
        EVP_PKEY_derive_init(m_context);
        EVP_PKEY_derive_set_peer(m_context, m_peer);
    }
    ~OpensslX25519()
    {
        EVP_PKEY_CTX_free(m_context);
        EVP_PKEY_free(m_own);
        EVP_PKEY_free(m_peer);
    }
    void derive()
    {
        unsigned char out[32];
        size_t size = sizeof out;
        if (EVP_PKEY_derive(m_context, out, &size) != 1)
            std::abort();
        benchmark::DoNotOptimize(out);
    }

private:
    EVP_PKEY *m_own;
    EVP_PKEY *m_peer;
    EVP_PKEY_CTX *m_context;
};

// AES-256-GCM alone, the reference for throughput.
void gcmAlone(const QByteArray &plain, QByteArray &out)
{
    static const QByteArray key(32, 'k'), iv(12, 'i');
    const auto bytes = [](const QByteArray &b) { return reinterpret_cast<const unsigned char *>(b.constData()); };
    auto *context = EVP_CIPHER_CTX_new();
    int written = 0;
    EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, bytes(key), bytes(iv));
    EVP_EncryptUpdate(
        context, reinterpret_cast<unsigned char *>(out.data()), &written, bytes(plain), int(plain.size()));
    EVP_EncryptFinal_ex(context, nullptr, &written);
    EVP_CIPHER_CTX_free(context);
    benchmark::DoNotOptimize(out.data());
}

qsizetype streamPage(const QByteArray &plain, const KeyPair &sender, const KeyPair &requester, QByteArray &out)
{
    out.resize(0);
    auto stream = StreamEncryptor::begin(sender, requester.publicKey(), requester.nonce()).value();
    if (!stream.add(plain, out) || !stream.finish(out))
        std::abort();
    benchmark::DoNotOptimize(stream.md5Base64());
    return out.size();
}

void opensslX25519(benchmark::State &state)
{
    OpensslX25519 openssl;
    for (auto _ : state)
        openssl.derive();
}
BENCHMARK(opensslX25519);

void agreeWithCheckedPeer(benchmark::State &state)
{
    const auto own = pair(), peer = pair();
    for (auto _ : state)
        benchmark::DoNotOptimize(agree(own.privateKey(), peer.publicKey()));
}
BENCHMARK(agreeWithCheckedPeer);

void checkPeer(benchmark::State &state)
{
    const auto text = pair().publicKey().encode(state.range(0) ? KeyForm::X509 : KeyForm::Raw);
    for (auto _ : state)
        benchmark::DoNotOptimize(PublicKey::parse(text));
}
BENCHMARK(checkPeer)->ArgName("x509")->Arg(0)->Arg(1);

void generateKeyPair(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(KeyPair::generate(seeded()));
}
BENCHMARK(generateKeyPair);

void readPrivateKey(benchmark::State &state)
{
    const auto own = pair();
    const auto key = own.privateKey().reveal().toBase64(), nonce = own.nonce().toBase64();
    for (auto _ : state)
        benchmark::DoNotOptimize(KeyPair::fromPrivate(key, nonce));
}
BENCHMARK(readPrivateKey);

void aesGcmAlone(benchmark::State &state)
{
    const auto plain = seeded().bytes(state.range(0));
    QByteArray out(plain.size() + 16, '\0');
    for (auto _ : state)
        gcmAlone(plain, out);
    state.SetBytesProcessed(int64_t(state.iterations()) * plain.size());
}
BENCHMARK(aesGcmAlone)->Arg(5 * 1024)->Arg(pageBytes);

void encryptPage(benchmark::State &state)
{
    const auto plain = seeded().bytes(state.range(0));
    const auto sender = pair(), requester = pair();
    for (auto _ : state)
        benchmark::DoNotOptimize(encrypt(plain, sender, requester.publicKey(), requester.nonce()));
    state.SetBytesProcessed(int64_t(state.iterations()) * plain.size());
}
BENCHMARK(encryptPage)->Arg(5 * 1024)->Arg(pageBytes);

void encryptChecksumBase64(benchmark::State &state)
{
    const auto plain = seeded().bytes(state.range(0));
    const auto sender = pair(), requester = pair();
    QByteArray out;
    for (auto _ : state)
        streamPage(plain, sender, requester, out);
    state.SetBytesProcessed(int64_t(state.iterations()) * plain.size());
}
BENCHMARK(encryptChecksumBase64)->Arg(5 * 1024)->Arg(pageBytes);

void decryptPage(benchmark::State &state)
{
    const auto sender = pair(), requester = pair();
    const auto plain = seeded().bytes(state.range(0));
    const auto sealed = encrypt(plain, sender, requester.publicKey(), requester.nonce()).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(decrypt(sealed, requester, sender.publicKey(), sender.nonce()));
    state.SetBytesProcessed(int64_t(state.iterations()) * plain.size());
}
BENCHMARK(decryptPage)->Arg(5 * 1024)->Arg(pageBytes);

// CPU time of `rounds` calls, the best of several interleaved tries: on a busy machine both sides see the same noise.
template <class Ours, class Theirs>
double ratio(int rounds, Ours ours, Theirs theirs)
{
    const auto cpuTime = [rounds](auto &work) {
        const auto begin = std::clock();
        for (int i = 0; i < rounds; ++i)
            work();
        return double(std::clock() - begin);
    };
    double best = 1e300, bestTheirs = 1e300;
    for (int i = 0; i < 7; ++i) {
        best = std::min(best, cpuTime(ours));
        bestTheirs = std::min(bestTheirs, cpuTime(theirs));
    }
    return best / bestTheirs;
}

void printRatios()
{
    const auto own = pair(), peer = pair();
    OpensslX25519 openssl;
    const auto agreement = ratio(
        500, [&] { benchmark::DoNotOptimize(agree(own.privateKey(), peer.publicKey())); }, [&] { openssl.derive(); });
    const auto plain = seeded().bytes(pageBytes);
    QByteArray page, sealed(plain.size() + 16, '\0');
    const auto throughput = ratio(3, [&] { streamPage(plain, own, peer, page); }, [&] { gcmAlone(plain, sealed); });
    // On standard error: standard output may be the JSON report.
    std::fprintf(stderr, "agreement / openssl X25519 derive = %.2f (goal <= 1.50)\n", agreement);
    std::fprintf(stderr, "encrypt+md5+base64 of 5 MB / AES-256-GCM alone = %.2f\n", throughput);
}
}

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    printRatios();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
