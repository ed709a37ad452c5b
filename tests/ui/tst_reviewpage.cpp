// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/decisionhistorymodel.h"
#include "ui/models/keymap.h"
#include "ui/models/responsemodel.h"
#include "ui/models/settings.h"
#include "ui/pages/queuechooser.h"
#include "ui/pages/reviewpage.h"
#include "ui/widgets/decisionbar.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/sampledetailview.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTreeWidget>

using namespace winnow;

namespace {

const QString kReview = QStringLiteral("review");
constexpr int kSamples = 12;

} // namespace

/// The review page in the window, by its keys.
class TestReviewPage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    QVector<SampleId> m_ids;
    std::unique_ptr<MainWindow> m_window;
    int m_projects = 0;

    ReviewPage* page() { return qobject_cast<ReviewPage*>(m_window->page(kReview)); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->openProject(m_path, kReview);
        QTRY_VERIFY(page());
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
    }

    void openAll()
    {
        page()->openQueue(m_ids, QStringLiteral("all"));
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
    }

    void settle() { QTRY_COMPARE(page()->pendingDecisions(), 0); }

    QVector<Decision> ledger()
    {
        return m_window->context()
            .project()
            ->read([](sqlite::Connection& c) { return DecisionStore(c).all(); })
            .value();
    }

    QStringList events() { return test::eventLines(ledger()); }

    QString text(const char* name) { return page()->findChild<QLabel*>(QString::fromLatin1(name))->text(); }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        setAnnotatorName(QStringLiteral("kim"));
        Theme::instance().apply(ThemeMode::Light);
    }

    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("p%1.winnow").arg(++m_projects));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, kSamples);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        project->reset();
        openWindow();
    }

    void cleanup() { m_window.reset(); }

    void tableOfKeysIsSound()
    {
        QSet<int> commands;
        for (const ReviewKey& key : reviewKeys()) {
            const QString id = QLatin1String(key.id);
            QVERIFY2(keyCommand(id), key.id);
            QVERIFY2(!KeyMap::instance().keys(id).isEmpty(), key.id);
            QVERIFY2(!commands.contains(int(key.command)), key.id);
            commands.insert(int(key.command));
        }
        // Nothing of the table is without a command.
        for (const KeyCommand& command : keyCommands()) {
            QVERIFY2(command.page() != u"review"
                    || std::any_of(reviewKeys().cbegin(), reviewKeys().cend(),
                        [&](const ReviewKey& key) { return qstrcmp(key.id, command.id) == 0; }),
                command.id);
        }
        for (const DecisionButton& button : reviewButtons()) {
            QVERIFY2(commands.contains(button.id), qPrintable(button.text));
            QVERIFY(!button.key.isEmpty());
        }
    }

    void offersQueuesWithCounts()
    {
        auto* chooser = page()->findChild<QueueChooser*>();
        QTRY_VERIFY(!chooser->lines().isEmpty());
        QVERIFY(chooser->lines().contains(QStringLiteral("Everything flagged 12")));
        QVERIFY(chooser->lines().contains(QStringLiteral("Models agree on another answer 6")));
        auto* tree = chooser->findChild<QTreeWidget*>();
        QTRY_COMPARE(m_window->focusWidget(), tree);
        press(Qt::Key_Return); // the first line: everything flagged, most suspicious first
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
        QCOMPARE(text("place"), QStringLiteral("1 of 12"));
        QCOMPARE(text("progress"), QStringLiteral("0 of 12"));
    }

    /// What was decided as a whole waits for nobody; and who looks at the queues comes back where he was.
    void openQueuesLeaveOutWhatIsDecided()
    {
        auto* chooser = page()->findChild<QueueChooser*>();
        QTRY_VERIFY(chooser->lines().contains(QStringLiteral("Everything flagged 12")));
        auto* back = page()->findChild<QAbstractButton*>(QStringLiteral("backToQueue"));
        QVERIFY(!back->isVisible());
        press(Qt::Key_Return);
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
        press(Qt::Key_D);
        settle();
        QTRY_VERIFY(page()->shownSample() != m_ids.first());
        const SampleId next = page()->shownSample();
        press(Qt::Key_Q);
        QTRY_VERIFY2(chooser->lines().contains(QStringLiteral("Everything flagged 11")),
            qPrintable(chooser->lines().join(u'\n')));
        QVERIFY(chooser->lines().contains(QStringLiteral("All samples, flagged or not 12")));
        QVERIFY(back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_VERIFY(!chooser->isVisible());
        QCOMPARE(page()->shownSample(), next);
        press(Qt::Key_Q);
        QTRY_VERIFY(chooser->isVisible());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!chooser->isVisible());
        QCOMPARE(page()->shownSample(), next);
        press(Qt::Key_K); // the keys work at once
        settle();
        QCOMPARE(ledger().size(), 2);
    }

    void answersHaveRoomInAWideWindow()
    {
        openAll();
        auto* table = page()->findChild<QTableView*>(QStringLiteral("responses"));
        const int before = table->columnWidth(ResponseModel::AnswerColumn);
        m_window->resize(2560, 1400);
        QTRY_VERIFY(table->columnWidth(ResponseModel::AnswerColumn) > before + 4 * kUnit);
    }

    // What is recorded of some files only takes room where it is.
    void stepsAndRatingsAreShown()
    {
        QVERIFY_RESULT(m_window->context().project()->write(
            {.parts = ChangeSet::Samples | ChangeSet::Responses, .samples = {}},
            [&](sqlite::Connection& c) -> Result<> {
                SampleStore samples(c);
                const std::string question = samples.byId(m_ids.at(0))->sourceIndex.toStdString();
                SampleWriter writer(c);
                writer.addStep(m_ids.at(0), "elsewhere", "");
                writer.addStep(m_ids.at(1), question, "read <b>it</b>");
                writer.addStep(m_ids.at(2), question, "");
                ResponseStore store(c);
                Response response;
                response.runId = store.upsertRun(samples.byId(m_ids.at(1))->datasetId,
                    store.upsertModel(QStringLiteral("rated"), {}), Condition::Standard, {}, {}, {});
                response.sampleId = m_ids.at(1);
                response.score = 1;
                response.verifier = 0.75;
                ResponseWriter responses(c);
                responses.put(response);
                responses.finish();
                return {};
            }));
        openAll();
        const auto* steps = page()->findChild<OptionsPanel*>()->findChild<QLabel*>(QStringLiteral("steps"));
        const auto* table = page()->findChild<QTableView*>(QStringLiteral("responses"));
        const QString ofQuestion
            = QStringLiteral("A step of elsewhere (not in the project)\nSteps: read <b>it</b> (1), 2");
        QTRY_COMPARE(steps->text(), ofQuestion);
        QVERIFY(steps->isVisible());
        QVERIFY(table->isColumnHidden(ResponseModel::VerifierColumn));
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        QCOMPARE(steps->text(), QStringLiteral("Step “read <b>it</b>” of 0"));
        QVERIFY(!table->isColumnHidden(ResponseModel::VerifierColumn));
        QVERIFY(table->isColumnHidden(ResponseModel::LogProbabilityColumn));
        QStringList ratings;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            ratings.append(table->model()->index(row, ResponseModel::VerifierColumn).data().toString());
        }
        QCOMPARE(ratings.count(QStringLiteral("0.75")), 1);
        QCOMPARE(ratings.count(QString()), ratings.size() - 1);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(3));
        QVERIFY(!steps->isVisible());
        QVERIFY(table->isColumnHidden(ResponseModel::VerifierColumn));
        // The same words beside the table of samples.
        m_window->showPage(QStringLiteral("samples"));
        const auto told = [&] {
            const auto* detail = m_window->findChild<SampleDetailView*>();
            const auto* text = detail ? detail->findChild<QLabel*>(QStringLiteral("steps")) : nullptr;
            return text && text->isVisible() ? text->text() : QString();
        };
        QTRY_COMPARE(told(), ofQuestion);
    }

    void anOpenQuestionShowsTheKeyThatOpensTheField()
    {
        openAll();
        const auto* bar = page()->findChild<DecisionBar*>();
        const KeyButton* gold = bar->button(int(ReviewCommand::NewGold));
        QCOMPARE(gold->key(), QStringLiteral("1–9"));
        const int width = gold->width();
        KeyButton other(QString(), QString(), QStringLiteral("1–9"));
        const int hint = other.sizeHint().width();
        other.setKey(QStringLiteral("G"));
        QCOMPARE(other.key(), QStringLiteral("G"));
        QCOMPARE(other.sizeHint().width(), hint); // its neighbours stay where they are
        QCOMPARE(gold->width(), width);
    }

    void historySaysWhenThereIsNone()
    {
        openAll();
        auto* none = page()->findChild<QWidget*>(QStringLiteral("noHistory"));
        press(Qt::Key_H);
        QVERIFY(none->isVisible());
        press(Qt::Key_D);
        settle();
        QTRY_VERIFY(!none->isVisible());
        QVERIFY(page()->findChild<QAbstractItemView*>(QStringLiteral("history"))->isVisible());
    }

    void keysDecide_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QStringList>("events");
        QTest::addColumn<int>("then"); // sample shown afterwards
        const auto line = [](const char* text) { return QStringList{QString::fromLatin1(text)}; };
        // Sample 1 has one flag, four options and the gold answer C.
        QTest::newRow("confirm") << int(Qt::Key_C) << line("1 blind_solvable confirm") << 2;
        QTest::newRow("override") << int(Qt::Key_X) << line("1 blind_solvable override") << 2;
        QTest::newRow("unsure") << int(Qt::Key_U) << line("1 blind_solvable unsure") << 2;
        QTest::newRow("drop") << int(Qt::Key_D) << line("1 drop") << 2;
        QTest::newRow("keep") << int(Qt::Key_K) << line("1 keep") << 2;
        QTest::newRow("convert") << int(Qt::Key_O) << line("1 convert") << 2;
        QTest::newRow("circular") << int(Qt::Key_R) << line("1 circular") << 2;
        QTest::newRow("gold A") << int(Qt::Key_1) << line("1 fix A") << 2;
        QTest::newRow("gold D") << int(Qt::Key_4) << line("1 fix D") << 2;
        QTest::newRow("gold as it is") << int(Qt::Key_3) << QStringList() << 1;
        QTest::newRow("no such option") << int(Qt::Key_9) << QStringList() << 1;
        QTest::newRow("next") << int(Qt::Key_Right) << QStringList() << 2;
        QTest::newRow("next by space") << int(Qt::Key_Space) << QStringList() << 2;
        QTest::newRow("next by J") << int(Qt::Key_J) << QStringList() << 2;
        QTest::newRow("previous") << int(Qt::Key_Left) << QStringList() << 0;
        QTest::newRow("previous by P") << int(Qt::Key_P) << QStringList() << 0;
        QTest::newRow("previous by backspace") << int(Qt::Key_Backspace) << QStringList() << 0;
        QTest::newRow("fit") << int(Qt::Key_F) << QStringList() << 1;
        QTest::newRow("contrast") << int(Qt::Key_T) << QStringList() << 1;
        QTest::newRow("nothing to undo") << int(Qt::Key_Z) << QStringList() << 1;
    }
    void keysDecide()
    {
        QFETCH(int, key);
        QFETCH(QStringList, events);
        QFETCH(int, then);
        page()->openQueue(m_ids, QStringLiteral("all"), m_ids.at(1));
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        press(key);
        settle();
        QTRY_COMPARE(page()->shownSample(), m_ids.at(then));
        QCOMPARE(this->events(), events);
    }

    void goesThroughASessionAndComesBack()
    {
        openAll();
        press(Qt::Key_C); // the first flag of sample 0: stays, the second is next
        QCOMPARE(page()->shownSample(), m_ids.at(0));
        press(Qt::Key_X); // the second
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        press(Qt::Key_U);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(2));
        press(Qt::Key_D);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(3));
        press(Qt::Key_2);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(4));

        press(Qt::Key_N); // letters are text now
        auto* note = page()->findChild<QPlainTextEdit*>(QStringLiteral("noteEditor"));
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("dxk 1"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        settle();
        QCOMPARE(page()->shownSample(), m_ids.at(4));

        press(Qt::Key_G); // open-ended: the gold answer is written
        auto* gold = page()->findChild<QLineEdit*>(QStringLiteral("lineEditor"));
        QTRY_VERIFY(gold->hasFocus());
        QCOMPARE(gold->text(), QStringLiteral("20"));
        QTest::keyClick(gold, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(gold, QStringLiteral("21"));
        QTest::keyClick(gold, Qt::Key_Return);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(5));

        press(Qt::Key_K);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(6));
        press(Qt::Key_Z); // back to what is undone
        QTRY_COMPARE(page()->shownSample(), m_ids.at(5));
        press(Qt::Key_Z, Qt::ShiftModifier);
        settle();
        press(Qt::Key_Z, Qt::ControlModifier);
        settle();
        QTRY_COMPARE(page()->shownSample(), m_ids.at(5));
        settle();
        const QStringList expected{QStringLiteral("0 blind_solvable confirm"),
            QStringLiteral("0 consensus_against_gold override"), QStringLiteral("1 blind_solvable unsure"),
            QStringLiteral("2 drop"), QStringLiteral("3 fix B"), QStringLiteral("4 dxk 1"),
            QStringLiteral("4 fix 21"), QStringLiteral("5 keep"), QStringLiteral("undo 5"),
            QStringLiteral("redo 5"), QStringLiteral("undo 5")};
        QCOMPARE(events().join(u'\n'), expected.join(u'\n'));
        for (const Decision& decision : ledger()) {
            QCOMPARE(decision.annotator, QStringLiteral("kim"));
        }
        // The page hears of the ledger when the write is done, which may be after the keys.
        QTRY_COMPARE(page()->session().progress().done, 5);

        m_window.reset();
        openWindow();
        QTRY_COMPARE(page()->shownSample(), m_ids.at(5));
        QCOMPARE(page()->session().title(), QStringLiteral("all"));
        QCOMPARE(page()->session().queue(), m_ids);
        QCOMPARE(text("place"), QStringLiteral("6 of 12"));
        QVERIFY(text("progress").startsWith(QStringLiteral("5 of 12")));
        QCOMPARE(events(), expected);
    }

    void placeIsKeptWithoutDeciding()
    {
        openAll();
        for (int i = 1; i < 4; ++i) {
            press(Qt::Key_Right);
            QTRY_COMPARE(page()->shownSample(), m_ids.at(i));
        }
        m_window->closeProject();
        m_window->openProject(m_path, kReview);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(3));
    }

    /// Keys faster than samples can be read: each decision belongs to what was on the screen.
    void decisionBindsToTheSampleOnTheScreen_data()
    {
        QTest::addColumn<int>("eventsEvery");
        QTest::newRow("without any pause") << 100;
        QTest::newRow("now and then an event") << 3;
        QTest::newRow("an event a key") << 1;
    }
    void decisionBindsToTheSampleOnTheScreen()
    {
        QFETCH(int, eventsEvery);
        QVector<SampleId> backwards{m_ids.first()};
        for (int i = kSamples - 1; i > 0; --i) {
            backwards.append(m_ids.at(i));
        }
        page()->openQueue(backwards, QStringLiteral("backwards"));
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
        QVector<SampleId> shown;
        QVector<Action> meant;
        for (int i = 0; i < 30 && page()->shownSample(); ++i) {
            shown.append(page()->shownSample());
            meant.append(i % 2 ? Action::Drop : Action::Keep);
            press(i % 2 ? Qt::Key_D : Qt::Key_K);
            if (i % eventsEvery == eventsEvery - 1) {
                QCoreApplication::processEvents();
            }
        }
        settle();
        const QVector<Decision> stored = ledger();
        QCOMPARE(stored.size(), shown.size());
        for (qsizetype i = 0; i < stored.size(); ++i) {
            QCOMPARE(stored.at(i).sampleId, shown.at(i));
            QCOMPARE(stored.at(i).action, meant.at(i));
        }
    }

    void hammeringOneKeyDecidesEachSampleOnce()
    {
        openAll();
        for (int i = 0; i < 40; ++i) {
            press(Qt::Key_K);
            if (i % 3 == 0) {
                QCoreApplication::processEvents();
            }
        }
        settle();
        QVERIFY(ledger().size() >= 2);
        QSet<qint64> decided;
        for (const Decision& decision : ledger()) {
            QVERIFY2(!decided.contains(decision.sampleId.value), "one sample was decided twice");
            decided.insert(decision.sampleId.value);
            QCOMPARE(decision.action, Action::Keep);
        }
    }

    void finishesAndOffersWhatIsNext()
    {
        page()->openQueue({m_ids.at(1), m_ids.at(3)}, QStringLiteral("two"));
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(3));
        press(Qt::Key_C);
        settle();
        auto* notice = page()->findChild<QWidget*>(QStringLiteral("reviewNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(page()->shownSample(), SampleId{}); // nothing can be decided unseen
        press(Qt::Key_D);
        press(Qt::Key_Return); // the one not decided
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        press(Qt::Key_C);
        settle();
        press(Qt::Key_Right);
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(page()->session().undecided(), 0);
        press(Qt::Key_Left);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(3));
        QCOMPARE(events().size(), 2);
    }

    void hidesFlagsUntilAnswered()
    {
        openAll();
        auto* evidence = page()->findChild<EvidenceList*>();
        auto* options = page()->findChild<OptionsPanel*>();
        QCOMPARE(evidence->count(), 2);
        press(Qt::Key_B);
        QCOMPARE(evidence->count(), 0);
        for (const OptionLine& line : options->lines()) {
            QCOMPARE(line.mark, OptionLine::Mark::None);
            QCOMPARE(line.standard, -1);
        }
        press(Qt::Key_C); // nothing to confirm yet
        press(Qt::Key_1);
        QCOMPARE(evidence->count(), 2);
        QCOMPARE(options->lines().at(2).mark, OptionLine::Mark::Gold);
        settle();
        QCOMPARE(events(), QStringList{QStringLiteral("0 blind answer: A")});
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        QCOMPARE(evidence->count(), 0);
        m_window.reset();
        openWindow(); // the setting belongs to the project
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        QCOMPARE(page()->findChild<EvidenceList*>()->count(), 0);
    }

    void undoesABatchTakenElsewhere()
    {
        openAll();
        {
            DecisionService elsewhere(m_window->context().project());
            QVector<Decision> batch;
            for (int i : {8, 9, 10}) {
                Decision decision;
                decision.annotator = QStringLiteral("kim");
                decision.sampleId = m_ids.at(i);
                decision.action = Action::Drop;
                batch.append(decision);
            }
            elsewhere.decide(batch);
        }
        QTRY_COMPARE(page()->session().progress().done, 3);
        press(Qt::Key_Z);
        QTRY_VERIFY(page()->session().progress().done == 0);
        QTRY_VERIFY(page()->shownSample() == m_ids.at(10) || page()->shownSample() == m_ids.at(8));
        QCOMPARE(ledger().size(), 6);
    }

    void showsVotesAndHistory()
    {
        openAll();
        auto* options = page()->findChild<OptionsPanel*>();
        QCOMPARE(options->lines().size(), 4);
        const OptionLine gold = options->lines().at(2);
        QCOMPARE(gold.mark, OptionLine::Mark::Gold);
        QCOMPARE(gold.standard + options->lines().at(0).standard, 6);
        QCOMPARE(gold.standardOf, 6);
        QVERIFY(text("votesLegend").contains(QStringLiteral("Standard: 6 models")));
        auto* table = page()->findChild<QAbstractItemView*>(QStringLiteral("responses"));
        QAbstractItemModelTester responses(table->model());
        QCOMPARE(table->model()->rowCount(), 6); // the standard condition at first
        for (auto* button : page()->findChildren<QAbstractButton*>()) {
            if (button->text() == QStringLiteral("All 12")) {
                button->click();
            }
        }
        QCOMPARE(table->model()->rowCount(), 12);
        auto* history = page()->findChild<QAbstractItemView*>(QStringLiteral("history"));
        QAbstractItemModelTester events(history->model());
        press(Qt::Key_H);
        QVERIFY(!table->isVisible());
        press(Qt::Key_D);
        QTRY_VERIFY(history->isVisible());
        press(Qt::Key_Right);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(2));
        QTRY_COMPARE(history->model()->rowCount(), 1);
        QCOMPARE(history->model()->index(0, 0).data().toString(), QStringLiteral("Drop"));
        QTest::mouseClick(history->viewport(), Qt::LeftButton, {},
            history->visualRect(history->model()->index(0, 0)).center());
        QTRY_COMPARE(page()->shownSample(), m_ids.at(0));
        press(Qt::Key_1); // another action for the same sample: the new gold is marked
        settle();
        press(Qt::Key_Left);
        QTRY_COMPARE(page()->shownSample(), m_ids.at(0));
        QTRY_COMPARE(options->lines().at(0).mark, OptionLine::Mark::NewGold);
        QCOMPARE(options->lines().at(2).mark, OptionLine::Mark::FormerGold);
    }

    void beginsWithTheKindOfTheQueue()
    {
        page()->openQueue(m_ids, QStringLiteral("agreement"), {}, {QStringLiteral("consensus_against_gold")});
        QTRY_COMPARE(page()->shownSample(), m_ids.first());
        press(Qt::Key_C);
        press(Qt::Key_C); // then the other flag of the sample
        settle();
        QCOMPARE(events(),
            (QStringList{QStringLiteral("0 consensus_against_gold confirm"),
                QStringLiteral("0 blind_solvable confirm")}));
        m_window.reset();
        openWindow(); // the queue remembers what it is about
        QTRY_COMPARE(page()->shownSample(), m_ids.at(1));
        QCOMPARE(page()->session().kinds(), QStringList{QStringLiteral("consensus_against_gold")});
    }

    void movesBetweenFlagsAndZooms()
    {
        openAll();
        auto* evidence = page()->findChild<EvidenceList*>();
        QCOMPARE(evidence->current(), 0);
        press(Qt::Key_Down);
        QCOMPARE(evidence->current(), 1);
        press(Qt::Key_X);
        settle();
        QCOMPARE(events(), QStringList{QStringLiteral("0 consensus_against_gold override")});
        QCOMPARE(evidence->current(), 0); // the one that is still open

        auto* image = page()->findChild<ImageView*>();
        QVERIFY(image->isFitted());
        press(Qt::Key_Plus);
        QVERIFY(!image->isFitted());
        press(Qt::Key_F);
        QVERIFY(image->isFitted());
        press(Qt::Key_A);
        QCOMPARE(image->scaleOf(0), 1.0);
        press(Qt::Key_BracketRight);
        QCOMPARE(image->transform().quarterTurns(), 1);
    }

    void progressReadsAsOneLine()
    {
        ReviewProgress progress;
        progress.done = 37;
        progress.total = 212;
        QCOMPARE(ReviewPage::progressText(progress), QStringLiteral("37 of 212"));
        progress.perHour = 410;
        progress.minutesLeft = 25.6;
        QCOMPARE(ReviewPage::progressText(progress), QStringLiteral("37 of 212, 410 an hour, 26 min left"));
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
