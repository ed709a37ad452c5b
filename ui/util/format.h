// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace winnow {

/// Numbers as people read them, in the locale of the interface. Missing is a dash.
QString formatCount(qint64 value);
/// 0.1234 -> "12.3%".
QString formatPercent(std::optional<double> share, int decimals = 1);
/// "71.2% (68.9–73.4)".
QString formatPercentInterval(double share, double low, double high);
QString formatNumber(std::optional<double> value, int decimals = 2);
/// How far and how long yet: "34%, 20 s left"; what is not known is left out.
QString formatProgress(std::optional<double> share, std::optional<qint64> secondsLeft);
/// Three significant digits, "0.0123", "7e-09".
QString formatScore(double value);

} // namespace winnow
