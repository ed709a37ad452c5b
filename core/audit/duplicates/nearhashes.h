// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QtGlobal>

#include <span>
#include <vector>

namespace winnow {

/// Two hashes that differ in few bits, by position in NearHashes::values.
struct HashPair {
    quint32 first = 0;
    quint32 second = 0;
    int distance = 0;
};

struct NearHashes {
    /// The different hashes, ascending.
    std::vector<quint64> values;
    /// first < second, ascending.
    std::vector<HashPair> pairs;
    /// The distance that was searched; less than asked for when there would have been too many pairs.
    int distance = 0;
};

/// All pairs of different hashes at most `distance` bits apart (0 to 20), by multi-index hashing (Norouzi,
/// Punjani, Fleet 2012): two hashes that are close agree almost in one of their four 16-bit parts. Runs on
/// all cores, cancelable. When more than `limit` pairs would come, the distance is lowered until they don't.
Result<NearHashes> findNearHashes(
    std::span<const quint64> hashes, int distance, Progress& progress, std::size_t limit = 20'000'000);

} // namespace winnow
