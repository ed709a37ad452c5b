// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/run/auditrunner.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "tests/support/reviewproject.h"
#include "tests/support/windowdriver.h"
#include "ui/pages/reviewpage.h"
#include "ui/widgets/evidencecard.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/optionspanel.h"
#include "ui/widgets/responsepanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>

#include <algorithm>

using namespace winnow;

/// Every button and key of the Review page, by mouse and keyboard.
class TestControlsReview : public QObject {
    Q_OBJECT

    static constexpr int kSamples = 8;
    test::WindowDriver m_driver;
    QVector<SampleId> m_ids;
    int m_projects = 0;

    ReviewPage* page() { return static_cast<ReviewPage*>(m_driver.window().page(QStringLiteral("review"))); }
    ImageView* image() { return m_driver.find<ImageView>("imageView"); }
    QTreeWidget* queues() { return m_driver.find<QTreeWidget>("queues"); }
    bool shows(int sample)
    {
        return QTest::qWaitFor([&] { return page()->shownSample() == m_ids.at(sample); });
    }
    /// "verdict action gold note" of the last event, "undo" or "redo".
    QString last()
    {
        if (!QTest::qWaitFor([this] { return page()->pendingDecisions() == 0; })) {
            return QStringLiteral("nothing is saved");
        }
        const auto all = m_driver.context().project()->read(
            [](sqlite::Connection& c) { return DecisionStore(c).all(); });
        if (!all || all->isEmpty()) {
            return QStringLiteral("nothing");
        }
        const Decision& d = all->constLast();
        QStringList parts{d.isUndo() ? QStringLiteral("undo")
                : d.isRedo()         ? QStringLiteral("redo")
                                     : QString(),
            verdictId(d.verdict), actionId(d.action), d.newGold, d.note};
        parts.removeAll(QString());
        return parts.join(u' ');
    }
    bool start(int at = 0)
    {
        QSignalSpy opened(page(), &ReviewPage::queueOpened);
        page()->openQueue(m_ids.mid(at), QStringLiteral("all"));
        return opened.wait() && shows(at);
    }
    /// The decision button of the bar; a queue has a button of the same name.
    QAbstractButton* inBar(const QString& text)
    {
        for (auto* each : m_driver.find("decisionBar")->findChildren<QAbstractButton*>()) {
            if (each->isVisible() && (each->text() == text || each->accessibleName() == text)) {
                return each;
            }
        }
        return nullptr;
    }
    QAbstractButton* starting(const QString& text)
    {
        for (auto* each : page()->findChildren<QAbstractButton*>()) {
            if (each->isVisible() && each->text().startsWith(text)) {
                return each;
            }
        }
        return nullptr;
    }

private slots:
    void init()
    {
        const QString path = m_driver.path(QStringLiteral("p%1.winnow").arg(++m_projects));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, kSamples, 320, 240);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("other"), 4, 2));
        project->reset();
        QVERIFY(m_driver.open(path, QStringLiteral("review")));
        QTRY_VERIFY(queues() && queues()->topLevelItemCount() > 1);
    }
    void cleanup() { m_driver.close(); }

    void queuesAreChosenByStateAndDataset()
    {
        const auto first = [this] {
            return queues()->topLevelItemCount() > 0 ? queues()->topLevelItem(0)->text(1) : QString();
        };
        QTRY_COMPARE(first(), QStringLiteral("10"));
        auto* dataset = m_driver.find<QComboBox>("queueDataset");
        dataset->setFocus();
        QTest::keyClick(dataset, Qt::Key_Down);
        QTRY_COMPARE(first(), QStringLiteral("8"));
        QTest::keyClick(dataset, Qt::Key_Down);
        QTRY_COMPARE(first(), QStringLiteral("2"));
        QTest::keyClick(dataset, Qt::Key_Home);
        QTRY_COMPARE(first(), QStringLiteral("10"));
        QVERIFY(start());
        m_driver.key(Qt::Key_C);
        m_driver.key(Qt::Key_U);
        QVERIFY(shows(1));
        QVERIFY(m_driver.press(m_driver.find("queueTitle")));
        for (const auto& [state, title, count] : {std::tuple("Unsure", "Everything flagged", "1"),
                 std::tuple("Decided", "Everything flagged", "1"),
                 std::tuple("Disputed", "All samples, flagged or not", "12"),
                 std::tuple("All", "Everything flagged", "10"),
                 std::tuple("Open", "Everything flagged", "9")}) {
            QVERIFY2(m_driver.press(QString::fromLatin1(state)), state);
            QTRY_COMPARE(first(), QString::fromLatin1(count));
            QCOMPARE(queues()->topLevelItem(0)->text(0), QString::fromLatin1(title));
        }
        m_driver.clickRow(queues(), 0);
        QTRY_VERIFY(image());
        m_driver.key(Qt::Key_Q);
        QTRY_VERIFY(queues() && queues()->hasFocus());
        QVERIFY(m_driver.settle());
        m_driver.key(Qt::Key_Down);
        m_driver.key(Qt::Key_Return);
        QTRY_VERIFY(image());
    }

    void everyDecisionHasAButtonAndAKey_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("stored");
        QTest::newRow("confirm") << QStringLiteral("Confirm") << int(Qt::Key_C) << QStringLiteral("confirm");
        QTest::newRow("override") << QStringLiteral("Override") << int(Qt::Key_X)
                                  << QStringLiteral("override");
        QTest::newRow("unsure") << QStringLiteral("Unsure") << int(Qt::Key_U) << QStringLiteral("unsure");
        QTest::newRow("drop") << QStringLiteral("Drop") << int(Qt::Key_D) << QStringLiteral("drop");
        QTest::newRow("keep") << QStringLiteral("Keep") << int(Qt::Key_K) << QStringLiteral("keep");
        QTest::newRow("open-ended") << QStringLiteral("Open-ended") << int(Qt::Key_O)
                                    << QStringLiteral("convert");
        QTest::newRow("circular") << QStringLiteral("Circular") << int(Qt::Key_R)
                                  << QStringLiteral("circular");
    }
    void everyDecisionHasAButtonAndAKey()
    {
        QFETCH(QString, button);
        QFETCH(int, key);
        QFETCH(QString, stored);
        QVERIFY(start(1));
        QVERIFY(m_driver.press(inBar(button)));
        QCOMPARE(last(), stored);
        QVERIFY(m_driver.press(inBar(QStringLiteral("Undo"))));
        QTRY_VERIFY(last().startsWith(QLatin1String("undo")));
        QVERIFY(m_driver.press(inBar(QStringLiteral("Redo"))));
        QTRY_VERIFY(last().startsWith(QLatin1String("redo")));
        m_driver.key(Qt::Key_Z);
        QTRY_VERIFY(last().startsWith(QLatin1String("undo")));
        m_driver.key(Qt::Key_Z, Qt::ShiftModifier);
        QTRY_VERIFY(last().startsWith(QLatin1String("redo")));
        QVERIFY(start(3));
        m_driver.key(key);
        QCOMPARE(last(), stored);
    }

    void proposalsAreWrittenAndConfirmedByReason()
    {
        SilentProgress progress;
        AuditRequest request;
        request.detectors = {QStringLiteral("mcq_transform")};
        QVERIFY_RESULT(AuditRunner(*m_driver.context().project()).run(request, progress));
        QVERIFY(m_driver.settle());
        QVERIFY(start(1));
        m_driver.key(Qt::Key_O, Qt::ShiftModifier);
        auto* editor = m_driver.find<QPlainTextEdit>("noteEditor");
        QTRY_VERIFY(editor && editor->hasFocus());
        // As it is proposed: the question, an empty line, the answers.
        QVERIFY2(editor->toPlainText().contains(QStringLiteral("\n\n")), qPrintable(editor->toPlainText()));
        editor->setPlainText(QStringLiteral("no answer here"));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(last(), QStringLiteral("nothing"));
        m_driver.key(Qt::Key_O, Qt::ShiftModifier);
        editor = m_driver.find<QPlainTextEdit>("noteEditor");
        editor->setPlainText(QStringLiteral("How many?\n\nfive\n5"));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(last(), QStringLiteral("convert five\n5"));

        const auto proposed = [this] {
            FlagFilter filter;
            filter.detector = QStringLiteral("mcq_transform");
            return m_driver.context()
                .project()
                ->read([&](sqlite::Connection& c) { return FlagStore(c).list(filter); })
                .value_or(QVector<Flag>());
        };
        const auto proposals = [&](const std::optional<FlagState>& state) {
            const QVector<Flag> all = proposed();
            return std::count_if(
                all.cbegin(), all.cend(), [&](const Flag& flag) { return !state || flag.state == *state; });
        };
        QVERIFY(proposals({}) > 1);
        QVERIFY(start(3));
        // Only a proposal has a reason that others share.
        for (int i = 0; i < 4 && proposals(FlagState::Confirmed) == 0; ++i) {
            m_driver.key(Qt::Key_C, Qt::ShiftModifier);
            QTest::qWait(300);
            m_driver.key(Qt::Key_Tab);
        }
        QTRY_VERIFY(proposals(FlagState::Confirmed) > 1);
        QVERIFY(m_driver.settle());
        // All of one reason and none of another.
        QStringList confirmed;
        QStringList open;
        for (const Flag& flag : proposed()) {
            (flag.state == FlagState::Confirmed ? confirmed : open)
                .append(flag.kind + flag.evidence.value(QLatin1String("reason")).toString());
        }
        QCOMPARE(QSet<QString>(confirmed.cbegin(), confirmed.cend()).size(), 1);
        QVERIFY2(!open.contains(confirmed.first()), qPrintable(confirmed.first()));
    }

    void goldAndNoteAreWritten()
    {
        QVERIFY(start(1));
        QVERIFY(m_driver.press(inBar(QStringLiteral("New gold"))));
        auto* gold = m_driver.find<QLineEdit>("lineEditor");
        QTRY_VERIFY(gold->hasFocus());
        gold->selectAll();
        QTest::keyClicks(gold, QStringLiteral("B"));
        QTest::keyClick(gold, Qt::Key_Return);
        QTRY_COMPARE(last(), QStringLiteral("fix B"));
        QVERIFY(start(2));
        m_driver.key(Qt::Key_4);
        QTRY_COMPARE(last(), QStringLiteral("fix D"));
        QVERIFY(start(3));
        QVERIFY(m_driver.press(inBar(QStringLiteral("Note"))));
        auto* note = m_driver.find<QPlainTextEdit>("noteEditor");
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("odd"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(last(), QStringLiteral("odd"));
        QVERIFY(start(5));
        m_driver.key(Qt::Key_G);
        QTRY_VERIFY(m_driver.find<QLineEdit>("lineEditor")->hasFocus());
        m_driver.key(Qt::Key_Escape);
        m_driver.key(Qt::Key_N);
        QTRY_VERIFY(m_driver.find<QPlainTextEdit>("noteEditor")->hasFocus());
        m_driver.key(Qt::Key_Escape);
        QVERIFY(!m_driver.find("noteEditor"));
        // A double click on an option makes it the gold answer.
        auto* options = page()->findChild<OptionLines*>();
        QTest::mouseDClick(options, Qt::LeftButton, {}, {40, 8});
        QTRY_COMPARE(last(), QStringLiteral("fix A"));
    }

    void everyKeyGoesWhereItSays()
    {
        QVERIFY(start());
        for (const int key : {Qt::Key_Right, Qt::Key_Space, Qt::Key_J}) {
            m_driver.key(key);
        }
        QVERIFY(shows(3));
        for (const int key : {Qt::Key_Left, Qt::Key_Backspace, Qt::Key_P}) {
            m_driver.key(key);
        }
        QVERIFY(shows(0));
        m_driver.key(Qt::Key_Return);
        QVERIFY(shows(1));
        m_driver.key(Qt::Key_Enter);
        QVERIFY(shows(2));
        auto* list = m_driver.find<EvidenceList>("evidence");
        const auto cards = list->findChildren<EvidenceCard*>();
        QCOMPARE(cards.size(), 2);
        m_driver.key(Qt::Key_Down);
        m_driver.key(Qt::Key_X);
        QCOMPARE(last(), QStringLiteral("override"));
        QVERIFY(shows(2));
        m_driver.key(Qt::Key_Up);
        QVERIFY(start(4));
        // The card that is clicked is the flag that is decided on.
        const auto other = m_driver.find<EvidenceList>("evidence")->findChildren<EvidenceCard*>();
        QTest::mouseClick(other.at(1), Qt::LeftButton, {}, {30, 10});
        m_driver.key(Qt::Key_C);
        QCOMPARE(last(), QStringLiteral("confirm"));
        const auto all = m_driver.context().project()->read(
            [](sqlite::Connection& c) { return DecisionStore(c).all(); });
        QCOMPARE(all->constLast().kind, QStringLiteral("consensus_against_gold"));
    }

    void thePictureFollowsKeysWheelAndMouse()
    {
        QVERIFY(start());
        QTRY_COMPARE(image()->imageCount(), 1);
        QVERIFY(m_driver.settle());
        const auto scale = [this] { return image()->scaleOf(0); };
        const double fitted = scale();
        m_driver.key(Qt::Key_Plus);
        QVERIFY(scale() > fitted);
        m_driver.key(Qt::Key_Minus);
        QCOMPARE(scale(), fitted);
        m_driver.key(Qt::Key_Equal);
        QVERIFY(scale() > fitted);
        m_driver.key(Qt::Key_0);
        QVERIFY(image()->isFitted());
        m_driver.key(Qt::Key_A);
        QCOMPARE(scale(), 1.0);
        m_driver.key(Qt::Key_F);
        QVERIFY(image()->isFitted());
        const QPointF middle = image()->rect().center();
        QWheelEvent wheel(
            middle, image()->mapToGlobal(middle), {}, {0, 600}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(image(), &wheel);
        QVERIFY(scale() > fitted);
        for (int i = 0; i < 4; ++i) {
            m_driver.key(Qt::Key_Plus);
        }
        const auto seen = [&] { return image()->transform().imagePoint(0, middle); };
        QPointF before = seen();
        for (const auto& [key, across, down] :
            {std::tuple(Qt::Key_Left, -1, 0), std::tuple(Qt::Key_Right, 1, 0), std::tuple(Qt::Key_Up, 0, -1),
                std::tuple(Qt::Key_Down, 0, 1)}) {
            m_driver.key(key, Qt::ShiftModifier);
            const QPointF moved = seen() - before;
            QVERIFY2(moved.x() * across > 0 || moved.y() * down > 0, qPrintable(QString::number(key)));
            before = seen();
        }
        QTest::mousePress(image(), Qt::LeftButton, {}, middle.toPoint());
        QTest::mouseMove(image(), middle.toPoint() + QPoint(20, 0));
        QTest::mouseMove(image(), middle.toPoint() + QPoint(40, 0));
        QTest::mouseRelease(image(), Qt::LeftButton, {}, middle.toPoint() + QPoint(40, 0));
        QVERIFY(seen().x() < before.x());
        m_driver.key(Qt::Key_BracketRight);
        QCOMPARE(image()->transform().quarterTurns(), 1);
        m_driver.key(Qt::Key_BracketLeft);
        QCOMPARE(image()->transform().quarterTurns(), 0);
        for (const Contrast each : {Contrast::Stretched, Contrast::Inverted, Contrast::Normal}) {
            m_driver.key(Qt::Key_T);
            QCOMPARE(image()->contrast(), each);
        }
    }

    void responsesHistoryAndModesAreChosen()
    {
        QVERIFY(start());
        auto* table = m_driver.find<QTableView>("responses");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        for (const auto& [title, rows] :
            {std::pair("All", 12), std::pair("Standard", 6), std::pair("Blind 6", 6)}) {
            QTRY_VERIFY(starting(QString::fromLatin1(title)));
            auto* button = starting(QString::fromLatin1(title));
            QVERIFY2(m_driver.press(button), title);
            QVERIFY(button->isChecked());
            QCOMPARE(table->model()->rowCount(), rows);
        }
        m_driver.clickRow(table, 2, 2);
        auto* raw = m_driver.find<QPlainTextEdit>("rawText");
        QVERIFY(raw && raw->toPlainText().startsWith(QLatin1String("The answer is")));
        QVERIFY(m_driver.press(QStringLiteral("History")));
        QVERIFY(m_driver.find("noHistory") && !m_driver.find("responses"));
        QVERIFY(m_driver.press(QStringLiteral("Responses")));
        QVERIFY(!m_driver.find("noHistory") && m_driver.find("responses"));
        m_driver.key(Qt::Key_H);
        QVERIFY(m_driver.find("noHistory"));
        m_driver.key(Qt::Key_D);
        QVERIFY(shows(1));
        QTRY_VERIFY(m_driver.find<QAbstractItemView>("history"));
        auto* history = m_driver.find<QAbstractItemView>("history");
        QTRY_COMPARE(history->model()->rowCount(), 1);
        m_driver.clickRow(history, 0);
        QVERIFY(shows(0));
        m_driver.key(Qt::Key_H);

        auto* blind = m_driver.find<QAbstractButton>("blindReview");
        QVERIFY(start(2));
        QVERIFY(m_driver.find<EvidenceList>("evidence")->findChildren<EvidenceCard*>().size() > 0);
        QVERIFY(m_driver.press(blind));
        QVERIFY(blind->isChecked());
        const auto cards = [this] {
            const auto all = m_driver.find<EvidenceList>("evidence")->findChildren<EvidenceCard*>();
            return std::count_if(
                all.begin(), all.end(), [](const EvidenceCard* card) { return card->isVisible(); });
        };
        QTRY_COMPARE(cards(), 0);
        m_driver.key(Qt::Key_B);
        QVERIFY(!blind->isChecked());
        QTRY_COMPARE(cards(), 2);
    }

    void theEndOfAQueueLeadsOn()
    {
        const auto pressed = [this](const char* text) { return m_driver.press(QString::fromLatin1(text)); };
        page()->openQueue(m_ids.mid(0, 2), QStringLiteral("two"));
        QVERIFY(shows(0));
        m_driver.key(Qt::Key_Right);
        QVERIFY(shows(1));
        m_driver.key(Qt::Key_Right);
        QTRY_VERIFY(m_driver.button(QStringLiteral("Go to the next undecided")));
        QVERIFY(pressed("Back to the last sample"));
        QTRY_VERIFY(image());
        m_driver.key(Qt::Key_Right);
        QTRY_VERIFY(m_driver.button(QStringLiteral("Go to the next undecided")));
        QVERIFY(pressed("Go to the next undecided"));
        QVERIFY(shows(0));
        QTRY_VERIFY(image());
        m_driver.key(Qt::Key_K);
        QVERIFY(shows(1));
        m_driver.key(Qt::Key_K);
        QTRY_VERIFY(m_driver.button(QStringLiteral("See what it changes")));
        QVERIFY(pressed("Choose another queue"));
        QTRY_VERIFY(queues());
        page()->openQueue(m_ids.mid(0, 1), QStringLiteral("one"));
        QVERIFY(m_driver.settle());
        QVERIFY(shows(0));
        QTRY_VERIFY(image());
        m_driver.key(Qt::Key_Right);
        QTRY_VERIFY(m_driver.button(QStringLiteral("See what it changes")));
        QVERIFY(pressed("See what it changes"));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("insights"));
    }
};

QTEST_MAIN(TestControlsReview)
#include "tst_controls_review.moc"
