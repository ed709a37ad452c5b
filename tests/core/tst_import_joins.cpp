// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/linter.h"
#include "tests/core/importhelp.h"

using namespace winnow;
using winnow::test::Bench;

namespace {

/// Three questions with two options each; A is right, but for the last.
const QByteArray kSamples("{\"id\": \"t1\", \"question\": \"Is the tram red?\", \"options\": [\"yes\", "
                          "\"no\"], \"answer\": \"A\"}\n"
                          "{\"id\": \"t2\", \"question\": \"Is the bus blue?\", \"options\": [\"yes\", "
                          "\"no\"], \"answer\": \"A\"}\n"
                          "{\"id\": \"t3\", \"question\": \"Is the lorry grey?\", \"options\": [\"yes\", "
                          "\"no\"], \"answer\": \"B\"}\n");

struct Joined {
    Bench bench;

    explicit Joined(const QByteArray& samples = kSamples)
    {
        const auto report = bench.importText(QStringLiteral("samples.jsonl"), samples, QStringLiteral("t"));
        if (!report) {
            qWarning("%s", qPrintable(report.error().text()));
        }
    }

    Result<ImportReport> responses(
        const QByteArray& bytes, const QString& name = QStringLiteral("r.jsonl")) const
    {
        ImportRequest request;
        request.file = bench.write(name, bytes);
        request.dataset = QStringLiteral("t");
        request.role = ImportRole::Responses;
        return bench.import(request);
    }

    QString answers(const QString& index) const
    {
        return bench.text(
            QStringLiteral("SELECT group_concat(answer, '|') FROM (SELECT p.answer FROM responses p"
                           " JOIN samples s ON s.id = p.sample_id WHERE s.source_index = '%1'"
                           " ORDER BY p.attempt)")
                .arg(index));
    }
};

} // namespace

class TestImportJoins : public QObject {
    Q_OBJECT

private slots:
    void theKeyAgainIsNoModel()
    {
        const Bench bench;
        QByteArray samples;
        for (int i = 0; i < 8; ++i) {
            samples += "{\"index\": " + QByteArray::number(i) + ", \"question\": \"Sign "
                + QByteArray::number(i) + "?\", \"answer\": \"word" + QByteArray::number(i) + "\"}\n";
        }
        const QString file = bench.write(QStringLiteral("s.jsonl"), samples);
        QVERIFY(bench.import(file, QStringLiteral("t")).has_value());
        ImportRequest request;
        request.file = file;
        request.dataset = QStringLiteral("t");
        request.role = ImportRole::Responses;
        request.model = QStringLiteral("cheat");
        const auto again = bench.import(request);
        QVERIFY(!again.has_value());
        QVERIFY2(
            again.error().text().contains(QStringLiteral("it is the key")), qPrintable(again.error().text()));
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses")), 0);
        // Whoever says that it is a model's is believed; and one that errs once is one.
        request.map = {{QStringLiteral("prediction"), QStringLiteral("answer")}};
        QVERIFY(bench.import(request).has_value());
        QByteArray replies = samples;
        replies.replace("word3", "word5");
        ImportRequest erring;
        erring.file = bench.write(QStringLiteral("r.jsonl"), replies);
        erring.dataset = QStringLiteral("t");
        erring.role = ImportRole::Responses;
        erring.model = QStringLiteral("model");
        QVERIFY(bench.import(erring).has_value());
    }

    void findsReplies_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("answers");
        const auto row = [](const char* name, const QByteArray& line, const char* answers = "B") {
            QTest::newRow(name) << line << QString::fromLatin1(answers);
        };
        row("chat",
            "{\"id\": \"t1\", \"messages\": [{\"role\": \"system\", \"content\": \"A\"}, {\"role\": "
            "\"user\", "
            "\"content\": \"A\"}, {\"role\": \"assistant\", \"content\": \"A\"}, {\"role\": \"user\", "
            "\"content\": "
            "\"sure?\"}, {\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"text\": "
            "\"B\"}]}]}\n");
        row("turns",
            "{\"id\": \"t1\", \"conversations\": [{\"from\": \"human\", \"value\": \"A\"}, {\"from\": "
            "\"gpt\", "
            "\"value\": \"B\"}]}\n");
        row("choices with a message",
            "{\"id\": \"t1\", \"choices\": [{\"index\": 0, \"message\": {\"role\": \"assistant\", "
            "\"content\": \"B\"}}]}\n");
        row("several choices",
            "{\"id\": \"t1\", \"response\": {\"choices\": [{\"text\": \"B\", \"finish_reason\": \"stop\"}, "
            "{\"text\": \"A\", \"finish_reason\": \"stop\"}]}}\n",
            "B|A");
        row("candidates",
            "{\"id\": \"t1\", \"candidates\": [{\"content\": {\"role\": \"model\", \"parts\": [{\"text\": "
            "\"thinking of A\", \"thought\": true}, {\"text\": \"B\"}]}}]}\n");
        row("content parts in a result",
            "{\"custom_id\": \"t1\", \"result\": {\"type\": \"succeeded\", \"message\": "
            "{\"model\": \"c\", \"role\": \"assistant\", \"content\": [{\"type\": "
            "\"thinking\", \"thinking\": \"A\"}, {\"type\": \"text\", \"text\": \"B\"}]}}}\n");
        row("output items",
            "{\"id\": \"t1\", \"response\": {\"output\": [{\"type\": \"reasoning\"}, {\"type\": \"message\", "
            "\"role\": \"assistant\", \"content\": [{\"type\": \"output_text\", \"text\": \"B\"}]}]}}\n");
        row("generated text", "{\"id\": \"t1\", \"output\": [{\"generated_text\": \"B\"}]}\n");
        row("list of replies", "{\"id\": \"t1\", \"responses\": [\"B\", \"A\", \"B\"]}\n", "B|A|B");
        row("replies in lists", "{\"id\": \"t1\", \"resps\": [[\"B\", \"A\"]]}\n", "B|A");
        row("likelihoods",
            "{\"id\": \"t1\", \"filtered_resps\": [[\"-3.5\", \"False\"], [\"-0.5\", \"True\"]]}\n");
        row("by key", "{\"t1\": [\"B\", \"A\"], \"t2\": [\"A\", \"A\"]}\n", "B|A");
    }
    void findsReplies()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, answers);
        const Joined joined;
        const auto report = joined.responses(line);
        REQUIRE_RESULT(report);
        QCOMPARE(joined.answers(QStringLiteral("t1")), answers);
    }

    void readsBatchOutput()
    {
        const Joined joined;
        const auto report
            = joined.responses("{\"id\": \"req_9\", \"custom_id\": \"t2\", \"response\": {\"status_code\": "
                               "200, \"body\": {\"id\": \"c1\", \"model\": "
                               "\"large-1\", \"choices\": [{\"message\": {\"role\": \"assistant\", "
                               "\"content\": \"(A) yes\"}}], \"usage\": "
                               "{\"prompt_tokens\": 31, \"completion_tokens\": 2}}}, \"error\": null}\n"
                               "{\"id\": \"req_8\", \"custom_id\": \"t3\", \"response\": null, \"error\": "
                               "{\"code\": \"late\"}}\n");
        REQUIRE_RESULT(report);
        QCOMPARE(joined.answers(QStringLiteral("t2")), QStringLiteral("A"));
        QCOMPARE(report->runs.front().model, QStringLiteral("large-1"));
        QCOMPARE(
            joined.bench.count(QStringLiteral("SELECT prompt_tokens FROM response_details LIMIT 1")), 31);
    }

    void refusesWhatBringsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("told");
        QTest::newRow("the benchmark itself") << kSamples << QStringLiteral("no column with a model's reply");
        QTest::newRow("only keys") << QByteArray("{\"id\": \"t1\", \"ground_truth\": \"A\"}\n")
                                   << QStringLiteral("no column with a model's reply");
        QTest::newRow("nobody replied") << QByteArray("{\"id\": \"t1\", \"speaker\": \"x\"}\n")
                                        << QStringLiteral("its columns are id, speaker");
        QTest::newRow("other keys") << QByteArray("{\"id\": \"u1\", \"response\": \"A\"}\n")
                                    << QStringLiteral("Nothing of");
    }
    void refusesWhatBringsNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, told);
        const Joined joined;
        const auto report = joined.responses(bytes);
        QVERIFY(!report);
        QVERIFY2(report.error().text().contains(told), qPrintable(report.error().text()));
        QCOMPARE(joined.bench.count(QStringLiteral("SELECT count(*) FROM responses")), 0);
    }

    void numbersAloneNameNoneOfSeveralSets()
    {
        const Bench bench;
        const auto samples = [&](const QString& folder) {
            return bench.import(bench.write(folder + QStringLiteral("/items.jsonl"),
                                    "{\"id\": 1, \"question\": \"A tram in " + folder.toUtf8()
                                        + "?\", \"answer\": \"yes\"}\n{\"id\": 2, \"question\": \"A bus in "
                                        + folder.toUtf8() + "?\", \"answer\": \"no\"}\n"),
                folder);
        };
        REQUIRE_RESULT(samples(QStringLiteral("north")));
        REQUIRE_RESULT(samples(QStringLiteral("south")));
        const QByteArray scores("id,model,score\n1,m,1\n2,m,0\n");
        // Any set has these numbers: it becomes one of its own.
        auto report = bench.importText(QStringLiteral("elsewhere/other.csv"), scores);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("other"));
        // The place or the name tells which is meant, and so does whoever imports it.
        report = bench.importText(QStringLiteral("south/scores.csv"), scores);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("south"));
        report = bench.importText(QStringLiteral("third/m2_north.csv"), scores);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("north"));
        report = bench.importText(QStringLiteral("elsewhere/again.csv"), scores, QStringLiteral("north"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.total(), 0);
        // So do the questions.
        report = bench.importText(QStringLiteral("third/asked.csv"),
            "id,question,model,score\n1,A tram in south?,m3,1\n2,A bus in south?,m3,0\n");
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("south"));
    }

    void aMatrixOfModelsTakesTheNamesThatNobodyKnows()
    {
        const Bench bench;
        QByteArray text("nobody_knows_this,gpt-4,llama-7b,qwen-2b,gemini-1,claude-2,mistral-7b,llava-7b,phi-"
                        "3,CloudWalk\n");
        for (int i = 1; i <= 6; ++i) {
            text += QByteArray::number(40 + i) + ",1,0,1,0,1,0,1,0,1\n";
        }
        const auto report = bench.importText(QStringLiteral("scores.csv"), text, QStringLiteral("s"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->responses.added, 9 * 6);
        QCOMPARE(bench.accuracy(QStringLiteral("CloudWalk")), 100.0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples WHERE source_index = '41'")), 1);
    }

    void aLogWithItsOwnNumbersIsJoinedByTheQuestion()
    {
        const Joined joined;
        // Other keys, in another order, with all that a sample has.
        const QByteArray log(
            "{\"doc_id\": 0, \"dataset\": \"t\", \"question\": \"Is the bus blue?\", \"options\": [\"yes\", "
            "\"no\"], \"answer\": \"A\", \"response\": \"B\"}\n"
            "{\"doc_id\": 1, \"dataset\": \"t\", \"question\": \"Is the tram red?\", \"options\": [\"yes\", "
            "\"no\"], \"answer\": \"A\", \"response\": \"A\"}\n");
        const auto report = joined.bench.importText(QStringLiteral("elsewhere/log.jsonl"), log);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("t"));
        QCOMPARE(report->samples.total(), 0);
        QCOMPARE(joined.answers(QStringLiteral("t1")), QStringLiteral("A"));
        QCOMPARE(joined.answers(QStringLiteral("t2")), QStringLiteral("B"));
        // What nobody asked there makes a set of its own, and doubles nothing.
        QByteArray other(log);
        other.replace("Is the", "Was the");
        const auto strange = joined.bench.importText(QStringLiteral("elsewhere/other.jsonl"), other);
        REQUIRE_RESULT(strange);
        QVERIFY2(strange->dataset != QLatin1String("t"), qPrintable(strange->dataset));
        QCOMPARE(joined.bench.count(QStringLiteral("SELECT count(*) FROM samples s JOIN datasets d ON d.id = "
                                                   "s.dataset_id WHERE d.name = 't'")),
            3);
    }

    void aRowForEachModelIsRead()
    {
        const Bench bench;
        QByteArray head("\xEF\xBB\xBFllm_name");
        QByteArray good("gpt-x");
        QByteArray bad("own model");
        for (const char* condition : {"", "<no_image>"}) {
            for (int i = 1; i <= 20; ++i) {
                head += QByteArray(",") + condition + "unit_" + QByteArray::number(i);
                good += i == 20 ? "," : ",1.0";
                bad += *condition ? ",0.0" : i % 2 ? ",1" : ",0";
            }
        }
        const auto report = bench.importText(
            QStringLiteral("matrix.csv"), head + '\n' + good + '\n' + bad + '\n', QStringLiteral("m"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("responses_by_sample"));
        QCOMPARE(report->samples.added, 20);
        QCOMPARE(report->responses.added, 2 * 2 * 20);
        QCOMPARE(report->missingResponses, 2);
        QCOMPARE(
            bench.accuracy(QStringLiteral("own model"), QStringLiteral("r.condition = 'standard'")), 50.0);
        QCOMPARE(bench.accuracy(QStringLiteral("own model"), QStringLiteral("r.condition = 'blind'")), 0.0);
        QCOMPARE(bench.accuracy(QStringLiteral("gpt-x"), QStringLiteral("r.condition = 'blind'")), 100.0);
        // A column for each model stays one.
        const auto wide = bench.importText(
            QStringLiteral("wide.csv"), "model_sha,gpt-4,llama-7b\n1,1,0\n2,0,0\n", QStringLiteral("w"));
        REQUIRE_RESULT(wide);
        QCOMPARE(wide->format, QStringLiteral("responses_wide"));
    }

    void repliesWithoutAKeyGoByOrder_data()
    {
        QTest::addColumn<QByteArray>("samples");
        QTest::addColumn<QString>("keys");
        const auto sample = [](const QByteArray& key, const char* asks) -> QByteArray {
            return "{" + (key.isEmpty() ? QByteArray() : "\"id\": \"" + key + "\", ") + "\"question\": \""
                + asks + "\", \"options\": [\"red\", \"blue\"], \"answer\": \"A\"}\n";
        };
        // Keys that count from 1 are no numbers of records.
        QTest::newRow("keys from 1") << sample("1", "A tram?") + sample("2", "A bus?") + sample("3", "A car?")
                                     << QStringLiteral("1 2 3");
        QTest::newRow("words") << sample("c", "A tram?") + sample("a", "A bus?") + sample("b", "A car?")
                               << QStringLiteral("c a b");
        QTest::newRow("none") << sample("", "A tram?") + sample("", "A bus?") + sample("", "A car?")
                              << QStringLiteral("0 1 2");
    }
    void repliesWithoutAKeyGoByOrder()
    {
        QFETCH(QByteArray, samples);
        QFETCH(QString, keys);
        const Joined joined(samples);
        const auto report = joined.responses("{\"model\": \"m\", \"response\": \"A\"}\n"
                                             "{\"model\": \"m\", \"response\": \"B\"}\n"
                                             "{\"model\": \"m\", \"response\": \"A\"}\n"
                                             "{\"model\": \"m\", \"response\": \"B\"}\n");
        REQUIRE_RESULT(report);
        const QStringList named = keys.split(u' ');
        QCOMPARE(joined.answers(named.at(0)), QStringLiteral("A"));
        QCOMPARE(joined.answers(named.at(1)), QStringLiteral("B"));
        QCOMPARE(joined.answers(named.at(2)), QStringLiteral("A"));
        // The fourth has no sample.
        QCOMPARE(report->rejected, 1);
    }

    void asksAnother()
    {
        const Joined joined;
        const auto report = joined.responses(
            "{\"id\": \"t1\", \"question\": \"Is the bus blue?\", \"model\": \"m\", \"response\": \"A\"}\n"
            "{\"id\": \"t2\", \"question\": \"Look closely. Is the bus blue?\", \"model\": \"m\", "
            "\"response\": \"B\"}\n"
            "{\"id\": \"t3\", \"question\": \"Is the lorry grey?\", \"model\": \"m\", \"response\": "
            "\"B\"}\n");
        REQUIRE_RESULT(report);
        QCOMPARE(report->rejected, 1);
        QCOMPARE(joined.answers(QStringLiteral("t1")), QString());
        QCOMPARE(joined.answers(QStringLiteral("t2")), QStringLiteral("B"));
        QCOMPARE(joined.answers(QStringLiteral("t3")), QStringLiteral("B"));
        QVERIFY(report->messages.join(u'\n').contains(
            QStringLiteral("Responses that ask what another sample than that of their key asks: 1")));
    }

    void keysThatRestart()
    {
        const QByteArray rows(
            "split,no,question,answer\nval,1,Cups?,3\nval,2,Pots?,4\ntest,1,Pans?,5\ntest,2,Jugs?,6\n");
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("s.csv"), QByteArray(rows).replace("no,", "id,"));
        request.dataset = QStringLiteral("s");
        const auto samples = bench.import(request);
        REQUIRE_RESULT(samples);
        QCOMPARE(samples->samples.added, 4);
        QCOMPARE(samples->rejected, 0);
        QVERIFY(samples->messages.join(u'\n').contains(QStringLiteral("unique is id + split")));
        // In another order, and not all of them.
        request.file
            = bench.write(QStringLiteral("r.csv"), "model,split,id,response\nm,test,2,six\nm,val,1,three\n");
        request.role = ImportRole::Responses;
        const auto responses = bench.import(request);
        REQUIRE_RESULT(responses);
        QCOMPARE(responses->responses.added, 2);
        QCOMPARE(bench.text(QStringLiteral(
                     "SELECT group_concat(s.question || p.answer) FROM responses p JOIN samples s"
                     " ON s.id = p.sample_id ORDER BY s.position")),
            QStringLiteral("Cups?three,Jugs?six"));
    }

    void slipsAreRejectedStill()
    {
        QByteArray rows("id,question,answer\n");
        for (int i = 0; i < 60; ++i) {
            rows += QByteArray::number(i) + ",How many in " + QByteArray::number(i) + "?,x\n";
        }
        const Bench bench;
        const auto report
            = bench.importText(QStringLiteral("s.csv"), rows + "7,Another?,y\n", QStringLiteral("s"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 60);
        QCOMPARE(report->rejected, 1);
    }

    void readsRecords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("rejected");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* file, const QByteArray& bytes, int samples,
                             int rejected, const char* said) {
            QTest::newRow(name) << QString::fromLatin1(file) << bytes << samples << rejected
                                << QString::fromLatin1(said);
        };
        const QByteArray one("{\"id\": 1, \"question\": \"Ants?\", \"answer\": \"4\"}");
        const QByteArray two("{\"id\": 2, \"question\": \"Bees?\", \"answer\": \"5\"}");
        const QByteArray three("{\"id\": 3, \"question\": \"Wasps?\", \"answer\": \"6\"}");
        const QByteArray array = "[" + one + ", " + two + "]";
        row("three arrays", "a.json", array + "\n[" + three + "]\n[]\n", 3, 0, "as well");
        row("words between arrays", "a.json", array + "\nDone.\nAll saved.\n[" + three + "]", 3, 1, "");
        row("words behind", "a.json", array + " and so on", 2, 1, "");
        row("a line of arrays", "a.jsonl", one + "\n[" + two + ", " + three + "]\n", 3, 0,
            "arrays of records");
        row("three on a line", "a.jsonl", one + two + " , " + three + "\n", 3, 0, "several records");
        row("words behind a line", "a.jsonl", one + "\n" + two + " end\n" + three + "\n", 2, 1, "");
        row("lists by kind", "a.json",
            "{\"animals\": [" + one + "], \"insects\": [" + two + ", " + three + "]}", 3, 0, "");
        row("another kind of list", "a.json",
            "{\"pictures\": [{\"file\": \"x\", \"width\": 4}], \"items\": [" + one + ", " + two + "]}", 2, 0,
            "and not \"pictures\"");
        row("lists as columns", "a.json",
            "{\"id\": [7, 8], \"question\": [\"Ants?\", \"Bees?\"], \"answer\": [\"4\", \"5\"]}", 2, 0,
            "table by columns");
        row("split", "a.json",
            "{\"columns\": [\"id\", \"question\", \"answer\"], \"index\": [0, 1], \"data\": [[7, \"Ants?\", "
            "\"4\"], [8, "
            "\"Bees?\", \"5\"]]}",
            2, 0, "table by columns");
        row("rows named", "a.json",
            "{\"question\": {\"x\": \"Ants?\", \"y\": \"Bees?\"}, \"answer\": {\"x\": \"4\", \"y\": \"5\"}}",
            2, 0, "table by columns");
        row("questions of a picture", "a.jsonl",
            "{\"picture\": \"p1\", \"qas\": [{\"id\": 1, \"question\": \"Ants?\", \"answer\": \"4\"}, "
            "{\"id\": 2, \"question\": "
            "\"Bees?\", \"answer\": \"5\"}]}\n{\"picture\": \"p2\", \"qas\": [{\"id\": 3, \"question\": "
            "\"Wasps?\", "
            "\"answer\": \"6\"}]}\n",
            3, 0, "several samples");
        row("questions beside answers", "a.jsonl",
            "{\"picture\": \"p1\", \"question\": [\"Ants?\", \"Bees?\"], \"answer\": [\"4\", \"5\"]}\n", 2, 0,
            "several samples");
        row("a quote that is not closed", "a.csv",
            "id,question,answer\n1,\"Ants in a 5\" jar,4\n2,Bees?,5\n3,\"Wasps, or not?\",6\n4,Flies?,7\n", 1,
            1, "");
        row("a text of lines", "a.csv",
            "id,question,answer\n1,\"Ants,\nmany of them,\nor not?\",4\n2,Bees?,5\n", 2, 0, "");
    }
    void readsRecords()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(int, samples);
        QFETCH(int, rejected);
        QFETCH(QString, said);
        const Bench bench;
        const auto report = bench.importText(name, bytes, QStringLiteral("d"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, samples);
        QCOMPARE(report->rejected, rejected);
        QVERIFY2(report->messages.join(u'\n').contains(said), qPrintable(report->messages.join(u'\n')));
    }

    void tellsSecondQuestions()
    {
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("c.jsonl"),
            "{\"id\": 1, \"conversations\": [{\"from\": \"human\", \"value\": \"Ants?\"}, {\"from\": "
            "\"gpt\", \"value\": \"4\"}, "
            "{\"from\": \"human\", \"value\": \"Bees?\"}, {\"from\": \"gpt\", \"value\": \"5\"}]}\n",
            QStringLiteral("c"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->warnings, 1);
        QCOMPARE(bench.sample(QStringLiteral("c/1")).gold, QStringLiteral("4"));
    }

    void refusesColumnsOfOtherLengths()
    {
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("c.json"),
            "{\"question\": [\"Ants?\", \"Bees?\"], \"answer\": [\"4\"]}", QStringLiteral("c"));
        QVERIFY(!report);
        QVERIFY(report.error().text().contains(QStringLiteral("question: 2, answer: 1")));
    }

    void ratingsAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        // Of t1, by attempt: verifier / log-probability, and what became an issue.
        QTest::addColumn<QString>("ratings");
        QTest::addColumn<int>("warnings");
        QTest::addColumn<QString>("score");
        const auto row = [](const char* name, const char* bytes, const char* ratings, int warnings = 0,
                             const char* score = "1.0") {
            QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(ratings) << warnings
                                << QString::fromLatin1(score);
        };
        row("both", R"({"id":"t1","model":"m","response":"A","reward":-2.5,"mean_logprob":-0.25})",
            "-2.5/-0.25");
        row("as texts", R"({"id":"t1","model":"m","response":"A","judge_rating":" 4 ","logprob":"-1e-3"})",
            "4.0/-0.001");
        row("beside a verdict", R"({"id":"t1","model":"m","response":"A","correct":0,"verifier_score":0.75})",
            "0.75/-", 0, "0.0");
        row("which is the only score", R"({"id":"t1","model":"m","response":"A","verifier_score":0.75})",
            "-/-", 0, "0.75");
        row("inside an object", R"({"id":"t1","model":"m","response":"A","scores":{"rm_score":3}})", "3.0/-");
        row("none", R"({"id":"t1","model":"m","response":"A","reward":null,"logprob":""}
                       {"id":"t2","model":"m","response":"A","reward":1,"logprob":-1})",
            "-/-");
        row("no number", R"({"id":"t1","model":"m","response":"A","reward":"good","logprob":-1}
{"id":"t2","model":"m","response":"A","reward":1}
{"id":"t3","model":"m","response":"A","reward":1}
{"id":"t1","model":"n","response":"A","reward":1}
{"id":"t2","model":"n","response":"A","reward":1}
{"id":"t3","model":"n","response":"A","reward":1}
{"id":"t1","model":"o","response":"A","reward":1}
{"id":"t2","model":"o","response":"A","reward":1}
{"id":"t3","model":"o","response":"A","reward":1}
{"id":"t1","model":"p","response":"A","reward":1})",
            "-/-1.0", 1);
        row("no logarithm of a probability",
            R"({"id":"t1","model":"m","response":"A","reward":1,"logprob":0.7})", "1.0/-", 1);
        row("rounded to above 0", R"({"id":"t1","model":"m","response":"A","logprob":1e-9})", "-/0.0");
        row("attempts",
            R"({"id":"t1","model":"m","responses":["A","B"],"rewards":[0.5,0.25],"logprob":[-1,-2]})",
            "0.5/-1.0|0.25/-2.0");
        row("attempts, some unknown",
            R"({"id":"t1","model":"m","responses":["A","B"],"rewards":[null,0.25]})", "-/-|0.25/-");
        row("of two attempts one number", R"({"id":"t1","model":"m","responses":["A","B"],"reward":0.5})",
            "-/-|-/-", 1);
        row("of two attempts three", R"({"id":"t1","model":"m","responses":["A","B"],"reward":[1,2,3]})",
            "-/-|-/-", 1);
        row("of one reply a list of one", R"({"id":"t1","model":"m","response":"A","reward":[0.5]})",
            "0.5/-");
        row("of one reply a list", R"({"id":"t1","model":"m","response":"A","logprob":[-1,-2]})", "-/-", 1);
        row("of two attempts an empty list", R"({"id":"t1","model":"m","responses":["A","B"],"reward":[]})",
            "-/-|-/-");
    }
    void ratingsAreRead()
    {
        QFETCH(QByteArray, bytes);
        const Joined joined;
        const auto report = joined.responses(bytes);
        REQUIRE_RESULT(report);
        QCOMPARE(report->rejected, 0);
        QTEST(int(report->warnings), "warnings");
        for (const ImportIssue& issue : report->issues) {
            QCOMPARE(issue.line, 1);
            QVERIFY(!issue.column.isEmpty() && !issue.found.isEmpty() && !issue.expected.isEmpty());
        }
        QTEST(joined.bench.text(QStringLiteral(
                  "SELECT group_concat(rating, '|') FROM (SELECT coalesce(d.verifier, '-') || '/' ||"
                  " coalesce(d.logprob, '-') AS rating FROM responses p LEFT JOIN response_details d"
                  " USING(run_id, sample_id, shift, attempt) JOIN samples s ON s.id = p.sample_id"
                  " JOIN runs r ON r.id = p.run_id JOIN models m ON m.id = r.model_id"
                  " WHERE s.source_index = 't1' AND m.name = 'm' ORDER BY p.attempt)")),
            "ratings");
        QTEST(joined.bench.text(
                  QStringLiteral("SELECT score FROM responses p JOIN samples s ON s.id = p.sample_id"
                                 " WHERE s.source_index = 't1' AND attempt = 0")),
            "score");
    }

    void lints_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const QByteArray& bytes, const char* rule, int count) {
            QTest::newRow(name) << bytes << QString::fromLatin1(rule) << count;
        };
        row("key with blanks", "id,question,answer\n1,a?,4\n2,b?,\n3,c?,6\n", "float_column", 1);
        row("texts with blanks", "id,question,answer\n1,a?,four\n2,b?,\n3,c?,6\n", "float_column", 0);
        row("options with blanks", "id,question,A,B,C,answer\n1,a?,4,5,6,A\n2,b?,4,5,,B\n", "float_column",
            1);
        row("zeros before", "id,question,answer\n01,a?,x\n02,b?,y\n3,c?,z\n", "lossy_number", 2);
        row("zeros in a name", "id,question,answer\n01,a?,x\nk2,b?,y\n", "lossy_number", 0);
        row("infinite", "id,question,answer\n1,a?,inf\n2,b?,+Infinity\n3,c?,infinite\n", "infinite_number",
            2);
    }
    void lints()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        QFETCH(int, count);
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("l.csv"), bytes);
        SilentProgress progress;
        const auto report = lintFile(request, progress);
        REQUIRE_RESULT(report);
        QCOMPARE(report->counts.value(rule), count);
    }

    void namesPicturesThatAreNotSupported()
    {
        const Bench bench;
        bench.write(QStringLiteral("a.avif"),
            QByteArray("\0\0\0\x1c"
                       "ftypavif\0\0\0\0avifmif1",
                28));
        bench.write(
            QStringLiteral("b.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        const auto report = bench.importText(QStringLiteral("p.jsonl"),
            "{\"id\": 1, \"question\": \"What?\", \"answer\": \"x\", \"image\": \"a.avif\"}\n"
            "{\"id\": 2, \"question\": \"Who?\", \"answer\": \"x\", \"image\": \"b.svg\"}\n",
            QStringLiteral("p"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->imagesUnreadable, 0);
        QCOMPARE(report->imagesRefused, 2);
        QVERIFY(report->issues.value(0).expected.contains(QStringLiteral("AVIF")));
        QVERIFY(report->issues.value(1).expected.contains(QStringLiteral("SVG")));
    }
};

QTEST_APPLESS_MAIN(TestImportJoins)
#include "tst_import_joins.moc"
