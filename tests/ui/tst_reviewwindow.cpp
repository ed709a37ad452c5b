// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/responsemodel.h"
#include "ui/models/settings.h"
#include "ui/pages/pageregistry.h"
#include "ui/pages/reviewpage.h"
#include "ui/pages/samplespage.h"
#include "ui/widgets/decisionbar.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/keyoverlay.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

using namespace winnow;

/// The review page as the window shows it: what stays in place, and who signs.
class TestReviewWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    QVector<SampleId> m_ids;

    ReviewPage* page() { return static_cast<ReviewPage*>(m_window->page(QStringLiteral("review"))); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
    }
    void openAll(int at = 0)
    {
        page()->openQueue(m_ids, QStringLiteral("all"), m_ids.at(at));
        QTRY_COMPARE(page()->shownSample(), m_ids.at(at));
    }
    QVector<Decision> ledger()
    {
        return m_window->context()
            .project()
            ->read([](sqlite::Connection& c) { return DecisionStore(c).all(); })
            .value();
    }
    /// Adds samples without an image behind those that have one.
    static Result<QVector<SampleId>> addTexts(Project& project)
    {
        return project.write({.parts = ChangeSet::Samples, .samples = {}},
            [](sqlite::Connection& c) -> Result<QVector<SampleId>> {
                const DatasetId id = DatasetStore(c).upsert({.id = {},
                    .name = QStringLiteral("texts"),
                    .sourcePath = {},
                    .sourceHash = {},
                    .format = {}});
                SampleWriter writer(c);
                QVector<SampleId> ids;
                for (int i = 0; i < 2; ++i) {
                    Sample sample;
                    sample.datasetId = id;
                    sample.dataset = QStringLiteral("texts");
                    sample.sourceIndex = QString::number(i);
                    sample.position = i;
                    sample.question = QStringLiteral("What is the capital of country %1?").arg(i);
                    sample.gold = QStringLiteral("Seoul");
                    writer.put(sample);
                    ids.append(sample.id);
                }
                return ids;
            });
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        setAnnotatorName(QStringLiteral("kim"));
        Theme::instance().apply(ThemeMode::Light);
        const QString path = m_folder->filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, 8);
        QVERIFY_RESULT(ids);
        auto texts = addTexts(**project);
        QVERIFY_RESULT(texts);
        m_ids = *ids + *texts;
        project->reset();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openProject(path, QStringLiteral("review"));
        QTRY_VERIFY(page());
    }
    void cleanup() { m_window.reset(); }

    void theAnnotatorIsChangedInPlaceAsOftenAsWanted()
    {
        openAll();
        auto* name = m_window->findChild<QToolButton*>(QStringLiteral("annotator"));
        auto* edit = m_window->findChild<QLineEdit*>(QStringLiteral("annotatorName"));
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("kim"));
        press(Qt::Key_K);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));

        int at = 1;
        for (const char* next : {"lee", "park", "kim"}) {
            const QString wanted = QString::fromLatin1(next);
            if (at % 2) {
                QTest::mouseClick(name, Qt::LeftButton);
            } else {
                press(Qt::Key_F2);
            }
            QVERIFY(edit->isVisible());
            QCOMPARE(QApplication::focusWidget(), edit);
            QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(edit, wanted);
            QTest::keyClick(edit, Qt::Key_Return);
            QCOMPARE(name->text(), wanted);
            // Neither the sample nor the queue was left, and the keys decide at once.
            QCOMPARE(page()->shownSample(), m_ids.at(at));
            QCOMPARE(page()->session().title(), QStringLiteral("all"));
            QCOMPARE(page()->session().position(), at);
            QVERIFY(!edit->isVisible());
            press(Qt::Key_K);
            ++at;
            QTRY_COMPARE(page()->shownSample(), m_ids.at(at));
        }
        QTRY_COMPARE(page()->pendingDecisions(), 0);
        QStringList signatures;
        for (const Decision& decision : ledger()) {
            signatures.append(decision.annotator);
        }
        QCOMPARE(signatures,
            (QStringList{QStringLiteral("kim"), QStringLiteral("lee"), QStringLiteral("park"),
                QStringLiteral("kim")}));
        // Esc keeps the name, and nothing is typed into decisions.
        QTest::mouseClick(name, Qt::LeftButton);
        QTest::keyClicks(edit, QStringLiteral("dxk"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(name->text(), QStringLiteral("kim"));
        QCOMPARE(ledger().size(), 4);
        // The name is in sight on every page.
        for (const PageEntry& entry : pageRegistry()) {
            QVERIFY(m_window->showPage(entry.id));
            QVERIFY(name->isVisible());
        }
    }

    void theEditorsAreAsHighAsTheButtons_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("at");
        QTest::newRow("note") << int(Qt::Key_N) << 0;
        QTest::newRow("gold") << int(Qt::Key_G) << 4;
    }
    void theEditorsAreAsHighAsTheButtons()
    {
        QFETCH(int, key);
        QFETCH(int, at);
        openAll(at);
        auto* bar = page()->findChild<DecisionBar*>();
        for (const int width : {1280, 1000}) {
            m_window->resize(width, 800);
            QTRY_COMPARE(bar->height(), bar->layout()->totalMinimumSize().height());
            QTest::qWait(50);
            const QRect before = bar->geometry();
            const QRect image = page()->findChild<ImageView*>()->geometry();
            press(key);
            QVERIFY(bar->editor() != DecisionBar::Editor::None);
            QTest::qWait(50);
            QCOMPARE(bar->geometry(), before);
            QCOMPARE(page()->findChild<ImageView*>()->geometry(), image);
            // The field itself is whole.
            QWidget* field = QApplication::focusWidget();
            QVERIFY(bar->rect().contains(QRect(field->mapTo(bar, QPoint()), field->size())));
            QVERIFY(field->height() >= QFontMetrics(field->font()).height() + 8);
            press(Qt::Key_Escape);
            QCOMPARE(bar->editor(), DecisionBar::Editor::None);
            QTest::qWait(50);
            QCOMPARE(bar->geometry(), before);
        }
    }

    void aTextOnlySampleHasNoEmptyCanvas()
    {
        openAll(7);
        auto* image = page()->findChild<ImageView*>();
        auto* options = page()->findChild<OptionsPanel*>();
        QVERIFY(image->isVisible());
        const int height = options->height();
        const QFont font = page()->findChild<QLabel*>(QStringLiteral("question"))->font();
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(8));
        QTest::qWait(50);
        QVERIFY(!image->isVisible());
        QVERIFY(options->height() > height + 100);
        QVERIFY(
            page()->findChild<QLabel*>(QStringLiteral("question"))->font().pointSizeF() > font.pointSizeF()
            || page()->findChild<QLabel*>(QStringLiteral("question"))->font().pixelSize() > font.pixelSize());
        press(Qt::Key_Left);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(7));
        QTest::qWait(50);
        QVERIFY(image->isVisible());
        QCOMPARE(options->height(), height);
    }

    void aModelsNameOpensItsSamples()
    {
        openAll();
        auto* table = page()->findChild<QTableView*>(QStringLiteral("responses"));
        const QRect cell = table->visualRect(table->model()->index(0, ResponseModel::ModelColumn));
        // Beside the name: its text is read.
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {cell.right() - 2, cell.center().y()});
        QVERIFY(page()->findChild<QPlainTextEdit*>(QStringLiteral("rawText"))->isVisible());
        QTest::qWait(50);
        QCOMPARE(m_window->currentPage(), QStringLiteral("review"));
        const QRect again = table->visualRect(table->model()->index(0, ResponseModel::ModelColumn));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {again.left() + 12, again.center().y()});
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("samples"));
        auto* samples = static_cast<SamplesPage*>(m_window->page(QStringLiteral("samples")));
        QTRY_COMPARE(samples->model()->rowCount(), 8); // of ten: two texts nobody answered
        m_window->showPage(QStringLiteral("review"));
        QCOMPARE(page()->shownSample(), m_ids.at(0));
    }

    void cellsStandUnderTheirHeaders()
    {
        openAll();
        auto* table = page()->findChild<QTableView*>(QStringLiteral("responses"));
        const QImage picture = table->grab().toImage();
        // The first column that differs from the ground, in the header and in the first row.
        const auto inkOf = [&](const QRect& where) {
            const QColor paper = picture.pixelColor(where.left() + 1, where.center().y());
            for (int x = where.left() + 2; x < where.right(); ++x) {
                for (int y = where.top() + 5; y < where.bottom() - 5; ++y) {
                    if (qAbs(picture.pixelColor(x, y).lightness() - paper.lightness()) > 60) {
                        return x - where.left();
                    }
                }
            }
            return -1;
        };
        const int top = table->horizontalHeader()->height();
        for (const int column : {ResponseModel::ModelColumn, ResponseModel::AnswerColumn}) {
            const int left = table->columnViewportPosition(column);
            const int width = table->columnWidth(column);
            const int header = inkOf(QRect(left, 0, width, top));
            const int cell = inkOf(QRect(left, top, width, table->rowHeight(0)));
            QVERIFY2(header >= 0 && qAbs(header - cell) <= 2,
                qPrintable(QStringLiteral("%1: %2, %3").arg(column).arg(header).arg(cell)));
        }
    }

    void theKeysAreAllReadable_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QSize>("size");
        for (const PageEntry& entry : pageRegistry()) {
            QTest::newRow(qPrintable(entry.id)) << entry.id << QSize(1280, 800);
        }
        QTest::newRow("smallest") << QStringLiteral("review") << QSize(960, 600);
    }
    void theKeysAreAllReadable()
    {
        QFETCH(QString, page);
        QFETCH(QSize, size);
        m_window->resize(size);
        QVERIFY(m_window->showPage(page));
        auto* overlay = m_window->findChild<KeyOverlay*>();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QVERIFY(overlay->isVisible());
        QVERIFY(overlay->placed().size() > 10);
        QVERIFY(overlay->rect().contains(overlay->box()));
        const QFontMetrics metrics(Theme::instance().font(TextSize::Body));
        for (const KeyOverlay::Placed& placed : overlay->placed()) {
            const QRect needed = metrics.boundingRect(
                QRect(0, 0, placed.rect.width(), 10000), Qt::TextWordWrap, placed.text);
            QVERIFY2(needed.width() <= placed.rect.width() && needed.height() <= placed.rect.height(),
                qPrintable(placed.text));
            QVERIFY2(
                placed.rect.left() >= overlay->box().left() && placed.rect.right() <= overlay->box().right(),
                qPrintable(placed.text));
            QVERIFY2(placed.rect.bottom() - overlay->overflow() <= overlay->box().bottom(),
                qPrintable(placed.text));
        }
        if (size.width() == 1280) {
            QCOMPARE(overlay->overflow(), 0);
        }
        QTest::keyClick(overlay, Qt::Key_Escape);
        QVERIFY(!overlay->isVisible());
    }

    void popupsShowTheirChoicesWhole()
    {
        QComboBox box;
        const QString longest = QStringLiteral("A choice that is longer than the box that it is chosen in");
        box.addItems({QStringLiteral("A"), longest});
        box.setFixedWidth(80);
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        QTest::mouseClick(&box, Qt::LeftButton);
        QTRY_VERIFY(box.view()->isVisible());
        QVERIFY(box.view()->viewport()->width() >= box.view()->sizeHintForColumn(0));
        QVERIFY(box.view()->sizeHintForColumn(0) >= QFontMetrics(box.font()).horizontalAdvance(longest));
        box.hidePopup();
    }
};

QTEST_MAIN(TestReviewWindow)
#include "tst_reviewwindow.moc"
