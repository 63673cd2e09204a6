#include "crypto/base64.h"

// The well-known AVX2 arrangement of W. Muła and D. Lemire, "Faster Base64 Encoding and Decoding Using AVX2
// Instructions" (2018): shuffle to lanes, split into six-bit fields by multiplication, translate by table look-up.

#if defined(__x86_64__)

#include <immintrin.h>

namespace nadi::crypto::simd
{
namespace
{
#define NADI_AVX2 __attribute__((target("avx2")))

NADI_AVX2 inline __m256i bothLanes(char a, char b, char c, char d, char e, char f, char g, char h, char i, char j,
    char k, char l, char m, char n, char o, char p)
{
    return _mm256_setr_epi8(
        a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
}

// 24 bytes become 32 letters; reads 28.
NADI_AVX2 qsizetype encodeAvx2(const char *in, qsizetype size, char *out)
{
    const auto order = bothLanes(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
    const auto shift = bothLanes(65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19, -16, 0, 0);
    qsizetype at = 0;
    for (; size - at >= 28; at += 24, out += 32) {
        const auto low = _mm_loadu_si128(reinterpret_cast<const __m128i *>(in + at));
        const auto high = _mm_loadu_si128(reinterpret_cast<const __m128i *>(in + at + 12));
        const auto bytes = _mm256_shuffle_epi8(_mm256_set_m128i(high, low), order);
        const auto odd
            = _mm256_mulhi_epu16(_mm256_and_si256(bytes, _mm256_set1_epi32(0x0fc0fc00)), _mm256_set1_epi32(0x04000040));
        const auto even
            = _mm256_mullo_epi16(_mm256_and_si256(bytes, _mm256_set1_epi32(0x003f03f0)), _mm256_set1_epi32(0x01000010));
        const auto fields = _mm256_or_si256(odd, even);
        const auto range = _mm256_sub_epi8(
            _mm256_subs_epu8(fields, _mm256_set1_epi8(51)), _mm256_cmpgt_epi8(fields, _mm256_set1_epi8(25)));
        _mm256_storeu_si256(
            reinterpret_cast<__m256i *>(out), _mm256_add_epi8(fields, _mm256_shuffle_epi8(shift, range)));
    }
    return at;
}

// 32 letters become 24 bytes; writes 32. Stops at the first block that is not all alphabet.
NADI_AVX2 qsizetype decodeAvx2(const char *in, qsizetype size, char *out, qsizetype outCapacity)
{
    const auto lowTable
        = bothLanes(0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1a, 0x1b, 0x1b, 0x1b, 0x1a);
    const auto highTable
        = bothLanes(0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10);
    const auto rollTable = bothLanes(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
    const auto order = bothLanes(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    const auto slash = _mm256_set1_epi8(0x2f);
    qsizetype at = 0;
    for (qsizetype written = 0; size - at >= 32 && outCapacity - written >= 32; at += 32, written += 24) {
        const auto text = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(in + at));
        const auto high = _mm256_and_si256(_mm256_srli_epi32(text, 4), slash);
        const auto low = _mm256_and_si256(text, slash);
        if (!_mm256_testz_si256(_mm256_shuffle_epi8(lowTable, low), _mm256_shuffle_epi8(highTable, high)))
            break;
        const auto roll = _mm256_shuffle_epi8(rollTable, _mm256_add_epi8(_mm256_cmpeq_epi8(text, slash), high));
        const auto fields = _mm256_add_epi8(text, roll);
        const auto pairs = _mm256_maddubs_epi16(fields, _mm256_set1_epi32(0x01400140));
        const auto quads = _mm256_shuffle_epi8(_mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00011000)), order);
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(out + written),
            _mm256_permutevar8x32_epi32(quads, _mm256_setr_epi32(0, 1, 2, 4, 5, 6, -1, -1)));
    }
    return at;
}

bool haveAvx2()
{
    static const bool have = __builtin_cpu_supports("avx2");
    return have;
}
}

qsizetype encode(const char *in, qsizetype size, char *out)
{
    return haveAvx2() ? encodeAvx2(in, size, out) : 0;
}

qsizetype decode(const char *in, qsizetype size, char *out, qsizetype outCapacity)
{
    return haveAvx2() ? decodeAvx2(in, size, out, outCapacity) : 0;
}

}

#else

namespace nadi::crypto::simd
{

qsizetype encode(const char *, qsizetype, char *)
{
    return 0;
}

qsizetype decode(const char *, qsizetype, char *, qsizetype)
{
    return 0;
}

}

#endif
