// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sampleresults.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace winnow {

namespace {

constexpr std::array kShareIds{"none", "quarter", "half", "three_quarters", "most", "all", "unanswered"};
constexpr std::array kTimeIds{"0-1", "1-3", "3-10", "10-30", "30-100", "100+", "unrecorded"};
constexpr std::array kSeconds{1.0F, 3.0F, 10.0F, 30.0F, 100.0F};

template <typename Value, std::size_t N>
std::optional<Value> valueOf(const std::array<const char*, N>& ids, const QString& id)
{
    const auto found
        = std::find_if(ids.begin(), ids.end(), [&](const char* each) { return id == QLatin1String(each); });
    return found == ids.end() ? std::nullopt : std::optional(Value(found - ids.begin()));
}

} // namespace

QString rightShareId(RightShare share)
{
    return QLatin1String(kShareIds[std::size_t(share)]);
}

std::optional<RightShare> rightShareFromId(const QString& id)
{
    return valueOf<RightShare>(kShareIds, id);
}

RightShare rightShareOf(int right, int answered)
{
    if (answered == 0) {
        return RightShare::Unanswered;
    }
    if (right == answered) {
        return RightShare::All;
    }
    // The next quarter above: 1 = up to one, …, 4 = more than three.
    return RightShare((right * 4 + answered - 1) / answered);
}

QString timeTakenId(TimeTaken time)
{
    return QLatin1String(kTimeIds[std::size_t(time)]);
}

std::optional<TimeTaken> timeTakenFromId(const QString& id)
{
    return valueOf<TimeTaken>(kTimeIds, id);
}

TimeTaken timeTakenOf(float seconds)
{
    if (std::isnan(seconds)) {
        return TimeTaken::Unrecorded;
    }
    return TimeTaken(std::upper_bound(kSeconds.begin(), kSeconds.end(), seconds) - kSeconds.begin());
}

SampleBits::SampleBits(const std::vector<std::uint8_t>& kept)
    : SampleBits(kept.size())
{
    for (std::size_t i = 0; i < kept.size(); ++i) {
        m_words[i / 64] |= std::uint64_t(kept[i] != 0) << i % 64;
    }
}

void SampleBits::unite(const SampleBits& other)
{
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        m_words[i] |= other.m_words[i];
    }
}

void SampleBits::intersect(const SampleBits& other)
{
    for (std::size_t w = 0; w < m_words.size(); ++w) {
        m_words[w] &= other.m_words[w];
    }
}

std::int64_t SampleBits::sizeOfIntersection(const SampleBits& other) const
{
    std::int64_t size = 0;
    for (std::size_t w = 0; w < m_words.size(); ++w) {
        size += std::popcount(m_words[w] & other.m_words[w]);
    }
    return size;
}

} // namespace winnow
