// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/samplemodel.h"
#include "ui/models/settings.h"
#include "ui/models/thumbnailprovider.h"
#include "ui/pages/pageregistry.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thumbnailgrid.h"

#include <QAbstractScrollArea>
#include <QAbstractTableModel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOptionSlider>

using namespace winnow;

namespace {

/// Many samples that cost nothing.
class ManyRows : public QAbstractTableModel {
public:
    explicit ManyRows(int rows)
        : m_rows(rows)
    {
    }
    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : int(SampleModel::ColumnCount);
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        switch (role) {
        case SampleModel::LoadedRole:
            return true;
        case SampleModel::KeyRole:
            painted.insert(index.row());
            return QString::number(index.row());
        case SampleModel::QuestionRole:
            return QStringLiteral("What?");
        default:
            return {};
        }
    }

    mutable QSet<int> painted;

private:
    int m_rows;
};

/// The middle of a bar's handle, as the user sees it.
QPoint handleOf(QScrollBar* bar)
{
    QStyleOptionSlider option;
    option.initFrom(bar);
    option.orientation = bar->orientation();
    option.minimum = bar->minimum();
    option.maximum = bar->maximum();
    option.sliderPosition = bar->sliderPosition();
    option.sliderValue = bar->value();
    option.singleStep = bar->singleStep();
    option.pageStep = bar->pageStep();
    return bar->style()
        ->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, bar)
        .center();
}

void drag(QScrollBar* bar, const QPoint& by)
{
    const QPoint from = handleOf(bar);
    QTest::mousePress(bar, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) {
        QTest::mouseMove(bar, from + by * step / 4);
    }
    QTest::mouseRelease(bar, Qt::LeftButton, {}, from + by);
}

} // namespace

/// What is longer than its place is reached to its end, by mouse and by key.
class TestScrolling : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        setAnnotatorName(QStringLiteral("ann"));
        Theme::instance().apply(ThemeMode::Light);
    }

    void handlesAreDraggedAndPagesTurned_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::newRow("down") << int(Qt::Vertical);
        QTest::newRow("across") << int(Qt::Horizontal);
    }
    void handlesAreDraggedAndPagesTurned()
    {
        QFETCH(int, orientation);
        QPlainTextEdit edit;
        edit.setLineWrapMode(QPlainTextEdit::NoWrap);
        edit.setPlainText(QString(400, u'x') + QString(200, u'\n'));
        edit.resize(300, 300);
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        QScrollBar* bar = orientation == Qt::Vertical ? edit.verticalScrollBar() : edit.horizontalScrollBar();
        const bool down = orientation == Qt::Vertical;
        QVERIFY(bar->maximum() > 0);
        const int length = down ? bar->height() : bar->width();
        drag(bar, down ? QPoint(0, length / 3) : QPoint(length / 3, 0));
        const int third = bar->value();
        QVERIFY2(third > bar->maximum() / 6 && third < bar->maximum(), qPrintable(QString::number(third)));
        drag(bar, down ? QPoint(0, length) : QPoint(length, 0));
        QCOMPARE(bar->value(), bar->maximum());
        // Beside the handle: one page back.
        QTest::mouseClick(bar, Qt::LeftButton, {}, down ? QPoint(7, 3) : QPoint(3, 7));
        QVERIFY(bar->value() < bar->maximum());
        QVERIFY(qAbs(bar->maximum() - bar->value() - bar->pageStep()) <= 1);
    }

    void everyScrollAreaOfTheWindowIsDragged()
    {
        const QString path = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("Set"), 300, 4));
        project->reset();
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openProject(path, QStringLiteral("samples"));
        auto* grid = [&]() -> ThumbnailGrid* {
            const bool there = QTest::qWaitFor([&] {
                auto* found = window.findChild<ThumbnailGrid*>();
                return found && found->model()->rowCount() == 300;
            });
            return there ? window.findChild<ThumbnailGrid*>() : nullptr;
        }();
        QVERIFY(grid);
        int dragged = 0;
        for (const PageEntry& entry : pageRegistry()) {
            QVERIFY(window.showPage(entry.id));
            QTest::qWait(50);
            const auto areas = window.findChildren<QAbstractScrollArea*>();
            for (QAbstractScrollArea* area : areas) {
                QScrollBar* bar = area->verticalScrollBar();
                if (!bar->isVisible() || bar->maximum() < 20 || bar->height() < 60) {
                    continue;
                }
                bar->setValue(0);
                drag(bar, {0, bar->height()});
                QVERIFY2(bar->value() == bar->maximum(), qPrintable(entry.id + u' ' + area->objectName()));
                ++dragged;
            }
        }
        QVERIFY(dragged > 1);
    }

    void theLastOfManySamplesIsReached_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("width");
        for (const int cell : {96, 184, 320}) {
            QTest::addRow("200,000 of %d px", cell) << 200'000 << cell << 900;
        }
        QTest::newRow("1,000,000 in one column") << 1'000'000 << 320 << 400;
    }
    void theLastOfManySamplesIsReached()
    {
        QFETCH(int, rows);
        QFETCH(int, cell);
        QFETCH(int, width);
        ManyRows model(rows);
        ThumbnailProvider thumbnails;
        ThumbnailGrid grid(&thumbnails);
        grid.resize(width, 700);
        grid.setModel(&model);
        grid.setCellWidth(cell);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        grid.setFocus();
        const QModelIndex last = model.index(rows - 1, 0);
        const auto inSight = [&] {
            const QRect rect = grid.visualRect(last);
            return grid.viewport()->rect().contains(rect) && rect.height() > 50;
        };

        QTest::keyClick(&grid, Qt::Key_Home);
        QTest::keyClick(&grid, Qt::Key_End);
        QCOMPARE(grid.currentIndex().row(), rows - 1);
        QVERIFY(inSight());
        model.painted.clear();
        grid.viewport()->repaint();
        QVERIFY(model.painted.contains(rows - 1));

        QTest::keyClick(&grid, Qt::Key_Home);
        QCOMPARE(grid.verticalScrollBar()->value(), 0);
        QTest::keyClick(&grid, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(grid.selectionModel()->selectedRows().size(), rows);
        QTest::keyClick(&grid, Qt::Key_Home);

        drag(grid.verticalScrollBar(), {0, 700});
        QCOMPARE(grid.verticalScrollBar()->value(), grid.verticalScrollBar()->maximum());
        QVERIFY(inSight());
        model.painted.clear();
        grid.viewport()->repaint();
        QVERIFY(model.painted.contains(rows - 1));
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.visualRect(last).center());
        QCOMPARE(grid.currentIndex().row(), rows - 1);
        QVERIFY(grid.selectionModel()->isRowSelected(rows - 1));
    }
};

QTEST_MAIN(TestScrolling)
#include "tst_scrolling.moc"
