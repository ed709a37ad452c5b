// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/importundo.h"
#include "core/store/integrity.h"
#include "core/store/ledger.h"
#include "core/store/policystore.h"
#include "core/store/projectnames.h"
#include "core/store/removal.h"
#include "core/store/unusedimages.h"
#include "importhelp.h"
#include "tests/support/projectdump.h"

#include <QtTest>

using namespace winnow;
using namespace winnow::test;

namespace {

using Kind = ProjectNames::Kind;

const QString kLabel = QStringLiteral("label_incorrect");

Result<> change(const Bench& bench, const std::function<Result<>(ProjectNames&)>& how)
{
    return bench.project->write({.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) {
        ProjectNames names(c);
        return how(names);
    });
}

Result<> rename(const Bench& bench, Kind kind, const char* from, const char* to)
{
    return change(bench, [&](ProjectNames& names) {
        return names.rename(kind, QString::fromLatin1(from), QString::fromLatin1(to));
    });
}

Result<> decide(const Bench& bench, const QString& key, Verdict verdict, const QString& by)
{
    Decision decision;
    decision.annotator = by;
    decision.sampleId = bench.sample(key).id;
    decision.kind = kLabel;
    decision.verdict = verdict;
    const auto done = bench.project->ledger().decide({decision});
    return done ? Result<>() : Result<>(tl::unexpected<Error>(done.error()));
}

void fill(const Bench& bench)
{
    REQUIRE_RESULT(bench.importText(QStringLiteral("a.csv"),
        "index,question,A,B,answer\n1,Which figure?,x,y,A\n2,Which question?,x,y,B\n",
        QStringLiteral("first")));
    REQUIRE_RESULT(bench.importText(QStringLiteral("b.csv"),
        "index,question,A,B,answer\n1,Another figure?,x,y,A\n", QStringLiteral("second")));
    REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
        "index,model,condition,response\n1,m1,,A as such\n2,m1,,B as such\n1,m1,blind,A\n1,m2,,B\n",
        QStringLiteral("first")));
    REQUIRE_RESULT(bench.importText(
        QStringLiteral("s.csv"), "index,model,response\n1,m1,It is A\n", QStringLiteral("second")));
}

QString stateOf(const Bench& bench, const QString& index)
{
    return bench.text(QStringLiteral("SELECT group_concat(v.state) FROM verdicts v JOIN samples s ON s.id ="
                                     " v.sample_id WHERE s.source_index = '%1' AND v.kind = '%2'")
                          .arg(index, kLabel));
}

} // namespace

/// Datasets and models get other names, and what names them by the old ones finds them.
class TestProjectNames : public QObject {
    Q_OBJECT
private slots:
    void whatIsKnownOfADatasetFollowsIt()
    {
        const Bench bench;
        fill(bench);
        REQUIRE_RESULT(decide(bench, QStringLiteral("first/1"), Verdict::Confirm, QStringLiteral("kim")));
        REQUIRE_RESULT(bench.project->write({}, [](sqlite::Connection& c) -> Result<> {
            Policy policy = *PolicyStore(c).byName(QStringLiteral("strict"));
            policy.name = QStringLiteral("mine");
            policy.datasetRules[QStringLiteral("first")].insert(kLabel, {});
            PolicyStore(c).put(policy);
            return {};
        }));
        REQUIRE_RESULT(rename(bench, Kind::Dataset, "first", "prime"));
        QCOMPARE(bench.sample(QStringLiteral("prime/1")).question, QStringLiteral("Which figure?"));
        QCOMPARE(bench.sample(QStringLiteral("first/1")).question, QStringLiteral("Which figure?"));
        QCOMPARE(stateOf(bench, QStringLiteral("1")), QStringLiteral("confirmed"));
        const auto rules = bench.project->read([](sqlite::Connection& c) {
            return PolicyStore(c).byName(QStringLiteral("mine"))->datasetRules;
        });
        QCOMPARE(rules->keys(), QStringList{QStringLiteral("prime")});

        // A second opinion under the new name meets the first under the old one.
        REQUIRE_RESULT(decide(bench, QStringLiteral("prime/1"), Verdict::Override, QStringLiteral("lee")));
        QCOMPARE(stateOf(bench, QStringLiteral("1")), QStringLiteral("disputed"));
        const auto differing = bench.project->write(
            {}, [](sqlite::Connection& c) -> Result<qint64> { return DecisionStore(c).rebuildDerived(); });
        QCOMPARE(differing.value_or(-1), 0);

        // What comes under the old name goes to it.
        const auto again = bench.importText(QStringLiteral("c.csv"),
            "index,question,A,B,answer\n3,Which third?,x,y,A\n", QStringLiteral("first"));
        REQUIRE_RESULT(again);
        QCOMPARE(again->dataset, QStringLiteral("prime"));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM datasets")), 2);
        SilentProgress progress;
        const auto sound = checkProject(*bench.project, false, progress);
        REQUIRE_RESULT(sound);
        QCOMPARE(sound->problems, QStringList());
    }

    void decisionsOfOthersFindTheSample()
    {
        const Bench mine;
        const Bench theirs;
        fill(mine);
        fill(theirs);
        REQUIRE_RESULT(rename(mine, Kind::Dataset, "first", "prime"));
        REQUIRE_RESULT(decide(theirs, QStringLiteral("first/2"), Verdict::Confirm, QStringLiteral("lee")));
        QVector<LedgerEvent> events;
        theirs.project->read([&](sqlite::Connection& c) {
            DecisionStore(c).forEachLine([&](const QString&, const QByteArray& line) {
                events.append(*readLedgerEvent(line));
                return true;
            });
            return 0;
        });
        REQUIRE_RESULT(mine.project->ledger().merge(events));
        QCOMPARE(stateOf(mine, QStringLiteral("2")), QStringLiteral("confirmed"));
        QCOMPARE(mine.count(QStringLiteral("SELECT count(*) FROM waiting_decisions")), 0);
    }

    void flagsStayThroughARename()
    {
        const Bench bench;
        fill(bench);
        const auto flag = [&] {
            return bench.project->write({}, [&](sqlite::Connection& c) -> Result<DetectorRun> {
                DetectorRun run;
                run.detector = QStringLiteral("test");
                run.datasetId = {1};
                run.status = QStringLiteral("done");
                FlagStore(c).applyRun(run, {{{1}, kLabel, 0.9, {}, {}}});
                return run;
            });
        };
        QCOMPARE(flag()->added, 1);
        REQUIRE_RESULT(rename(bench, Kind::Dataset, "first", "prime"));
        const auto after = flag();
        QCOMPARE(after->added, 0);
        QCOMPARE(after->kept, 1);
        QCOMPARE(after->resolved, 0);
    }

    void modelsGetOtherNames()
    {
        const Bench bench;
        fill(bench);
        REQUIRE_RESULT(rename(bench, Kind::Model, "m1", "Model One"));
        REQUIRE_RESULT(change(bench, [](ProjectNames& names) {
            return names.addAlias(Kind::Model, QStringLiteral("Model One"), QStringLiteral("org/m-1"));
        }));
        REQUIRE_RESULT(change(bench, [](ProjectNames& names) {
            return names.setFamily(QStringLiteral("m1"), QStringLiteral("ones"));
        }));
        for (const char* name : {"m1", "org/m-1", "Model One"}) {
            const auto report = bench.importText(QStringLiteral("more.csv"),
                QByteArray("index,model,response\n1,") + name + ",A as such\n2," + name + ",B as such\n",
                QStringLiteral("first"));
            REQUIRE_RESULT(report);
            QCOMPARE(report->responses.unchanged, 2);
        }
        QCOMPARE(bench.text(QStringLiteral("SELECT group_concat(name || ':' || family) FROM models")),
            QStringLiteral("Model One:ones,m2:m2"));
    }

    void aTakenNameIsRefused()
    {
        const Bench bench;
        fill(bench);
        const auto taken = rename(bench, Kind::Dataset, "first", "second");
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::AlreadyExists);
        REQUIRE_RESULT(rename(bench, Kind::Dataset, "first", "prime"));
        const auto alias = rename(bench, Kind::Dataset, "second", "first");
        QVERIFY(!alias);
        REQUIRE_RESULT(rename(bench, Kind::Dataset, "prime", "first"));
        REQUIRE_RESULT(rename(bench, Kind::Dataset, "second", "prime2"));
        QCOMPARE(rename(bench, Kind::Dataset, "none", "x").error().code, ErrorCode::NotFound);
        QCOMPARE(rename(bench, Kind::Dataset, "first", " ").error().code, ErrorCode::InvalidInput);
    }

    // Ids of score sets are given anew: what an import noted of those that are gone must not name others.
    void anImportOfWhatIsGoneTakesNothingElseBack_data()
    {
        QTest::addColumn<bool>("wholeDataset");
        QTest::newRow("the dataset is gone") << true;
        QTest::newRow("the model is gone") << false;
    }
    void anImportOfWhatIsGoneTakesNothingElseBack()
    {
        QFETCH(bool, wholeDataset);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "index,question,A,B,answer\n1,A figure?,x,y,A\n", QStringLiteral("kept")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("t.csv"),
            "index,question,A,B,answer\n1,Other figure?,x,y,A\n", QStringLiteral("gone")));
        const auto replies = bench.importText(
            QStringLiteral("r.csv"), "index,model,response\n1,m1,It is A\n", QStringLiteral("gone"));
        REQUIRE_RESULT(replies);
        REQUIRE_RESULT(bench.project->write(
            {.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                Removal removal(c);
                ProjectNames names(c);
                wholeDataset ? removal.dataset({names.find(Kind::Dataset, QStringLiteral("gone"))})
                             : removal.model({names.find(Kind::Model, QStringLiteral("m1"))});
                removal.unusedResponses();
                return {};
            }));
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("k.csv"), "index,model,response\n1,m2,It is B\n", QStringLiteral("kept")));
        const QStringList before = dumpProject(*bench.project);
        QCOMPARE(undoImport(*bench.project, replies->id).has_value(), !wholeDataset);
        QCOMPARE(dumpProject(*bench.project), before);
    }

    void whatIsRemovedIsGoneAndDecisionsStay()
    {
        const Bench bench;
        fill(bench);
        REQUIRE_RESULT(decide(bench, QStringLiteral("first/1"), Verdict::Confirm, QStringLiteral("kim")));
        const auto remove = [&](const std::function<void(Removal&)>& what) {
            const auto done = bench.project->write(
                {.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    Removal removal(c);
                    WINNOW_TRY(removal.refuseWhileImporting());
                    what(removal);
                    removal.unusedResponses();
                    return {};
                });
            UnusedImages::remove(*bench.project);
            return done;
        };
        REQUIRE_RESULT(remove([](Removal& removal) { removal.dataset({1}); }));
        QCOMPARE(dumpProject(*bench.project)
                     .filter(QRegularExpression(QStringLiteral("^(run|model|sample|reply)\\|"))),
            (QStringList{QStringLiteral("sample|3|2|1|0||||2|Another figure?||A|||")
                    + bench.text(QStringLiteral("SELECT hex(content_hash) FROM samples")),
                QStringLiteral("model|1|m1|m1"), QStringLiteral("run|4|1|2|standard|"),
                QStringLiteral("reply|4|3|0|0|It is A|")}));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM waiting_decisions")), 1);
        SilentProgress progress;
        QCOMPARE(checkProject(*bench.project, false, progress)->problems, QStringList());
        REQUIRE_RESULT(bench.importText(QStringLiteral("a.csv"),
            "index,question,A,B,answer\n1,Which figure?,x,y,A\n", QStringLiteral("first")));
        QCOMPARE(stateOf(bench, QStringLiteral("1")), QStringLiteral("confirmed"));
    }
};

QTEST_GUILESS_MAIN(TestProjectNames)
#include "tst_project_names.moc"
