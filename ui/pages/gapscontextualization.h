// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapssection.h"

namespace winnow {

class BarChart;
class ScatterChart;

/// One model for everything against the right one for each question.
class GapsContextualization : public GapsSection {
    Q_OBJECT
public:
    explicit GapsContextualization(QWidget* parent = nullptr);

protected:
    bool fill(const GapsViewPtr& view) override;

private:
    void showCosts(const GapsViewPtr& view);
    void showAccuracy(const GapsViewPtr& view);
    void showSolved(const GapsViewPtr& view);
    void showModels(const GapsViewPtr& view);
    void showRouters(const GapsViewPtr& view);

    ScatterChart* m_costs;
    BarChart* m_accuracy;
    BarChart* m_solved;
    ChartCard* m_costCard;
    ChartCard* m_accuracyCard;
    ChartCard* m_solvedCard;
    TableCard* m_models;
    TableCard* m_routers;
};

} // namespace winnow
