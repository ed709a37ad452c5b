// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "tests/support/demoproject.h"
#include "tests/support/privatesettings.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/auditopenings.h"
#include "ui/models/settings.h"
#include "ui/models/tableroles.h"
#include "ui/pages/auditpreviewcard.h"
#include "ui/pages/auditspage.h"
#include "ui/pages/reviewpage.h"
#include "ui/util/clickthroughs.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace winnow;

class TestAuditsPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        installLanguage(QStringLiteral("en"));
        Theme::instance().apply(ThemeMode::Light);
        setAnnotatorName(QStringLiteral("ann"));
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        m_project.reset();
    }

    void aRunFromThePageStoresFlags()
    {
        QVERIFY(makeDemo(false));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QAbstractItemModelTester tester(
            page->detectors(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(page->selectDetector(QStringLiteral("blind_solvable")));
        QCOMPARE(flags().size(), 0);
        page->findChild<QPushButton*>(QStringLiteral("runOne"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!flags().isEmpty(), 20000);
        QTRY_VERIFY(window.messageText().contains(QStringLiteral("new flags")));
        for (const Flag& flag : flags()) {
            QCOMPARE(flag.detector, QStringLiteral("blind_solvable"));
        }
        auto* runs = page->findChild<DataTable*>(QStringLiteral("runTable"));
        // The page reads the runs again after each dataset's, a moment after they are stored.
        const auto added = [runs] {
            qint64 sum = 0;
            for (int row = 0; row < runs->model()->rowCount(); ++row) {
                sum += runs->model()->index(row, 1).data(NumberTableModel::ValueRole).toLongLong();
            }
            return sum;
        };
        QTRY_COMPARE(added(), flags().size());
        const qsizetype ofOne = flags().size();

        // Everything else that can run, then the same again: nothing changes.
        QTRY_VERIFY(page->findChild<QPushButton*>(QStringLiteral("runAll"))->isEnabled());
        page->findChild<QPushButton*>(QStringLiteral("runAll"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.messageText().contains(QStringLiteral("kept")), 20000);
        QTRY_VERIFY(page->findChild<QPushButton*>(QStringLiteral("runAll"))->isEnabled());
        const qsizetype count = flags().size();
        QVERIFY(count > ofOne);
        page->findChild<QPushButton*>(QStringLiteral("runAll"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.messageText().contains(QStringLiteral("0 new flags")), 20000);
        QCOMPARE(flags().size(), count);
    }

    void draggingTheThresholdPreviewsAndWritesNothing()
    {
        QVERIFY(makeDemo(false));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QVERIFY(page->selectDetector(QStringLiteral("unanimous_failure")));
        auto* preview = page->findChild<AuditPreviewCard*>();
        QAbstractItemModelTester tester(
            preview->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY_WITH_TIMEOUT(!preview->isBusy() && preview->histogram()->isVisible(), 20000);
        HistogramChart* chart = preview->histogram();
        QCOMPARE(chart->threshold(), 0.0);
        const int before = preview->model()->rowCount();
        const QString countsBefore = preview->countsText();

        chart->setFocus();
        // Laid out and painted once, as a person would see it before taking hold of the line.
        chart->grab();
        const int y = chart->height() / 2;
        const QPoint from(int(chart->positionOf(chart->threshold())), y);
        const QPoint to(int(chart->positionOf(0.35)), y);
        QTest::mousePress(chart, Qt::LeftButton, {}, from);
        QTest::mouseMove(chart, (from + to) / 2);
        QTest::mouseMove(chart, to);
        // While it is still held: count and list have followed.
        QVERIFY(chart->threshold() > 0.3);
        QVERIFY(preview->model()->rowCount() > before);
        QVERIFY(preview->countsText() != countsBefore);
        const int during = preview->model()->rowCount();
        QVERIFY2(preview->countsText().contains(QStringLiteral(" %1 of ").arg(during)),
            qPrintable(preview->countsText()));
        QTest::mouseRelease(chart, Qt::LeftButton, {}, to);

        auto* editor = page->findChild<QDoubleSpinBox*>(QStringLiteral("parameter-max_share"));
        QVERIFY(editor->value() > 0.3);
        QTRY_VERIFY_WITH_TIMEOUT(!preview->isBusy(), 20000);
        QCOMPARE(flags().size(), 0);

        // A run then flags exactly what was shown, with the parameter that the line set.
        page->findChild<QPushButton*>(QStringLiteral("runOne"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.messageText().contains(QStringLiteral("new flags")), 20000);
        const QString dataset = page->findChild<QComboBox*>(QStringLiteral("previewDataset"))->currentText();
        qsizetype here = 0;
        for (const Flag& flag : flags()) {
            here += flag.sampleKey.startsWith(dataset + u'/');
        }
        QTRY_COMPARE(preview->model()->rowCount(), here);

        // Back to the defaults.
        page->findChild<QPushButton*>(QStringLiteral("resetParameters"))->click();
        QCOMPARE(editor->value(), 0.0);
        QTRY_VERIFY_WITH_TIMEOUT(!preview->isBusy() && preview->model()->rowCount() == before, 20000);
    }

    void everyCountOpensItsSamples()
    {
        QVERIFY(makeDemo(false));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QSignalSpy opened(&window.context(), &AppContext::pageRequested);
        const auto lastOpened
            = [&] { return window.context().filter()->filter().only.value_or(QVector<SampleId>()); };
        QVERIFY(page->selectDetector(QStringLiteral("unanimous_failure")));
        auto* preview = page->findChild<AuditPreviewCard*>();
        QTRY_VERIFY_WITH_TIMEOUT(!preview->isBusy() && preview->histogram()->isVisible(), 20000);
        auto* counts = preview->findChild<QLabel*>(QStringLiteral("previewCounts"));
        const auto follow
            = [&](AuditPreview::Part part) { emit counts->linkActivated(QString::number(int(part))); };

        // Before writing: what is flagged is what is new, and nothing stands yet.
        HistogramChart* chart = preview->histogram();
        const auto press = [&](Qt::Key key) {
            for (int i = 0; i < 2; ++i) {
                QTest::keyClick(chart, key, Qt::ShiftModifier);
            }
        };
        chart->setFocus();
        press(Qt::Key_Right);
        const int flagged = preview->model()->rowCount();
        QVERIFY(flagged > 0);
        QVERIFY(counts->text().contains(QStringLiteral("href")));
        follow(AuditPreview::Part::New);
        QCOMPARE(lastOpened().size(), flagged);
        window.showPage(QStringLiteral("audits"));

        // Loosened with the arrow keys, run, tightened again: the first are kept, the others would go.
        press(Qt::Key_Right);
        const int loose = preview->model()->rowCount();
        QVERIFY(loose > flagged);
        QTRY_VERIFY_WITH_TIMEOUT(!preview->isBusy(), 20000);
        page->findChild<QPushButton*>(QStringLiteral("runOne"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.messageText().contains(QStringLiteral("new flags")), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(
            !preview->isBusy() && preview->countsText().contains(QStringLiteral(" 0 new")), 20000);
        press(Qt::Key_Left);
        QCOMPARE(preview->model()->rowCount(), flagged);
        follow(AuditPreview::Part::Kept);
        QCOMPARE(lastOpened().size(), flagged);
        follow(AuditPreview::Part::Resolved);
        QCOMPARE(lastOpened().size(), loose - flagged);
        const QVector<SampleId> wouldGo = lastOpened();
        window.showPage(QStringLiteral("audits"));
        QTRY_VERIFY_WITH_TIMEOUT(!preview->isBusy(), 20000);
        page->findChild<QPushButton*>(QStringLiteral("runOne"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.messageText().contains(QStringLiteral("0 new flags")), 20000);

        // After writing: the table of the last run says the same and opens the same.
        auto* runs = page->findChild<DataTable*>(QStringLiteral("runTable"));
        const QString dataset = page->findChild<QComboBox*>(QStringLiteral("previewDataset"))->currentText();
        const auto cell = [&](int column) {
            for (int row = 0; row < runs->model()->rowCount(); ++row) {
                if (runs->model()->index(row, 0).data().toString() == dataset) {
                    return runs->model()->index(row, column);
                }
            }
            return QModelIndex();
        };
        QTRY_COMPARE(cell(3).data(NumberTableModel::ValueRole).toInt(), loose - flagged);
        QCOMPARE(cell(2).data(NumberTableModel::ValueRole).toInt(), flagged);
        const auto openCell = [&](int column) {
            opened.clear();
            runs->setCurrentIndex(cell(column));
            QTest::keyClick(runs, Qt::Key_Return);
        };
        openCell(3);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000);
        QCOMPARE(lastOpened(), wouldGo);
        openCell(2);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000);
        QCOMPARE(lastOpened().size(), flagged);
        // And so does the sum of all runs below the list.
        auto* summary = page->findChild<QLabel*>(QStringLiteral("runSummary"));
        QVERIFY2(summary->text().contains(QStringLiteral("resolved")), qPrintable(summary->text()));
        opened.clear();
        emit summary->linkActivated(QString::number(int(RunChange::Resolved)));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000);
        QVERIFY(lastOpened().size() >= wouldGo.size());
    }

    void theListTakesTheFocusOnceItIsThere()
    {
        QVERIFY(makeDemo(false));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        window.activateWindow();
        auto* list = page->findChild<QWidget*>(QStringLiteral("detectorList"));
        QTRY_COMPARE(window.focusWidget(), list);
        const QString before = page->selectedDetector();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(page->selectedDetector() != before);
    }

    void saysWhatIsMissingInAPlainSentence()
    {
        m_project = *Project::create(m_path);
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("Set"), 8));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QVERIFY(page->selectDetector(QStringLiteral("blind_solvable")));
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("runOne"))->isEnabled());
        QStringList sentences;
        for (const QLabel* label :
            page->findChild<QWidget*>(QStringLiteral("needs"))->findChildren<QLabel*>()) {
            sentences.append(label->text());
        }
        QVERIFY2(sentences.join(u' ').contains(QStringLiteral("blind responses")),
            qPrintable(sentences.join(u' ')));
        QVERIFY(page->selectDetector(QStringLiteral("mcq_malformed")));
        QVERIFY(page->findChild<QPushButton*>(QStringLiteral("runOne"))->isEnabled());
    }

    void presetsSetTheParameters()
    {
        QVERIFY(makeDemo(false));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QVERIFY(page->selectDetector(QStringLiteral("blind_solvable")));
        auto* preset = page->findChild<QComboBox*>(QStringLiteral("preset"));
        const int mmstar = preset->findData(QStringLiteral("mmstar"));
        QVERIFY(mmstar > 0);
        preset->setCurrentIndex(mmstar);
        emit preset->activated(mmstar);
        auto* rule = page->findChild<QComboBox*>(QStringLiteral("parameter-rule"));
        QCOMPARE(rule->currentData().toString(), QStringLiteral("hits"));
        QCOMPARE(preset->currentData().toString(), QStringLiteral("mmstar"));
        // The recipe is open to see: 3 hits, at least; what the rule does not ask cannot be set.
        auto* op = page->findChild<QComboBox*>(QStringLiteral("parameter-operator"));
        QCOMPARE(op->currentData().toString(), QStringLiteral("at_least"));
        QVERIFY2(op->currentText().contains(u'≥'), qPrintable(op->currentText()));
        QVERIFY(op->isEnabled());
        QCOMPARE(page->findChild<QSpinBox*>(QStringLiteral("parameter-hits"))->value(), 3);
        QVERIFY(!page->findChild<QWidget*>(QStringLiteral("parameter-alpha"))->isEnabled());
        page->findChild<QPushButton*>(QStringLiteral("resetParameters"))->click();
        QCOMPARE(page->findChild<QComboBox*>(QStringLiteral("parameter-rule"))->currentData().toString(),
            QStringLiteral("exact"));
        QCOMPARE(preset->currentData().toString(), QString());
        QVERIFY(!op->isEnabled());
        QVERIFY(page->findChild<QWidget*>(QStringLiteral("parameter-alpha"))->isEnabled());
    }

    void precisionComesFromDecisions()
    {
        m_project = *Project::create(m_path);
        auto ids = test::addSamples(*m_project, QStringLiteral("Set"), 40, 1);
        QVERIFY_RESULT(ids);
        // What is reviewed first looks worse than the rest.
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
            c.execute(
                QStringLiteral("UPDATE flags SET score = 0.96 WHERE sample_id <= %1").arg(ids->at(9).value));
            return 0;
        }));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QVERIFY(page->selectDetector(QStringLiteral("blind_solvable")));
        auto* text = page->findChild<QLabel*>(QStringLiteral("precisionText"));
        QTRY_VERIFY(text->text().contains(QStringLiteral("Nobody")));
        const auto decide = [&](int from, int to, Verdict verdict) {
            BulkDecision bulk;
            bulk.samples = ids->mid(from, to - from);
            bulk.verdict = verdict;
            window.context().desk()->decide(bulk);
        };
        decide(0, 8, Verdict::Confirm);
        decide(8, 10, Verdict::Override);
        QTRY_VERIFY2(text->text().contains(QStringLiteral("8 of 10")), qPrintable(text->text()));
        DetectorState all;
        all.flags.confirmed = 1;
        all.flags.overridden = 2;
        QCOMPARE(precisionText(all), QStringLiteral("1 of 3 confirmed (33%)")); // nothing is left to guess
        // Wilson's interval of 8 of 10 out of 40: worth 10 * 39 / 30 = 13 trials.
        QVERIFY2(
            text->text().contains(QStringLiteral("of all 40: 80.0% (52.9–93.4)")), qPrintable(text->text()));
        // Never a share without its number and interval, and how the flags were chosen.
        QVERIFY2(text->text().contains(
                     QStringLiteral("mean score is 0.96, that of the open ones 0.90: not a random draw")),
            qPrintable(text->text()));
        // 33 of 40 at 80%: from 73.6 (score of 33 * 39 / 7 = 183.9 trials) to 83.5 (6.6 overridden ones are
        // known); 32 of 40: from 73.0 to 84.0, too wide.
        QVERIFY2(text->text().contains(QStringLiteral("23 more random reviews")), qPrintable(text->text()));
        auto* verdicts = page->findChild<DataTable*>(QStringLiteral("verdictTable"));
        QCOMPARE(verdicts->model()->index(0, 1).data(NumberTableModel::ValueRole).toInt(), 30);

        QSignalSpy asked(&window.context(), &AppContext::reviewRequested);
        auto* button = page->findChild<QPushButton*>(QStringLiteral("reviewUntilPrecise"));
        QVERIFY(button->isEnabled());
        button->click();
        QTRY_COMPARE(asked.size(), 1);
        const auto queue = asked.first().at(1).value<QVector<SampleId>>();
        // As many as the sentence says, in random order, none of the decided.
        QCOMPARE(queue.size(), 23);
        QVERIFY(!std::is_sorted(queue.begin(), queue.end()));
        for (const SampleId id : queue) {
            QVERIFY(ids->indexOf(id) >= 10);
        }
        window.showPage(QStringLiteral("audits"));
        // What people are unsure about is no longer asked for; one flag left is one review.
        decide(10, 35, Verdict::Confirm);
        decide(35, 39, Verdict::Unsure);
        QTRY_VERIFY2(text->text().contains(QStringLiteral("33 of 35 decided flags confirmed; of all 36")),
            qPrintable(text->text()));
        QVERIFY(text->text().contains(QStringLiteral("Precise to ±5 points.")));
        QVERIFY(text->text().contains(QStringLiteral("Unsure flags are left out: 4.")));
        QVERIFY(!button->isEnabled());
        // Nothing open: no interval is left.
        decide(39, 40, Verdict::Confirm);
        QTRY_VERIFY2(text->text().contains(QStringLiteral("34 of 36 decided flags confirmed: 94.4%\n")),
            qPrintable(text->text()));
        QVERIFY(text->text().contains(QStringLiteral("exact")));
        QVERIFY(!button->isEnabled());
    }

    void aShareComesWithItsNumberAndInterval()
    {
        DetectorState state;
        state.flags.confirmed = 1;
        state.flags.overridden = 2;
        state.flags.open = 100'000;
        QCOMPARE(precisionText(state), QStringLiteral("1 of 3 confirmed (6–79%)"));
        state.flags.confirmed = 0;
        state.flags.overridden = 1;
        QCOMPARE(precisionText(state), QStringLiteral("0 of 1 confirmed (0–79%)"));
    }

    void reviewsNeverExceedTheFlags_data()
    {
        QTest::addColumn<int>("flagged");
        QTest::addColumn<int>("reviews");
        QTest::newRow("no flag") << 0 << 0;
        QTest::newRow("one flag") << 1 << 1;
        QTest::newRow("twelve flags") << 12 << 11;
    }

    void reviewsNeverExceedTheFlags()
    {
        QFETCH(int, flagged);
        QFETCH(int, reviews);
        m_project = *Project::create(m_path);
        QVERIFY_RESULT(
            test::addSamples(*m_project, QStringLiteral("Set"), qMax(1, flagged), flagged > 0 ? 1 : 0));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        QVERIFY(page->selectDetector(QStringLiteral("blind_solvable")));
        auto* text = page->findChild<QLabel*>(QStringLiteral("precisionText"));
        auto* button = page->findChild<QPushButton*>(QStringLiteral("reviewUntilPrecise"));
        QCOMPARE(button->isEnabled(), flagged > 0);
        if (flagged == 0) {
            QCOMPARE(text->text(), QStringLiteral("No flags yet."));
            return;
        }
        const QString sentence = reviews == 1 ? QStringLiteral("One more random review brings")
                                              : QStringLiteral("%1 more random reviews bring").arg(reviews);
        QVERIFY2(text->text().contains(sentence), qPrintable(text->text()));
        QSignalSpy asked(&window.context(), &AppContext::reviewRequested);
        button->click();
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).value<QVector<SampleId>>().size(), reviews);
    }

    void reviewUntilPreciseDecidesOnThisDetectorsFlags()
    {
        QVERIFY(makeDemo(true));
        MainWindow window;
        AuditsPage* page = open(window);
        QVERIFY(page);
        const QString detector = QStringLiteral("unanimous_failure");
        QVERIFY(page->selectDetector(detector));
        const auto own = [&](FlagState state) {
            const QVector<Flag> all = flags();
            return std::count_if(all.cbegin(), all.cend(),
                [&](const Flag& flag) { return flag.detector == detector && flag.state == state; });
        };
        const auto count = own(FlagState::Open);
        QVERIFY(count >= 3);
        auto* text = page->findChild<QLabel*>(QStringLiteral("precisionText"));
        QTRY_VERIFY(text->text().contains(QStringLiteral("Nobody")));
        page->findChild<QPushButton*>(QStringLiteral("reviewUntilPrecise"))->click();
        ReviewPage* review = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(
            (review = window.findChild<ReviewPage*>()) && review->isVisible() && review->shownSample(),
            20000);
        QTRY_COMPARE_WITH_TIMEOUT(int(review->session().progress().total), int(count), 20000);
        // Confirm, confirm, override: whatever other flags a sample has, this detector's is decided.
        int decided = 0;
        SampleId last;
        for (const Qt::Key key : {Qt::Key_C, Qt::Key_C, Qt::Key_X}) {
            // A key while the next sample is still on its way is about the one on the screen, decided
            // already.
            QTRY_VERIFY_WITH_TIMEOUT(review->shownSample() && review->shownSample() != last, 20000);
            last = review->shownSample();
            QTest::keyClick(window.focusWidget(), key);
            ++decided;
            QTRY_COMPARE_WITH_TIMEOUT(int(count - own(FlagState::Open)), decided, 20000);
        }
        QCOMPARE(int(own(FlagState::Confirmed)), 2);
        QCOMPARE(int(own(FlagState::Overridden)), 1);
        window.showPage(QStringLiteral("audits"));
        QTRY_VERIFY2(text->text().contains(QStringLiteral("2 of 3 decided flags confirmed; of all ")),
            qPrintable(text->text()));
    }

    void aRandomQueueIsFixedByItsSeed()
    {
        QVector<SampleId> samples;
        for (int i = 1; i <= 50; ++i) {
            samples.append(SampleId{i});
        }
        QVector<SampleId> turned(samples.rbegin(), samples.rend());
        QCOMPARE(randomQueue(samples, 10, 3), randomQueue(turned + samples, 10, 3));
        QVERIFY(randomQueue(samples, 10, 3) != randomQueue(samples, 10, 4));
        QCOMPARE(randomQueue(samples, 80, 3).size(), 50);
    }

private:
    bool makeDemo(bool audited)
    {
        auto made = test::makeDemoProject(m_path, 180, 8, audited);
        if (made) {
            m_project = *made;
        }
        return made.has_value();
    }
    QVector<Flag> flags() const
    {
        return *m_project->read([](sqlite::Connection& c) { return FlagStore(c).list({}); });
    }
    AuditsPage* open(MainWindow& window)
    {
        window.resize(1280, 1000);
        window.show();
        window.openProject(m_path, QStringLiteral("audits"));
        AuditsPage* page = nullptr;
        const auto ready = [&] {
            page = window.findChild<AuditsPage*>();
            return page && page->detectors()->rowCount() > 0 && !page->selectedDetector().isEmpty();
        };
        return QTest::qWaitFor(ready, 20000) ? page : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<Project> m_project;
};

QTEST_MAIN(TestAuditsPage)
#include "tst_auditspage.moc"
