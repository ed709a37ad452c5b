// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis.h"
#include "ui/charts/histogramchart.h"
#include "ui/charts/stackedbarchart.h"
#include "ui/models/tableroles.h"
#include "ui/util/clickthroughs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace winnow;

class TestCharts : public QObject {
    Q_OBJECT
private slots:
    void histogramCountsEveryScoreOnce_data()
    {
        QTest::addColumn<QVector<float>>("scores");
        QTest::addColumn<bool>("logScale");
        QTest::addColumn<int>("counted");
        const float nan = std::nanf("");
        QTest::newRow("shares") << QVector<float>{0, 0.5f, 1, 1, nan} << false << 4;
        QTest::newRow("counts") << QVector<float>{0, 3, 27} << false << 3;
        QTest::newRow("all the same") << QVector<float>{7, 7, 7} << false << 3;
        QTest::newRow("negative") << QVector<float>{-1, 0, 1} << false << 3;
        QTest::newRow("p-values with a zero") << QVector<float>{0, 1e-20f, 0.05f, 1} << true << 4;
        QTest::newRow("one p-value of 1") << QVector<float>{1} << true << 1;
        QTest::newRow("missing only") << QVector<float>{nan, nan} << false << 0;
        QTest::newRow("nothing") << QVector<float>{} << true << 0;
    }
    void histogramCountsEveryScoreOnce()
    {
        QFETCH(QVector<float>, scores);
        QFETCH(bool, logScale);
        QFETCH(int, counted);
        const auto histogram
            = ScoreHistogram::of(std::vector<float>(scores.begin(), scores.end()), logScale, 20);
        QCOMPARE(std::accumulate(histogram.counts.begin(), histogram.counts.end(), qint64(0)), counted);
        QCOMPARE(histogram.isEmpty(), counted == 0);
        QVERIFY(std::is_sorted(histogram.edges.begin(), histogram.edges.end()));
        for (const double edge : histogram.edges) {
            QVERIFY(std::isfinite(edge) && (!logScale || edge > 0));
        }
    }

    void thresholdsIncludeTheirOwnValue()
    {
        const auto histogram = ScoreHistogram::of({0.1f, 0.25f, 0.25f, 0.5f, 1.0f}, false);
        QCOMPARE(histogram.flagged(0.25, true), 4);
        QCOMPARE(histogram.flagged(0.25, false), 3);
        QCOMPARE(histogram.flagged(2, true), 0);
        QCOMPARE(histogram.flagged(2, false), 5);
    }

    void arrowsMoveTheThresholdWithinItsLimits()
    {
        HistogramChart chart;
        auto histogram = std::make_shared<const ScoreHistogram>(ScoreHistogram::of({0, 3, 5, 9, 27}, false));
        HistogramChart::Look look;
        look.minimum = 1;
        look.maximum = 4;
        look.step = 1;
        chart.setHistogram(histogram, look, 3);
        chart.resize(600, 220);
        chart.show();
        QSignalSpy moved(&chart, &HistogramChart::thresholdMoved);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.threshold(), 4.0);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.threshold(), 4.0);
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&chart, Qt::Key_Left);
        }
        QCOMPARE(chart.threshold(), 1.0);
        QCOMPARE(moved.size(), 4);
    }

    void theRangeTakesInThresholdAndChance()
    {
        // q-values that are all near 1: the threshold at 0.05 is on the axis all the same.
        const auto histogram = ScoreHistogram::of({0.9f, 1.0f}, true, 20, {0.05, 1.0});
        QVERIFY(histogram.edges.front() <= 0.05);
        auto shared = std::make_shared<const ScoreHistogram>(histogram);
        HistogramChart chart;
        HistogramChart::Look look;
        look.flagAbove = false;
        look.chance = 1;
        look.chanceTitle = QStringLiteral("guessing");
        look.critical = 0.2;
        look.criticalTitle = QStringLiteral("more than guessing");
        chart.setHistogram(shared, look, 0.05);
        chart.resize(600, 220);
        chart.show();
        chart.grab();
        QVERIFY(chart.positionOf(0.05) < chart.positionOf(0.2));
        QVERIFY(chart.positionOf(0.2) < chart.positionOf(1.0));
        QStringList tips;
        for (const ChartMark& mark : chart.marks()) {
            tips.append(mark.tip);
        }
        QVERIFY2(tips.contains(QStringLiteral("guessing: 1")), qPrintable(tips.join(u'|')));
        QVERIFY(tips.contains(QStringLiteral("more than guessing: 0.2")));
    }

    void countsHaveABinEach()
    {
        for (const bool above : {true, false}) {
            const auto histogram = ScoreHistogram::of({0, 0, 3, 27}, false, 40, {2.4}, above);
            QVERIFY(histogram.whole);
            QCOMPARE(histogram.counts.size(), size_t(28));
            QCOMPARE(histogram.counts.front(), 2);
            QCOMPARE(histogram.counts.at(3), 1);
            QCOMPARE(histogram.counts.back(), 1);
            // A threshold at a count lies on the border of its bin.
            QCOMPARE(histogram.edges.at(3) + (above ? 0 : 1), 3.0);
        }
        QVERIFY(!ScoreHistogram::of({0, 1, 1}, false).whole);
        QVERIFY(!ScoreHistogram::of({0, 1.5f, 3}, false).whole);
    }

    void whatIsFlaggedHasTheColourOfItsGroup()
    {
        // All that are flagged lie on the threshold itself, at the very end of the axis.
        HistogramChart chart;
        HistogramChart::Look look;
        look.flagAbove = false;
        look.color = QColor(200, 40, 40);
        chart.setHistogram(
            std::make_shared<const ScoreHistogram>(ScoreHistogram::of({0, 0, 0, 0.5f, 0.5f, 1}, false)), look,
            0);
        chart.resize(600, 220);
        chart.show();
        const QImage image = chart.grab().toImage();
        QCOMPARE(chart.marks().size(), 3);
        const auto colourOf
            = [&](int mark) { return image.pixelColor(chart.marks().at(mark).where.center().toPoint()); };
        QCOMPARE(colourOf(0), look.color);
        QVERIFY(colourOf(1) != look.color);
    }

    void oneSampleAmongThousandsIsSeen()
    {
        std::vector<float> scores(5000, 0.9f);
        scores.push_back(0.1f);
        HistogramChart chart;
        chart.setHistogram(
            std::make_shared<const ScoreHistogram>(ScoreHistogram::of(scores, false)), {}, 0.5);
        chart.resize(600, 220);
        chart.show();
        chart.grab();
        QCOMPARE(chart.marks().size(), 2);
        QVERIFY(chart.marks().at(0).where.height() >= 3);
    }

    void keysGoFromMarkToMarkAndOpenThem()
    {
        struct Parent : QWidget {
            QVector<ClickThrough> opened;
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
        Parent parent;
        StackedBarChart chart(&parent);
        const ClickThrough opened = ClickThrough::toSamples(QStringLiteral("dropped"), {{SampleId{11}}});
        chart.setBars({{QStringLiteral("set"), QStringLiteral("3 of 4"),
                          {{QStringLiteral("Kept"), 3, Qt::gray, BarPattern::Plain, QStringLiteral("k"), {}},
                              {QStringLiteral("Dropped"), 1, Qt::red, BarPattern::Stripes,
                                  QStringLiteral("d"), opened}},
                          {}}},
            {});
        chart.resize(400, 100);
        parent.show();
        QCOMPARE(chart.marks().size(), 2);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(parent.opened.size(), 1);
        QCOMPARE(parent.opened.first().title(), QStringLiteral("dropped"));
        // The widths say 3 to 1, up to the hairline between them.
        const double ratio = chart.marks().at(0).where.width() / chart.marks().at(1).where.width();
        QVERIFY2(std::abs(ratio - 3) < 0.1, qPrintable(QString::number(ratio)));
    }

    void tablesSortMissingLastAndQuoteForFiles()
    {
        NumberTable table;
        table.columns = {{QStringLiteral("Model"), false, {}}, {QStringLiteral("Accuracy, %"), true, {}}};
        table.rows = {{{QStringLiteral("b \"7\""), {}, {}, {}, {}}, {QStringLiteral("50%"), 0.5, {}, {}, {}}},
            {{QStringLiteral("a"), {}, {}, {}, {}}, {QStringLiteral("–"), {}, {}, {}, {}}},
            {{QStringLiteral("c"), {}, {}, ClickThrough::toPage(QStringLiteral("audits")), {}},
                {QStringLiteral("9%"), 0.09, {}, {}, {}}}};
        NumberTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(table);
        const QPersistentModelIndex kept(model.index(2, 0));
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(1, order);
            QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("a"));
            QCOMPARE(model.index(0, 1).data(NumberTableModel::ValueRole).toDouble(),
                order == Qt::AscendingOrder ? 0.09 : 0.5);
            QCOMPARE(kept.data().toString(), QStringLiteral("c"));
        }
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a"));
        QCOMPARE(model.index(2, 0).data(OpenRole).value<ClickThrough>().page(), QStringLiteral("audits"));
        QCOMPARE(
            table.toCsv(), QByteArray("Model,\"Accuracy, %\"\r\n\"b \"\"7\"\"\",0.5\r\na,\r\nc,0.09\r\n"));
        QCOMPARE(table.toTsv().count(u'\n'), 4);
    }

    void ticksAreRound()
    {
        QCOMPARE(niceTicks(0, 1, 5), (QVector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1}));
        QCOMPARE(niceTicks(0, 50, 5).size(), 6);
        QCOMPARE(niceTicks(3, 3, 5), QVector<double>{3});
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
