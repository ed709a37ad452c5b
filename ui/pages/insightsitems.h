// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

namespace winnow {

class HistogramChart;
class IntervalChart;

/// How well samples tell strong models from weak ones, and how far apart models end up.
class InsightsItems : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsItems(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

private:
    void showSpread(const InsightsView& view);

    IntervalChart* m_mean;
    HistogramChart* m_histogram;
    IntervalChart* m_spread;
};

} // namespace winnow
