// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/reviewpage.h"
#include "ui/pages/samplespage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

using namespace winnow;

/// What is done with many samples at once, and that the page stays where it is meanwhile.
class TestSamplesActions : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    QVector<SampleId> m_ids;
    /// Every sample has blind_solvable, every second one consensus_against_gold too.
    static constexpr int kSamples = 17;
    static constexpr int kOthers = 9;

    SamplesPage* page() { return static_cast<SamplesPage*>(m_window->page(QStringLiteral("samples"))); }
    QWidget* grid() { return page()->findChild<QWidget*>(QStringLiteral("thumbnailGrid")); }
    QTableView* table() { return page()->findChild<QTableView*>(QStringLiteral("sampleTable")); }
    QPushButton* button(const char* name)
    {
        return page()->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    QVector<Decision> effective()
    {
        return m_window->context()
            .project()
            ->read([](sqlite::Connection& c) { return DecisionStore(c).effective(); })
            .value();
    }
    QStringList decided()
    {
        QStringList kinds;
        for (const Decision& decision : effective()) {
            kinds.append(decision.kind);
        }
        kinds.sort();
        return kinds;
    }
    void clickFacet(const QString& value)
    {
        auto* facets = page()->findChild<QListView*>(QStringLiteral("facetPanel"));
        for (int row = 0; row < facets->model()->rowCount(); ++row) {
            const QModelIndex index = facets->model()->index(row, 0);
            if (index.data(FacetModel::ValueRole).toString() == value) {
                facets->scrollTo(index);
                QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, facets->visualRect(index).center());
                return;
            }
        }
        QFAIL(qPrintable(value));
    }
    /// Runs `inside` while the menu that `opening` brings up is open.
    void inMenu(const std::function<void()>& opening, const std::function<void(QMenu*)>& inside)
    {
        bool there = false;
        QTimer::singleShot(50, m_window.get(), [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            there = menu != nullptr;
            if (menu) {
                inside(menu);
                menu->close();
            }
        });
        opening();
        QTRY_VERIFY(there);
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
    }
    static void clickEntry(QMenu* menu, const QString& text)
    {
        for (QAction* action : menu->actions()) {
            if (action->text().startsWith(text)) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    static QStringList entries(const QMenu* menu)
    {
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator()) {
                texts.append(action->text().replace(u'\t', QStringLiteral(" | ")));
            }
        }
        return texts;
    }
    void onlyBlindSolvable()
    {
        clickFacet(QStringLiteral("blind_solvable"));
        QTRY_COMPARE(page()->findChildren<Chip*>().isEmpty(), false);
        QTRY_COMPARE(page()->model()->rowCount(), kSamples);
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(button("bulkConfirm")->text(), QStringLiteral("Confirm 17 flags (Blindly solvable)"));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
        const QString path = m_folder->filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, kSamples);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        project->reset();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openProject(path, QStringLiteral("samples"));
        QTRY_VERIFY(page() && page()->model()->rowCount() == kSamples);
    }
    void cleanup() { m_window.reset(); }

    void aVerdictIsForTheFilteredKindOnly()
    {
        onlyBlindSolvable();
        QVERIFY(button("bulkAll")->isVisible());
        QCOMPARE(button("bulkAll")->text(), QStringLiteral("All 26…"));
        QTest::mouseClick(button("bulkConfirm"), Qt::LeftButton);
        QTRY_COMPARE(effective().size(), kSamples);
        QCOMPARE(decided().count(QStringLiteral("blind_solvable")), kSamples);
        QTRY_VERIFY2(m_window->messageText().contains(QStringLiteral("17 flags")),
            qPrintable(m_window->messageText()));
        QTRY_VERIFY(!button("bulkConfirm")->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(effective().size(), 0);

        // The same by the key.
        QTRY_COMPARE(button("bulkConfirm")->text(), QStringLiteral("Confirm 17 flags (Blindly solvable)"));
        QTest::keyClick(grid(), Qt::Key_X);
        QTRY_COMPARE(effective().size(), kSamples);
        QCOMPARE(decided().count(QStringLiteral("blind_solvable")), kSamples);
        // What is left are flags of the other kind: none of the filtered, and all of them apart.
        QTRY_VERIFY(!button("bulkConfirm")->isEnabled());
        QCOMPARE(button("bulkAll")->text(), QStringLiteral("All 9…"));
    }

    void allFlagsOfTheSamplesAreApart()
    {
        onlyBlindSolvable();
        inMenu([&] { QTest::mouseClick(button("bulkAll"), Qt::LeftButton); },
            [&](QMenu* menu) {
                QCOMPARE(entries(menu).first(),
                    QStringLiteral("Confirm all 26 open flags of these samples | Shift+C"));
                clickEntry(menu, QStringLiteral("Override all 26"));
            });
        QTRY_COMPARE(effective().size(), kSamples + kOthers);
        QCOMPARE(effective().first().verdict, Verdict::Override);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(effective().size(), 0);
        QTRY_VERIFY(button("bulkAll")->isVisible());
        QTest::keyClick(grid(), Qt::Key_C, Qt::ShiftModifier);
        QTRY_COMPARE(effective().size(), kSamples + kOthers);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(effective().size(), 0);
    }

    void withoutAKindEveryFlagCounts()
    {
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(button("bulkConfirm")->text(), QStringLiteral("Confirm 26 flags"));
        QVERIFY(!button("bulkAll")->isVisible());
        QTest::mouseClick(button("bulkUnsure"), Qt::LeftButton);
        QTRY_COMPARE(effective().size(), kSamples + kOthers);
    }

    void nothingMovesWhenChipsSelectionsOrNewsAppear()
    {
        auto* splitter = page()->findChild<QSplitter*>(QStringLiteral("samplesSplitter"));
        const auto places = [&] {
            QVector<QRect> rects{splitter->geometry(), grid()->geometry()};
            for (int i = 0; i < splitter->count(); ++i) {
                rects.append(splitter->widget(i)->geometry());
            }
            return rects;
        };
        QTest::qWait(50);
        const QVector<QRect> before = places();
        clickFacet(QStringLiteral("blind_solvable"));
        clickFacet(QStringLiteral("consensus_against_gold"));
        QTRY_COMPARE(page()->findChild<ChipRow*>()->findChildren<Chip*>().size() > 2, true);
        QTest::qWait(50);
        QCOMPARE(places(), before);
        QTest::mouseClick(
            static_cast<QAbstractScrollArea*>(grid())->viewport(), Qt::LeftButton, {}, {60, 60});
        QTest::qWait(50);
        QCOMPARE(page()->selection()->selectedRows().size(), 1);
        QCOMPARE(places(), before);
        QTest::keyClick(grid(), Qt::Key_K);
        QTRY_VERIFY(!m_window->messageText().isEmpty());
        QTest::qWait(50);
        QCOMPARE(places(), before);
        QTest::keyClick(grid(), Qt::Key_Escape);
        QTest::qWait(50);
        QCOMPARE(page()->selection()->selectedRows().size(), 0);
        QCOMPARE(places(), before);
    }

    void chipsThatDoNotFitAreInAMenu()
    {
        int removed = -1;
        ChipRow row(QStringLiteral("none"));
        row.resize(400, row.sizeHint().height());
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QVector<ChipRow::Entry> entries;
        for (int i = 0; i < 12; ++i) {
            entries.append({QStringLiteral("Restriction %1").arg(i), {}, [&removed, i] { removed = i; }});
        }
        row.setEntries(entries, [] {});
        int seen = 0;
        for (const Chip* chip : row.findChildren<Chip*>()) {
            if (chip->isVisible()) {
                ++seen;
                QVERIFY2(row.rect().contains(chip->geometry()), qPrintable(chip->text()));
            }
        }
        QVERIFY(seen > 2 && seen < 12);
        auto* more = row.findChild<Chip*>(QStringLiteral("moreChips"));
        QVERIFY(more->isVisible());
        QTimer::singleShot(50, &row, [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QAction* last = menu->actions().last();
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(last).center());
        });
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_COMPARE(removed, 11);
    }

    void aSecondFacetAddsToTheFirst()
    {
        clickFacet(QStringLiteral("consensus_against_gold"));
        QTRY_COMPARE(page()->model()->rowCount(), kOthers);
        clickFacet(QStringLiteral("blind_solvable"));
        QTRY_COMPARE(page()->model()->rowCount(), kSamples);
        clickFacet(QStringLiteral("blind_solvable"));
        QTRY_COMPARE(page()->model()->rowCount(), kOthers);
        clickFacet(QStringLiteral("consensus_against_gold"));
        QTRY_COMPARE(page()->model()->rowCount(), kSamples);

        // Decisions too: kept and dropped together.
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Home);
        QTest::keyClick(grid(), Qt::Key_K);
        QTRY_COMPARE(effective().size(), 1);
        QTest::keyClick(grid(), Qt::Key_Right);
        QTest::keyClick(grid(), Qt::Key_D);
        QTRY_COMPARE(effective().size(), 2);
        auto* facets = page()->findChild<QListView*>(QStringLiteral("facetPanel"));
        const auto offered = [&](const QString& value) {
            return !facets->model()
                        ->match(
                            facets->model()->index(0, 0), FacetModel::ValueRole, value, 1, Qt::MatchExactly)
                        .isEmpty();
        };
        QTRY_VERIFY(offered(QStringLiteral("keep")) && offered(QStringLiteral("drop")));
        clickFacet(QStringLiteral("keep"));
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        QTRY_VERIFY(offered(QStringLiteral("drop")));
        clickFacet(QStringLiteral("drop"));
        QTRY_COMPARE(page()->model()->rowCount(), 2);
    }

    void theTableShowsQuestionAccuracyAndDecision()
    {
        QTest::keyClick(grid(), Qt::Key_T);
        QTRY_VERIFY(table()->isVisible());
        QTest::qWait(50);
        const auto shown = [&](int column) {
            const int left = table()->columnViewportPosition(column);
            return !table()->isColumnHidden(column) && left >= 0
                && left + table()->columnWidth(column) <= table()->viewport()->width();
        };
        for (const int column :
            {SampleModel::KeyColumn, SampleModel::QuestionColumn, SampleModel::FlagsColumn,
                SampleModel::ScoreColumn, SampleModel::AccuracyColumn, SampleModel::DecisionColumn}) {
            QVERIFY2(shown(column), qPrintable(QString::number(column)));
        }
        QVERIFY(!table()->horizontalScrollBar()->isVisible());
        QVERIFY2(table()->columnWidth(SampleModel::QuestionColumn) >= 25 * kUnit,
            qPrintable(QString::number(table()->columnWidth(SampleModel::QuestionColumn))));
        m_window->resize(1900, 1000);
        QTest::qWait(50);
        QVERIFY(shown(SampleModel::GoldColumn) && shown(SampleModel::DecisionColumn));
        QVERIFY(table()->columnWidth(SampleModel::QuestionColumn) >= 45 * kUnit);
    }

    void theContextMenuDoesWhatTheKeysDo_data()
    {
        QTest::addColumn<bool>("asTable");
        QTest::newRow("grid") << false;
        QTest::newRow("table") << true;
    }
    void theContextMenuDoesWhatTheKeysDo()
    {
        QFETCH(bool, asTable);
        if (asTable) {
            QTest::keyClick(grid(), Qt::Key_T);
            QTRY_VERIFY(table()->isVisible());
        }
        auto* view
            = asTable ? static_cast<QAbstractItemView*>(table()) : static_cast<QAbstractItemView*>(grid());
        const auto rightClick = [&](int row) {
            const QPoint at = view->visualRect(page()->model()->index(row, 1)).center();
            return [view, at] {
                QTest::mouseClick(view->viewport(), Qt::RightButton, {}, at);
                QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
                QApplication::sendEvent(view->viewport(), &event);
            };
        };
        QStringList texts;
        inMenu(rightClick(2), [&](QMenu* menu) {
            texts = entries(menu);
            clickEntry(menu, QStringLiteral("Copy the key"));
        });
        QCOMPARE(texts,
            (QStringList{QStringLiteral("Open in Review | Enter"), QStringLiteral("Keep 1 | K"),
                QStringLiteral("Drop 1 | D"), QStringLiteral("Confirm 2 flags | C"),
                QStringLiteral("Override 2 flags | X"), QStringLiteral("Mark 2 flags as unsure | U"),
                QStringLiteral("Copy the key | Ctrl+C"), QStringLiteral("Clear the selection | Esc")}));
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("demo/2"));
        inMenu(rightClick(4), [&](QMenu* menu) { clickEntry(menu, QStringLiteral("Confirm 2")); });
        QTRY_COMPARE(effective().size(), 2);
        inMenu(rightClick(5), [&](QMenu* menu) { clickEntry(menu, QStringLiteral("Keep 1")); });
        QTRY_COMPARE(effective().size(), 3);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("demo/5"));
        inMenu(rightClick(3), [&](QMenu* menu) { clickEntry(menu, QStringLiteral("Open in Review")); });
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("review"));
        auto* review = static_cast<ReviewPage*>(m_window->page(QStringLiteral("review")));
        QTRY_COMPARE(review->shownSample(), m_ids.at(3));
    }
};

QTEST_MAIN(TestSamplesActions)
#include "tst_samplesactions.moc"
