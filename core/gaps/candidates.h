// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/contextualization.h"
#include "core/gaps/replay.h"

namespace winnow {

/// At most so many strategies are tried.
inline constexpr qsizetype kMostCandidates = 1000;

/// Strategies worth replaying over these places (those they are chosen on): every single model; several tries
/// of one with each verifier that has something to say; a cheap model checked, then a dearer one; two that
/// must agree, then a third; ladders; routes by dataset and capability. Cuts are quantiles of what was
/// recorded at the places. `points` are the contenders over all places.
QVector<Strategy> candidateStrategies(const AttemptTable& table, const std::vector<std::uint32_t>& places,
    const QVector<ContenderPoint>& points, bool hasCosts);

} // namespace winnow
