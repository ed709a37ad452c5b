// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/datasetsettings.h"
#include "core/store/projectnames.h"
#include "core/store/scoresets.h"
#include "core/store/settingsstore.h"
#include "tests/support/windowdriver.h"
#include "ui/pages/datasetdialog.h"
#include "ui/pages/suitecard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace winnow;

/// What is set for datasets, on the Overview: the suite's card and the dialog.
class TestDatasetDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<test::WindowDriver> m_driver;

    DatasetDialog* dialog() { return m_driver->window().findChild<DatasetDialog*>(); }
    template <typename T> T* part(const char* name) { return dialog()->findChild<T*>(QLatin1String(name)); }
    SuiteCard* card() { return m_driver->window().findChild<SuiteCard*>(); }
    DatasetSettings settingsOf(const char* dataset)
    {
        const auto all = m_driver->context().project()->read(
            [](sqlite::Connection& c) { return readDatasetSettings(c); });
        for (const DatasetSettings& one : all.value_or(QVector<DatasetSettings>())) {
            if (one.dataset == QLatin1String(dataset)) {
                return one;
            }
        }
        return {};
    }
    void open(std::initializer_list<const char*> datasets)
    {
        const QString path = m_driver->path(QStringLiteral("p.winnow"));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            for (const char* dataset : datasets) {
                QVERIFY_RESULT(test::addSamples(**project, QLatin1String(dataset), 4));
            }
        }
        QVERIFY(m_driver->open(path, QStringLiteral("overview")));
    }
    /// A model answered all samples of a dataset rightly, and its file said that it did not.
    void addMisjudged(const char* dataset)
    {
        QVERIFY_RESULT(m_driver->context().project()->write(
            {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                const DatasetId id = DatasetStore(c).byName(QLatin1String(dataset))->id;
                ResponseStore store(c);
                ResponseWriter writer(c);
                Response response;
                response.runId = store.upsertRun(
                    id, store.upsertModel(QStringLiteral("m1"), {}), Condition::Standard, {}, {}, {});
                const QVector<SampleId> samples = SampleStore(c).idsOf(id);
                for (int i = 0; i < samples.size(); ++i) {
                    response.sampleId = samples.at(i);
                    response.answer = optionLetter(i % 4);
                    response.score = 0;
                    writer.put(response);
                }
                writer.finish();
                return {};
            }));
        QVERIFY(m_driver->settle());
    }
    /// Mean scores of the sets of the only run, oldest first, and whether the last is the current one.
    QVector<double> means()
    {
        return m_driver->context()
            .project()
            ->read([](sqlite::Connection& c) {
                QVector<double> all;
                ScoreSets sets(c);
                const QVector<Run> runs = ResponseStore(c).runs();
                for (const Run& run : runs) {
                    for (const ScoreSet& set : sets.ofRun(run.id)) {
                        all.append(set.current ? sets.mean(set.id) : -1 - sets.mean(set.id));
                    }
                }
                return all;
            })
            .value_or(QVector<double>());
    }
    /// Dataset ids that these names find; 0 = none.
    QVector<qint64> found(std::initializer_list<const char*> names)
    {
        return m_driver->context()
            .project()
            ->read([&](sqlite::Connection& c) {
                QVector<qint64> ids;
                for (const char* name : names) {
                    ids.append(ProjectNames(c).find(ProjectNames::Kind::Dataset, QLatin1String(name)));
                }
                return ids;
            })
            .value_or(QVector<qint64>());
    }
    /// Presses "Remove dataset…" and answers the question; returns what was asked.
    QString remove(Qt::Key answer)
    {
        QString asked;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &m_driver->window(), [&] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                asked = box->text() + u'\n' + box->informativeText();
                QTest::keyClick(box, answer);
            }
        });
        watch.start(10);
        QTest::mouseClick(part<QPushButton>("removeDataset"), Qt::LeftButton);
        return asked;
    }
    void openDialog()
    {
        auto* button = m_driver->find<QPushButton>("editDatasets");
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
    }

private slots:
    void init() { m_driver = std::make_unique<test::WindowDriver>(); }
    void cleanup() { m_driver.reset(); }

    void aProjectWithoutTheSuiteHasNoCard()
    {
        open({"mine"});
        QTRY_VERIFY(card());
        QTest::qWait(200);
        QVERIFY(!card()->isVisible());
    }

    void theCardTellsWhatIsThereAndOpensIt()
    {
        open({"ChartQA_TEST", "AI2D", "mine"});
        QTRY_VERIFY(card()->isVisible());
        QCOMPARE(card()->findChild<QLabel*>(QStringLiteral("suiteCount"))->text(),
            QStringLiteral("2 of 33 datasets"));
        auto* chip = card()->findChild<QAbstractButton*>(QStringLiteral("suite-ai2d"));
        QVERIFY(chip);
        QVERIFY(!card()->findChild<QAbstractButton*>(QStringLiteral("suite-docvqa")));
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Space);
        QTRY_COMPARE(m_driver->window().currentPage(), QStringLiteral("samples"));
        QCOMPARE(m_driver->context().filter()->filter().datasets, QStringList{QStringLiteral("AI2D")});
    }

    void whatIsTypedIsStored()
    {
        open({"ChartQA_TEST", "mine"});
        openDialog();
        QVERIFY(part<QComboBox>("datasetKnownAs")->currentText().contains(QStringLiteral("ChartQA")));
        auto* choice = part<QComboBox>("datasetChoice");
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(part<QComboBox>("datasetChoice")->currentText(), QStringLiteral("mine"));
        auto* known = part<QComboBox>("datasetKnownAs");
        known->setFocus();
        QTest::keyClicks(known, QStringLiteral("DocVQA"));
        QTRY_COMPARE(known->currentData().toString(), QStringLiteral("docvqa"));
        auto* capability = part<QLineEdit>("datasetCapability");
        capability->setFocus();
        QTest::keyClicks(capability, QStringLiteral("document"));
        auto* scorer = part<QComboBox>("datasetScorer");
        scorer->setFocus();
        QTest::keyClick(scorer, Qt::Key_Down);
        auto* cutOff = part<QSpinBox>("cutOffOpen");
        cutOff->setFocus();
        QTest::keyClick(cutOff, Qt::Key_Up);
        part<QSpinBox>("cutOffChoices")->setValue(7);
        QTest::keyClick(part<QSpinBox>("cutOffChoices"), Qt::Key_Down);
        part<QPlainTextEdit>("promptPrefix")->setFocus();
        QTest::keyClicks(part<QPlainTextEdit>("promptPrefix"), QStringLiteral("Look: "));
        part<QPlainTextEdit>("promptChoices")->clear();
        QTest::keyClicks(part<QPlainTextEdit>("promptChoices"), QStringLiteral(" Letter?"));
        part<QPlainTextEdit>("promptOpen")->clear();
        QTest::keyClicks(part<QPlainTextEdit>("promptOpen"), QStringLiteral(" Word?"));
        QVERIFY(part<QPlainTextEdit>("promptPreview")->toPlainText().startsWith(QStringLiteral("Look: ")));
        QTest::mouseClick(part<QPushButton>("saveDatasets"), Qt::LeftButton);
        QTRY_COMPARE(settingsOf("mine").knownAs, QStringLiteral("docvqa"));
        const DatasetSettings now = settingsOf("mine");
        QCOMPARE(now.capabilities, QStringList{QStringLiteral("document")});
        QCOMPARE(now.scorer, QStringLiteral("mcq"));
        QCOMPARE(now.blindHits, 1);
        QCOMPARE(now.blindHitsOfChoices, 6);
        QCOMPARE(now.prompt,
            (PromptTemplate{QStringLiteral("Look: "), QStringLiteral(" Letter?"), QStringLiteral(" Word?")}));
        // The other dataset has two capabilities, and nobody said anything of it.
        QCOMPARE(settingsOf("ChartQA_TEST").capabilities.size(), 2);
        QTRY_COMPARE(card()->findChild<QLabel*>(QStringLiteral("suiteCount"))->text(),
            QStringLiteral("2 of 33 datasets"));
    }

    void aRenamedDatasetIsFoundByBothNames()
    {
        open({"first", "second"});
        openDialog();
        auto* name = part<QLineEdit>("datasetName");
        auto* save = part<QPushButton>("saveDatasets");
        name->setFocus();
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(name, QStringLiteral("second"));
        QVERIFY(!save->isEnabled());
        QVERIFY(part<QLabel>("datasetNames")->text().contains(QStringLiteral("another dataset")));
        QTest::keyClicks(name, QStringLiteral(" to none"));
        QVERIFY(save->isEnabled());
        QVERIFY(part<QLabel>("datasetNames")->text().contains(QStringLiteral("stays findable")));
        const QVector<qint64> before = found({"first"});
        SampleFilter filter;
        filter.datasets = {QStringLiteral("first")};
        m_driver->context().filter()->set(filter);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(settingsOf("second to none").samples, 4);
        QCOMPARE(found({"first", "second to none"}), (QVector<qint64>{before.front(), before.front()}));
        QTRY_COMPARE(
            m_driver->context().filter()->filter().datasets, QStringList{QStringLiteral("second to none")});
        QVERIFY(m_driver->settle());
        openDialog();
        part<QComboBox>("datasetChoice")->setCurrentText(QStringLiteral("second to none"));
        QVERIFY(part<QLabel>("datasetNames")->text().contains(QStringLiteral("Further names: first")));
    }

    void repliesAreScoredAgainAndTheOldScoresStay()
    {
        open({"mine"});
        openDialog();
        QVERIFY(!part<QCheckBox>("datasetRescore")->isEnabled());
        QTest::mouseClick(part<QPushButton>("cancelDatasets"), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        m_driver->window().activateWindow();
        addMisjudged("mine");
        QCOMPARE(means(), QVector<double>{0});
        openDialog();
        auto* again = part<QCheckBox>("datasetRescore");
        QTRY_VERIFY(again->isEnabled());
        auto* scorer = part<QComboBox>("datasetScorer");
        scorer->setFocus();
        QTest::keyClick(scorer, Qt::Key_Down);
        QVERIFY(again->isChecked());
        QTest::keyClick(scorer, Qt::Key_Up);
        QVERIFY(!again->isChecked());
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Space);
        QVERIFY(again->isChecked());
        QTest::mouseClick(part<QPushButton>("saveDatasets"), Qt::LeftButton);
        QTRY_COMPARE(means(), (QVector<double>{-1, 1}));
        QTRY_VERIFY2(m_driver->window().messageText().contains(QStringLiteral("mine: 4 scores of 4 changed")),
            qPrintable(m_driver->window().messageText()));
        QVERIFY(settingsOf("mine").scorer.isEmpty());
    }

    void aDatasetIsRemovedWhenThatIsConfirmed()
    {
        open({"mine", "other"});
        addMisjudged("mine");
        openDialog();
        part<QComboBox>("datasetChoice")->setCurrentText(QStringLiteral("mine"));
        const QString asked = remove(Qt::Key_Escape);
        QVERIFY2(asked.contains(QStringLiteral("Remove mine")), qPrintable(asked));
        QVERIFY2(asked.contains(QStringLiteral("4 samples go")), qPrintable(asked));
        QVERIFY2(asked.contains(QStringLiteral("of 1 model")), qPrintable(asked));
        QVERIFY2(asked.contains(QStringLiteral("Decisions stay")), qPrintable(asked));
        QVERIFY(!asked.contains(QStringLiteral("What else")));
        QVERIFY(dialog());
        part<QComboBox>("datasetChoice")->setCurrentText(QStringLiteral("other"));
        part<QSpinBox>("cutOffOpen")->setValue(3);
        part<QComboBox>("datasetChoice")->setCurrentText(QStringLiteral("mine"));
        QVERIFY(remove(Qt::Key_Return).contains(QStringLiteral("What else")));
        QTRY_COMPARE(found({"mine"}), QVector<qint64>{0});
        QCOMPARE(settingsOf("other").samples, 4);
        QCOMPARE(settingsOf("other").blindHits, 3);
        QCOMPARE(means(), QVector<double>());
        QTRY_VERIFY(m_driver->window().messageText().contains(QStringLiteral("The dataset is removed")));
    }

    void whyAScorerWasChosenStandsBelowIt()
    {
        open({"ChartQA_TEST"});
        QVERIFY_RESULT(m_driver->context().project()->write(
            {.parts = ChangeSet::Samples, .samples = {}}, [](sqlite::Connection& c) -> Result<> {
                const DatasetId id = DatasetStore(c).all().front().id;
                SettingsStore(c).set(Setting::Scorer, QStringLiteral("relaxed"), id);
                SettingsStore(c).setScorerReason(
                    Sentence::of("as is usual for %1 (%2)")
                        .arg(QStringLiteral("ChartQA"), QStringLiteral("arXiv 2203.10244")),
                    id);
                return {};
            }));
        QVERIFY(m_driver->settle());
        openDialog();
        auto* reason = part<QWidget>("datasetScorerReason");
        QVERIFY(reason->isVisible());
        QCOMPARE(static_cast<Text*>(reason)->text(),
            QStringLiteral("Chosen at import: as is usual for ChartQA (arXiv 2203.10244)"));
        auto* scorer = part<QComboBox>("datasetScorer");
        scorer->setFocus();
        QTest::keyClick(scorer, Qt::Key_Down);
        QVERIFY(!reason->isVisible());
        QTest::mouseClick(part<QPushButton>("saveDatasets"), Qt::LeftButton);
        QTRY_VERIFY(settingsOf("ChartQA_TEST").scorerReason.isEmpty());
        QVERIFY(settingsOf("ChartQA_TEST").scorer != QStringLiteral("relaxed"));
    }

    void aScorerWithParametersIsKept()
    {
        open({"mine"});
        QVERIFY_RESULT(m_driver->context().project()->write(
            {.parts = ChangeSet::Samples, .samples = {}}, [](sqlite::Connection& c) {
                return changeDatasetSetting(c, DatasetStore(c).all().front().id, QStringLiteral("scorer"),
                    QStringLiteral("relaxed(tolerance=0.1)"));
            }));
        QVERIFY(m_driver->settle());
        openDialog();
        part<QSpinBox>("cutOffOpen")->setValue(2);
        QTest::mouseClick(part<QPushButton>("saveDatasets"), Qt::LeftButton);
        QTRY_COMPARE(settingsOf("mine").blindHits, 2);
        QCOMPARE(settingsOf("mine").scorer, QStringLiteral("relaxed(tolerance=0.1)"));
    }

    void cancelStoresNothing()
    {
        open({"ChartQA_TEST"});
        openDialog();
        part<QSpinBox>("cutOffOpen")->setValue(9);
        QTest::mouseClick(part<QPushButton>("cancelDatasets"), Qt::LeftButton);
        QTest::qWait(200);
        QCOMPARE(settingsOf("ChartQA_TEST").blindHits, 0);
    }
};

QTEST_MAIN(TestDatasetDialog)
#include "tst_datasetdialog.moc"
