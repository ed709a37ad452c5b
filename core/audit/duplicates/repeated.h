// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace winnow {

/// The numbers that stand more than once, ascending.
inline std::vector<quint64> repeatedOf(std::vector<quint64> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    std::size_t kept = 0;
    for (std::size_t from = 0, to = 0; from < numbers.size(); from = to) {
        while (to < numbers.size() && numbers[to] == numbers[from]) {
            ++to;
        }
        if (to - from > 1) {
            numbers[kept++] = numbers[from];
        }
    }
    numbers.resize(kept);
    numbers.shrink_to_fit();
    return numbers;
}

/// Whether ascending numbers hold this one.
inline bool holds(const std::vector<quint64>& numbers, quint64 number)
{
    return std::binary_search(numbers.begin(), numbers.end(), number);
}

} // namespace winnow
