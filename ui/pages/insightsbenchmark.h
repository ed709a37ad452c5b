// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

class QComboBox;

namespace winnow {

class StackedBarChart;

/// What stays and what goes, and how far people are with what is flagged.
class InsightsBenchmark : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsBenchmark(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;
    int partBy() const;
    void setPartBy(int index);

private:
    void showReview(const InsightsView& view);

    StackedBarChart* m_composition;
    StackedBarChart* m_review;
    QComboBox* m_partBy;
};

} // namespace winnow
