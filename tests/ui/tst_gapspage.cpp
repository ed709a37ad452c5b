// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gapswindow.h"

using namespace winnow;

class TestGapsPage : public test::GapsWindow {
    Q_OBJECT
private slots:
    void init() { begin(); }

    void theGapsStandSideBySide()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        const Gaps truth = gaps({}, kPatience);
        const auto best = std::max_element(truth.validation.cbegin(), truth.validation.cend(),
            [](const ContenderValidation& a, const ContenderValidation& b) {
                return a.successAt1.mean < b.successAt1.mean;
            });
        QCOMPARE(text(page, "validationValue"),
            arrow(formatPercent(best->successAt1.mean), formatPercent(best->successAtK.mean)));
        QVERIFY(text(page, "validationText").startsWith(truth.contender(best->contender).name));
        const Contextualization& routing = truth.contextualization;
        QCOMPARE(text(page, "contextualizationValue"),
            arrow(formatPercent(routing.best().accuracy.mean), formatPercent(routing.oracle.mean)));
        QVERIFY2(text(page, "contextualizationText").contains(formatPercent(routing.saving)),
            qPrintable(text(page, "contextualizationText")));
        QVERIFY(text(page, "latencyValue").endsWith(QStringLiteral(" s")));
        // The sentences are those of core, and each opens the samples of its strategy.
        const QVector<Sentence> said = summaryOf(truth.orchestration);
        const auto sentences = page->findChildren<QLabel*>(QStringLiteral("gapsSentence"));
        QCOMPARE(sentences.size(), said.size());
        QCOMPARE(sentences.first()->text().toLower(), (said.first().english() + u'.').toLower());
        page->findChild<QPushButton*>(QStringLiteral("gapsSentenceSamples"))->click();
        QVERIFY(choose(page, QStringLiteral("Wrong")));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        const Orchestration& of = truth.orchestration;
        const QVector<qsizetype> won = wonBy(of);
        const OrchestrationRow& row = won.isEmpty() ? of.singles.front() : of.frontier.at(won.first());
        Replayer replayer(*truth.table, of.places);
        QCOMPARE(shown(window),
            setOf(samplesOf(replayer, replayer.replay(row.strategy), of.patience, ReplaySamples::Wrong)));
    }

    void aTileLeadsToItsSection_data()
    {
        QTest::addColumn<QString>("gap");
        for (const char* gap : {"validation", "contextualization", "latency", "decomposition"}) {
            QTest::newRow(gap) << QString::fromLatin1(gap);
        }
    }
    void aTileLeadsToItsSection()
    {
        QFETCH(QString, gap);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* area = page->findChild<QScrollArea*>();
        QCOMPARE(area->verticalScrollBar()->value(), 0);
        auto* button = page->findChild<QPushButton*>(gap + QStringLiteral("Details"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(area->verticalScrollBar()->value() > 0);
        // Its heading is in view.
        const QString title = gap.left(1).toUpper() + gap.mid(1);
        bool seen = false;
        for (const QLabel* label : area->widget()->findChildren<QLabel*>()) {
            const QPoint at = label->mapTo(area->viewport(), QPoint());
            seen = seen
                || (label->text() == title && label->isVisible() && at.y() >= 0
                    && at.y() < area->viewport()->height());
        }
        QVERIFY(seen);
    }

    void aFilterNarrowsAllAtOnce()
    {
        make({});
        const auto other = test::addSamples(*m_project, QStringLiteral("Other"), 20);
        QVERIFY_RESULT(other);
        QVERIFY_RESULT(test::addResponses(
            *m_project, QStringLiteral("Other"), QStringLiteral("big"), *other, QString(20, u'1')));
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        const auto rows = [&] { return table(page, "gapModels")->model()->rowCount(); };
        const auto expect = [&](const AttemptScope& scope) {
            QTRY_VERIFY(!page->isComputing());
            const Gaps truth = gaps(scope, kPatience);
            QCOMPARE(rows(), int(truth.contextualization.points.size()));
            if (!truth.contextualization.isEmpty()) {
                QCOMPARE(text(page, "contextualizationValue"),
                    arrow(formatPercent(truth.contextualization.best().accuracy.mean),
                        formatPercent(truth.contextualization.oracle.mean)));
            }
        };
        AttemptScope scope;
        pick(page, "gapsModels", {QStringLiteral("mid"), QStringLiteral("small")});
        scope.models = {QStringLiteral("mid"), QStringLiteral("small")};
        expect(scope);
        QCOMPARE(rows(), 2);
        pick(page, "gapsModels", {});
        pick(page, "gapsDatasets", {QStringLiteral("Set")});
        scope = {};
        scope.datasets = {QStringLiteral("Set")};
        expect(scope);
        QCOMPARE(rows(), 3);
        auto* capability = page->findChild<FilterBox*>(QStringLiteral("gapsCapability"));
        capability->setFocus();
        QTest::keyClick(capability, Qt::Key_Down);
        scope.capability = capability->chosen();
        QVERIFY(!scope.capability.isEmpty());
        expect(scope);
        auto* rightFrom = page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsRightFrom"));
        rightFrom->setValue(1);
        scope.rightFrom = 1;
        expect(scope);
    }

    void aSubsetIsLookedAtAlone()
    {
        make({});
        const QVector<SampleId> core = m_ids.mid(0, 20);
        QVERIFY_RESULT(test::putSubset(*m_project, QStringLiteral("core"), core));
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* box = page->findChild<SamplesBox*>(QStringLiteral("gapsSamples"));
        QTRY_COMPARE(box->count(), 3);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_End);
        QTRY_VERIFY(!page->isComputing());
        AttemptScope scope;
        scope.only = core;
        const Gaps truth = gaps(scope, kPatience);
        QTRY_COMPARE(text(page, "contextualizationValue"),
            arrow(formatPercent(truth.contextualization.best().accuracy.mean),
                formatPercent(truth.contextualization.oracle.mean)));
        // When it goes, all samples are looked at again.
        QVERIFY_RESULT(test::removeSubset(*window.context().project(), QStringLiteral("core")));
        const Gaps all = gaps({}, kPatience);
        QTRY_COMPARE(text(page, "contextualizationValue"),
            arrow(formatPercent(all.contextualization.best().accuracy.mean),
                formatPercent(all.contextualization.oracle.mean)));
    }

    void patienceSaysWhatIsInTime()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        constexpr double kShort = 1.5;
        const QString before = text(page, "latencyText");
        page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsPatience"))->setValue(kShort);
        QTRY_VERIFY(text(page, "latencyText") != before && !page->isComputing());
        const Gaps truth = gaps({}, kShort);
        const QAbstractItemModel* ways = table(page, "gapWays")->model();
        QCOMPARE(ways->headerData(3, Qt::Horizontal).toString(), QStringLiteral("Within 1.5 s"));
        int compared = 0;
        for (int row = 0; row < ways->rowCount(); ++row) {
            for (const ContenderLatency& of : truth.latency.contenders) {
                if (ways->index(row, 0).data().toString() != truth.contender(of.contender).name) {
                    continue;
                }
                for (const LatencyRow& way : of.rows) {
                    if (ways->index(row, 1).data().toString() == titleOf(way.way).english()) {
                        QCOMPARE(
                            ways->index(row, 3).data().toString(), formatPercent(way.figures.inTime.mean));
                        ++compared;
                    }
                }
            }
        }
        QVERIFY(compared >= 6);
    }

    void whatIsMissingIsSaidWithHowToRecordIt_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("says");
        const QStringList two{QStringLiteral("big"), QStringLiteral("small")};
        const QStringList one{QStringLiteral("big")};
        QTest::newRow("no repeats") << 1 << two << true << "validationText"
                                    << "\"attempt\"";
        QTest::newRow("one model") << 3 << one << true << "contextualizationText"
                                   << "several models";
        QTest::newRow("no seconds") << 3 << two << false << "latencyText"
                                    << "\"latency\"";
        QTest::newRow("no steps") << 3 << two << true << "decompositionText"
                                  << "\"parent\"";
        QTest::newRow("no costs") << 3 << two << false << "contextualizationNeeds"
                                  << "\"cost\"";
        QTest::newRow("no judge") << 3 << two << true << "validationNeeds"
                                  << "\"verifier\"";
    }
    void whatIsMissingIsSaidWithHowToRecordIt()
    {
        QFETCH(int, attempts);
        QFETCH(QStringList, models);
        QFETCH(bool, recorded);
        QFETCH(QString, place);
        QFETCH(QString, says);
        test::Made made;
        made.attempts = attempts;
        made.models = models;
        made.seconds = made.costs = recorded;
        make(made);
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* label = page->findChild<QLabel*>(place);
        QVERIFY(label->isVisible());
        QVERIFY2(label->text().contains(says), qPrintable(label->text()));
    }

    void whatCannotBeToldOffersNoChoice()
    {
        test::Made made;
        made.models = {QStringLiteral("big")};
        made.attempts = 1;
        made.seconds = made.costs = false;
        make(made);
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        for (const char* choice : {"triesOf", "waitOf"}) {
            QVERIFY2(!page->findChild<QComboBox*>(QLatin1String(choice))->isVisible(), choice);
        }
        for (const char* name : {"triesCard", "waitCard", "strategiesCard", "routingCostCard", "stepsCard"}) {
            auto* card = page->findChild<ChartCard*>(QLatin1String(name));
            QVERIFY2(card->emptyState()->isVisible(), name);
        }
        // What a card says is not said below it again.
        const QString first = page->findChild<ChartCard*>(QStringLiteral("triesCard"))->emptyState()->title();
        QVERIFY(!text(page, "validationNeeds").contains(first));
    }

    void anEmptyProjectLeadsToImport()
    {
        m_project = *Project::create(m_path);
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("insights"));
        QTRY_VERIFY(window.findChild<QTabBar*>(QStringLiteral("insightsTabs")));
        window.findChild<QTabBar*>(QStringLiteral("insightsTabs"))->setCurrentIndex(1);
        auto* page = window.findChild<GapsPage*>();
        QTRY_COMPARE(page->state(), ComputedPage::State::Empty);
        auto* state = page->findChild<QWidget*>(QStringLiteral("pageState"));
        state->findChild<QPushButton*>()->click();
        QCOMPARE(window.currentPage(), QStringLiteral("import"));
    }

    void cellsOfTriesOpenThem_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("which");
        QTest::newRow("some") << "Some right" << int(ValidationSamples::SomeRight);
        QTest::newRow("all") << "All of K" << int(ValidationSamples::AllRight);
        QTest::newRow("majority") << "Majority" << int(ValidationSamples::LostByMajority);
    }
    void cellsOfTriesOpenThem()
    {
        QFETCH(QString, column);
        QFETCH(int, which);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        DataTable* tries = table(page, "gapTries");
        press(tries, 0, column);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        const Gaps truth = gaps({}, kPatience);
        const QString model = tries->model()->index(0, 0).data().toString();
        for (const ContenderValidation& of : truth.validation) {
            if (truth.contender(of.contender).name == model) {
                QCOMPARE(shown(window), setOf(samplesOf(*truth.table, of, ValidationSamples(which))));
            }
        }
        // Back leads to the same tab.
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("insights"));
        QVERIFY(page->isVisible());
    }

    void aVerifierOpensWhatItCouldWin()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        DataTable* verifiers = table(page, "gapVerifiers");
        const QString model = verifiers->model()->index(0, 0).data().toString();
        press(verifiers, 0, QStringLiteral("Best of K"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        const Gaps truth = gaps({}, kPatience);
        for (const ContenderValidation& of : truth.validation) {
            if (truth.contender(of.contender).name == model) {
                QCOMPARE(shown(window), setOf(samplesOf(*truth.table, of, ValidationSamples::SomeRight)));
            }
        }
    }

    void aWayOpensWhatIsWrongOrLate_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("which");
        QTest::newRow("wrong") << "Right" << int(ReplaySamples::Wrong);
        QTest::newRow("late") << "Within 1.5 s" << int(ReplaySamples::Late);
    }
    void aWayOpensWhatIsWrongOrLate()
    {
        QFETCH(QString, column);
        QFETCH(int, which);
        constexpr double kShort = 1.5;
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsPatience"))->setValue(kShort);
        QTRY_VERIFY(!page->isComputing());
        DataTable* ways = table(page, "gapWays");
        int row = 0;
        while (ways->model()->index(row, 0).data().toString() != u"big") {
            ++row;
        }
        press(ways, row, column);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        const Gaps truth = gaps({}, kShort);
        for (const ContenderLatency& of : truth.latency.contenders) {
            if (truth.contender(of.contender).name == u"big") {
                Replayer replayer(*truth.table, of.places);
                QCOMPARE(shown(window),
                    setOf(samplesOf(
                        replayer, replayer.replay(of.rows.first().strategy), kShort, ReplaySamples(which))));
            }
        }
    }

    void aModelAsksWhichOfItsTriesAreMeant()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        press(table(page, "gapTries"), 0, QStringLiteral("Success@1"));
        QVERIFY(choose(page, QStringLiteral("No try right")));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
    }

    void anotherModelsTriesAreDrawn()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("triesCard"));
        auto* of = card->findChild<QComboBox*>(QStringLiteral("triesOf"));
        for (int i = 0; i < of->count(); ++i) {
            of->setCurrentIndex(i);
            emit of->activated(i);
            const Gaps truth = gaps({}, kPatience);
            for (const ContenderValidation& each : truth.validation) {
                if (truth.contender(each.contender).name == of->itemText(i)) {
                    QCOMPARE(card->numbers()->index(0, 2).data(NumberTableModel::ValueRole).toDouble(),
                        each.success.front());
                }
            }
        }
        QCOMPARE(of->count(), 3);
        // The line of all tries opens those whose tries are all right.
        Chart* chart = card->chart();
        for (const ChartMark& mark : QVector<ChartMark>(chart->marks())) {
            if (mark.tip.startsWith(QStringLiteral("All k tries right"))) {
                QVERIFY(mark.isLink());
                QVERIFY(mark.open.label() == u"All tries right");
            }
        }
    }

    void aModelsWaitingIsDrawn()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("waitCard"));
        auto* of = card->findChild<QComboBox*>(QStringLiteral("waitOf"));
        const Gaps truth = gaps({}, kPatience);
        QCOMPARE(of->count(), int(truth.latency.contenders.size()));
        for (int i = 0; i < of->count(); ++i) {
            of->setCurrentIndex(i);
            emit of->activated(i);
            const LatencyRow& first = truth.latency.contenders.at(i).rows.first();
            QCOMPARE(card->numbers()->rowCount() % int(truth.latency.patience.size()), 0);
            const int last = int(first.within.size()) - 1;
            QVERIFY(first.within.back() > 0);
            QCOMPARE(card->numbers()->index(last, 2).data(NumberTableModel::ValueRole).toDouble(),
                first.within.back());
        }
    }

    void theNumbersOfAChartOpenTheirSamples_data()
    {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("entry");
        QTest::newRow("tries") << "triesCard"
                               << "Questions (%)"
                               << "";
        QTest::newRow("waiting") << "waitCard"
                                 << "Right in time (%)"
                                 << "Wrong";
        QTest::newRow("costs") << "routingCostCard"
                               << "Name"
                               << "";
        QTest::newRow("strategies") << "strategiesCard"
                                    << "Name"
                                    << "Wrong";
    }
    void theNumbersOfAChartOpenTheirSamples()
    {
        QFETCH(QString, card);
        QFETCH(QString, column);
        QFETCH(QString, entry);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* shownCard = page->findChild<ChartCard*>(card);
        shownCard->showTable(true);
        press(shownCard->findChild<DataTable*>(), 0, column);
        QVERIFY(entry.isEmpty() || choose(page, entry));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QVERIFY(!shown(window).isEmpty());
    }

    void whatNobodyOrEverybodySolvesOpens()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("solvedCard"));
        const Gaps truth = gaps({}, kPatience);
        card->showTable(true);
        auto* numbers = card->findChild<DataTable*>();
        const auto& solved = truth.contextualization.solvedBy;
        QCOMPARE(card->numbers()->rowCount(), int(solved.size()));
        for (int count = 0; count < int(solved.size()); ++count) {
            QCOMPARE(numbers->model()->index(count, 1).data(NumberTableModel::ValueRole).toDouble(),
                double(solved[std::size_t(count)]));
        }
        const int most = int(std::max_element(solved.begin(), solved.end()) - solved.begin());
        numbers->setCurrentIndex(numbers->model()->index(most, 1));
        QTest::keyClick(numbers, Qt::Key_Return);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(shown(window), setOf(solvedBy(*truth.table, truth.contextualization, std::size_t(most))));
    }

    void aModelOpensWhatItGetsRight()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        const Gaps truth = gaps({}, kPatience);
        press(table(page, "gapModels"), 1, QStringLiteral("Beyond the best"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(shown(window),
            setOf(samplesOf(*truth.table, truth.contextualization,
                truth.contextualization.points.at(1).contender, RoutingSamples::BeyondBest)));
    }

    void withoutCostsAccuracyIsDrawn()
    {
        test::Made made;
        made.costs = false;
        make(made);
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        QVERIFY(!page->findChild<ChartCard*>(QStringLiteral("routingCostCard"))->isVisible());
        auto* card = page->findChild<ChartCard*>(QStringLiteral("routingAccuracyCard"));
        QVERIFY(card->isVisible());
        const Gaps truth = gaps({}, kPatience);
        QCOMPARE(card->numbers()->index(0, 1).data(NumberTableModel::ValueRole).toDouble(),
            truth.contextualization.oracle.mean);
    }

    void theModelsAreSound()
    {
        PricesModel prices;
        const QAbstractItemModelTester tester(
            &prices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        prices.show({QStringLiteral("a"), QStringLiteral("b")}, {}, QDate(2026, 1, 31));
        QVERIFY(prices.setData(prices.index(0, PricesModel::InputColumn), QStringLiteral("1")));
        QVERIFY(!prices.setData(prices.index(0, PricesModel::ModelColumn), QStringLiteral("c")));
        QCOMPARE(prices.changes().put.size(), 1);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const DataTable* each : page->findChildren<DataTable*>()) {
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                each->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        QVERIFY(testers.size() > 6);
        page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsPatience"))->setValue(3);
        QTRY_VERIFY(!page->isComputing());
    }

    void followsWhatIsImported()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        QCOMPARE(table(page, "gapModels")->model()->rowCount(), 3);
        QVERIFY_RESULT(test::addResponses(*window.context().project(), QStringLiteral("Set"),
            QStringLiteral("late"), m_ids, QString(48, u'1')));
        QTRY_COMPARE(table(page, "gapModels")->model()->rowCount(), 4);
    }

    void stepsSayWhereChainsBreak()
    {
        const auto view = std::make_shared<const GapsView>(steps());
        GapsDecomposition section;
        section.arrange(1);
        section.show(view);
        section.resize(1200, 1600);
        section.setVisible(true);
        const Decomposition& of = view->gaps.decomposition;
        QVERIFY(!of.isEmpty() && !of.chains.isEmpty());
        const auto* chains = section.findChild<DataTable*>(QStringLiteral("gapChains"));
        QCOMPARE(chains->model()->rowCount(), int(of.chains.size()));
        const auto* stepsTable = section.findChild<DataTable*>(QStringLiteral("gapSteps"));
        QCOMPARE(stepsTable->model()->rowCount(), int(of.steps.size()));
        // A cell of the map opens the steps that are wrong, a stretch of a bar those where chains break.
        const auto load = [&](const ClickThrough& open) {
            SilentProgress progress;
            const auto made = Project::create(m_path);
            const auto found = open.load()(**made, progress);
            QFile::remove(m_path);
            return found ? setOf(found->filter().only.value_or(QVector<SampleId>())) : QSet<SampleId>();
        };
        const StepFigures& worst = *std::max_element(of.steps.cbegin(), of.steps.cend(),
            [](const StepFigures& a, const StepFigures& b) { return a.wrong < b.wrong; });
        QVERIFY(worst.wrong > 0);
        const QSet<SampleId> wrong = setOf(wrongSteps(view->table(), worst.contender, worst.step));
        bool inMap = false;
        auto* map = section.findChild<ChartCard*>(QStringLiteral("stepsCard"))->chart();
        map->resize(900, 300);
        for (const ChartMark& mark : QVector<ChartMark>(map->marks())) {
            inMap = inMap || (mark.isLink() && load(mark.open) == wrong);
        }
        QVERIFY(inMap);
        const ChainFigures& chain = of.chains.first();
        const auto step
            = quint16(std::max_element(chain.breaks.begin(), chain.breaks.end()) - chain.breaks.begin());
        const QSet<SampleId> broken = setOf(brokenAt(view->table(), chain, step));
        QVERIFY(!broken.isEmpty());
        bool inBar = false;
        auto* bars = section.findChild<ChartCard*>(QStringLiteral("breaksCard"))->chart();
        bars->resize(900, 300);
        for (const ChartMark& mark : QVector<ChartMark>(bars->marks())) {
            inBar = inBar || (mark.isLink() && load(mark.open) == broken);
        }
        QVERIFY(inBar);
    }
};

QTEST_MAIN(TestGapsPage)
#include "tst_gapspage.moc"
