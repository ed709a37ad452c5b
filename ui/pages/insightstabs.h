// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QStackedWidget;
class QTabBar;

namespace winnow {

/// What cleaning does to the benchmark, and what separates its leaderboard from production: two pages under
/// one entry of the rail.
class InsightsTabs : public Page {
    Q_OBJECT
public:
    explicit InsightsTabs(AppContext& context);

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    void goBackTo(const PagePlace& place) override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

protected:
    QVariant ownPlace() const override;

private:
    void add(Page* page, const QString& title);
    Page* current() const { return m_pages.at(m_shown); }
    void turnTo(int tab);

    QTabBar* m_bar;
    QStackedWidget* m_stack;
    QVector<Page*> m_pages;
    int m_shown = 0;
    bool m_active = false;
};

} // namespace winnow
