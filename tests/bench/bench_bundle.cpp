// One record on its way out, end to end: a bundle with a 5 MB PDF is written, summed, encrypted and encoded piece by
// piece. The reference of the same run is AES-256-GCM alone, over the same 5 MB.

#include "crypto/fidelius.h"
#include "fhir/sample_input.h"
#include "support/seeded_random.h"

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <openssl/evp.h>

#include <cstdio>
#include <ctime>

using namespace nadi;

namespace
{
constexpr qsizetype pageBytes = 5 * 1024 * 1024;

size_t bytesInUse()
{
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// Everything a transfer has before it starts: the page, the keys and the people.
class Transfer
{
public:
    Transfer()
        : m_random(1)
        , m_page(m_random.bytes(pageBytes))
        , m_sender(crypto::KeyPair::generate(m_random).value())
        , m_requester(crypto::KeyPair::generate(m_random).value())
    {
        m_page.replace(0, 4, "%PDF");
    }

    const QByteArray &page() const { return m_page; }

    fhir::DocumentInput input() const
    {
        auto input = test::fullInput();
        input.attachments
            = {test::attachment(m_page, QStringLiteral("application/pdf"), QStringLiteral("Prescription"))};
        return input;
    }

    /// The pushed text; `look` is called with each piece. The key pair is used again only because nothing leaves the
    /// house.
    template <class Look>
    QByteArray run(Look look) const
    {
        auto encryptor = crypto::StreamEncryptor::begin(m_sender, m_requester.publicKey(), m_requester.nonce()).value();
        QByteArray out;
        out.reserve(pageBytes / 9 * 16 + 64 * 1024);
        const auto written = fhir::writeDocument(input(), [&](QByteArrayView piece) {
            look();
            return encryptor.add(piece, out);
        });
        if (!written || !encryptor.finish(out))
            std::abort();
        look();
        benchmark::DoNotOptimize(encryptor.md5Base64());
        return out;
    }

private:
    test::SeededRandom m_random;
    QByteArray m_page;
    crypto::KeyPair m_sender;
    crypto::KeyPair m_requester;
};

void gcmAlone(const QByteArray &plain, QByteArray &sealed)
{
    const QByteArray key(32, 'k'), iv(12, 'i');
    const auto *in = reinterpret_cast<const unsigned char *>(plain.constData());
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    auto *context = EVP_CIPHER_CTX_new();
    int size = 0;
    EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, reinterpret_cast<const unsigned char *>(key.constData()),
        reinterpret_cast<const unsigned char *>(iv.constData()));
    EVP_EncryptUpdate(context, out, &size, in, int(plain.size()));
    EVP_EncryptFinal_ex(context, out + size, &size);
    EVP_CIPHER_CTX_free(context);
}

void buildChecksumEncryptBase64(benchmark::State &state)
{
    const Transfer transfer;
    for (auto _ : state)
        benchmark::DoNotOptimize(transfer.run([] { }));
    state.SetBytesProcessed(int64_t(state.iterations()) * pageBytes);
}
BENCHMARK(buildChecksumEncryptBase64);

void buildAlone(benchmark::State &state)
{
    const Transfer transfer;
    for (auto _ : state) {
        qsizetype pushed = 0;
        if (!fhir::writeDocument(transfer.input(), [&](QByteArrayView piece) {
                pushed += piece.size();
                return Done();
            }))
            std::abort();
        benchmark::DoNotOptimize(pushed);
    }
    state.SetBytesProcessed(int64_t(state.iterations()) * pageBytes);
}
BENCHMARK(buildAlone);

void aes256GcmAlone(benchmark::State &state)
{
    const Transfer transfer;
    QByteArray sealed(pageBytes + 16, '\0');
    for (auto _ : state)
        gcmAlone(transfer.page(), sealed);
    state.SetBytesProcessed(int64_t(state.iterations()) * pageBytes);
}
BENCHMARK(aes256GcmAlone);

/// Seconds of processor time of the best of several tries.
template <class Work>
double bestSeconds(Work work)
{
    double best = 1e9;
    for (int i = 0; i < 15; ++i) {
        const auto begin = std::clock();
        work();
        best = std::min(best, double(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

void printFigures()
{
    const Transfer transfer;
    QByteArray sealed(pageBytes + 16, '\0');
    const double ours = bestSeconds([&] { transfer.run([] { }); });
    const double theirs = bestSeconds([&] { gcmAlone(transfer.page(), sealed); });
    const auto before = bytesInUse();
    size_t most = before;
    transfer.run([&] { most = std::max(most, bytesInUse()); });
    // On standard error: standard output may be the JSON report.
    std::fprintf(stderr, "5 MB bundle: %.0f MB/s per core (goal >= 150, target 350)\n", pageBytes / ours / 1e6);
    std::fprintf(stderr, "5 MB bundle / AES-256-GCM alone = %.2f\n", ours / theirs);
    std::fprintf(
        stderr, "5 MB bundle: %.2f pages of memory beside the page (goal <= 3)\n", double(most - before) / pageBytes);
}
}

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    printFigures();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
