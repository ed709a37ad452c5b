// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

class QComboBox;

namespace winnow {

class IntervalChart;
class ScatterChart;
class SlopeChart;

/// Accuracy and rank of the models before and after, and which changes of rank say nothing.
class InsightsModels : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsModels(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

private:
    void showSlope(const InsightsView& view);
    void showScatter(const InsightsView& view);

    IntervalChart* m_models;
    SlopeChart* m_slope;
    ScatterChart* m_scatter;
    QComboBox* m_slopeOf;
};

} // namespace winnow
