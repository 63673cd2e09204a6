#include "common/freed_memory.h"
#include "support/memory_search.h"

#include <QTest>

#include <cstdlib>
#include <cstring>

using namespace nadi;
using test::Canary;
using test::MemorySearch;

namespace
{
constexpr size_t blockSize = 400;

/// Writes the canary into a block far from what the heap notes in free blocks, and gives the block back.
void writeAndFree(const Canary &canary)
{
    auto *block = static_cast<volatile char *>(std::malloc(blockSize));
    for (qsizetype i = 0; i < canary.size(); ++i)
        block[200 + i] = canary.at(i);
    std::free(const_cast<char *>(block));
}

/// The same in a block that grows, so that the old one is left behind.
void writeAndGrow(const Canary &canary)
{
    auto *block = static_cast<char *>(std::malloc(blockSize));
    void *const behind = std::malloc(blockSize); // in the way of growing where it is
    for (qsizetype i = 0; i < canary.size(); ++i)
        block[200 + i] = canary.at(i);
    block = static_cast<char *>(std::realloc(block, 64 * blockSize));
    explicit_bzero(block, 64 * blockSize);
    std::free(block);
    std::free(behind);
}
}

class TestFreedMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!FreedMemoryWiper::works())
            QSKIP("another heap (sanitizer): freed memory was NOT searched");
    }

    void withoutTheWiperACopyStaysBehind()
    {
        const Canary canary("left-behind-4711");
        writeAndFree(canary);
        QVERIFY(MemorySearch::count(canary) > 0);
    }

    void withTheWiperNothingStays()
    {
        const FreedMemoryWiper wiper;
        const Canary freed("given-back-0815");
        const Canary grown("grown-out-of-2342");
        writeAndFree(freed);
        writeAndGrow(grown);
        QCOMPARE(MemorySearch::count(freed), 0);
        QCOMPARE(MemorySearch::count(grown), 0);
    }

    void whatIsKeptStaysWhatItWas()
    {
        const FreedMemoryWiper wiper;
        QByteArray text("a");
        for (int i = 0; i < 100'000; ++i)
            text.append(char('a' + i % 26));
        text.resize(60'000);
        text.squeeze();
        QCOMPARE(text.size(), 60'000);
        for (int i = 1; i < text.size(); ++i)
            QCOMPARE(text[i], char('a' + (i - 1) % 26));
    }
};

QTEST_GUILESS_MAIN(TestFreedMemory)
#include "tst_freed_memory.moc"
