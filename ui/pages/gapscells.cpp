// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapscells.h"

#include "ui/util/format.h"

#include <cmath>

namespace winnow::gaps {

namespace {

NumberCell cellOf(const QString& text, double value, const ClickThrough& open = {})
{
    return std::isfinite(value) ? NumberCell{text, value, {}, open, {}}
                                : NumberCell{QStringLiteral("–"), {}, {}, {}, {}};
}

QString between(double low, double high)
{
    return formatPercent(low) + QStringLiteral(" – ") + formatPercent(high);
}

QString signedPoints(double share)
{
    return (share > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * share, 1);
}

} // namespace

NumberCell percent(double share, const ClickThrough& open)
{
    return cellOf(formatPercent(share), share, open);
}

NumberCell interval(const stats::Interval& interval)
{
    return cellOf(
        between(interval.low, interval.high), std::isfinite(interval.high) ? interval.low : std::nan(""));
}

NumberCell number(double value, int decimals, const ClickThrough& open)
{
    return cellOf(formatNumber(value, decimals), value, open);
}

NumberCell count(qint64 value, const ClickThrough& open)
{
    return {formatCount(value), value, {}, value > 0 ? open : ClickThrough(), {}};
}

NumberCell thousand(double dollars)
{
    const double all = 1000 * dollars;
    return cellOf(formatNumber(all, all >= 100 ? 1 : all >= 1 ? 2 : 4), all);
}

NumberCell points(const stats::PairedMeans& pair)
{
    NumberCell cell = cellOf(signedPoints(pair.difference), pair.difference);
    if (cell.value.isValid() && std::isfinite(pair.interval.low)) {
        cell.tip = signedPoints(pair.interval.low) + QStringLiteral(" – ") + signedPoints(pair.interval.high);
    }
    return cell;
}

QString shareText(const stats::ClusteredMean& share)
{
    return std::isfinite(share.interval.low)
        ? formatPercentInterval(share.mean, share.interval.low, share.interval.high)
        : formatPercent(share.mean);
}

} // namespace winnow::gaps
