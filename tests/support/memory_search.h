#pragma once

#include <QByteArray>
#include <QList>

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace nadi::test
{

/// A text to look for that is itself not in memory: every byte is kept turned over.
class Canary
{
public:
    explicit Canary(QByteArray text)
    {
        for (auto &byte : text)
            m_turned.append(char(~byte));
        volatile char *wiped = text.data();
        for (qsizetype i = 0; i < text.size(); ++i)
            wiped[i] = 0;
    }
    qsizetype size() const { return m_turned.size(); }
    char at(qsizetype i) const { return char(~m_turned[i]); }

private:
    QByteArray m_turned;
};

/// How often a text stands in the memory of a process that can be written to: heap, stacks, data; as bytes and as
/// UTF-16. Of this process unless another one is named, whose memory only its debugger may read: root, or its parent
/// while it is dumpable.
class MemorySearch
{
public:
    static bool canRead(qint64 process)
    {
        const int memory = ::open(file(process, "mem").constData(), O_RDONLY | O_CLOEXEC);
        if (memory >= 0)
            ::close(memory);
        return memory >= 0;
    }
    static int count(const Canary &canary, qint64 process = ::getpid()) { return counts({&canary}, process).front(); }
    /// Of each, in one pass.
    static std::vector<int> counts(const std::vector<const Canary *> &canaries, qint64 process = ::getpid())
    {
        Search search(canaries);
        const std::unique_ptr<FILE, int (*)(FILE *)> maps(
            std::fopen(file(process, "maps").constData(), "r"), &std::fclose);
        const int memory = ::open(file(process, "mem").constData(), O_RDONLY | O_CLOEXEC);
        char line[512];
        while (maps && std::fgets(line, sizeof line, maps.get())) {
            unsigned long begin = 0;
            unsigned long end = 0;
            char rights[5] = {};
            if (std::sscanf(line, "%lx-%lx %4s", &begin, &end, rights) == 3 && rights[0] == 'r' && rights[1] == 'w')
                countIn(memory, begin, end, search, process == ::getpid());
        }
        ::close(memory);
        return search.found;
    }

private:
    static constexpr qsizetype window = 1 << 20;
    static constexpr qsizetype overlap = 256;

    static QByteArray file(qint64 process, const char *name)
    {
        return "/proc/" + QByteArray::number(process) + '/' + name;
    }

    struct Search
    {
        explicit Search(const std::vector<const Canary *> &all)
            : canaries(all)
            , found(all.size())
        {
            for (size_t i = 0; i < all.size(); ++i)
                byFirst[static_cast<unsigned char>(all[i]->at(0))].push_back(i);
        }
        const std::vector<const Canary *> &canaries;
        std::vector<int> found;
        std::array<std::vector<size_t>, 256> byFirst;
    };

    static void countIn(int memory, unsigned long begin, unsigned long end, Search &search, bool ours)
    {
        static char buffer[window + overlap]; // one place, left out of the search and wiped after it
        const auto own = reinterpret_cast<unsigned long>(buffer);
        for (auto at = begin; at < end; at += window) {
            const auto got = ::pread(memory, buffer, std::min<size_t>(sizeof buffer, end - at), off_t(at));
            for (qsizetype i = 0; i < std::min<qsizetype>(got, window); ++i) {
                const auto address = at + size_t(i);
                if (ours && address >= own - overlap && address < own + sizeof buffer)
                    continue;
                for (const auto which : search.byFirst[static_cast<unsigned char>(buffer[i])]) {
                    const auto &canary = *search.canaries[which];
                    search.found[which]
                        += stands(buffer + i, got - i, canary, 1) || stands(buffer + i, got - i, canary, 2);
                }
            }
        }
        explicit_bzero(buffer, sizeof buffer);
    }

    static bool stands(const char *text, qsizetype left, const Canary &canary, qsizetype width)
    {
        if (left < canary.size() * width)
            return false;
        for (qsizetype i = 0; i < canary.size(); ++i)
            if (text[i * width] != canary.at(i) || (width == 2 && text[i * width + 1] != 0))
                return false;
        return true;
    }
};

}
