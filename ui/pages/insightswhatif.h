// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightssection.h"

namespace winnow {

class IntervalChart;
class StackedBarChart;

/// Two policies side by side, or all that a policy keeps and a subset of it; nothing is chosen or stored.
class InsightsWhatIf : public InsightsSection {
    Q_OBJECT
public:
    explicit InsightsWhatIf(QWidget* parent = nullptr);

    void show(const InsightsView& view) override;

private:
    void showComposition(const InsightsView& view);
    void showModels(const InsightsView& view);

    StackedBarChart* m_composition;
    IntervalChart* m_models;
};

} // namespace winnow
