// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/subsets.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/samplespage.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/facetpanel.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace winnow;

class TestSamplesPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        const auto ids = test::addSamples(**project, QStringLiteral("Set"), 40, 4);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void decidesOnManyWithOneUndo()
    {
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        QWidget* grid = page->findChild<QWidget*>(QStringLiteral("thumbnailGrid"));
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Home);
        QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(page->selection()->selectedRows().size(), 3);
        auto* drop = page->findChild<QPushButton*>(QStringLiteral("bulkDrop"));
        QTRY_COMPARE(drop->text(), QStringLiteral("Drop 3"));

        QTest::keyClick(grid, Qt::Key_D);
        QTRY_VERIFY(window.messageText().contains(QStringLiteral("3 ")));
        QCOMPARE(ledger(window).size(), 3);
        for (const Decision& decision : ledger(window)) {
            QCOMPARE(decision.action, Action::Drop);
            QCOMPARE(decision.annotator, QStringLiteral("ann"));
            QVERIFY(!decision.batch.isEmpty());
        }
        QTRY_COMPARE(
            page->model()->index(0, SampleModel::DecisionColumn).data().toString(), QStringLiteral("Drop"));
        QCOMPARE(page->selection()->selectedRows().size(), 3);

        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(effective(window).size(), 0);
        QTRY_VERIFY(page->model()->index(0, SampleModel::DecisionColumn).data().toString().isEmpty());
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(effective(window).size(), 3);
        // Nothing is ever taken out of the ledger.
        QCOMPARE(ledger(window).size(), 9);
    }

    void lettersTypedIntoTheSearchDecideNothing()
    {
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        auto* search = page->findChild<QLineEdit*>(QStringLiteral("search"));
        QVERIFY(search->hasFocus());
        for (const char key : {'p', 'i', 'c', 't', 'u', 'r', 'e', ' ', '1', '7'}) {
            QTest::keyClick(search, key);
        }
        QCOMPARE(search->text(), QStringLiteral("picture 17"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(page->model()->rowCount(), 1);
        QCOMPARE(ledger(window).size(), 0);
    }

    void facetsFilterByMouseAndKey()
    {
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        auto* facets = page->findChild<QListView*>(QStringLiteral("facetPanel"));
        int flagged = -1;
        for (int row = 0; row < facets->model()->rowCount(); ++row) {
            if (facets->model()->index(row, 0).data(FacetModel::ValueRole).toString()
                == QLatin1String("blind_solvable")) {
                flagged = row;
            }
        }
        QVERIFY(flagged >= 0);
        const QRect where = facets->visualRect(facets->model()->index(flagged, 0));
        QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, where.center());
        QTRY_COMPARE(page->model()->rowCount(), 10);
        facets->setFocus();
        facets->setCurrentIndex(facets->model()->index(flagged, 0));
        QTest::keyClick(facets, Qt::Key_Space);
        QTRY_COMPARE(page->model()->rowCount(), 40);
    }

    void modelsAndTimesFilterAndSort()
    {
        answer(QStringLiteral("Alpha"), QStringLiteral("1100-"), {0.5, 20, 20, 200});
        answer(QStringLiteral("Beta"), QStringLiteral("10101"), {});
        MainWindow window;
        window.resize(1280, 1400);
        SamplesPage* page = open(window);
        QVERIFY(page);
        auto* facets = page->findChild<QListView*>(QStringLiteral("facetPanel"));
        const auto rowOf = [&](FilterField field, const QString& value) {
            for (int row = 0; row < facets->model()->rowCount(); ++row) {
                const QModelIndex index = facets->model()->index(row, 0);
                if (index.data(FacetModel::FieldRole).toInt() == int(field)
                    && index.data(FacetModel::ValueRole).toString() == value) {
                    return index;
                }
            }
            return QModelIndex();
        };
        const auto click = [&](FilterField field, const QString& value) {
            const QModelIndex index = rowOf(field, value);
            facets->scrollTo(index);
            QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, facets->visualRect(index).center());
        };
        const auto shown = [&] {
            QStringList keys;
            for (const SampleId id : page->model()->ids()) {
                keys.append(QString::number(m_ids.indexOf(id)));
            }
            return keys.join(u' ');
        };
        QTRY_VERIFY(rowOf(FilterField::WrongBy, QStringLiteral("Alpha")).isValid());
        click(FilterField::WrongBy, QStringLiteral("Alpha"));
        QTRY_COMPARE(shown(), QStringLiteral("2 3"));
        click(FilterField::RightBy, QStringLiteral("Beta"));
        QTRY_COMPARE(shown(), QStringLiteral("2"));
        // Back is the way there, turned round.
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(shown(), QStringLiteral("2 3"));
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(page->model()->rowCount(), 40);
        click(FilterField::ModelsRight, QStringLiteral("none"));
        QTRY_COMPARE(shown(), QStringLiteral("3"));
        click(FilterField::ModelsRight, QStringLiteral("none"));
        QTRY_COMPARE(page->model()->rowCount(), 40);
        click(FilterField::Time, QStringLiteral("10-30"));
        QTRY_COMPARE(shown(), QStringLiteral("1 2"));
        click(FilterField::Time, QStringLiteral("100+"));
        QTRY_COMPARE(shown(), QStringLiteral("1 2 3"));
        auto* sort = page->findChild<QComboBox*>();
        QTest::keyClick(sort, Qt::Key_End);
        QTRY_COMPARE(shown(), QStringLiteral("3 1 2"));
        // What another page opens is the same filter.
        SampleFilter filter;
        filter.rightBy = {QStringLiteral("Alpha")};
        filter.wrongBy = {QStringLiteral("Beta")};
        window.context().open(ClickThrough::toSamples(filter), page);
        QTRY_COMPARE(shown(), QStringLiteral("1"));
        QVERIFY(rowOf(FilterField::RightBy, QStringLiteral("Alpha")).data(FacetModel::ChosenRole).toBool());
    }

    void keysKeepTheirPlaceWhileCountsChange()
    {
        answer(QStringLiteral("Alpha"), QStringLiteral("1100"), {});
        answer(QStringLiteral("Beta"), QStringLiteral("0011"), {});
        answer(QStringLiteral("Gamma"), QStringLiteral("1010"), {});
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        auto* facets = page->findChild<QListView*>(QStringLiteral("facetPanel"));
        const auto rows = [&](const QString& value) {
            QVector<int> found;
            for (int row = 0; row < facets->model()->rowCount(); ++row) {
                if (facets->model()->index(row, 0).data(FacetModel::ValueRole).toString() == value) {
                    found.append(row);
                }
            }
            return found;
        };
        const QString gamma = QStringLiteral("Gamma");
        QTRY_COMPARE(rows(gamma).size(), 2);
        facets->setFocus();
        // "Wrong by", which comes last.
        facets->setCurrentIndex(facets->model()->index(rows(gamma).last() - 1, 0));
        QTest::keyClick(facets, Qt::Key_Down);
        QCOMPARE(facets->currentIndex().row(), rows(gamma).last());
        QTest::keyClick(facets, Qt::Key_Space);
        QTRY_COMPARE(page->model()->rowCount(), 2);
        // "Right by Gamma" is gone from above it.
        QTRY_COMPARE(rows(gamma).size(), 1);
        QCOMPARE(facets->currentIndex().data(FacetModel::ValueRole).toString(), gamma);
        QTest::keyClick(facets, Qt::Key_Space);
        QTRY_COMPARE(page->model()->rowCount(), 40);
        QTRY_COMPARE(rows(gamma).size(), 2);
        QCOMPARE(facets->currentIndex().row(), rows(gamma).last());
    }

    void withoutResponsesNoModelsAreOffered()
    {
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        QTRY_VERIFY(window.context().session()->index()->results());
        auto* facets = page->findChild<QListView*>(QStringLiteral("facetPanel"));
        QTRY_VERIFY(facets->model()->rowCount() > 0);
        for (int row = 0; row < facets->model()->rowCount(); ++row) {
            const int field = facets->model()->index(row, 0).data(FacetModel::FieldRole).toInt();
            QVERIFY(field < int(FilterField::RightBy));
        }
        QCOMPARE(page->findChild<QComboBox*>()->count(), 4);
    }

    void bothSidesOfReviewedStayInTheList()
    {
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        QWidget* grid = page->findChild<QWidget*>(QStringLiteral("thumbnailGrid"));
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Home);
        QTest::keyClick(grid, Qt::Key_D);
        auto* facets = page->findChild<QListView*>(QStringLiteral("facetPanel"));
        const auto rowOf = [&](const QString& value) {
            for (int row = 0; row < facets->model()->rowCount(); ++row) {
                const QModelIndex index = facets->model()->index(row, 0);
                if (index.data(FacetModel::FieldRole).toInt() == int(FilterField::Reviewed)
                    && index.data(FacetModel::ValueRole).toString() == value) {
                    return row;
                }
            }
            return -1;
        };
        const auto count = [&](const QString& value) {
            return facets->model()->index(rowOf(value), 0).data(FacetModel::CountRole).toInt();
        };
        const QString yes = QStringLiteral("yes");
        const QString no = QStringLiteral("no");
        QTRY_COMPARE(count(yes), 1);
        const auto click = [&](const QString& value) {
            const QModelIndex index = facets->model()->index(rowOf(value), 0);
            facets->scrollTo(index);
            QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, facets->visualRect(index).center());
        };
        click(yes);
        QTRY_COMPARE(page->model()->rowCount(), 1);
        QCOMPARE(rowOf(yes), rowOf(no) + 1);
        QCOMPARE(count(no), 39);
        click(no); // both sides are everything
        QTRY_COMPARE(page->model()->rowCount(), 40);
        click(no);
        QTRY_COMPARE(page->model()->rowCount(), 39);
        QCOMPARE(count(yes), 1);
    }

    void closingTheProjectLeavesNothingOfThePageBehind()
    {
        MainWindow window;
        QVERIFY(open(window));
        auto* zoom = window.findChild<QLabel*>(QStringLiteral("zoomText"));
        QTRY_VERIFY(!zoom->text().isEmpty());
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(!window.context().project());
        QCOMPARE(zoom->text(), QString());
    }

    void aSubsetThatGoesTakesItsFilterAlong()
    {
        MainWindow window;
        window.resize(1280, 800);
        SamplesPage* page = open(window);
        QVERIFY(page);
        const auto project = window.context().project();
        const int all = page->model()->rowCount();
        QVERIFY(all > 3);
        const QString core = QStringLiteral("core");
        QVERIFY_RESULT(test::putSubset(*project, core, page->model()->ids().mid(1, 2)));
        SampleFilter filter;
        filter.subsets = {core};
        // What a number of a subset opens.
        window.context().open(ClickThrough::toSamples(filter), page);
        QTRY_COMPARE(page->model()->rowCount(), 2);
        QTRY_VERIFY(page->findChild<ChipRow*>()->isVisible());
        QVERIFY_RESULT(test::removeSubset(*project, core));
        QTRY_COMPARE(page->model()->rowCount(), all);
        QVERIFY(window.context().filter()->isEmpty());
        QVERIFY2(window.messageText().contains(QStringLiteral("There is no subset “core” any more")),
            qPrintable(window.messageText()));
    }

    void newsLeaveTheFiltersInReach()
    {
        MainWindow window;
        window.resize(1280, 800);
        SamplesPage* page = open(window);
        QVERIFY(page);
        QWidget* grid = page->findChild<QWidget*>(QStringLiteral("thumbnailGrid"));
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Home);
        QTest::keyClick(grid, Qt::Key_D);
        QTRY_VERIFY(!window.messageText().isEmpty());
        const auto* news = window.findChild<QWidget*>(QStringLiteral("messageBar"));
        const auto* chips = page->findChild<ChipRow*>();
        const auto onWindow = [&](const QWidget* widget) {
            return QRect(widget->mapTo(&window, QPoint(0, 0)), widget->size());
        };
        QVERIFY(!onWindow(news).intersects(onWindow(chips)));
        QVERIFY2(news->width() < page->width() / 2, "no wider than its words need");
    }

    void headingsOfTheTableAreWhole()
    {
        MainWindow window;
        window.resize(1280, 800);
        SamplesPage* page = open(window);
        QVERIFY(page);
        QTest::mouseClick(page->findChild<QWidget*>(QStringLiteral("thumbnailGrid")), Qt::LeftButton);
        QTest::keyClick(window.focusWidget(), Qt::Key_T);
        auto* table = page->findChild<QTableView*>(QStringLiteral("sampleTable"));
        QTRY_VERIFY(table->isVisible());
        QHeaderView* header = table->horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            if (!header->isSectionHidden(column)) {
                QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                    qPrintable(table->model()->headerData(column, Qt::Horizontal).toString()));
            }
        }
    }

    void choicesOfABoxAreEasyToHit()
    {
        QApplication::setStyle(new Style);
        MainWindow window;
        SamplesPage* page = open(window);
        QVERIFY(page);
        auto* sort = page->findChild<QComboBox*>();
        QTest::mouseClick(sort, Qt::LeftButton);
        QTRY_VERIFY(sort->view()->isVisible());
        const QRect second = sort->view()->visualRect(sort->model()->index(1, 0));
        QVERIFY2(second.height() >= 3 * kUnit, qPrintable(QString::number(second.height())));
        // The release of the click that opened the list is not one that chooses.
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QTest::mouseMove(sort->view()->viewport(), second.center());
        QTest::mouseClick(sort->view()->viewport(), Qt::LeftButton, {}, second.center());
        QTRY_COMPARE(sort->currentIndex(), 1);
    }

    void aLongNameTakesTwoLines()
    {
        FilterState filter;
        FacetModel model(&filter);
        FacetPanel panel(&model);
        panel.resize(29 * kUnit, 400);
        panel.show();
        FacetCounts counts;
        counts.total = counts.flagged = 9;
        counts.kinds = {{QStringLiteral("image_insufficient"), 4}, {QStringLiteral("dark"), 5}};
        model.setCounts(counts);
        const auto height = [&](int row) { return panel.visualRect(model.index(row, 0)).height(); };
        QTRY_VERIFY(height(1) > height(2) + 8);
        panel.resize(60 * kUnit, 400);
        QTRY_COMPARE(height(1), height(2));
    }

    void comesBackToFilterAndSample()
    {
        {
            MainWindow window;
            SamplesPage* page = open(window);
            QVERIFY(page);
            window.context().filter()->toggle(FilterField::Capability, QStringLiteral("chart"));
            QTRY_COMPARE(page->model()->rowCount(), 20);
            page->selection()->setCurrentIndex(
                page->model()->index(7, 0), QItemSelectionModel::ClearAndSelect);
            window.close();
        }
        MainWindow window;
        window.show();
        window.openProject(m_path);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        auto* page = static_cast<SamplesPage*>(window.page(QStringLiteral("samples")));
        QTRY_COMPARE(page->model()->rowCount(), 20);
        QTRY_COMPARE(page->selection()->currentIndex().row(), 7);
    }

private:
    /// '1' right, '0' wrong, '-' none, and the seconds that it took.
    void answer(const QString& model, const QString& answers, const QVector<double>& seconds)
    {
        const auto project = Project::open(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addResponses(**project, QStringLiteral("Set"), model, m_ids, answers, seconds));
    }
    SamplesPage* open(MainWindow& window)
    {
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) {
            return nullptr;
        }
        window.openProject(m_path, QStringLiteral("samples"));
        const bool shown = QTest::qWaitFor([&] {
            auto* page = static_cast<SamplesPage*>(window.page(QStringLiteral("samples")));
            return page && page->model()->rowCount() == 40;
        });
        return shown ? static_cast<SamplesPage*>(window.page(QStringLiteral("samples"))) : nullptr;
    }
    static QVector<Decision> ledger(MainWindow& window)
    {
        return window.context()
            .project()
            ->read([](sqlite::Connection& c) { return DecisionStore(c).all(); })
            .value();
    }
    static QVector<Decision> effective(MainWindow& window)
    {
        return window.context()
            .project()
            ->read([](sqlite::Connection& c) { return DecisionStore(c).effective(); })
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QVector<SampleId> m_ids;
};

QTEST_MAIN(TestSamplesPage)
#include "tst_samplespage.moc"
