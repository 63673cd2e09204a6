#pragma once

namespace nadi
{

/// While one lives, whatever this process gives back to its heap is overwritten first, no matter who gives it back:
/// our own strings, Qt's network buffers, a text field's undo list. Secret wipes what we know of; this wipes the copies
/// that nobody knows of. Only with glibc; elsewhere, and under a sanitizer that owns the heap, it does nothing.
class FreedMemoryWiper
{
public:
    FreedMemoryWiper();
    ~FreedMemoryWiper();
    FreedMemoryWiper(const FreedMemoryWiper &) = delete;
    FreedMemoryWiper &operator=(const FreedMemoryWiper &) = delete;

    /// Whether it does anything in this build.
    static bool works();
};

}
