// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace winnow {

class BarChart;

/// What an evaluation takes before and after, and its share of the development's compute.
class InsightsCost : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsCost(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

signals:
    /// What the lead entered, to be kept in the project.
    void entered(int evaluationSeconds, int developmentHours);

private:
    void buildEntries();
    void showChart(const InsightsView& view);
    void showShare(const InsightsView& view);

    BarChart* m_chart;
    QComboBox* m_of;
    QDoubleSpinBox* m_hours;
    QSpinBox* m_budget;
    Text* m_share;
};

} // namespace winnow
