// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insights.h"
#include "ui/pages/computedpage.h"
#include "ui/pages/insightscharts.h"

class QGridLayout;
class QComboBox;
class QLayout;

namespace winnow {

class ChartCard;
class FilterBox;
class StatTile;

/// What a policy does to the benchmark: composition, every model's accuracy and rank, blind rate and
/// discrimination before and after. Every mark and number opens the samples behind it.
class InsightsPage : public ComputedPage {
    Q_OBJECT
public:
    explicit InsightsPage(AppContext& context);

    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

protected:
    void forget() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* buildTiles();
    void buildCharts();
    /// Two columns where there is room, else one under the other.
    void arrange(bool wide);
    void take(const Insights& insights);
    /// Draws what was computed last, in the colours of the theme.
    void show();
    void showCards(double chance);
    /// Instead of a chart that needs responses which are not there.
    void showCard(
        ChartCard* card, bool empty, const QString& icon, const QString& title, const QString& text);
    void showTiles();
    void showRank();

    std::optional<Insights> m_insights;
    StatTile* m_kept;
    StatTile* m_rank;
    StatTile* m_blindTile;
    StatTile* m_discriminationTile;
    QGridLayout* m_grid;
    StackedBarChart* m_composition;
    IntervalChart* m_models;
    IntervalChart* m_blind;
    IntervalChart* m_discrimination;
    ChartCard* m_compositionCard;
    ChartCard* m_modelsCard;
    ChartCard* m_blindCard;
    ChartCard* m_discriminationCard;
    QComboBox* m_partBy;
    FilterBox* m_scope;
};

} // namespace winnow
