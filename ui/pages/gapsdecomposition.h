// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapssection.h"

namespace winnow {

class HeatMap;
class StackedBarChart;

/// Answering at once against answering step by step.
class GapsDecomposition : public GapsSection {
    Q_OBJECT
public:
    explicit GapsDecomposition(QWidget* parent = nullptr);

protected:
    bool fill(const GapsViewPtr& view) override;

private:
    void showMap(const GapsViewPtr& view);
    void showBreaks(const GapsViewPtr& view);
    void showChains(const GapsViewPtr& view);
    void showSteps(const GapsViewPtr& view);
    void showContexts(const GapsViewPtr& view);
    static QString mixedText(const GapsView& view);

    HeatMap* m_map;
    StackedBarChart* m_breaks;
    ChartCard* m_breaksCard;
    TableCard* m_chains;
    TableCard* m_steps;
    TableCard* m_contexts;
};

} // namespace winnow
