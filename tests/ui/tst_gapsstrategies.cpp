// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gapswindow.h"
#include "ui/pages/gapscells.h"

using namespace winnow;

class TestGapsStrategies : public test::GapsWindow {
    Q_OBJECT
private slots:
    void init() { begin(); }

    void aRowOpensWhatItsStrategyMisses_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("which");
        QTest::newRow("wrong") << "Right within 2 s" << int(ReplaySamples::Wrong);
        QTest::newRow("late") << "p95 s" << int(ReplaySamples::Late);
        QTest::newRow("escalated") << "Escalated" << int(ReplaySamples::Escalated);
    }
    void aRowOpensWhatItsStrategyMisses()
    {
        QFETCH(QString, column);
        QFETCH(int, which);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsPatience"))->setValue(2);
        QTRY_VERIFY(!page->isComputing());
        const QString path = m_folder->filePath(QStringLiteral("mine.json"));
        write(path, twoStages().toJson());
        openStrategy(page, path);
        press(table(page, "gapStrategies"), 0, column);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        const Gaps truth = gaps({}, 2);
        Replayer replayer(*truth.table, truth.orchestration.places);
        QCOMPARE(
            shown(window), setOf(samplesOf(replayer, replayer.replay(twoStages()), 2, ReplaySamples(which))));
    }

    void aStrategyIsSavedAndOpenedAgain()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        DataTable* strategies = table(page, "gapStrategies");
        auto* save = page->findChild<QPushButton*>(QStringLiteral("saveStrategy"));
        QVERIFY(!save->isEnabled());
        strategies->sortByColumn(2, Qt::DescendingOrder);
        strategies->selectRow(1);
        QVERIFY(save->isEnabled());
        const QAbstractItemModel* model = strategies->model();
        QStringList before;
        for (int column = 2; column < model->columnCount(); ++column) {
            before.append(model->index(1, column).data().toString());
        }
        const QString what = model->index(1, 0).data().toString();
        const int rows = model->rowCount();
        const QString path = m_folder->filePath(QStringLiteral("saved"));
        dialogs::setNextFileName(path);
        save->click();
        QTRY_VERIFY(window.messageText().contains(QStringLiteral("saved.json")));
        openStrategy(page, path + QStringLiteral(".json"));
        QCOMPARE(model->rowCount(), rows + 1);
        strategies->sortByColumn(-1, Qt::AscendingOrder);
        int found = -1;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 1).data().toString() == u"Opened") {
                found = row;
            }
        }
        QVERIFY(found >= 0);
        QCOMPARE(model->index(found, 0).data().toString(), what);
        for (int column = 2; column < model->columnCount(); ++column) {
            const QString title = model->headerData(column, Qt::Horizontal).toString();
            // A single model is not held against itself.
            if (title != u"To the best model") {
                QCOMPARE(model->index(found, column).data().toString(), before.at(column - 2));
            }
        }
        // Once more it stays one row; with other models its row is gone, and said.
        openStrategy(page, path + QStringLiteral(".json"));
        QCOMPARE(model->rowCount(), rows + 1);
    }

    void aStrategyThatAsksOthersIsSaid()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        const QString path = m_folder->filePath(QStringLiteral("mine.json"));
        write(path, twoStages().toJson());
        openStrategy(page, path);
        const auto isOpened = [&] {
            const QAbstractItemModel* model = table(page, "gapStrategies")->model();
            return model->rowCount() > 0 && model->index(0, 1).data().toString() == u"Opened";
        };
        QVERIFY(isOpened());
        pick(page, "gapsModels", {QStringLiteral("mid"), QStringLiteral("big")});
        QTRY_VERIFY(!isOpened());
        bool said = false;
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            said = said || label->text().contains(QStringLiteral("ask models that are not looked at"));
        }
        QVERIFY(said);
        pick(page, "gapsModels", {});
        QTRY_VERIFY(isOpened());
    }

    void aFaultyStrategyIsRefusedWithWords_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("rubbish") << "bad.json";
        QTest::newRow("nothing in it") << QByteArray("{}") << "bad.json";
        QTest::newRow("another model") << Strategy::single(QStringLiteral("unheard")).toJson() << "unheard";
        QTest::newRow("too large") << QByteArray(3 << 20, ' ') << "larger";
    }
    void aFaultyStrategyIsRefusedWithWords()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        const int rows = table(page, "gapStrategies")->model()->rowCount();
        const QString path = m_folder->filePath(QStringLiteral("bad.json"));
        write(path, file);
        dialogs::setNextFileName(path);
        page->findChild<QPushButton*>(QStringLiteral("openStrategy"))->click();
        QTRY_VERIFY2(window.messageText().contains(says), qPrintable(window.messageText()));
        QCOMPARE(table(page, "gapStrategies")->model()->rowCount(), rows);
        QVERIFY(rows > 0);
    }

    void aStrategyThatCannotBeWrittenIsTold()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        table(page, "gapStrategies")->selectRow(0);
        dialogs::setNextFileName(m_folder->filePath(QStringLiteral("no/such/strategy.json")));
        page->findChild<QPushButton*>(QStringLiteral("saveStrategy"))->click();
        QTRY_VERIFY(window.messageText().contains(QStringLiteral("cannot be written")));
    }

    void pricesAreEditedAndStored()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        QDialog* dialog = openPrices(page);
        auto* prices = dialog->findChild<DataTable*>(QStringLiteral("pricesTable"));
        QCOMPARE(prices->model()->rowCount(), 3);
        QCOMPARE(prices->model()->index(0, 0).data().toString(), QStringLiteral("big"));
        enter(prices, 0, PricesModel::InputColumn, QStringLiteral("2.5"));
        enter(prices, 0, PricesModel::HourColumn, QStringLiteral("3"));
        enter(prices, 0, PricesModel::NoteColumn, QStringLiteral("list price"));
        enter(prices, 2, PricesModel::ImageColumn, QStringLiteral("0.001"));
        enter(prices, 2, PricesModel::DateColumn, QStringLiteral("2026-01-31"));
        QCOMPARE(prices->model()->index(0, PricesModel::DateColumn).data().toString(),
            QDate::currentDate().toString(Qt::ISODate));
        dialog->findChild<QPushButton*>(QStringLiteral("pricesSave"))->click();
        QTRY_VERIFY(!page->findChild<QDialog*>(QStringLiteral("pricesDialog")));
        const QVector<ModelPrice> stored = storedPrices();
        QCOMPARE(stored.size(), 2);
        QCOMPARE(stored.at(0).model, QStringLiteral("big"));
        QCOMPARE(stored.at(0).input, std::optional(2.5));
        QCOMPARE(stored.at(0).gpuHour, std::optional(3.0));
        QVERIFY(!stored.at(0).output);
        QCOMPARE(stored.at(0).note, QStringLiteral("list price"));
        QCOMPARE(stored.at(1).image, std::optional(0.001));
        QCOMPARE(stored.at(1).asOf, QStringLiteral("2026-01-31"));

        // Opened again they are there; cleared they go, and Cancel changes nothing.
        dialog = openPrices(page);
        prices = dialog->findChild<DataTable*>(QStringLiteral("pricesTable"));
        QCOMPARE(
            prices->model()->index(0, PricesModel::InputColumn).data().toString(), QStringLiteral("2.5"));
        enter(prices, 2, PricesModel::ImageColumn, {});
        dialog->findChild<QPushButton*>(QStringLiteral("pricesCancel"))->click();
        QTRY_VERIFY(!page->findChild<QDialog*>(QStringLiteral("pricesDialog")));
        QCOMPARE(storedPrices().size(), 2);
        dialog = openPrices(page);
        prices = dialog->findChild<DataTable*>(QStringLiteral("pricesTable"));
        enter(prices, 2, PricesModel::ImageColumn, {});
        dialog->findChild<QPushButton*>(QStringLiteral("pricesSave"))->click();
        QTRY_VERIFY(!page->findChild<QDialog*>(QStringLiteral("pricesDialog")));
        QCOMPARE(storedPrices().size(), 1);
    }

    void aPriceChangesWhatAModelCosts()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        const auto cost = [&] {
            const QAbstractItemModel* models = table(page, "gapModels")->model();
            int row = 0;
            while (models->index(row, 0).data().toString() != u"mid") {
                ++row;
            }
            return models->index(row, 3).data().toString();
        };
        const QString before = cost();
        QDialog* dialog = openPrices(page);
        enter(dialog->findChild<DataTable*>(QStringLiteral("pricesTable")), 1, PricesModel::HourColumn,
            QStringLiteral("36"));
        dialog->findChild<QPushButton*>(QStringLiteral("pricesSave"))->click();
        QTRY_VERIFY(cost() != before);
        const Gaps truth = gaps({}, kPatience);
        for (const ContenderPoint& point : truth.contextualization.points) {
            if (truth.contender(point.contender).name == u"mid") {
                QCOMPARE(cost(), winnow::gaps::thousand(point.dollars).text);
            }
        }
    }

    void whatIsNoPriceIsRefusedInPlace_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("words") << int(PricesModel::InputColumn) << "cheap"
                               << "“cheap” is no price";
        QTest::newRow("below 0") << int(PricesModel::OutputColumn) << "-1"
                                 << "“-1” is no price";
        QTest::newRow("endless") << int(PricesModel::HourColumn) << "inf"
                                 << "“inf” is no price";
        QTest::newRow("no date") << int(PricesModel::DateColumn) << "yesterday"
                                 << "“yesterday” is no date";
        QTest::newRow("no such day") << int(PricesModel::DateColumn) << "2026-02-30"
                                     << "is no date";
        QTest::newRow("a note alone") << int(PricesModel::NoteColumn) << "free"
                                      << "needs a price";
    }
    void whatIsNoPriceIsRefusedInPlace()
    {
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QString, says);
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        QDialog* dialog = openPrices(page);
        auto* prices = dialog->findChild<DataTable*>(QStringLiteral("pricesTable"));
        auto* save = dialog->findChild<QPushButton*>(QStringLiteral("pricesSave"));
        auto* problem = dialog->findChild<QLabel*>(QStringLiteral("pricesProblem"));
        QVERIFY(save->isEnabled());
        enter(prices, 1, column, typed);
        QVERIFY(!save->isEnabled());
        QVERIFY2(problem->text().startsWith(QStringLiteral("mid: ")), qPrintable(problem->text()));
        QVERIFY2(problem->text().contains(says), qPrintable(problem->text()));
        // What was typed stays to be corrected.
        QCOMPARE(prices->model()->index(1, column).data(Qt::EditRole).toString(), typed);
        enter(prices, 1, column, {});
        QVERIFY(problem->text().isEmpty());
        QVERIFY(save->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(storedPrices().isEmpty());
    }

    void theTabAndWhatIsAskedAreRemembered()
    {
        make({});
        {
            MainWindow window;
            GapsPage* page = open(window);
            QVERIFY(page);
            page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsPatience"))->setValue(4);
            pick(page, "gapsModels", {QStringLiteral("mid"), QStringLiteral("small")});
            QTRY_VERIFY(!page->isComputing());
            window.close();
        }
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("insights"));
        QTRY_VERIFY(window.findChild<GapsPage*>());
        auto* page = window.findChild<GapsPage*>();
        QTRY_COMPARE(page->state(), ComputedPage::State::Shown);
        QVERIFY(page->isVisible());
        QCOMPARE(page->findChild<QDoubleSpinBox*>(QStringLiteral("gapsPatience"))->value(), 4.0);
        QCOMPARE(table(page, "gapModels")->model()->rowCount(), 2);
        QCOMPARE(page->findChild<ChecksButton*>(QStringLiteral("gapsModels"))->chosen(),
            (QStringList{QStringLiteral("mid"), QStringLiteral("small")}));
    }

    void aKeyGoesFromTabToTab()
    {
        make({});
        MainWindow window;
        GapsPage* page = open(window);
        QVERIFY(page);
        auto* bar = window.findChild<QTabBar*>(QStringLiteral("insightsTabs"));
        QTest::keyClick(window.focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(bar->currentIndex(), 0);
        QVERIFY(!page->isVisible());
        QTest::keyClick(window.focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(page->isVisible());
        // A key of the page works at once: charts become tables.
        auto* card = page->findChild<ChartCard*>(QStringLiteral("solvedCard"));
        QTest::keyClick(window.focusWidget(), Qt::Key_T);
        QVERIFY(card->showsTable());
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(0).center());
        QVERIFY(!page->isVisible());
    }
};

QTEST_MAIN(TestGapsStrategies)
#include "tst_gapsstrategies.moc"
