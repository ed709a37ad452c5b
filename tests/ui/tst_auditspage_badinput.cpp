// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/badprojects.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/auditpreviewcard.h"
#include "ui/pages/auditspage.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace winnow;

/// What a bad project costs stands on the Audits page, in a plain sentence, where the detector is shown.
class TestAuditsPageBadInput : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        Theme::instance().apply(ThemeMode::Light);
        setAnnotatorName(QStringLiteral("ann"));
    }

    void theSentenceIsOnThePage_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("detector");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* project, const char* detector, const char* sentence) {
            QTest::addRow("%s, %s", project, detector)
                << QString::fromLatin1(project) << QString::fromLatin1(detector)
                << QString::fromLatin1(sentence);
        };
        row("missing responses", "unanimous_failure",
            "Missing: 267 of 480 responses with the image; missing is not wrong.");
        row("missing responses", "blind_solvable", "blind responses; missing is not wrong.");
        row("constant answers", "unanimous_failure", "The same answer to every sample comes from");
        row("one model", "consensus_against_gold", "there is 1 model");
        row("one model", "blind_solvable", "With 1 model blind nothing can be flagged");
        row("one option", "label_quality",
            "Not judged: 60 samples with a single option; there is no other answer to weigh.");
        row("empty text", "duplicate_near", "Not compared: 60 samples without a question.");
        row("empty text", "mcq_guessable", "Left out: 60 samples with options that have no text.");
        row("all right", "negative_discrimination",
            "Not judged: 60 samples with scored responses of fewer than 12 models");
        row("all wrong", "unanimous_failure", "No model is right on any sample (responses: 480)");
        row("probabilities not a number", "confident_learning",
            "30 samples: option probabilities that are missing, negative, infinite or all 0");
        row("probabilities of another sum", "confident_learning", "that do not sum to 1");
        row("fewer probabilities than options", "confident_learning",
            "30 samples: probabilities that are more or fewer than the options");
        row("one sample", "text_prior", "Too few to train a model on");
        row("no samples", "unanimous_failure", "gold answers");
        row("attempts that contradict each other", "unanimous_failure",
            "On 60 samples runs of one model were scored both right and wrong");
    }
    void theSentenceIsOnThePage()
    {
        QFETCH(QString, project);
        QFETCH(QString, detector);
        QFETCH(QString, sentence);
        const QString path = m_folder->filePath(QStringLiteral("p.winnow"));
        for (const test::BadProject& bad : test::badProjects()) {
            if (QLatin1String(bad.name) == project) {
                QVERIFY(test::makeBadProject(bad, path) != nullptr);
            }
        }
        MainWindow window;
        AuditsPage* page = open(window, path);
        QVERIFY(page);
        QVERIFY(page->selectDetector(detector));
        auto* run = page->findChild<QPushButton*>(QStringLiteral("runOne"));
        const auto sentences = [&] {
            QStringList all;
            for (const char* part : {"needs", "findings"}) {
                for (const QLabel* label :
                    page->findChild<QWidget*>(QString::fromLatin1(part))->findChildren<QLabel*>()) {
                    if (label->isVisibleTo(page)) {
                        all.append(label->text());
                    }
                }
            }
            return all.join(u' ');
        };
        // What cannot run says so at once; what can is run from the keyboard.
        if (run->isEnabled()) {
            QVERIFY2(!sentences().contains(sentence), "said before the run");
            run->setFocus();
            QTest::keyClick(run, Qt::Key_Space);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(sentences().contains(sentence), qPrintable(sentences()), 20000);
    }

    // A run that failed says why, in the colour of a failure; the detectors beside it are there as before.
    void aFailedRunSaysWhy()
    {
        const QString path = m_folder->filePath(QStringLiteral("p.winnow"));
        const auto project = test::makeBadProject(test::badProjects().front(), path);
        const Result<> written = project->write(
            {.parts = ChangeSet::Flags, .samples = {}}, [](sqlite::Connection& connection) -> Result<> {
                DetectorRun run;
                run.detector = QStringLiteral("saturated");
                run.datasetId = DatasetStore(connection).all().first().id;
                run.status = QStringLiteral("failed");
                run.message = QStringLiteral("Every model is right ran out of memory on set");
                FlagStore(connection).recordRun(run);
                return {};
            });
        QVERIFY_RESULT(written);
        MainWindow window;
        AuditsPage* page = open(window, path);
        QVERIFY(page);
        const auto says = [&](const QString& text) {
            const auto labels = page->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->isVisibleTo(page) && label->text().contains(text);
            });
        };
        QVERIFY(page->selectDetector(QStringLiteral("saturated")));
        QTRY_VERIFY(says(QStringLiteral("set: Every model is right ran out of memory on set")));
        QVERIFY(page->findChild<QPushButton*>(QStringLiteral("runOne"))->isEnabled());
        QVERIFY(page->selectDetector(QStringLiteral("frontier")));
        QTRY_VERIFY(!says(QStringLiteral("ran out of memory")));
        QVERIFY(page->findChild<QPushButton*>(QStringLiteral("runOne"))->isEnabled());
    }

private:
    AuditsPage* open(MainWindow& window, const QString& path)
    {
        window.resize(1280, 1000);
        window.show();
        window.openProject(path, QStringLiteral("audits"));
        AuditsPage* page = nullptr;
        const auto ready = [&] {
            page = window.findChild<AuditsPage*>();
            return page && page->detectors()->rowCount() > 0 && !page->selectedDetector().isEmpty();
        };
        return QTest::qWaitFor(ready, 20000) ? page : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestAuditsPageBadInput)
#include "tst_auditspage_badinput.moc"
