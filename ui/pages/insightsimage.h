// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

namespace winnow {

class HistogramChart;
class IntervalChart;

/// What models do without the image, and what seeing it gives them.
class InsightsImage : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsImage(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

private:
    void showCapabilities(const InsightsView& view);
    void showHits(const InsightsView& view);

    IntervalChart* m_blind;
    IntervalChart* m_byCapability;
    IntervalChart* m_gain;
    HistogramChart* m_hits;
};

} // namespace winnow
