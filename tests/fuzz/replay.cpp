// Runs a fuzz target over its seeds without libFuzzer: each seed, each of its prefixes (up to a limit) and seeded
// damage.

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace
{
void run(const QByteArray &bytes)
{
    // A copy of exactly this size, so that a sanitizer sees a read past the end.
    const std::vector<uint8_t> exact(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void runDamaged(const QByteArray &seed, std::mt19937 &random)
{
    constexpr int variants = 64;
    for (int i = 0; i < variants && !seed.isEmpty(); ++i) {
        auto damaged = seed;
        for (auto changes = 1 + random() % 4; changes > 0; --changes)
            damaged[qsizetype(random() % size_t(damaged.size()))] = char(random());
        run(damaged);
    }
}
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s CORPUS-FOLDER\n", argv[0]);
        return 2;
    }
    const QDir corpus(QFile::decodeName(argv[1]));
    const auto names = corpus.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty()) {
        std::fprintf(stderr, "no seeds in %s\n", argv[1]);
        return 1;
    }
    std::mt19937 random(1);
    run({});
    for (const auto &name : names) {
        QFile file(corpus.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const auto seed = file.readAll();
        run(seed);
        const auto step = std::max<qsizetype>(1, seed.size() / 256);
        for (qsizetype size = 0; size < seed.size(); size += step)
            run(seed.first(size));
        runDamaged(seed, random);
    }
    std::printf("%lld seeds replayed\n", static_cast<long long>(names.size()));
    return 0;
}
