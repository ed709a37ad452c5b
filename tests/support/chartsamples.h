// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One chart of each kind, with made-up numbers as the pages have them: for the gallery, the tests that hold
// for all kinds, and the benchmark.

#include "ui/charts/barchart.h"
#include "ui/charts/chartstyle.h"
#include "ui/charts/distributionchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/histogramchart.h"
#include "ui/charts/intervalchart.h"
#include "ui/charts/linechart.h"
#include "ui/charts/scatterchart.h"
#include "ui/charts/slopechart.h"
#include "ui/charts/stackedbarchart.h"

#include <QColor>

#include <cmath>
#include <functional>
#include <memory>
#include <random>

namespace winnow::test {

/// A chart by the name of its kind, which is also that of its picture.
struct ChartSample {
    QString name;
    QString title;
    std::function<std::unique_ptr<Chart>()> make;
};

inline QString text(const char* words)
{
    return QString::fromUtf8(words);
}

/// Opens one sample of that number, so that a test sees which mark was chosen.
inline ClickThrough opens(qint64 sample)
{
    return ClickThrough::toSamples(QString::number(sample), {{SampleId{sample}}});
}

template <class Shown, class Data> std::unique_ptr<Chart> charted(const Data& data)
{
    auto chart = std::make_unique<Shown>();
    chart->setData(data);
    return chart;
}

inline QStringList models()
{
    return {text("InternVL2-76B"), text("Qwen2-VL-72B-Instruct"), text("GPT-4o (0806)"),
        text("Claude 3.5 Sonnet"), text("LLaVA-OneVision-7B"), text("MiniCPM-V 2.6"), text("Phi-3.5-vision"),
        text("DeepSeek-VL-7B")};
}

inline QStringList datasets()
{
    return {text("MathVista"), text("AI2D"), text("MMMU-Pro"), text("ChartQA"), text("ScienceQA"),
        text("DocVQA"), text("MMStar"), text("BLINK")};
}

/// Numbers that are the same in every run.
class Numbers {
public:
    explicit Numbers(unsigned seed)
        : m_engine(seed)
    {
    }
    /// Between 0 and 1; the standard's distributions differ between libraries.
    double share() { return double(m_engine()) / double(std::mt19937::max()); }
    double normal()
    {
        return std::sqrt(-2 * std::log(std::max(1e-12, share()))) * std::cos(6.283185307179586 * share());
    }

private:
    std::mt19937 m_engine;
};

inline BarData barSample(bool horizontal)
{
    BarData data;
    data.groupTitle = text("Dataset");
    data.axis = {text("Accuracy"), {}, true};
    data.axis.low = 0;
    data.axis.high = 1;
    data.series = {text("with the image"), text("without the image")};
    data.horizontal = horizontal;
    data.references = {{text("chance 25%"), 0.25}};
    Numbers numbers(3);
    for (const QString& name : datasets()) {
        BarGroup group{{name, {}, opens(100 + data.groups.size())}, {}};
        const double with = 0.5 + 0.4 * numbers.share();
        const double without = 0.2 + 0.35 * numbers.share();
        group.values = {{with, with - 0.03, with + 0.03, {}, opens(2 * data.groups.size())},
            {without, without - 0.04, without + 0.04, {}, opens(2 * data.groups.size() + 1)}};
        if (name == u"DocVQA") {
            group.values[1] = {};
        }
        data.groups.append(group);
    }
    return data;
}

inline LineData lineSample(bool log)
{
    LineData data;
    data.x = {text("Samples kept"), {}, true};
    data.y = {log ? text("p-value") : text("Rank correlation with the whole"), {}};
    data.y.log = log;
    Numbers numbers(7);
    const QStringList names{text("by discrimination"), text("by difficulty"), text("at random")};
    for (const QString& name : names) {
        LineSeries series{name, {}};
        const double bend = 2.0 + 3.0 * double(names.size() - data.series.size());
        for (int i = 1; i <= 20; ++i) {
            const double x = i / 20.0;
            LinePoint point;
            point.x = x;
            point.y = log ? std::pow(10.0, -bend * x - numbers.share())
                          : 1 - std::exp(-bend * x) * (0.6 + 0.1 * numbers.share());
            point.low = log ? point.y / 4 : point.y - 0.06 * (1.1 - x);
            point.high = log ? point.y * 4 : std::min(1.0, point.y + 0.06 * (1.1 - x));
            point.open = opens(data.series.size() * 100 + i);
            if (data.series.size() == 1 && (i == 9 || i == 10)) {
                point.y = point.low = point.high = std::nan("");
            }
            if (log && data.series.isEmpty() && i > 18) {
                point.y = 0;
                point.low = 0;
            }
            series.points.append(point);
        }
        data.series.append(series);
    }
    data.references
        = {log ? ReferenceLine{text("0.05"), 0.05} : ReferenceLine{text("good enough: 0.9"), 0.9}};
    return data;
}

inline ScatterData scatterSample(int count, bool log)
{
    ScatterData data;
    data.x = log ? ChartAxis{text("Cost of a run"), text("USD")} : ChartAxis{text("Difficulty"), {}, true};
    data.y = log ? ChartAxis{text("Latency"), text("s")} : ChartAxis{text("Discrimination"), {}};
    data.x.log = data.y.log = log;
    data.groups = {text("kept"), text("blindly solvable"), text("wrong label")};
    Numbers numbers(11);
    for (int i = 0; i < count; ++i) {
        ScatterPoint point;
        const double x = numbers.share();
        point.x = log ? std::pow(10.0, 3 * x - 1) : x;
        point.y = log ? std::pow(10.0, 1.4 * x - 1 + 0.3 * numbers.normal())
                      : 0.55 - 1.6 * (x - 0.5) * (x - 0.5) + 0.14 * numbers.normal();
        point.group = i % 9 == 4 ? 1 : i % 13 == 7 ? 2 : 0;
        point.name = text("sample %1").arg(i);
        point.open = opens(i);
        data.points.append(point);
    }
    if (count > 20) {
        data.points[5].y = std::nan("");
    }
    if (log && count > 20) {
        data.points[6].y = 0;
    }
    data.lines = {{text("regression"), log ? -0.53 : 0.42, log ? 0.47 : 0.02}};
    if (!log) {
        data.references = {{text("critical value 0.2"), 0.2}};
    }
    return data;
}

/// Strategies by cost, with intervals, and a line through those that none beats.
inline ScatterData frontierSample()
{
    ScatterData data;
    data.x = {text("Cost"), {}, true, true, 0.2, 5.0};
    data.y = {text("Right"), {}, true};
    data.groups = {text("strategy"), text("one model")};
    for (int i = 0; i < 8; ++i) {
        ScatterPoint point;
        point.x = 0.25 * std::pow(1.5, i);
        point.y = 0.5 + 0.05 * i - (i % 2 ? 0.08 : 0);
        point.group = i % 2;
        point.name = text("strategy %1").arg(i);
        point.open = opens(i);
        point.xLow = point.x * 0.9;
        point.xHigh = point.x * 1.1;
        point.yLow = point.y - 0.04;
        point.yHigh = point.y + 0.04;
        data.points.append(point);
    }
    data.paths = {{text("what none beats"), {{0.25, 0.5}, {0.56, 0.6}, {1.27, 0.7}, {2.85, 0.8}}}};
    return data;
}

inline SlopeData slopeSample(bool ranks)
{
    SlopeData data;
    data.axis = ranks ? ChartAxis{text("Rank"), {}} : ChartAxis{text("Accuracy"), {}, true};
    data.lowOnTop = ranks;
    data.columns = ranks ? QStringList{text("Before"), text("After")}
                         : QStringList{text("As it was"), text("Without flags"), text("Reviewed")};
    const QVector<QVector<double>> values = ranks
        ? QVector<QVector<double>>{{1, 2}, {2, 1}, {3, 3}, {4, 6}, {5, 4}, {6, 5}, {7, 8}, {8, 7}}
        : QVector<QVector<double>>{{0.71, 0.66, 0.65}, {0.70, 0.69, 0.70}, {0.695, 0.68, 0.66},
            {0.64, 0.60, std::nan("")}, {0.52, 0.53, 0.55}, {0.51, 0.45, 0.44}, {0.505, 0.46, 0.43},
            {0.31, 0.28, 0.26}};
    for (qsizetype i = 0; i < values.size(); ++i) {
        SlopeLine line;
        line.name = models().at(i);
        line.open = opens(1000 + i);
        line.strong = ranks && i == 3;
        for (qsizetype column = 0; column < values.at(i).size(); ++column) {
            line.values.append({values.at(i).at(column), {}, opens(i * 10 + column)});
        }
        data.lines.append(line);
    }
    return data;
}

inline DistributionData distributionSample(int groups, int each, bool log)
{
    DistributionData data;
    data.groupTitle = text("Model");
    data.axis = log ? ChartAxis{text("Latency"), text("s")} : ChartAxis{text("Score"), {}};
    data.axis.log = log;
    Numbers numbers(5);
    for (int group = 0; group < groups; ++group) {
        DistributionGroup made;
        made.label = {models().value(group, text("model %1").arg(group)), {}, opens(500 + group)};
        made.open = opens(600 + group);
        const double middle = log ? -0.6 + 0.2 * group : 0.75 - 0.05 * group;
        for (int i = 0; i < each; ++i) {
            const double value = middle + (log ? 0.35 : 0.11) * numbers.normal();
            made.points.append({log ? std::pow(10.0, value) : std::clamp(value, 0.0, 1.0),
                text("sample %1").arg(i), opens(group * each + i)});
        }
        if (group == 1 && each > 10) {
            made.points[3].value = std::nan("");
        }
        if (log && group == 0 && each > 10) {
            made.points[4].value = 0;
        }
        data.groups.append(made);
    }
    return data;
}

inline HeatData heatSample(bool trees)
{
    HeatData data;
    data.rowTitle = trees ? text("Model") : text("Dataset");
    data.columnTitle = trees ? text("Model") : text("Condition");
    data.axis = trees ? ChartAxis{text("Agreement"), text("κ")} : ChartAxis{text("Accuracy"), {}, true};
    data.axis.low = 0;
    data.axis.high = 1;
    const QStringList rows = trees ? models() : datasets();
    const QStringList columns = trees ? models()
                                      : QStringList{text("standard"), text("blind"), text("caption"),
                                          text("circular"), text("open-ended"), text("masked")};
    Numbers numbers(13);
    for (const QString& row : rows) {
        data.rows.append({row, {}, opens(700 + data.rows.size())});
        QVector<HeatCell> cells;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const double away = std::abs(double(column) - double(data.cells.size()));
            const double value = trees ? (away == 0 ? 1 : 0.85 - 0.1 * away + 0.1 * numbers.share())
                                       : 0.85 - 0.09 * double(column) - 0.3 * numbers.share();
            cells.append({std::clamp(value, 0.0, 1.0), {}, opens(data.cells.size() * 100 + column)});
        }
        data.cells.append(cells);
    }
    for (const QString& column : columns) {
        data.columns.append({column, {}, {}});
    }
    data.cells[2][3] = {};
    data.cells[5][1] = {};
    if (trees) {
        data.rowMerges = {{0, 1, 0.12}, {2, 3, 0.15}, {5, 6, 0.2}, {8, 9, 0.35}, {4, 10, 0.4}, {12, 7, 0.55},
            {11, 13, 0.8}};
        data.columnMerges = data.rowMerges;
    }
    return data;
}

inline std::unique_ptr<Chart> histogramSample(bool log)
{
    std::vector<float> scores;
    Numbers numbers(17);
    for (int i = 0; i < 3000; ++i) {
        scores.push_back(float(log ? std::pow(10.0, -6 * numbers.share() * numbers.share())
                                   : std::clamp(0.35 + 0.17 * numbers.normal(), 0.0, 1.0)));
    }
    auto histogram = std::make_shared<const ScoreHistogram>(
        ScoreHistogram::of(scores, log, 40, log ? std::vector<double>{0.05} : std::vector<double>{}, !log));
    HistogramChart::Look look;
    look.scoreTitle = log ? text("p-value") : text("Share of models that are right");
    look.flagAbove = !log;
    look.color = chartStyle().seriesColor(0);
    look.chance = log ? std::optional<double>() : 0.25;
    look.chanceTitle = text("chance");
    look.minimum = 0;
    look.maximum = 1;
    for (size_t bin = 0; bin < histogram->counts.size(); ++bin) {
        look.open.append(opens(qint64(bin)));
    }
    auto chart = std::make_unique<HistogramChart>();
    chart->setHistogram(histogram, look, log ? 0.001 : 0.6);
    return chart;
}

inline std::unique_ptr<Chart> stackedSample()
{
    QVector<Bar> bars;
    NumberTable table;
    table.columns = {{text("Dataset"), false, {}}, {text("Kept"), true, {}},
        {text("Blindly solvable"), true, {}}, {text("Wrong label"), true, {}}, {text("Duplicate"), true, {}}};
    Numbers numbers(19);
    for (const QString& name : datasets()) {
        const double kept = 500 + std::floor(400 * numbers.share());
        const double blind = std::floor(200 * numbers.share());
        const double label = std::floor(60 * numbers.share());
        const double twice = std::floor(8 * numbers.share());
        const auto base = bars.size() * 10;
        const auto segment
            = [&](const char* words, double value, QColor color, BarPattern pattern, qint64 sample) {
                  const QString label_ = text(words);
                  return BarSegment{label_, value, color, pattern,
                      QStringLiteral("%1 · %2\n%3").arg(name, label_).arg(value), opens(sample)};
              };
        const ChartStyle& style = chartStyle();
        bars.append({name, QStringLiteral("%1 of %2").arg(kept).arg(kept + blind + label + twice),
            {segment("Kept", kept, style.second, BarPattern::Plain, base),
                segment("Blindly solvable", blind, style.seriesColor(0), BarPattern::Plain, base + 1),
                segment("Wrong label", label, style.seriesColor(1), BarPattern::Stripes, base + 2),
                segment("Duplicate", twice, style.seriesColor(2), BarPattern::Dots, base + 3)},
            opens(base + 9)});
        QVector<NumberCell> row{{name, {}, {}, {}, {}}};
        for (const double value : {kept, blind, label, twice}) {
            row.append({QString::number(value), value, {}, {}, {}});
        }
        table.rows.append(row);
    }
    auto chart = std::make_unique<StackedBarChart>();
    chart->setBars(bars, table);
    return chart;
}

inline std::unique_ptr<Chart> intervalSample()
{
    QVector<IntervalRow> rows;
    NumberTable table;
    table.columns = {{text("Model"), false, {}}, {text("Before"), true, {}}, {text("After"), true, {}}};
    Numbers numbers(23);
    for (const QString& name : models()) {
        const double before = 0.75 - 0.05 * double(rows.size());
        const double after = before - 0.02 - 0.06 * numbers.share();
        IntervalRow row;
        row.label = name;
        row.before = IntervalPoint{
            before, before - 0.02, before + 0.02, text("%1 before").arg(name), opens(rows.size() * 2)};
        row.after = IntervalPoint{
            after, after - 0.025, after + 0.025, text("%1 after").arg(name), opens(rows.size() * 2 + 1)};
        row.note = text("%1 → %2").arg(rows.size() + 1).arg(rows.size() + 1);
        row.open = opens(900 + rows.size());
        table.rows.append({{name, {}, {}, {}, {}}, {QString::number(before), before, {}, {}, {}},
            {QString::number(after), after, {}, {}, {}}});
        rows.append(row);
    }
    auto chart = std::make_unique<IntervalChart>();
    chart->setAxis(0.2, 0.8, true);
    chart->setRows(rows, {text("Before"), text("After"), text("Rank")}, table);
    return chart;
}

inline QVector<ChartSample> chartSamples()
{
    return {
        {text("bars"), text("Accuracy by dataset"), [] { return charted<BarChart>(barSample(false)); }},
        {text("bars-lying"), text("Accuracy by dataset"), [] { return charted<BarChart>(barSample(true)); }},
        {text("stacked"), text("What stays and what goes"), [] { return stackedSample(); }},
        {text("line"), text("What a budget keeps"), [] { return charted<LineChart>(lineSample(false)); }},
        {text("line-log"), text("p-values"), [] { return charted<LineChart>(lineSample(true)); }},
        {text("scatter"), text("Difficulty and discrimination"),
            [] { return charted<ScatterChart>(scatterSample(240, false)); }},
        {text("scatter-many"), text("Difficulty and discrimination"),
            [] { return charted<ScatterChart>(scatterSample(10000, false)); }},
        {text("scatter-log"), text("Cost and latency"),
            [] { return charted<ScatterChart>(scatterSample(200, true)); }},
        {text("scatter-frontier"), text("What strategies cost and get right"),
            [] { return charted<ScatterChart>(frontierSample()); }},
        {text("slope"), text("Accuracy step by step"),
            [] { return charted<SlopeChart>(slopeSample(false)); }},
        {text("slope-ranks"), text("Rank before and after"),
            [] { return charted<SlopeChart>(slopeSample(true)); }},
        {text("distribution"), text("Scores by model"),
            [] { return charted<DistributionChart>(distributionSample(6, 80, false)); }},
        {text("distribution-log"), text("Latency by model"),
            [] { return charted<DistributionChart>(distributionSample(5, 120, true)); }},
        {text("heat"), text("Accuracy by condition"), [] { return charted<HeatMap>(heatSample(false)); }},
        {text("heat-trees"), text("Agreement of the models"),
            [] { return charted<HeatMap>(heatSample(true)); }},
        {text("histogram"), text("Scores"), [] { return histogramSample(false); }},
        {text("histogram-log"), text("p-values"), [] { return histogramSample(true); }},
        {text("intervals"), text("Accuracy and rank"), [] { return intervalSample(); }},
    };
}

} // namespace winnow::test
