// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insights.h"
#include "ui/pages/insightscharts.h"
#include "ui/pages/page.h"

class QGridLayout;
class QComboBox;
class QScrollArea;
class QStackedWidget;

namespace winnow {

class ChartCard;
class EmptyState;
class PageHeader;
class StatTile;

/// What a policy does to the benchmark: composition, every model's accuracy and rank, blind rate and
/// discrimination before and after. Every mark and number opens the samples behind it.
class InsightsPage : public Page {
    Q_OBJECT
public:
    explicit InsightsPage(AppContext& context);
    ~InsightsPage() override;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    QVector<KeyHelp> keys() const override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    /// Two columns where there is room, else one under the other.
    void arrange(bool wide);
    void compute();
    void take(const Result<Insights>& insights);
    /// Draws what was computed last, in the colours of the theme.
    void show();
    void showTiles();
    void showEmpty();
    void open(int target);
    void openModel(const InsightTarget& target);
    void openModelSamples(const InsightTarget& target, const ModelSamples& samples);

    JobTracker m_tracker;
    std::optional<Insights> m_insights;
    QVector<InsightTarget> m_targets;
    /// Something changed since the last computation.
    bool m_stale = true;
    bool m_active = false;
    PageHeader* m_header;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_scroll;
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
    QComboBox* m_scope;
};

} // namespace winnow
