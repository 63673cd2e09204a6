#pragma once

#include <QByteArray>
#include <QList>

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

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

/// How often a text stands in the memory of this process that can be written to: heap, stacks, data; as bytes and as
/// UTF-16.
class MemorySearch
{
public:
    static int count(const Canary &canary)
    {
        int found = 0;
        const std::unique_ptr<FILE, int (*)(FILE *)> maps(std::fopen("/proc/self/maps", "r"), &std::fclose);
        const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        char line[512];
        while (maps && std::fgets(line, sizeof line, maps.get())) {
            unsigned long begin = 0;
            unsigned long end = 0;
            char rights[5] = {};
            if (std::sscanf(line, "%lx-%lx %4s", &begin, &end, rights) == 3 && rights[0] == 'r' && rights[1] == 'w')
                found += countIn(memory, begin, end, canary);
        }
        ::close(memory);
        return found;
    }

private:
    static constexpr qsizetype window = 1 << 20;
    static constexpr qsizetype overlap = 256;

    static int countIn(int memory, unsigned long begin, unsigned long end, const Canary &canary)
    {
        static char buffer[window + overlap]; // one place, left out of the search and wiped after it
        int found = 0;
        for (auto at = begin; at < end; at += window) {
            const auto got = ::pread(memory, buffer, std::min<size_t>(sizeof buffer, end - at), off_t(at));
            const auto own = reinterpret_cast<unsigned long>(buffer);
            for (qsizetype i = 0; i < std::min<qsizetype>(got, window); ++i) {
                const auto address = at + size_t(i);
                if (address >= own - overlap && address < own + sizeof buffer)
                    continue;
                found += stands(buffer + i, got - i, canary, 1) || stands(buffer + i, got - i, canary, 2);
            }
        }
        explicit_bzero(buffer, sizeof buffer);
        return found;
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
