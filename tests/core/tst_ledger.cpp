// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/decisionstore.h"
#include "core/store/ledger.h"
#include "tests/support/testproject.h"

using namespace winnow;

/// Decisions, undo, redo and what follows from them in one project.
class TestLedger : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;
    int m_number = 0;
    const QString m_kind = QStringLiteral("blind_solvable");

    Decision on(
        int sample, Verdict verdict, Action action = Action::None, const QString& who = QStringLiteral("kim"))
    {
        Decision decision;
        decision.annotator = who;
        decision.sampleId = m_ids.at(sample);
        decision.kind = verdict == Verdict::None ? QString() : m_kind;
        decision.verdict = verdict;
        decision.action = action;
        return decision;
    }
    auto decide(
        int sample, Verdict verdict, Action action = Action::None, const QString& who = QStringLiteral("kim"))
    {
        return m_project->ledger().decide({on(sample, verdict, action, who)});
    }
    auto undo(const QString& who = QStringLiteral("kim")) { return m_project->ledger().undo(who); }
    auto redo() { return m_project->ledger().redo(QStringLiteral("kim")); }
    QString state(int sample)
    {
        auto text = m_project->read([&](sqlite::Connection& c) {
            return c.text(
                QStringLiteral("SELECT f.state || coalesce('+' || a.action, '') FROM flags f"
                               " LEFT JOIN sample_actions a USING(sample_id) WHERE f.sample_id = %1")
                    .arg(m_ids.at(sample).value));
        });
        return text ? *text : text.error().text();
    }
    qint64 events()
    {
        return m_project->read([](sqlite::Connection& c) { return DecisionStore(c).count(); }).value_or(-1);
    }
    auto rebuild()
    {
        return m_project->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
    }

private slots:
    void init()
    {
        auto project = Project::create(m_dir.filePath(QStringLiteral("%1.winnow").arg(++m_number)));
        QVERIFY_RESULT(project);
        m_project = *project;
        auto ids = test::addSamples(*m_project, QStringLiteral("set"), 5, 1);
        QVERIFY_RESULT(ids);
        m_ids = *ids;
    }

    void refusesUpdateAndDelete()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm));
        for (const char* sql : {"UPDATE decisions SET verdict = 'override'", "DELETE FROM decisions"}) {
            auto changed = m_project->write({}, [&](sqlite::Connection& c) -> Result<int> {
                c.execute(QString::fromLatin1(sql));
                return 0;
            });
            QVERIFY(!changed);
            QVERIFY2(changed.error().message.contains(QStringLiteral("append-only")),
                qPrintable(changed.error().text()));
        }
        QCOMPARE(state(0), QStringLiteral("confirmed"));
    }

    void undoesAndRedoes()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm, Action::Drop));
        QVERIFY_RESULT(decide(1, Verdict::Override));
        QCOMPARE(state(0), QStringLiteral("confirmed+drop"));
        QVERIFY_RESULT(undo());
        QCOMPARE(state(1), QStringLiteral("open"));
        QVERIFY_RESULT(undo());
        QCOMPARE(state(0), QStringLiteral("open"));
        QVERIFY(!undo());
        QVERIFY_RESULT(redo());
        QCOMPARE(state(0), QStringLiteral("confirmed+drop"));
        QCOMPARE(state(1), QStringLiteral("open"));
        auto second = redo();
        QVERIFY_RESULT(second);
        QCOMPARE(second->first().sampleId, m_ids.at(1));
        QCOMPARE(state(1), QStringLiteral("overridden"));
        QVERIFY(!redo());
        QVERIFY_RESULT(undo());
        QCOMPARE(state(1), QStringLiteral("open"));
        QVERIFY_RESULT(decide(2, Verdict::Unsure));
        auto gone = redo();
        QVERIFY(!gone); // a new decision ends what could be redone
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        QCOMPARE(events(), 8);
    }

    void undoesABatchAsOne()
    {
        QVERIFY_RESULT(decide(0, Verdict::Override));
        QVERIFY_RESULT(m_project->ledger().decide({on(1, Verdict::Confirm, Action::Drop),
            on(2, Verdict::Confirm, Action::Drop), on(3, Verdict::Confirm, Action::Drop)}));
        auto undone = undo();
        QVERIFY_RESULT(undone);
        QCOMPARE(undone->size(), 3);
        QCOMPARE(state(3), QStringLiteral("open"));
        QCOMPARE(state(0), QStringLiteral("overridden"));
        auto again = redo();
        QVERIFY_RESULT(again);
        QCOMPARE(again->size(), 3);
        QCOMPARE(state(2), QStringLiteral("confirmed+drop"));
        QVERIFY_RESULT(undo());
        QCOMPARE(state(1), QStringLiteral("open"));
        QCOMPARE(state(0), QStringLiteral("overridden"));
    }

    void redoHasNoEdge()
    {
        constexpr int kBatch = 4000;
        auto more = test::addSamples(*m_project, QStringLiteral("large"), kBatch, 1);
        QVERIFY_RESULT(more);
        m_ids = *more;
        QVector<Decision> decisions;
        for (int i = 0; i < kBatch; ++i) {
            decisions.append(on(i, Verdict::Confirm));
        }
        // Three batches and as many single ones as came to an edge before.
        for (int round = 0; round < 3; ++round) {
            QVERIFY_RESULT(m_project->ledger().decide(decisions));
        }
        for (int i = 0; i < 50; ++i) {
            QVERIFY_RESULT(decide(i, Verdict::Override));
        }
        qint64 taken = 0;
        for (auto back = undo(); back; back = undo()) {
            taken += back->size();
        }
        QCOMPARE(taken, 3 * kBatch + 50);
        QCOMPARE(state(7), QStringLiteral("open"));
        qint64 again = 0;
        for (auto forth = redo(); forth; forth = redo()) {
            again += forth->size();
        }
        QCOMPARE(again, taken);
        QCOMPARE(state(7), QStringLiteral("overridden"));
        QCOMPARE(state(77), QStringLiteral("confirmed"));
    }

    void annotatorsAgreeOrDispute_data()
    {
        QTest::addColumn<Verdict>("kim");
        QTest::addColumn<Verdict>("lee");
        QTest::addColumn<QString>("expected");
        QTest::newRow("agree") << Verdict::Confirm << Verdict::Confirm << QStringLiteral("confirmed");
        QTest::newRow("disagree") << Verdict::Confirm << Verdict::Override << QStringLiteral("disputed");
        QTest::newRow("unsure yields")
            << Verdict::Unsure << Verdict::Override << QStringLiteral("overridden");
        QTest::newRow("unsure yields to an earlier one")
            << Verdict::Confirm << Verdict::Unsure << QStringLiteral("confirmed");
        QTest::newRow("both unsure") << Verdict::Unsure << Verdict::Unsure << QStringLiteral("unsure");
    }
    void annotatorsAgreeOrDispute()
    {
        QFETCH(Verdict, kim);
        QFETCH(Verdict, lee);
        QVERIFY_RESULT(decide(0, kim));
        QVERIFY_RESULT(decide(0, lee, Action::None, QStringLiteral("lee")));
        QTEST(state(0), "expected");
        QVERIFY_RESULT(undo(QStringLiteral("lee")));
        QCOMPARE(state(0), kim == Verdict::Unsure ? QStringLiteral("unsure") : QStringLiteral("confirmed"));
    }

    void adjudicationSettlesAndTheSameAnnotatorMayThinkAgain()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm, Action::Drop));
        QVERIFY_RESULT(decide(0, Verdict::Override, Action::Keep, QStringLiteral("lee")));
        QCOMPARE(state(0), QStringLiteral("disputed+disputed"));
        Decision settled = on(0, Verdict::Override, Action::Keep, QStringLiteral("lead"));
        settled.adjudicates = true;
        QVERIFY_RESULT(m_project->ledger().decide({settled}));
        QCOMPARE(state(0), QStringLiteral("overridden+keep"));
        QVERIFY_RESULT(decide(0, Verdict::Confirm, Action::Drop, QStringLiteral("lee")));
        QCOMPARE(state(0), QStringLiteral("overridden+keep"));
        QVERIFY_RESULT(undo(QStringLiteral("lead")));
        QCOMPARE(state(0), QStringLiteral("confirmed+drop")); // kim and lee agree by now
    }

    void fixesAgreeOnlyWhenTheyAreEqual()
    {
        Decision fix = on(0, Verdict::None, Action::Fix);
        fix.newGold = QStringLiteral("B");
        QVERIFY_RESULT(m_project->ledger().decide({fix}));
        fix.annotator = QStringLiteral("lee");
        QVERIFY_RESULT(m_project->ledger().decide({fix}));
        QCOMPARE(state(0), QStringLiteral("open+fix"));
        fix.newGold = QStringLiteral("C");
        QVERIFY_RESULT(m_project->ledger().decide({fix}));
        QCOMPARE(state(0), QStringLiteral("open+disputed"));
    }

    void refusesEmptyAndUnknown()
    {
        QVERIFY(!decide(0, Verdict::None));
        QVERIFY(!decide(0, Verdict::Confirm, Action::None, QStringLiteral("  ")));
        Decision dark = on(0, Verdict::Confirm);
        dark.kind = QStringLiteral("dark");
        auto unflagged = m_project->ledger().decide({dark});
        QVERIFY(!unflagged);
        QCOMPARE(unflagged.error().code, ErrorCode::NotFound);
        QCOMPARE(events(), 0);
    }

    void rebuildsDerivedStateFromTheLedger()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm, Action::Drop));
        QVERIFY_RESULT(decide(1, Verdict::Override));
        QVERIFY_RESULT(m_project->write({}, [](sqlite::Connection& c) -> Result<int> {
            c.execute(QStringLiteral("UPDATE flags SET state = 'unsure'; DELETE FROM sample_actions"));
            return 0;
        }));
        auto differing = rebuild();
        QVERIFY_RESULT(differing);
        QCOMPARE(*differing, 6);
        QCOMPARE(state(0), QStringLiteral("confirmed+drop"));
        QCOMPARE(state(1), QStringLiteral("overridden"));
        QCOMPARE(state(2), QStringLiteral("open"));
        QCOMPARE(*rebuild(), 0);
    }

    void aSecondAuditRunChangesNothingAndKeepsDecisions()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm));
        const auto rerun = [&](const QVector<int>& samples) {
            return m_project->write({}, [&](sqlite::Connection& c) -> Result<DetectorRun> {
                DetectorRun run;
                run.detector = m_kind;
                run.datasetId = DatasetStore(c).byName(QStringLiteral("set"))->id;
                run.status = QStringLiteral("done");
                QVector<FlagDraft> drafts;
                for (int i : samples) {
                    drafts.append({.sampleId = m_ids.at(i),
                        .kind = m_kind,
                        .score = 0.9,
                        .discriminator = {},
                        .evidence = {{QStringLiteral("summary"), QStringLiteral("planted")}}});
                }
                FlagStore(c).applyRun(run, drafts);
                return run;
            });
        };
        const auto rows = [&] {
            return m_project
                ->read([](sqlite::Connection& c) {
                    return c.integer(QStringLiteral("SELECT count(*) FROM detector_runs"));
                })
                .value_or(-1);
        };
        const qint64 before = rows();
        auto same = rerun({0, 1, 2, 3, 4});
        QVERIFY_RESULT(same);
        QCOMPARE(same->kept, 5);
        QCOMPARE(same->added + same->resolved, 0);
        QCOMPARE(rows(), before);
        QCOMPARE(state(0), QStringLiteral("confirmed"));
        auto fewer = rerun({1});
        QCOMPARE(fewer->resolved, 4);
        auto back = rerun({0, 1});
        QCOMPARE(back->added, 1);
        QCOMPARE(state(0), QStringLiteral("confirmed"));
    }

    void hashesTheLedger()
    {
        const auto hash = [&] {
            return m_project->read([](sqlite::Connection& c) { return DecisionStore(c).ledgerHash(); })
                .value_or(QByteArray());
        };
        const QByteArray empty = hash();
        QCOMPARE(empty.size(), 32);
        QVERIFY_RESULT(decide(0, Verdict::Confirm));
        const QByteArray one = hash();
        QVERIFY(one != empty);
        QCOMPARE(hash(), one);
        QVERIFY_RESULT(undo());
        QVERIFY(hash() != one);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
