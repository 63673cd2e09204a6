#pragma once

#include <QtGlobal>

#include <ctime>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NADI_TEST_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define NADI_TEST_SANITIZED
#endif
#endif

namespace nadi::test
{

/// A limit of time that a test holds the program to, in milliseconds. The sanitizers look for other faults and make
/// everything several times slower.
constexpr qint64 timeLimit(qint64 ms)
{
#ifdef NADI_TEST_SANITIZED
    return ms * 8;
#else
    return ms;
#endif
}

/// Processor time of this process: a busy machine does not make a parser slow.
class ProcessorTimer
{
public:
    qint64 elapsed() const { return qint64(std::clock() - m_begin) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_begin = std::clock();
};

}
