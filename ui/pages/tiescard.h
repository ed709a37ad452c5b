// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/separability.h"
#include "ui/charts/intervalchart.h"
#include "ui/models/samplescope.h"

#include <QCoreApplication>

namespace winnow {

class ChartCard;
class SamplesBox;
class SubsetList;

/// Which models a set can tell apart: every model with its interval, who is tied with the leader, and what
/// difference the samples can show at all; over all samples and beside it over those that the policy keeps or
/// those of a subset.
class TiesCard {
    Q_DECLARE_TR_FUNCTIONS(winnow::TiesCard)
public:
    explicit TiesCard(SubsetList* subsets);

    /// The card belongs to whoever puts it into a layout.
    ChartCard* card() const { return m_card; }
    /// What stands beside all samples.
    SamplesBox* beside() const { return m_beside; }
    /// One set a ranking; `second` are the samples beside all, `policy` the one that keeps them; `dataset`
    /// empty = all.
    struct Shown {
        QVector<Separability> first;
        QVector<Separability> second;
        SampleScope scope;
        QString policy;
        QString dataset;
    };
    void show(const Shown& shown);

private:
    void sayWhatIsMissing(const QVector<Separability>& sets);

    ChartCard* m_card;
    IntervalChart* m_chart;
    SamplesBox* m_beside;
};

} // namespace winnow
