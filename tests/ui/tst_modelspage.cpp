// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/tellapart.h"
#include "core/curate/modelstats.h"
#include "core/curate/runsamples.h"
#include "tests/support/demoproject.h"
#include "tests/support/subsets.h"
#include "tests/support/windowdriver.h"
#include "ui/charts/numbertable.h"
#include "ui/models/tableroles.h"
#include "ui/pages/computedpage.h"
#include "ui/widgets/chartcard.h"

#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>

using namespace winnow;

/// The Models page says what `models` says, and every number opens its samples.
class TestModelsPage : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;

    QString project() const { return m_driver.path(QStringLiteral("p.winnow")); }
    QTableView* table() { return m_driver.find<QTableView>("modelsTable"); }
    QModelIndex cell(int row, const QString& heading)
    {
        const QAbstractItemModel* model = table()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == heading) {
                return model->index(row, column);
            }
        }
        return {};
    }
    /// The row of a run; -1 when it is not there.
    int rowOf(const Run& run)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, QStringLiteral("Model")).data().toString() == run.model
                && cell(row, QStringLiteral("Dataset")).data().toString() == run.dataset
                && cell(row, QStringLiteral("Condition")).data().toString().toLower().replace(u'-', u'_')
                    == conditionId(run.condition)) {
                return row;
            }
        }
        return -1;
    }
    qint64 shownSamples()
    {
        return m_driver.find("page-samples")
            ? m_driver.window().findChild<QTableView*>(QStringLiteral("sampleTable"))->model()->rowCount()
            : -1;
    }

private slots:
    void initTestCase() { QVERIFY_RESULT(test::makeDemoProject(project(), 90, 4, false)); }
    void init() { QVERIFY(m_driver.open(project(), QStringLiteral("models"))); }
    void cleanup() { m_driver.close(); }

    void itSaysWhatTheCommandSays()
    {
        QTRY_VERIFY(table());
        auto opened = Project::open(project());
        QVERIFY_RESULT(opened);
        SilentProgress progress;
        const auto models = modelAccuracies(**opened, progress);
        QVERIFY_RESULT(models);
        QCOMPARE(table()->model()->rowCount(), int(models->size()));
        QVERIFY(models->size() > 20);
        for (const ModelAccuracy& each : *models) {
            const int row = rowOf(each.run);
            QVERIFY2(row >= 0, qPrintable(each.run.model));
            const auto plain
                = [&](const char* heading) { return cell(row, QLatin1String(heading)).data(PlainRole); };
            QCOMPARE(plain("n").toLongLong(), each.accuracy.n);
            QCOMPARE(plain("Missing").toLongLong(), each.accuracy.missing);
            QCOMPARE(plain("Unread").toLongLong(), each.accuracy.unread);
            if (each.accuracy.n > 0) {
                QCOMPARE(plain("Accuracy").toDouble(), each.accuracy.value);
                QCOMPARE(plain("Chance").toDouble(), each.chance);
            }
            QCOMPARE(cell(row, QStringLiteral("Per row")).data(NumberTableModel::ValueRole).isValid(),
                each.perRow.has_value());
            // In files a missing number is an empty field.
            QCOMPARE(plain("Per row").toString().isEmpty(), !each.perRow.has_value());
        }
    }

    void aNumberOpensItsSamples_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::newRow("n") << QStringLiteral("n");
        QTest::newRow("missing") << QStringLiteral("Missing");
        QTest::newRow("unread") << QStringLiteral("Unread");
    }
    void aNumberOpensItsSamples()
    {
        QFETCH(QString, heading);
        QTRY_VERIFY(table());
        int row = 0;
        while (row < table()->model()->rowCount() && cell(row, heading).data(PlainRole).toLongLong() == 0) {
            ++row;
        }
        QVERIFY(row < table()->model()->rowCount());
        const qint64 count = cell(row, heading).data(PlainRole).toLongLong();
        table()->setFocus();
        table()->setCurrentIndex(cell(row, heading));
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(shownSamples(), count);
        // And back to the same cell.
        m_driver.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("models"));
        QCOMPARE(table()->currentIndex(), cell(row, heading));
    }

    void anAccuracyAsksRightOrWrong()
    {
        QTRY_VERIFY(table());
        const QModelIndex accuracy = cell(0, QStringLiteral("Accuracy"));
        const double share = accuracy.data(PlainRole).toDouble();
        const qint64 n = cell(0, QStringLiteral("n")).data(PlainRole).toLongLong();
        const auto opening = [&] {
            table()->setCurrentIndex(accuracy);
            QTest::keyClick(table(), Qt::Key_Return);
            QTest::qWait(300);
        };
        QVERIFY(m_driver.choose(opening, {QStringLiteral("Right: ")}));
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(shownSamples(), qRound64(share * double(n)));
    }

    void aZeroOpensNothing()
    {
        QTRY_VERIFY(table());
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const QModelIndex missing = cell(row, QStringLiteral("Missing"));
            QCOMPARE(missing.data(OpenRole).value<ClickThrough>().isEmpty(),
                missing.data(PlainRole).toLongLong() == 0);
        }
    }

    void datasetAndConditionNarrowIt()
    {
        QTRY_VERIFY(table());
        const int all = table()->model()->rowCount();
        auto* condition = m_driver.find<QComboBox>("modelsCondition");
        QVERIFY(condition);
        condition->setFocus();
        QTest::keyClick(condition, Qt::Key_Down);
        const int some = table()->model()->rowCount();
        QVERIFY(some > 0 && some < all);
        auto* dataset = m_driver.find<QComboBox>("modelsDataset");
        QVERIFY(dataset);
        dataset->setFocus();
        QTest::keyClick(dataset, Qt::Key_End);
        QVERIFY(table()->model()->rowCount() > 0 && table()->model()->rowCount() < some);
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            QCOMPARE(cell(row, QStringLiteral("Dataset")).data().toString(), dataset->currentText());
            QCOMPARE(cell(row, QStringLiteral("Condition")).data().toString(), condition->currentText());
        }
    }

    void everyColumnOpensItsSamples_data()
    {
        QTest::addColumn<QString>("heading");
        for (const char* heading :
            {"95% interval", "Chance", "Per row", "Blind", "Vision gain", "Answers blind", "As sighted",
                "RStd", "Open-ended", "Circular", "Success@1", "Success@K", "Cost", "Median s"}) {
            QTest::newRow(heading) << QString::fromLatin1(heading);
        }
    }
    void everyColumnOpensItsSamples()
    {
        QFETCH(QString, heading);
        QTRY_VERIFY(table());
        int row = 0;
        const auto opens = [&] { return !cell(row, heading).data(OpenRole).value<ClickThrough>().isEmpty(); };
        while (row < table()->model()->rowCount() && !opens()) {
            ++row;
        }
        QVERIFY(row < table()->model()->rowCount());
        table()->setFocus();
        const auto opening = [&] {
            table()->setCurrentIndex(cell(row, heading));
            QTest::keyClick(table(), Qt::Key_Return);
            QTest::qWait(300);
        };
        // Some ask which part is meant: the first that has samples will do.
        bool there = false;
        for (const char* entry : {"Right", "Gives", "Declines", "Never", "Wrong"}) {
            there = there || m_driver.choose(opening, {QString::fromLatin1(entry)})
                || m_driver.window().currentPage() == u"samples";
        }
        QVERIFY(there);
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_VERIFY(shownSamples() > 0);
    }

    void aCapabilityNarrowsEveryNumber()
    {
        QTRY_VERIFY(table());
        auto* capability = m_driver.find<QComboBox>("modelsCapability");
        QVERIFY(capability);
        const auto choose = [&](const QString& entry) {
            const int at = capability->findText(entry);
            capability->setFocus();
            while (at >= 0 && capability->currentIndex() != at) {
                QTest::keyClick(capability, capability->currentIndex() < at ? Qt::Key_Down : Qt::Key_Up);
            }
            return at >= 0 && m_driver.settle();
        };
        const int runs = table()->model()->rowCount();
        QVERIFY(choose(QStringLiteral("chart")));
        QVERIFY(table()->model()->rowCount() > 0 && table()->model()->rowCount() < runs);
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            QCOMPARE(cell(row, QStringLiteral("Capability")).data().toString(), QStringLiteral("chart"));
        }
        const QModelIndex n = cell(0, QStringLiteral("n"));
        const qint64 count = n.data(PlainRole).toLongLong();
        table()->setFocus();
        table()->setCurrentIndex(n);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(shownSamples(), count);
    }

    void whoCanBeToldApart()
    {
        QTRY_VERIFY(m_driver.find("tiesCard"));
        auto opened = Project::open(project());
        QVERIFY_RESULT(opened);
        SilentProgress progress;
        const auto sets = tellApart(**opened, {}, progress);
        QVERIFY_RESULT(sets);
        qsizetype models = 0;
        for (const Separability& set : *sets) {
            models += set.models.size();
        }
        QVERIFY(models > 2);
        const QString numbers = QStringLiteral("Numbers as a table: Who can be told apart");
        QVERIFY(m_driver.press(numbers));
        auto* card = m_driver.find<ChartCard>("tiesCard");
        QCOMPARE(card->numbers()->rowCount(), int(models));
        QVERIFY(m_driver.press(numbers));
        QVERIFY(m_driver.choose(
            [&] { QVERIFY(m_driver.press(QStringLiteral("Copy or save: Who can be told apart"))); },
            {QStringLiteral("Copy the numbers")}));
        QVERIFY(QGuiApplication::clipboard()->text().contains(sets->first().models.first().model));
        // The name of a model opens what it answered.
        Chart* chart = card->chart();
        const QVector<ChartMark> marks = chart->marks();
        const auto link
            = std::find_if(marks.cbegin(), marks.cend(), [](const ChartMark& mark) { return mark.isLink(); });
        QVERIFY(link != marks.cend());
        QTest::mouseClick(chart, Qt::LeftButton, {}, link->where.center().toPoint());
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_VERIFY(shownSamples() > 0);
    }

    void aSubsetStandsBesideAllSamples()
    {
        QTRY_VERIFY(m_driver.find("tiesCard"));
        const auto mine = m_driver.context().project();
        QVector<SampleId> chosen;
        for (int id = 1; id <= 60; id += 2) {
            chosen.append(SampleId{id});
        }
        QVERIFY_RESULT(test::putSubset(*mine, QStringLiteral("odd"), chosen));
        auto* beside = m_driver.find<QComboBox>("tiesBeside");
        QVERIFY(beside);
        QTRY_COMPARE(beside->count(), 3);
        QCOMPARE(beside->currentText(), QStringLiteral("Beside it: kept by the policy"));
        QCOMPARE(beside->itemText(2), QStringLiteral("Beside it: subset odd (30)"));
        auto* numbers = m_driver.find<ChartCard>("tiesCard")->numbers();
        const auto heading = [&](int column) {
            return column < numbers->columnCount()
                ? numbers->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                : QString();
        };
        const int last = numbers->columnCount() - 2;
        QCOMPARE(heading(last), QStringLiteral("After"));
        beside->setFocus();
        QTest::keyClick(beside, Qt::Key_End);
        QVERIFY(m_driver.settle());
        QCOMPARE(heading(last), QStringLiteral("Subset odd"));
        SilentProgress progress;
        TellApartRequest request;
        request.only = chosen;
        const auto sets = tellApart(*mine, request, progress);
        QVERIFY_RESULT(sets);
        QVERIFY(!sets->isEmpty());
        for (const ModelStanding& model : sets->first().models) {
            for (int row = 0; row < numbers->rowCount(); ++row) {
                if (numbers->index(row, 0).data().toString() == model.model) {
                    QCOMPARE(numbers->index(row, last).data(NumberTableModel::ValueRole).toDouble(),
                        model.accuracy.mean);
                }
            }
        }
        // Alone, the set says nothing of another.
        QTest::keyClick(beside, Qt::Key_Home);
        QVERIFY(m_driver.settle());
        QCOMPARE(numbers->columnCount(), last);
    }

    void aRunThatIsGoneHasNoSamples()
    {
        auto opened = Project::open(project());
        QVERIFY_RESULT(opened);
        SilentProgress progress;
        const auto models = modelAccuracies(**opened, progress);
        QVERIFY_RESULT(models);
        Run run = models->first().run;
        const auto there = samplesOfRun(**opened, run, progress);
        QVERIFY_RESULT(there);
        QCOMPARE(qint64(there->right.size() + there->wrong.size()), models->first().accuracy.n);
        QCOMPARE(qint64(there->missing.size()), models->first().accuracy.missing);
        run.id = RunId{987654};
        const auto gone = samplesOfRun(**opened, run, progress);
        QVERIFY_RESULT(gone);
        QVERIFY(gone->right.isEmpty() && gone->wrong.isEmpty() && gone->missing.isEmpty());
    }

    void withoutResponsesItSaysWhatToDo()
    {
        m_driver.close();
        const QString empty = m_driver.path(QStringLiteral("empty.winnow"));
        auto made = Project::create(empty);
        QVERIFY_RESULT(made);
        QVERIFY_RESULT(test::addSamples(**made, QStringLiteral("d"), 4));
        made->reset();
        QVERIFY(m_driver.open(empty, QStringLiteral("models")));
        QTRY_VERIFY(m_driver.button(QStringLiteral("Import responses")));
        QVERIFY(m_driver.press(QStringLiteral("Import responses")));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("import"));
    }
};

QTEST_MAIN(TestModelsPage)
#include "tst_modelspage.moc"
