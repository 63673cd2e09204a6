#include "common/freed_memory.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define NADI_FOREIGN_HEAP
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define NADI_FOREIGN_HEAP
#endif

namespace
{
std::atomic<int> living{0};
}

#ifndef NADI_FOREIGN_HEAP
#include <malloc.h>

// glibc's own entry points. A program may define free() and realloc(): every library in it then calls these.
extern "C" {
void __libc_free(void *block) noexcept;
void *__libc_realloc(void *block, size_t size) noexcept;

void free(void *block) noexcept
{
    if (block && living.load(std::memory_order_relaxed) > 0)
        explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, size_t size) noexcept
{
    if (!block || size == 0 || living.load(std::memory_order_relaxed) == 0)
        return __libc_realloc(block, size);
    // glibc would copy and leave the old block as it is.
    const auto before = malloc_usable_size(block);
    if (size <= before && size >= before / 2)
        return block;
    void *moved = malloc(size);
    if (!moved)
        return nullptr;
    memcpy(moved, block, before < size ? before : size);
    free(block);
    return moved;
}
}
#endif

namespace nadi
{

FreedMemoryWiper::FreedMemoryWiper()
{
    ++living;
}

FreedMemoryWiper::~FreedMemoryWiper()
{
    --living;
}

bool FreedMemoryWiper::works()
{
#ifdef NADI_FOREIGN_HEAP
    return false;
#else
    return true;
#endif
}

}
