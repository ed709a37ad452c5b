// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightstabs.h"

#include "ui/models/keymap.h"
#include "ui/models/preferences.h"
#include "ui/pages/gapspage.h"
#include "ui/pages/insightspage.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/theme.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace winnow {

InsightsTabs::InsightsTabs(AppContext& app)
    : Page(app)
    , m_bar(new QTabBar)
    , m_stack(new QStackedWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setObjectName(QStringLiteral("insightsTabs"));
    m_bar->setAccessibleName(tr("Parts of Insights"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(2 * kUnit, kUnit, 2 * kUnit, 0);
    row->addWidget(m_bar);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    add(new InsightsPage(app), tr("Before and after"));
    add(new GapsPage(app), tr("Gaps"));
    connect(m_bar, &QTabBar::currentChanged, this, &InsightsTabs::turnTo);
    addKey(QStringLiteral("insights.tab"),
        [this] { m_bar->setCurrentIndex((m_bar->currentIndex() + 1) % m_bar->count()); });
}

void InsightsTabs::add(Page* page, const QString& title)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_bar->addTab(title);
}

void InsightsTabs::turnTo(int tab)
{
    if (tab == m_shown || tab < 0) {
        return;
    }
    // Whoever goes from tab to tab with the keys stays there.
    const bool onBar = m_bar->hasFocus();
    if (m_active) {
        takeBackMessage();
        current()->deactivated();
    }
    m_shown = tab;
    m_stack->setCurrentWidget(current());
    if (m_active) {
        if (!onBar) {
            current()->setFocus();
        }
        current()->activated();
        if (onBar) {
            m_bar->setFocus();
        }
    }
}

void InsightsTabs::projectChanged()
{
    for (Page* page : std::as_const(m_pages)) {
        page->projectChanged();
    }
}

void InsightsTabs::activated()
{
    m_active = true;
    current()->setFocus();
    current()->activated();
}

void InsightsTabs::deactivated()
{
    m_active = false;
    current()->deactivated();
}

QVariant InsightsTabs::ownPlace() const
{
    return m_shown;
}

void InsightsTabs::goBackTo(const PagePlace& place)
{
    m_bar->setCurrentIndex(place.own.toInt());
    current()->goBackTo(place);
}

void InsightsTabs::saveState(Preferences& preferences) const
{
    preferences.set(Preference::InsightsTab, m_shown);
    for (const Page* page : m_pages) {
        page->saveState(preferences);
    }
}

void InsightsTabs::restoreState(const Preferences& preferences)
{
    for (Page* page : std::as_const(m_pages)) {
        page->restoreState(preferences);
    }
    m_bar->setCurrentIndex(qBound(0, int(preferences.number(Preference::InsightsTab)), m_bar->count() - 1));
}

} // namespace winnow
