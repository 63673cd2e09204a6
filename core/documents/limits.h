#pragma once

#include <QtGlobal>

#include <chrono>

namespace nadi::documents
{

/// Limits of one job (S-F3). The worker also limits itself: address space, CPU seconds, no network, no new files.
struct PageLimits
{
    qint64 fileBytes = 20LL * 1024 * 1024;
    qint64 shrinkableBytes = 64LL * 1024 * 1024; ///< of a file that a person asked to shrink (B18)
    int pages = 50;
    qint64 pixels = 50'000'000; ///< of one image, before decoding
    int side = 12'000; ///< pixels
    int cpuSeconds = 10;
    qint64 memoryBytes = 512LL * 1024 * 1024; ///< address space of the worker
    std::chrono::milliseconds wallTime{30'000}; ///< of the whole job; a stopped or starved worker uses no CPU time
};

}
