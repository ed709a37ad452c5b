// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/quicksortorder.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace winnow::stats {

namespace {

constexpr std::ptrdiff_t kInsertionSpan = 15;

class Sorter {
public:
    Sorter(std::span<const double> values, std::vector<std::size_t>& order)
        : m_values(values)
        , m_order(order)
    {
    }

    /// Sorts positions `first` to `last`, both included; gives up quicksort after `depth` unlucky splits.
    void sort(std::ptrdiff_t first, std::ptrdiff_t last, int depth)
    {
        while (last - first > kInsertionSpan) {
            if (depth < 0) {
                std::stable_sort(m_order.begin() + first, m_order.begin() + last + 1,
                    [&](std::size_t a, std::size_t b) { return m_values[a] < m_values[b]; });
                return;
            }
            --depth;
            const std::ptrdiff_t middle = split(first, last);
            // The parts do not touch each other: which comes first changes nothing but the recursion.
            if (middle - first < last - middle) {
                sort(first, middle - 1, depth);
                first = middle + 1;
            } else {
                sort(middle + 1, last, depth);
                last = middle - 1;
            }
        }
        insert(first, last);
    }

private:
    double value(std::ptrdiff_t position) const { return m_values[m_order[std::size_t(position)]]; }
    void exchange(std::ptrdiff_t a, std::ptrdiff_t b)
    {
        std::swap(m_order[std::size_t(a)], m_order[std::size_t(b)]);
    }
    void putInOrder(std::ptrdiff_t low, std::ptrdiff_t high)
    {
        if (value(high) < value(low)) {
            exchange(low, high);
        }
    }

    /// Where the pivot ends up: nothing before it is greater, nothing after it is less.
    std::ptrdiff_t split(std::ptrdiff_t first, std::ptrdiff_t last)
    {
        const std::ptrdiff_t middle = first + (last - first) / 2;
        putInOrder(first, middle);
        putInOrder(middle, last);
        putInOrder(first, middle);
        const double pivot = value(middle);
        // Out of the way; first and last are guards.
        exchange(middle, last - 1);
        std::ptrdiff_t up = first + 1;
        std::ptrdiff_t down = last - 2;
        for (;; ++up, --down) {
            while (value(up) < pivot) {
                ++up;
            }
            while (pivot < value(down)) {
                --down;
            }
            if (up >= down) {
                break;
            }
            exchange(up, down);
        }
        exchange(up, last - 1);
        return up;
    }

    void insert(std::ptrdiff_t first, std::ptrdiff_t last)
    {
        for (std::ptrdiff_t next = first + 1; next <= last; ++next) {
            for (std::ptrdiff_t at = next; at > first && value(at) < value(at - 1); --at) {
                exchange(at, at - 1);
            }
        }
    }

    std::span<const double> m_values;
    std::vector<std::size_t>& m_order;
};

} // namespace

std::vector<std::size_t> quicksortOrder(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    if (!order.empty()) {
        Sorter(values, order)
            .sort(0, std::ptrdiff_t(order.size()) - 1, 2 * (int(std::bit_width(order.size())) - 1));
    }
    return order;
}

} // namespace winnow::stats
