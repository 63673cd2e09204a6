#pragma once

#include "support/canary.h"

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace nadi::test
{

/// Where a text stands in memory: how often, and of the first place enough to learn whose it is.
struct Found
{
    int count = 0;
    QByteArray first; ///< mapping, bytes or UTF-16, and what stands around it with every digit masked
};

/// Looks for a text in the memory of a process that can be written to: heap, stacks, data; as bytes and as UTF-16. Of
/// this process unless another one is named, whose memory only its debugger may read: root, or its parent while it is
/// dumpable.
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
    static int count(const Canary &canary, qint64 process = ::getpid())
    {
        return find({&canary}, process).front().count;
    }
    /// Each, in one pass.
    static std::vector<Found> find(const std::vector<const Canary *> &canaries, qint64 process = ::getpid())
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
            char name[256] = "anonymous";
            if (std::sscanf(line, "%lx-%lx %4s %*s %*s %*s %255s", &begin, &end, rights, name) >= 3 && rights[0] == 'r'
                && rights[1] == 'w')
                findIn(memory, {begin, end, name}, search, process == ::getpid());
        }
        ::close(memory);
        return search.found;
    }

private:
    static constexpr qsizetype window = 1 << 20;
    static constexpr qsizetype overlap = 256;
    static constexpr qsizetype around = 32; ///< bytes shown on each side of what was found

    struct Mapping
    {
        unsigned long begin;
        unsigned long end;
        const char *name; ///< "[heap]", "[stack]", a file, or "anonymous": other arenas, threads' stacks, large blocks
    };

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
        std::vector<Found> found;
        std::array<std::vector<size_t>, 256> byFirst;
    };

    static void findIn(int memory, const Mapping &mapping, Search &search, bool ours)
    {
        static char buffer[window + overlap]; // one place, left out of the search and wiped after it
        const auto own = reinterpret_cast<unsigned long>(buffer);
        for (auto at = mapping.begin; at < mapping.end; at += window) {
            const auto got = ::pread(memory, buffer, std::min<size_t>(sizeof buffer, mapping.end - at), off_t(at));
            for (qsizetype i = 0; i < std::min<qsizetype>(got, window); ++i) {
                const auto address = at + size_t(i);
                if (ours && address >= own - overlap && address < own + sizeof buffer)
                    continue;
                for (const auto which : search.byFirst[static_cast<unsigned char>(buffer[i])]) {
                    const auto &canary = *search.canaries[which];
                    const qsizetype width = stands(buffer + i, got - i, canary, 1) ? 1
                        : stands(buffer + i, got - i, canary, 2)                   ? 2
                                                                                   : 0;
                    if (width > 0 && ++search.found[which].count == 1)
                        search.found[which].first = placeOf(mapping, address, width)
                            + surroundings({buffer, got}, i, i + width * canary.size());
                }
            }
        }
        explicit_bzero(buffer, sizeof buffer);
    }

    static QByteArray placeOf(const Mapping &mapping, unsigned long address, qsizetype width)
    {
        return QByteArray(mapping.name) + " of " + QByteArray::number((mapping.end - mapping.begin) / 1024)
            + " KiB at +0x" + QByteArray::number(qulonglong(address - mapping.begin), 16)
            + (width == 1 ? ", bytes: " : ", UTF-16: ");
    }

    static QByteArray surroundings(QByteArrayView text, qsizetype begin, qsizetype end)
    {
        QByteArray shown;
        for (auto i = std::max<qsizetype>(0, begin - around); i < std::min(text.size(), end + around); ++i) {
            const char c = text[i];
            const bool digit = c >= '0' && c <= '9';
            shown += i >= begin && i < end ? '*' : digit ? '#' : c > ' ' && c <= '~' ? c : '.';
        }
        return shown;
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
