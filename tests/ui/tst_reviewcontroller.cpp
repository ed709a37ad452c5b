// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "tests/support/fulldisk.h"
#include "tests/support/privatesettings.h"
#include "tests/support/reviewproject.h"
#include "ui/models/projectsession.h"
#include "ui/models/reviewcontroller.h"
#include "ui/models/settings.h"

#include <QDir>
#include <QSignalSpy>

using namespace winnow;

namespace {

constexpr int kSamples = 12;
const QString kAll = QStringLiteral("all");

} // namespace

/// The review without a window: what is shown at once, what the project says after, and that both agree.
class TestReviewController : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_projects = 0;
    QVector<SampleId> m_ids;
    // As the window has them.
    std::unique_ptr<ProjectSession> m_session;
    std::unique_ptr<DecisionService> m_service;
    std::unique_ptr<ReviewController> m_review;
    ReviewParts m_changed;
    QStringList m_said;
    QVector<Error> m_notSaved;

    ReviewWalk& walk() { return m_review->walk(); }
    ReviewDecisions& decisions() { return m_review->decisions(); }
    const ReviewSession& session() { return walk().session(); }
    int shown() { return int(m_ids.indexOf(walk().shown().id())); }

    void open(Project::Mode mode = Project::Mode::ReadWrite)
    {
        auto project = Project::open(m_path, mode);
        QVERIFY_RESULT(project);
        m_service = std::make_unique<DecisionService>(*project);
        m_session->setProject(*project);
        m_review->setProject(m_service.get());
    }

    /// In the order in which the window closes a project.
    void close()
    {
        m_service.reset();
        m_session->setProject(nullptr);
        m_review->setProject(nullptr);
    }

    void begin(int at)
    {
        m_review->openQueue({m_ids, kAll, m_ids.at(at), {}});
        QTRY_COMPARE(shown(), at);
    }

    /// Nothing is on its way and what is shown is where the queue stands.
    void settle()
    {
        QTRY_COMPARE(m_review->inFlight().size(), 0);
        QTRY_VERIFY(
            walk().stage() != ReviewWalk::Stage::Sample || walk().shown().id() == session().current());
    }

    /// Nothing needs to be opened for the next samples: that, too, would find no room.
    void readAhead()
    {
        pressAll("> . > . > . < . < . <");
        settle();
    }

    void press(const QString& key)
    {
        static const QHash<QString, Verdict> verdicts{{QStringLiteral("c"), Verdict::Confirm},
            {QStringLiteral("x"), Verdict::Override}, {QStringLiteral("u"), Verdict::Unsure}};
        static const QHash<QString, Action> actions{{QStringLiteral("d"), Action::Drop},
            {QStringLiteral("k"), Action::Keep}, {QStringLiteral("o"), Action::Convert},
            {QStringLiteral("r"), Action::Circular}};
        static const QHash<QString, ReviewWalk::Step> steps{{QStringLiteral(">"), ReviewWalk::Step::Next},
            {QStringLiteral("<"), ReviewWalk::Step::Previous},
            {QStringLiteral("!"), ReviewWalk::Step::NextUndecided}};
        const QString rest = key.mid(1);
        if (verdicts.contains(key)) {
            decisions().judge(verdicts.value(key));
        } else if (actions.contains(key)) {
            decisions().act(actions.value(key));
        } else if (steps.contains(key)) {
            m_review->move(steps.value(key));
        } else if (key == QStringLiteral(".")) {
            settle();
        } else if (key == QStringLiteral("z")) {
            decisions().undo();
        } else if (key == QStringLiteral("y")) {
            decisions().redo();
        } else if (key == QStringLiteral("b")) {
            decisions().setBlind(!decisions().isBlind());
        } else if (key == QStringLiteral("f")) {
            m_review->moveFlag(1);
        } else if (key.startsWith(u'a')) {
            decisions().answerUnseen(rest);
        } else if (key.startsWith(u'g')) {
            decisions().writeGold(rest);
        } else if (key.startsWith(u'n')) {
            decisions().writeNote(rest);
        } else if (key.startsWith(u'v')) {
            m_review->visit(rest);
            QTRY_VERIFY(session().isVisiting());
        } else {
            decisions().chooseOption(key.toInt() - 1);
        }
    }

    void pressAll(const char* keys)
    {
        for (const QString& key : QString::fromLatin1(keys).split(u' ')) {
            press(key);
        }
    }

    std::shared_ptr<Project> project() { return m_service->project(); }

    template <typename Read> auto read(Read what)
    {
        return project()
            ->read([&](sqlite::Connection& c) {
                DecisionStore store(c);
                return what(store);
            })
            .value();
    }

    QStringList events()
    {
        return test::eventLines(read([](DecisionStore& store) { return store.all(); }));
    }

    /// What the project says of a sample, and what is shown of the one on the screen, in the same words.
    static QString standingOf(const SampleBundle& bundle)
    {
        QStringList words{bundle.sample.sourceIndex};
        for (const Flag& flag : bundle.flags) {
            words.append(flagStateId(flag.state));
        }
        const std::optional<Decision> action = bundle.action();
        words.append(action ? actionId(action->action) : QString());
        return words.join(u' ');
    }
    QString stored(SampleId sample) { return standingOf(*loadSampleBundle(*project(), sample).value()); }

    /// What was shown before anything was stored is what the project says now.
    void agree()
    {
        const auto reviewed = read([](DecisionStore& store) { return store.reviewedSamples(); });
        QTRY_COMPARE(session().progress().done, qint64(reviewed.size()));
        if (walk().stage() == ReviewWalk::Stage::Sample) {
            QTRY_COMPARE(standingOf(*walk().shown().bundle()), stored(walk().shown().id()));
        }
    }

private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        auto project = Project::create(m_folder.filePath(QStringLiteral("made.winnow")));
        QVERIFY_RESULT(project);
        auto ids = test::addReviewSamples(**project, kSamples);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void init()
    {
        setAnnotatorName(QStringLiteral("kim"));
        m_path = m_folder.filePath(QStringLiteral("p%1.winnow").arg(++m_projects));
        const QDir folder(m_folder.path());
        for (const QString& made : folder.entryList({QStringLiteral("made.winnow*")}, QDir::Files)) {
            QVERIFY(QFile::copy(folder.filePath(made), m_path + made.mid(11)));
        }
        m_changed = {};
        m_said.clear();
        m_notSaved.clear();
        m_session = std::make_unique<ProjectSession>(nullptr);
        m_review = std::make_unique<ReviewController>();
        m_review->walk().setViewSize({640, 480}, 1);
        connect(
            m_session.get(), &ProjectSession::storeChanged, m_review.get(), &ReviewController::storeChanged);
        connect(m_review.get(), &ReviewController::changed, this,
            [this](ReviewParts parts) { m_changed |= parts; });
        connect(m_review.get(), &ReviewController::said, this,
            [this](const QString& hint) { m_said.append(hint); });
        connect(m_review.get(), &ReviewController::notSaved, this,
            [this](const Error& error) { m_notSaved.append(error); });
        open();
    }

    void cleanup()
    {
        if (m_service) {
            close();
        }
        m_review.reset();
        m_session.reset();
    }

    void keysDecide_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("events");
        QTest::addColumn<int>("then"); // on the screen; -1 = the end of the queue
        const auto row = [](const char* name, int start, const char* keys, const char* events, int then) {
            QTest::newRow(name) << start << QByteArray(keys) << QString::fromLatin1(events) << then;
        };
        // Odd samples have one flag, even ones two; the gold answer is C; 4 and 9 have no options.
        row("confirm", 1, "c", "1 blind_solvable confirm", 2);
        row("override", 1, "x", "1 blind_solvable override", 2);
        row("unsure", 1, "u", "1 blind_solvable unsure", 2);
        row("drop", 1, "d", "1 drop", 2);
        row("convert", 1, "o", "1 convert", 2);
        row("circular", 1, "r", "1 circular", 2);
        row("first flag, then the second", 0, "c", "0 blind_solvable confirm", 0);
        row("both flags", 0, "c . x", "0 blind_solvable confirm|0 consensus_against_gold override", 1);
        row("second flag first", 0, "f x", "0 consensus_against_gold override", 0);
        row("faster than stored", 0, "c x z",
            "0 blind_solvable confirm|0 consensus_against_gold override|undo 0 consensus_against_gold", 0);
        row("undo in flight", 1, "d z", "1 drop|undo 1", 1);
        row("undo, redo in flight", 1, "d z y", "1 drop|undo 1|redo 1", 1);
        row("undo, redo", 1, "d . z . y", "1 drop|undo 1|redo 1", 1);
        row("undo of the last only", 1, "d . k . z", "1 drop|2 keep|undo 2", 2);
        row("undo of both", 1, "d . k . z . z", "1 drop|2 keep|undo 2|undo 1", 1);
        row("nothing to undo", 1, "z", "", 1);
        row("nothing to redo", 1, "d . y", "1 drop", 2);
        row("said already", 1, "d . < . d", "1 drop", 2);
        row("another mind", 1, "d . < . k", "1 drop|1 keep", 2);
        row("new gold", 1, "2", "1 fix B", 2);
        row("gold as it is", 1, "3", "", 1);
        row("gold as it was", 1, "2 . < . 3", "1 fix B|1 keep", 2);
        row("no such option", 1, "9", "", 1);
        row("gold by its letter", 1, "gB", "1 fix B", 2);
        row("gold that is no letter", 1, "gtwelve", "", 1);
        row("gold in words", 4, "gtwelve", "4 fix twelve", 5);
        row("gold in the same words", 4, "g20", "4 keep", 5);
        row("no options to convert", 4, "o", "", 4);
        row("note", 1, "nlook", "1 look", 1);
        row("note again", 1, "nlook . nlook", "1 look", 1);
        row("blind: flags wait", 1, "b c", "", 1);
        row("blind: answer, then decide", 1, "b 1 . c", "1 blind answer: A|1 blind_solvable confirm", 2);
        row("blind: an answer in words", 4, "b a20", "4 blind answer: 20", 4);
        row("beside the queue and back", 1, "vdemo/7 . k", "7 keep", 1);
        row("before the first", 0, "<", "", 0);
        row("end", 11, "d", "11 drop", -1);
        row("end by going on", 11, ">", "", -1);
        row("nothing is decided at the end", 11, "> >", "", -1);
        row("back from the end", 11, "d . <", "11 drop", 11);
        row("undo at the end", 11, "d . z", "11 drop|undo 11", 11);
        row("from the end to what is undecided", 11, "d . !", "11 drop", 0);
        row("past what is decided", 1, "d . < . !", "1 drop", 2);
    }
    void keysDecide()
    {
        QFETCH(int, start);
        QFETCH(QByteArray, keys);
        QFETCH(QString, events);
        QFETCH(int, then);
        begin(start);
        pressAll(keys.constData());
        settle();
        QTRY_COMPARE(this->events().join(u'|'), events);
        if (then < 0) {
            QCOMPARE(walk().stage(), ReviewWalk::Stage::End);
        } else {
            QTRY_COMPARE(shown(), then);
            QCOMPARE(walk().stage(), ReviewWalk::Stage::Sample);
        }
        agree();
        QVERIFY(m_notSaved.isEmpty());
    }

    void tellsWhatChanged()
    {
        begin(1);
        const ReviewParts begun = ReviewPart::Queue | ReviewPart::Stage | ReviewPart::Sample;
        QCOMPARE(m_changed & begun, begun);
        m_changed = {};
        QSignalSpy asked(m_review.get(), &ReviewController::asked);
        decisions().act(Action::Drop);
        QVERIFY(m_changed & ReviewPart::Standing);
        QCOMPARE(asked.size(), 1); // before any receipt can arrive
        settle();
        m_changed = {};
        decisions().undo();
        settle();
        QTRY_VERIFY(m_changed & ReviewPart::Editing);
        QTRY_VERIFY(m_changed & ReviewPart::History);
        QCOMPARE(m_said.last(), QStringLiteral("Taken back: Drop"));
        QTRY_COMPARE(m_review->history().size(), 2);
    }

    /// While the disk takes nothing, decisions are shown and the queue goes on; other news of these samples
    /// are older than what is shown.
    void goesOnWhileNothingIsStored()
    {
        begin(1);
        readAhead();
        test::FullDisk disk;
        press(QStringLiteral("d"));
        QCOMPARE(session().progress().done, 1);
        QTRY_COMPARE(shown(), 2);
        press(QStringLiteral("k"));
        QTRY_COMPARE(shown(), 3);
        QCOMPARE(m_review->inFlight().size(), 2);
        QVERIFY(m_review->inFlight().has(m_ids.at(1)));
        QVERIFY(events().isEmpty());
        m_review->storeChanged({.parts = ChangeSet::Flags, .samples = m_ids.mid(1, 3)});
        QTest::qWait(100);
        QCOMPARE(session().progress().done, 2);
        walk().goTo(m_ids.at(1));
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(standingOf(*walk().shown().bundle()), QStringLiteral("1 open drop"));
        QCOMPARE(stored(m_ids.at(1)), QStringLiteral("1 open "));
        disk.end();
        m_service->retry();
        settle();
        QCOMPARE(events().join(u'|'), QStringLiteral("1 drop|2 keep"));
        agree();
    }

    void undoesWhatIsNotStoredYet()
    {
        begin(1);
        readAhead();
        test::FullDisk disk;
        press(QStringLiteral("d"));
        press(QStringLiteral("z"));
        QCOMPARE(m_review->inFlight().size(), 2);
        QVERIFY(events().isEmpty());
        disk.end();
        m_service->retry();
        settle();
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(events().join(u'|'), QStringLiteral("1 drop|undo 1"));
        agree();
        QCOMPARE(session().progress().done, 0);
    }

    /// The flag goes while it is looked at: the verdict cannot be stored, and what was shown of it goes.
    void takesBackWhatIsRefused()
    {
        begin(1);
        QVERIFY_RESULT(project()->write({.parts = {}, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            c.cached(QStringLiteral("DELETE FROM flags WHERE sample_id = ?"))
                .bindAll(m_ids.at(1).value)
                .run();
            return {};
        }));
        press(QStringLiteral("c"));
        QCOMPARE(session().progress().done, 1);
        QTRY_COMPARE(m_notSaved.size(), 1);
        QCOMPARE(m_notSaved.first().code, ErrorCode::NotFound);
        QTRY_COMPARE(shown(), 1);
        QTRY_VERIFY(walk().shown().bundle()->flags.isEmpty());
        QVERIFY(events().isEmpty());
        QCOMPARE(m_review->inFlight().size(), 0);
        agree();
        // It goes on from there.
        press(QStringLiteral("d"));
        settle();
        QCOMPARE(events().join(u'|'), QStringLiteral("1 drop"));
        agree();
    }

    /// Others decide too: what they take back is shown while the page is in view.
    void followsOthers_data()
    {
        QTest::addColumn<bool>("active");
        QTest::addColumn<int>("then");
        QTest::newRow("in view") << true << 5;
        QTest::newRow("out of view") << false << 1;
    }
    void followsOthers()
    {
        QFETCH(bool, active);
        QFETCH(int, then);
        begin(1);
        m_review->setActive(active);
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = m_ids.at(5);
        decision.action = Action::Drop;
        m_service->decide({decision});
        QTRY_COMPARE(session().progress().done, 1);
        m_service->undo(QStringLiteral("kim"));
        QTRY_COMPARE(session().progress().done, 0);
        QTRY_COMPARE(shown(), then);
        QCOMPARE(events().join(u'|'), QStringLiteral("5 drop|undo 5"));
    }

    void beginsTheQueueThatWasAskedForWhileReading()
    {
        close();
        open();
        QVERIFY(!m_review->isOpen());
        m_review->openQueue({m_ids.mid(6), QStringLiteral("late"), m_ids.at(8), {}});
        QTRY_COMPARE(shown(), 8);
        QCOMPARE(session().title(), QStringLiteral("late"));
        QCOMPARE(session().position(), 2);
    }

    void withoutAQueueOneIsChosen()
    {
        QTRY_VERIFY(m_review->isOpen());
        QCOMPARE(walk().stage(), ReviewWalk::Stage::Queues);
        QVERIFY(m_changed & ReviewPart::Stage);
        QCOMPARE(shown(), -1);
        decisions().act(Action::Drop); // nothing is shown that it could be about
        m_review->openQueue({{}, QStringLiteral("nothing"), {}, {}});
        QTRY_COMPARE(walk().stage(), ReviewWalk::Stage::End);
        QVERIFY(session().isEmpty());
        QVERIFY(events().isEmpty());
    }

    void closedMeanwhile_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("events");
        QTest::addColumn<int>("then");
        QTest::newRow("while a decision is stored") << QByteArray("d") << QStringLiteral("1 drop") << 2;
        QTest::newRow("while decisions are stored")
            << QByteArray("nfirst d") << QStringLiteral("1 first|1 drop") << 2;
        QTest::newRow("while an undo is stored") << QByteArray("d z") << QStringLiteral("1 drop|undo 1") << 2;
        QTest::newRow("without deciding") << QByteArray("> . >") << QString() << 3;
    }
    void closedMeanwhile()
    {
        QFETCH(QByteArray, keys);
        QFETCH(QString, events);
        QFETCH(int, then);
        begin(1);
        pressAll(keys.constData());
        walk().rememberPlace();
        close();
        QCOMPARE(walk().stage(), ReviewWalk::Stage::Queues);
        QCOMPARE(shown(), -1);
        QVERIFY(session().isEmpty());
        QVERIFY(!m_review->isOpen());
        QCOMPARE(m_review->inFlight().size(), 0);
        // Nobody is there to decide, undo or move for.
        pressAll("d z y > ! b");
        QTest::qWait(50);
        QVERIFY(session().isEmpty());
        open();
        QTRY_COMPARE(shown(), then);
        QCOMPARE(session().title(), kAll);
        QCOMPARE(this->events().join(u'|'), events);
        agree();
    }

    void closedWhileAQueueIsRead()
    {
        QTRY_VERIFY(m_review->isOpen());
        m_review->openQueue({m_ids, kAll, {}, {}});
        close();
        QTest::qWait(100);
        QVERIFY(session().isEmpty());
        QCOMPARE(walk().stage(), ReviewWalk::Stage::Queues);
    }

    void aProjectForReadingOnlyTakesNothing()
    {
        begin(1);
        press(QStringLiteral("d"));
        settle();
        QTRY_COMPARE(shown(), 2);
        close();
        open(Project::Mode::ReadOnly);
        QTRY_COMPARE(shown(), 2);
        QVERIFY(!decisions().isWritable());
        for (const char* key : {"c", "d", "2", "nlook", "gB"}) {
            m_said.clear();
            press(QString::fromLatin1(key));
            QCOMPARE(m_said, QStringList{QStringLiteral("This project is open for reading only")});
            QCOMPARE(shown(), 2);
        }
        QCOMPARE(m_review->inFlight().size(), 0);
        press(QStringLiteral("b")); // may be looked at blind all the same
        QVERIFY(decisions().isHidden());
        press(QStringLiteral("1"));
        QVERIFY(!decisions().isHidden());
        press(QStringLiteral(">"));
        QTRY_COMPARE(shown(), 3);
        QCOMPARE(session().progress().done, 1);
        QCOMPARE(events().join(u'|'), QStringLiteral("1 drop"));
    }

    void anotherAnnotatorGoesOn()
    {
        begin(1);
        press(QStringLiteral("b"));
        press(QStringLiteral("1"));
        QVERIFY(!decisions().isHidden());
        setAnnotatorName(QStringLiteral("lee"));
        m_review->takeAnnotator();
        QVERIFY(decisions().isHidden()); // lee has not answered
        press(QStringLiteral("2"));
        press(QStringLiteral("c"));
        settle();
        const auto all = read([](DecisionStore& store) { return store.all(); });
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.first().annotator, QStringLiteral("kim"));
        QCOMPARE(all.last().annotator, QStringLiteral("lee"));
        QCOMPARE(all.last().verdict, Verdict::Confirm);
    }

    void adjudicatesUntilTheProjectIsClosed()
    {
        begin(1);
        decisions().setAdjudicating(true);
        press(QStringLiteral("d"));
        settle();
        QVERIFY(read([](DecisionStore& store) { return store.all(); }).first().adjudicates);
        close();
        open();
        QTRY_COMPARE(shown(), 2);
        QVERIFY(!decisions().isAdjudicating());
    }
};

QTEST_GUILESS_MAIN(TestReviewController)
#include "tst_reviewcontroller.moc"
