// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace winnow {

namespace {

constexpr std::array<uint32_t, 8> kInitial{
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

#ifdef __x86_64__

alignas(16) constexpr std::array<uint32_t, 64> kRounds{0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
    0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

bool hasInstructions()
{
    constexpr unsigned kSha = 1U << 29;
    constexpr unsigned kSse41 = 1U << 19;
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    if (__get_cpuid(1, &eax, &ebx, &ecx, &edx) == 0 || (ecx & kSse41) == 0) {
        return false;
    }
    return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 && (ebx & kSha) != 0;
}

inline int asInt(uint32_t word)
{
    return static_cast<int>(word);
}

/// Two rounds an instruction, four a step; the words of the schedule are made four at a time.
__attribute__((target("sha,sse4.1"))) void addBlocks(
    std::array<uint32_t, 8>& h, const char* bytes, qsizetype blocks)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i abef = _mm_set_epi32(asInt(h[0]), asInt(h[1]), asInt(h[4]), asInt(h[5]));
    __m128i cdgh = _mm_set_epi32(asInt(h[2]), asInt(h[3]), asInt(h[6]), asInt(h[7]));
    for (; blocks > 0; --blocks, bytes += 64) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i w[4];
        for (int step = 0; step < 16; ++step) {
            __m128i& word = w[step & 3];
            if (step < 4) {
                word = _mm_shuffle_epi8(
                    _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * step)), swap);
            } else {
                const __m128i last = w[(step + 3) & 3];
                const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(word, w[(step + 1) & 3]),
                    _mm_alignr_epi8(last, w[(step + 2) & 3], 4));
                word = _mm_sha256msg2_epu32(sum, last);
            }
            const __m128i keyed = _mm_add_epi32(
                word, _mm_load_si128(reinterpret_cast<const __m128i*>(kRounds.data() + 4 * step)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, keyed);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(keyed, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    alignas(16) uint32_t out[8];
    _mm_store_si128(reinterpret_cast<__m128i*>(out), abef);
    _mm_store_si128(reinterpret_cast<__m128i*>(out + 4), cdgh);
    h = {out[3], out[2], out[7], out[6], out[1], out[0], out[5], out[4]};
}

#else

bool hasInstructions()
{
    return false;
}

void addBlocks(std::array<uint32_t, 8>&, const char*, qsizetype) { }

#endif

} // namespace

Sha256::Sha256()
    : m_state(kInitial)
{
    static const bool fast = hasInstructions();
    m_fast = fast;
}

void Sha256::addData(QByteArrayView bytes)
{
    if (!m_fast) {
        m_slow.addData(bytes);
        return;
    }
    m_size += quint64(bytes.size());
    const char* at = bytes.data();
    qsizetype left = bytes.size();
    if (m_restSize > 0) {
        const qsizetype taken = std::min(left, kBlock - m_restSize);
        std::copy_n(at, taken, m_rest.data() + m_restSize);
        m_restSize += taken;
        at += taken;
        left -= taken;
        if (m_restSize < kBlock) {
            return;
        }
        addBlocks(m_state, m_rest.data(), 1);
        m_restSize = 0;
    }
    addBlocks(m_state, at, left / kBlock);
    m_restSize = left % kBlock;
    std::copy_n(at + left - m_restSize, m_restSize, m_rest.data());
}

QByteArray Sha256::result()
{
    if (!m_fast) {
        return m_slow.result();
    }
    constexpr qsizetype kLength = 8;
    const quint64 bits = m_size * 8;
    QByteArray end(1, char(0x80));
    const qsizetype used = (m_restSize + 1) % kBlock;
    end.append(used <= kBlock - kLength ? kBlock - kLength - used : 2 * kBlock - kLength - used, '\0');
    std::array<char, kLength> length{};
    qToBigEndian(bits, length.data());
    end.append(length.data(), kLength);
    addData(end);
    QByteArray digest(32, '\0');
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        qToBigEndian(m_state[i], digest.data() + 4 * i);
    }
    return digest;
}

} // namespace winnow
