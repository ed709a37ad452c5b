// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/run/detectorregistry.h"
#include "core/export/exporter.h"
#include "core/store/importstore.h"
#include "tests/support/demoproject.h"
#include "tests/support/windowdriver.h"
#include "ui/charts/histogramchart.h"
#include "ui/charts/numbertable.h"
#include "ui/models/tableroles.h"
#include "ui/pages/reviewpage.h"
#include "ui/pages/subsetspage.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace winnow;

/// What the other pages offer: every link, heading, menu entry and field, by mouse and keyboard.
class TestControlsPages : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;
    QString m_project;

    QString page() { return m_driver.window().currentPage(); }
    FilterState* filter() { return m_driver.context().filter(); }
    bool go(const QString& id)
    {
        return m_driver.press(m_driver.find(qPrintable(QStringLiteral("rail-") + id))) && m_driver.settle();
    }
    /// The links of a table, one of each column, lead to as many samples as they say.
    QString wrongLinks(const QString& id, const char* name)
    {
        auto* table = m_driver.find<QTableView>(name);
        int opened = 0;
        for (int column = 0; table && column < table->model()->columnCount(); ++column) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QModelIndex index = table->model()->index(row, column);
                if (!index.data(LinkRole).toBool() && index.data(OpenRole).value<ClickThrough>().isEmpty()) {
                    continue;
                }
                const QString said = index.data().toString();
                for (QWidget* up = table; up; up = up->parentWidget()) {
                    if (auto* area = qobject_cast<QScrollArea*>(
                            up->parentWidget() ? up->parentWidget()->parentWidget() : nullptr)) {
                        const QPoint at = table->viewport()->mapTo(
                            area->widget(), test::WindowDriver::place(table, row, column));
                        area->ensureVisible(at.x(), at.y());
                    }
                }
                test::WindowDriver::clickRow(table, row, column);
                if (!m_driver.settle()) {
                    return QStringLiteral("work without an end");
                }
                if (page() != u"samples") {
                    return QStringLiteral("%1, column %2 opens nothing").arg(said).arg(column);
                }
                bool number = false;
                const int count = QLocale::c().toInt(QString(said).remove(u','), &number);
                const auto shown
                    = m_driver.window().findChild<QTableView*>(QStringLiteral("sampleTable"))->model();
                const bool models
                    = table->model()->headerData(column, Qt::Horizontal).toString() == u"Models";
                if (number && !models && shown->rowCount() != count) {
                    return QStringLiteral("%1, column %2 opens %3")
                        .arg(said)
                        .arg(column)
                        .arg(shown->rowCount());
                }
                ++opened;
                if (!go(id)) {
                    return QStringLiteral("no way back");
                }
                break;
            }
        }
        return opened > 0 ? QString() : QStringLiteral("no links");
    }
    /// All that the menu of a chart offers.
    void copyAndSave(ChartCard* card, const char* name)
    {
        QToolButton* save = nullptr;
        for (auto* each : card->findChildren<QToolButton*>()) {
            save = each->menu() ? each : save;
        }
        const auto choose = [&](const char* entry) {
            return m_driver.choose([&] { QVERIFY(m_driver.press(save)); }, {QString::fromLatin1(entry)});
        };
        QGuiApplication::clipboard()->clear();
        QVERIFY(choose("Copy the numbers"));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
        QVERIFY(choose("Copy the picture"));
        QVERIFY(QGuiApplication::clipboard()->image().width() >= 1200);
        for (const char* suffix : {"PNG", "SVG", "CSV"}) {
            const QString file = m_driver.path(
                QStringLiteral("%1.%2").arg(QLatin1String(name), QString::fromLatin1(suffix).toLower()));
            dialogs::setNextFileName(file);
            QVERIFY(choose(qPrintable(QStringLiteral("Save as %1").arg(QLatin1String(suffix)))));
            QVERIFY(QFileInfo(file).size() > 40);
        }
        const QString printed = m_driver.path(QStringLiteral("%1.pdf").arg(QLatin1String(name)));
        dialogs::setNextFileName(printed);
        QVERIFY(choose("Print"));
        QVERIFY(QFileInfo(printed).size() > 1000);
    }
    /// A click on each heading sorts by it, a second one the other way round.
    QString wrongHeadings(QTableView* table)
    {
        QHeaderView* header = table->horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            if (header->isSectionHidden(column)) {
                continue;
            }
            Qt::SortOrder orders[2];
            for (Qt::SortOrder& order : orders) {
                QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                    {header->sectionViewportPosition(column) + 8, header->height() / 2});
                if (header->sortIndicatorSection() != column) {
                    return header->model()->headerData(column, Qt::Horizontal).toString();
                }
                order = header->sortIndicatorOrder();
            }
            if (orders[0] == orders[1]) {
                return header->model()->headerData(column, Qt::Horizontal).toString();
            }
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        m_project = m_driver.path(QStringLiteral("p.winnow"));
        auto made = test::makeDemoProject(m_project, 80, 6, true);
        QVERIFY_RESULT(made);
        QVERIFY_RESULT(test::choosePolicy(**made, QStringLiteral("strict")));
    }
    void cleanup() { m_driver.close(); }

    void overviewLeadsOn()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("overview")));
        QCOMPARE(wrongLinks(QStringLiteral("overview"), "overviewTable"), QString());
        QVERIFY(m_driver.press(m_driver.find("nextSteps")->findChild<QPushButton*>()));
        QCOMPARE(page(), QStringLiteral("review"));
        QVERIFY(go(QStringLiteral("overview")));
        auto* table = m_driver.find<QTableView>("overviewTable");
        QVERIFY(table->hasFocus());
        QGuiApplication::clipboard()->clear();
        m_driver.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
        m_driver.key(Qt::Key_Tab);
        QVERIFY(!table->hasFocus() || table->currentIndex().column() > 0);
        // One decision more, and the steps after it are offered.
        BulkDecision keep;
        keep.samples = m_driver.context().session()->index()->select({}, SampleSort::Source, false).mid(0, 1);
        keep.action = Action::Keep;
        m_driver.context().desk()->decide(keep);
        for (const char* step : {"Insights", "Export"}) {
            // The steps are made anew when the page is counted: one that goes cannot be pressed.
            bool pressed = false;
            QTRY_VERIFY([&] {
                if (!pressed) {
                    QAbstractButton* found = nullptr;
                    for (auto* each : m_driver.find("nextSteps")->findChildren<QPushButton*>()) {
                        found = each->text() == QLatin1String(step) ? each : found;
                    }
                    pressed = found && m_driver.press(found);
                }
                return pressed;
            }());
            QCOMPARE(page(), QString::fromLatin1(step).toLower());
            QVERIFY(go(QStringLiteral("overview")));
        }
    }

    void anEmptyProjectLeadsToImport_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("button");
        for (const auto& [page, button] : {std::pair("overview", "Import files"),
                 std::pair("samples", "Import files"), std::pair("review", "Import a benchmark"),
                 std::pair("audits", "Import a benchmark"), std::pair("insights", "Import a benchmark"),
                 std::pair("subsets", "Import a benchmark"), std::pair("export", "Import a benchmark")}) {
            QTest::newRow(page) << QString::fromLatin1(page) << QString::fromLatin1(button);
        }
    }
    void anEmptyProjectLeadsToImport()
    {
        QFETCH(QString, page);
        QFETCH(QString, button);
        const QString path = m_driver.path(page + QStringLiteral("-empty.winnow"));
        QVERIFY_RESULT(Project::create(path));
        QVERIFY(m_driver.open(path, page));
        QTRY_VERIFY(m_driver.button(button));
        QVERIFY(m_driver.press(button));
        QCOMPARE(this->page(), QStringLiteral("import"));
    }

    void auditsAnswer()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("audits")));
        auto* list = m_driver.find<QAbstractItemView>("detectorList");
        QVERIFY(list->hasFocus());
        QSet<QString> tried;
        bool previewed = false;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            m_driver.key(Qt::Key_Down);
            QVERIFY(m_driver.settle());
            for (const char* table : {"runTable", "verdictTable"}) {
                auto* view = m_driver.find<QTableView>(table);
                if (view && view->model()->rowCount() > 0 && !tried.contains(QString::fromLatin1(table))) {
                    QCOMPARE(wrongHeadings(view), QString());
                    const QString wrong = wrongLinks(QStringLiteral("audits"), table);
                    list->setFocus();
                    if (wrong == u"no links") {
                        continue;
                    }
                    QCOMPARE(wrong, QString());
                    tried.insert(QString::fromLatin1(table));
                }
            }
            // Each parameter is set by key and stands in what is run next.
            for (QWidget* field :
                m_driver.window().page(QStringLiteral("audits"))->findChildren<QWidget*>()) {
                const QString name = field->objectName();
                if (!name.startsWith(u"parameter-") || !field->isVisible() || tried.contains(name)) {
                    continue;
                }
                auto* reset = m_driver.find("resetParameters");
                QVERIFY(!reset->isEnabled());
                field->setFocus();
                for (const int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Space}) {
                    if (!reset->isEnabled()) {
                        QTest::keyClick(field, Qt::Key(key));
                    }
                }
                QVERIFY2(reset->isEnabled(), qPrintable(name));
                QVERIFY(m_driver.settle());
                QVERIFY(m_driver.press(reset));
                QTRY_VERIFY(!reset->isEnabled());
                QVERIFY(m_driver.settle());
                tried.insert(name);
                list->setFocus();
            }
            auto* open = m_driver.find<QPushButton>("openPreview");
            if (open && open->isEnabled() && !previewed) {
                QVERIFY(m_driver.press(open));
                QCOMPARE(page(), QStringLiteral("samples"));
                QVERIFY(filter()->filter().only);
                QVERIFY(go(QStringLiteral("audits")));
                list->setFocus();
                previewed = true;
            }
        }
        QVERIFY(previewed);
        QVERIFY(tried.contains(QStringLiteral("runTable")) && tried.contains(QStringLiteral("verdictTable")));
        QVERIFY(tried.size() > 20);
        auto* preset = m_driver.find<QComboBox>("preset");
        preset->setFocus();
        QTest::keyClick(preset, Qt::Key_Down);
        QVERIFY(preset->currentIndex() > 0);
        QVERIFY(m_driver.settle());
        QTest::keyClick(preset, Qt::Key_Home);
    }

    void auditsOfferMore()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("audits")));
        auto* list = m_driver.find<QAbstractItemView>("detectorList");
        QSet<QString> tried;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            m_driver.key(Qt::Key_Down);
            QVERIFY(m_driver.settle());
            if (auto* precise = m_driver.find("reviewUntilPrecise");
                precise && precise->isEnabled() && !tried.contains(QStringLiteral("precise"))) {
                QVERIFY(m_driver.press(precise));
                QTRY_COMPARE(page(), QStringLiteral("review"));
                QVERIFY(go(QStringLiteral("audits")));
                tried.insert(QStringLiteral("precise"));
                list->setFocus();
            }
            auto* card = m_driver.find<ChartCard>("scoreCard");
            if (card && !tried.contains(QStringLiteral("card"))) {
                QToolButton* save = nullptr;
                for (auto* each : card->findChildren<QToolButton*>()) {
                    save = each->menu() ? each : save;
                }
                const auto choose = [&](const QString& entry) {
                    return m_driver.choose([&] { QVERIFY(m_driver.press(save)); }, {entry});
                };
                QGuiApplication::clipboard()->clear();
                QVERIFY(choose(QStringLiteral("Copy the numbers")));
                QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
                QVERIFY(choose(QStringLiteral("Copy the picture")));
                QVERIFY(!QGuiApplication::clipboard()->image().isNull());
                for (const char* suffix : {"PNG", "SVG", "CSV"}) {
                    const QString file
                        = m_driver.path(QStringLiteral("scores.") + QString::fromLatin1(suffix).toLower());
                    dialogs::setNextFileName(file);
                    QVERIFY(choose(QStringLiteral("Save as ") + QLatin1String(suffix)));
                    QVERIFY(QFileInfo(file).size() > 0);
                }
                const QString printed = m_driver.path(QStringLiteral("scores.pdf"));
                dialogs::setNextFileName(printed);
                QVERIFY(choose(QStringLiteral("Print")));
                QVERIFY(QFileInfo(printed).size() > 0);
                auto* table = card->findChild<QToolButton*>(QStringLiteral("tableButton"));
                QVERIFY(m_driver.press(table));
                QVERIFY(card->showsTable());
                QVERIFY(m_driver.press(table));
                QVERIFY(!card->showsTable());
                tried.insert(QStringLiteral("card"));
                list->setFocus();
            }
            if (auto* preview = m_driver.find<QTableView>("previewTable");
                preview && preview->model()->rowCount() > 0 && !tried.contains(QStringLiteral("preview"))) {
                for (QWidget* up = preview; up; up = up->parentWidget()) {
                    if (auto* area = qobject_cast<QScrollArea*>(up)) {
                        area->ensureWidgetVisible(preview);
                    }
                }
                m_driver.clickRow(preview, 0);
                QTRY_COMPARE(page(), QStringLiteral("samples"));
                QVERIFY(go(QStringLiteral("audits")));
                tried.insert(QStringLiteral("preview"));
                list->setFocus();
            }
        }
        QCOMPARE(tried.size(), 3);
        auto* dataset = m_driver.find<QComboBox>("previewDataset");
        QVERIFY(dataset && dataset->count() > 1);
        const QString before = dataset->currentText();
        dataset->setFocus();
        QTest::keyClick(dataset, dataset->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Home);
        QVERIFY(dataset->currentText() != before);
        QVERIFY(m_driver.settle());
        // The links in the sentences, by Tab and Enter.
        for (const char* name : {"runSummary"}) {
            auto* label = m_driver.find<QLabel>(name);
            QVERIFY(label && label->text().contains(QStringLiteral("href")));
            label->setFocus();
            QTest::keyClick(label, Qt::Key_Tab);
            QTest::keyClick(label, Qt::Key_Return);
            QTRY_COMPARE(page(), QStringLiteral("samples"));
            QVERIFY(go(QStringLiteral("audits")));
        }
    }

    void aFlagsOtherSampleIsVisited()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("review")));
        SampleFilter copies;
        copies.kinds = {QStringLiteral("duplicate_exact")};
        const QVector<SampleId> queue
            = m_driver.context().session()->index()->select(copies, SampleSort::Source, false);
        QVERIFY(!queue.isEmpty());
        auto* review = static_cast<ReviewPage*>(m_driver.window().page(QStringLiteral("review")));
        m_driver.context().openReview(queue.first(), queue, {}, copies.kinds);
        QTRY_COMPARE(review->shownSample(), queue.first());
        QVERIFY(m_driver.settle());
        m_driver.key(Qt::Key_S);
        QTRY_VERIFY(review->shownSample() && review->shownSample() != queue.first());
    }

    void auditsRunByButtonAndKey()
    {
        const QString path = m_driver.path(QStringLiteral("run.winnow"));
        QVERIFY_RESULT(test::makeDemoProject(path, 50, 5, false));
        QVERIFY(m_driver.open(path, QStringLiteral("audits")));
        const auto runs = [this] {
            const auto read = m_driver.context().project()->read(
                [](sqlite::Connection& c) { return FlagStore(c).latestRuns(); });
            QSet<QString> detectors;
            for (const DetectorRun& run : read.value_or(QVector<DetectorRun>())) {
                detectors.insert(run.detector);
            }
            return detectors.size();
        };
        QCOMPARE(runs(), 0);
        auto* list = m_driver.find<QAbstractItemView>("detectorList");
        const auto ready = [&] {
            for (int i = 0; i < 40 && !m_driver.find("runOne")->isEnabled(); ++i) {
                m_driver.key(Qt::Key_Down);
                if (!m_driver.settle()) {
                    return false;
                }
            }
            return true;
        };
        QVERIFY(ready());
        QVERIFY(m_driver.press(m_driver.find("runOne")));
        QVERIFY(m_driver.settle());
        QTRY_COMPARE(runs(), 1);
        list->setFocus();
        m_driver.key(Qt::Key_Down);
        QVERIFY(m_driver.settle() && ready());
        m_driver.key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(m_driver.settle());
        QTRY_COMPARE(runs(), 2);
        m_driver.key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_driver.settle());
        QTRY_VERIFY(runs() > 10);
        QVERIFY(m_driver.press(m_driver.find("runAll")));
        QVERIFY(m_driver.settle());
    }

    void insightsCopyAndSave()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("insights")));
        for (const char* name : {"compositionCard", "reviewCard", "modelsCard", "slopeCard", "scatterCard",
                 "blindCard", "hitsCard", "blindCapabilityCard", "gainCard", "formatCard",
                 "discriminationCard", "discriminationHistogramCard", "spreadCard", "capabilityCard"}) {
            auto* card = m_driver.find<ChartCard>(name);
            copyAndSave(card, name);
            auto* table = card->findChild<QToolButton*>(QStringLiteral("tableButton"));
            QVERIFY(m_driver.press(table));
            QVERIFY(card->showsTable());
            QCOMPARE(wrongHeadings(card->findChild<QTableView*>()), QString());
            card->findChild<QTableView*>()->setObjectName(QStringLiteral("cardTable"));
            // Those of models ask first; the others' numbers are of models, not of samples.
            const QByteArrayList asking{"modelsCard", "slopeCard", "scatterCard"};
            const QByteArrayList without{"gainCard", "spreadCard", "capabilityCard"};
            if (!asking.contains(name) && !without.contains(name)) {
                QCOMPARE(wrongLinks(QStringLiteral("insights"), "cardTable"), QString());
            }
            card->findChild<QTableView*>()->setObjectName(QString());
            QVERIFY(m_driver.press(table));
            QVERIFY(!card->showsTable());
        }
        for (const char* tile : {"keptTile", "rankTile", "blindTile", "discriminationTile"}) {
            if (auto* each = m_driver.find(tile); !each->testAttribute(Qt::WA_TransparentForMouseEvents)) {
                QVERIFY(m_driver.press(each));
                QCOMPARE(page(), QStringLiteral("samples"));
                QVERIFY(go(QStringLiteral("insights")));
            }
        }
    }

    void gapsCopySaveAndSort()
    {
        const QString insights = QStringLiteral("insights");
        QVERIFY(m_driver.open(m_project, insights));
        m_driver.find<QTabBar>("insightsTabs")->setCurrentIndex(1);
        QVERIFY(m_driver.settle());
        for (const char* name :
            {"strategiesCard", "triesCard", "routingCostCard", "solvedCard", "waitCard"}) {
            auto* card = m_driver.find<ChartCard>(name);
            copyAndSave(card, name);
            auto* table = card->findChild<QToolButton*>(QStringLiteral("tableButton"));
            QVERIFY(m_driver.press(table));
            QVERIFY(card->showsTable());
            QCOMPARE(wrongHeadings(card->findChild<QTableView*>()), QString());
            QVERIFY(m_driver.press(table));
            QVERIFY(!card->showsTable());
        }
        for (const char* name :
            {"gapStrategies", "gapTries", "gapVerifiers", "gapModels", "gapRouters", "gapWays"}) {
            QCOMPARE(wrongHeadings(m_driver.find<QTableView>(name)), QString());
        }
        QCOMPARE(wrongLinks(insights, "gapModels"), QString());
    }

    void subsetsCopySaveAndSort()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("subsets")));
        auto* page = m_driver.window().findChild<SubsetsPage*>();
        const auto measured = [&] {
            return QTest::qWaitFor(
                [&] { return !page->subsets()->isMeasuring() && !page->subsets()->choice().keys.isEmpty(); },
                60000);
        };
        QVERIFY(measured());
        auto* card = m_driver.find<ChartCard>("subsetAlike");
        copyAndSave(card, "subsetAlike");
        auto* table = card->findChild<QToolButton*>(QStringLiteral("tableButton"));
        QVERIFY(m_driver.press(table));
        QVERIFY(card->showsTable());
        QCOMPARE(wrongHeadings(card->findChild<QTableView*>()), QString());
        QVERIFY(m_driver.press(table));
        QVERIFY(!card->showsTable());
        page->subsets()->shelf()->save(page->subsets()->choice(), QStringLiteral("core"), false);
        QTRY_VERIFY(m_driver.find<QTableView>("subsetStored"));
        QVERIFY(m_driver.settle() && measured());
        for (const char* name : {"subsetStored", "subsetMethods", "subsetSamples", "subsetScores"}) {
            QCOMPARE(wrongHeadings(m_driver.find<QTableView>(name)), QString());
        }
        QCOMPARE(wrongLinks(QStringLiteral("subsets"), "subsetScores"), QString());
    }

    void everyEntryOfAModelOpensItsSamples_data()
    {
        QTest::addColumn<QString>("entry");
        for (const char* entry : {"Right", "Wrong", "Missing", "Unread", "Answered, but not by all"}) {
            QTest::newRow(entry) << QString::fromLatin1(entry);
        }
    }
    void everyEntryOfAModelOpensItsSamples()
    {
        QFETCH(QString, entry);
        QVERIFY(m_driver.open(m_project, QStringLiteral("insights")));
        auto* chart = m_driver.find("modelsCard")->findChild<Chart*>();
        bool found = false;
        const QVector<ChartMark> marks = chart->marks();
        for (const ChartMark& mark : marks) {
            const bool chosen = mark.isLink()
                && m_driver.choose(
                    [&] {
                        QTest::mouseClick(chart, Qt::LeftButton, {}, mark.where.center().toPoint());
                        QTest::qWait(300);
                    },
                    {entry});
            if (chosen) {
                QCOMPARE(page(), QStringLiteral("samples"));
                QVERIFY(!filter()->filter().only->isEmpty());
                found = true;
                break;
            }
            QVERIFY(go(QStringLiteral("insights")));
        }
        // The demo's models all answered everything readably where no mark has such samples.
        QVERIFY(found || entry == u"Missing" || entry == u"Unread");
    }

    void exportWritesAndShows()
    {
        QVERIFY(m_driver.open(m_project, QStringLiteral("export")));
        for (const char* table : {"dispositionTable", "reasonTable", "datasetTable"}) {
            QVERIFY2(m_driver.find(table), table);
            QCOMPARE(wrongHeadings(m_driver.find<QTableView>(table)), QString());
            QCOMPARE(wrongLinks(QStringLiteral("export"), table), QString());
        }
        auto* dataset = m_driver.find<QComboBox>("datasetPicker");
        dataset->setFocus();
        const QString all = m_driver.find("writtenTile")->accessibleName();
        QTest::keyClick(dataset, Qt::Key_Down);
        QVERIFY(m_driver.settle());
        QTRY_VERIFY(m_driver.find("writtenTile")->accessibleName() != all);
        QTest::keyClick(dataset, Qt::Key_Home);
        QVERIFY(m_driver.settle());
        for (const auto& exporter : exporters()) {
            const QString id = exporter->info().id;
            auto* box = m_driver.find<QCheckBox>(qPrintable(QStringLiteral("format-") + id));
            QVERIFY2(box, qPrintable(id));
            const bool before = box->isChecked();
            QVERIFY(m_driver.press(box));
            // The last one stays ticked.
            QVERIFY(box->isChecked());
            QVERIFY(before || m_driver.press(box));
            QCOMPARE(box->isChecked(), before);
        }
        QVERIFY(m_driver.press(m_driver.find("format-vlmevalkit_tsv")));
        QVERIFY(m_driver.press(m_driver.find("format-jsonl")));
        auto* images = m_driver.find<QComboBox>("images");
        images->setFocus();
        QTest::keyClick(images, Qt::Key_Down);
        QCOMPARE(images->currentIndex(), 1);
        const QString out = m_driver.path(QStringLiteral("out"));
        dialogs::setNextFileName(out);
        QVERIFY(m_driver.press(m_driver.find("browse")));
        QCOMPARE(m_driver.find<QLineEdit>("path")->text(), out);
        QVERIFY(m_driver.press(m_driver.find("tryButton")));
        QTRY_VERIFY(m_driver.find("tried"));
        QTRY_VERIFY(m_driver.find("tryButton")->hasFocus());
        QVERIFY(!QFile::exists(out));
        QVERIFY(m_driver.press(m_driver.find("exportButton")));
        QTRY_VERIFY(m_driver.find("resultCard"));
        QVERIFY(QFile::exists(out + QStringLiteral("/manifest.json")));
        QVERIFY(m_driver.press(QStringLiteral("Show as JSON")));
        QVERIFY(m_driver.find("manifestText"));
        QVERIFY(m_driver.press(QStringLiteral("Show as JSON")));
        QVERIFY(!m_driver.find("manifestText"));
        QVERIFY(m_driver.press(QStringLiteral("Copy manifest")));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("sha256")));
        const QString again = m_driver.path(QStringLiteral("again"));
        dialogs::setNextFileName(again);
        QVERIFY(m_driver.press(m_driver.find("browse")));
        m_driver.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(again + QStringLiteral("/manifest.json")));
        const QString suite = m_driver.path(QStringLiteral("suite"));
        dialogs::setNextFileName(suite);
        QVERIFY(m_driver.press(m_driver.find("suiteBrowse")));
        QCOMPARE(m_driver.find<QLineEdit>("suitePath")->text(), suite);
        auto* budget = m_driver.find<QSpinBox>("suiteBudget");
        budget->setFocus();
        budget->selectAll();
        QTest::keyClicks(budget, QStringLiteral("10"));
        QVERIFY(m_driver.press(m_driver.find("suiteWrite")));
        constexpr int kAuditsMs = 120'000;
        QTRY_VERIFY_WITH_TIMEOUT(m_driver.find("suiteCard"), kAuditsMs);
        QVERIFY(QFile::exists(suite + QStringLiteral("/README.md")));
        QVERIFY(QFile::exists(suite + QStringLiteral("/DatBench-Full/manifest.json")));
        QVERIFY(QFile::exists(suite + QStringLiteral("/DatBench/manifest.json")));
    }

    void importTakesAndLeavesOut()
    {
        const QString path = m_driver.path(QStringLiteral("import.winnow"));
        QVERIFY_RESULT(Project::create(path));
        QVERIFY(m_driver.open(path, QStringLiteral("import")));
        const auto write = [this](const char* name, const QByteArray& bytes) {
            QFile file(m_driver.path(QString::fromLatin1(name)));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                        : QString();
        };
        const QString one = write("one.csv", "index,question,A,B,answer\n1,Which?,apple,pear,A\n2,Broken\n");
        const QString two = write("two.csv", "index,question,A,B,answer\n1,Which?,fig,kiwi,B\n");
        const QString three = write("three.csv", "index,question,A,B,answer\n1,Which?,fig,plum,B\n");
        dialogs::setNextFileNames({one});
        QVERIFY(m_driver.press(QStringLiteral("Choose files…")));
        QTRY_VERIFY(m_driver.find("importFile"));
        dialogs::setNextFileNames({two, three});
        QVERIFY(m_driver.press(m_driver.find("chooseFiles")));
        QVERIFY(m_driver.settle());
        auto* list = m_driver.find<QAbstractItemView>("importFiles");
        QTRY_COMPARE(list->model()->rowCount(), 3);
        list->setFocus();
        m_driver.key(Qt::Key_End);
        QVERIFY(m_driver.settle());
        QVERIFY(m_driver.press(m_driver.find("leaveOut")));
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const QString folder = m_driver.path(QStringLiteral("pictures"));
        m_driver.key(Qt::Key_Home);
        QVERIFY(m_driver.settle());
        dialogs::setNextFileName(folder);
        QVERIFY(m_driver.press(m_driver.find("browseImages")));
        QCOMPARE(m_driver.find<QLineEdit>("images")->text(), folder);
        QVERIFY(m_driver.settle());
        QTRY_VERIFY(m_driver.find("importAll")->isEnabled());
        QVERIFY(m_driver.press(m_driver.find("importAll")));
        QVERIFY(m_driver.settle());
        const auto samples = [this] { return m_driver.context().session()->index()->size(); };
        QTRY_COMPARE(samples(), 2);
        list->setFocus();
        m_driver.key(Qt::Key_Home);
        QTRY_VERIFY(m_driver.find("saveReport"));
        const QString report = m_driver.path(QStringLiteral("report.csv"));
        dialogs::setNextFileName(report);
        QVERIFY(m_driver.press(m_driver.find("saveReport")));
        QTRY_VERIFY(QFileInfo(report).size() > 0);
        QVERIFY(m_driver.press(m_driver.find("openImported")));
        QCOMPARE(page(), QStringLiteral("samples"));
        QCOMPARE(filter()->filter().datasets.size(), 1);
    }
};

QTEST_MAIN(TestControlsPages)
#include "tst_controls_pages.moc"
