// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetbudget.h"

#include "ui/util/format.h"
#include "ui/util/wheelguard.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr int kSteps = 200;

/// The left end: below it no set tells anything.
double leastOf(qint64 candidates)
{
    return std::max(1.0, std::min(10.0, double(candidates) / 4));
}

} // namespace

SubsetBudget::SubsetBudget(QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_number(new QSpinBox)
    , m_share(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    m_slider->setObjectName(QStringLiteral("subsetBudget"));
    m_slider->setAccessibleName(tr("Budget"));
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 10);
    m_number->setObjectName(QStringLiteral("subsetBudgetNumber"));
    m_number->setAccessibleName(tr("Samples in the set"));
    m_number->setRange(1, 1);
    m_number->setKeyboardTracking(false);
    m_number->setGroupSeparatorShown(true);
    keepFromWheel(m_slider);
    keepFromWheel(m_number);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kUnit / 2);
    rows->addWidget(m_slider);
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    line->addWidget(m_number);
    line->addWidget(m_share, 1);
    rows->addLayout(line);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const qint64 budget = budgetAt(position);
        const QSignalBlocker quiet(m_number);
        m_number->setValue(int(budget));
        say(budget);
        emit changed(budget);
    });
    connect(m_number, &QSpinBox::valueChanged, this, [this](int budget) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(positionOf(budget));
        say(budget);
        emit changed(budget);
    });
}

qint64 SubsetBudget::budgetAt(int position) const
{
    const double least = leastOf(m_candidates);
    return std::clamp<qint64>(
        std::llround(least * std::pow(double(m_candidates) / least, double(position) / kSteps)), 1,
        std::max<qint64>(1, m_candidates));
}

int SubsetBudget::positionOf(qint64 budget) const
{
    const double least = leastOf(m_candidates);
    const double whole = std::log(double(m_candidates) / least);
    return whole > 0
        ? int(std::lround(kSteps * std::log(double(std::max<qint64>(1, budget)) / least) / whole))
        : kSteps;
}

void SubsetBudget::show(qint64 budget, qint64 candidates)
{
    m_candidates = candidates;
    const QSignalBlocker quiet(m_slider);
    const QSignalBlocker quietToo(m_number);
    m_slider->setEnabled(candidates > 1);
    m_number->setEnabled(candidates > 1);
    m_number->setMaximum(int(std::max({qint64(1), candidates, budget})));
    if (m_number->value() != budget) {
        m_number->setValue(int(budget));
    }
    // Its own step stays where the hand is.
    if (budgetAt(m_slider->value()) != budget) {
        m_slider->setValue(positionOf(budget));
    }
    say(budget);
}

void SubsetBudget::say(qint64 budget)
{
    m_share->setText(m_candidates > 0 && budget > 0
            ? QStringLiteral("%1  ·  %2×")
                  .arg(formatPercent(double(budget) / double(m_candidates)),
                      formatNumber(double(m_candidates) / double(budget), 1))
            : QString());
}

} // namespace winnow
