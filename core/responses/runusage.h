// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/responses/samplepositions.h"
#include "core/sqlite/connection.h"

#include <vector>

namespace winnow {

/// What the responses of one run took, a value a sample: the mean over its attempts and rotations of what was
/// recorded, NaN where nothing was. A column of which nothing was recorded is empty.
struct RunUsage {
    std::vector<float> seconds;
    /// US dollars.
    std::vector<float> cost;
    std::vector<float> promptTokens;
    std::vector<float> outputTokens;

    /// Of the current score set; samples that `positions` does not know are left out. Throws sqlite::Failure.
    static RunUsage read(sqlite::Connection& connection, RunId run, const SamplePositions& positions);
};

} // namespace winnow
