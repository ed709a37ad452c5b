// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/computedpage.h"
#include "ui/pages/gapsview.h"

namespace winnow {

class ChartCard;
class GapsFilters;
class GapsOrchestration;
class GapsSection;
class GapsSummary;
class GapsTiles;

/// What separates a leaderboard from production, from recorded responses: the four gaps side by side, whole
/// strategies, and what a lead would say of them. Every number opens the samples behind it; what cannot be
/// said is said, with how to record it.
class GapsPage : public ComputedPage {
    Q_OBJECT
public:
    explicit GapsPage(AppContext& context);

    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

protected:
    void forget() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What was worked out, from the project as it was then.
    struct Content {
        GapsViewPtr view;
        int revision = 0;
    };

    void buildSections();
    void follow(const ChangeSet& changes);
    Work<Content> prepare();
    void take(const Content& content);
    /// Draws what was computed last, in the colours of the theme.
    void show();
    QVector<ChartCard*> cards() const;
    void goTo(Gap gap);
    /// What was read is not what the project says any more.
    void outdate();
    void saveStrategy(const Strategy& strategy);
    void openStrategy();
    void showPrices();
    /// `after` = what was shown `before`, with it.
    void takeOpened(const Strategy& strategy, const GapsViewPtr& before, const GapsViewPtr& after);

    GapsViewPtr m_view;
    /// Of the project, as far as it is looked at; and that of the view.
    int m_revision = 0;
    int m_shownRevision = -1;
    /// Strategies that were opened.
    QVector<Strategy> m_own;
    GapsFilters* m_filters;
    GapsSummary* m_summary;
    GapsTiles* m_tiles;
    GapsOrchestration* m_orchestration;
    QVector<GapsSection*> m_sections;
};

} // namespace winnow
