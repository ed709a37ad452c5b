// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/samplesheader.h"

#include "ui/models/filterstate.h"
#include "ui/models/keymap.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

namespace winnow {

namespace {

constexpr int kTypingPause = 180;

QToolButton* makeTool(QWidget* parent, const QString& icon, const QString& tip, bool checkable)
{
    auto* button = new QToolButton(parent);
    button->setIcon(lineIcon(icon));
    button->setIconSize(QSize(18, 18));
    setTip(button, tip);
    button->setAccessibleName(tip);
    button->setCheckable(checkable);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

SamplesHeader::SamplesHeader(FilterState* filter, QWidget* parent)
    : PageHeader(tr("Samples"), parent)
    , m_filter(filter)
{
    buildSearch();
    buildSort();
    buildViews();
    addControl(m_search);
    addControl(m_sort);
    addControl(m_order);
    addControl(new Rule(Qt::Vertical));
    addControl(m_gridButton);
    addControl(m_tableButton);
    addControl(new Rule(Qt::Vertical));
    addControl(m_facetButton);
    addControl(m_detailButton);
}

void SamplesHeader::buildSearch()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search text"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setMinimumWidth(20 * kUnit);
    m_search->setMaximumWidth(36 * kUnit);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPause);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { m_filter->setText(m_search->text()); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_filter->setText(m_search->text());
        emit searched();
    });
}

void SamplesHeader::buildSort()
{
    m_sort = new QComboBox(this);
    m_sort->setAccessibleName(tr("Sort by"));
    setTip(m_sort, tr("Sort by"));
    m_sort->addItem(tr("Source order"), int(SampleSort::Source));
    m_sort->addItem(tr("Suspicion"), int(SampleSort::FlagScore));
    m_sort->addItem(tr("Number of flags"), int(SampleSort::FlagCount));
    m_sort->addItem(tr("Accuracy"), int(SampleSort::Accuracy));
    connect(m_sort, &QComboBox::activated, this, [this] {
        const auto sort = SampleSort(m_sort->currentData().toInt());
        const bool mostFirst = sort != SampleSort::Source && sort != SampleSort::Accuracy;
        m_filter->setSort(sort, mostFirst);
    });
    m_order = makeTool(this, QStringLiteral("sort-up"), tr("Turn the order round"), false);
    connect(m_order, &QToolButton::clicked, this,
        [this] { m_filter->setSort(m_filter->sort(), !m_filter->isDescending()); });
}

void SamplesHeader::buildViews()
{
    m_gridButton = makeTool(
        this, QStringLiteral("grid"), withKeys(tr("Pictures"), QStringLiteral("samples.grid")), true);
    m_tableButton = makeTool(
        this, QStringLiteral("table"), withKeys(tr("Table"), QStringLiteral("samples.table")), true);
    connect(m_gridButton, &QToolButton::clicked, this, [this] { emit tableChosen(false); });
    connect(m_tableButton, &QToolButton::clicked, this, [this] { emit tableChosen(true); });
    m_facetButton = makeTool(
        this, QStringLiteral("panel-left"), withKeys(tr("Filters"), QStringLiteral("samples.filters")), true);
    m_detailButton = makeTool(this, QStringLiteral("panel-right"),
        withKeys(tr("Details"), QStringLiteral("samples.details")), true);
    m_facetButton->setChecked(true);
    m_detailButton->setChecked(true);
    connect(m_facetButton, &QToolButton::toggled, this, &SamplesHeader::facetsToggled);
    connect(m_detailButton, &QToolButton::toggled, this, &SamplesHeader::detailsToggled);
}

void SamplesHeader::showFilter()
{
    if (m_search->text().trimmed() != m_filter->filter().text && !m_search->hasFocus()) {
        const QSignalBlocker quiet(m_search);
        m_search->setText(m_filter->filter().text);
    }
    m_sort->setCurrentIndex(m_sort->findData(int(m_filter->sort())));
    m_order->setIcon(
        lineIcon(m_filter->isDescending() ? QStringLiteral("sort-down") : QStringLiteral("sort-up")));
}

void SamplesHeader::offerTime(bool recorded)
{
    const int at = m_sort->findData(int(SampleSort::Time));
    if (recorded == (at >= 0)) {
        return;
    }
    recorded ? m_sort->addItem(tr("Time"), int(SampleSort::Time)) : m_sort->removeItem(at);
    m_sort->setCurrentIndex(m_sort->findData(int(m_filter->sort())));
}

void SamplesHeader::showTable(bool table)
{
    m_gridButton->setChecked(!table);
    m_tableButton->setChecked(table);
}

void SamplesHeader::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace winnow
