// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insights.h"
#include "ui/charts/intervalchart.h"
#include "ui/charts/stackedbarchart.h"

#include <QCoreApplication>

namespace winnow {

/// What a mark or a cell of the Insights page opens.
struct InsightTarget {
    /// Stands on the chip of the Samples page.
    QString title;
    /// Lists that together are the samples; shared, not copied, until they are opened.
    QVector<QVector<SampleId>> samples;
    /// Set instead of `samples`: the samples behind this model's accuracy, found when asked for.
    QString model;
    QString dataset;
    bool after = false;
    /// All = answered, whether compared or not.
    enum class Part { Ask, Right, Wrong, Missing, Unread, Answered, All } part = Part::Ask;
    /// The samples of the model's ranking; without, what it answered.
    std::optional<QVector<SampleId>> among;
};

/// Turns Insights into what the charts draw; collects what each mark opens. Formats only.
class InsightsCharts {
    Q_DECLARE_TR_FUNCTIONS(winnow::InsightsCharts)
public:
    explicit InsightsCharts(const Insights& insights)
        : m_insights(insights)
    {
    }

    /// `byCapability`: else by dataset.
    void fillComposition(StackedBarChart* chart, bool byCapability);
    /// `dataset` empty = all.
    void fillModels(IntervalChart* chart, const QString& dataset);
    void fillBlind(IntervalChart* chart);
    void fillDiscrimination(IntervalChart* chart);

    const QVector<InsightTarget>& targets() const { return m_targets; }
    /// What guessing would score on the samples of the models' chart, before.
    double chance() const { return m_chance; }

private:
    int add(const InsightTarget& target);
    int addSamples(const QString& title, const QVector<QVector<SampleId>>& samples);
    int addModel(const ModelShift& model, const QString& dataset, bool after, InsightTarget::Part part);
    /// The models of a dataset, or of all.
    const ModelComparison& comparisonOf(const QString& dataset) const;
    int addCommon(int ranking, const QString& dataset, bool after);
    IntervalRow modelRow(const ModelShift& model, const QString& dataset);
    QVector<NumberCell> modelCells(const ModelShift& model, const QString& dataset);
    QVector<BarSegment> segmentsOf(const Composition& part);
    NumberTable compositionTable(const QVector<Composition>& parts, const QString& title);

    const Insights& m_insights;
    QVector<InsightTarget> m_targets;
    double m_chance = 0;
};

/// "3 → 1 ▲2"; a dash for a model without a rank.
QString rankChangeText(int before, int after);
/// Why a model stands unranked.
QString unrankedText(const ModelShift& model);

} // namespace winnow
