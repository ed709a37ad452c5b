// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/curate/projectstats.h"
#include "tests/support/demoproject.h"
#include "tests/support/privatesettings.h"
#include "tests/support/subsets.h"
#include "ui/charts/numbertable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/exportformats.h"
#include "ui/pages/exportpage.h"
#include "ui/pages/exportresultcard.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <sys/stat.h>

using namespace winnow;

class TestExportPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
    }

    void countsBeforeWritingAndOpensThem()
    {
        QVERIFY(makeProject());
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        QCOMPARE(page->findChild<StatTile*>(QStringLiteral("writtenTile"))->value(), QStringLiteral("30"));
        QCOMPARE(page->findChild<StatTile*>(QStringLiteral("droppedTile"))->value(), QStringLiteral("10"));
        auto* reasons = page->findChild<DataTable*>(QStringLiteral("reasonTable"));
        QAbstractItemModelTester tester(
            reasons->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(reasons->model()->rowCount(), 1);
        const QModelIndex count = reasons->model()->index(0, 1);
        QCOMPARE(count.data(NumberTableModel::ValueRole).toInt(), 10);
        const QPoint at = reasons->visualRect(count).center();
        QTest::mouseClick(reasons->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), 10);
    }

    void aSubsetIsWritten()
    {
        QVERIFY(makeProject());
        {
            auto project = Project::open(m_path);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("Other"), 5));
        }
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* samples = page->findChild<QComboBox*>(QStringLiteral("exportSamples"));
        // Nothing to choose between yet.
        QVERIFY(!samples->isVisible());
        const auto mine = window.context().project();
        // 1, 5 and 9 are flagged.
        QVERIFY_RESULT(test::putSubset(*mine, QStringLiteral("core"),
            {SampleId{1}, SampleId{2}, SampleId{3}, SampleId{5}, SampleId{9}, SampleId{11}}, {2}));
        QTRY_VERIFY(samples->isVisible());
        QCOMPARE(samples->currentText(), QStringLiteral("The whole benchmark"));
        QCOMPARE(samples->itemText(1), QStringLiteral("Subset core (6)"));
        samples->setFocus();
        QTest::keyClick(samples, Qt::Key_Down);
        auto* written = page->findChild<StatTile*>(QStringLiteral("writtenTile"));
        QTRY_COMPARE(written->value(), QStringLiteral("3"));
        QCOMPARE(page->findChild<StatTile*>(QStringLiteral("droppedTile"))->value(), QStringLiteral("3"));
        // The dataset that it has nothing of is not written.
        auto* datasets = page->findChild<DataTable*>(QStringLiteral("datasetTable"));
        QCOMPARE(datasets->model()->rowCount(), 1);
        const QString out = m_folder->filePath(QStringLiteral("out"));
        auto* path = page->findChild<QLineEdit*>(QStringLiteral("path"));
        path->setText(out);
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("exportButton")), Qt::LeftButton);
        auto* result = page->findChild<ExportResultCard*>();
        QTRY_VERIFY_WITH_TIMEOUT(result->isVisible(), 20000);
        QFile file(out + QStringLiteral("/manifest.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(
            manifest[QStringLiteral("subset")][QStringLiteral("name")].toString(), QStringLiteral("core"));
        QVERIFY(manifest[QStringLiteral("subset")][QStringLiteral("weighted")].toBool());
        QCOMPARE(manifest[QStringLiteral("samples")][QStringLiteral("total")].toInt(), 6);
        QStringList rows;
        for (const auto* table : result->findChildren<DataTable*>()) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                rows.append(table->model()->index(row, 0).data().toString() + u'='
                    + table->model()->index(row, 1).data().toString());
            }
        }
        QVERIFY2(rows.contains(QStringLiteral("Subset=core: 6 samples with weights")),
            qPrintable(rows.join(u'\n')));
        QVERIFY(rows.contains(QStringLiteral("Subset chosen by=random, budget 6, seed 11")));
        // A subset without samples here leaves nothing to write, and the page says so.
        QVERIFY_RESULT(test::putSubset(*mine, QStringLiteral("core"), {}));
        QTRY_COMPARE(samples->itemText(1), QStringLiteral("Subset core (0)"));
        QTRY_VERIFY(!written->isVisible());
        QVERIFY_RESULT(test::removeSubset(*mine, QStringLiteral("core")));
        QTRY_VERIFY(written->isVisible());
        QTRY_COMPARE(written->value(), QStringLiteral("35"));
        QVERIFY(!samples->isVisible());
    }

    void writesFilesAndShowsTheManifest_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("JSON Lines") << QStringLiteral("jsonl") << QStringLiteral("jsonl");
        QTest::newRow("VLMEvalKit") << QStringLiteral("vlmevalkit_tsv") << QStringLiteral("tsv");
    }
    void writesFilesAndShowsTheManifest()
    {
        QFETCH(QString, format);
        QFETCH(QString, suffix);
        QVERIFY(makeProject());
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        page->findChild<ExportFormats*>()->choose({format});
        const QString out = m_folder->filePath(QStringLiteral("out"));
        dialogs::setNextFileName(out);
        page->findChild<QPushButton*>(QStringLiteral("browse"))->click();
        QCOMPARE(page->outPath(), out);
        page->findChild<QPushButton*>(QStringLiteral("exportButton"))->click();
        auto* result = page->findChild<QWidget*>(QStringLiteral("resultCard"));
        QTRY_VERIFY(result->isVisible());

        const QString data = out + QStringLiteral("/Set.") + suffix;
        QVERIFY(QFile::exists(data));
        QFile file(out + QStringLiteral("/manifest.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray manifestBytes = file.readAll();
        const QJsonObject manifest = QJsonDocument::fromJson(manifestBytes).object();
        const QJsonObject samples = manifest.value(QStringLiteral("samples")).toObject();
        QCOMPARE(samples.value(QStringLiteral("exported")).toInt(), 30);
        QCOMPARE(samples.value(QStringLiteral("total")).toInt(), 40);
        QCOMPARE(manifest.value(QStringLiteral("format")).toString(), format);
        QCOMPARE(manifest.value(QStringLiteral("files"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("sha256"))
                     .toString(),
            QString::fromLatin1(sha256OfFile(data)->toHex()));
        // What is shown is what was written.
        QCOMPARE(page->findChild<QPlainTextEdit*>(QStringLiteral("manifestText"))->toPlainText().trimmed(),
            QString::fromUtf8(manifestBytes).trimmed());
        QVERIFY(manifestTable(manifest).rows.size() >= 10);
        QVERIFY(window.messageText().contains(out));
        const auto stats
            = (*window.context().project()).read([](sqlite::Connection& c) { return ProjectStats::read(c); });
        QCOMPARE(stats->exports, 1);
    }

    void saysWhatIsReviewedBeforeItDropsAny()
    {
        QVERIFY(makeProject());
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* reviewed = page->findChild<StatTile*>(QStringLiteral("reviewedTile"));
        QVERIFY(reviewed->isVisible());
        QCOMPARE(reviewed->value(), QStringLiteral("0 of 10 flagged samples"));
        QCOMPARE(reviewed->detail(), QStringLiteral("10 are dropped on flags that nobody confirmed"));
        QTest::mouseMove(reviewed);
        QTest::mouseClick(reviewed, Qt::LeftButton);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), 10);
        QCOMPARE(listTitle(window), QStringLiteral("Dropped on flags that nobody confirmed"));

        for (const auto& [name, count] : {std::pair("writtenTile", 30), std::pair("droppedTile", 10)}) {
            QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("export"));
            QTest::mouseClick(page->findChild<StatTile*>(QLatin1String(name)), Qt::LeftButton);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
            QCOMPARE(window.context().filter()->filter().only->size(), count);
        }
        // What is written of a dataset, and all of it.
        auto* datasets = page->findChild<DataTable*>(QStringLiteral("datasetTable"));
        for (const auto& [column, count] : {std::pair(1, 30), std::pair(2, 40)}) {
            QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("export"));
            QTest::mouseClick(datasets->viewport(), Qt::LeftButton, {},
                datasets->visualRect(datasets->model()->index(0, column)).center());
            QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
            QCOMPARE(window.context().filter()->filter().only->size(), count);
        }

        // A person's word is no unconfirmed flag.
        const SampleId first = window.context().filter()->filter().only->first();
        BulkDecision drop;
        drop.samples = {first};
        drop.action = Action::Drop;
        window.context().desk()->decide(drop);
        QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(reviewed->value(), QStringLiteral("1 of 10 flagged samples"));
        QTRY_COMPARE(reviewed->detail(), QStringLiteral("9 are dropped on flags that nobody confirmed"));
        QCOMPARE(page->findChild<StatTile*>(QStringLiteral("droppedTile"))->value(), QStringLiteral("10"));

        // A policy that keeps them drops none, and the number opens what is left to review.
        auto* policy = page->findChild<QComboBox*>(QStringLiteral("policyPicker"));
        policy->setFocus();
        QTest::keyClick(policy, Qt::Key_Up);
        QTRY_COMPARE(reviewed->detail(), QStringLiteral("None is dropped on a flag that nobody confirmed"));
        reviewed->setFocus();
        QTest::keyClick(reviewed, Qt::Key_Space);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), 9);
        QVERIFY(!window.context().filter()->filter().only->contains(first));
    }

    void nothingIsCutOffAtTheSmallestSize_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("JSON Lines") << QStringLiteral("jsonl");
        QTest::newRow("VLMEvalKit") << QStringLiteral("vlmevalkit_tsv");
    }
    void nothingIsCutOffAtTheSmallestSize()
    {
        QFETCH(QString, format);
        QVERIFY(makeProject());
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* scroll = page->findChild<QScrollArea*>();
        auto* form = page->findChild<QWidget*>(QStringLiteral("formColumn"));
        auto* counts = page->findChild<QWidget*>(QStringLiteral("countsColumn"));
        const auto check = [&] {
            QCoreApplication::processEvents();
            QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
            QVERIFY2(qAbs(form->width() - counts->width()) <= 1,
                qPrintable(QStringLiteral("%1 and %2").arg(counts->width()).arg(form->width())));
            for (QWidget* each : scroll->widget()->findChildren<QWidget*>()) {
                if (!each->isVisibleTo(page) || qobject_cast<QAbstractScrollArea*>(each->parentWidget())
                    || (each->parentWidget()
                        && qobject_cast<QAbstractScrollArea*>(each->parentWidget()->parentWidget()))) {
                    continue;
                }
                const auto* label = qobject_cast<QLabel*>(each);
                const auto* button = qobject_cast<QPushButton*>(each);
                const bool cut = (label && !label->wordWrap() && label->width() < label->sizeHint().width())
                    || (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                    || (button && button->width() < button->sizeHint().width())
                    || each->mapTo(scroll->widget(), QPoint(each->width(), 0)).x()
                        > scroll->widget()->width();
                QVERIFY2(!cut,
                    qPrintable(
                        QStringLiteral("%1 %2 %3 wide %4")
                            .arg(QString::fromLatin1(each->metaObject()->className()), each->objectName(),
                                label        ? label->text()
                                    : button ? button->text()
                                             : QString())
                            .arg(each->width())));
            }
        };
        check();
        const int before = form->width();
        auto* choice = page->findChild<QAbstractButton*>(QStringLiteral("format-") + format);
        QTest::mouseClick(choice, Qt::LeftButton);
        check();
        auto* button = page->findChild<QPushButton*>(QStringLiteral("exportButton"));
        scroll->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(page->findChild<QWidget*>(QStringLiteral("resultCard"))->isVisible());
        QTRY_VERIFY(button->isEnabled());
        check();
        auto* text = page->findChild<QPlainTextEdit*>(QStringLiteral("manifestText"));
        for (QPushButton* each :
            page->findChild<QWidget*>(QStringLiteral("resultCard"))->findChildren<QPushButton*>()) {
            scroll->ensureWidgetVisible(each);
            if (each->isCheckable()) {
                QTest::mouseClick(each, Qt::LeftButton);
                QVERIFY(text->isVisible());
                check();
                QTest::mouseClick(each, Qt::LeftButton);
                QVERIFY(!text->isVisible());
            } else if (each->objectName().isEmpty()) {
                QTest::mouseClick(each, Qt::LeftButton);
                QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
            }
        }
        auto* manifest = page->findChild<QWidget*>(QStringLiteral("resultCard"))->findChild<DataTable*>();
        for (int column = 0; column < manifest->model()->columnCount(); ++column) {
            for (int row = 0; row < manifest->model()->rowCount(); ++row) {
                const QModelIndex cell = manifest->model()->index(row, column);
                QVERIFY2(manifest->columnWidth(column) >= manifest->sizeHintForIndex(cell).width(),
                    qPrintable(cell.data().toString()));
            }
        }
        // Room for the scroll bar, no more.
        QVERIFY(form->width() <= before && form->width() > before - 2 * kUnit);
    }

    void errorsAreToldInTheMessageBar()
    {
        QVERIFY(makeProject());
        QFile blocker(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        page->findChild<QLineEdit*>(QStringLiteral("path"))
            ->setText(blocker.fileName() + QStringLiteral("/x"));
        QTest::keyClick(page->findChild<QLineEdit*>(QStringLiteral("path")), Qt::Key_Return);
        QTRY_VERIFY(!window.messageText().isEmpty());
        QVERIFY(page->findChild<QWidget*>(QStringLiteral("resultCard"))->isHidden());
        QTRY_VERIFY(page->findChild<QPushButton*>(QStringLiteral("exportButton"))->isEnabled());

        page->findChild<QLineEdit*>(QStringLiteral("path"))->clear();
        page->findChild<QPushButton*>(QStringLiteral("exportButton"))->click();
        QVERIFY(window.messageText().contains(QStringLiteral("where"), Qt::CaseInsensitive));
    }

    void aFolderOfSomebodyElseIsLeftAloneAndASubfolderOffered()
    {
        QVERIFY(makeProject());
        const QString out = m_folder->filePath(QStringLiteral("mine"));
        QVERIFY(QDir().mkpath(out));
        QFile notes(out + QStringLiteral("/notes.txt"));
        QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("mine") == 4);
        notes.close();
        MainWindow window;
        ExportPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        auto* path = page->findChild<QLineEdit*>(QStringLiteral("path"));
        path->setFocus();
        path->selectAll();
        QTest::keyClicks(path, out);
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY2(
            window.messageText().contains(QStringLiteral("notes.txt")), qPrintable(window.messageText()));
        QCOMPARE(QDir(out).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList(QStringLiteral("notes.txt")));
        QVERIFY(page->findChild<QWidget*>(QStringLiteral("resultCard"))->isHidden());
        auto* offer = window.findChild<QPushButton*>(QStringLiteral("messageAction"));
        QTRY_VERIFY(offer->isVisible() && offer->isEnabled());
        QVERIFY2(offer->text().contains(QStringLiteral("p-export")), qPrintable(offer->text()));
        QTest::mouseClick(offer, Qt::LeftButton);
        QTRY_VERIFY(page->findChild<QWidget*>(QStringLiteral("resultCard"))->isVisible());
        QCOMPARE(page->outPath(), out + QStringLiteral("/p-export"));
        QVERIFY(QFile::exists(out + QStringLiteral("/p-export/Set.jsonl")));
        QVERIFY(QFile::exists(notes.fileName()));

        // The same place again is an earlier export: no question is asked.
        const QString data = out + QStringLiteral("/p-export/Set.jsonl");
        const auto inode = [&] {
            struct stat info { };
            return ::stat(QFile::encodeName(data).constData(), &info) == 0 ? info.st_ino : 0;
        };
        const auto before = inode();
        path->setFocus();
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY(inode() != before);
        QTRY_VERIFY(page->findChild<QPushButton*>(QStringLiteral("exportButton"))->isEnabled());
        QVERIFY2(
            window.messageText().contains(QStringLiteral("Exported to")), qPrintable(window.messageText()));
    }

    void anEmptyProjectSaysWhatToDo()
    {
        QVERIFY_RESULT(Project::create(m_path));
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("export"));
        QTRY_VERIFY(window.findChild<ExportPage*>());
        auto* page = window.findChild<ExportPage*>();
        auto* empty = page->findChild<EmptyState*>();
        QTRY_VERIFY(empty->isVisible() && empty->title() == QStringLiteral("Nothing to export yet"));
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
    bool makeProject()
    {
        auto project = Project::create(m_path);
        return project && test::addSamples(**project, QStringLiteral("Set"), 40, 4).has_value();
    }
    ExportPage* open(MainWindow& window, const QString& policyName)
    {
        if (!test::choosePolicy(**Project::open(m_path), policyName)) {
            return nullptr;
        }
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("export"));
        ExportPage* page = nullptr;
        const auto ready = [&] {
            page = window.findChild<ExportPage*>();
            return page && page->findChild<StatTile*>(QStringLiteral("writtenTile"))->isVisible();
        };
        return QTest::qWaitFor(ready, 20000) ? page : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_MAIN(TestExportPage)
#include "tst_exportpage.moc"
