// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/modelprice.h"

namespace winnow {

std::optional<double> ModelPrice::costOf(std::optional<double> promptTokens,
    std::optional<double> outputTokens, int images, std::optional<double> seconds) const
{
    constexpr double kMillion = 1e6;
    constexpr double kHour = 3600;
    double cost = 0;
    bool known = !isEmpty();
    const auto add = [&](std::optional<double> price, std::optional<double> amount, double unit) {
        if (price) {
            known = known && amount.has_value();
            cost += *price * amount.value_or(0) / unit;
        }
    };
    add(input, promptTokens, kMillion);
    add(output, outputTokens, kMillion);
    add(image, images, 1);
    add(gpuHour, seconds, kHour);
    return known ? std::optional(cost) : std::nullopt;
}

} // namespace winnow
