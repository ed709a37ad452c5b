// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/insights.h"
#include "core/store/policystore.h"
#include "core/store/settingsstore.h"
#include "tests/support/demoproject.h"
#include "tests/support/privatesettings.h"
#include "tests/support/subsets.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/insightspage.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QSvgRenderer>

using namespace winnow;

class TestInsightsPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        m_project.reset();
    }

    void aBarOpensExactlyItsSamples()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("compositionCard"));
        const Insights truth = insights(QStringLiteral("everything"));
        const Composition& part = truth.datasets.first();
        QVERIFY(part.after < part.before);

        // The kept samples are the first stretch of the first bar, after its label.
        QTRY_VERIFY(card->chart()->marks().size() > 2);
        const ChartMark bar = card->chart()->marks().at(1);
        QVERIFY2(bar.tip.contains(part.name), qPrintable(bar.tip));
        QTest::mouseClick(card->chart(), Qt::LeftButton, {}, bar.where.center().toPoint());
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        const auto only = window.context().filter()->filter().only;
        QVERIFY(only);
        QCOMPARE(only->size(), part.fates.first().samples.size());
        QCOMPARE(QSet<SampleId>(only->begin(), only->end()),
            QSet<SampleId>(part.fates.first().samples.begin(), part.fates.first().samples.end()));
    }

    void everySampleIsInOneStretch()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        for (const Composition& part : insights(QStringLiteral("everything")).datasets) {
            QSet<SampleId> seen;
            qint64 count = 0;
            qint64 dropped = 0;
            for (const Fate& fate : part.fates) {
                count += fate.samples.size();
                dropped += fate.disposition == Disposition::Drop ? fate.samples.size() : 0;
                seen += QSet<SampleId>(fate.samples.begin(), fate.samples.end());
            }
            QCOMPARE(count, part.before);
            QCOMPARE(seen.size(), part.before);
            QCOMPARE(part.before - dropped, part.after);
            // Between open questions (0) and two options (1/2).
            QVERIFY(part.chance > 0 && part.chance < 0.5);
        }
    }

    void theModelTableOpensWhatIsBehindANumber()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QAbstractItemModelTester tester(
            card->numbers(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        card->chart()->setFocus();
        QTest::keyClick(card->chart(), Qt::Key_T);
        QVERIFY(card->showsTable());
        const Insights truth = insights(QStringLiteral("everything"));
        QCOMPARE(card->numbers()->rowCount(), int(truth.models.models.size()));
        const ModelShift& best = truth.models.models.first();
        QCOMPARE(card->numbers()->index(0, 0).data().toString(), best.model);
        QCOMPARE(card->numbers()->index(0, 9).data(NumberTableModel::ValueRole).toLongLong(), best.before.n);
        QCOMPARE(card->numbers()->index(0, 7).data(NumberTableModel::ValueRole).toInt(), best.rankAfter);

        // Sorted by rank after, the model of rank 1 comes first.
        card->numbers()->sort(7, Qt::AscendingOrder);
        QCOMPARE(card->numbers()->index(0, 7).data(NumberTableModel::ValueRole).toInt(), 1);
        card->numbers()->sort(0, Qt::DescendingOrder);
        for (int row = 0; row < card->numbers()->rowCount(); ++row) {
            if (card->numbers()->index(row, 0).data().toString() != best.model) {
                continue;
            }
            auto* table = card->findChild<DataTable*>();
            table->setCurrentIndex(card->numbers()->index(row, 9));
            QTest::keyClick(table, Qt::Key_Return);
        }
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), best.before.n);
    }

    void aModelAsksForRightWrongOrMissing()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        const ModelShift best = insights(QStringLiteral("everything")).models.models.first();
        card->showTable(true);
        auto* table = card->findChild<DataTable*>();
        table->setCurrentIndex(card->numbers()->index(0, 2));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(page->findChild<QMenu*>(QStringLiteral("clickThroughMenu")));
        auto* menu = page->findChild<QMenu*>(QStringLiteral("clickThroughMenu"));
        QCOMPARE(menu->actions().size(), 6); // some were not answered by all
        menu->actions().at(1)->trigger();
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        SilentProgress progress;
        const auto samples = samplesOfModel(*m_project, *policy(QStringLiteral("everything")), best.model, {},
            false, progress, insights(QStringLiteral("everything")).models.rankings.first().before);
        QVERIFY_RESULT(samples);
        QCOMPARE(samples->right.size() + samples->wrong.size() + samples->apart.size(), best.answeredBefore);
        QCOMPARE(window.context().filter()->filter().only->size(), samples->right.size());
        QCOMPARE(samples->right.size() + samples->wrong.size(), best.before.n);
        QCOMPARE(samples->missing.size(), best.before.missing);
        QCOMPARE(samples->unread.size(), best.before.unread);
        menu->close();
    }

    void saysWhatIsMissing()
    {
        m_project = *Project::create(m_path);
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("Set"), 12, 3));
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QTRY_VERIFY(card->emptyState()->isVisible());
        QVERIFY(card->emptyState()->title().contains(QStringLiteral("responses")));
        // The composition does not need responses.
        QVERIFY(page->findChild<ChartCard*>(QStringLiteral("compositionCard"))->chart()->isVisible());
        QTRY_COMPARE(
            page->findChild<StatTile*>(QStringLiteral("keptTile"))->value(), QStringLiteral("8 of 12"));
    }

    void followsDecisions()
    {
        m_project = *Project::create(m_path);
        auto ids = test::addSamples(*m_project, QStringLiteral("Set"), 12, 3);
        QVERIFY_RESULT(ids);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        auto* kept = page->findChild<StatTile*>(QStringLiteral("keptTile"));
        QTRY_COMPARE(kept->value(), QStringLiteral("12 of 12"));
        BulkDecision drop;
        drop.samples = {ids->at(0), ids->at(1)};
        drop.action = Action::Drop;
        window.context().desk()->decide(drop);
        QTRY_COMPARE(kept->value(), QStringLiteral("10 of 12"));
    }

    void theOrderOfTheModelsOpensWhatMovesIt()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* rank = page->findChild<StatTile*>(QStringLiteral("rankTile"));
        QTRY_VERIFY(rank->value().startsWith(QStringLiteral("τ")));
        QSignalSpy opened(&window.context(), &AppContext::pageRequested);
        rank->click();
        QCOMPARE(opened.size(), 1);
        const auto samples = window.context().filter()->filter().only;
        QVERIFY(samples && !samples->isEmpty());
    }

    void modelsOfDatasetsApartAreRankedApart()
    {
        makeApart();
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QTRY_VERIFY(!card->chart()->marks().isEmpty());
        // Each ranking says what it is over, and opens it.
        const auto clickMark = [&](const QString& tip) {
            const auto marks = card->chart()->marks();
            for (const ChartMark& mark : marks) {
                if (mark.tip.startsWith(tip) && mark.isLink()) {
                    QTest::mouseMove(card->chart(), mark.where.center().toPoint());
                    QTest::mouseClick(card->chart(), Qt::LeftButton, {}, mark.where.center().toPoint());
                    return true;
                }
            }
            return false;
        };
        card->chart()->setFocus();
        QTest::keyClick(card->chart(), Qt::Key_T);
        QVERIFY(card->showsTable());
        QHash<QString, QPair<int, int>> placed;
        const auto cell = [&](int row, int column) { return card->numbers()->index(row, column); };
        for (int row = 0; row < card->numbers()->rowCount(); ++row) {
            placed.insert(cell(row, 0).data().toString(),
                {cell(row, 5).data(NumberTableModel::ValueRole).toInt(),
                    cell(row, 6).data(NumberTableModel::ValueRole).toInt()});
        }
        QCOMPARE(placed.value(QStringLiteral("a1")), qMakePair(1, 1));
        QCOMPARE(placed.value(QStringLiteral("a2")), qMakePair(1, 2));
        QCOMPARE(placed.value(QStringLiteral("a3")), qMakePair(1, 3));
        QCOMPARE(placed.value(QStringLiteral("b1")), qMakePair(2, 1));
        QCOMPARE(placed.value(QStringLiteral("b2")), qMakePair(2, 2));
        QCOMPARE(placed.value(QStringLiteral("few")), qMakePair(0, 0));
        QTest::keyClick(card->findChild<DataTable*>(), Qt::Key_T);
        QVERIFY(!card->showsTable());
        QTRY_VERIFY(clickMark(QStringLiteral("Opens the samples that all models of this ranking answered")));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), 4);
    }

    void aModelsNameOpensWhatItAnswered()
    {
        makeApart();
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QTRY_VERIFY(!card->chart()->marks().isEmpty());
        QPoint label;
        for (const ChartMark& mark : card->chart()->marks()) {
            label = mark.tip == u"b2" ? mark.where.center().toPoint() : label;
            // The reason is told where the model is.
            if (mark.tip.startsWith(QStringLiteral("few\n"))) {
                QVERIFY2(mark.tip.contains(QStringLiteral("1 of 4 samples")), qPrintable(mark.tip));
            }
        }
        QVERIFY(!label.isNull());
        QTest::mouseClick(card->chart(), Qt::LeftButton, {}, label);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QVERIFY(!page->findChild<QMenu*>(QStringLiteral("clickThroughMenu")));
        QCOMPARE(window.context().filter()->filter().only->size(), 3);
        QCOMPARE(listTitle(window), QStringLiteral("b2: answered"));

        // The same in the table, by keyboard.
        QTest::keyClick(&window, Qt::Key_8, Qt::ControlModifier);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("insights"));
        card->chart()->setFocus();
        QTest::keyClick(card->chart(), Qt::Key_T);
        auto* table = card->findChild<DataTable*>();
        QTRY_VERIFY(table->isVisible());
        for (int row = 0; row < card->numbers()->rowCount(); ++row) {
            if (card->numbers()->index(row, 0).data().toString() == u"few") {
                table->setCurrentIndex(card->numbers()->index(row, 0));
            }
        }
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(listTitle(window), QStringLiteral("few: answered"));
        QCOMPARE(window.context().filter()->filter().only->size(), 1);
    }

    void everyTileAndChoiceAnswersToTheMouseAndTheKeys()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        const Insights truth = insights(QStringLiteral("everything"));
        const QVector<std::pair<const char*, qsizetype>> tiles{
            {"keptTile", truth.samplesBefore - truth.samplesAfter},
            {"rankTile", truth.models.orderMoving.size()}, {"blindTile", truth.blindSolvedAfter.size()},
            {"discriminationTile", truth.discriminatingAfter.size()}};
        for (const auto& [name, count] : tiles) {
            auto* tile = page->findChild<StatTile*>(QLatin1String(name));
            QVERIFY(count > 0);
            QTest::mouseMove(tile);
            QTest::mouseClick(tile, Qt::LeftButton);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
            QCOMPARE(window.context().filter()->filter().only->size(), count);
            QVERIFY(!listTitle(window).isEmpty());
            QTest::keyClick(&window, Qt::Key_8, Qt::ControlModifier);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("insights"));
        }
        auto* parts = page->findChild<QComboBox*>(QStringLiteral("partBy"));
        parts->setFocus();
        QTest::keyClick(parts, Qt::Key_Down);
        auto* composition = page->findChild<ChartCard*>(QStringLiteral("compositionCard"));
        QCOMPARE(composition->numbers()->rowCount(), int(truth.capabilities.size()));
        auto* scope = page->findChild<QComboBox*>(QStringLiteral("scope"));
        scope->setFocus();
        QTest::keyClick(scope, Qt::Key_Down);
        const auto& [dataset, comparison] = truth.modelsByDataset.first();
        QCOMPARE(scope->currentText(), dataset);
        auto* models = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QTRY_COMPARE(models->numbers()->index(0, 9).data(NumberTableModel::ValueRole).toLongLong(),
            comparison.models.first().before.n);
        QCOMPARE(models->numbers()->index(0, 0).data().toString(), comparison.models.first().model);
        // All at once.
        QCOMPARE(composition->numbers()->rowCount(), 1);
    }

    // Every box of a card and the lines that stay where they are.
    void whatTheCardsShowIsChosen()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        const auto other = [&](const char* box, const char* card) {
            auto* choice = page->findChild<QComboBox*>(QLatin1String(box));
            auto* shown = page->findChild<ChartCard*>(QLatin1String(card));
            const QString before = shown->numbers()->table().toTsv();
            choice->setFocus();
            QTest::keyClick(choice, Qt::Key_Down);
            return choice->currentIndex() == 1 && shown->numbers()->table().toTsv() != before;
        };
        QVERIFY(other("slopeOf", "slopeCard"));
        QVERIFY(other("costOf", "costCard"));
        for (const char* card : {"hitsCard", "discriminationHistogramCard"}) {
            auto* histogram
                = qobject_cast<HistogramChart*>(page->findChild<ChartCard*>(QLatin1String(card))->chart());
            QVERIFY2(histogram, card);
            const double threshold = histogram->threshold();
            histogram->setFocus();
            QTest::keyClick(histogram, Qt::Key_Right);
            QCOMPARE(histogram->threshold(), threshold);
        }
    }

    // What another policy would do, and nothing of it is kept.
    void anotherPolicyStandsBesideIt()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("whatIfModelsCard"));
        auto* kept = page->findChild<StatTile*>(QStringLiteral("keptTile"));
        QTRY_VERIFY(kept->isVisible());
        QVERIFY(!card->isVisible());
        auto* against = page->findChild<QComboBox*>(QStringLiteral("against"));
        against->setFocus();
        QTRY_VERIFY(against->count() > 2);
        while (against->currentData().toString() != u"everything") {
            QTest::keyClick(against, Qt::Key_Down);
        }
        QTRY_VERIFY(card->isVisible());
        const Insights a = insights(QStringLiteral("strict"));
        const Insights b = insights(QStringLiteral("everything"));
        QTRY_VERIFY(
            kept->detail().contains(QStringLiteral("%1 of %2").arg(b.samplesAfter).arg(b.samplesBefore)));
        QVERIFY(kept->value().startsWith(QString::number(a.samplesAfter)));
        const ModelShift& best = a.models.models.first();
        QCOMPARE(card->numbers()->index(0, 0).data().toString(), best.model);
        QCOMPARE(card->numbers()->index(0, 2).data(NumberTableModel::ValueRole).toDouble(), best.after.value);
        const auto other = std::find_if(b.models.models.begin(), b.models.models.end(),
            [&](const ModelShift& model) { return model.model == best.model; });
        QCOMPARE(
            card->numbers()->index(0, 3).data(NumberTableModel::ValueRole).toDouble(), other->after.value);
        QCOMPARE(window.context().policy()->policy().name, QStringLiteral("strict"));
    }

    // What a subset keeps beside the whole.
    void aSubsetStandsBesideTheWhole()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        QVector<SampleId> chosen;
        for (int id = 1; id <= 40; ++id) {
            chosen.append(SampleId{id});
        }
        QVERIFY_RESULT(test::putSubset(*m_project, QStringLiteral("core"), chosen));
        SilentProgress progress;
        const auto data = InsightsData::read(*m_project, progress);
        QVERIFY_RESULT(data);
        const AppliedPolicy strict = apply(*data, builtInPolicies().at(1));
        QCOMPARE(strict.policy.name, QStringLiteral("strict"));
        const Insights expected = insightsOf(*data, within(*data, strict, QStringLiteral("core"), chosen));
        QVERIFY(expected.samplesAfter > 0 && expected.samplesAfter < 40);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("whatIfModelsCard"));
        auto* against = page->findChild<QComboBox*>(QStringLiteral("against"));
        QTRY_COMPARE(against->itemText(against->count() - 1), QStringLiteral("Beside it: subset core (40)"));
        against->setFocus();
        QTest::keyClick(against, Qt::Key_End);
        QTRY_VERIFY(card->isVisible());
        auto* kept = page->findChild<StatTile*>(QStringLiteral("keptTile"));
        const QString stays
            = QStringLiteral("Subset core: %1 of %2").arg(expected.samplesAfter).arg(expected.samplesBefore);
        QVERIFY2(kept->detail().contains(stays), qPrintable(kept->detail()));
        const QString model = card->numbers()->index(0, 0).data().toString();
        const auto& models = expected.models.models;
        const auto shift = std::find_if(
            models.begin(), models.end(), [&](const ModelShift& each) { return each.model == model; });
        QVERIFY(shift != models.end());
        QCOMPARE(
            card->numbers()->index(0, 3).data(NumberTableModel::ValueRole).toDouble(), shift->after.value);
        QCOMPARE(card->numbers()->headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(),
            QStringLiteral("Subset core"));
        // What lies outside has a reason of its own in the composition.
        auto* parts = page->findChild<ChartCard*>(QStringLiteral("whatIfCard"));
        QStringList headings;
        for (int column = 0; column < parts->numbers()->columnCount(); ++column) {
            headings.append(parts->numbers()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        }
        QVERIFY2(headings.contains(QStringLiteral("Not in the subset")), qPrintable(headings.join(u'|')));
        // Gone, nothing stands beside it any more.
        const auto mine = window.context().project();
        QVERIFY_RESULT(test::removeSubset(*mine, QStringLiteral("core")));
        QTRY_VERIFY(!card->isVisible());
        QCOMPARE(against->currentIndex(), 0);
    }

    void aFilterNarrowsAllAtOnce()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* spread = page->findChild<ChartCard*>(QStringLiteral("spreadCard"));
        auto* capability = page->findChild<QComboBox*>(QStringLiteral("insightsCapability"));
        auto* map = page->findChild<ChartCard*>(QStringLiteral("capabilityCard"));
        QTRY_VERIFY(spread->numbers()->rowCount() > 1);
        QVERIFY(!map->emptyState()->isVisibleTo(map));
        capability->setFocus();
        QTest::keyClick(capability, Qt::Key_Down);
        QTRY_COMPARE(spread->numbers()->rowCount(), 1);
        QCOMPARE(spread->numbers()->index(0, 0).data().toString(), capability->currentText());
        // One capability correlates with nothing, and the card says so.
        QVERIFY(map->emptyState()->isVisibleTo(map));
        QVERIFY(map->emptyState()->title().contains(QStringLiteral("2 capabilities")));
        auto* family = page->findChild<QComboBox*>(QStringLiteral("insightsFamily"));
        family->setFocus();
        QTest::keyClick(family, Qt::Key_Down);
        auto* histogram = page->findChild<ChartCard*>(QStringLiteral("discriminationHistogramCard"));
        QTRY_VERIFY(histogram->emptyState()->isVisibleTo(histogram));
    }

    void aBudgetIsKeptInTheProject()
    {
        m_project = demo(false);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        auto* hours = page->findChild<QDoubleSpinBox*>(QStringLiteral("evaluationHours"));
        auto* budget = page->findChild<QSpinBox*>(QStringLiteral("developmentHours"));
        auto* share = page->findChild<QLabel*>(QStringLiteral("shareOfCompute"));
        hours->setFocus();
        hours->selectAll();
        QTest::keyClicks(hours, QStringLiteral("2"));
        QTest::keyClick(hours, Qt::Key_Return);
        budget->setFocus();
        budget->selectAll();
        QTest::keyClicks(budget, QStringLiteral("100"));
        QTest::keyClick(budget, Qt::Key_Return);
        QTRY_VERIFY2(share->text().contains(QStringLiteral("100 GPU hours")), qPrintable(share->text()));
        const auto kept = m_project->read([](sqlite::Connection& c) {
            SettingsStore store(c);
            return std::pair(
                store.number(Setting::EvaluationSeconds), store.number(Setting::DevelopmentHours));
        });
        QVERIFY_RESULT(kept);
        QCOMPARE(*kept, std::pair(7200, 100));
    }

    void savesAsPngSvgAndCsv()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("compositionCard"));
        auto* menu = card->findChild<QMenu*>();
        for (const char* suffix : {"png", "svg", "csv"}) {
            const QString path = m_folder->filePath(QStringLiteral("chart.") + QLatin1String(suffix));
            dialogs::setNextFileName(path);
            for (QAction* action : menu->actions()) {
                if (action->text().contains(QLatin1String(suffix), Qt::CaseInsensitive)) {
                    action->trigger();
                }
            }
            QVERIFY2(QFile::exists(path), suffix);
        }
        QImage image(m_folder->filePath(QStringLiteral("chart.png")));
        QVERIFY(image.width() >= 1200);
        QSvgRenderer svg(m_folder->filePath(QStringLiteral("chart.svg")));
        QVERIFY(svg.isValid());
        QFile csv(m_folder->filePath(QStringLiteral("chart.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = csv.readAll().split('\n');
        const Composition part = insights(QStringLiteral("everything")).datasets.first();
        const QByteArray start
            = QStringLiteral("%1,%2,%3").arg(part.name).arg(part.before).arg(part.after).toUtf8();
        QVERIFY2(lines.at(1).startsWith(start), lines.at(1).constData());
        // A folder that is not there is told in the message bar.
        dialogs::setNextFileName(m_folder->filePath(QStringLiteral("no/such/chart.csv")));
        const auto trigger = [&](const QString& text) {
            for (QAction* action : menu->actions()) {
                if (action->text().contains(text)) {
                    action->trigger();
                }
            }
        };
        trigger(QStringLiteral("CSV"));
        QVERIFY(window.messageText().contains(QStringLiteral("chart.csv")));

        const QString printed = m_folder->filePath(QStringLiteral("page.pdf"));
        dialogs::setNextFileName(printed);
        trigger(QStringLiteral("Print"));
        QFile pdf(printed);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
        dialogs::setNextFileName(m_folder->filePath(QStringLiteral("no/such/page.pdf")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("QPainter::begin")));
        trigger(QStringLiteral("Print"));
        QVERIFY2(window.messageText().contains(QStringLiteral("cannot be printed")),
            qPrintable(window.messageText()));
    }

private:
    /// What the Samples page says that its list is.
    static QString listTitle(MainWindow& window)
    {
        for (const FilterState::Chip& chip : window.context().filter()->chips()) {
            if (chip.special == FilterState::Chip::Special::Only) {
                return chip.title;
            }
        }
        return {};
    }
    std::shared_ptr<Project> demo(bool audited)
    {
        auto made = test::makeDemoProject(m_path, 180, 6, audited);
        return made ? *made : nullptr;
    }
    std::optional<Policy> policy(const QString& name) const
    {
        return *m_project->read([&](sqlite::Connection& c) { return PolicyStore(c).byName(name); });
    }
    Insights insights(const QString& name) const
    {
        SilentProgress progress;
        return *computeInsights(*m_project, *policy(name), progress);
    }
    /// Two datasets with models of their own, and one that answered a single sample.
    void makeApart()
    {
        m_project = *Project::create(m_path);
        const auto a = test::addSamples(*m_project, QStringLiteral("A"), 4);
        const auto b = test::addSamples(*m_project, QStringLiteral("B"), 3);
        QVERIFY_RESULT(a);
        QVERIFY_RESULT(b);
        const auto add = [&](const char* dataset, const char* model, const QVector<SampleId>& samples,
                             const char* answers) {
            QVERIFY_RESULT(test::addResponses(*m_project, QString::fromLatin1(dataset),
                QString::fromLatin1(model), samples, QString::fromLatin1(answers)));
        };
        add("A", "a1", *a, "1110");
        add("A", "a2", *a, "1100");
        add("A", "a3", *a, "1000");
        add("A", "few", *a, "1");
        add("B", "b1", *b, "111");
        add("B", "b2", *b, "110");
    }
    /// The page with the policy chosen and everything counted.
    InsightsPage* open(MainWindow& window, const QString& policyName)
    {
        if (!test::choosePolicy(*m_project, policyName)) {
            return nullptr;
        }
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("insights"));
        InsightsPage* page = nullptr;
        const auto ready = [&] {
            page = window.findChild<InsightsPage*>();
            return page && page->findChild<ChartCard*>(QStringLiteral("compositionCard"))->isVisible();
        };
        return QTest::qWaitFor(ready, 20000) ? page : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<Project> m_project;
};

QTEST_MAIN(TestInsightsPage)
#include "tst_insightspage.moc"
