// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/flagkind.h"
#include "core/store/countstore.h"
#include "core/store/goldcheckstore.h"
#include "core/store/judgementstore.h"
#include "core/store/samplerows.h"
#include "core/store/standingstore.h"
#include "tests/support/testproject.h"

using namespace winnow;
using namespace winnow::test;

/// What the stores tell those who read whole projects.
class TestStoreReads : public QObject {
    Q_OBJECT

    void raise(const QVector<FlagDraft>& drafts)
    {
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<> {
            DetectorRun run;
            run.detector = QStringLiteral("any");
            run.datasetId = DatasetStore(c).byName(QStringLiteral("set"))->id;
            run.status = QStringLiteral("done");
            FlagStore(c).applyRun(run, drafts);
            return {};
        }));
    }
    void judge(const QString& name, const QVector<Judgement>& judgements)
    {
        QVERIFY_RESULT(m_project->write({}, [&](sqlite::Connection& c) -> Result<> {
            JudgementStore(c).replace(name, DatasetStore(c).byName(QStringLiteral("set"))->id, judgements);
            return {};
        }));
    }
    void decide(SampleId sample, const QString& kind, Verdict verdict, Action action = Action::None)
    {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = sample;
        decision.kind = kind;
        decision.verdict = verdict;
        decision.action = action;
        QVERIFY_RESULT(m_project->ledger().decide({decision}));
    }
    FlagDraft flag(int sample, const QString& kind) const
    {
        FlagDraft draft;
        draft.sampleId = m_ids.at(sample);
        draft.kind = kind;
        draft.score = 0.9;
        return draft;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Project> m_project;
    QVector<SampleId> m_ids;

private slots:
    void init()
    {
        const QString path = m_folder.filePath(
            QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".winnow"));
        m_project = Project::create(path).value();
        m_ids = addSamples(*m_project, QStringLiteral("set"), 40).value();
    }

    void aConfirmedLabelKindEndsAJudgesWord()
    {
        QVector<FlagDraft> drafts;
        QVector<Judgement> sound;
        QStringList expected;
        for (const FlagKind& kind : flagKinds()) {
            drafts.append(flag(kind.index, kind.id));
            sound.append({m_ids.at(kind.index), {}, true, {}});
            if (kind.group != FlagGroup::Label) {
                expected.append(kind.id);
            }
        }
        raise(drafts);
        judge(QStringLiteral("one"), sound);
        for (const FlagKind& kind : flagKinds()) {
            decide(m_ids.at(kind.index), kind.id, Verdict::Confirm);
        }
        const auto left = m_project->read([&](sqlite::Connection& c) {
            QStringList kinds;
            GoldCheckStore(c).forEachJudgedSound(m_ids.first(), m_ids.last(), [&](SampleId id, QString name) {
                kinds.append(flagKinds().at(m_ids.indexOf(id)).id);
                QCOMPARE(name, QStringLiteral("one"));
            });
            return kinds;
        });
        QVERIFY_RESULT(left);
        QCOMPARE(*left, expected);
        QVERIFY(!left->contains(QStringLiteral("label_conflict")));
    }

    void judgesAndPeopleMayObject()
    {
        judge(QStringLiteral("one"), {{m_ids[0], {}, true, {}}, {m_ids[1], {}, true, {}}});
        judge(QStringLiteral("two"), {{m_ids[0], {}, true, {}}, {m_ids[1], {}, false, {}}});
        decide(m_ids[2], {}, Verdict::None, Action::Fix);
        decide(m_ids[3], {}, Verdict::None, Action::Keep);
        const auto read = m_project->read([&](sqlite::Connection& c) {
            GoldCheckStore store(c);
            QStringList said;
            store.forEachJudgedSound(m_ids.first(), m_ids.last(), [&](SampleId id, const QString& name) {
                said.append(QStringLiteral("%1 %2").arg(m_ids.indexOf(id)).arg(name));
            });
            store.forEachChecked(m_ids.first(), m_ids.last(), [&](SampleId id, bool faulty) {
                said.append(QStringLiteral("%1 faulty %2").arg(m_ids.indexOf(id)).arg(int(faulty)));
            });
            said.append(
                QString::number(store.decidedSamples(DatasetStore(c).byName(QStringLiteral("set"))->id)));
            return said;
        });
        QVERIFY_RESULT(read);
        QCOMPARE(*read,
            (QStringList{QStringLiteral("0 one"), QStringLiteral("0 two"), QStringLiteral("2 faulty 1"),
                QStringLiteral("3 faulty 0"), QStringLiteral("2")}));
    }

    void rangesLeaveOthersOut()
    {
        const auto read = m_project->read([&](sqlite::Connection& c) {
            QStringList options;
            SampleRows(c).forEachOption(m_ids[3], m_ids[4], [&](SampleId id, const QString& option) {
                options.append(QString::number(m_ids.indexOf(id)) + option);
            });
            return options;
        });
        QVERIFY_RESULT(read);
        QCOMPARE(read->size(), 8);
        QCOMPARE(read->first(), QStringLiteral("3one"));
        QCOMPARE(read->last(), QStringLiteral("4four"));
    }

    void standsWhatWasDecided()
    {
        raise({flag(0, QStringLiteral("blind_solvable")), flag(1, QStringLiteral("blind_solvable"))});
        decide(m_ids[0], QStringLiteral("blind_solvable"), Verdict::Confirm);
        decide(m_ids[5], QStringLiteral("label_incorrect"), Verdict::Confirm);
        decide(m_ids[6], {}, Verdict::None, Action::Drop);
        const auto read = m_project->read([&](sqlite::Connection& c) {
            StandingStore store(c);
            QStringList said;
            store.forEachFlag([&](const StandingFlag& standing) {
                said.append(QStringLiteral("%1 %2").arg(
                    QString::number(m_ids.indexOf(standing.sample)), flagStateId(standing.state)));
            });
            store.forEachFound([&](const FoundByPeople& found) {
                said.append(QStringLiteral("%1 %2").arg(m_ids.indexOf(found.sample)).arg(found.kind));
            });
            store.forEachAction([&](const StandingAction& action) {
                said.append(QStringLiteral("%1 drop %2")
                                .arg(m_ids.indexOf(action.sample))
                                .arg(int(action.action == Action::Drop)));
            });
            const QHash<SampleId, bool> reviewed = store.reviewOfFlagged();
            said.append(QStringLiteral("%1 %2 %3")
                            .arg(reviewed.size())
                            .arg(int(reviewed.value(m_ids[0])))
                            .arg(int(reviewed.value(m_ids[1]))));
            return said;
        });
        QVERIFY_RESULT(read);
        QCOMPARE(*read,
            (QStringList{QStringLiteral("0 confirmed"), QStringLiteral("1 open"),
                QStringLiteral("5 label_incorrect"), QStringLiteral("6 drop 1"), QStringLiteral("2 1 0")}));
    }

    void counts()
    {
        QVERIFY_RESULT(addSamples(*m_project, QStringLiteral("other"), 3));
        QVERIFY_RESULT(addResponses(
            *m_project, QStringLiteral("set"), QStringLiteral("m"), m_ids, QStringLiteral("0101")));
        const auto read = m_project->read([&](sqlite::Connection& c) {
            CountStore store(c);
            const CountStore::OfDataset set
                = store.ofDataset(DatasetStore(c).byName(QStringLiteral("set"))->id);
            const QVector<CountStore::OfRuns> runs = store.runsByDataset();
            return QVector<qint64>{store.datasets(), store.ofProject().runs, set.samples, set.mcq,
                set.withGold, set.splits, set.images, store.samplesByCapability().size(), runs.size(),
                runs.value(0).models, runs.value(0).conditions.size()};
        });
        QVERIFY_RESULT(read);
        QCOMPARE(*read, (QVector<qint64>{2, 1, 40, 40, 40, 1, 0, 4, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestStoreReads)
#include "tst_store_reads.moc"
