// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartstyle.h"

namespace winnow {

namespace {

ChartStyle& current()
{
    static ChartStyle style;
    return style;
}

} // namespace

const ChartStyle& chartStyle()
{
    return current();
}

void setChartStyle(const ChartStyle& style)
{
    current() = style;
}

} // namespace winnow
