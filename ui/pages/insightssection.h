// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/chartsection.h"
#include "ui/pages/insightsview.h"

namespace winnow {

/// Charts of Insights that belong together, under a heading.
class InsightsSection : public ChartSection {
    Q_OBJECT
public:
    using ChartSection::ChartSection;

    /// Draws what was worked out, in the colours of the theme.
    virtual void show(const InsightsView& view) = 0;
};

} // namespace winnow
