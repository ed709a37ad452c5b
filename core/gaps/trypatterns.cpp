// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/trypatterns.h"

#include <bit>
#include <type_traits>
#include <unordered_map>

namespace winnow {

namespace {

constexpr std::size_t kMostTries = 12;
constexpr unsigned kDenseBits = 16;

/// Counts codes by half; in a table where they are short.
class CodeCounter {
public:
    explicit CodeCounter(unsigned bits)
        : m_dense(bits <= kDenseBits ? std::size_t{2} << bits : 0, 0)
    {
    }

    void add(std::uint64_t code, bool first)
    {
        if (m_dense.empty()) {
            ++m_sparse[code][first ? 0 : 1];
        } else {
            ++m_dense[code * 2 + (first ? 0 : 1)];
        }
    }

    template <typename Visit> void forEach(const Visit& visit) const
    {
        for (std::size_t code = 0; code * 2 < m_dense.size(); ++code) {
            if (m_dense[code * 2] + m_dense[code * 2 + 1] > 0) {
                visit(code, std::array<double, 2>{double(m_dense[code * 2]), double(m_dense[code * 2 + 1])});
            }
        }
        for (const auto& [code, counts] : m_sparse) {
            visit(code, std::array<double, 2>{double(counts[0]), double(counts[1])});
        }
    }

private:
    std::vector<std::uint32_t> m_dense;
    std::unordered_map<std::uint64_t, std::array<std::uint32_t, 2>> m_sparse;
};

/// The columns of the first tries, to be read without checks.
struct Columns {
    std::array<const Try*, kMostTries> outcome{};
    std::array<const std::uint32_t*, kMostTries> answer{};

    Columns(const Contender& contender, std::size_t tries)
    {
        for (std::size_t t = 0; t < tries; ++t) {
            const TryColumn& column = contender.tries[t];
            outcome[t] = column.outcome.data();
            if (column.answer.empty() && m_none.empty()) {
                m_none.assign(column.outcome.size(), UnknownAnswer);
            }
            answer[t] = column.answer.empty() ? m_none.data() : column.answer.data();
        }
    }

private:
    std::vector<std::uint32_t> m_none;
};

/// Which tries agree, each named by the first of its kind, and which are right. Without branches, and with
/// the number of tries known to the compiler where it is small.
template <typename Tries>
std::uint64_t codeOf(const Columns& columns, std::size_t place, Tries tries, unsigned bits)
{
    std::uint64_t code = 0;
    std::array<std::uint32_t, kMostTries> answers;
    for (std::size_t t = 0; t < tries; ++t) {
        answers[t] = columns.answer[t][place];
        std::uint64_t group = t + 1;
        for (std::size_t before = t; before-- > 0;) {
            group = answers[before] == answers[t] ? before + 1 : group;
        }
        group = answers[t] < FirstAnswerMark ? 0 : group;
        code = (code << bits) | (group << 1U) | (columns.outcome[t][place] == Try::Right ? 1U : 0U);
    }
    return code;
}

template <typename Tries>
void countCodes(const AttemptTable& table, const Columns& columns, const std::vector<std::uint32_t>& places,
    Tries tries, unsigned bits, CodeCounter& counter)
{
    for (const std::uint32_t place : places) {
        counter.add(codeOf(columns, place, tries, bits), table.inFirstHalf(place));
    }
}

std::vector<TryPattern> patternsOf(const CodeCounter& counter, std::size_t tries, unsigned bits)
{
    std::vector<TryPattern> patterns;
    counter.forEach([&](std::uint64_t code, const std::array<double, 2>& counts) {
        TryPattern pattern;
        pattern.count = counts;
        pattern.answers.resize(tries);
        pattern.right.resize(tries);
        for (std::size_t t = tries; t-- > 0; code >>= bits) {
            pattern.right[t] = std::uint8_t(code & 1U);
            pattern.answers[t] = std::uint32_t((code >> 1U) & ((1U << (bits - 1)) - 1));
        }
        patterns.push_back(std::move(pattern));
    });
    return patterns;
}

} // namespace

std::optional<std::vector<TryPattern>> tryPatterns(const AttemptTable& table, const Contender& contender,
    const std::vector<std::uint32_t>& places, std::size_t tries)
{
    if (tries > kMostTries) {
        return std::nullopt;
    }
    const unsigned bits = unsigned(std::bit_width(tries)) + 1;
    CodeCounter counter(bits * unsigned(tries));
    const Columns columns(contender, tries);
    switch (tries) {
    case 1:
        countCodes(table, columns, places, std::integral_constant<std::size_t, 1>(), bits, counter);
        break;
    case 2:
        countCodes(table, columns, places, std::integral_constant<std::size_t, 2>(), bits, counter);
        break;
    case 3:
        countCodes(table, columns, places, std::integral_constant<std::size_t, 3>(), bits, counter);
        break;
    default:
        countCodes(table, columns, places, tries, bits, counter);
    }
    return patternsOf(counter, tries, bits);
}

std::optional<std::vector<TryPattern>> agreementPatterns(const AttemptTable& table,
    const Contender& contender, const Contender& other, const std::vector<std::uint32_t>& places,
    std::size_t tries)
{
    if (tries > kMostTries || other.tries.empty() || other.tries.front().answer.empty()) {
        return std::nullopt;
    }
    constexpr unsigned kBits = 2;
    CodeCounter counter(kBits * unsigned(tries));
    const Columns columns(contender, tries);
    const std::uint32_t* theirs = other.tries.front().answer.data();
    for (const std::uint32_t place : places) {
        if (theirs[place] == UnknownAnswer) {
            continue;
        }
        std::uint64_t code = 0;
        for (std::size_t t = 0; t < tries; ++t) {
            const std::uint32_t mine = columns.answer[t][place];
            const bool agrees = mine >= FirstAnswerMark && mine == theirs[place];
            code = (code << kBits) | (agrees ? 2U : 0U) | (columns.outcome[t][place] == Try::Right ? 1U : 0U);
        }
        counter.add(code, table.inFirstHalf(place));
    }
    return patternsOf(counter, tries, kBits);
}

} // namespace winnow
