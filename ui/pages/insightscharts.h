// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/intervalchart.h"
#include "ui/charts/stackedbarchart.h"
#include "ui/pages/insightsview.h"
#include "ui/pages/modelnumber.h"

#include <QCoreApplication>

namespace winnow {

/// Turns Insights into what the charts draw, each mark with what it opens. Formats only.
class InsightsCharts {
    Q_DECLARE_TR_FUNCTIONS(winnow::InsightsCharts)
public:
    explicit InsightsCharts(const InsightsView& view)
        : m_view(view)
        , m_insights(view.insights)
    {
    }

    /// `byCapability`: else by dataset.
    void fillComposition(StackedBarChart* chart, bool byCapability) const;
    /// By dataset under both policies.
    void fillBeside(StackedBarChart* chart) const;
    void fillModels(IntervalChart* chart);
    void fillBlind(IntervalChart* chart) const;
    void fillDiscrimination(IntervalChart* chart) const;

    /// What guessing would score on the samples of the models' chart, before.
    double chance() const { return m_chance; }
    /// Whom a model passes and what that is worth; empty when it passes none.
    QString noiseText(const ModelShift& model) const;
    ClickThrough ofModel(const ModelShift& model, bool after, ModelNumber::Part part) const;

private:
    /// The samples that all models of a ranking answered.
    ClickThrough common(int ranking, bool after) const;
    IntervalRow modelRow(const ModelShift& model) const;
    QVector<NumberCell> modelCells(const ModelShift& model) const;
    QVector<BarSegment> segmentsOf(const Composition& part) const;
    Bar barOf(const Composition& part) const;
    NumberTable compositionTable(const QVector<Composition>& parts, const QString& title) const;

    const InsightsView& m_view;
    const Insights& m_insights;
    double m_chance = 0;
};

/// "3 → 1 ▲2"; a dash for a model without a rank.
QString rankChangeText(int before, int after);
/// Why a model stands unranked.
QString unrankedText(const ModelShift& model);

} // namespace winnow
