// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/savedmapping.h"
#include "core/store/importstore.h"
#include "core/store/stepstore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/importpage.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/mappingform.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTextDocument>
#include <QToolButton>
#include <QWheelEvent>

using namespace winnow;

/// The form of the Import page, by mouse and keyboard.
class TestImportForm : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_window.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        const QString path = m_folder->filePath(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(Project::create(path));
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        m_window->openProject(path, QStringLiteral("import"));
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("import"));
        m_page = static_cast<ImportPage*>(m_window->page(QStringLiteral("import")));
    }
    void cleanup() { m_window.reset(); }

    void aResponsesFileShowsWhatWouldBeStored()
    {
        importSamples();
        choose(responses());
        auto* table = preview();
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        const auto at = [&](int row, const QString& title) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                if (table->model()->headerData(column, Qt::Horizontal).toString() == title) {
                    return table->model()->index(row, column).data().toString();
                }
            }
            return QString(QStringLiteral("no column ") + title);
        };
        QCOMPARE(at(0, QStringLiteral("Sample")), QStringLiteral("1"));
        QCOMPARE(at(0, QStringLiteral("Model")), QStringLiteral("m1"));
        QCOMPARE(at(0, QStringLiteral("Attempt")), QStringLiteral("1"));
        QCOMPARE(at(0, QStringLiteral("Reply")), QStringLiteral("The answer is A."));
        QCOMPARE(at(0, QStringLiteral("Read as")), QStringLiteral("A"));
        QCOMPARE(at(0, QStringLiteral("Score")), QStringLiteral("1"));
        QCOMPARE(at(2, QStringLiteral("Condition")), QStringLiteral("Blind"));
        QVERIFY2(at(3, QStringLiteral("Read as")).contains(QStringLiteral("key of a sample of Fruit")),
            qPrintable(at(3, QStringLiteral("Read as"))));
        QCOMPARE(count(), 0);
    }

    void wordsForConditionsAreMappedAndThePreviewFollows()
    {
        importSamples();
        choose(responses());
        auto* box = field<QComboBox>(QStringLiteral("condition-eyes shut"));
        QTRY_VERIFY((box = field<QComboBox>(QStringLiteral("condition-eyes shut"))));
        QCOMPARE(box->currentText(), QStringLiteral("Standard"));
        QTRY_VERIFY(field<QComboBox>(QStringLiteral("condition-blind")));
        QCOMPARE(column(QStringLiteral("Condition")).at(1), QStringLiteral("Standard"));
        reach(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), QStringLiteral("Blind"));
        QTRY_COMPARE(column(QStringLiteral("Condition")).value(1), QStringLiteral("Blind"));
        // The form keeps the focus while the page works out what follows.
        QTest::qWait(400);
        QCOMPARE(field<QComboBox>(QStringLiteral("condition-eyes shut")), box);
        QVERIFY(box->hasFocus());
        click(field<QPushButton>(QStringLiteral("importFile")));
        QTRY_COMPARE_WITH_TIMEOUT(count(), 3, 20000);
        const auto runs = m_window->context().project()->read(
            [](sqlite::Connection& c) { return ResponseStore(c).runs().size(); });
        QCOMPARE(runs.value_or(-1), qsizetype(2));
    }

    void aMappingIsSavedAndUsedAgain()
    {
        importSamples();
        const QByteArray rows("nr,who,answered\n1,internal-7,apple\n2,internal-7,lime\n3,inner-8,lime\n");
        choose(write(QStringLiteral("monday.csv"), rows));
        QTRY_VERIFY(field<QComboBox>(QStringLiteral("role"))->isVisible() && !m_page->isBusy());
        chooseColumn(QStringLiteral("field-index"), QStringLiteral("nr"));
        auto* role = field<QComboBox>(QStringLiteral("role"));
        role->setFocus();
        QTest::keyClick(role, Qt::Key_Down);
        QTRY_VERIFY(field<QComboBox>(QStringLiteral("field-model")) && !m_page->isBusy());
        chooseColumn(QStringLiteral("field-index"), QStringLiteral("nr"));
        chooseColumn(QStringLiteral("field-model"), QStringLiteral("who"));
        chooseColumn(QStringLiteral("field-response"), QStringLiteral("answered"));
        QTRY_VERIFY(field<QComboBox>(QStringLiteral("model-internal-7")));
        QTRY_VERIFY(!m_page->isBusy());
        auto* name = field<QComboBox>(QStringLiteral("model-internal-7"));
        reach(name);
        name->setFocus();
        QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(name, QStringLiteral("Seven B"));
        QTRY_COMPARE(column(QStringLiteral("Model")),
            (QStringList{QStringLiteral("Seven B"), QStringLiteral("Seven B"), QStringLiteral("inner-8")}));
        QVERIFY(name->hasFocus() || name->lineEdit()->hasFocus());
        QLineEdit* setting = field<QLineEdit>(QStringLiteral("setting"));
        reach(setting);
        QTest::keyClicks(setting, QStringLiteral("terse"));
        auto* attempt = field<QLineEdit>(QStringLiteral("attempt"));
        QTest::keyClicks(attempt, QStringLiteral("x3"));
        QCOMPARE(attempt->text(), QStringLiteral("3"));
        QTRY_COMPARE(column(QStringLiteral("Attempt")).value(0), QStringLiteral("3"));
        const QString saved = mappingFolder() + QStringLiteral("/house log.json");
        dialogs::setNextFileName(saved);
        click(field<QPushButton>(QStringLiteral("saveMapping")));
        QTRY_VERIFY(QFile::exists(saved));
        QTRY_VERIFY(!m_page->isBusy());
        click(field<QPushButton>(QStringLiteral("leaveOut")));

        // Another file of the kind takes it from the menu, and "guess anew" takes it away.
        choose(write(QStringLiteral("tuesday.csv"), rows));
        QTRY_VERIFY(!m_page->isBusy() && field<QComboBox>(QStringLiteral("role"))->isVisible());
        pickMapping(QStringLiteral("house log"));
        QTRY_COMPARE(column(QStringLiteral("Model")).value(0), QStringLiteral("Seven B"));
        QCOMPARE(column(QStringLiteral("Setting of the run")).value(0), QStringLiteral("terse"));
        pickMapping(QStringLiteral("Guess anew"));
        QTRY_VERIFY(!column(QStringLiteral("Model")).contains(QStringLiteral("Seven B")));
        QTRY_VERIFY(!m_page->isBusy());
        dialogs::setNextFileName(saved);
        pickMapping(QStringLiteral("From a file…"));
        QTRY_COMPARE(column(QStringLiteral("Model")).value(0), QStringLiteral("Seven B"));
        QTRY_VERIFY(!m_page->isBusy());
        click(field<QPushButton>(QStringLiteral("importFile")));
        QTRY_COMPARE_WITH_TIMEOUT(count(), 3, 20000);
        const auto runs = m_window->context().project()->read(
            [](sqlite::Connection& c) { return ResponseStore(c).runs(); });
        QVERIFY(runs);
        QStringList told;
        for (const Run& run : *runs) {
            told.append(run.model + u' ' + run.setting);
        }
        told.sort();
        QCOMPARE(told, (QStringList{QStringLiteral("Seven B terse"), QStringLiteral("inner-8 terse")}));
        // A file that is none is refused in words.
        choose(write(QStringLiteral("wednesday.csv"), rows));
        QTRY_VERIFY(!m_page->isBusy() && field<QPushButton>(QStringLiteral("saveMapping"))->isVisible());
        dialogs::setNextFileName(responses());
        pickMapping(QStringLiteral("From a file…"));
        QTRY_VERIFY2(m_window->messageText().contains(QStringLiteral("is no saved mapping")),
            qPrintable(m_window->messageText()));
    }

    void aColumnChosenForTheReplyIsWhatIsImported()
    {
        importSamples();
        const QString file = write(QStringLiteral("odd.csv"),
            "id,model,condition,wording\n1,m1,standard,The answer is A.\n2,m1,standard,C\n");
        choose(file);
        auto* import = field<QPushButton>(QStringLiteral("importFile"));
        auto* notes = field<QLabel>(QStringLiteral("planNotes"));
        QTRY_VERIFY(field<QComboBox>(QStringLiteral("role"))->isVisible());
        auto* role = field<QComboBox>(QStringLiteral("role"));
        role->setFocus();
        while (role->currentText() != QStringLiteral("Model responses")) {
            QTest::keyClick(role, Qt::Key_Down);
        }
        QTRY_VERIFY2(notes->text().contains(QStringLiteral("no column with a model's reply")),
            qPrintable(notes->text()));
        QVERIFY(!import->isEnabled());
        auto* reply = field<QComboBox>(QStringLiteral("field-response"));
        QVERIFY(reply && reply->isEnabled());
        reach(reply);
        reply->setFocus();
        while (reply->currentText() != QStringLiteral("wording")) {
            QTest::keyClick(reply, Qt::Key_Down);
        }
        QTRY_VERIFY(import->isEnabled());
        QTRY_COMPARE(
            column(QStringLiteral("Read as")), (QStringList{QStringLiteral("A"), QStringLiteral("C")}));
        click(import);
        QTRY_COMPARE_WITH_TIMEOUT(count(), 2, 20000);
    }

    void columnsWithoutAUsualNameAreChosen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("chosen");
        QTest::addColumn<QString>("stored");
        QTest::newRow("steps") << QByteArray("id,question,answer,whole,piece\n1,How many?,4,,\n"
                                             "2,Where?,left,1,find it\n3,Which?,red,2,name it\n")
                               << QStringList{QStringLiteral("parent=whole"), QStringLiteral("step=piece")}
                               << QStringLiteral("2<1:find it 3<2:name it");
        QTest::newRow("ratings") << QByteArray(
            "id,model,response,worth,surprise\n1,m1,A,0.5,-1\n2,m1,C,0.25,-2\n")
                                 << QStringList{QStringLiteral("verifier=worth"),
                                        QStringLiteral("logprob=surprise")}
                                 << QStringLiteral("1:0.5/-1 2:0.25/-2");
    }
    void columnsWithoutAUsualNameAreChosen()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, chosen);
        QFETCH(QString, stored);
        importSamples();
        choose(write(QStringLiteral("odd.csv"), bytes));
        for (const QString& each : chosen) {
            const QString name = QStringLiteral("field-") + each.section(u'=', 0, 0);
            QTRY_VERIFY(field<QComboBox>(name) && field<QComboBox>(name)->isVisible());
            auto* box = field<QComboBox>(name);
            reach(box);
            box->setFocus();
            const QString column = each.section(u'=', 1);
            for (int row = 0; row < box->count() && box->currentText() != column; ++row) {
                QTest::keyClick(box, Qt::Key_Down);
            }
            QCOMPARE(box->currentText(), column);
        }
        auto* import = field<QPushButton>(QStringLiteral("importFile"));
        QTRY_VERIFY(import->isEnabled());
        click(import);
        const auto told = [&] {
            return m_window->context()
                .project()
                ->read([](sqlite::Connection& c) {
                    QStringList lines;
                    for (const Dataset& dataset : DatasetStore(c).all()) {
                        for (const SampleStep& step : StepStore(c).ofDataset(dataset.id)) {
                            lines.append(step.sourceIndex + u'<' + step.parent + u':' + step.step);
                        }
                        for (const SampleId id : SampleStore(c).idsOf(dataset.id)) {
                            for (const auto& [run, response] : ResponseStore(c).ofSample(id)) {
                                lines.append(QStringLiteral("%1:%2/%3")
                                                 .arg(SampleStore(c).byId(id)->sourceIndex)
                                                 .arg(response.verifier.value_or(-9))
                                                 .arg(response.logProbability.value_or(-9)));
                            }
                        }
                    }
                    return lines.join(u' ');
                })
                .value_or(QString());
        };
        QTRY_COMPARE_WITH_TIMEOUT(told(), stored, 20000);
    }

    void aRefusedFileLeavesThePageAsItWas()
    {
        const QString zip
            = write(QStringLiteral("a.zip"), QByteArray("PK\x03\x04", 4) + QByteArray(400, '\0'));
        const QString empty = write(QStringLiteral("empty.jsonl"), {});
        const QString damaged
            = write(QStringLiteral("damaged.json"), "[{\"index\": \"1\", \"question\": \"Whi");
        for (const QString& file : {zip, empty, damaged}) {
            choose(file);
            QTRY_VERIFY2(m_window->messageText().contains(QFileInfo(file).fileName()), qPrintable(file));
            QTRY_VERIFY(!m_page->isBusy());
            QVERIFY(!field<QListWidget>(QStringLiteral("importFiles"))->isVisible());
            QVERIFY(!field<QWidget>(QStringLiteral("mappingForm"))->isVisible());
            QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
            QCOMPARE(m_window->currentPage(), QStringLiteral("overview"));
            QVERIFY2(m_window->messageText().isEmpty(), qPrintable(m_window->messageText()));
            QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        }
        m_page->filesDropped({zip, empty});
        QTRY_VERIFY2(m_window->messageText().contains(QStringLiteral("2 files cannot be imported")),
            qPrintable(m_window->messageText()));
        QVERIFY(m_window->messageText().contains(QStringLiteral("a.zip")));
        // Beside a good one, that one is shown.
        choose(samples());
        auto* list = field<QListWidget>(QStringLiteral("importFiles"));
        QTRY_VERIFY(list->isVisible());
        m_page->filesDropped({damaged});
        QTRY_VERIFY(m_window->messageText().contains(QStringLiteral("damaged.json")));
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(field<QPushButton>(QStringLiteral("importFile"))->isEnabled());
        QTRY_COMPARE(preview()->model()->rowCount(), 3);
        click(field<QPushButton>(QStringLiteral("leaveOut")));
        QTRY_VERIFY(!list->isVisible());
    }

    void noTextNamesAnOptionOfTheCommandLine()
    {
        QFile picture(m_folder->filePath(QStringLiteral("p.png")));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("\x89PNG\r\n\x1a\n0000");
        picture.close();
        QDir(m_folder->path()).mkdir(QStringLiteral("outside"));
        importSamples();
        const QStringList files{
            picture.fileName(),
            write(QStringLiteral("eval.eval"), QByteArray("PK\x03\x04_journal/", 13)),
            write(QStringLiteral("keyless.jsonl"),
                "{\"id\": \"zz9\", \"model\": \"m\", \"response\": \"A\"}\n"),
            write(QStringLiteral("broken.jsonl"), "{\"question\": 1\n{\"question\n"),
            write(QStringLiteral("blind.jsonl"),
                "{\"id\": \"1\", \"response\": \"I do not know\"}\n{\"id\": \"2\", \"response\": \"C\"}\n"),
            write(QStringLiteral("key.jsonl"),
                "{\"id\": \"1\", \"answer\": \"A\"}\n{\"id\": \"2\", \"answer\": \"B\"}\n"
                "{\"id\": \"3\", \"answer\": \"C\"}\n"),
            write(QStringLiteral("other.tsv"),
                "index\tquestion\tanswer\timage\n1\tHow many birds?\t4\t../x.png\n2\tHow many "
                "cats?\t5\tno.png\n"),
            responses(),
        };
        for (const QString& file : files) {
            choose(file);
            QTRY_VERIFY(!m_page->isBusy());
            collect();
            auto* import = field<QPushButton>(QStringLiteral("importFile"));
            if (import->isVisible() && import->isEnabled()) {
                click(import);
                QTRY_VERIFY_WITH_TIMEOUT(!m_page->isBusy(), 20000);
                collect();
            }
        }
        QVERIFY(m_texts.size() > 60);
        for (const QString& text : std::as_const(m_texts)) {
            QVERIFY2(!text.contains(QStringLiteral("--")) && !text.contains(QStringLiteral("winnow-cli")),
                qPrintable(text));
        }
    }

    void fieldsAreAlignedAndThePreviewIsInView_data()
    {
        QTest::addColumn<bool>("ofResponses");
        QTest::newRow("samples") << false;
        QTest::newRow("responses") << true;
    }
    void fieldsAreAlignedAndThePreviewIsInView()
    {
        QFETCH(bool, ofResponses);
        if (ofResponses) {
            importSamples();
        }
        choose(ofResponses ? responses() : samples());
        QTRY_VERIFY(preview()->model()->rowCount() > 0);
        QTRY_VERIFY(!m_page->isBusy());
        QTest::qWait(50);
        QSet<int> lefts;
        QSet<int> widths;
        int fields = 0;
        for (QWidget* each : m_page->findChildren<QWidget*>()) {
            const QString name = each->objectName();
            const bool ours = name.startsWith(QStringLiteral("field-"))
                || name.startsWith(QStringLiteral("condition"))
                || QStringList{QStringLiteral("role"), QStringLiteral("dataset"), QStringLiteral("model"),
                    QStringLiteral("images"), QStringLiteral("capability")}
                       .contains(name);
            if (ours && each->isVisible()) {
                lefts.insert(each->mapTo(m_page, QPoint()).x());
                widths.insert(each->width());
                ++fields;
            }
        }
        QVERIFY(fields > 10);
        QCOMPARE(lefts.size(), qsizetype(1));
        QCOMPARE(widths.size(), qsizetype(1));
        const QRect table(preview()->mapTo(m_window.get(), QPoint()), preview()->size());
        QVERIFY2(m_window->rect().contains(table), "the preview must be in view");
        QTRY_VERIFY2(preview()->viewport()->visibleRegion().boundingRect().height() >= 120,
            qPrintable(QStringLiteral("%1 of %2 at %3, window %4")
                           .arg(preview()->viewport()->visibleRegion().boundingRect().height())
                           .arg(preview()->height())
                           .arg(table.y())
                           .arg(m_window->height())));
    }

    void severalColumnsAreCheckedInAMenu()
    {
        choose(samples());
        QTRY_VERIFY(preview()->model()->rowCount() > 0);
        auto* box = field<QComboBox>(QStringLiteral("field-options"));
        QVERIFY(box);
        QCOMPARE(box->currentText(), QStringLiteral("A, B, C"));
        reach(box);
        QTest::mouseClick(box, Qt::LeftButton);
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())));
        for (QAction* action : menu->actions()) {
            if (action->text() == QStringLiteral("C")) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
        }
        QTRY_COMPARE(box->currentText(), QStringLiteral("A, B"));
        QTRY_VERIFY(column(QStringLiteral("Options")).value(0) == QStringLiteral("apple | banana"));
    }

    void theWheelScrollsAndChangesNothing()
    {
        importSamples();
        choose(responses());
        QTRY_VERIFY(preview()->model()->rowCount() > 0);
        for (QComboBox* box : m_page->findChildren<QComboBox*>()) {
            if (!box->isVisible() || box->count() < 2) {
                continue;
            }
            const QString before = box->currentText();
            QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(box, &wheel);
            QVERIFY2(box->currentText() == before, qPrintable(box->objectName()));
        }
    }

    void everyFieldReachesTheProject()
    {
        choose(samples());
        QTRY_VERIFY(preview()->model()->rowCount() > 0);
        auto* dataset = field<QComboBox>(QStringLiteral("dataset"));
        auto* capability = field<QLineEdit>(QStringLiteral("capability"));
        auto* images = field<QLineEdit>(QStringLiteral("images"));
        QTest::mouseClick(dataset->lineEdit(), Qt::LeftButton);
        QTest::keyClick(dataset->lineEdit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dataset->lineEdit(), QStringLiteral("Basket"));
        QTest::keyClick(dataset->lineEdit(), Qt::Key_Tab);
        QTRY_VERIFY(capability->hasFocus());
        QTest::keyClicks(capability, QStringLiteral("counting"));
        dialogs::setNextFileName(m_folder->path());
        click(field<QToolButton>(QStringLiteral("browseImages")));
        QCOMPARE(images->text(), m_folder->path());
        auto* import = field<QPushButton>(QStringLiteral("importFile"));
        QTRY_VERIFY(import->isEnabled() && !m_page->isBusy());
        import->setFocus();
        QTest::keyClick(import, Qt::Key_Space);
        const auto stored = [&] {
            return m_window->context()
                .project()
                ->read([](sqlite::Connection& c) {
                    QStringList found;
                    for (const Dataset& each : DatasetStore(c).all()) {
                        found.append(each.name);
                    }
                    return found;
                })
                .value_or(QStringList());
        };
        QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringList{QStringLiteral("Basket")}, 20000);
        const auto sample = m_window->context().project()->read(
            [](sqlite::Connection& c) { return SampleStore(c).byKey(QStringLiteral("Basket/1")); });
        QVERIFY(sample && *sample);
        QCOMPARE((*sample)->capability, QStringLiteral("counting"));
        // Then its samples are one click away.
        auto* open = field<QPushButton>(QStringLiteral("openImported"));
        QTRY_VERIFY(open->isVisible());
        click(open);
        QCOMPARE(m_window->currentPage(), QStringLiteral("samples"));
    }

    void theWordsOfAFileHaveRoomInEveryScript()
    {
        choose(write(QStringLiteral("과일 문제.tsv"),
            "index\tquestion\tA\tB\tanswer\n1\t무엇이 빨간가?\t사과\t바나나\tA\n2\t무엇이 "
            "노란가?\t사과\t바나나\tB\n"));
        auto* list = field<QListWidget>(QStringLiteral("importFiles"));
        QTRY_VERIFY(list->isVisible());
        QTextDocument shown;
        shown.setDefaultFont(list->font());
        shown.setDocumentMargin(0);
        shown.setPlainText(list->item(0)->text());
        QVERIFY2(list->visualItemRect(list->item(0)).height() >= int(shown.size().height()),
            "both lines must fit in the row");
    }

private:
    /// From the menu of saved mappings.
    void pickMapping(const QString& title)
    {
        for (QAction* action : field<QPushButton>(QStringLiteral("savedMappings"))->menu()->actions()) {
            if (action->text() == title) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(title));
    }
    /// By the keyboard.
    void chooseColumn(const QString& name, const QString& column)
    {
        auto* box = field<QComboBox>(name);
        QVERIFY(box && box->isVisible());
        reach(box);
        box->setFocus();
        for (int i = 0; i < box->count() && box->currentText() != column; ++i) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(box->currentText(), column);
    }
    template <typename Widget> Widget* field(const QString& name) const
    {
        return m_page->findChild<Widget*>(name);
    }
    QTableView* preview() const { return field<QTableView>(QStringLiteral("importPreview")); }
    /// Scrolls there, as a person would.
    void reach(QWidget* widget) const
    {
        for (QWidget* up = widget->parentWidget(); up; up = up->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(up)) {
                area->ensureWidgetVisible(widget);
            }
        }
        QCoreApplication::processEvents();
    }
    void click(QWidget* widget) const
    {
        QVERIFY(widget && widget->isVisible() && widget->isEnabled());
        reach(widget);
        QTest::mouseMove(widget);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void choose(const QString& file)
    {
        dialogs::setNextFileName(file);
        click(field<QPushButton>(QStringLiteral("chooseFiles")));
    }
    QStringList column(const QString& title) const
    {
        QStringList texts;
        const QAbstractItemModel* model = preview()->model();
        for (int at = 0; at < model->columnCount(); ++at) {
            for (int row = 0;
                 row < model->rowCount() && model->headerData(at, Qt::Horizontal).toString() == title;
                 ++row) {
                texts.append(model->index(row, at).data().toString());
            }
        }
        return texts;
    }
    int count() const
    {
        return int(m_window->context()
                       .project()
                       ->read([](sqlite::Connection& c) { return ResponseStore(c).count(); })
                       .value_or(-1));
    }
    /// Everything that is shown now.
    void collect()
    {
        m_texts.insert(m_window->messageText());
        for (QWidget* each : m_page->findChildren<QWidget*>()) {
            if (!each->isVisible()) {
                continue;
            }
            m_texts.insert(each->toolTip());
            if (auto* label = qobject_cast<QLabel*>(each)) {
                m_texts.insert(label->text());
            } else if (auto* button = qobject_cast<QAbstractButton*>(each)) {
                m_texts.insert(button->text());
            } else if (auto* view = qobject_cast<QAbstractItemView*>(each); view && view->model()) {
                for (int row = 0; row < view->model()->rowCount(); ++row) {
                    for (int at = 0; at < view->model()->columnCount(); ++at) {
                        m_texts.insert(view->model()->index(row, at).data().toString());
                    }
                }
            }
        }
    }
    QString samples()
    {
        return write(QStringLiteral("Fruit.tsv"),
            "index\tquestion\tA\tB\tC\tanswer\tcategory\n"
            "1\tWhich is red?\tapple\tbanana\tlime\tA\tcolour\n"
            "2\tWhich is yellow?\tapple\tbanana\tlime\tB\tcolour\n"
            "3\tWhich is green?\tapple\tbanana\tlime\tC\tcolour\n");
    }
    QString responses()
    {
        return write(QStringLiteral("answers.jsonl"),
            "{\"id\": \"1\", \"model\": \"m1\", \"condition\": \"standard\", \"response\": \"The answer is "
            "A.\"}\n"
            "{\"id\": \"2\", \"model\": \"m1\", \"condition\": \"eyes shut\", \"response\": \"C\"}\n"
            "{\"id\": \"3\", \"model\": \"m1\", \"condition\": \"blind\", \"response\": \"C\"}\n"
            "{\"id\": \"77\", \"model\": \"m1\", \"condition\": \"blind\", \"response\": \"C\"}\n");
    }
    void importSamples()
    {
        choose(samples());
        auto* import = field<QPushButton>(QStringLiteral("importFile"));
        QTRY_VERIFY(import->isVisible() && import->isEnabled());
        QTRY_VERIFY(!m_page->isBusy());
        click(import);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_window->context().session()->index() ? m_window->context().session()->index()->size() : 0, 3,
            20000);
        QTRY_VERIFY(!m_page->isBusy());
    }
    QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    ImportPage* m_page = nullptr;
    QSet<QString> m_texts;
};

QTEST_MAIN(TestImportForm)
#include "tst_importform.moc"
