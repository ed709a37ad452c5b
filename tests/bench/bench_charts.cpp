// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Charts against their budget: a full repaint of 10,000 marks by the raster engine (everything laid out and
// drawn anew), and the repaint when the pointer goes from mark to mark. Beside it what Qt Charts itself takes
// for as many points and bars. `bench_charts [WIDTH HEIGHT]`.

#include "tests/support/chartsamples.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsScene>
#include <QLegend>
#include <QMouseEvent>
#include <QPainter>
#include <QScatterSeries>

#include <algorithm>
#include <cstdio>

#include <time.h>

using namespace winnow;

namespace {

constexpr double kBudget = 16;
constexpr int kRounds = 15;
constexpr int kMarks = 10000;

double median(QVector<double> times)
{
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

/// Of the processor by this thread, in ms: what else the machine does is not the chart's.
double spent()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double timed(const std::function<void()>& work)
{
    QVector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        const double from = spent();
        work();
        times.append(spent() - from);
    }
    return median(times);
}

bool report(const char* what, qsizetype marks, double full, double hover)
{
    std::printf("%-34s %6lld marks  repaint %8.2f ms (%5.2f of %.0f)  hover %7.3f ms  %s\n", what,
        static_cast<long long>(marks), full, full / kBudget, kBudget, hover, full <= kBudget ? "ok" : "OVER");
    return full <= kBudget;
}

bool measure(const char* what, Chart& chart, QSize size)
{
    chart.resize(size);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    const qsizetype marks = chart.marks().size();
    const double full = timed([&] {
        chart.redraw();
        chart.render(&image);
    });
    int step = 0;
    const double hover = timed([&] {
        const QPointF at = chart.marks().at(++step * 37 % marks).where.center();
        QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&chart, &move);
        chart.render(&image);
    });
    return report(what, marks, full, hover);
}

double plainQtCharts(QAbstractSeries* series, QSize size)
{
    QGraphicsScene scene;
    auto* chart = new QChart;
    chart->legend()->hide();
    scene.addItem(chart);
    chart->addSeries(series);
    chart->createDefaultAxes();
    chart->resize(size);
    scene.setSceneRect(QRectF(QPointF(), QSizeF(size)));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    return timed([&] {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        scene.render(&painter, scene.sceneRect(), scene.sceneRect());
    });
}

std::unique_ptr<Chart> manyBars()
{
    BarData data = test::barSample(false);
    data.series = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    data.groups.clear();
    test::Numbers numbers(2);
    for (int i = 0; i < kMarks / 4; ++i) {
        BarGroup group{{QString::number(i), {}, {}}, {}};
        for (int series = 0; series < 4; ++series) {
            group.values.append({numbers.share(), std::nan(""), std::nan(""), {}, test::opens(i)});
        }
        data.groups.append(group);
    }
    return test::charted<BarChart>(data);
}

std::unique_ptr<Chart> manySegments()
{
    QVector<Bar> bars;
    for (int i = 0; i < 20; ++i) {
        Bar bar{QString::number(i), {}, {}, {}};
        for (int j = 0; j < kMarks / 20; ++j) {
            bar.segments.append({QString::number(j % 4), 1, chartStyle().seriesColor(j % 4),
                BarPattern(j % 4), QString::number(j), test::opens(j)});
        }
        bars.append(bar);
    }
    auto chart = std::make_unique<StackedBarChart>();
    chart->setBars(bars, {});
    return chart;
}

std::unique_ptr<Chart> manyLinePoints()
{
    LineData data = test::lineSample(false);
    data.series.clear();
    test::Numbers numbers(4);
    for (int series = 0; series < 4; ++series) {
        LineSeries made{QString::number(series), {}};
        for (int i = 0; i < kMarks / 4; ++i) {
            const double y = 0.2 * series + 0.1 * numbers.share();
            made.points.append({i * 4.0 / kMarks, y, y - 0.05, y + 0.05, {}, test::opens(i)});
        }
        data.series.append(made);
    }
    return test::charted<LineChart>(data);
}

std::unique_ptr<Chart> manySlopes()
{
    SlopeData data = test::slopeSample(false);
    data.lines.clear();
    test::Numbers numbers(6);
    for (int i = 0; i < 500; ++i) {
        SlopeLine line{QString::number(i), {}, {}, false};
        for (int column = 0; column < 3; ++column) {
            line.values.append({numbers.share(), {}, test::opens(i)});
        }
        data.lines.append(line);
    }
    return test::charted<SlopeChart>(data);
}

std::unique_ptr<Chart> manyCells()
{
    HeatData data = test::heatSample(false);
    data.rows.clear();
    data.columns.clear();
    data.cells.clear();
    test::Numbers numbers(8);
    for (int i = 0; i < 100; ++i) {
        data.rows.append({QString::number(i), {}, test::opens(i)});
        data.columns.append({QString::number(i), {}, {}});
        QVector<HeatCell> cells;
        for (int j = 0; j < 100; ++j) {
            cells.append({numbers.share() < 0.02 ? std::nan("") : numbers.share(), {}, test::opens(j)});
        }
        data.cells.append(cells);
    }
    return test::charted<HeatMap>(data);
}

std::unique_ptr<Chart> manyRows()
{
    QVector<IntervalRow> rows;
    for (int i = 0; i < 100; ++i) {
        IntervalRow row;
        row.label = QString::number(i);
        row.before = IntervalPoint{0.5, 0.4, 0.6, QString::number(i), test::opens(i)};
        row.after = IntervalPoint{0.6, 0.5, 0.7, QString::number(i), test::opens(i)};
        rows.append(row);
    }
    auto chart = std::make_unique<IntervalChart>();
    chart->setRows(rows, {QStringLiteral("Before"), QStringLiteral("After"), {}}, {});
    return chart;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    Theme::instance().apply(ThemeMode::Light);
    const QSize size = argc == 3
        ? QSize(QString::fromLocal8Bit(argv[1]).toInt(), QString::fromLocal8Bit(argv[2]).toInt())
        : QSize(1100, 520);
    std::printf(
        "median processor time of %d, %d x %d pixels, raster\n", kRounds, size.width(), size.height());
    bool ok = true;
    const auto each = [&](const char* what, const std::unique_ptr<Chart>& chart, QSize of) {
        ok = measure(what, *chart, of) && ok;
    };
    each("bars", manyBars(), size);
    each("stacked bars", manySegments(), size);
    each("lines with bands", manyLinePoints(), size);
    each("scatter", test::charted<ScatterChart>(test::scatterSample(kMarks, false)), size);
    each("scatter, log axes", test::charted<ScatterChart>(test::scatterSample(kMarks, true)), size);
    each("slope (500 lines)", manySlopes(), size);
    each("distribution", test::charted<DistributionChart>(test::distributionSample(20, kMarks / 20, false)),
        size);
    each("heat map", manyCells(), size);
    each("histogram (40 bins)", test::histogramSample(false), size);
    each("interval rows (100)", manyRows(), QSize(size.width(), 2700));

    auto* points = new QScatterSeries;
    points->setMarkerSize(4);
    points->setPen(Qt::NoPen);
    test::Numbers numbers(11);
    for (int i = 0; i < kMarks; ++i) {
        points->append(numbers.share(), numbers.share());
    }
    const double scatter = plainQtCharts(points, size);
    std::printf("%-34s %6d marks  repaint %8.2f ms (%5.2f of %.0f)\n", "Qt Charts' QScatterSeries", kMarks,
        scatter, scatter / kBudget, kBudget);
    auto* bars = new QBarSeries;
    for (int series = 0; series < 4; ++series) {
        auto* set = new QBarSet(QString::number(series));
        for (int i = 0; i < kMarks / 4; ++i) {
            set->append(numbers.share());
        }
        bars->append(set);
    }
    const double barred = plainQtCharts(bars, size);
    std::printf("%-34s %6d marks  repaint %8.2f ms (%5.2f of %.0f)\n", "Qt Charts' QBarSeries", kMarks,
        barred, barred / kBudget, kBudget);
    return ok ? 0 : 1;
}
