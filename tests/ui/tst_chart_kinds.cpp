// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/chartsamples.h"
#include "ui/util/clickthroughs.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace winnow;

namespace {

/// Takes what a chart in it opens.
class Opener : public QWidget {
public:
    QVector<ClickThrough> opened;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == ClickThroughEvent::type()) {
            opened.append(static_cast<ClickThroughEvent*>(event)->what());
            event->accept();
            return true;
        }
        return QWidget::event(event);
    }
};

/// A chart in a parent, shown.
struct Shown {
    Opener parent;
    Chart* chart = nullptr;

    explicit Shown(std::unique_ptr<Chart> made, QSize size = {900, 420})
        : chart(made.release())
    {
        chart->setParent(&parent);
        chart->resize(size);
        parent.resize(size);
        parent.show();
    }
};

QVector<SampleId> samplesOf(const ClickThrough& what)
{
    return what.filter().only.value_or(QVector<SampleId>());
}

/// Every kind without data, and with data that is all missing or of one mark.
QVector<test::ChartSample> poorSamples()
{
    const double nan = std::nan("");
    return {
        {test::text("bars, none"), {}, [] { return test::charted<BarChart>(BarData()); }},
        {test::text("bars, missing"), {},
            [] {
                BarData data;
                data.series = {test::text("a")};
                data.groups = {{{test::text("x"), {}, {}}, {BarValue()}}, {{test::text("y"), {}, {}}, {}}};
                return test::charted<BarChart>(data);
            }},
        {test::text("line, none"), {}, [] { return test::charted<LineChart>(LineData()); }},
        {test::text("line, missing"), {},
            [=] {
                LineData data;
                data.series = {{test::text("a"), {{1, nan, nan, nan, {}, {}}, {2, nan, nan, nan, {}, {}}}}};
                return test::charted<LineChart>(data);
            }},
        {test::text("line, one"), {},
            [=] {
                LineData data;
                data.series = {{test::text("a"), {{1, 3, nan, nan, {}, {}}}}};
                return test::charted<LineChart>(data);
            }},
        {test::text("scatter, none"), {}, [] { return test::charted<ScatterChart>(ScatterData()); }},
        {test::text("scatter, missing"), {},
            [=] {
                ScatterData data;
                data.points = {{nan, nan, 0, {}, {}}};
                return test::charted<ScatterChart>(data);
            }},
        {test::text("scatter, one"), {},
            [] { return test::charted<ScatterChart>(test::scatterSample(1, true)); }},
        {test::text("slope, none"), {}, [] { return test::charted<SlopeChart>(SlopeData()); }},
        {test::text("slope, missing"), {},
            [] {
                SlopeData data;
                data.columns = {test::text("a"), test::text("b")};
                data.lines = {{test::text("x"), {}, {}, false}};
                return test::charted<SlopeChart>(data);
            }},
        {test::text("distribution, none"), {},
            [] { return test::charted<DistributionChart>(DistributionData()); }},
        {test::text("distribution, missing"), {},
            [=] {
                DistributionData data;
                data.groups = {{{test::text("x"), {}, {}}, {{nan, {}, {}}}, {}}};
                return test::charted<DistributionChart>(data);
            }},
        {test::text("heat, none"), {}, [] { return test::charted<HeatMap>(HeatData()); }},
        {test::text("heat, missing"), {},
            [] {
                HeatData data;
                data.rows = data.columns = {{test::text("x"), {}, {}}};
                return test::charted<HeatMap>(data);
            }},
        {test::text("histogram, none"), {}, [] { return std::make_unique<HistogramChart>(); }},
        {test::text("stacked, none"), {}, [] { return std::make_unique<StackedBarChart>(); }},
        {test::text("intervals, none"), {}, [] { return std::make_unique<IntervalChart>(); }},
    };
}

/// How often a chart draws itself.
class Counted : public LineChart {
public:
    mutable int drawn = 0;

protected:
    void draw(QPainter& painter, const QRectF& area, QVector<ChartMark>& marks) const override
    {
        ++drawn;
        LineChart::draw(painter, area, marks);
    }
};

/// Blocks of pixels in which two pictures are not alike, of all.
double unlike(const QImage& a, const QImage& b)
{
    constexpr int kBlock = 12;
    const QSize blocks(a.width() / kBlock, a.height() / kBlock);
    const QImage left = a.scaled(blocks, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage right = b.scaled(blocks, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int different = 0;
    for (int y = 0; y < blocks.height(); ++y) {
        for (int x = 0; x < blocks.width(); ++x) {
            different += std::abs(qGray(left.pixel(x, y)) - qGray(right.pixel(x, y))) > 40;
        }
    }
    return double(different) / (blocks.width() * blocks.height());
}

QImage rendered(const QByteArray& svg, QSize size)
{
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

double meanGray(const QImage& image)
{
    return qGray(image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixel(0, 0));
}

} // namespace

/// What holds for every kind of chart.
class TestChartKinds : public QObject {
    Q_OBJECT
    static void addKinds()
    {
        QTest::addColumn<int>("kind");
        const QVector<test::ChartSample> samples = test::chartSamples();
        for (int i = 0; i < samples.size(); ++i) {
            QTest::newRow(qPrintable(samples.at(i).name)) << i;
        }
    }
    static std::unique_ptr<Chart> kind(int index) { return test::chartSamples().at(index).make(); }
    QByteArray svgOf(const Chart& chart)
    {
        const QString path = m_folder.filePath(QStringLiteral("chart.svg"));
        if (!chart.saveSvg(path)) {
            return {};
        }
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init() { Theme::instance().apply(ThemeMode::Light); }

    void hoverTellsTheValuesOfAMark_data() { addKinds(); }
    void hoverTellsTheValuesOfAMark()
    {
        QFETCH(int, kind);
        Shown shown(this->kind(kind));
        const QVector<ChartMark> marks = shown.chart->marks();
        QVERIFY(marks.size() > 4);
        for (const ChartMark& mark : marks) {
            QVERIFY(!mark.tip.isEmpty());
            QVERIFY2(QRectF(shown.chart->rect()).adjusted(-1, -1, 1, 1).contains(mark.where.center()),
                qPrintable(mark.tip));
        }
        QToolTip::hideText();
        const QPointF at = marks.at(marks.size() / 2).where.center();
        QTest::mouseMove(shown.chart, QPoint(0, 0));
        QTest::mouseMove(shown.chart, at.toPoint());
        const QString said = QToolTip::text();
        QVERIFY(!said.isEmpty());
        // Of all marks under the pointer it is one.
        QVERIFY(std::any_of(marks.cbegin(), marks.cend(), [&](const ChartMark& mark) {
            return mark.where.adjusted(-12, -12, 12, 12).contains(at)
                && said.contains(mark.tip.section(u'\n', -1).toHtmlEscaped());
        }));
    }

    void keysGoThroughTheMarksInOrder_data() { addKinds(); }
    void keysGoThroughTheMarksInOrder()
    {
        QFETCH(int, kind);
        Shown shown(this->kind(kind));
        const QVector<ChartMark> marks = shown.chart->marks();
        const QString resting = shown.chart->accessibleDescription();
        QVERIFY(!resting.isEmpty());
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(shown.chart, Qt::Key_Down);
            QCOMPARE(shown.chart->accessibleDescription(), marks.at(i).tip);
        }
        QTest::keyClick(shown.chart, Qt::Key_Up);
        QCOMPARE(shown.chart->accessibleDescription(), marks.at(2).tip);
        QTest::keyClick(shown.chart, Qt::Key_End);
        QCOMPARE(shown.chart->accessibleDescription(), marks.last().tip);
        QTest::keyClick(shown.chart, Qt::Key_Home);
        QCOMPARE(shown.chart->accessibleDescription(), marks.first().tip);
        QTest::keyClick(shown.chart, Qt::Key_Escape);
        QCOMPARE(shown.chart->accessibleDescription(), resting);
    }

    void enterAndAClickOpenWhatIsBehindAMark_data() { addKinds(); }
    void enterAndAClickOpenWhatIsBehindAMark()
    {
        QFETCH(int, kind);
        Shown shown(this->kind(kind));
        const QVector<ChartMark> marks = shown.chart->marks();
        const auto link
            = std::find_if(marks.cbegin(), marks.cend(), [](const ChartMark& m) { return m.isLink(); });
        QVERIFY(link != marks.cend());
        for (auto mark = marks.cbegin(); mark <= link; ++mark) {
            QTest::keyClick(shown.chart, Qt::Key_Down);
        }
        QTest::keyClick(shown.chart, Qt::Key_Return);
        QCOMPARE(shown.parent.opened.size(), 1);
        QCOMPARE(samplesOf(shown.parent.opened.first()), samplesOf(link->open));
        // One that no other lies upon.
        for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark) {
            if (!mark->isLink()) {
                continue;
            }
            QTest::mouseClick(shown.chart, Qt::LeftButton, {}, mark->where.center().toPoint());
            QCOMPARE(shown.parent.opened.size(), 2);
            QVERIFY(!samplesOf(shown.parent.opened.last()).isEmpty());
            break;
        }
    }

    void theNumbersAreTheSameEverywhere_data() { addKinds(); }
    void theNumbersAreTheSameEverywhere()
    {
        QFETCH(int, kind);
        Shown shown(this->kind(kind));
        const NumberTable table = shown.chart->table();
        QVERIFY(!table.isEmpty());
        for (const QVector<NumberCell>& row : table.rows) {
            QCOMPARE(row.size(), table.columns.size());
        }
        NumberTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(table);
        QCOMPARE(model.rowCount(), int(table.rows.size()));
        QCOMPARE(table.toCsv().count("\r\n"), table.rows.size() + 1);
        QTest::keySequence(shown.chart, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), table.toTsv());
    }

    void pngAndSvgShowTheSame_data() { addKinds(); }
    void pngAndSvgShowTheSame()
    {
        QFETCH(int, kind);
        Shown shown(this->kind(kind));
        const QString path = m_folder.filePath(QStringLiteral("chart.png"));
        QVERIFY(shown.chart->savePng(path));
        const QImage png(path);
        QVERIFY(png.width() >= 1200);
        QVERIFY(meanGray(png) < 254.5);
        const QByteArray svg = svgOf(*shown.chart);
        QVERIFY(svg.contains("<text"));
        const QImage drawn = rendered(svg, png.size());
        const double different = unlike(png, drawn);
        if (different > 0.02) {
            drawn.save(m_folder.filePath(QStringLiteral("svg.png")));
        }
        QVERIFY2(different <= 0.02, qPrintable(QString::number(different)));
        // A widget that was hovered or saved is laid out as before.
        const QVector<ChartMark> marks = shown.chart->marks();
        QCOMPARE(marks.size(), shown.chart->marks().size());
        QVERIFY(QRectF(shown.chart->rect()).adjusted(-1, -1, 1, 1).contains(marks.last().where.center()));
    }

    void bothThemesAndPaper_data() { addKinds(); }
    void bothThemesAndPaper()
    {
        QFETCH(int, kind);
        const auto chart = this->kind(kind);
        chart->resize(700, 360);
        const QImage light = chart->grab().toImage();
        const QVector<ChartMark> marks = chart->marks();
        Theme::instance().apply(ThemeMode::Dark);
        const QImage dark = chart->grab().toImage();
        QVERIFY2(meanGray(light) > 180 && meanGray(dark) < 110,
            qPrintable(QStringLiteral("%1 %2").arg(meanGray(light)).arg(meanGray(dark))));
        QCOMPARE(chart->marks().size(), marks.size());
        QCOMPARE(chart->marks().first().where, marks.first().where);
        // Paper is white in the dark too, and the screen is dark after it.
        QImage paper(600, 500, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        chart->paintInto(painter, paper.rect());
        painter.end();
        QVERIFY(meanGray(paper) > 180);
        QCOMPARE(chart->grab().toImage(), dark);
    }

    void printsOnePage()
    {
        const auto chart = test::charted<BarChart>(test::barSample(true));
        chart->setTitle(QStringLiteral("Accuracy"));
        QBuffer pdf;
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        QPdfWriter writer(&pdf);
        QVERIFY(chart->print(writer));
        QVERIFY(pdf.data().startsWith("%PDF"));
        QVERIFY(pdf.data().size() > 4000);
    }

    void anySizeIsDrawn_data() { addKinds(); }
    void anySizeIsDrawn()
    {
        QFETCH(int, kind);
        const auto chart = this->kind(kind);
        for (const QSize size : {QSize(1, 1), QSize(60, 40), QSize(240, 120), QSize(3000, 200)}) {
            chart->resize(size);
            QCOMPARE(chart->grab().toImage().size(), size);
            for (const ChartMark& mark : chart->marks()) {
                QVERIFY(std::isfinite(mark.where.x()) && std::isfinite(mark.where.height()));
            }
        }
    }

    void littleOrNothingIsDrawn_data()
    {
        QTest::addColumn<int>("sample");
        const QVector<test::ChartSample> samples = poorSamples();
        for (int i = 0; i < samples.size(); ++i) {
            QTest::newRow(qPrintable(samples.at(i).name)) << i;
        }
    }
    void littleOrNothingIsDrawn()
    {
        QFETCH(int, sample);
        const test::ChartSample poor = poorSamples().at(sample);
        Shown shown(poor.make());
        QVERIFY(!shown.chart->grab().isNull());
        QVERIFY(!svgOf(*shown.chart).isEmpty());
        QTest::keyClick(shown.chart, Qt::Key_Down);
        QTest::keyClick(shown.chart, Qt::Key_Return);
        QVERIFY(shown.parent.opened.size() <= 1);
        if (poor.name.endsWith(u"none")) {
            QVERIFY(shown.chart->marks().isEmpty());
            QVERIFY(shown.chart->table().isEmpty());
        }
        for (const QVector<NumberCell>& row : shown.chart->table().rows) {
            if (poor.name.endsWith(u"missing") && !poor.name.startsWith(u"distribution")) {
                QVERIFY(!row.last().value.isValid());
                QCOMPARE(row.last().text, QStringLiteral("–"));
            }
        }
    }

    void aMissingBarKeepsItsPlace()
    {
        BarData data;
        data.axis = {test::text("Accuracy"), {}, true};
        data.series = {test::text("a")};
        const double nan = std::nan("");
        for (const double value : {0.2, nan, 0.8}) {
            data.groups.append({{QString::number(value), {}, {}}, {{value, nan, nan, {}, {}}}});
        }
        const auto chart = test::charted<BarChart>(data);
        chart->resize(600, 300);
        const QImage image = chart->grab().toImage();
        const QVector<ChartMark>& marks = chart->marks();
        QCOMPARE(marks.size(), 3);
        QVERIFY2(marks.at(1).tip.contains(QStringLiteral("missing")), qPrintable(marks.at(1).tip));
        // As far from the one before as the next from it, and Qt Charts drew the bar where its mark is.
        const auto x = [&](int i) { return marks.at(i).where.center().x(); };
        QVERIFY(std::abs((x(2) - x(1)) - (x(1) - x(0))) < 1);
        QCOMPARE(image.pixelColor(marks.at(2).where.center().toPoint()), chartStyle().seriesColor(0));
        QCOMPARE(
            image.pixelColor(QPoint(int(x(1)), marks.at(2).where.center().toPoint().y())).lightness() > 200,
            true);
        QVERIFY(marks.at(2).where.height() > 3.5 * marks.at(0).where.height());
    }

    void aZeroOnALogarithmicAxisHidesNothing()
    {
        LineData data;
        data.x = {test::text("x"), {}};
        data.y = {test::text("p"), {}};
        data.y.log = true;
        const double nan = std::nan("");
        data.series = {{test::text("a"),
            {{1, 0.1, nan, nan, {}, {}}, {2, 0.01, nan, nan, {}, {}}, {3, 0, nan, nan, {}, {}},
                {4, 0.1, nan, nan, {}, {}}, {5, 0.01, nan, nan, {}, {}}}}};
        const auto chart = test::charted<LineChart>(data);
        chart->resize(600, 300);
        const QImage image = chart->grab().toImage();
        const QVector<ChartMark>& marks = chart->marks();
        QCOMPARE(marks.size(), 5);
        // The zero stands at the bottom and says that it is one; the others are drawn, with their line.
        QVERIFY(marks.at(2).where.center().y() > marks.at(1).where.center().y() - 8);
        QVERIFY2(marks.at(2).tip.endsWith(u'0'), qPrintable(marks.at(2).tip));
        const QPointF between = (marks.at(0).where.center() + marks.at(1).where.center()) / 2;
        const QColor line = chartStyle().seriesColor(0);
        const auto near = [&](const QPointF& at) {
            for (int dy = -2; dy <= 2; ++dy) {
                const QColor seen = image.pixelColor(at.toPoint() + QPoint(0, dy));
                if (std::abs(seen.red() - line.red()) < 40 && std::abs(seen.blue() - line.blue()) < 40) {
                    return true;
                }
            }
            return false;
        };
        QVERIFY(near(between));
        QVERIFY(near((marks.at(3).where.center() + marks.at(4).where.center()) / 2));
        QVERIFY(!near((marks.at(1).where.center() + marks.at(2).where.center()) / 2));
    }

    void nothingIsDrawnBeyondTheAxes()
    {
        // A line and a band that leave the axis at its top; SVG has no clip that would hide them.
        LineData data;
        data.x = {test::text("x"), {}};
        data.y = {test::text("y"), {}};
        data.y.low = 0;
        data.y.high = 0.5;
        data.series = {{test::text("a"), {}}};
        for (int i = 0; i <= 10; ++i) {
            data.series[0].points.append({double(i), i / 10.0, i / 10.0 - 0.1, i / 10.0 + 0.1, {}, {}});
        }
        auto chart = test::charted<LineChart>(data);
        chart->resize(600, 300);
        const QImage png = chart->toImage();
        const QImage svg = rendered(svgOf(*chart), png.size());
        const QColor hue = chartStyle().seriesColor(0);
        const auto highest = [&](const QImage& image) {
            for (int y = 0; y < image.height(); ++y) {
                // Right of the legend, where the line is beyond the axis.
                for (int x = image.width() * 2 / 3; x < image.width(); ++x) {
                    const QColor seen = image.pixelColor(x, y);
                    if (seen.blue() - seen.red() > 20 && std::abs(seen.hue() - hue.hue()) < 30) {
                        return y;
                    }
                }
            }
            return image.height();
        };
        QVERIFY2(std::abs(highest(png) - highest(svg)) <= 4,
            qPrintable(QStringLiteral("%1 %2").arg(highest(png)).arg(highest(svg))));
    }

    void hoveringAndKeysDrawNothingAnew()
    {
        auto made = std::make_unique<Counted>();
        Counted* chart = made.get();
        chart->setData(test::lineSample(false));
        Shown shown(std::move(made));
        shown.chart->grab();
        QCOMPARE(chart->drawn, 1);
        for (int i = 0; i < 5; ++i) {
            QTest::mouseMove(chart, chart->marks().at(i * 3).where.center().toPoint());
            QTest::keyClick(chart, Qt::Key_Right);
            chart->grab();
        }
        QCOMPARE(chart->drawn, 1);
        chart->redraw();
        chart->grab();
        QCOMPARE(chart->drawn, 2);
        Theme::instance().apply(ThemeMode::Dark);
        chart->grab();
        QCOMPARE(chart->drawn, 3);
        chart->resize(500, 300);
        chart->grab();
        QCOMPARE(chart->drawn, 4);
    }

    void intervalsOfPointsAreToldAndListed()
    {
        Shown shown(test::charted<ScatterChart>(test::frontierSample()));
        const NumberTable table = shown.chart->table();
        QCOMPARE(table.columns.size(), 6);
        QCOMPARE(table.columns.at(3).title, QStringLiteral("95% interval"));
        QCOMPARE(table.rows.first().at(5).text, QStringLiteral("46.0% – 54.0%"));
        QVERIFY(shown.chart->marks().first().tip.contains(QStringLiteral("50.0% (46.0% – 54.0%)")));
        // Without any there are no such columns.
        QCOMPARE(test::charted<ScatterChart>(test::scatterSample(9, false))->table().columns.size(), 4);
    }

    void countsHaveTicksAtWholeNumbers()
    {
        ChartAxis axis{test::text("Tries"), {}};
        axis.low = 1;
        axis.high = 3;
        QVERIFY(AxisScale::of(axis, {1, 2, 3}, 6).ticks.size() > 3);
        axis.whole = true;
        QCOMPARE(AxisScale::of(axis, {1, 2, 3}, 6).ticks, (QVector<double>{1, 2, 3}));
        QCOMPARE(AxisScale::of(axis, {1, 2, 3}, 6).digits(), 0);
    }

    void anEndThatIsMissedByRoundingIsNotBeyond()
    {
        const ChartAxis axis{test::text("Accuracy"), {}, true};
        const double low = std::nextafter(0.75, 0);
        const AxisScale scale = AxisScale::of(axis, {low, 0.79}, 5);
        QCOMPARE(scale.low, 0.75);
        QCOMPARE(scale.share(low), 0.0);
        QVERIFY(scale.share(0.74) < 0);
    }

    void theNearestOfTenThousandAnswers()
    {
        Shown shown(test::charted<ScatterChart>(test::scatterSample(10000, false)));
        const QVector<ChartMark> marks = shown.chart->marks();
        // One value is missing.
        QCOMPARE(marks.size(), 9999);
        QCOMPARE(shown.chart->table().rows.size(), 10000);
        QVERIFY(std::is_sorted(marks.cbegin(), marks.cend(), [](const ChartMark& a, const ChartMark& b) {
            return a.where.center().x() < b.where.center().x() - 1e-9;
        }));
        for (const int index : {0, 5000, 9998}) {
            QTest::mouseClick(shown.chart, Qt::LeftButton, {}, marks.at(index).where.center().toPoint());
            const auto chosen = samplesOf(shown.parent.opened.last());
            const auto found = std::find_if(marks.cbegin(), marks.cend(),
                [&](const ChartMark& mark) { return samplesOf(mark.open) == chosen; });
            const QPointF way = found->where.center() - marks.at(index).where.center().toPoint();
            QVERIFY(std::hypot(way.x(), way.y()) <= 1);
        }
    }

    void boxesHoldWhatTheySay()
    {
        QVector<DistributionPoint> points;
        for (const double value : {1.0, 2.0, 3.0, 4.0, 5.0, 100.0}) {
            points.append({value, {}, {}});
        }
        points.append({std::nan(""), {}, {}});
        const BoxNumbers box = BoxNumbers::of(points);
        QCOMPARE(box.n, 6);
        QCOMPARE(box.missing, 1);
        QCOMPARE(box.median, 3.5);
        QCOMPARE(box.lower, 2.25);
        QCOMPARE(box.upper, 4.75);
        QCOMPARE(box.low, 1.0);
        QCOMPARE(box.high, 5.0);
    }

    void leavesStandSoThatNoBranchesCross()
    {
        QCOMPARE(leafOrder({{0, 2, 1}, {1, 3, 2}, {4, 5, 3}}, 4), (QVector<int>{0, 2, 1, 3}));
        // Not joined to the others; not a tree.
        QCOMPARE(leafOrder({{0, 2, 1}}, 3).size(), 3);
        QCOMPARE(leafOrder({{0, 0, 1}}, 2), (QVector<int>{0, 1}));
        QCOMPARE(leafOrder({{0, 9, 1}}, 2), (QVector<int>{0, 1}));
    }

    void theHeatMapIsInTheOrderOfItsTree()
    {
        const HeatData data = test::heatSample(true);
        const auto map = test::charted<HeatMap>(data);
        const NumberTable table = map->table();
        const QVector<int> order = leafOrder(data.rowMerges, int(data.rows.size()));
        for (int row = 0; row < order.size(); ++row) {
            QCOMPARE(table.rows.at(row).first().text, data.rows.at(order.at(row)).text);
            const double value = data.cells.at(order.at(row)).at(order.at(0)).value;
            const QVariant said = table.rows.at(row).at(1).value;
            QCOMPARE(said.isValid(), std::isfinite(value));
            QVERIFY(!said.isValid() || said.toDouble() == value);
        }
    }

    void labelsOfASlopeDoNotOverlap()
    {
        SlopeData data = test::slopeSample(false);
        for (SlopeLine& line : data.lines) {
            line.values[0].value = 0.5;
        }
        Shown shown(test::charted<SlopeChart>(data));
        QVector<QRectF> labels;
        for (const ChartMark& mark : shown.chart->marks()) {
            if (!mark.tip.contains(u'\n')) {
                labels.append(mark.where);
            }
        }
        QCOMPARE(labels.size(), data.lines.size());
        for (qsizetype i = 1; i < labels.size(); ++i) {
            QVERIFY(labels.at(i).top() >= labels.at(i - 1).bottom() - 0.5);
        }
    }

    void axesAreRoundAndSayTheirUnit()
    {
        const ChartAxis latency{test::text("Latency"), test::text("s")};
        QCOMPARE(latency.caption(), QStringLiteral("Latency (s)"));
        QCOMPARE(latency.text(1.5), QStringLiteral("1.5 s"));
        QCOMPARE(latency.text(std::nan("")), QStringLiteral("–"));
        ChartAxis share{test::text("Kept"), {}, true};
        QCOMPARE(share.caption(), QStringLiteral("Kept (%)"));
        QCOMPARE(share.text(0.125), QStringLiteral("12.5%"));
        const AxisScale scale = AxisScale::of(latency, {0.13, 9.2});
        QCOMPARE(scale.low, 0.0);
        QCOMPARE(scale.high, 10.0);
        ChartAxis log = latency;
        log.log = true;
        const AxisScale decades = AxisScale::of(log, {0, 0.02, 30, std::nan("")});
        QCOMPARE(decades.low, 0.01);
        QCOMPARE(decades.high, 100.0);
        QVERIFY(std::isnan(decades.share(0)));
        QCOMPARE(decades.share(1), 0.5);
        QCOMPARE(decades.at(0.5), 1.0);
    }

    void linesAreCutAtTheEdge()
    {
        const QRectF unit(0, 0, 1, 1);
        const double nan = std::nan("");
        const auto parts = cutPath({{0.5, 0.5}, {0.5, 2}, {0.8, 2}, {0.8, 0.5}, {nan, 0}, {0.9, 0.9}}, unit);
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts.at(0), (QPolygonF{{0.5, 0.5}, {0.5, 1}}));
        QCOMPARE(parts.at(1), (QPolygonF{{0.8, 1}, {0.8, 0.5}}));
        QCOMPARE(parts.at(2), (QPolygonF{{0.9, 0.9}}));
        QVERIFY(!cutLine({{2, 0}, {2, 1}}, unit));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestChartKinds)
#include "tst_chart_kinds.moc"
