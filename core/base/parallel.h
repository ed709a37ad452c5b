// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace winnow {

/// Threads that onAllCores() works with for so many pieces; the caller's own is one of them.
inline std::size_t threadsFor(std::size_t count)
{
    return std::max<std::size_t>(
        1, std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), count));
}

/// Runs work(0) ... work(count - 1) on all cores, in no order, and returns when all are done. `work` must not
/// throw.
template <typename Work> void onAllCores(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threadsFor(count); ++i) {
        others.emplace_back(run);
    }
    run();
}

} // namespace winnow
