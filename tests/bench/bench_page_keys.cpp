// No two pages share key and IV (S-X1, invariant I13): as many different pairs as pages. AES-GCM breaks when one pair
// serves two texts, so this counts the real thing, what two key pairs and two nonces become, over pages of one
// transfer: the requester's key and nonce stay, as a hostile requester would keep them. NADI_BENCH_PAGES says how many.

#include "crypto/session_key.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
constexpr std::size_t keyAndIv = 32 + 12;
using PageKey = std::array<char, keyAndIv>;

std::size_t pages()
{
    const int wanted = qEnvironmentVariableIntValue("NADI_BENCH_PAGES");
    return wanted > 0 ? std::size_t(wanted) : 2'000;
}

/// As the push makes it: a fresh key pair and nonce of the system's generator for each page.
PageKey nextPage(Random &random, const KeyPair &requester)
{
    const auto sender = KeyPair::generate(random).value();
    const auto session = agreeSession(sender, requester.publicKey(), requester.nonce()).value();
    PageKey out;
    std::memcpy(out.data(), session.key.reveal().constData(), 32);
    std::memcpy(out.data() + 32, session.iv.constData(), 12);
    return out;
}

void fill(std::span<PageKey> part, const KeyPair &requester)
{
    SystemRandom random;
    for (auto &page : part)
        page = nextPage(random, requester);
}

void allPagesDiffer(benchmark::State &state)
{
    SystemRandom random;
    const auto requester = KeyPair::generate(random).value();
    std::vector<PageKey> all(pages());
    for (auto _ : state) {
        const auto half = all.size() / 2;
        std::thread other(fill, std::span(all).first(half), std::cref(requester));
        fill(std::span(all).subspan(half), requester);
        other.join();
        std::ranges::sort(all);
        const auto different = all.size() - std::ranges::unique(all).size();
        std::fprintf(stderr, "%zu pages, %zu different pairs of key and IV\n", all.size(), different);
        if (different != all.size())
            std::exit(1);
    }
    state.SetItemsProcessed(int64_t(state.iterations() * all.size()));
}
BENCHMARK(allPagesDiffer)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();
}

BENCHMARK_MAIN();
