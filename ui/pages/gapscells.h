// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/clustered.h"
#include "ui/charts/numbertable.h"

namespace winnow::gaps {

// Cells of the tables of the Gaps tab. NaN is missing: a dash that opens nothing.

NumberCell percent(double share, const ClickThrough& open = {});
/// "74.8% – 80.5%".
NumberCell interval(const stats::Interval& interval);
NumberCell number(double value, int decimals = 2, const ClickThrough& open = {});
NumberCell count(qint64 value, const ClickThrough& open = {});
/// Of dollars a question: for a thousand of them.
NumberCell thousand(double dollars);
/// A difference of shares in points, with its interval as the tip.
NumberCell points(const stats::PairedMeans& pair);
/// "77.8% (74.8–80.5)".
QString shareText(const stats::ClusteredMean& share);

} // namespace winnow::gaps
