// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/separability.h"
#include "ui/charts/intervalchart.h"

#include <QCoreApplication>

namespace winnow {

class ChartCard;

/// Which models a set can tell apart: every model with its interval, who is tied with the leader, and what
/// difference the samples can show at all; before the policy and after it.
class TiesCard {
    Q_DECLARE_TR_FUNCTIONS(winnow::TiesCard)
public:
    TiesCard();

    /// The card belongs to whoever puts it into a layout.
    ChartCard* card() const { return m_card; }
    /// One set a ranking; `dataset` empty = all.
    void show(const QVector<Separability>& before, const QVector<Separability>& after, const QString& policy,
        const QString& dataset);

private:
    void sayWhatIsMissing(const QVector<Separability>& sets);

    ChartCard* m_card;
    IntervalChart* m_chart;
};

} // namespace winnow
