// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewproject.h"
#include "tests/support/windowdriver.h"
#include "ui/models/samplemodel.h"
#include "ui/pages/reviewpage.h"
#include "ui/widgets/thumbnailgrid.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using namespace winnow;

/// Every button, key and menu entry of the Samples page, by mouse and keyboard.
class TestControlsSamples : public QObject {
    Q_OBJECT

    static constexpr int kSamples = 12;
    test::WindowDriver m_driver;
    QVector<SampleId> m_ids;
    int m_projects = 0;

    FilterState* filter() { return m_driver.context().filter(); }
    QAbstractItemView* grid() { return m_driver.find<QAbstractItemView>("thumbnailGrid"); }
    int rows()
    {
        return m_driver.window().findChild<QTableView*>(QStringLiteral("sampleTable"))->model()->rowCount();
    }
    QTableView* table() { return m_driver.find<QTableView>("sampleTable"); }
    std::shared_ptr<const SampleIndex> index() { return m_driver.context().session()->index(); }
    Action actionOf(int sample) { return index()->row(m_ids.at(sample))->action; }
    quint32 openOf(int sample) { return index()->row(m_ids.at(sample))->openMask; }
    /// The keys that are copied are those of what is shown, in its order.
    QStringList shownKeys()
    {
        QGuiApplication::clipboard()->clear();
        m_driver.key(Qt::Key_A, Qt::ControlModifier);
        m_driver.key(Qt::Key_C, Qt::ControlModifier);
        if (!QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); })) {
            return {};
        }
        m_driver.key(Qt::Key_Escape);
        return QGuiApplication::clipboard()->text().split(u'\n');
    }
    void contextMenu(QAbstractItemView* view, int row)
    {
        const QPoint at = test::WindowDriver::place(view, row);
        QTest::mouseClick(view->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view->viewport(), &event);
    }
    bool undone()
    {
        m_driver.key(Qt::Key_Z, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return actionOf(0) == Action::None && openOf(0) == m_open; })
            && m_driver.settle();
    }
    quint32 m_open = 0;

private slots:
    void init()
    {
        const QString path = m_driver.path(QStringLiteral("p%1.winnow").arg(++m_projects));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, kSamples);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        project->reset();
        QVERIFY(m_driver.open(path, QStringLiteral("samples")));
        m_open = openOf(0);
        QCOMPARE(std::popcount(m_open), 2);
        grid()->setFocus();
        m_driver.key(Qt::Key_Home);
    }
    void cleanup() { m_driver.close(); }

    void viewsAndPanelsComeAndGo()
    {
        const auto pressed = [this](const char* name) { return m_driver.press(QString::fromLatin1(name)); };
        QVERIFY(pressed("Table (T)"));
        QVERIFY(table() && !grid());
        QVERIFY(pressed("Pictures (G)"));
        QVERIFY(!table() && grid());
        m_driver.key(Qt::Key_T);
        QVERIFY(table());
        m_driver.key(Qt::Key_G);
        QVERIFY(grid());
        for (const auto& [button, key, panel] : {std::tuple("Filters (F)", Qt::Key_F, "facetPanel"),
                 std::tuple("Details (I)", Qt::Key_I, "sampleDetail")}) {
            QVERIFY(m_driver.find(panel));
            QVERIFY(pressed(button));
            QVERIFY(!m_driver.find(panel));
            m_driver.key(key);
            QVERIFY(m_driver.find(panel));
        }
        auto* pictures = static_cast<ThumbnailGrid*>(grid());
        const int width = pictures->cellWidth();
        m_driver.key(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(pictures->cellWidth() > width);
        m_driver.key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(pictures->cellWidth(), width);
        m_driver.key(Qt::Key_Equal, Qt::ControlModifier);
        QVERIFY(pictures->cellWidth() > width);
    }

    void orderFollowsBoxButtonAndHeadings()
    {
        const QStringList source = shownKeys();
        QCOMPARE(source.size(), kSamples);
        QStringList turned = source;
        std::reverse(turned.begin(), turned.end());
        QVERIFY(m_driver.press(QStringLiteral("Turn the order round")));
        QTRY_COMPARE(shownKeys(), turned);
        QVERIFY(m_driver.press(QStringLiteral("Turn the order round")));
        QTRY_COMPARE(shownKeys(), source);
        QComboBox* sort = nullptr;
        for (auto* box : m_driver.window().findChildren<QComboBox*>()) {
            sort = box->isVisible() && box->accessibleName() == u"Sort by" ? box : sort;
        }
        QVERIFY(sort);
        sort->setFocus();
        for (const SampleSort each : {SampleSort::FlagScore, SampleSort::FlagCount, SampleSort::Accuracy}) {
            QTest::keyClick(sort, Qt::Key_Down);
            QCOMPARE(filter()->sort(), each);
        }
        QVERIFY(m_driver.press(QStringLiteral("Table (T)")));
        QHeaderView* header = table()->horizontalHeader();
        for (const auto& [column, each] : {std::pair(SampleModel::KeyColumn, SampleSort::Source),
                 std::pair(SampleModel::FlagsColumn, SampleSort::FlagCount),
                 std::pair(SampleModel::ScoreColumn, SampleSort::FlagScore),
                 std::pair(SampleModel::AccuracyColumn, SampleSort::Accuracy)}) {
            const auto click = [&, column = column] {
                QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                    {header->sectionViewportPosition(column) + 20, header->height() / 2});
            };
            click();
            QCOMPARE(filter()->sort(), each);
            const bool down = filter()->isDescending();
            click();
            QCOMPARE(filter()->sort(), each);
            QCOMPARE(filter()->isDescending(), !down);
        }
    }

    void searchAndChipsFilter()
    {
        auto* search = m_driver.find<QLineEdit>("search");
        m_driver.key(Qt::Key_Slash);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("picture 7"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(filter()->filter().text, QStringLiteral("picture 7"));
        QTRY_COMPARE(rows(), 1);
        QToolButton* clear = nullptr;
        for (auto* inner : search->findChildren<QToolButton*>()) {
            clear = inner->defaultAction() && inner->defaultAction()->objectName().contains(u"clear") ? inner
                                                                                                      : clear;
        }
        QVERIFY(clear);
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(rows(), kSamples);
        QCOMPARE(search->text(), QString());

        SampleFilter two;
        two.flagged = true;
        two.kinds = {QStringLiteral("consensus_against_gold")};
        m_driver.context().openSamples(two);
        QTRY_COMPARE(rows(), kSamples / 2);
        QVERIFY(m_driver.press(m_driver.button(QStringLiteral("Models agree on another answer"))));
        QTRY_COMPARE(rows(), kSamples);
        QVERIFY(filter()->filter().kinds.isEmpty());
        m_driver.key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(rows(), kSamples / 2);
        QVERIFY(m_driver.press(m_driver.find("clearFilters")));
        QVERIFY(filter()->isEmpty());
        SampleFilter nothing;
        nothing.text = QStringLiteral("nothing like it");
        m_driver.context().openSamples(nothing);
        QTRY_VERIFY(m_driver.button(QStringLiteral("Clear all filters")));
        QVERIFY(m_driver.press(QStringLiteral("Clear all filters")));
        QVERIFY(filter()->isEmpty());
        QTRY_COMPARE(rows(), kSamples);
    }

    void theBarAndTheKeysDecide()
    {
        const struct {
            const char* button;
            int key;
            Action action;
            FlagState state;
        } kAll[] = {{"bulkKeep", Qt::Key_K, Action::Keep, FlagState::Open},
            {"bulkDrop", Qt::Key_D, Action::Drop, FlagState::Open},
            {"bulkConfirm", Qt::Key_C, Action::None, FlagState::Confirmed},
            {"bulkOverride", Qt::Key_X, Action::None, FlagState::Overridden},
            {"bulkUnsure", Qt::Key_U, Action::None, FlagState::Unsure}};
        const auto stored = [&](Action action, FlagState state) {
            SampleFilter wanted;
            wanted.flagStates = {state};
            return QTest::qWaitFor([&] {
                return actionOf(0) == action
                    && index()->select(wanted, SampleSort::Source, false).contains(m_ids.first());
            });
        };
        for (const auto& each : kAll) {
            QVERIFY2(m_driver.press(m_driver.find(each.button)), each.button);
            QVERIFY2(stored(each.action, each.state), each.button);
            QVERIFY2(undone(), each.button);
            grid()->setFocus();
            m_driver.key(each.key);
            QVERIFY2(stored(each.action, each.state), each.button);
            QVERIFY2(undone(), each.button);
        }
        m_driver.key(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_driver.press(QStringLiteral("Clear the selection (Esc)")));
        QVERIFY(!grid()->selectionModel()->hasSelection());
        m_driver.key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(grid()->selectionModel()->hasSelection());
        m_driver.key(Qt::Key_Escape);
        QVERIFY(!grid()->selectionModel()->hasSelection());
    }

    void otherKindsToo_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("state");
        QTest::newRow("confirm") << QStringLiteral("Confirm all") << int(Qt::Key_C)
                                 << int(FlagState::Confirmed);
        QTest::newRow("override") << QStringLiteral("Override all") << int(Qt::Key_X)
                                  << int(FlagState::Overridden);
        QTest::newRow("unsure") << QStringLiteral("Mark all") << int(Qt::Key_U) << int(FlagState::Unsure);
    }
    void otherKindsToo()
    {
        QFETCH(QString, entry);
        QFETCH(int, key);
        QFETCH(int, state);
        SampleFilter one;
        one.kinds = {QStringLiteral("blind_solvable")};
        m_driver.context().openSamples(one);
        QVERIFY(m_driver.settle());
        m_driver.key(Qt::Key_Home);
        const auto both = [&] {
            return QTest::qWaitFor([&] {
                SampleFilter wanted;
                wanted.flagStates = {FlagState(state)};
                return openOf(0) == 0
                    && index()->select(wanted, SampleSort::Source, false).contains(m_ids.first());
            });
        };
        QVERIFY(m_driver.choose(
            [this] { QTest::mouseClick(m_driver.find("bulkAll"), Qt::LeftButton); }, {entry}));
        QVERIFY(both());
        QVERIFY(undone());
        QVERIFY(m_driver.choose([this] { contextMenu(grid(), 0); }, {entry}));
        QVERIFY(both());
        QVERIFY(undone());
        grid()->setFocus();
        m_driver.key(key, Qt::ShiftModifier);
        QVERIFY(both());
    }

    void theContextMenuDoesWhatItSays()
    {
        for (const bool asTable : {false, true}) {
            m_driver.key(asTable ? Qt::Key_T : Qt::Key_G);
            auto* view = asTable ? static_cast<QAbstractItemView*>(table()) : grid();
            const auto choose = [&](const char* entry) {
                return m_driver.choose([&] { contextMenu(view, 0); }, {QString::fromLatin1(entry)});
            };
            QVERIFY(choose("Keep 1"));
            QTRY_COMPARE(actionOf(0), Action::Keep);
            QVERIFY(undone());
            QVERIFY(choose("Drop 1"));
            QTRY_COMPARE(actionOf(0), Action::Drop);
            QVERIFY(undone());
            for (const char* entry : {"Confirm 2 flags", "Override 2 flags", "Mark 2 flags"}) {
                QVERIFY2(choose(entry), entry);
                QTRY_COMPARE(openOf(0), 0U);
                QVERIFY(undone());
            }
            QGuiApplication::clipboard()->clear();
            QVERIFY(choose("Copy the key"));
            QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("demo/0"));
            QVERIFY(choose("Clear the selection"));
            QVERIFY(!view->selectionModel()->hasSelection());
        }
        QVERIFY(m_driver.choose([&] { contextMenu(table(), 0); }, {QStringLiteral("Open in Review")}));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("review"));
    }

    /// The picture in the details, Enter and a double click open what is shown.
    void aSampleOpensInReview()
    {
        const auto shows = [this](int sample) {
            auto* review = static_cast<ReviewPage*>(m_driver.window().page(QStringLiteral("review")));
            const bool opened = m_driver.window().currentPage() == u"review"
                && QTest::qWaitFor([&] { return review->shownSample() == m_ids.at(sample); });
            m_driver.key(Qt::Key_3, Qt::ControlModifier);
            return opened && m_driver.settle();
        };
        m_driver.key(Qt::Key_Right);
        QVERIFY(m_driver.settle());
        QVERIFY(m_driver.press(m_driver.find("detailImage")));
        QVERIFY(shows(1));
        m_driver.key(Qt::Key_Right);
        m_driver.key(Qt::Key_Return);
        QVERIFY(shows(2));
        const QPoint at = test::WindowDriver::place(grid(), 3);
        QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(grid()->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(shows(3));
        m_driver.key(Qt::Key_T);
        const QPoint row = test::WindowDriver::place(table(), 4);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, row);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, row);
        QVERIFY(shows(4));
    }
};

QTEST_MAIN(TestControlsSamples)
#include "tst_controls_samples.moc"
