// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparison.h"

#include <QWidget>

namespace winnow {

class ChartCard;
class IntervalChart;

/// The difference of two runs by dataset and capability, with intervals and the numbers as a table.
class CompareParts : public QWidget {
    Q_OBJECT
public:
    explicit CompareParts(QWidget* parent = nullptr);
    /// `request` names what is compared, so that a part can open its samples.
    void show(const Comparison& comparison, const ComparisonRequest& request);

private:
    IntervalChart* m_chart;
    ChartCard* m_card;
};

} // namespace winnow
