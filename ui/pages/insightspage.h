// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/computedpage.h"
#include "ui/pages/insightsview.h"

class QComboBox;
class QLayout;

namespace winnow {

class ChartCard;
class FilterBox;
class InsightsBenchmark;
class InsightsSection;
class InsightsWhatIf;
class StatTile;

/// What a policy does to the benchmark: composition, every model's accuracy and rank, image, format,
/// discrimination, capabilities and cost before and after, and another policy or a subset beside it. A filter
/// narrows all at once. Every mark and number opens the samples behind it.
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
    using View = std::shared_ptr<const InsightsView>;

    QLayout* buildTiles();
    QLayout* buildFilters();
    void buildSections();
    InsightsQuestion question() const;
    QVector<ChartCard*> cards() const;
    void take(const View& view);
    /// What can be filtered by and compared with.
    void offer();
    void offerPolicies();
    void offerSubsets();
    /// Draws what was computed last, in the colours of the theme.
    void show();
    void showTiles();
    void showRank();
    /// The second line of a tile: what the other policy comes to; empty without one.
    QString beside(const QString& other) const;
    void storeBudget(int evaluationSeconds, int developmentHours);

    View m_view;
    /// What was read last and no change has made stale.
    std::shared_ptr<const InsightsData> m_data;
    StatTile* m_kept;
    StatTile* m_rank;
    StatTile* m_blindTile;
    StatTile* m_discriminationTile;
    FilterBox* m_dataset;
    FilterBox* m_capability;
    FilterBox* m_family;
    QComboBox* m_against;
    /// A subset that stood beside it and is gone, until that is told.
    QString m_lost;
    InsightsBenchmark* m_benchmark;
    InsightsWhatIf* m_whatIf;
    QVector<InsightsSection*> m_sections;
};

} // namespace winnow
