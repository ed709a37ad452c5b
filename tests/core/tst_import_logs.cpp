// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs of evaluation harnesses: what they say of samples, replies and scores, and what they say of
// themselves. Members and keys are those that these write:
// - inspect: UKGovernmentBEIS/inspect_ai 0.3.260, commit 499e6152: src/inspect_ai/log/_log.py (EvalLog,
//   EvalSample), log/_recorders/eval.py (names in the zip), log/_recorders/chunked/format.py and convert.py
//   (samples in chunks), scorer/_metric.py (value_to_float)
// - lmms-eval: EvolvingLMMs-Lab/lmms-eval, commit 75571cfe: lmms_eval/evaluator.py and
//   loggers/evaluation_tracker.py (save_results_samples)
// - lm-evaluation-harness: EleutherAI/lm-evaluation-harness, commit 4e7e0d47: lm_eval/evaluator.py and
//   loggers/evaluation_tracker.py
// - EvalScope: modelscope/evalscope, commit fde259d2: evalscope/api/evaluator/cache.py and
// api/metric/scorer.py
// - DatBench: datologyai/DatBench, commit bd2ecaf6: datbench/schema.py and evaluator.py

#include "core/import/recordfiles.h"
#include "core/import/recordsource.h"
#include "tests/core/importhelp.h"
#include "tests/support/inspectarchive.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace winnow;
using namespace winnow::test;

namespace {

/// A picture of one point (PNG).
const QByteArray kPicture(
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwACh"
    "wGA60e6kgAAAABJRU5ErkJggg==");

QByteArray header(const QByteArray& status = "success", const QByteArray& more = {})
{
    return R"({"version": 2, "status": ")" + status + R"(", "eval": {"run_id": "r", "task": "animals",
        "dataset": {"name": "zoo", "samples": 3}, "model": "openai/gpt-x"}, "plan": {}, "results":
        {"scores": [{"name": "choice", "scorer": "choice", "metrics": {"accuracy": {"value": 0.5}}}]})"
        + more + '}';
}

/// A sample of a multiple choice task, with what a log has besides.
QByteArray sample(
    const QByteArray& id, int epoch, const QByteArray& scores, const QByteArray& more = R"("error": null)")
{
    return R"({"id": )" + id + R"(, "epoch": )" + QByteArray::number(epoch)
        + R"(, "input": "Which animal barks ()" + QByteArray(id).replace('"', "'")
        + R"()?", "choices": ["cat", "dog"], "target": "B", "messages":
        [{"role": "user", "content": "Which?"}, {"role": "assistant", "content": "ANSWER: B"}], "output":
        {"model": "gpt-x-1", "choices": [{"message": {"role": "assistant", "content": "ANSWER: B"},
        "stop_reason": "stop"}], "completion": "ANSWER: B", "usage": {"input_tokens": 9, "output_tokens": 9}},
        "scores": )"
        + scores + R"(, "metadata": {"category": "mammals", "weight": 36893488147419103232}, "store": {},
        "events": [{"event": "model", "input": "not to be read"}], "model_usage": {"openai/gpt-x":
        {"input_tokens": 21, "output_tokens": 4}}, "total_time": 3.5, "working_time": 1.25, )"
        + more + '}';
}

QByteArray choice(const QByteArray& value)
{
    return R"({"choice": {"value": )" + value + R"(, "answer": "B", "explanation": "ANSWER: B"}})";
}

QByteArray jsonLog(const QByteArrayList& samples, const QByteArray& status = "success")
{
    QByteArray log = header(status);
    log.chop(1);
    return log + R"(, "samples": [)" + samples.join(',')
        + R"(], "reductions": [{"samples": [{"value": 1}]}]})";
}

/// One line of lmms-eval; `more` are the members that come behind.
QByteArray lmmsLine(int id, const QByteArray& filtered, const QByteArray& metric, const QByteArray& more = {})
{
    return R"({"doc_id": )" + QByteArray::number(id) + R"(, "target": "B", "filtered_resps": )" + filtered
        + R"(, "token_counts": [{"input_tokens": 30, "output_tokens": 7, "reasoning_tokens": 2}], "doc_hash": ")"
        + QByteArray(64, char('a' + id)) + R"(", )" + metric + more + R"(, "input": "Which barks, )"
        + QByteArray::number(id) + R"(?\nA. cat\nB. dog"})" + '\n';
}

/// One line of lm-evaluation-harness over four options, weighed by their likelihoods.
QByteArray weighed(int id, const QByteArrayList& logs, const QByteArray& target, double acc)
{
    const QByteArrayList texts{"zero", "one", "two", "three"};
    QByteArrayList pairs;
    QByteArrayList nested;
    QByteArrayList arguments;
    for (qsizetype i = 0; i < logs.size(); ++i) {
        pairs.append("[\"" + logs[i] + "\", \"False\"]");
        nested.append("[[\"" + logs[i] + "\", \"False\"]]");
        arguments.append("\"gen_args_" + QByteArray::number(i)
            + R"(": {"arg_0": "Q: Which?\nA:", "arg_1": " )" + texts.value(i) + "\"}");
    }
    const QByteArray number = QByteArray::number(id);
    return R"({"doc_id": )" + number + R"(, "doc": {"id": "q)" + number
        + R"(", "question": "Which is number )" + number
        + R"(?", "choices": {"text": ["zero", "one", "two", "three"], "label": ["A", "B", "C", "D"]},
        "image": ")"
        + QByteArray(64, 'e') + R"(", "subject": "counting"}, "target": ")" + target + R"(", "arguments": {)"
        + arguments.join(',') + R"(}, "resps": [)" + nested.join(',') + R"(], "filtered_resps": [)"
        + pairs.join(',')
        + R"(], "filter": "none", "metrics": ["acc_norm", "acc"], "doc_hash": "h", "prompt_hash":
        "p", "target_hash": "t", "acc": )"
        + QByteArray::number(acc) + R"(, "acc_norm": 0.0})" + '\n';
}

/// JSON as it is written here stands on several lines; a line of a log does not.
QByteArray oneLine(const QByteArray& line)
{
    return QByteArray(line.trimmed()).replace('\n', ' ') + '\n';
}

QString said(const ImportReport& report)
{
    return report.messages.join(u'\n');
}

constexpr double kClose = 1e-6;

} // namespace

class TestImportLogs : public QObject {
    Q_OBJECT

private slots:
    void scores_data();
    void scores();
    void samples();
    void pictures();
    void plainAndChunks();
    void whatALogLacks();
    void damage();
    void severalScorers();
    void epochsAndErrors();
    void folderOfInspectLogs();
    void json();
    void jsonCutOff();

    void lmms();
    void lmmsMetrics_data();
    void lmmsMetrics();
    void lmmsReplies_data();
    void lmmsReplies();
    void folderOfRuns();
    void severalTasks();
    void totals();

    void likelihoods();
    void placeOrText();
    void filters();
    void tasksOfOneProject();
    void evalScope();

    void datBenchReport();
    void datBenchVerdicts();
};

void TestImportLogs::scores_data()
{
    QTest::addColumn<QByteArray>("value");
    // Below 0: the sample is not scored.
    QTest::addColumn<double>("score");
    QTest::newRow("correct") << QByteArray("\"C\"") << 1.0;
    QTest::newRow("incorrect") << QByteArray("\"I\"") << 0.0;
    QTest::newRow("partly") << QByteArray("\"P\"") << 0.5;
    QTest::newRow("no answer") << QByteArray("\"N\"") << 0.0;
    QTest::newRow("number") << QByteArray("0.75") << 0.75;
    QTest::newRow("number as text") << QByteArray("\"0.25\"") << 0.25;
    QTest::newRow("true") << QByteArray("true") << 1.0;
    QTest::newRow("no") << QByteArray("\"no\"") << 0.0;
    QTest::newRow("unscored") << QByteArray("NaN") << -1.0;
    QTest::newRow("null") << QByteArray("null") << -1.0;
    QTest::newRow("first of several") << QByteArray(R"({"exact": 1, "f1": 0.5})") << 1.0;
}

void TestImportLogs::scores()
{
    QFETCH(QByteArray, value);
    QFETCH(double, score);
    Bench bench;
    const auto report = bench.importText(QStringLiteral("log.json"),
        jsonLog({sample("1", 1, choice(value)), sample("2", 1, choice("\"I\""))}));
    REQUIRE_RESULT(report);
    QCOMPARE(report->responses.added, 2);
    QCOMPARE(report->missingResponses, score < 0 ? 1 : 0);
    QCOMPARE(bench.accuracy(QStringLiteral("openai/gpt-x"), QStringLiteral("s.source_index = '1'")),
        score < 0 ? 0.0 : 100 * score);
    QCOMPARE(said(*report).contains(QLatin1String("no score for (NaN): 1")), score < 0);
}

void TestImportLogs::samples()
{
    InspectArchive log;
    log.add("_journal/start.json", header("started"));
    log.add("samples/1_epoch_1.json", sample("1", 1, choice("\"C\"")), 2);
    log.add("samples/a/b_epoch_1.json", sample("\"a/b\"", 1, choice("\"I\"")), 5);
    log.add("_journal/summaries/1.json", R"([{"id": 1, "epoch": 1, "input": "cut"}])");
    log.add("summaries.json", R"([{"id": 1, "epoch": 1, "input": "cut"}, {"id": "a/b", "epoch": 1}])");
    log.add("reductions.json", R"([{"scorer": "choice", "samples": [{"value": 1, "sample_id": 1}]}])");
    log.add("header.json", header());
    Bench bench;
    const auto report = bench.importText(QStringLiteral("run.eval"), log.bytes());
    REQUIRE_RESULT(report);
    QCOMPARE(report->format, QStringLiteral("inspect"));
    QCOMPARE(report->dataset, QStringLiteral("zoo"));
    QCOMPARE(report->samples.added, 2);
    QCOMPARE(report->responses.added, 2);
    QVERIFY2(report->messages.isEmpty(), qPrintable(said(*report)));
    const Sample one = bench.sample(QStringLiteral("zoo/1"));
    QCOMPARE(one.question, QStringLiteral("Which animal barks (1)?"));
    QCOMPARE(one.options, QStringList({QStringLiteral("cat"), QStringLiteral("dog")}));
    QCOMPARE(one.gold, QStringLiteral("B"));
    QCOMPARE(one.category, QStringLiteral("mammals"));
    QVERIFY(bench.text(QStringLiteral("SELECT CAST(extra AS TEXT) FROM samples WHERE source_index = '1'"))
                .contains(QLatin1String("36893488147419103232")));
    QCOMPARE(bench.accuracy(QStringLiteral("openai/gpt-x")), 50.0);
    QCOMPARE(
        bench.text(QStringLiteral("SELECT text || '|' || prompt_tokens || '|' || output_tokens || '|' || "
                                  "latency FROM response_details d JOIN samples s ON s.id = d.sample_id "
                                  "WHERE s.source_index = 'a/b'")),
        QStringLiteral("ANSWER: B|21|4|1.25"));
}

void TestImportLogs::pictures()
{
    const QByteArray input = R"([{"role": "system", "content": "Be brief."}, {"role": "user", "content": [
        {"type": "text", "text": "attachment://long"}, {"type": "image", "image": "attachment://face",
        "detail": "auto"}]}])";
    const QByteArray log = jsonLog({R"({"id": 7, "epoch": 1, "input": )" + input + R"(, "target": ["bike",
        "bicycle"], "messages": [], "output": {"choices": [{"message": {"content": [{"type": "reasoning",
        "reasoning": "two wheels"}, {"type": "text", "text": "a bike"}]}}]}, "scores": {"match": {"value": "C"}},
        "attachments": {"long": "What is \"this\"?", "face": ")"
        + kPicture + R"("}})"});
    Bench bench;
    const auto report = bench.importText(QStringLiteral("log.json"), log);
    REQUIRE_RESULT(report);
    QCOMPARE(report->images, 1);
    const Sample sample = bench.sample(QStringLiteral("zoo/7"));
    QCOMPARE(sample.question, QStringLiteral("What is \"this\"?"));
    QCOMPARE(sample.hint, QStringLiteral("Be brief."));
    QCOMPARE(sample.gold, QStringLiteral("bike"));
    QCOMPARE(sample.acceptedAnswers, QStringList({QStringLiteral("bike"), QStringLiteral("bicycle")}));
    QCOMPARE(bench.text(QStringLiteral("SELECT text FROM response_details")), QStringLiteral("a bike"));
}

void TestImportLogs::plainAndChunks()
{
    InspectArchive log;
    log.add("_journal/start.json", header());
    log.add("samples/1_epoch_1.json", sample("1", 1, choice("\"C\"")), 0);
    // What the reply is stands in the messages only, behind a reference by number.
    log.add("samples/2_epoch_1/sample.json", R"({"id": 2, "epoch": 1, "input": "attachment://0", "choices":
        ["cat", "dog"], "target": "A", "message_refs": [[0, 1], [2, 4]], "output": {"choices": []},
        "scores": {"choice": {"value": "I"}}})");
    log.add("samples/2_epoch_1/metadata.json", R"({"category": "birds"})");
    log.add("samples/2_epoch_1/events/0.json", R"([{"event": "model"}])");
    log.add("samples/2_epoch_1/messages/0.json",
        R"([{"role": "user", "content": "?"}, {"role": "assistant", "content": "not of this chat"}])");
    log.add("samples/2_epoch_1/messages/2.json",
        R"([{"role": "assistant", "content": "attachment://1"}, {"role": "tool", "content": "done"}])");
    log.add("samples/2_epoch_1/attachments/0.json", R"(["Which one sings?"])");
    log.add("samples/2_epoch_1/attachments/1.json", R"(["I think B"])", 2);
    log.add("header.json", header());
    Bench bench;
    const auto report = bench.importText(QStringLiteral("mixed.eval"), log.bytes());
    REQUIRE_RESULT(report);
    QCOMPARE(report->samples.added, 2);
    QCOMPARE(bench.accuracy(QStringLiteral("openai/gpt-x")), 50.0);
    const Sample chunked = bench.sample(QStringLiteral("zoo/2"));
    QCOMPARE(chunked.question, QStringLiteral("Which one sings?"));
    QCOMPARE(chunked.category, QStringLiteral("birds"));
    QCOMPARE(bench.text(QStringLiteral("SELECT d.text FROM response_details d JOIN samples s ON s.id = "
                                       "d.sample_id WHERE s.source_index = '2'")),
        QStringLiteral("I think B"));
}

void TestImportLogs::whatALogLacks()
{
    InspectArchive log;
    log.add("_journal/start.json", header("started"));
    log.add("samples/1_epoch_1.json", sample("1", 1, choice("\"I\"")));
    // Written once more: the later one counts.
    log.add("samples/1_epoch_1.json", sample("1", 1, choice("\"C\"")));
    log.add("_journal/summaries/1.json",
        R"([{"id": 1, "epoch": 1}, {"id": 2, "epoch": 1, "input": "only its beginning"}])");
    Bench bench;
    const auto report = bench.importText(QStringLiteral("broken_off.eval"), log.bytes());
    REQUIRE_RESULT(report);
    QCOMPARE(report->samples.added, 1);
    QCOMPARE(bench.accuracy(QStringLiteral("openai/gpt-x")), 100.0);
    const QString told = said(*report);
    QVERIFY2(told.contains(QLatin1String("The log has no header")), qPrintable(told));
    QVERIFY2(told.contains(QLatin1String("ended with \"started\"")), qPrintable(told));
    QVERIFY2(told.contains(QLatin1String("only a summary: 1;")), qPrintable(told));

    InspectArchive none;
    none.add("_journal/start.json", header("started"));
    none.add("summaries.json", R"([{"id": 1, "epoch": 1, "input": "x", "target": "B"}])");
    const auto empty = bench.importText(QStringLiteral("none.eval"), none.bytes());
    QVERIFY(!empty);
    QVERIFY2(empty.error().message.contains(QLatin1String("none.eval is an inspect log in which no sample")),
        qPrintable(empty.error().text()));
}

void TestImportLogs::damage()
{
    InspectArchive log;
    log.add("_journal/start.json", header());
    log.add("samples/1_epoch_1.json", sample("1", 1, choice("\"C\"")));
    log.add("samples/2_epoch_1.json", sample("2", 1, choice("\"C\"")));
    log.add("samples/3_epoch_1.json", sample("3", 1, choice("\"C\"")).chopped(2));
    log.add("samples/4_epoch_1.json", sample("4", 1, choice("\"C\"")));
    log.add("samples/5_epoch_1.json", sample("5", 1, choice("\"C\"")), 0);
    QByteArray bytes = log.bytes();
    // What is not packed can be read with any damage; the checksum tells.
    bytes.replace("barks (5)", "barks (6)");
    // The first bytes of a frame say what it is.
    const qsizetype member = bytes.indexOf("samples/2_epoch_1.json") + 22;
    bytes[member] = 'X';
    Bench bench;
    const auto report = bench.importText(QStringLiteral("damaged.eval"), bytes);
    REQUIRE_RESULT(report);
    QCOMPARE(report->samples.added, 2);
    QCOMPARE(report->rejected, 3);
    QStringList columns;
    for (const ImportIssue& issue : report->issues) {
        columns.append(issue.column);
    }
    QVERIFY2(columns.contains(QLatin1String("samples/2_epoch_1.json")), qPrintable(columns.join(u' ')));
    QVERIFY2(columns.contains(QLatin1String("samples/3_epoch_1.json")), qPrintable(columns.join(u' ')));
    QVERIFY2(columns.contains(QLatin1String("samples/5_epoch_1.json")), qPrintable(columns.join(u' ')));

    // A member that unpacks to more than a record may have.
    ReadLimits limits;
    limits.maxRecordBytes = 4096;
    InspectArchive large;
    large.add("_journal/start.json", header());
    large.add("samples/1_epoch_1.json",
        sample("1", 1, choice("\"C\""), "\"x\": \"" + QByteArray(1 << 20, 'x') + '"'));
    large.add("samples/2_epoch_1.json", sample("2", 1, choice("\"C\"")));
    const auto source = RecordSource::open(bench.write(QStringLiteral("large.eval"), large.bytes()), limits);
    REQUIRE_RESULT(source);
    RawRecord record;
    RecordProblem problem;
    QCOMPARE((*source)->next(record, problem).value(), RecordSource::Step::Bad);
    QCOMPARE(problem.column, QStringLiteral("samples/1_epoch_1.json"));
    QCOMPARE((*source)->next(record, problem).value(), RecordSource::Step::Record);
    QCOMPARE((*source)->next(record, problem).value(), RecordSource::Step::End);

    SilentProgress stopped;
    stopped.cancel();
    limits.progress = &stopped;
    const auto cancelled
        = RecordSource::open(bench.write(QStringLiteral("again.eval"), large.bytes()), limits);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

void TestImportLogs::severalScorers()
{
    Bench bench;
    const QByteArray scores
        = R"({"judge": {"value": 7, "answer": "C"}, "choice": {"value": "C", "answer": "B"}})";
    const auto report = bench.importText(QStringLiteral("log.json"), jsonLog({sample("1", 1, scores)}));
    REQUIRE_RESULT(report);
    // The first scorer of the results, whatever the order in a sample.
    QCOMPARE(bench.accuracy(QStringLiteral("openai/gpt-x")), 100.0);
    QVERIFY2(said(*report).contains(QLatin1String("those of \"choice\", the others (judge)")),
        qPrintable(said(*report)));
    QVERIFY(bench.text(QStringLiteral("SELECT CAST(extra AS TEXT) FROM samples"))
                .contains(QLatin1String("\"score_judge\":7")));
}

void TestImportLogs::epochsAndErrors()
{
    Bench bench;
    const auto report = bench.importText(QStringLiteral("log.json"),
        jsonLog({sample("1", 1, choice("\"C\"")), sample("1", 2, choice("\"I\"")),
                    sample("2", 1, "null", R"("error": {"message": "out of memory", "traceback": "…"})"),
                    sample("3", 1, choice("\"C\""), R"("limit": {"type": "token", "limit": 10})")},
            "error"));
    REQUIRE_RESULT(report);
    QCOMPARE(report->samples.added, 3);
    QCOMPARE(report->responses.added, 4);
    QCOMPARE(report->missingResponses, 1);
    QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses WHERE attempt = 1")), 1);
    QCOMPARE(
        bench.text(QStringLiteral("SELECT coalesce(max(text), '') FROM response_details d JOIN samples s ON "
                                  "s.id = d.sample_id WHERE s.source_index = '2'")),
        QString());
    const QString told = said(*report);
    QVERIFY2(told.contains(QLatin1String("ended with \"error\"")), qPrintable(told));
    QVERIFY2(told.contains(QLatin1String("with an error: 1;")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("messages …): 1;")), qPrintable(told));
}

void TestImportLogs::folderOfInspectLogs()
{
    Bench bench;
    const QByteArray one = jsonLog({sample("1", 1, choice("\"C\""))});
    bench.write(QStringLiteral("logs/a.json"), one);
    QByteArray other = jsonLog({sample("1", 1, choice("\"I\""))});
    other.replace("openai/gpt-x", "other/model");
    bench.write(QStringLiteral("logs/b.json"), other);
    bench.write(QStringLiteral("logs/empty.json"), jsonLog({}));
    const auto report = bench.import(bench.folder.filePath(QStringLiteral("logs")));
    REQUIRE_RESULT(report);
    QCOMPARE(report->dataset, QStringLiteral("zoo"));
    QCOMPARE(report->samples.added, 1);
    QCOMPARE(bench.accuracy(QStringLiteral("openai/gpt-x")), 100.0);
    QCOMPARE(bench.accuracy(QStringLiteral("other/model")), 0.0);
    QVERIFY2(said(*report).contains(QLatin1String("empty.json is an inspect log in which no sample")),
        qPrintable(said(*report)));

    other.replace("\"zoo\"", "\"farm\"");
    bench.write(QStringLiteral("logs/b.json"), other);
    // Logs of several tasks are datasets of their own.
    const auto several = recordFiles(bench.folder.filePath(QStringLiteral("logs")));
    REQUIRE_RESULT(several);
    QCOMPARE(several->parts,
        (QStringList{bench.folder.filePath(QStringLiteral("logs/farm")),
            bench.folder.filePath(QStringLiteral("logs/zoo"))}));
    const Bench fresh;
    const auto farm = fresh.import(several->parts.first());
    REQUIRE_RESULT(farm);
    QCOMPARE(farm->dataset, QStringLiteral("farm"));
    QCOMPARE(farm->responses.added, 1);
}

void TestImportLogs::json()
{
    // Both forms of a log say the same.
    InspectArchive log;
    log.add("header.json", header());
    log.add("samples/1_epoch_1.json", sample("1", 1, choice("\"C\"")));
    Bench bench;
    REQUIRE_RESULT(bench.importText(QStringLiteral("a.json"), jsonLog({sample("1", 1, choice("\"C\""))})));
    const auto again = bench.importText(QStringLiteral("a.eval"), log.bytes());
    REQUIRE_RESULT(again);
    QCOMPARE(again->dataset, QStringLiteral("zoo"));
    QCOMPARE(again->responses.unchanged, 1);
    QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), 1);
}

void TestImportLogs::jsonCutOff()
{
    Bench bench;
    QByteArray log = jsonLog({sample("1", 1, choice("\"C\"")), sample("2", 1, choice("\"C\""))});
    log.truncate(log.indexOf("barks (2)"));
    const auto report = bench.importText(QStringLiteral("cut.json"), log);
    REQUIRE_RESULT(report);
    QCOMPARE(report->samples.added, 1);
    QCOMPARE(report->rejected, 1);
    QVERIFY(report->issues.first().expected.contains(QLatin1String("cut off")));
}

void TestImportLogs::lmms()
{
    Bench bench;
    const QByteArray log = oneLine(lmmsLine(0, "\"B\"", "\"acc\": 1.0"))
        + oneLine(lmmsLine(1, "\"B\"", "\"acc\": 1.0", R"(, "resps": ["<think>A cat? No.</think>B"])"))
        + oneLine(lmmsLine(2, "\"A\"", "\"acc\": 0.0"))
        + oneLine(lmmsLine(3, "\"B\"", "\"acc\": NaN"))
        // The log was appended to by a second run.
        + oneLine(lmmsLine(2, "\"B\"", "\"acc\": 1.0"));
    bench.write(QStringLiteral("org__m/20260805_101500_results.json"),
        R"({"results": {"zoo": {"alias": "zoo"}}, "config": {"model": "llava", "model_args": "pretrained=org/m,x=1"},
           "model_name": ""})");
    const auto report = bench.importText(QStringLiteral("org__m/20260805_101500_samples_zoo.jsonl"), log);
    REQUIRE_RESULT(report);
    QCOMPARE(report->format, QStringLiteral("lmms_eval"));
    QCOMPARE(report->dataset, QStringLiteral("zoo"));
    QCOMPARE(report->samples.added, 4);
    QCOMPARE(report->responses.added, 4);
    QCOMPARE(report->missingResponses, 1);
    QCOMPARE(bench.accuracy(QStringLiteral("org/m")), 100.0);
    QVERIFY2(said(*report).contains(QLatin1String("are left out: 1")), qPrintable(said(*report)));
    const Sample sample = bench.sample(QStringLiteral("zoo/1"));
    QCOMPARE(sample.options, QStringList({QStringLiteral("cat"), QStringLiteral("dog")}));
    QCOMPARE(sample.gold, QStringLiteral("B"));
    QVERIFY(bench.text(QStringLiteral("SELECT CAST(extra AS TEXT) FROM samples WHERE source_index = '1'"))
                .contains(QString(64, QLatin1Char('b'))));
    // The thoughts are kept with the reply, which is read without them.
    QCOMPARE(
        bench.text(QStringLiteral("SELECT d.text || '|' || r.answer || '|' || d.output_tokens FROM "
                                  "response_details d JOIN responses r USING(run_id, sample_id, attempt) "
                                  "JOIN samples s ON s.id = d.sample_id WHERE s.source_index = '1'")),
        QStringLiteral("<think>A cat? No.</think>B|B|7"));
}

void TestImportLogs::lmmsMetrics_data()
{
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<double>("accuracy");
    QTest::newRow("number") << QByteArray("\"exact_match\": 0.5") << 50.0;
    QTest::newRow("truth") << QByteArray("\"hit\": true") << 100.0;
    QTest::newRow("object with a score")
        << QByteArray(R"("mme_score": {"question_id": "a", "category": "existence", "score": 1.0})") << 100.0;
    QTest::newRow("object without: read from the reply")
        << QByteArray(R"("mmmu_acc": {"id": "v", "subdomain": "Art", "parsed_pred": "A"})") << 0.0;
    QTest::newRow("no share: read from the reply") << QByteArray("\"bypass\": 999") << 100.0;
    QTest::newRow("the first that is one")
        << QByteArray(R"("submission": {"answer": "B"}, "acc": 0.0, "em": 1.0)") << 0.0;
}

void TestImportLogs::lmmsMetrics()
{
    QFETCH(QByteArray, metric);
    QFETCH(double, accuracy);
    Bench bench;
    const auto report = bench.importText(QStringLiteral("m/20260805_101500_samples_zoo.jsonl"),
        oneLine(lmmsLine(0, "\"B\"", metric)) + oneLine(lmmsLine(1, "\"B\"", metric)));
    REQUIRE_RESULT(report);
    QCOMPARE(bench.accuracy(QStringLiteral("m")), accuracy);
}

void TestImportLogs::lmmsReplies_data()
{
    QTest::addColumn<QByteArray>("filtered");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("replies");
    QTest::addColumn<QString>("answers");
    QTest::newRow("left out") << QByteArray("\"B\"") << QByteArray() << 1 << QStringLiteral("B");
    QTest::newRow("list of one") << QByteArray("[\"B\"]") << QByteArray() << 1 << QStringLiteral("B");
    QTest::newRow("extracted") << QByteArray("\"A\"") << QByteArray(R"(["I would say cat"])") << 1
                               << QStringLiteral("A");
    QTest::newRow("several") << QByteArray(R"(["A", "B", "A"])") << QByteArray(R"([["A"], ["B"], ["A"]])")
                             << 3 << QStringLiteral("A,B,A");
    QTest::newRow("likelihoods") << QByteArray("[[-3.5, false], [-0.5, true]]")
                                 << QByteArray("[[[-3.5, false]], [[-0.5, true]]]") << 1
                                 << QStringLiteral("B");
}

void TestImportLogs::lmmsReplies()
{
    QFETCH(QByteArray, filtered);
    QFETCH(QByteArray, raw);
    QFETCH(int, replies);
    QFETCH(QString, answers);
    Bench bench;
    const QByteArray more = raw.isEmpty() ? raw : ", \"resps\": " + raw;
    const auto report = bench.importText(QStringLiteral("m/20260805_101500_samples_zoo.jsonl"),
        oneLine(lmmsLine(0, filtered, "\"acc\": 0.5", more))
            + oneLine(lmmsLine(1, filtered, "\"acc\": 0.5", more)));
    REQUIRE_RESULT(report);
    QCOMPARE(report->responses.added, 2 * replies);
    QCOMPARE(bench.text(QStringLiteral(
                 "SELECT group_concat(answer) FROM (SELECT answer FROM responses r JOIN samples "
                 "s ON s.id = r.sample_id WHERE s.source_index = '0' ORDER BY attempt)")),
        answers);
    // One score for several replies is that of none of them.
    QCOMPARE(said(*report).contains(QLatin1String("one score for all of them")), replies > 1);
}

void TestImportLogs::folderOfRuns()
{
    Bench bench;
    const QString older = QStringLiteral("runs/org__a/20260804_101500_samples_zoo.jsonl");
    bench.write(older, oneLine(lmmsLine(0, "\"A\"", "\"acc\": 0.0")));
    bench.write(QStringLiteral("runs/org__a/20260805_101500_samples_zoo.jsonl"),
        oneLine(lmmsLine(0, "\"B\"", "\"acc\": 1.0")) + oneLine(lmmsLine(1, "\"B\"", "\"acc\": 1.0")));
    bench.write(QStringLiteral("runs/org__a/20260805_101500_results.json"),
        R"({"results": {"zoo": {"alias": "zoo"}}})");
    bench.write(QStringLiteral("runs/org__b/20260805_111500_samples_zoo.jsonl"),
        oneLine(lmmsLine(0, "\"B\"", "\"acc\": 1.0")) + oneLine(lmmsLine(1, "\"A\"", "\"acc\": 0.0")));
    bench.write(QStringLiteral("runs/notes.json"), R"([{"question": "?", "answer": "!"}])");
    const auto report = bench.import(bench.folder.filePath(QStringLiteral("runs")));
    REQUIRE_RESULT(report);
    QCOMPARE(report->dataset, QStringLiteral("zoo"));
    QCOMPARE(report->samples.added, 2);
    QCOMPARE(report->responses.added, 4);
    QCOMPARE(bench.accuracy(QStringLiteral("org__a")), 100.0);
    QCOMPARE(bench.accuracy(QStringLiteral("org__b")), 50.0);
    const QString told = said(*report);
    QVERIFY2(
        told.contains(QLatin1String("older ones are passed over: org__a/20260804_101500")), qPrintable(told));
    QVERIFY2(told.contains(QLatin1String("not read: notes.json")), qPrintable(told));
}

void TestImportLogs::severalTasks()
{
    Bench bench;
    for (const char* task : {"zoo", "farm"}) {
        bench.write(QStringLiteral("runs/m/20260805_101500_samples_%1.jsonl").arg(QLatin1String(task)),
            oneLine(lmmsLine(0, "\"B\"", "\"acc\": 1.0")));
    }
    const auto parts = recordFiles(bench.folder.filePath(QStringLiteral("runs")));
    REQUIRE_RESULT(parts);
    QCOMPARE(parts->parts.size(), 2);
    for (const QString& part : parts->parts) {
        const Bench fresh;
        const auto report = fresh.import(part);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, part.section(u'/', -1));
        QCOMPARE(report->runs.front().model, QStringLiteral("m"));
    }
}

void TestImportLogs::totals()
{
    Bench bench;
    const auto report = bench.importText(QStringLiteral("m/results_2026-08-21T19-56-54.123456.json"),
        R"({"results": {"zoo": {"alias": "zoo", "acc,none": 0.5}}, "configs": {}})");
    QVERIFY(!report);
    QVERIFY2(report.error().remedy.contains(QLatin1String("log_samples")), qPrintable(report.error().text()));
}

void TestImportLogs::likelihoods()
{
    Bench bench;
    const auto report
        = bench.importText(QStringLiteral("org__m/samples_count_2026-08-21T19-56-54.123456.jsonl"),
            oneLine(weighed(0, {"-1", "-2", "-3", "-4"}, "0", 1))
                + oneLine(weighed(1, {"-1", "-2", "-3", "-4"}, "1", 0))
                + oneLine(weighed(2, {"-9", "-8", "-0.5", "-inf"}, "two", 1)));
    REQUIRE_RESULT(report);
    QCOMPARE(report->format, QStringLiteral("lm_eval"));
    QCOMPARE(report->dataset, QStringLiteral("count"));
    QCOMPARE(report->images + report->imagesMissing, 0);
    const QString model = QStringLiteral("org__m");
    QVERIFY(qAbs(bench.accuracy(model) - 200.0 / 3) < kClose);
    const Sample sample = bench.sample(QStringLiteral("count/1"));
    QCOMPARE(sample.question, QStringLiteral("Which is number 1?"));
    QCOMPARE(sample.options.size(), 4);
    QCOMPARE(sample.options.at(3), QStringLiteral("three"));
    QCOMPARE(sample.gold, QStringLiteral("B"));
    QCOMPARE(bench.sample(QStringLiteral("count/2")).gold, QStringLiteral("C"));
    QCOMPARE(sample.category, QStringLiteral("counting"));
    QCOMPARE(
        bench.text(QStringLiteral("SELECT answer FROM responses r JOIN samples s ON s.id = r.sample_id WHERE "
                                  "s.source_index = '1'")),
        QStringLiteral("A"));
    // exp(-1) of exp(-1) + … + exp(-4), by hand.
    const double share
        = QJsonDocument::fromJson(bench
                                      .text(QStringLiteral("SELECT probabilities FROM response_details "
                                                           "d JOIN samples s ON s.id = d.sample_id "
                                                           "WHERE s.source_index = '1'"))
                                      .toUtf8())
              .array()
              .first()
              .toDouble();
    constexpr double kByHand = 0.6439142598879722;
    QVERIFY2(qAbs(share - kByHand) < kClose, qPrintable(QString::number(share, 'g', 12)));
    const QString told = said(*report);
    QVERIFY2(told.contains(QLatin1String("hashes or names in the place of images")), qPrintable(told));
    QVERIFY2(told.contains(QLatin1String("the scores are \"acc\", the others (acc_norm)")), qPrintable(told));
}

void TestImportLogs::placeOrText()
{
    // The options are numbers: "1" is the text of the third and the place of the second; acc tells which.
    QByteArray line = oneLine(weighed(0, {"-4", "-3", "-1", "-2"}, "1", 1));
    line.replace(R"(["zero", "one", "two", "three"])", R"(["7", "5", "1", "3"])");
    Bench bench;
    REQUIRE_RESULT(bench.importText(QStringLiteral("m/samples_n_2026-08-21T19-56-54.123456.jsonl"), line));
    QCOMPARE(bench.sample(QStringLiteral("n/0")).gold, QStringLiteral("C"));
    QCOMPARE(bench.accuracy(QStringLiteral("m")), 100.0);
}

void TestImportLogs::filters()
{
    const auto line = [](int id, const QByteArray& filter, const QByteArray& reading,
                          const QByteArray& score) {
        return oneLine(R"({"doc_id": )" + QByteArray::number(id) + R"(, "doc": {"question": "What is )"
            + QByteArray::number(id)
            + R"( + 1?", "answer": "#### 1"}, "target": "1", "arguments": {"gen_args_0":
            {"arg_0": "Q:", "arg_1": {"until": []}}}, "resps": [["It is 1."]], "filtered_resps": [")"
            + reading + R"("], "filter": ")" + filter + R"(", "metrics": ["exact_match"], "doc_hash": "h",
            "prompt_hash": "p", "target_hash": "t", "exact_match": )"
            + score + '}');
    };
    Bench bench;
    const auto report = bench.importText(QStringLiteral("m/samples_sums_2026-08-21T19-56-54.123456.jsonl"),
        line(0, "strict-match", "[invalid]", "0.0") + line(1, "strict-match", "[invalid]", "0.0")
            + line(0, "flexible-extract", "1", "1.0") + line(1, "flexible-extract", "1", "1.0"));
    REQUIRE_RESULT(report);
    QCOMPARE(report->samples.added, 2);
    QCOMPARE(report->responses.added, 4);
    QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses WHERE attempt > 0")), 0);
    QCOMPARE(bench.accuracy(QStringLiteral("m"), QStringLiteral("r.setting = 'strict-match'")), 0.0);
    QCOMPARE(bench.accuracy(QStringLiteral("m"), QStringLiteral("r.setting = 'flexible-extract'")), 100.0);
    QVERIFY2(said(*report).contains(QLatin1String("every filter is a setting")), qPrintable(said(*report)));
}

void TestImportLogs::tasksOfOneProject()
{
    // Both count from 0 and have the same answer keys; they ask otherwise, and say what they are.
    Bench bench;
    REQUIRE_RESULT(bench.importText(QStringLiteral("m/20260805_101500_samples_zoo.jsonl"),
        oneLine(lmmsLine(1, "\"B\"", "\"acc\": 1.0"))));
    const auto report = bench.importText(QStringLiteral("m/samples_count_2026-08-21T19-56-54.123456.jsonl"),
        oneLine(weighed(1, {"-1", "-2", "-3", "-4"}, "1", 0)));
    REQUIRE_RESULT(report);
    QCOMPARE(report->dataset, QStringLiteral("count"));
    QCOMPARE(report->samples.added, 1);
}

void TestImportLogs::evalScope()
{
    const auto line = [](int id, const QByteArray& answer, const QByteArray& acc, const QByteArray& status) {
        const QByteArray number = QByteArray::number(id);
        return oneLine(R"({"index": )" + number
            + R"(, "target": "A", "messages": [{"role": "system", "content":
            "Be brief."}, {"role": "user", "content": "Which is )"
            + number + R"(?"}], "sample_score": {"score": {"value": {"len": 7, "acc": )" + acc
            + R"(}, "status": ")" + status + R"(", "extracted_prediction": ")" + answer + R"(", "prediction":
            "ANSWER: )"
            + answer + R"(", "main_score_name": "acc"}, "sample_id": )" + number + R"(, "group_id": )"
            + number + R"(, "generation_index": 0, "sample_metadata": {"subject": "art"}}})");
    };
    Bench bench;
    const auto report = bench.importText(QStringLiteral("outputs/reviews/qwen/mmmu_Art.jsonl"),
        line(0, "A", "1.0", "success") + line(1, "B", "0.0", "success") + line(2, "B", "0.0", "parse_error"));
    REQUIRE_RESULT(report);
    QCOMPARE(report->format, QStringLiteral("evalscope"));
    QCOMPARE(report->dataset, QStringLiteral("mmmu_Art"));
    QCOMPARE(report->samples.added, 3);
    QCOMPARE(report->missingResponses, 1);
    QCOMPARE(bench.accuracy(QStringLiteral("qwen")), 50.0);
    const Sample sample = bench.sample(QStringLiteral("mmmu_Art/1"));
    QCOMPARE(sample.question, QStringLiteral("Which is 1?"));
    QCOMPARE(sample.category, QStringLiteral("art"));
    QVERIFY2(said(*report).contains(QLatin1String("than \"success\"): 1; they are missing")),
        qPrintable(said(*report)));
}

void TestImportLogs::datBenchReport()
{
    Bench bench;
    const auto report
        = bench.importText(QStringLiteral("report.json"), R"({"summary": {"overall_accuracy": 0.5,
        "total_samples": 3, "total_correct": 1, "capability_accuracy": {"chart": 0.5}}, "results": [
        {"id": "db_1", "score": 1.0, "vlm_output": "12", "ground_truth": "12", "is_correct": true, "metadata":
        {"capability": "chart", "eval_mode": "direct", "dataset": "chartqa", "score_details": {"score": 1.0}}},
        {"id": "db_2", "score": 0.5, "vlm_output": "7", "ground_truth": "8", "is_correct": true, "metadata":
        {"capability": "chart", "eval_mode": "direct", "dataset": "chartqa"}},
        {"id": "db_3", "score": 0.0, "vlm_output": "?", "ground_truth": "9", "is_correct": false, "metadata":
        {"capability": "math", "eval_mode": "judge", "dataset": "mathvista"}}]})");
    REQUIRE_RESULT(report);
    QCOMPARE(report->format, QStringLiteral("datbench"));
    QCOMPARE(report->samples.added, 3);
    // The mean of "score", as its summary has it; "is_correct" would say 67 %.
    QCOMPARE(bench.accuracy(report->runs.first().model), 50.0);
    QCOMPARE(
        bench.sample(QString(report->dataset + QStringLiteral("/db_3"))).capability, QStringLiteral("math"));
}

void TestImportLogs::datBenchVerdicts()
{
    Bench bench;
    REQUIRE_RESULT(bench.importText(QStringLiteral("db.jsonl"),
        R"({"id": "db_1", "question": "How many?", "answer": "12"})"
        "\n"
        R"({"id": "db_2", "question": "And now?", "answer": "8"})"
        "\n"));
    const QByteArray verdicts = R"([{"id": "db_1", "raw_judge_output": "answer: false", "verdict": "false"},
        {"id": "db_2", "raw_judge_output": "Reason: false friends\nanswer: true", "verdict": null}])";
    const auto early = bench.importText(QStringLiteral("judge.json"), verdicts);
    QVERIFY(!early);
    QVERIFY2(early.error().message.contains(QLatin1String("does not say whose")),
        qPrintable(early.error().text()));

    ImportRequest request;
    request.file = bench.write(QStringLiteral("responses.json"),
        R"([{"id": "db_1", "raw_output": "12"}, {"id": "db_2", "raw_output": "seven and one"}])");
    request.model = QStringLiteral("m");
    REQUIRE_RESULT(bench.import(request));
    const auto report = bench.importText(QStringLiteral("judge.json"), verdicts);
    REQUIRE_RESULT(report);
    QCOMPARE(report->runs.size(), 1);
    QCOMPARE(report->runs.first().model, request.model);
    QCOMPARE(bench.accuracy(request.model, QStringLiteral("s.source_index = 'db_1'")), 0.0);
    QCOMPARE(bench.accuracy(request.model, QStringLiteral("s.source_index = 'db_2'")), 100.0);
    // What was said stays.
    QCOMPARE(bench.text(QStringLiteral("SELECT group_concat(text) FROM response_details")),
        QStringLiteral("12,seven and one"));
}

QTEST_GUILESS_MAIN(TestImportLogs)
#include "tst_import_logs.moc"
