// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/datasetsettings.h"
#include "tests/support/windowdriver.h"
#include "ui/pages/datasetdialog.h"
#include "ui/pages/suitecard.h"
#include "ui/widgets/cutofffields.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
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
        QTest::mouseClick(part<QPushButton>("saveDatasets"), Qt::LeftButton);
        QTRY_COMPARE(settingsOf("mine").knownAs, QStringLiteral("docvqa"));
        const DatasetSettings now = settingsOf("mine");
        QCOMPARE(now.capabilities, QStringList{QStringLiteral("document")});
        QCOMPARE(now.scorer, QStringLiteral("mcq"));
        QCOMPARE(now.blindHits, 1);
        QCOMPARE(now.blindHitsOfChoices, 6);
        // The other dataset has two capabilities, and nobody said anything of it.
        QCOMPARE(settingsOf("ChartQA_TEST").capabilities.size(), 2);
        QTRY_COMPARE(card()->findChild<QLabel*>(QStringLiteral("suiteCount"))->text(),
            QStringLiteral("2 of 33 datasets"));
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
