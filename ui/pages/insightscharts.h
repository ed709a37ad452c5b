// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insights.h"
#include "ui/charts/intervalchart.h"
#include "ui/charts/stackedbarchart.h"
#include "ui/pages/modelnumber.h"

#include <QCoreApplication>

namespace winnow {

/// Turns Insights into what the charts draw, each mark with what it opens. Formats only.
class InsightsCharts {
    Q_DECLARE_TR_FUNCTIONS(winnow::InsightsCharts)
public:
    explicit InsightsCharts(const Insights& insights)
        : m_insights(insights)
    {
    }

    /// `byCapability`: else by dataset.
    void fillComposition(StackedBarChart* chart, bool byCapability) const;
    /// `dataset` empty = all.
    void fillModels(IntervalChart* chart, const QString& dataset);
    void fillBlind(IntervalChart* chart) const;
    void fillDiscrimination(IntervalChart* chart) const;

    /// What guessing would score on the samples of the models' chart, before.
    double chance() const { return m_chance; }

private:
    ClickThrough ofModel(
        const ModelShift& model, const QString& dataset, bool after, ModelNumber::Part part) const;
    /// The models of a dataset, or of all.
    const ModelComparison& comparisonOf(const QString& dataset) const;
    /// The samples that all models of a ranking answered.
    ClickThrough common(int ranking, const QString& dataset, bool after) const;
    IntervalRow modelRow(const ModelShift& model, const QString& dataset) const;
    QVector<NumberCell> modelCells(const ModelShift& model, const QString& dataset) const;
    QVector<BarSegment> segmentsOf(const Composition& part) const;
    NumberTable compositionTable(const QVector<Composition>& parts, const QString& title) const;

    const Insights& m_insights;
    double m_chance = 0;
};

/// "3 → 1 ▲2"; a dash for a model without a rank.
QString rankChangeText(int before, int after);
/// Why a model stands unranked.
QString unrankedText(const ModelShift& model);

} // namespace winnow
