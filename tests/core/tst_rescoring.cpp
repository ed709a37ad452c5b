// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/curate/datasetsettings.h"
#include "core/curate/rescoring.h"
#include "core/import/verdictimport.h"
#include "core/store/flagstore.h"
#include "core/store/integrity.h"
#include "core/store/removal.h"
#include "core/store/scoresets.h"
#include "core/store/settingsstore.h"
#include "importhelp.h"

#include <QtTest>

using namespace winnow;
using namespace winnow::test;

namespace {

/// Two open questions and a choice, answered by two models. `chart/1` wants 100.
void fill(const Bench& bench)
{
    REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
        "index,question,A,B,answer\n1,How many?,,,100\n2,What is it?,,,a boat\n3,Which one?,left,right,B\n",
        QStringLiteral("chart")));
    REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
        "index,model,response\n1,m1,104\n2,m1,a boat\n3,m1,The answer is B\n1,m2,109\n2,m2,a bot\n3,m2,It is "
        "A\n",
        QStringLiteral("chart")));
}

Result<QVector<RescoredRun>> scoreAnew(const Bench& bench, const char* scorer, bool readAnew = false)
{
    SilentProgress progress;
    return rescore(*bench.project,
        {QStringLiteral("chart"), {}, *ScoringRule::parse(QString::fromLatin1(scorer)), readAnew}, progress);
}

QString scores(const Bench& bench)
{
    return bench.text(
        QStringLiteral("SELECT group_concat(t, ' ') FROM (SELECT m.name || '/' || s.source_index"
                       " || '=' || p.score AS t FROM responses p JOIN runs r ON r.id = p.run_id"
                       " JOIN models m ON m.id = r.model_id JOIN samples s ON s.id = p.sample_id"
                       " ORDER BY m.name, s.source_index)"));
}

QVector<ScoreSet> setsOf(const Bench& bench, RunId run)
{
    return bench.project->read([&](sqlite::Connection& c) { return ScoreSets(c).ofRun(run); }).value();
}

} // namespace

/// Stored replies are scored anew without their file; what they were scored before stays.
class TestRescoring : public QObject {
    Q_OBJECT
private slots:
    void aNewScoreSetStandsBesideTheOld()
    {
        const Bench bench;
        fill(bench);
        const QString before = QStringLiteral("m1/1=0.0 m1/2=1.0 m1/3=1.0 m2/1=0.0 m2/2=0.0 m2/3=0.0");
        QCOMPARE(scores(bench), before);

        auto done = scoreAnew(bench, "relaxed");
        REQUIRE_RESULT(done);
        QCOMPARE(done->size(), 2);
        QCOMPARE(done->at(0).scoresChanged, 1);
        QCOMPARE(done->at(0).answersChanged, 0);
        QVERIFY(qAbs(done->at(0).before - 2.0 / 3) < 1e-12);
        QVERIFY(qAbs(done->at(0).after - 1.0) < 1e-12);
        QCOMPARE(done->at(1).set, 0); // nothing changed
        QCOMPARE(scores(bench), QStringLiteral("m1/1=1.0 m1/2=1.0 m1/3=1.0 m2/1=0.0 m2/2=0.0 m2/3=0.0"));

        done = scoreAnew(bench, "relaxed(tolerance=0.1)");
        REQUIRE_RESULT(done);
        QCOMPARE(done->at(1).scoresChanged, 1);
        const QVector<ScoreSet> sets = setsOf(bench, done->at(0).run.id);
        QCOMPARE(sets.size(), 2);
        QCOMPARE(sets.at(0).scorer, QString());
        QVERIFY(!sets.at(0).current);
        QCOMPARE(sets.at(1).scorer, QStringLiteral("relaxed"));
        QCOMPARE(sets.at(1).parent, sets.at(0).id);

        for (const RescoredRun& run : *done) {
            REQUIRE_RESULT(bench.project->write({}, [&](sqlite::Connection& c) {
                return ScoreSets(c).choose(run.run.id, setsOf(bench, run.run.id).first().id);
            }));
        }
        QCOMPARE(scores(bench), before);
        SilentProgress progress;
        QCOMPARE(checkProject(*bench.project, false, progress)->problems, QStringList());
    }

    void flagsAreOlderThanWhatChangedTheData_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("stale");
        QTest::newRow("capability") << QStringLiteral("capability") << QStringLiteral("chart") << true;
        QTest::newRow("the same capability") << QStringLiteral("capability") << QString() << false;
        QTest::newRow("cut-off") << QStringLiteral("tau") << QStringLiteral("4") << true;
        QTest::newRow("the same cut-off") << QStringLiteral("tau") << QStringLiteral("0") << false;
        QTest::newRow("cut-off of choices") << QStringLiteral("tau_mcq") << QStringLiteral("2") << true;
        // Nothing is scored by it yet.
        QTest::newRow("scorer") << QStringLiteral("scorer") << QStringLiteral("relaxed") << false;
        QTest::newRow("scored again") << QString() << QStringLiteral("relaxed") << true;
        QTest::newRow("scored again alike") << QString() << QString() << false;
        QTest::newRow("an older score set") << QString() << QStringLiteral("choose") << true;
        QTest::newRow("a model removed") << QString() << QStringLiteral("remove") << true;
    }
    void flagsAreOlderThanWhatChangedTheData()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const Bench bench;
        fill(bench);
        const auto write = [&](auto&& work) { REQUIRE_RESULT(bench.project->write({}, work)); };
        const auto audit = [&](sqlite::Connection& c) -> Result<> {
            DetectorRun run;
            run.detector = QStringLiteral("blind_solvable");
            run.datasetId = DatasetStore(c).all().first().id;
            run.startedAt = nowUtc();
            run.status = QStringLiteral("done");
            FlagStore(c).applyRun(run, {});
            return {};
        };
        const auto stale = [&] {
            return bench.project
                ->read([](sqlite::Connection& c) { return FlagStore(c).latestRuns().first().stale; })
                .value();
        };
        if (value == QLatin1String("choose")) {
            REQUIRE_RESULT(scoreAnew(bench, "relaxed"));
        }
        QTest::qSleep(2); // times have milliseconds
        write(audit);
        QVERIFY(!stale());
        QTest::qSleep(2);
        if (!field.isEmpty()) {
            write([&](sqlite::Connection& c) {
                return changeDatasetSetting(c, DatasetStore(c).all().first().id, field, value);
            });
        } else if (value == QLatin1String("choose")) {
            write([&](sqlite::Connection& c) -> Result<> {
                for (const Run& run : ResponseStore(c).runs()) {
                    if (ScoreSets(c).ofRun(run.id).size() > 1) {
                        return ScoreSets(c).choose(run.id, ScoreSets(c).ofRun(run.id).first().id);
                    }
                }
                return fail(ErrorCode::NotFound, QStringLiteral("no older set"));
            });
        } else if (value == QLatin1String("remove")) {
            write([&](sqlite::Connection& c) -> Result<> {
                Removal(c).model(ResponseStore(c).runs().first().modelId);
                return {};
            });
        } else {
            REQUIRE_RESULT(scoreAnew(bench, qPrintable(value)));
        }
        QTEST(stale(), "stale");
    }

    void repliesKeepWhatElseIsKnown()
    {
        const Bench bench;
        fill(bench);
        REQUIRE_RESULT(bench.importText(QStringLiteral("t.csv"),
            "index,model,response,latency\n1,m3,104,2.5\n2,m3,a boat,1.5\n", QStringLiteral("chart")));
        REQUIRE_RESULT(scoreAnew(bench, "relaxed"));
        QCOMPARE(bench.text(QStringLiteral("SELECT group_concat(text || latency) FROM response_details"
                                           " WHERE latency IS NOT NULL")),
            QStringLiteral("1042.5,a boat1.5"));
    }

    void anAnswerThatWasReadWronglyIsReadAnew()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "index,question,A,B,answer\n1,Which one?,left,right,B\n2,And here?,up,down,A\n",
            QStringLiteral("chart")));
        // The file's own reading disagrees with the reply.
        REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
            "index,model,response,prediction\n1,m1,The answer is B,A\n2,m1,The answer is A,A\n",
            QStringLiteral("chart")));
        QCOMPARE(scores(bench), QStringLiteral("m1/1=0.0 m1/2=1.0"));
        REQUIRE_RESULT(scoreAnew(bench, ""));
        QCOMPARE(scores(bench), QStringLiteral("m1/1=0.0 m1/2=1.0"));
        const auto anew = scoreAnew(bench, "", true);
        REQUIRE_RESULT(anew);
        QCOMPARE(anew->first().answersChanged, 1);
        QCOMPARE(setsOf(bench, anew->first().run.id).last().scorer, QStringLiteral("by kind, read anew"));
        QCOMPARE(scores(bench), QStringLiteral("m1/1=1.0 m1/2=1.0"));
    }

    void aChangedKeyCounts()
    {
        const Bench bench;
        fill(bench);
        ImportRequest request;
        request.file = bench.write(
            QStringLiteral("fixed.csv"), "index,question,A,B,answer\n3,Which one?,left,right,A\n");
        request.dataset = QStringLiteral("chart");
        REQUIRE_RESULT(bench.import(request));
        REQUIRE_RESULT(scoreAnew(bench, ""));
        QCOMPARE(scores(bench), QStringLiteral("m1/1=0.0 m1/2=1.0 m1/3=0.0 m2/1=0.0 m2/2=0.0 m2/3=1.0"));
    }

    void aScorerThatReadsByItselfReadsTheReplies()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "index,question,answer\n1,Where?,\"[10, 10, 20, 20]\"\n", QStringLiteral("chart")));
        REQUIRE_RESULT(bench.importText(QStringLiteral("r.csv"),
            "index,model,response\n1,m1,\"```json\n[\n{\"\"bbox_2d\"\": [10, 10, 20, 21],\n\"\"label\"\": "
            "\"\"dog\"\"}\n]\n```\"\n",
            QStringLiteral("chart")));
        QCOMPARE(scores(bench), QStringLiteral("m1/1=0.0"));
        const auto done = scoreAnew(bench, "iou");
        REQUIRE_RESULT(done);
        QCOMPARE(scores(bench), QStringLiteral("m1/1=1.0"));
        QCOMPARE(done->first().answersChanged, 1);
    }

    void verdictsOfAFileAreAScoreSet()
    {
        const Bench bench;
        fill(bench);
        const QString before = scores(bench);
        const QString file = bench.write(QStringLiteral("chart_judge_gpt_m.tsv"),
            "index\tmodel\tverdict\tlog\n1\tm1\t1\tclose enough\n2\tm1\tFalse\tno\n1\tm2\tyes\t\n"
            "9\tm1\t1\tunknown\n3\tm2\tperhaps\t\n1\tm7\t1\tno such model\n2\tm2\t0\t\n2\tm2\t1\tonce "
            "more\n");
        SilentProgress progress;
        VerdictRequest request;
        request.file = file;
        request.judge = QStringLiteral("GPT");
        request.dataset = QStringLiteral("chart");
        const auto report = importVerdicts(*bench.project, request, progress);
        REQUIRE_RESULT(report);
        QCOMPARE(report->records, 8);
        QCOMPARE(report->unknownKeys, 1);
        QCOMPARE(report->unreadable, 1);
        QCOMPARE(report->withoutReply, 1);
        QCOMPARE(report->repeated, 1);
        QCOMPARE(report->runs.size(), 2);
        QCOMPARE(report->runs.first().judged, 2);
        QCOMPARE(report->runs.first().kept, 1);
        QCOMPARE(scores(bench), QStringLiteral("m1/1=1.0 m1/2=0.0 m1/3=1.0 m2/1=1.0 m2/2=1.0 m2/3=0.0"));
        const QVector<ScoreSet> sets = setsOf(bench, report->runs.first().run.id);
        QCOMPARE(sets.size(), 2);
        QCOMPARE(sets.last().scorer, QStringLiteral("judge GPT"));
        QVERIFY(sets.last().current);
        for (const JudgedRun& run : report->runs) {
            REQUIRE_RESULT(bench.project->write({}, [&](sqlite::Connection& c) {
                return ScoreSets(c).choose(run.run.id, setsOf(bench, run.run.id).first().id);
            }));
        }
        QCOMPARE(scores(bench), before);
        QCOMPARE(checkProject(*bench.project, false, progress)->problems, QStringList());
    }

    void verdictsThatFitNothingChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<QString>("said");
        const QString chart = QStringLiteral("chart");
        QTest::newRow("no key") << QByteArray("name,verdict\na,1\n") << chart << QStringLiteral("keys");
        QTest::newRow("no verdict") << QByteArray("index,text\n1,yes\n") << chart
                                    << QStringLiteral("no column with verdicts");
        QTest::newRow("no model") << QByteArray("index,verdict\n1,1\n") << chart
                                  << QStringLiteral("whose replies");
        QTest::newRow("other keys") << QByteArray("index,model,verdict\n77,m1,1\n") << chart
                                    << QStringLiteral("1 keys are unknown");
        QTest::newRow("no dataset") << QByteArray("index,verdict\n1,1\n") << QStringLiteral("map")
                                    << QStringLiteral("no dataset");
    }
    void verdictsThatFitNothingChangeNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, dataset);
        QFETCH(QString, said);
        const Bench bench;
        fill(bench);
        const QString before = scores(bench);
        SilentProgress progress;
        VerdictRequest request;
        request.file = bench.write(QStringLiteral("v.csv"), text);
        request.judge = QStringLiteral("GPT");
        request.dataset = dataset;
        const auto report = importVerdicts(*bench.project, request, progress);
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(said), qPrintable(report.error().message));
        QCOMPARE(scores(bench), before);
        QCOMPARE(setsOf(bench, {1}).size(), 1);
    }

    void theDatasetsScorerIsUsedByImports()
    {
        const Bench bench;
        fill(bench);
        REQUIRE_RESULT(bench.project->write({}, [](sqlite::Connection& c) -> Result<> {
            SettingsStore(c).set(Setting::Scorer, QStringLiteral("relaxed(tolerance=0.1)"), {1});
            return {};
        }));
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("n.csv"), "index,model,response\n1,m9,109\n", QStringLiteral("chart")));
        QVERIFY(scores(bench).contains(QStringLiteral("m9/1=1.0")));
    }

    void whatIsNotThereIsNamed()
    {
        const Bench bench;
        fill(bench);
        SilentProgress progress;
        const auto none = rescore(*bench.project, {QStringLiteral("none"), {}, {}, false}, progress);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestRescoring)
#include "tst_rescoring.moc"
