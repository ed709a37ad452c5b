// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/decisionstore.h"
#include "tests/support/testproject.h"

using namespace winnow;

/// The decision ledger: append-only, undo, redo, derived state.
class TestLedger : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;

    Result<DecisionId> decide(int sample, Verdict verdict, Action action = Action::None,
        const QString& who = QStringLiteral("kim"), const QString& batch = {})
    {
        return m_project->write({}, [&](sqlite::Connection& c) {
            Decision decision;
            decision.annotator = who;
            decision.sampleId = m_ids.at(sample);
            decision.kind = verdict == Verdict::None ? QString() : QStringLiteral("blind_solvable");
            decision.verdict = verdict;
            decision.action = action;
            decision.batch = batch;
            return DecisionStore(c).append(decision);
        });
    }
    auto undo(const QString& who = QStringLiteral("kim"))
    {
        return m_project->write({}, [&](sqlite::Connection& c) { return DecisionStore(c).undo(who); });
    }
    auto redo()
    {
        return m_project->write(
            {}, [&](sqlite::Connection& c) { return DecisionStore(c).redo(QStringLiteral("kim")); });
    }
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

private slots:
    void init()
    {
        m_project = *Project::create(m_dir.filePath(
            QStringLiteral("%1.winnow").arg(QString::fromLatin1(QTest::currentTestFunction()))));
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
        QVERIFY_RESULT(redo());
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
        for (int i = 1; i < 4; ++i) {
            QVERIFY_RESULT(
                decide(i, Verdict::Confirm, Action::Drop, QStringLiteral("kim"), QStringLiteral("bulk-1")));
        }
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

    void keepsAnnotatorsApart()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm));
        QVERIFY_RESULT(decide(0, Verdict::Override, Action::None, QStringLiteral("lee")));
        QCOMPARE(state(0), QStringLiteral("overridden"));
        QVERIFY_RESULT(undo(QStringLiteral("kim")));
        QCOMPARE(state(0), QStringLiteral("overridden"));
        QVERIFY_RESULT(undo(QStringLiteral("lee")));
        QCOMPARE(state(0), QStringLiteral("open"));
    }

    void refusesEmptyAndUnknown()
    {
        QVERIFY(!decide(0, Verdict::None));
        QVERIFY(!decide(0, Verdict::Confirm, Action::None, QStringLiteral("  ")));
        auto unflagged = m_project->write({}, [&](sqlite::Connection& c) {
            Decision decision;
            decision.annotator = QStringLiteral("kim");
            decision.sampleId = m_ids.first();
            decision.kind = QStringLiteral("dark");
            decision.verdict = Verdict::Confirm;
            return DecisionStore(c).append(decision);
        });
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
        auto differing = m_project->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        QVERIFY_RESULT(differing);
        QCOMPARE(*differing, 6);
        QCOMPARE(state(0), QStringLiteral("confirmed+drop"));
        QCOMPARE(state(1), QStringLiteral("overridden"));
        QCOMPARE(state(2), QStringLiteral("open"));
        auto again = m_project->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        QCOMPARE(*again, 0);
    }

    void aSecondAuditRunChangesNothingAndKeepsDecisions()
    {
        QVERIFY_RESULT(decide(0, Verdict::Confirm));
        const auto rerun = [&](const QVector<int>& samples) {
            return m_project->write({}, [&](sqlite::Connection& c) -> Result<DetectorRun> {
                DetectorRun run;
                run.detector = QStringLiteral("blind_solvable");
                run.datasetId = DatasetStore(c).byName(QStringLiteral("set"))->id;
                run.status = QStringLiteral("done");
                QVector<FlagDraft> drafts;
                for (int i : samples) {
                    drafts.append({.sampleId = m_ids.at(i),
                        .kind = QStringLiteral("blind_solvable"),
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
