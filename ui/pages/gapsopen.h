// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clickthrough.h"
#include "ui/pages/gapsview.h"

namespace winnow {

// What numbers of the Gaps tab open. The samples are looked up when it is opened.

/// Of a place in Gaps::validation.
ClickThrough openTries(const GapsViewPtr& view, qsizetype of, ValidationSamples which);
/// Asks which of them is meant.
ClickThrough openTries(const GapsViewPtr& view, qsizetype of);
ClickThrough openRouting(const GapsViewPtr& view, std::size_t contender, RoutingSamples which);
/// Those that exactly so many contenders answer rightly.
ClickThrough openSolvedBy(const GapsViewPtr& view, std::size_t count);
/// `places` belongs to the view.
ClickThrough openStrategy(const GapsViewPtr& view, const Strategy& strategy,
    const std::vector<std::uint32_t>& places, double patience, ReplaySamples which);
/// Asks which of them is meant: wrong, too late (for a finite patience), beyond the first stage.
ClickThrough openStrategy(const GapsViewPtr& view, const Strategy& strategy,
    const std::vector<std::uint32_t>& places, double patience);
/// What it does, and which model each dataset or capability leads to.
QString strategyTip(const Strategy& strategy);
/// Steps of this name that are wrong.
ClickThrough openWrongSteps(const GapsViewPtr& view, std::size_t contender, quint16 step);
/// Of a place in Decomposition::chains: the steps where its chains break first.
ClickThrough openBreaks(const GapsViewPtr& view, qsizetype chains, quint16 step);

} // namespace winnow
